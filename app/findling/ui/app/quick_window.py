"""Frameless search box with a few results and a preview, on top until it loses focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QKeySequence, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from findling.domain.search import TypingStage
from findling.processes.reader.library_messages import AskFolders, FolderReports
from findling.processes.reader.search_messages import SearchRequest
from findling.ui.app.quick_results import QuickResults
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import leading_side
from findling.ui.pages.preview.preview_pane import PreviewPane
from findling.ui.pages.search.result_model import ResultsModel
from findling.ui.pages.search.search_requester import SearchRequester
from findling.ui.services.result_selection import Selection
from findling.ui.theme.tokens import POPUP_CORNER, Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.domain.search import Answer
    from findling.ipc.failures import Failed
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.pages.search.result_rows import ResultRow
    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_MOST = 8
_PASSAGES = 1
_WIDTH = 800
_ALONE_WIDTH = 640
"""Width below which there is no room for the chosen file beside the results."""
_LIST_SHARE, _PREVIEW_SHARE = 9, 8
_BODY_HEIGHT = 440
_PREVIEW_HEIGHT = 320
_FROM_TOP = 1 / 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuickWindow(QWidget):
    """Search box that shows, opens and copies what it finds."""

    all_wanted = Signal(str)
    """Query whose results are to be shown in the window."""
    alike_wanted = Signal(object)
    """`Path` of a file whose like are wanted in the window."""

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
        self._link, self._actions, self._shortcuts = link, actions, shortcuts
        self._by_hand = False
        self._model = ResultsModel(self)
        self._requester = SearchRequester(link, self)
        self.setWindowTitle(self.tr("Quick search"))
        # Only for the corners, which are round.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._box = self._make_box(theme)
        self._list = QuickResults(theme, self._model)
        self._preview = PreviewPane(link, theme, actions, shortcuts)
        self._preview.set_bare()
        self._preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._note = QLabel(wordWrap=True)
        self._note.setProperty("role", "soft")
        self._note.setContentsMargins(Spacing.M, Spacing.S, Spacing.M, Spacing.S)
        self._all = QPushButton()
        self._all.setProperty("role", "quiet")
        self._keys = ElidedLabel(role="meta", elide=Qt.TextElideMode.ElideRight)
        self._compose()
        self._connect()
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
        self._settle(self._note.text())
        self.move(room.x() + (room.width() - width) // 2, room.y() + round(room.height() * _FROM_TOP))
        self._name_keys()
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

    def _compose(self) -> None:
        self._frame, self._rule = QFrame(), QFrame()
        self._frame.setProperty("role", "popup")
        self._rule.setProperty("role", "hairline")
        self._rule.setFrameShape(QFrame.Shape.VLine)
        body = fill(
            QHBoxLayout(), (self._list, _LIST_SHARE), self._rule, (self._preview, _PREVIEW_SHARE), spacing=Spacing.XS
        )
        foot = fill(QHBoxLayout(), self._all, (self._keys, 1), spacing=Spacing.S)
        edges = (Spacing.S, Spacing.S, Spacing.S, Spacing.S)
        fill(QVBoxLayout(self._frame), self._box, body, self._note, foot, margins=edges, spacing=Spacing.XS)
        around = fill(QVBoxLayout(self), self._frame)
        around.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _connect(self) -> None:
        self._box.textChanged.connect(self._ask)
        self._requester.answered.connect(self._show_answer)
        self._requester.refused.connect(self._show_refusal)
        self._list.clicked.connect(self._open)
        self._list.selectionModel().currentChanged.connect(self._show_chosen)
        self._all.clicked.connect(self._show_all)
        self._all.installEventFilter(self)

    def _ask(self) -> None:
        self._by_hand = False
        query = self._box.text().strip()
        if not query:
            self._requester.drop()
            self._model.apply((), "")
            self._settle("")
            return
        is_typing = self._box.cursorPosition() == len(self._box.text()) and not self._box.text()[-1].isspace()
        stage = TypingStage.TYPING if is_typing else TypingStage.DONE
        self._requester.ask(SearchRequest(query, limit=_MOST, passages=_PASSAGES, stage=stage))

    def _show_refusal(self, refused: Failed) -> None:
        self._settle(describe(refused.notice))

    def _show_answer(self, answer: Answer, final: bool) -> None:
        row = self._chosen() if self._by_hand else None
        chosen = row.result if row else None
        self._model.apply(answer.results[:_MOST], answer.searched)
        self._list.choose(max(self._model.find(chosen.path).row(), 0) if chosen else 0, 1)
        self._show_chosen()
        if answer.results:
            self._settle("")
        elif final:
            self._settle(self.tr("No document matches."))
            self._link.ask(AskFolders(), self._explain_nothing)

    def _explain_nothing(self, reply: Reply, _: bool) -> None:
        if isinstance(reply, FolderReports) and not reply.folders:
            self._settle(self.tr("Findling covers no folder yet."), self.tr("Open Findling"))

    def _settle(self, note: str, way_out: str = "") -> None:
        """Fit the window's height to the results.

        Args:
            note: text in place of results; "" for nothing.
            way_out: label of the button, which is otherwise shown only with results.
        """
        has_rows = self._model.rowCount() > 0
        has_room = self._frame.maximumWidth() >= _ALONE_WIDTH
        height = min(self._list.needed_height, _BODY_HEIGHT)
        self._list.setFixedHeight(max(height, _PREVIEW_HEIGHT) if has_room else height)
        self._preview.setFixedHeight(self._list.height())
        self._list.setVisible(has_rows)
        for part in (self._rule, self._preview):
            part.setVisible(has_rows and has_room)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._all.setText(way_out or self.tr("Show all in Findling"))
        self._all.setVisible(has_rows or bool(way_out))
        self._keys.setVisible(has_rows)
        self.adjustSize()

    def _show_chosen(self) -> None:
        row = self._chosen()
        if row is None or row.result is None:
            self._preview.show_selection(None)
        else:
            self._preview.show_selection(Selection(row.result, self._box.text(), row.at, self._model.query))

    def _name_keys(self) -> None:
        """Say which keys do what, in the user's own keys."""
        words = {
            "open": self.tr("open"),
            "reveal": self.tr("show in folder"),
            "copy-path": self.tr("copy path"),
            "copy-passage": self.tr("copy passage"),
        }
        native = QKeySequence.SequenceFormat.NativeText
        named = {word: self._shortcuts.keys(action).toString(native) for action, word in words.items()}
        self._keys.setText("   ".join(f"{keys} {word}" for word, keys in named.items() if keys))

    def _handle_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Handle a key; return False if it belongs to the box."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(_STEPS[Qt.Key(event.key())], from_below=watched is self._all)
        elif watched is self._all:
            return False
        else:
            return self._act_by_key(event)
        return True

    def _act_by_key(self, event: QKeyEvent) -> bool:
        keys = QKeySequence(event.keyCombination())
        row = self._chosen()
        if keys == self._shortcuts.keys("reveal"):
            self._act(self._actions.reveal)
        elif keys == self._shortcuts.keys("copy-path"):
            self._act(self._actions.copy_path)
        elif keys == self._shortcuts.keys("copy-passage") and row is not None and row.hit is not None:
            hit = row.hit
            self._act(lambda path: self._actions.copy_passage(path, hit))
        elif keys == self._shortcuts.keys("similar"):
            self._act(self.alike_wanted.emit)
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
            self._list.choose(at + by, by)

    def _chosen(self) -> ResultRow | None:
        index = self._list.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def _open(self) -> None:
        self._act(self._actions.open)

    def _act(self, action: Callable[[Path], None]) -> None:
        row = self._chosen()
        if row is not None and row.result is not None:
            self.hide()
            action(row.result.path)

    def _show_all(self) -> None:
        self.hide()
        self.all_wanted.emit(self._box.text().strip())
