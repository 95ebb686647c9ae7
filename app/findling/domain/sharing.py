"""Data of what other programs ask of a library, and of the log of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CallOutcome(StrEnum):
    """Outcome of a call: answered, refused with a reason, or failed by a bug of Findling's."""

    ANSWERED = "answered"
    REFUSED = "refused"
    FAILED = "failed"


class CallWay(StrEnum):
    """Way on which a call came: an assistant's MCP, the search API, or the desktop's D-Bus."""

    MCP = "mcp"
    HTTP = "http"
    DBUS = "dbus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Call of another program.

    Attributes:
        caller: name that the program gives itself; it may give any.
        operation: what was asked for, such as "search".
        asked: the arguments, as JSON.
        files: files of which something was handed out, as the answer names them.
        reason: why it was refused; "" for all others.
    """

    caller: str
    way: CallWay
    operation: str
    asked: str
    outcome: CallOutcome
    files: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LoggedCall:
    """Call in the log.

    Attributes:
        number: ascending, never used twice.
        at_ns: when it was answered, in nanoseconds since 1970.
    """

    number: int
    at_ns: int
    call: Call
