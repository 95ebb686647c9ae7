"""Preview of the selected document at its passage, without flicker between documents."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from findling.domain.files import FileStatus
from findling.domain.preview import PreviewForm
from findling.domain.reasons import explain_absence
from findling.paths import find_outermost
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.pages.preview.document_loader import DocumentLoader
from findling.ui.pages.preview.document_view import Findings, Passages
from findling.ui.pages.preview.facts_drawer import FactsDrawer, kind_label
from findling.ui.pages.preview.find_bar import FindBar
from findling.ui.pages.preview.placeholders import RefusalView, Skeleton
from findling.ui.pages.preview.preview_header import HERE, PreviewHeader
from findling.ui.pages.preview.view_factory import make_view
from findling.ui.theme.style import set_role
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from findling.domain.preview import Preview
    from findling.ipc.failures import Failed
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.pages.preview.document_view import DocumentView
    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.result_selection import Selection
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_KEYED = ("reveal", "copy-path", "copy-passage", "similar")


class PreviewPane(QWidget):
    """Header, document and facts of the selected result."""

    similar_wanted = Signal(object)
    """Documents similar to the one at this path are wanted."""
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""
    closed = Signal()
    """The user closed a preview that stands in place of the results."""
    refused = Signal()
    """The document cannot be shown."""
    matched = Signal(int, int)
    """The current passage, counted from 1, and their number."""

    def __init__(self, link: ReaderClient, theme: Theme, actions: FileActions, shortcuts: Shortcuts) -> None:
        super().__init__()
        self._link, self._theme, self._actions, self._shortcuts = link, theme, actions, shortcuts
        self._selection: Selection | None = None
        self._shown: Preview | None = None
        self._subject: Path | None = None
        self._at, self._pages = -1, 0
        self._words, self._page_words = (0, 0), ""
        self._has_header = False
        self._rule = QFrame()
        self._is_over = self._is_bare = False
        self._views: dict[PreviewForm, DocumentView] = {}
        self._view: DocumentView | None = None
        self._loader = DocumentLoader(link, self)
        self._loader.arrived.connect(self._show)
        self._loader.refused.connect(self._show_refusal)
        self._loader.slow.connect(self._show_skeleton)
        self._header = PreviewHeader(theme, shortcuts)
        self._header.triggered.connect(self._run_action)
        self._header.match_wanted.connect(self._step)
        self._header.left.connect(self.closed)
        self._bar = FindBar(theme, shortcuts)
        self._bar.words_changed.connect(self._find)
        self._bar.step_wanted.connect(self._find_next)
        self._bar.closed.connect(self._end_search)
        self._facts = FactsDrawer(link, theme)
        self._facts.similar_wanted.connect(self.similar_wanted)
        self._facts.copy_wanted.connect(actions.reveal)
        self._nothing = EmptyState(theme, "no-preview", self.tr("Choose a result to see it here"))
        self._skeleton = Skeleton(theme)
        self._refusal = RefusalView(theme)
        self._refusal.open_wanted.connect(lambda: self._run_action("open"))
        self._refusal.reveal_wanted.connect(lambda: self._run_action("reveal"))
        self._refusal.remedy_wanted.connect(self.remedy_wanted)
        self._lay_out()
        self.setAccessibleName(self.tr("Preview"))
        self._show_nothing()

    def show_selection(self, selection: Selection | None) -> None:
        """Show the selected document; the same one only moves to another passage."""
        if selection == self._selection:
            return
        self._selection = selection
        self._at = selection.at if selection is not None else -1
        if self.isVisible():
            self._follow()
        else:
            self._loader.cancel()
            self._subject = None

    def next_match(self) -> None:
        """Go to the next match of the open search, or to the next passage."""
        self._step(1)

    def previous_match(self) -> None:
        """Go to the previous match."""
        self._step(-1)

    def find(self) -> None:  # type: ignore[override]
        """Open the search within the document."""
        if self._is_settled:
            self._bar.open()

    def set_over(self, *, over: bool) -> None:
        """Stand in place of the results, with a way back to them, or beside them.

        The way back is a button, Esc, and Space in the document.
        """
        self._is_over = over
        self._header.set_over(over=over)
        for key in (self._space, *self._keys):
            key.setEnabled(over)

    def set_bare(self) -> None:
        """Show nothing but the document, as beside a list that has its own title and actions."""
        self._is_bare = True

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was selected while the pane was hidden."""
        super().showEvent(event)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the search on Esc, or close a preview in place of results; there Enter opens the file."""
        if self._is_over and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._run_action("open")
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self._bar.isHidden():
            self._bar.leave()
        elif self._is_over:
            self.closed.emit()
        else:
            event.ignore()

    def _follow(self) -> None:
        """Show the selected document, or load it."""
        selection = self._selection
        if selection is None:
            self._show_nothing()
        elif selection.result.machine:
            self._show_elsewhere(selection)
        elif self._shown is not None and self._shown.path == selection.path:
            self._loader.cancel()
            self._subject = selection.path
            self._mark()
        elif self._subject != selection.path:
            self._subject = selection.path
            # What was not read may hold keys, which are not to stand on the screen for a word in their name.
            self._loader.load(selection.path, secrets=selection.result.status is FileStatus.INDEXED)

    @property
    def _is_settled(self) -> bool:
        """The shown document is the selected one."""
        return self._shown is not None and self._selection is not None and self._shown.path == self._selection.path

    def _passages(self) -> Passages:
        if self._selection is None:
            return Passages()
        hits, words = self._selection.result.hits, self._selection.words
        # What a filter alone lists was found by nothing that could be shown.
        return Passages(hits, self._at, words) if words or any(hit.by for hit in hits) else Passages()

    def _show(self, preview: Preview) -> None:
        """Show a loaded document in place of the previous one."""
        assert self._selection is not None
        self._bar.leave()
        self._shown = preview
        self._pages = 0
        self._page_words = ""
        # The header changes with the body: until the view is ready, the previous document is visible.
        self._has_header = False
        view = self._view_for(preview.form)
        if self._view is not view:
            self._deactivate_view()
            self._view = view
        if self._stack.currentWidget() is not view:
            # Below the visible widget, so that it is laid out in its size.
            view.setGeometry(self._stack.rect())
            view.lower()
            view.show()
        view.show_preview(preview, self._passages())

    def _show_refusal(self, refused: Failed) -> None:
        assert self._selection is not None
        self._close_document()
        self._show_header(self._selection.result.title)
        path = self._selection.path
        if os.path.lexists(find_outermost(path)[0]):
            self._refusal.show_reason(refused)
        else:
            absence = self._selection.result.absence
            why = describe(explain_absence(absence)) if absence else ""
            self._refusal.show_gone(formatting.short(formatting.one_line(path.name)), why)
        self._show_widget(self._refusal)
        self.refused.emit()

    def _show_elsewhere(self, selection: Selection) -> None:
        """Say on which computer a file lies that is not on this one."""
        self._loader.cancel()
        self._subject = None
        self._close_document()
        self._show_header(selection.result.title)
        self._refusal.show_elsewhere(selection.path.name, selection.result.machine, selection.result.shared_by)
        self._show_widget(self._refusal)
        self._facts.hide()

    def _show_skeleton(self) -> None:
        assert self._selection is not None
        self._close_document()
        self._show_header(self._selection.result.title)
        self._show_widget(self._skeleton)

    def _show_nothing(self) -> None:
        self._loader.cancel()
        self._subject = None
        self._close_document()
        for part in (self._header, self._rule, self._facts):
            part.hide()
        self._stack.setCurrentWidget(self._nothing)

    def _close_document(self) -> None:
        """Close the shown document."""
        self._bar.leave()
        self._shown = None
        self._pages = 0
        self._deactivate_view()

    def _deactivate_view(self) -> None:
        self._words = (0, 0)
        if self._view is not None:
            self._view.stop()
            if self._stack.currentWidget() is not self._view:
                self._view.hide()

    def _show_header(self, title: str) -> None:
        """Show header and facts of the selected file."""
        assert self._selection is not None
        name = self._selection.path.name
        kind = kind_label(self._selection.result.kind)
        if self._shown is not None and self._shown.form is PreviewForm.IMAGE:
            kind = self.tr("Picture")
        if self._selection.result.is_recognised:
            kind = self.tr("{kind}, read by text recognition").format(kind=kind)
        if self._shown is not None and self._shown.cut:
            kind = self.tr("{kind}, only its beginning").format(kind=kind)
        self._has_header = True
        self._header.show_title(title or name, name, kind, is_here=not self._selection.result.machine)
        if not (self._is_bare or self._selection.result.machine):
            self._facts.show_file(self._selection.path)
        self._show_match()

    def _show_widget(self, widget: QWidget) -> None:
        for part in (self._header, self._rule, self._facts):
            part.setVisible(not self._is_bare)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._stack.isAncestorOf(focused)
        self._stack.setCurrentWidget(widget)
        self.setFocusProxy(widget)
        if had_focus:
            widget.setFocus()

    def _view_for(self, form: PreviewForm) -> DocumentView:
        if form not in self._views:
            alike = {PreviewForm.IMAGE: PreviewForm.PAGES, PreviewForm.CODE: PreviewForm.TEXT}
            if form in alike:
                self._views[form] = self._view_for(alike[form])
            else:
                self._views[form] = self._add_view(make_view(form, self._link, self._theme, self._actions))
        return self._views[form]

    def _add_view(self, view: DocumentView) -> DocumentView:
        view.page_changed.connect(self._show_page)
        view.found.connect(self._show_findings)
        view.counted.connect(partial(self._count_words, view))
        view.ready.connect(lambda: self._show_view(view))
        self._stack.addWidget(view)
        return view

    def _show_view(self, view: DocumentView) -> None:
        if view is not self._view or self._shown is None:
            return
        if not self._has_header:
            self._show_header(self._shown.title)
            self._header.show_page(self._page_words)
        self._show_widget(view)

    def _mark(self) -> None:
        if self._has_header:
            self._show_match()
        if self._view is not None:
            self._view.mark(self._passages())

    def _step(self, step: int) -> None:
        if not self._bar.isHidden():
            self._find_next(step)
            return
        count = len(self._passages().hits)
        if self._is_settled and self._view is not None and self._view.step_word(step):
            return
        if count and self._is_settled:
            self._at = (self._at + step) % count
            self._mark()

    def _find(self, words: str) -> None:
        if self._view is not None and self._shown is not None:
            self._view.search(words)

    def _find_next(self, step: int) -> None:
        if self._view is not None and self._shown is not None:
            self._view.search_next(step)

    def _end_search(self, had_caret: bool) -> None:
        self._find("")
        if had_caret and self._view is not None:
            self._view.setFocus()

    def _show_match(self) -> None:
        count = len(self._passages().hits)
        self._header.show_matches(self._at + 1, count)
        self._header.show_words(*self._words)
        self.matched.emit(self._at + 1, count)

    def _count_words(self, view: DocumentView, at: int, count: int) -> None:
        if view is self._view:
            self._words = (at, count)
            self._header.show_words(at, count)

    def _show_findings(self, findings: Findings) -> None:
        self._bar.show_findings(findings, self._pages)

    def _show_page(self, page: int, pages: int) -> None:
        self._pages = pages
        words = self.tr("Page {page} of {pages}")
        if self._shown is not None and self._shown.form is PreviewForm.TABLE:
            words = self.tr("Sheet {page} of {pages}") if pages > 1 else ""
        self._page_words = words.format(page=formatting.count(page), pages=formatting.count(pages))
        if self._has_header:
            self._header.show_page(self._page_words)

    def _run_action(self, name: str) -> None:
        """Run an action of the header."""
        if self._selection is None or (self._selection.result.machine and name in HERE):
            return
        path, current = self._selection.path, self._passages().current
        match name:
            case "open":
                self._actions.open(path)
            case "reveal":
                self._actions.reveal(path)
            case "copy-path":
                self._actions.copy_path(path)
            case "copy-passage" if current is not None:
                self._actions.copy_passage(path, current)
            case "similar":
                self.similar_wanted.emit(path)
            case "find-in-preview":
                self.find()

    def _lay_out(self) -> None:
        set_role(self._rule, "hairline")
        self._stack = QStackedWidget()
        for page in (self._nothing, self._skeleton, self._refusal):
            self._stack.addWidget(page)
        # In the document only: elsewhere Space presses what has the focus.
        self._space = QShortcut(Qt.Key.Key_Space, self._stack, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._space.activated.connect(self.closed)
        # Where the results are hidden, their keys are.
        self._keys = [self._shortcuts.bind(name, self, partial(self._run_action, name)) for name in _KEYED]
        self.set_over(over=False)
        fill(QVBoxLayout(self), self._header, self._rule, self._bar, (self._stack, 1), self._facts)
