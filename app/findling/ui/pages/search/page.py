"""Search page: search as you type, with results that do not move under the pointer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from findling.processes.reader.search_messages import FindSimilar
from findling.search.query import ParsedQuery, parse_query
from findling.ui.i18n.formatting import one_line
from findling.ui.pages.search.box_proposals import BoxProposals
from findling.ui.pages.search.example_source import ExampleSource
from findling.ui.pages.search.filter_menu import FilterMenus
from findling.ui.pages.search.mended_words import find_mended, quote_words
from findling.ui.pages.search.query_filters import add_filter, write_filter
from findling.ui.pages.search.reranked_view import RerankedView
from findling.ui.pages.search.result_actions import ResultActions
from findling.ui.pages.search.result_pane import ResultsPane
from findling.ui.pages.search.search_header import SearchHeader
from findling.ui.pages.search.search_requester import SearchRequester
from findling.ui.services.result_selection import Selection
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.popups import NamePopup
from findling.ui.widgets.remedies import RemedyAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.domain.search import Answer
    from findling.ipc.failures import Failed
    from findling.ui.pages.search.result_rows import ResultRow
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.services.services import Services
    from findling.ui.widgets.offered_action import OfferedAction
    from findling.ui.widgets.remedies import Offer

_WITHOUT_QUOTES = str.maketrans("", "", '"“”„‟')
# While the user types, the selection changes often: the preview waits until it settles.
_SETTLE_MS = 120


class SearchPage(QWidget):
    """Search box, filter chips and results."""

    selected = Signal(object)
    """The selected result: `Selection` or None."""
    peeked = Signal(object)
    """A preview of the selected result is wanted: `Selection`."""
    hide_wanted = Signal()
    library_wanted = Signal()
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, services: Services, memory: SearchHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        link, theme, shortcuts, preferences = services.search, services.theme, services.shortcuts, services.preferences
        self._preferences = preferences
        self._history = memory
        self._likeness: Path | None = None
        self._text_before = ""
        self._asked = ""
        self._is_unfinished = False
        self._files: int | None = None
        self._expects_files = False
        self._pending = self._searchable = 0
        self._is_new, self._refreshing = True, False
        self._is_previewed = True
        self._selected = 0
        self._announced: tuple[object, ...] = ()
        self._requester = SearchRequester(link, self)
        self._examples = ExampleSource(link, self)
        self._menus = FilterMenus(link, theme, self)
        self._proposals = BoxProposals(link, memory, self)
        self._header = SearchHeader(link, theme, self._proposals, self._menus)
        self._box, self._chips = self._header.box, self._header.chips
        self._pane = ResultsPane(services, memory)
        self._reranked = RerankedView(link, preferences, self._pane, self._header, self)
        self._notice = NoticeBar(theme)
        self._actions = ResultActions(self, services, self._notice, self.chosen, lambda: self._requester.question)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._lay_out()
        self._connect()
        shortcuts.bind("save-search", self, self._ask_name)
        self._show_idle()

    def focus_box(self) -> None:
        """Focus the search box and select its text."""
        self._box.setFocus()
        self._box.selectAll()

    def text(self) -> str:
        """Return the text of the search box."""
        return self._box.text()

    def type_on(self, text: str) -> None:
        """Type a text at the end of the search box, and focus that."""
        self._box.type_on(text)

    def set_previewed(self, *, previewed: bool) -> None:
        """Note whether the selected file is seen beside the results; if not, Enter first shows it."""
        self._is_previewed = previewed

    def search(self, text: str) -> None:
        """Search for a text as if it had been typed."""
        self._likeness = None
        if text == self._box.text():
            self._ask()
        else:
            self._box.write(text)
            self._box.setCursorPosition(len(text))

    def find_similar(self, path: Path) -> None:
        """Search for documents similar to a file; leaving it restores the typed text."""
        if self._likeness is None:
            self._text_before = self._box.text()
        self._likeness = path
        self._box.write("")
        self._ask()

    def refresh(self) -> None:
        """Ask again for all that a change of the library may have changed, moving no row in view."""
        self._menus.ask_folders()
        self._proposals.forget()
        if not self._requester.is_waiting:
            self._refreshing = True
            self._requester.ask_again()

    def current(self) -> Selection | None:
        """Return the selected result; None while the results are not those of the typed text."""
        return self._to_selection(None if self._is_new else self._pane.current_row())

    def chosen(self) -> list[Selection]:
        """Return all selected results in order; none while they are not those of the typed text."""
        current = self.current()
        rows = self._pane.list.selected_rows() if current is not None else []
        selected = [each for each in map(self._to_selection, rows) if each is not None]
        return selected or ([current] if current is not None else [])

    def _to_selection(self, row: ResultRow | None) -> Selection | None:
        if row is None or row.result is None:
            return None
        return Selection(row.result, self._box.text(), row.at, self._pane.words)

    def offered_actions(self) -> list[OfferedAction]:
        """Return the actions on the selection, what can be searched, and the orders of the results."""
        return [*self._actions.offered(), *self._header.offered()]

    def set_counts(self, files: int, pending: int, searchable: int) -> None:
        """Set the numbers of files in the library, still to be read or embedded, and searchable."""
        # Before its folder is looked through, a library that has one has no files either.
        self._files = None if self._expects_files and not files else files
        self._pending = pending
        self._searchable = searchable
        self._examples.note_searchable(searchable)
        if not self._is_asking:
            self._show_idle()

    def show_tip(self, words: str, unwant: Callable[[], None]) -> None:
        """Show a tip while nothing is typed; `unwant` is called if the user wants no more of them."""
        self._pane.pages.show_tip(words, unwant)

    def expect_files(self) -> None:
        """Stop asking for a folder: one is about to be covered."""
        self._expects_files = True
        self.set_counts(self._files or 0, self._pending, self._searchable)

    @property
    def _is_asking(self) -> bool:
        return bool(self._likeness or self._box.text().strip())

    def _lay_out(self) -> None:
        notice = fill(QVBoxLayout(), self._notice, margins=(Spacing.L, 0, Spacing.L, 0))
        fill(QVBoxLayout(self), self._header, notice, (self._pane, 1))
        self.setFocusProxy(self._box)

    def _connect(self) -> None:
        box, results, actions, pages = self._box, self._pane.list, self._actions, self._pane.pages
        box.textChanged.connect(self._follow_text)
        box.mode_chosen.connect(self._ask)
        box.stepped.connect(lambda key, extends: results.step(key, extends=extends))
        box.folded.connect(self._fold)
        box.left.connect(self._leave)
        results.typed.connect(self.type_on)
        results.left.connect(self.focus_box)
        results.menu_wanted.connect(actions.offer)
        results.chosen.connect(self._notice_choice)
        results.end_neared.connect(self._ask_for_more)
        for source in (box, results):
            source.opened.connect(self._open)
            source.peeked.connect(self._peek)
        actions.used.connect(self._remember)
        # The preview may still wait for the selection to rest.
        actions.peeked.connect(self._announce)
        actions.peeked.connect(self.peeked)
        actions.similar_wanted.connect(self.find_similar)
        actions.passage_wanted.connect(self.search)
        actions.folder_wanted.connect(self._filter_folder)
        results.counted.connect(self._count_selected)
        results.named.connect(actions.do)
        self._header.sort.chosen.connect(self._ask)
        self._header.source.chosen.connect(self._ask)
        self._notice.remedy_wanted.connect(self.remedy_wanted)
        pages.search_wanted.connect(self.search)
        pages.library_wanted.connect(self.library_wanted)
        pages.remedy_wanted.connect(self.remedy_wanted)
        self._header.remedies.wanted.connect(self._take_up)
        pages.filters_unwanted.connect(self._chips.remove_all)
        pages.quotes_unwanted.connect(lambda: self._rewrite(box.text().translate(_WITHOUT_QUOTES)))
        pages.retry_wanted.connect(self._ask)
        self._chips.rewritten.connect(self._rewrite)
        self._chips.likeness_removed.connect(self._end_likeness)
        self._examples.found.connect(self._pane.pages.show_examples)
        self._requester.answered.connect(self._show)
        self._requester.refused.connect(self._show_trouble)
        self._requester.busy.connect(lambda busy: self._header.set_waiting(waiting=busy))
        self._pane.held_accepted.connect(self.focus_box)
        self._settle.timeout.connect(self._announce)

    def _open(self) -> None:
        """Open the selected result, or take the action proposed in its place.

        What was searched for is remembered. Where no preview is beside it, it is shown in place of the results first.
        """
        self._remember()
        if self.current() is None and not self._requester.is_waiting:
            self._pane.pages.act()
        else:
            self._actions.do("open" if self._is_previewed else "peek")

    def _peek(self) -> None:
        if self.current() is None:
            # There is nothing to look at, and the space was for the text.
            self._box.type_on("")
        else:
            self._actions.do("peek")

    def _fold(self, folded: bool) -> None:
        self._pane.list.fold(folded=folded)
        self._box.set_unfolded(unfolded=self._pane.list.is_unfolded)

    def _follow_text(self, text: str) -> None:
        if text:
            self._likeness = None
        is_other = text.rstrip() != self._asked
        # A space asks for a word that was taken for an unfinished one, and changes nothing otherwise.
        if not self._likeness and (is_other or (self._is_unfinished and text[-1:].isspace())):
            self._ask()

    def _ask(self) -> None:
        self._is_new, self._refreshing = True, False
        self._notice.hide()
        text, likeness = self._box.text(), self._likeness
        self._asked = text.rstrip()
        self._is_unfinished = False
        self._reranked.drop()
        self._chips.show_query(text, one_line(likeness.name) if likeness else "")
        self._pane.hide_held()
        if likeness:
            self._requester.ask(FindSimilar(likeness))
        elif text.strip():
            self._requester.ask(self._header.make_question(text))
        else:
            self._requester.drop()
            self._clear()

    def _clear(self) -> None:
        self._pane.clear()
        self._header.clear()
        self._show_idle()
        self._settle.start(0)

    def _show_idle(self) -> None:
        self._pane.pages.show_idle(self._files, self._searchable, self._pending)

    def _ask_for_more(self) -> None:
        if self._requester.has_more and not self._requester.is_waiting:
            self._refreshing = False
            self._requester.ask_for_more()

    def _show(self, answer: Answer, final: bool) -> None:
        self._is_unfinished = bool(answer.beginning or answer.is_hasty)
        if not final and (self._refreshing or not answer.results):
            return
        words = self._words(answer)
        shown = self._reranked.arrange(answer)
        if self._refreshing and self._pane.number:
            self._pane.refresh(shown, words)
        else:
            self._pane.show_answer(shown, words, is_new=self._is_new, goes_on=self._requester.is_going_on)
        self._is_new = self._refreshing = False
        self._proposals.show_names([result.path.name for result in answer.results])
        self._show_count(answer, final)
        if final:
            self._reranked.take(self._requester.question, answer, words)
        self._reranked.show_state()
        self._count_selected()

    def _words(self, answer: Answer) -> str:
        return "" if self._likeness else answer.searched or _parse(answer.query).text

    def _show_count(self, answer: Answer, final: bool) -> None:
        number = self._pane.number
        more = self._requester.has_more if final else number >= self._requester.first
        self._header.show_answer(answer, number, more=more)
        if number:
            self._pane.pages.show_results()
        else:
            self._show_nothing(answer)
        self._settle.start()

    def _show_nothing(self, answer: Answer) -> None:
        quoted = bool(not self._likeness and _parse(answer.query).phrases)
        self._pane.pages.show_nothing(
            "" if self._likeness else answer.query,
            files=self._files,
            pending=self._pending or int(answer.indexing),
            filters=len(self._chips.filters),
            quoted=quoted,
        )

    def _show_trouble(self, refused: Failed) -> None:
        if self._refreshing:
            # What is shown was true a moment ago and helps more than an excuse.
            self._refreshing = False
            return
        self._header.clear()
        self._pane.pages.show_trouble(refused)
        self._settle.start(0)

    def _notice_choice(self, by_hand: bool) -> None:
        self._box.set_unfolded(unfolded=self._pane.list.is_unfolded)
        self._settle.start(0 if by_hand else _SETTLE_MS)

    def _announce(self) -> None:
        selection = self.current()
        identity = selection.identity if selection is not None else ()
        if identity != self._announced:
            self._announced = identity
            self.selected.emit(selection)
            self._pane.list.announce_choice(self._box)

    def _remember(self) -> None:
        if self._preferences.settings.keep_history:
            self._history.remember(self._box.text())

    def _leave(self) -> None:
        if self._likeness:
            self._end_likeness()
        else:
            self.hide_wanted.emit()

    def _take_up(self, offer: Offer) -> None:
        """Put what was mended back as it was typed, or pass on any other offer."""
        if offer.action is not RemedyAction.SEARCH_AS_TYPED:
            self.remedy_wanted.emit(offer)
        elif self._reranked.answer is not None:
            self._rewrite(quote_words(self._box.text(), find_mended(self._reranked.answer.notes)))

    def _filter_folder(self, folder: Path, only: bool) -> None:
        """Search in one folder only, or everywhere else."""
        self._rewrite(add_filter(self._box.text(), f"{'' if only else '-'}{write_filter('in', str(folder))}"))

    def _count_selected(self) -> None:
        """Say beside the count how many are selected, or else who reads them again."""
        before, self._selected = self._selected, len(self._pane.list.selected_rows())
        if self._selected > 1:
            self._header.show_remark(self.tr("%Ln selected", "", self._selected))
        elif before > 1:
            self._reranked.show_state()

    def _end_likeness(self) -> None:
        self._likeness = None
        if self._text_before:
            self._box.write(self._text_before)
        else:
            self._ask()
        self._box.setFocus()

    def _rewrite(self, text: str) -> None:
        self._box.write(text)
        self._box.setFocus()

    def _ask_name(self) -> None:
        if text := self._box.text().strip():
            popup = NamePopup(self, self.tr("Name of this search"), self.tr("Save"), text)
            popup.given.connect(lambda name: self._history.save(name, text))
            popup.show_below(self._box)


def _parse(query: str) -> ParsedQuery:
    return parse_query(query, now=datetime.now().astimezone(), home=Path.home())
