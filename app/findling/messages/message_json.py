"""Messages by their codes, and as JSON for pipes and for the database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from findling.messages.command_templates import CheckMessage, CommandMessage, WindowMessage
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.file_templates import FileMessage
from findling.messages.keyring_templates import KeyringMessage
from findling.messages.library_templates import (
    ArrivalMessage,
    ClearingMessage,
    LabelMessage,
    LibraryMessage,
    SearchMessage,
)
from findling.messages.licence_templates import LicenceMessage
from findling.messages.limit_templates import LimitMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ChoiceMessage, FindingMessage, ModelMessage
from findling.messages.notice import Notice
from findling.messages.remedy_templates import Remedy
from findling.messages.server_templates import ServerMessage
from findling.messages.sharing_templates import SharingMessage
from findling.messages.system_templates import SystemMessage
from findling.messages.team_templates import TeamMessage, TeamRemedy
from findling.messages.topic_templates import TopicMessage
from findling.messages.trial_templates import TrialMessage
from findling.messages.wipe_templates import WipeMessage

if TYPE_CHECKING:
    from findling.messages.notice import Fact, Message

CATALOGUES: tuple[type[Message], ...] = (
    SystemMessage,
    LibraryMessage,
    EncryptionMessage,
    KeyringMessage,
    SearchMessage,
    ArrivalMessage,
    LabelMessage,
    ClearingMessage,
    FileMessage,
    ModelMessage,
    ChoiceMessage,
    FindingMessage,
    LicenceMessage,
    LimitMessage,
    ServerMessage,
    SharingMessage,
    TopicMessage,
    TrialMessage,
    WipeMessage,
    CommandMessage,
    WindowMessage,
    CheckMessage,
    Remedy,
    ModelRemedy,
    TeamMessage,
    TeamRemedy,
)


def find_message(code: str) -> Message:
    """Return the message with a code.

    Raises:
        ValueError: there is none.
    """
    room, _, name = code.partition(".")
    for catalogue in CATALOGUES:
        if catalogue.__name__.removesuffix("Message").lower() == room and name.upper() in catalogue.__members__:
            return catalogue[name.upper()]
    raise ValueError(f"there is no message {code!r}")


_CODE, _FACTS, _REMEDIES, _PATH = "code", "facts", "remedies", "path"


def to_plain(notice: Notice) -> dict[str, object]:
    """Return a notice as a JSON object with code, facts and, if there are any, remedies."""
    plain: dict[str, object] = {
        _CODE: notice.message.code,
        _FACTS: {name: _value_to_plain(value) for name, value in notice.facts},
    }
    return plain | ({_REMEDIES: [to_plain(each) for each in notice.remedies]} if notice.remedies else {})


def from_plain(written: object) -> Notice:
    """Read what `to_plain` wrote.

    Raises:
        ValueError: it is no message, or one that this Findling does not know, or with other facts.
    """
    match written:
        case {"code": str(code), "facts": dict(facts), **rest} if rest.keys() <= {_REMEDIES}:
            remedies = rest.get(_REMEDIES, [])
            message = find_message(code)
            if isinstance(remedies, list) and facts.keys() == message.names():
                values = tuple((str(name), _value_from(value)) for name, value in facts.items())
                return Notice(message, values, tuple(map(from_plain, remedies)))
    raise ValueError("no message")


def _value_to_plain(value: Fact) -> object:
    if isinstance(value, Notice):
        return to_plain(value)
    if isinstance(value, Path):
        return {_PATH: str(value)}
    return list(value) if isinstance(value, tuple) else value


def _value_from(written: object) -> Fact:
    match written:
        case str() | int() | float():
            return written
        case {"path": str(path), **rest} if not rest:
            return Path(path)
        case dict():
            return from_plain(written)
        case [*names] if all(isinstance(name, str) for name in names):
            return tuple(map(str, names))
    raise ValueError("no fact")


def notice_to_text(notice: Notice | None) -> str:
    """Return the text that is stored for a notice; "" for none."""
    return "" if notice is None else json.dumps(to_plain(notice))


def notice_from_text(text: str) -> Notice | None:
    """Read what `notice_to_text` gave.

    Earlier releases stored plain text, which is shown as it is; an unknown message is not shown.
    """
    if not text.startswith('{"code":'):
        return SystemMessage.PLAIN(text=text) if text else None
    try:
        return from_plain(json.loads(text))
    except (ValueError, RecursionError):
        return None
