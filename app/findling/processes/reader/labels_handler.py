"""Handler of questions on labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.messages.library_templates import LabelMessage
from findling.processes.reader.label_messages import (
    AppliedLabel,
    AskLabelFiles,
    AskLabels,
    AskLabelsOf,
    AskLabelSuggestions,
    LabelCount,
    LabelCounts,
    LabelFiles,
    LabelsOf,
    LabelSuggestions,
)
from findling.processes.reader.request_thread import RequestHandler
from findling.search.label_suggestions import count_new_suggestions, list_bearers, suggest_files

if TYPE_CHECKING:
    from pathlib import Path

    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_connection import LibraryConnection
    from findling.storage.database import Database


class LabelsHandler(RequestHandler):
    """Handler of labels, what bears them, and what they are suggested for."""

    questions = (AskLabels, AskLabelsOf, AskLabelFiles, AskLabelSuggestions)

    def __init__(self, connection: LibraryConnection) -> None:
        self._connection = connection

    def answer(self, context: RequestContext) -> Reply:
        """Read what is stored, or fit a label."""
        question = context.question
        with self._connection.library() as library:
            if library is None:
                raise FindlingError(LabelMessage.NOTHING_EMBEDDED())
            database = library.database
            match question:
                case AskLabels(suggested):
                    return _count(database, suggested=suggested)
                case AskLabelsOf(files):
                    return _find_applied(database, files)
                case AskLabelFiles(name):
                    return LabelFiles(name, tuple(list_bearers(database, name)))
                case AskLabelSuggestions(name, order, limit):
                    return LabelSuggestions(name, tuple(suggest_files(database, name, limit, order)))
        raise TypeError(f"{type(question).__name__} is not about labels")


def _count(database: Database, *, suggested: bool) -> LabelCounts:
    new = count_new_suggestions(database) if suggested else {}
    with database.reading():
        return LabelCounts(tuple(LabelCount(each, new.get(each.name, 0)) for each in database.labels.all()))


def _find_applied(database: Database, files: tuple[Path, ...]) -> LabelsOf:
    with database.reading():
        applied = {file: database.labels.of_file(file) for file in files}
        names = [each.name for each in database.labels.all()]
    return LabelsOf(
        files, tuple(AppliedLabel(name, tuple(file for file, own in applied.items() if name in own)) for name in names)
    )
