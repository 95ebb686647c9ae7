"""Frameless search box with a few results, on top of all windows until it loses focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QKeySequence, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from findling.ipc.failures import Failed
from findling.processes.reader.messages import AskFolders, FolderReports, SearchRequest, SearchResponse
from findling.ui.app.quick_row import QuickRowDelegate, height
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import leading_side
from findling.ui.pages.search.result_model import ResultsModel
from findling.ui.theme.tokens import POPUP_CORNER, Spacing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.domain.search import Answer, Result
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_MOST = 8
_WIDTH = 640
_FROM_TOP = 1 / 6
_REST_MS = 30
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuickWindow(QWidget):
    """Search box that opens what it finds."""

    all_wanted = Signal(str)
    """Query whose results are to be shown in the window."""

    def __init__(
        self,
        link: ReaderClient,
        theme: Theme,
        actions: FileActions,
        shortcuts: Shortcuts,
        parent: QWidget | None = None,
    ) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags)
        self._link = link
        self._actions = actions
        self._shortcuts = shortcuts
        self._question = 0
        self._by_hand = False
        self._model = ResultsModel(self)
        self.setWindowTitle(self.tr("Quick search"))
        # Only for the corners, which are round.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._box = self._make_box(theme)
        self._list = self._make_list(theme)
        self._note = QLabel(wordWrap=True)
        self._note.setProperty("role", "soft")
        self._note.setContentsMargins(Spacing.M, Spacing.S, Spacing.M, Spacing.S)
        self._all = QPushButton()
        self._all.setProperty("role", "quiet")
        self._all.clicked.connect(self._show_all)
        self._all.installEventFilter(self)
        self._compose()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._box.textChanged.connect(self._rest.start)
        self._settle("")

    def toggle(self) -> None:
        """Show the window, or hide it if it is active."""
        if self.isVisible() and self.isActiveWindow():
            self.hide()
        else:
            self.popup()

    def popup(self) -> None:
        """Show the window in the upper part of the screen under the pointer, with the focus."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        width = min(_WIDTH, room.width() - 2 * Spacing.L)
        self._frame.setFixedWidth(width)
        self.move(room.x() + (room.width() - width) // 2, room.y() + round(room.height() * _FROM_TOP))
        self.show()
        self.raise_()
        self.activateWindow()
        self._box.setFocus()
        self._box.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Hide when another window becomes active."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Mask the corners on X11, where there may be no compositor."""
        super().resizeEvent(event)
        if QGuiApplication.platformName() == "xcb":
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), POPUP_CORNER, POPUP_CORNER)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys for the result list while the caret is in the box."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._handle_key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _make_box(self, theme: Theme) -> QLineEdit:
        box = QLineEdit()
        box.setAlignment(leading_side())
        box.setProperty("role", "search")
        box.setPlaceholderText(self.tr("Search your files"))
        box.setAccessibleName(self.tr("Search your files"))
        icon = box.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        theme.set_icon(icon, "search")
        box.installEventFilter(self)
        return box

    def _make_list(self, theme: Theme) -> QListView:
        view = QListView()
        view.setModel(self._model)
        view.setItemDelegate(QuickRowDelegate(theme, self._model, view))
        view.setAccessibleName(self.tr("Results"))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setMouseTracking(True)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._open)
        theme.changed.connect(view.viewport().update)
        return view

    def _compose(self) -> None:
        self._frame = QFrame()
        self._frame.setProperty("role", "popup")
        rows = QVBoxLayout(self._frame)
        rows.setContentsMargins(Spacing.S, Spacing.S, Spacing.S, Spacing.S)
        rows.setSpacing(Spacing.XS)
        for widget in (self._box, self._list, self._note, self._all):
            rows.addWidget(widget)
        rows.setAlignment(self._all, Qt.AlignmentFlag.AlignLeading)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        around.addWidget(self._frame)

    def _ask(self) -> None:
        self._link.forget(self._question)
        self._by_hand = False
        query = self._box.text().strip()
        if not query:
            self._model.apply((), "")
            self._settle("")
            return
        self._question = self._link.ask(SearchRequest(query, limit=_MOST, passages=1), self._receive)

    def _receive(self, reply: Reply, final: bool) -> None:
        if isinstance(reply, Failed):
            self._settle(describe(reply.notice))
        elif isinstance(reply, SearchResponse):
            self._show_answer(reply.answer, final=final)

    def _show_answer(self, answer: Answer, *, final: bool) -> None:
        chosen = self._chosen() if self._by_hand else None
        self._model.apply(answer.results[:_MOST], answer.searched or answer.query)
        self._choose(max(self._model.find(chosen.path).row(), 0) if chosen else 0, 1)
        if answer.results:
            self._settle("")
        elif final:
            self._settle(self.tr("No document matches."))
            self._question = self._link.ask(AskFolders(), self._explain_nothing)

    def _explain_nothing(self, reply: Reply, _: bool) -> None:
        if isinstance(reply, FolderReports) and not reply.folders:
            self._settle(self.tr("Findling covers no folder yet."), self.tr("Open Findling"))

    def _settle(self, note: str, way_out: str = "") -> None:
        """Fit the window's height to the results.

        Args:
            note: text in place of results; "" for nothing.
            way_out: label of the button, which is otherwise shown only with results.
        """
        rows = self._model.rowCount()
        self._list.setFixedHeight(sum(height(self._model.row(at)) for at in range(rows)))
        self._list.setVisible(rows > 0)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._all.setText(way_out or self.tr("Show all in Findling"))
        self._all.setVisible(bool(rows or way_out))
        self.adjustSize()

    def _handle_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Handle a key; return False if it belongs to the box."""
        keys = QKeySequence(event.keyCombination())
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(_STEPS[Qt.Key(event.key())], from_below=watched is self._all)
        elif watched is self._all:
            return False
        elif keys == self._shortcuts.keys("reveal"):
            self._act(self._actions.reveal)
        elif keys == self._shortcuts.keys("copy-path"):
            self._act(self._actions.copy_path)
        elif event.key() in _ENTER:
            self._open()
        else:
            return False
        return True

    def _step(self, by: int, *, from_below: bool) -> None:
        at = self._list.currentIndex().row()
        if from_below:
            if by < 0:
                self._box.setFocus()
        elif by > 0 and at == self._model.rowCount() - 1 and at >= 0:
            self._all.setFocus()
        else:
            self._by_hand = True
            self._choose(at + by, by)

    def _choose(self, at: int, direction: int) -> None:
        """Select the first result from a row on."""
        ahead = range(at, self._model.rowCount()) if direction > 0 else range(at, -1, -1)
        for row in ahead:
            if self._model.row(row).result is not None:
                index = self._model.index(row)
                self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return

    def _chosen(self) -> Result | None:
        index = self._list.currentIndex()
        return self._model.row(index.row()).result if index.isValid() else None

    def _open(self) -> None:
        self._act(self._actions.open)

    def _act(self, action: Callable[[Path], None]) -> None:
        result = self._chosen()
        if result is not None:
            self.hide()
            action(result.path)

    def _show_all(self) -> None:
        self.hide()
        self.all_wanted.emit(self._box.text().strip())
