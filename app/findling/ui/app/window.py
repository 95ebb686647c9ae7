"""Main window: sidebar, current page and status bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from findling.ui.app.sidebar import Sidebar
from findling.ui.app.status_bar import StatusBar
from findling.ui.widgets.controls import Hairline
from findling.ui.widgets.pane_splitter import PaneSplitter
from findling.ui.widgets.tab_order import move_focus
from findling.ui.widgets.typed_text import read_typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from findling.ui.pages.preview.preview_pane import PreviewPane
    from findling.ui.pages.search.page import SearchPage
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_NARROW = 1_000
_SINGLE = 900
_SIZE = QSize(1_280, 800)
_FRAME = QSize(16, 48)


class Window(QMainWindow):
    """Main window with a layout for three widths.

    Under 1,000 pixels the sidebar shows icons alone; under 900 the preview folds away. A look at a file shows the
    preview in place of the results, at any width.
    """

    painted = Signal()
    """The window was painted for the first time."""
    page_shown = Signal(int)
    closing = Signal()
    """The user closes the window, which goes on existing."""

    def __init__(self, theme: Theme, memory: QSettings, title: str) -> None:
        super().__init__()
        self._memory = memory
        self._seen = False
        self._single = False
        self._is_looking = False
        self._looked_from: QWidget | None = None
        self.setWindowTitle(title)
        self.setMinimumSize(320, 360)
        self.sidebar = Sidebar(theme)
        self.status = StatusBar(theme)
        self._pages = QStackedWidget()
        self._unbuilt: dict[int, tuple[QWidget, Callable[[QWidget], QWidget]]] = {}
        self._panes = PaneSplitter()
        edge, rule = Hairline(QFrame.Shape.VLine), Hairline()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addWidget(edge)
        across.addWidget(self._pages, 1)
        self._main = QWidget()
        rows = QVBoxLayout(self._main)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(across, 1)
        rows.addWidget(rule)
        rows.addWidget(self.status)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._main)
        self.setCentralWidget(self._whole)
        self.sidebar.chosen.connect(self.show_page)

    def put_search(self, search: SearchPage, preview: PreviewPane, words: str, hint: str) -> None:
        """Make the search page, with the preview beside it, the first page."""
        self._search, self._preview = search, preview
        self._panes.put((search, 5), (preview, 4))
        preview.closed.connect(self.close_preview)
        self._pages.addWidget(self._panes)
        self.sidebar.add_page(words, "search", hint)

    def add_page(self, build: Callable[[QWidget], QWidget], words: str, icon: str, hint: str) -> None:
        """Add a page that is built when it is first asked for.

        It is built within the widget that is given: once the window is seen, whatever gets another parent has the style
        of all that is in it worked out again.
        """
        place = QWidget()
        self._unbuilt[self._pages.addWidget(place)] = place, build
        self.sidebar.add_page(words, icon, hint)

    def has_built(self, index: int) -> bool:
        """Return whether a page is built."""
        return index not in self._unbuilt

    def page_at(self, index: int) -> QWidget | None:
        """Return a page, built if need be; None beyond the last."""
        if index in self._unbuilt:
            place, build = self._unbuilt.pop(index)
            self._pages.insertWidget(index, build(self._pages))
            self._pages.removeWidget(place)
            place.deleteLater()
        return self._pages.widget(index)

    def show_page(self, index: int) -> None:
        """Show a page."""
        self._whole.setCurrentWidget(self._main)
        self.page_at(index)
        self._pages.setCurrentIndex(index)
        self.sidebar.choose(index)
        page = self._pages.currentWidget()
        if index == 0:
            self._search.focus_box()
        elif page is not None:
            page.setFocus()
        self.page_shown.emit(index)

    @property
    def current_page(self) -> QWidget | None:
        """The current page; None before there is one."""
        page = self._pages.currentWidget()
        return self._search if page is self._panes else page

    @property
    def page(self) -> int:
        """Return the index of the current page."""
        return self._pages.currentIndex()

    def show_over(self, page: QWidget | None) -> None:
        """Show a widget in place of all pages; None goes back."""
        if page is None:
            self._whole.setCurrentWidget(self._main)
            return
        if self._whole.indexOf(page) < 0:
            self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)

    def bind(self, shortcuts: Shortcuts) -> None:
        """Bind the shortcuts."""
        shortcuts.bind("search", self, self.go_to_search)
        for number in range(self._pages.count()):
            shortcuts.bind(f"place-{number + 1}", self, partial(self.show_page, number))
        shortcuts.bind("toggle-preview", self, self.toggle_preview)
        shortcuts.bind("next-match", self, self._preview.next_match)
        shortcuts.bind("previous-match", self, self._preview.previous_match)
        shortcuts.bind("find-in-preview", self, self._find_in_preview)

    def go_to_search(self) -> None:
        """Show the search page and focus the search box."""
        if self._is_looking:
            self._set_looking(looking=False)
        self.show_page(0)

    def bring_to_front(self) -> None:
        """Show the window in front of all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def peek(self) -> None:
        """Open a large look at the selected file, in place of the results, or close it."""
        if self._is_looking:
            self.close_preview()
            return
        self._looked_from = QApplication.focusWidget()
        self._set_looking(looking=True)
        self._preview.setFocus()

    def close_preview(self) -> None:
        """Return from a look to where the focus was."""
        self._set_looking(looking=False)
        back = self._looked_from
        if back is not None and self._search.isAncestorOf(back) and back.isVisible():
            back.setFocus()
        else:
            self._search.focus_box()

    def toggle_preview(self) -> None:
        """Show or hide the preview; the focus goes on in what stays."""
        if self._single or self._is_looking:
            self.peek()
            return
        hides = self._preview.isVisible()
        if hides and self._preview.isAncestorOf(QApplication.focusWidget() or self):
            self._search.focus_box()
        self._memory.setValue("window/preview", not hides)
        self._show_preview()

    def _set_looking(self, *, looking: bool) -> None:
        self._is_looking = looking
        self._preview.set_over(over=looking)
        # What comes is shown before what goes, so that the focus is never nowhere.
        if looking:
            self._preview.show()
            self._search.hide()
        else:
            self._search.show()
            self._show_preview()

    def _show_preview(self) -> None:
        """Show the preview beside the results where there is room and the user wants it."""
        is_shown = self._is_looking or (
            not self._single and self._memory.value("window/preview", True, type=bool) is True
        )
        self._preview.setVisible(is_shown)
        self._search.set_previewed(previewed=is_shown)

    def restore(self) -> None:
        """Restore geometry and pane sizes of the last session."""
        geometry = self._memory.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            # What the desktop draws around a window is not known before it is there.
            self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        panes = self._memory.value("window/panes")
        if not (isinstance(panes, QByteArray) and self._panes.restoreState(panes)):
            self._panes.setSizes([5_000, 4_000])
        self._show_preview()
        self._arrange(self.width())

    def remember(self) -> None:
        """Save geometry and pane sizes."""
        self._memory.setValue("window/geometry", self.saveGeometry())
        if not self._single:
            self._memory.setValue("window/panes", self._panes.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the layout to the width."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def event(self, event: QEvent) -> bool:
        """Emit `painted` at the first paint."""
        done = super().event(event)
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            self.painted.emit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a look on Escape; what is typed where nothing takes it goes into the search box."""
        text = read_typed(event)
        if event.key() == Qt.Key.Key_Escape and self._is_looking:
            self.close_preview()
        elif text and self._whole.currentWidget() is self._main:
            self.go_to_search()
            self._search.type_on(text)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus in the order in which the window is read."""
        return move_focus(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the geometry and emit `closing`."""
        self.remember()
        self.closing.emit()
        event.accept()

    def _find_in_preview(self) -> None:
        if not self._preview.isVisible():
            self.peek()
        self._preview.find()

    def _arrange(self, width: int) -> None:
        self.sidebar.collapse(width < _NARROW)
        single = width < _SINGLE
        if single == self._single or not self._panes.count():
            return
        self._single = single
        if not self._is_looking:
            self._show_preview()
