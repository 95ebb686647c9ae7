"""Reasons why another machine cannot be reached, in words for the user."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

from findling.messages.server_templates import ServerMessage
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.messages.notice import Notice

_LONGEST = 160


def explain_unreachable(error: Exception) -> Notice:
    """Return what kept a request from its way, to stand within another message."""
    import httpx2

    for cause in _causes(error):
        match cause:
            case socket.gaierror():
                return ServerMessage.NO_CONNECTION()
            case ConnectionRefusedError():
                return ServerMessage.NOTHING_ANSWERS()
            case ssl.SSLCertVerificationError():
                return ServerMessage.CERTIFICATE()
            case ConnectionResetError() | BrokenPipeError() | httpx2.RemoteProtocolError():
                return ServerMessage.BREAKS_OFF()
            case TimeoutError() | httpx2.TimeoutException():
                return ServerMessage.SILENT()
    return SystemMessage.PLAIN(text=shorten_reason(str(error)).rstrip(".") or type(error).__name__)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what is behind it, the innermost first."""
    if error is not None:
        yield from _causes(error.__cause__ or error.__context__)
        yield error


def shorten_reason(text: str) -> str:
    """Return a text as one line of at most 160 characters."""
    line = "".join(char if char.isprintable() else " " for char in text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
