"""Proposals for the search box: values of a filter being typed, and ends of what was begun."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.domain.facets import Facets
from findling.search.filter_completion import is_filter_unfinished, propose
from findling.search.query import FilterToken
from findling.ui.i18n.formatting import count
from findling.ui.pages.search.query_filters import filter_label, write_filter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.processes.reader.messages import Reply
    from findling.search.filter_completion import FilterProposal
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.pages.search.search_history import SearchHistory

_FEWEST_LETTERS = 3


class BoxProposals(QObject):
    """Source of the box's proposals; values are asked for when the first filter is typed."""

    changed = Signal()
    """The values of filters came."""

    def __init__(self, link: ReaderClient, history: SearchHistory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._history = history
        self._facets: Facets | None = None
        self._is_asking = False
        self._names: tuple[str, ...] = ()

    def forget(self) -> None:
        """Ask again for the values of filters: the library has changed."""
        self._facets = None

    def show_names(self, names: Sequence[str]) -> None:
        """Take the names of the files that were found, the best first."""
        self._names = tuple(names)

    def history(self, text: str, most: int) -> list[str]:
        """Return earlier searches that begin with a text."""
        begun = text.strip().casefold()
        return [query for query in self._history.history() if query.casefold().startswith(begun)][:most]

    def filters(self, text: str) -> tuple[FilterProposal, ...]:
        """Return values for the filter at the end of a text, as far as they are known."""
        if not is_filter_unfinished(text):
            return ()
        if self._facets is None:
            self._ask()
            return ()
        return propose(text, self._facets, Path.home())

    def find_end(self, text: str) -> tuple[str, str]:
        """Return the end of what was begun, and the whole query it stands for; "" twice for none.

        That is an earlier search, a saved one by its query or its name, or the name of a file that was found.
        """
        if len(text) < _FEWEST_LETTERS:
            return "", ""
        queries = [*self._history.history(), *(saved.query for saved in self._history.saved())]
        if query := next((query for query in queries if query.startswith(text) and query != text), ""):
            return query[len(text) :], query
        begun = text.casefold()
        for saved in self._history.saved():
            if saved.name.casefold().startswith(begun) and len(saved.name) > len(text):
                return saved.name[len(text) :], saved.query
        for name in self._names:
            if name.casefold().startswith(begun) and len(name) > len(text):
                return name[len(text) :], text + name[len(text) :]
        return "", ""

    def _ask(self) -> None:
        from findling.processes.reader.library_messages import AskFacets

        if not self._is_asking:
            self._is_asking = True
            self._link.ask(AskFacets(), self._receive)

    def _receive(self, reply: Reply, final: bool) -> None:
        if final:
            self._is_asking = False
        if isinstance(reply, Facets):
            self._facets = reply
            self.changed.emit()


def label_proposal(proposal: FilterProposal) -> str:
    """Return the filter as it is typed, what it says, and the number of files that it leaves."""
    written = write_filter(proposal.key, proposal.value)
    said = filter_label(FilterToken(0, 0, proposal.key, proposal.value))
    return f"{written}  ·  {said}  ·  {count(proposal.count)}"
