"""Pages shown in place of results: the reason, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from findling.domain.search import ExampleQuestions
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.empty_state import EmptyState
from findling.ui.widgets.remedies import find_offers

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.ipc.failures import Failed
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.theme.theme import Theme

_RECENT = 6
# Aligned with the words of a quiet button.
_INDENT = Spacing.S + 1
_LONGEST = 60


class IdlePage(QScrollArea):
    """Recent searches and example queries, while nothing is typed."""

    search_wanted = Signal(str)

    def __init__(self, theme: Theme, history: SearchHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._theme = theme
        self._history = history
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._count = self._label("", "soft")
        self._recent = QWidget()
        self._recent_rows = fill(QVBoxLayout(self._recent), spacing=Spacing.XS)
        examples = QWidget()
        self._examples_rows = fill(QVBoxLayout(examples), spacing=Spacing.XS)
        content = QWidget()
        column = fill(
            QVBoxLayout(content), self._count, self._recent, examples, margins=(Spacing.L,) * 4, spacing=Spacing.XL
        )
        column.addStretch(1)
        self._column = column
        self.setWidget(content)
        history.changed.connect(self._show_recent)
        self._show_recent()
        self.show_examples(ExampleQuestions())

    def set_count(self, searchable: int, pending: int) -> None:
        """Show how many files can be searched, and how many are still to be read or embedded."""
        parts = [self.tr("%Ln file(s) to search in", "", searchable)] if searchable else []
        if pending:
            parts.append(self.tr("%Ln file(s) not fully indexed yet", "", pending))
        self._count.setText(" · ".join(parts))
        self._count.setVisible(bool(parts))

    def show_examples(self, examples: ExampleQuestions) -> None:
        """Show questions that the library can answer, and usual ones for what it has none for."""
        _clear(self._examples_rows)
        self._examples_rows.addWidget(self._label(self.tr("Ways to ask"), "meta"))
        explained = (
            (
                examples.about or self.tr("how much notice before moving out"),
                self.tr("Ask as you would ask a person"),
            ),
            (
                examples.phrase or self.tr('"to be signed by both"'),
                self.tr("Words in quotation marks stand there word for word"),
            ),
            (
                examples.filtered or self.tr("invoice type:pdf after:2024"),
                self.tr("Filters narrow down by type, folder, date, language"),
            ),
        )
        for query, words in explained:
            self._examples_rows.addWidget(self._link(query, words))

    def show_tip(self, words: str, unwant: Callable[[], None]) -> None:
        """Show a tip below all else; `unwant` is called if the user wants no more of them."""
        from findling.ui.widgets.notice_bar import NoticeBar

        tip = NoticeBar(self._theme)
        self._column.insertWidget(self._column.count() - 1, tip)
        tip.say("soft", words, self.tr("No more tips"), unwant)

    def _show_recent(self) -> None:
        _clear(self._recent_rows)
        history = self._history.history()[:_RECENT]
        if history:
            self._recent_rows.addWidget(self._label(self.tr("Lately"), "meta"))
        for query in history:
            self._recent_rows.addWidget(self._link(query))
        self._recent.setVisible(bool(history))

    def _label(self, words: str, role: str) -> QLabel:
        label = QLabel(words, wordWrap=True)
        label.setIndent(_INDENT)
        set_role(label, role)
        return label

    def _link(self, query: str, explanation: str = "") -> QWidget:
        shown = one_line(query if len(query) <= _LONGEST else f"{query[: _LONGEST - 1]}…")
        button = QPushButton(shown.replace("&", "&&"))
        set_role(button, "quiet")
        button.setAccessibleName(self.tr("Search for {query}").format(query=query))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.search_wanted.emit(query))
        row = QWidget()
        column = fill(QVBoxLayout(row))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        if explanation:
            column.addWidget(self._label(explanation, "meta"))
        return row


def _clear(rows: QVBoxLayout) -> None:
    while item := rows.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


class ResultStack(QStackedWidget):
    """Stack of the results and the pages in their place."""

    library_wanted = Signal()
    search_wanted = Signal(str)
    filters_unwanted = Signal()
    quotes_unwanted = Signal()
    retry_wanted = Signal()
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, theme: Theme, history: SearchHistory, results: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self._idle = IdlePage(theme, history)
        self._idle.search_wanted.connect(self.search_wanted)
        self._bare = EmptyState(
            theme, "nothing-yet", self.tr("Add a folder, and ask for what its files say."), self.tr("Add a folder")
        )
        self._bare.acted.connect(self.library_wanted)
        self._nothing = EmptyState(theme, "no-match", "")
        self._fallback = self.filters_unwanted
        self._nothing.acted.connect(lambda: self._fallback.emit())
        self._trouble = EmptyState(theme, "trouble", "")
        self._trouble.acted.connect(self.retry_wanted)
        self._trouble.remedy_wanted.connect(self.remedy_wanted)
        for page in (results, self._idle, self._bare, self._nothing, self._trouble):
            self.addWidget(page)

    def act(self) -> None:
        """Take the action proposed by the page that is shown."""
        for page in (self._nothing, self._trouble):
            if self.currentWidget() is page:
                page.act()

    def show_examples(self, examples: ExampleQuestions) -> None:
        """Set the questions that the idle page proposes."""
        self._idle.show_examples(examples)

    def show_tip(self, words: str, unwant: Callable[[], None]) -> None:
        """Show a tip on the idle page; `unwant` is called if the user wants no more of them."""
        self._idle.show_tip(words, unwant)

    def show_results(self) -> None:
        """Show the results."""
        self.setCurrentWidget(self._results)

    def show_idle(self, files: int | None, searchable: int, pending: int) -> None:
        """Show the idle page; `files` is the size of the library, None while it is unknown."""
        self._idle.set_count(searchable, pending)
        self.setCurrentWidget(self._bare if files == 0 else self._idle)

    def show_nothing(self, query: str, *, files: int | None, pending: int, filters: int, quoted: bool) -> None:
        """Show that no document was found.

        Args:
            query: the query; "" for a search by similarity.
            files: size of the library; None while it is unknown.
            pending: number of files still to be read or embedded.
            filters: number of filters in the query.
            quoted: the query has words in quotation marks.
        """
        if files == 0:
            self.setCurrentWidget(self._bare)
            return
        asked = one_line(query if len(query) <= _LONGEST else f"{query[: _LONGEST - 1]}…")
        said = self.tr("No document matches “{query}”.").format(query=isolate(asked))
        parts = [said if query else self.tr("No other document is like this one.")]
        if pending:
            parts.append(self.tr("%Ln file(s) are not fully indexed yet, so more may come.", "", pending))
        elif quoted and not filters:
            parts.append(self.tr("Words in quotation marks must stand there exactly."))
        action = self.tr("Search without filters") if filters else ""
        self._fallback = self.filters_unwanted
        if quoted and not filters:
            action, self._fallback = self.tr("Search without quotation marks"), self.quotes_unwanted
        self._nothing.set_words(" ".join(parts), action)
        self.setCurrentWidget(self._nothing)

    def show_trouble(self, refused: Failed) -> None:
        """Show why the search failed, with its remedies."""
        self._trouble.set_words(describe(refused.notice), self.tr("Try again"), offers=find_offers(refused.notice))
        self.setCurrentWidget(self._trouble)
