"""Messages in columns of text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from findling.messages.plain import from_plain, to_plain
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from findling.messages.notice import Notice

_BEGINNING = '{"code":'


def notice_to_text(notice: Notice | None) -> str:
    """Return what is stored for a message; "" for none."""
    return "" if notice is None else json.dumps(to_plain(notice))


def notice_from_text(text: str) -> Notice | None:
    """Read what `notice_to_text` gave.

    What earlier releases stored are words, which are shown as they are; an unknown message is not shown.
    """
    if not text.startswith(_BEGINNING):
        return SystemMessage.PLAIN(text=text) if text else None
    try:
        return from_plain(json.loads(text))
    except (ValueError, RecursionError):
        return None
