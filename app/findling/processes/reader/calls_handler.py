"""Handler of questions about what other programs asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.processes.reader.call_messages import AskCalls, CallsLogged, ClearCalls
from findling.processes.reader.request_thread import RequestHandler
from findling.storage.call_log import CallLog

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext


class CallsHandler(RequestHandler):
    """Handler of questions about the log of calls."""

    questions = (AskCalls, ClearCalls)

    def __init__(self, paths: LibraryPaths) -> None:
        self._log = CallLog(paths.calls, paths.key)

    def answer(self, context: RequestContext) -> Reply:
        """Show the calls, or delete them."""
        match context.question:
            case AskCalls(words, limit):
                return CallsLogged(tuple(self._log.read(limit, words=words)), self._log.count())
            case ClearCalls():
                self._log.clear()
                return CallsLogged(())
        raise TypeError(f"{type(context.question).__name__} is not about calls")
