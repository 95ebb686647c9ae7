"""The Search place: what is typed is asked, what is answered is shown, and nothing moves under the person's hands."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from findling.processes.reader.messages import FindSimilar, SearchRequest
from findling.search.query import ParsedQuery, parse_query
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.search.filter_menu import FilterMenus
from findling.ui.pages.search.popups import NamePopup
from findling.ui.pages.search.result_actions import ResultActions
from findling.ui.pages.search.result_pane import ResultsPane
from findling.ui.pages.search.result_reranking import ResultReranking
from findling.ui.pages.search.search_header import SearchHeader
from findling.ui.pages.search.search_requester import FIRST_LIMIT, SearchRequester
from findling.ui.services.result_selection import Selection

if TYPE_CHECKING:
    from findling.domain.search import Answer
    from findling.ipc.failures import Failed
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.services.services import Services

_WITHOUT_QUOTES = str.maketrans("", "", '"“”„‟')
_REST_MS = 2_000
# While a person types, what is chosen for them changes often: whoever shows it waits until it settles.
_SETTLE_MS = 120


class SearchPage(QWidget):
    """The box, the chips below it, and the results."""

    selected = Signal(object)
    """The chosen result: `Selection`, or None."""
    peeked = Signal(object)
    """A closer look at the chosen result is wanted: `Selection`."""
    hide_wanted = Signal()
    library_wanted = Signal()
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, services: Services, memory: SearchHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        link, theme, shortcuts, preferences = services.search, services.theme, services.shortcuts, services.preferences
        self._preferences = preferences
        self._memory = memory
        self._likeness: Path | None = None
        self._text_before = ""
        self._asked = ""
        self._files: int | None = None
        self._expects_files = False
        self._pending = self._searchable = 0
        self._anew = True
        self._refreshing = False
        self._announced: tuple[object, ...] = ()
        self._answer: Answer | None = None
        self._inquiry = SearchRequester(link, self)
        self._reranking = ResultReranking(link, preferences, self)
        self._menus = FilterMenus(link, theme, self)
        self._head = SearchHeader(theme, memory, self._menus)
        self._box, self._chips = self._head.box, self._head.chips
        self._pane = ResultsPane(theme, memory)
        self._deeds = ResultActions(self, self.current, services.actions, shortcuts, theme)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()
        shortcuts.bind("save-search", self, self._ask_name)
        self._menus.ask_folders()
        self._show_idle()

    def focus_box(self) -> None:
        """Put the caret into the box, all that it holds selected."""
        self._box.setFocus()
        self._box.selectAll()

    def text(self) -> str:
        """What is typed."""
        return self._box.text()

    def search(self, text: str) -> None:
        """Search for a text, as if it had been typed."""
        self._likeness = None
        if text == self._box.text():
            self._ask()
        else:
            self._box.write(text)
            self._box.setCursorPosition(len(text))

    def find_similar(self, path: Path) -> None:
        """Search for documents like a file; leaving it goes back to what was typed."""
        if self._likeness is None:
            self._text_before = self._box.text()
        self._likeness = path
        self._box.write("")
        self._ask()

    def refresh(self) -> None:
        """The library has changed: ask the same again, and let in what moves nothing."""
        self._menus.ask_folders()
        if not self._inquiry.is_waiting:
            self._refreshing = True
            self._inquiry.ask_again()

    def current(self) -> Selection | None:
        """The chosen result; None while what is shown answers something else than what is typed."""
        row = None if self._anew else self._pane.current_row()
        if row is None or row.result is None:
            return None
        return Selection(row.result, self._box.text(), row.at)

    def set_counts(self, files: int, pending: int, searchable: int) -> None:
        """Know how many files the library has, how many of them wait to be read, and how many can be searched.

        Args:
            files: all of them.
            pending: those that wait.
            searchable: those that can be searched.
        """
        # Before its folder is looked through, a library that has one has no files either.
        self._files = None if self._expects_files and not files else files
        self._pending = pending
        self._searchable = searchable
        if not self._is_asking:
            self._show_idle()

    def expect_files(self) -> None:
        """A folder is about to be covered: nobody need be told to add one."""
        self._expects_files = True
        self.set_counts(self._files or 0, self._pending, self._searchable)

    @property
    def _is_asking(self) -> bool:
        return bool(self._likeness or self._box.text().strip())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._pane, 1)
        self.setFocusProxy(self._box)

    def _connect(self) -> None:
        box, results, deeds, pages = self._box, self._pane.list, self._deeds, self._pane.pages
        box.textChanged.connect(self._follow_text)
        box.mode_chosen.connect(self._ask)
        box.stepped.connect(results.step)
        box.folded.connect(lambda folded: results.fold(folded=folded))
        box.left.connect(self._leave)
        results.typed.connect(self._type)
        results.left.connect(self.focus_box)
        results.menu_wanted.connect(deeds.offer)
        results.chosen.connect(self._notice_choice)
        results.end_neared.connect(self._ask_for_more)
        for source in (box, results):
            source.opened.connect(self._open)
            source.peeked.connect(lambda: deeds.do("peek"))
        deeds.used.connect(self._remember)
        deeds.peeked.connect(self.peeked)
        deeds.similar_wanted.connect(self.find_similar)
        pages.search_wanted.connect(self.search)
        pages.library_wanted.connect(self.library_wanted)
        pages.remedy_wanted.connect(self.remedy_wanted)
        self._head.remedies.wanted.connect(self.remedy_wanted)
        pages.filters_unwanted.connect(self._chips.remove_all)
        pages.quotes_unwanted.connect(lambda: self._rewrite(box.text().translate(_WITHOUT_QUOTES)))
        pages.retry_wanted.connect(self._ask)
        self._chips.rewritten.connect(self._rewrite)
        self._chips.likeness_removed.connect(self._end_likeness)
        self._inquiry.answered.connect(self._show)
        self._inquiry.refused.connect(self._show_trouble)
        self._inquiry.busy.connect(lambda busy: self._head.wait(waiting=busy))
        self._reranking.ordered.connect(self._take_order)
        self._reranking.changed.connect(self._show_reading)
        self._pane.let_in.connect(self._reranking.accept)
        self._pane.let_in.connect(self.focus_box)
        self._settle.timeout.connect(self._announce)
        self._rest.timeout.connect(self._remember_if_found)

    def _open(self) -> None:
        """Open the chosen result; where there is none, do what is proposed in its place."""
        if self.current() is None and not self._inquiry.is_waiting:
            self._pane.pages.act()
        else:
            self._deeds.do("open")

    def _follow_text(self, text: str) -> None:
        if text:
            self._likeness = None
        if not self._likeness and text.rstrip() != self._asked:
            self._ask()
        self._rest.start()

    def _ask(self) -> None:
        self._anew, self._refreshing = True, False
        text, likeness = self._box.text(), self._likeness
        self._asked = text.rstrip()
        self._answer = None
        self._reranking.drop()
        self._chips.show_query(text, one_line(likeness.name) if likeness else "")
        self._pane.hide_held()
        if likeness:
            self._inquiry.ask(FindSimilar(likeness, FIRST_LIMIT))
        elif text.strip():
            self._inquiry.ask(SearchRequest(text, self._box.mode, FIRST_LIMIT))
        else:
            self._inquiry.drop()
            self._clear()

    def _clear(self) -> None:
        self._pane.clear()
        self._head.clear()
        self._show_idle()
        self._settle.start(0)

    def _show_idle(self) -> None:
        self._pane.pages.show_idle(self._files, self._searchable, self._pending)

    def _ask_for_more(self) -> None:
        if self._pane.number >= self._inquiry.limit:
            self._refreshing = False
            self._inquiry.ask_for_more()

    def _show(self, answer: Answer, final: bool) -> None:
        if not final and (self._refreshing or not answer.results):
            return
        words = self._words(answer)
        shown = self._reranking.arrange(answer) if self._reranking.is_accepted else answer
        if self._refreshing and self._pane.number:
            self._pane.refresh(shown, words)
        else:
            self._pane.put(shown, words, anew=self._anew)
        self._anew = self._refreshing = False
        self._tell(answer, final)
        if final:
            self._rest_on(answer)
        self._show_reading()

    def _rest_on(self, answer: Answer) -> None:
        """Have the first whole answer to a question in words read again; a later one goes by what came of that."""
        question, is_first = self._inquiry.question, self._answer is None
        self._answer = answer
        if is_first and isinstance(question, SearchRequest) and len(answer.results) > 1 and self._words(answer):
            self._reranking.plan(question)

    def _take_order(self) -> None:
        """Show what was read again in its order, but move nothing that the person has taken in hand."""
        assert self._answer is not None
        if self._pane.list.is_untouched:
            self._pane.put(self._reranking.arrange(self._answer), self._words(self._answer), anew=False)
            self._reranking.accept()
        elif self._reranking.keeps(self._answer):
            self._reranking.accept()

    def _show_reading(self) -> None:
        """Say beside the count who reads again, and offer the order that was not shown."""
        reading, answer = self._reranking, self._answer
        if answer is None:
            return
        name = isolate(reading.name)
        if reading.has_order and not reading.is_accepted:
            self._pane.offer_order(reading.arrange(answer), self._words(answer))
        if reading.refusal:
            self._head.remark(self.tr("not read again"), describe(reading.refusal.notice))
        elif reading.is_reading:
            self._head.remark(self.tr("being read again by {name}…").format(name=name))
        elif reading.is_accepted:
            self._head.remark(self.tr("read again by {name}").format(name=name))
        else:
            self._head.remark()

    def _words(self, answer: Answer) -> str:
        return "" if self._likeness else _parse(answer.query).text

    def _tell(self, answer: Answer, final: bool) -> None:
        number = self._pane.number
        limit = self._inquiry.limit if final else self._inquiry.first
        self._head.tell(answer, number, more=number >= limit)
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
        self._head.clear()
        self._pane.pages.show_trouble(refused)
        self._settle.start(0)

    def _notice_choice(self, by_hand: bool) -> None:
        if by_hand:
            self._remember()
        self._settle.start(0 if by_hand else _SETTLE_MS)

    def _announce(self) -> None:
        selection = self.current()
        told = _gist(selection)
        if told != self._announced:
            self._announced = told
            self.selected.emit(selection)
            self._pane.list.say_choice(self._box)

    def _remember(self) -> None:
        if self._preferences.settings.keep_history:
            self._memory.remember(self._box.text())

    def _remember_if_found(self) -> None:
        if self._pane.number:
            self._remember()

    def _leave(self) -> None:
        if self._likeness:
            self._end_likeness()
        else:
            self.hide_wanted.emit()

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

    def _type(self, text: str) -> None:
        self._box.setFocus()
        self._box.end(False)
        self._box.insert(text)

    def _ask_name(self) -> None:
        text = self._box.text().strip()
        if text:
            popup = NamePopup(self, self.tr("Name of this search"), self.tr("Save"), text)
            popup.given.connect(lambda name: self._memory.save(name, text))
            popup.show_below(self._box)


def _gist(selection: Selection | None) -> tuple[object, ...]:
    """What of a selection matters to whoever shows it; a refreshed answer gives other scores to the same passages."""
    if selection is None:
        return ()
    return selection.path, selection.result.modified_ns, selection.query, selection.hit and selection.hit.text


def _parse(query: str) -> ParsedQuery:
    return parse_query(query, now=datetime.now().astimezone(), home=Path.home())
