"""Single gate for other programs' requests: each is checked against the shares, and logged."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from findling.domain.sharing import Call, CallOutcome
from findling.errors import FindlingError, LibraryError, UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.sharing_templates import SharingMessage
from findling.models.embedder import SharedEmbedder
from findling.search.library_connection import LibraryConnection
from findling.sharing.operations import OPERATIONS
from findling.sharing.shared_folders import read_shared
from findling.sharing.shared_library import SharedLibrary
from findling.storage.call_log import CallLog

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from findling.domain.sharing import CallWay
    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from findling.sharing.operations import Operation

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Caller:
    """Program that asks, by the name that it gives itself, and the way on which it came."""

    name: str
    way: CallWay


class AccessGate:
    """Answers calls one at a time; may be used from any thread.

    Args:
        paths: of the library, which may come to be, or be replaced, at any time.
        settings: how to compute.
        model: shared with whoever else computes in this process.
    """

    def __init__(self, paths: LibraryPaths, settings: Settings, model: SharedEmbedder | None = None) -> None:
        self._paths = paths
        self._connection = LibraryConnection(paths, settings, model or SharedEmbedder(paths, settings))
        self._log = CallLog(paths.calls, paths.key)
        self._lock = threading.Lock()

    def answer(self, caller: Caller, name: str, arguments: Mapping[str, object]) -> dict[str, Any]:
        """Answer a call, once it is in the log.

        Raises:
            FindlingError: it cannot be answered, or not be logged.
        """
        with self._lock:
            try:
                operation = _find_operation(name)
                answer = self._ask(operation, operation.parse(arguments))
            except FindlingError as error:
                self._write(caller, name, arguments, CallOutcome.REFUSED, reason=str(error.notice))
                raise
            except Exception as error:
                self._write(caller, name, arguments, CallOutcome.FAILED, reason=type(error).__name__)
                raise
            self._write(caller, name, arguments, CallOutcome.ANSWERED, tuple(dict.fromkeys(_find_files(answer))))
            return answer

    def _ask(self, operation: Operation, request: object) -> dict[str, Any]:
        """Answer a request by what is shared when the answer is ready."""
        while True:
            shared = read_shared(self._paths)
            with self._connection.library() as library:
                if library is None:
                    raise LibraryError(LibraryMessage.NO_LIBRARY(folder=self._paths.data), Remedy.ADD_FOLDER())
                answer = operation.answer_to(SharedLibrary(library, shared), request)
            if read_shared(self._paths) == shared:
                return answer

    def _write(
        self,
        caller: Caller,
        name: str,
        arguments: Mapping[str, object],
        outcome: CallOutcome,
        files: tuple[str, ...] = (),
        reason: str = "",
    ) -> None:
        call = Call(
            caller=caller.name[:_LONGEST_NAME],
            way=caller.way,
            operation=name[:_LONGEST_NAME],
            asked=json.dumps(arguments, ensure_ascii=False, default=str),
            outcome=outcome,
            files=files,
            reason=reason,
        )
        self._log.append(call, time.time_ns())


def _find_operation(name: str) -> Operation:
    if operation := OPERATIONS.get(name):
        return operation
    raise UsageError(SharingMessage.NO_OPERATION(name=name[:_LONGEST_NAME]))


def _find_files(answer: object) -> Iterator[str]:
    """Iterate over the files and folders that an answer names."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            if key in ("file", "folder") and isinstance(value, str):
                yield value
            elif key == "copies":
                yield from value
            else:
                yield from _find_files(value)
    elif isinstance(answer, list | tuple):
        for value in answer:
            yield from _find_files(value)
