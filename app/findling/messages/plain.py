"""Messages as plain values of JSON, for pipes and for the database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from findling.messages.message_codes import find_message
from findling.messages.notice import Notice

if TYPE_CHECKING:
    from findling.messages.notice import Fact

_CODE, _FACTS, _REMEDIES, _PATH = "code", "facts", "remedies", "path"


def to_plain(notice: Notice) -> dict[str, object]:
    """Return a message as an object of JSON: its code, its facts, and its remedies where it has some."""
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
