"""Commands by which the writer stores what the user chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.errors import UsageError
from findling.indexing.user_choices import (
    choose_label,
    forget_judgements,
    judge_answers,
    keep_apart,
    remove_label,
    rename_label,
    undo_label_act,
    watch_label,
)
from findling.messages.system_templates import SystemMessage
from findling.processes.writer.messages import (
    ChooseLabel,
    Done,
    ForgetJudgements,
    JudgeAnswers,
    KeepApart,
    RemoveLabel,
    RenameLabel,
    UndoLabelAct,
    WatchLabel,
)

if TYPE_CHECKING:
    from findling.processes.writer.messages import Command
    from findling.storage.database import Database


def store_choice(database: Database, command: Command) -> Done:
    """Store what the user chose.

    Raises:
        UsageError: it cannot be meant, or the command is none that stores a choice.
    """
    match command:
        case KeepApart(first, second, apart):
            keep_apart(database, first, second, apart=apart)
        case ChooseLabel(name, files, choice):
            choose_label(database, name, files, choice)
        case RemoveLabel(name):
            remove_label(database, name)
        case RenameLabel(name, new_name, merge):
            rename_label(database, name, new_name, merge=merge)
        case UndoLabelAct(name):
            return Done(undone=undo_label_act(database, name))
        case WatchLabel(name, watched):
            watch_label(database, name, watched=watched)
        case JudgeAnswers(question, answers):
            judge_answers(database, question, answers)
        case ForgetJudgements():
            forget_judgements(database)
        case _:
            raise UsageError(SystemMessage.NOT_TO_BE_ASKED(command=type(command).__name__))
    return Done()
