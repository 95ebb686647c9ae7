"""Why another machine cannot be reached, in words; what the system says of it is for those who know its numbers."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 160


def explain_unreachable(error: Exception) -> str:
    """What kept a request from its way, as the end of a sentence."""
    import httpx2

    for cause in _causes(error):
        match cause:
            case socket.gaierror():
                return "there is no connection, or no machine of that name"
            case ConnectionRefusedError():
                return "nothing answers there"
            case ssl.SSLCertVerificationError():
                return "this computer does not trust its certificate"
            case ConnectionResetError() | BrokenPipeError() | httpx2.RemoteProtocolError():
                return "the connection breaks off"
            case TimeoutError() | httpx2.TimeoutException():
                return "it does not answer in time"
    return _shorten(str(error)).rstrip(".") or type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what is behind it, the innermost first."""
    if error is not None:
        yield from _causes(error.__cause__ or error.__context__)
        yield error


def _shorten(text: str) -> str:
    line = "".join(char if char.isprintable() else " " for char in text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
