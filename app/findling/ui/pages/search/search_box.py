"""Search box with search modes and proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStyledItemDelegate,
    QToolButton,
    QWidget,
)

from findling.domain.search import Mode
from findling.ui.pages.search.box_proposals import label_proposal
from findling.ui.pages.search.result_list import MOVES
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import LARGE_ICON_SIZE, SEARCH_HEIGHT, Spacing, TextSize
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.spinner import Spinner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.ui.pages.search.box_proposals import BoxProposals
    from findling.ui.theme.theme import Theme

_SPINNER_DELAY_MS = 150
_PROPOSED = 8
_BUTTON = 32

_Key = Qt.Key
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_OF_POPUP = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape)


class SearchBox(QLineEdit):
    """Line edit that passes on the keys for the results."""

    mode_chosen = Signal(Mode)
    stepped = Signal(int, bool)
    """A key that moves the selection, and whether it extends it."""
    folded = Signal(bool)
    opened = Signal()
    peeked = Signal()
    left = Signal()
    """Esc, with nothing typed."""

    def __init__(self, theme: Theme, proposals: BoxProposals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source = proposals
        self._is_for_filter = False
        self._composing = False
        self._is_typed = self._is_writing = False
        self._is_stepping = self._is_unfolded = False
        self._owed = ""
        self.setPlaceholderText(self.tr("Search your files by what they say"))
        self.setAccessibleName(self.tr("Search"))
        set_role(self, "search")
        self.setMinimumHeight(SEARCH_HEIGHT)
        self._modes = self._make_modes()
        self._mode = self._make_button("search", self.tr("How to search"))
        self._spinner = Spinner(theme, self)
        self._clear = self._make_button("x", self.tr("Clear"))
        self._clear.clicked.connect(self.clear_text)
        self._spinner_delay = QTimer(self, singleShot=True, interval=_SPINNER_DELAY_MS)
        self._spinner_delay.timeout.connect(self._spinner.show)
        self._completer = self._make_completer()
        self._lay_out()
        self.textEdited.connect(self._notice_typing)
        self.cursorPositionChanged.connect(self._end_stepping)
        proposals.changed.connect(self._propose_filters)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._clear.hide()

    @property
    def mode(self) -> Mode:
        """The chosen search mode."""
        action = self._modes.checkedAction()
        return Mode(action.data()) if action else Mode.HYBRID

    @property
    def is_typing(self) -> bool:
        """The caret stands behind what was typed, whose last word may be unfinished."""
        return self._is_typed and self.cursorPosition() == len(self.text())

    def write(self, text: str) -> None:
        """Replace the text, so that it can be undone."""
        if text != self.text():
            self._is_writing = True
            self.selectAll()
            self.insert(text)
            self._is_writing = False

    def type_on(self, text: str) -> None:
        """Append text typed elsewhere, preceded by the space that opened a preview instead."""
        owed, self._owed = self._owed, ""
        self.setFocus()
        self.end(False)
        self.insert(owed + text)

    def set_unfolded(self, *, unfolded: bool) -> None:
        """Note whether the selected result is unfolded.

        If it is, an arrow back folds it; else it moves the caret.
        """
        self._is_unfolded = unfolded

    def clear_text(self) -> None:
        """Empty the box, so that it can be undone."""
        self.write("")
        self.setFocus()

    def _notice_typing(self) -> None:
        self._is_typed = not self._is_writing
        self._propose_filters()

    def set_waiting(self, *, waiting: bool) -> None:
        """Show the spinner if an answer takes long, or hide it."""
        if waiting:
            self._spinner_delay.start()
        else:
            self._spinner_delay.stop()
            self._spinner.hide()

    @property
    def _proposes(self) -> bool:
        popup = self._completer.popup()
        return popup is not None and popup.isVisible()

    def propose(self) -> None:
        """Show earlier searches that begin with the typed text."""
        self._is_for_filter = False
        self._offer([(query, query) for query in self._source.history(self.text(), _PROPOSED)])

    def _propose_filters(self) -> None:
        """Show values for the filter that is being typed, with the number of files of each."""
        found = self._source.filters(self.text()) if self.is_typing else ()
        if found or self._is_for_filter:
            self._is_for_filter = bool(found)
            self._offer([(label_proposal(each), f"{each.text} ") for each in found])

    def _offer(self, proposals: Sequence[tuple[str, str]]) -> None:
        """Show proposals, each with the text that it stands for; hide the popup without any."""
        self._proposals.clear()
        for label, text in proposals:
            item = QStandardItem(label)
            item.setData(text, Qt.ItemDataRole.UserRole)
            self._proposals.appendRow(item)
        if proposals:
            self._completer.complete(self.rect().adjusted(0, 0, 0, Spacing.XS))
        elif (popup := self._completer.popup()) is not None:
            popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on keys for the results, and type all others."""
        key = _Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        self._owed = ""
        if self._take_list_key(key, modifiers):
            return
        self._end_stepping()
        if key in _OF_POPUP and self._proposes:
            # The completer asks the box first, and does with the key what is meant where the box does nothing.
            event.ignore()
        elif key in (_Key.Key_Return, _Key.Key_Enter) and not modifiers:
            self.opened.emit()
        elif key == _Key.Key_Space and modifiers == Control:
            self.peeked.emit()
        elif key == _Key.Key_Escape:
            self.clear_text() if self.text() else self.left.emit()
        elif key == _Key.Key_Down and (modifiers == Qt.KeyboardModifier.AltModifier or not (modifiers or self.text())):
            self.propose()
        elif key in (_Key.Key_Right, _Key.Key_End) and not modifiers and self._ghost():
            self._take_ghost()
        elif key == self._ahead and not modifiers and self._is_at_end:
            self.folded.emit(False)
        else:
            super().keyPressEvent(event)

    def _take_list_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Pass on a key for the results; once the selection was moved, arrows and Space as well."""
        is_down_in_empty = key == _Key.Key_Down and not (modifiers or self.text())
        if self._is_move(key, modifiers) and not is_down_in_empty:
            self._is_stepping = True
            self.update()
            self.stepped.emit(int(key), bool(modifiers & Shift))
        elif (modifiers == Qt.KeyboardModifier.AltModifier and key in (_Key.Key_Left, _Key.Key_Right)) or (
            self._is_stepping and key in self._folding and not modifiers and self._is_at_end
        ):
            self.folded.emit(key != self._ahead)
        elif self._is_stepping and key == _Key.Key_Space and not modifiers:
            self._owed = " "
            self.peeked.emit()
        else:
            return False
        return True

    def _end_stepping(self) -> None:
        self._is_stepping = False

    @property
    def _folding(self) -> tuple[Qt.Key, ...]:
        return (_Key.Key_Left, _Key.Key_Right) if self._is_unfolded else (self._ahead,)

    @property
    def _is_at_end(self) -> bool:
        return self.cursorPosition() == len(self.text()) and not self.hasSelectedText()

    @property
    def _ahead(self) -> Qt.Key:
        """The arrow that points to where reading goes."""
        return _Key.Key_Left if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else _Key.Key_Right

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note a composition, during which nothing is proposed."""
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the end of what was begun after the text."""
        super().paintEvent(event)
        ghost = self._ghost()
        if not ghost:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("faint"))
        caret, room = self.cursorRect(), self.contentsRect()
        margins = self.textMargins()
        start = caret.center().x() + 1
        rect = QRect(QPoint(start, caret.top()), QSize(room.right() - margins.right() - start, caret.height()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, ghost)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the text clear of the buttons when the direction of reading changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._set_text_margins()

    def _ghost(self) -> str:
        """Return the end of what was begun, if the caret stands behind the text."""
        text = self.text()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft or _is_rtl(text):
            return ""
        typing = self.hasFocus() and not self._composing and not self._is_stepping
        return self._source.find_end(text)[0] if typing and self._is_at_end else ""

    def _take_ghost(self) -> None:
        _, query = self._source.find_end(self.text())
        self.write(query)

    def _is_move(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if key in (_Key.Key_Home, _Key.Key_End):
            return modifiers == Control
        return key in MOVES and modifiers in (Qt.KeyboardModifier.NoModifier, Shift)

    def _make_modes(self) -> QActionGroup:
        group = QActionGroup(self)
        for mode, words, icon in (
            (Mode.HYBRID, self.tr("By meaning and words"), "search"),
            (Mode.MEANING, self.tr("By meaning alone"), "sparkles"),
            (Mode.WORDS, self.tr("By words alone"), "type"),
        ):
            action = QAction(words, group, checkable=True, checked=mode is Mode.HYBRID)
            action.setData(str(mode))
            action.setProperty("drawing", icon)
            self._style_mode(action)
            action.toggled.connect(lambda _, action=action: self._style_mode(action))
        group.triggered.connect(self._choose_mode)
        return group

    def _style_mode(self, action: QAction) -> None:
        """Highlight the mode in use, not by colour alone."""
        action.setFont(self._theme.font(TextSize.BODY, medium=action.isChecked()))
        self._theme.set_icon(action, str(action.property("drawing")), "accent" if action.isChecked() else "soft")

    def _choose_mode(self, action: QAction) -> None:
        self._theme.set_icon(self._mode, str(action.property("drawing")))
        self._mode.setToolTip(action.text())
        self.mode_chosen.emit(Mode(action.data()))

    def _make_button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        set_role(button, "quiet")
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setIconSize(QSize(LARGE_ICON_SIZE, LARGE_ICON_SIZE))
        button.setFixedSize(QSize(_BUTTON, _BUTTON))
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._theme.set_icon(button, icon)
        return button

    def _make_completer(self) -> QCompleter:
        self._proposals = QStandardItemModel(self)
        completer = QCompleter(self._proposals, self)
        completer.setMaxVisibleItems(_PROPOSED)
        completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(self)
        popup = QListView()
        popup.setAccessibleName(self.tr("Proposals"))
        set_role(popup, "popup")
        completer.setPopup(popup)
        # A completer brings a delegate of its own, which paints without the style sheet.
        popup.setItemDelegate(QStyledItemDelegate(popup))
        completer.activated.connect(self.write)
        return completer

    def _lay_out(self) -> None:
        self._mode.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._mode)
        menu.addActions(self._modes.actions())
        self._mode.setMenu(menu)
        margins = (Spacing.XS + 2, 0, Spacing.XS + 2, 0)
        fill(QHBoxLayout(self), self._mode, 1, self._spinner, self._clear, margins=margins, spacing=Spacing.XS)
        self._set_text_margins()

    def _set_text_margins(self) -> None:
        leading, trailing = _BUTTON + Spacing.XS, _BUTTON + LARGE_ICON_SIZE + Spacing.S
        side = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            leading, trailing, side = trailing, leading, Qt.AlignmentFlag.AlignRight
        self.setTextMargins(leading, 0, trailing, 0)
        # By itself, a text of the other direction would change sides as the focus comes and goes.
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)


def _is_rtl(text: str) -> bool:
    return any(bidirectional(each) in ("R", "AL") for each in text)
