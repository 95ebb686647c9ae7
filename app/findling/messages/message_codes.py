"""All messages that there are, found by their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.messages.command_templates import CheckMessage, CommandMessage, WindowMessage
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import ClearingMessage, LibraryMessage, SearchMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import FindingMessage, ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.server_templates import ServerMessage
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from findling.messages.notice import Message

CATALOGUES: tuple[type[Message], ...] = (
    SystemMessage,
    LibraryMessage,
    SearchMessage,
    ClearingMessage,
    FileMessage,
    ModelMessage,
    FindingMessage,
    ServerMessage,
    CommandMessage,
    WindowMessage,
    CheckMessage,
    Remedy,
    ModelRemedy,
)


def find_message(code: str) -> Message:
    """Return the message that a code names.

    Raises:
        ValueError: there is none.
    """
    room, _, name = code.partition(".")
    for catalogue in CATALOGUES:
        if catalogue.__name__.removesuffix("Message").lower() == room and name.upper() in catalogue.__members__:
            return catalogue[name.upper()]
    raise ValueError(f"there is no message {code!r}")
