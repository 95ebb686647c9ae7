"""The one action of the window that mends a reason for which files are not searchable."""

from __future__ import annotations

import re
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from findling.domain.files import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

translate = QCoreApplication.translate

_WILD = re.compile(r"([\\*?\[\]!#]|\s(?=\s*$))")
"""Characters that mean something else in .gitignore's language."""


class IssueAction(Enum):
    """Action of the window on files with one reason, or on a chosen one of them."""

    OPEN = auto()
    REVEAL = auto()
    RETRY = auto()
    RECOGNISE = auto()
    LET_IN = auto()

    @property
    def label(self) -> str:
        """The label of its button."""
        match self:
            case IssueAction.OPEN:
                return translate("IssueActions", "Open it")
            case IssueAction.REVEAL:
                return translate("IssueActions", "Show in folder")
            case IssueAction.RETRY:
                return translate("IssueActions", "Read again")
            case IssueAction.RECOGNISE:
                return translate("IssueActions", "Turn on text recognition")
            case IssueAction.LET_IN:
                return translate("IssueActions", "Let it in")

    @property
    def is_for_one(self) -> bool:
        """True if it is done to a chosen file, not to all with the reason."""
        return self in (IssueAction.OPEN, IssueAction.REVEAL, IssueAction.LET_IN)


_ACTIONS: Mapping[Reason, IssueAction] = MappingProxyType(
    {
        # Its own program takes off the password, mends it, saves it in another form, unpacks or downloads it.
        **dict.fromkeys(
            (
                *(Reason.ENCRYPTED, Reason.DAMAGED, Reason.PARTLY_READ, Reason.LEGACY, Reason.ARCHIVE),
                *(Reason.ATTACHMENTS, Reason.NOT_DOWNLOADED),
            ),
            IssueAction.OPEN,
        ),
        # The desktop's own window for files renames it, or changes who may read it.
        **dict.fromkeys((Reason.MISNAMED, Reason.NAME, Reason.NO_PERMISSION), IssueAction.REVEAL),
        **dict.fromkeys(
            (
                *(Reason.TOOK_TOO_LONG, Reason.TOO_MUCH_MEMORY, Reason.CRASHED, Reason.IN_USE, Reason.VANISHED),
                *(Reason.CHANGING, Reason.OFFLINE, Reason.INTERRUPTED, Reason.NOT_EMBEDDED, Reason.STOPPED),
            ),
            IssueAction.RETRY,
        ),
        Reason.SECRET: IssueAction.LET_IN,
    }
)


def find_action(reason: Reason, *, recognises: bool) -> IssueAction | None:
    """Return what mends a reason; None where nothing does.

    `recognises` says whether text recognition is on.
    """
    if reason is Reason.NO_TEXT:
        return None if recognises else IssueAction.RECOGNISE
    return _ACTIONS.get(reason)


def let_in_rule(file: Path, folder: Path) -> str:
    """Return the exclusion rule that lets in one file of a folder, in .gitignore's language."""
    return "!/" + _WILD.sub(r"\\\1", file.relative_to(folder).as_posix())
