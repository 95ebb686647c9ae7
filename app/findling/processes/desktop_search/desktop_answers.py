"""Answers to the desktop's search: a few shared files with title, snippet and icon."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from findling.domain.search import Relevance
from findling.domain.sharing import CallWay
from findling.errors import FindlingError
from findling.settings import load_settings
from findling.sharing.file_references import parse_reference
from findling.sharing.shared_folders import is_inside, read_shared

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from findling.paths import LibraryPaths
    from findling.sharing.access_gate import AccessGate

_MOST = 10
_LONGEST = 240
_SHORTEST = 2
_REMEMBERED = 200
_ICON = "text-x-generic"


@dataclass(frozen=True, slots=True)
class DesktopResult:
    """File as a desktop shows it.

    Attributes:
        reference: names the file in later calls, as `file_references` does.
        path: of the file.
        title: of the document.
        snippet: name of the file, where that is not the title, and the passage that answers; on one line.
        icon: name of an icon for its type, by the Icon Naming Specification.
    """

    reference: str
    path: Path
    title: str
    snippet: str
    icon: str


class DesktopAnswers:
    """Asks the gate, so that only what is shared is found, and each call is in the log.

    Unless the user lets the desktop search, nothing is found, asked or loaded.

    Args:
        paths: of the library.
    """

    def __init__(self, paths: LibraryPaths) -> None:
        self._paths = paths
        self._latest: dict[str, DesktopResult] = {}

    def search(self, caller: str, query: str) -> list[DesktopResult]:
        """Return the best files for a question that a program asks, without the unlikely ones.

        Where nothing may be seen or can be searched, there are none: the log of calls says why.
        """
        if len(query) < _SHORTEST:
            return []
        answer = self._ask(caller, "search", {"query": query, "limit": _MOST, "passages": 1})
        found = [_to_result(file) for file in answer.get("files", ()) if file["relevance"] != Relevance.WEAK]
        self._latest |= {each.reference: each for each in found}
        for reference in list(self._latest)[:-_REMEMBERED]:
            del self._latest[reference]
        return found

    def describe(self, caller: str, reference: str) -> DesktopResult | None:
        """Return a file that was found before; None if it may not be seen, or is not there now."""
        if not self._is_wanted():
            return None
        if known := self._latest.get(reference):
            # As in the gate, what was withdrawn meanwhile is kept back at once.
            return known if is_inside(known.path, read_shared(self._paths)) else None
        answer = self._ask(caller, "outline", {"file": reference, "limit": 1})
        return _to_result({**answer, "passages": ()}) if answer else None

    def may_see(self, caller: str, reference: str) -> bool:
        """Return whether a file is shared at this moment."""
        return bool(self._ask(caller, "outline", {"file": reference, "limit": 1}))

    def _ask(self, caller: str, operation: str, arguments: Mapping[str, object]) -> Mapping[str, Any]:
        """Ask the gate; return nothing where it refuses."""
        if not self._is_wanted():
            return {}
        from findling.sharing.access_gate import Caller

        try:
            return self._gate.answer(Caller(caller, CallWay.DBUS), operation, arguments)
        except FindlingError:
            return {}

    def _is_wanted(self) -> bool:
        return load_settings(self._paths.settings).settings.desktop_search

    @cached_property
    def _gate(self) -> AccessGate:
        # A second of work, and nothing of it where the user does not want the desktop to search.
        from findling.sharing.access_gate import AccessGate

        return AccessGate(self._paths, load_settings(self._paths.settings).settings)


def _to_result(file: Mapping[str, Any]) -> DesktopResult:
    path = parse_reference(file["file"])
    name = path.name.encode("utf-8", "replace").decode()
    title = _put_on_line(file["title"]) or name
    parts = [name] if title != name else []
    parts += [passage["text"] for passage in file["passages"]]
    kind, _ = mimetypes.guess_type(name)
    return DesktopResult(
        reference=file["file"],
        path=path,
        title=title,
        snippet=_put_on_line(" · ".join(parts)),
        icon=kind.replace("/", "-") if kind else _ICON,
    )


def _put_on_line(text: str) -> str:
    """Return the beginning of a text in one line, without zero bytes, which the bus forbids."""
    return " ".join(text.replace("\0", " ").split())[:_LONGEST]
