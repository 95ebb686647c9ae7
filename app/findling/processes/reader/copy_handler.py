"""Handler of copies of files inside files, which the sandboxed parser unpacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.reasons import explain
from findling.errors import ExtractionError
from findling.extraction.embedded.opened_copies import OpenedCopies
from findling.ipc.failures import Failed
from findling.messages.library_templates import SearchMessage
from findling.processes.reader.copy_messages import ExtractCopy, ExtractedCopy
from findling.processes.reader.request_thread import RequestHandler

if TYPE_CHECKING:
    from findling.extraction.sandbox.parser_sandbox import Sandbox
    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext


class CopyHandler(RequestHandler):
    """Handler of copies that other programs open.

    Args:
        sandbox: unpacks them; ended with the process.
        paths: the library, whose cache they lie in.
    """

    questions = (ExtractCopy,)

    def __init__(self, sandbox: Sandbox, paths: LibraryPaths) -> None:
        self._sandbox = sandbox
        self._copies = OpenedCopies(paths.opened)

    def answer(self, context: RequestContext) -> Reply:
        """Make a copy of a file inside another."""
        question = context.question
        if not isinstance(question, ExtractCopy):
            raise TypeError(f"{type(question).__name__} is not about a copy")
        try:
            return ExtractedCopy(self._copies.add(question.path.name, self._sandbox.take(question.path)))
        except ExtractionError as error:
            advice = explain(Reason(error.reason))
            notice = SearchMessage.NOT_TAKEN_OUT(name=question.path.name, reason=advice.message())
            return Failed(notice.advising(*advice.notice.remedies), reason=Reason(error.reason))
