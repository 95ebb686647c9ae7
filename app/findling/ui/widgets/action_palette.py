"""Palette of actions: a field that filters them, and a list from which Enter takes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QStyleOptionViewItem, QVBoxLayout

from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ICON_SIZE, Spacing, TextSize
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.keyed_model import KeyedModel
from findling.ui.widgets.row_delegate import RowDelegate, place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index
    from findling.ui.widgets.offered_action import OfferedAction

_SIZE = QSize(480, 400)
_MARGIN = 24
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class ActionModel(KeyedModel["OfferedAction"]):
    """Model of actions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda action: action.words, parent)

    def accessible_text(self, row: OfferedAction) -> str:
        """Return the label with its keys."""
        return ", ".join(filter(None, (row.words, keys_text(row))))


class ActionDelegate(RowDelegate):
    """Paints icon, label and keys on one line."""

    def __init__(self, theme: Theme, model: ActionModel, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the height of a row; the list decides the width."""
        return QSize(0, self.line_height(TextSize.BODY) + 2 * Spacing.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        action = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option)
        inner = option.rect.adjusted(Spacing.M, 0, -Spacing.M, 0)
        sign = QRect(inner.left(), inner.center().y() - ICON_SIZE // 2, ICON_SIZE, ICON_SIZE)
        self.draw(painter, place(option, sign), action.icon)
        keys = keys_text(action)
        room = self.width_of(keys, TextSize.META) + Spacing.M if keys else 0
        words = inner.adjusted(ICON_SIZE + Spacing.S, 0, -room, 0)
        self.write(painter, option, place(option, words), action.words)
        self.write(painter, option, inner, keys, size=TextSize.META, colour="soft", trailing=True)
        painter.restore()


class ActionPalette(QFrame):
    """Popup over a window; Esc or a click beside it closes it.

    Args:
        theme: of the window.
        actions: that are listed.
        parent: widget of the window.
        question: what the field is for; "" for any action.
        make_new: returns an action of what is typed, listed last; None where that makes none.
    """

    def __init__(
        self,
        theme: Theme,
        actions: Sequence[OfferedAction],
        parent: QWidget,
        *,
        question: str = "",
        make_new: Callable[[str], OfferedAction | None] = lambda _: None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._over = parent.window()
        set_role(self, "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Actions"))
        self._actions = [action for action in actions if action.enabled]
        self._make_new = make_new
        self._model = ActionModel(self)
        self._field = QLineEdit()
        self._field.setPlaceholderText(question or self.tr("What to do"))
        self._field.setAccessibleName(question or self.tr("What to do"))
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(ActionDelegate(theme, self._model, self._list))
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._take)
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(lambda: self._take(self._list.currentIndex()))
        fill(QVBoxLayout(self), self._field, (self._list, 1), margins=(Spacing.S,) * 4, spacing=Spacing.S)
        self.setFocusProxy(self._field)
        self._narrow("")

    @property
    def labels(self) -> list[str]:
        """The labels of the actions that are listed."""
        return [action.words for action in self._model.rows]

    def open(self) -> None:
        """Show the palette at the top of its window."""
        window = self._over
        size = _SIZE.boundedTo(window.size() - QSize(2 * _MARGIN, 2 * _MARGIN))
        self.resize(size)
        self.move(window.mapToGlobal(QPoint((window.width() - size.width()) // 2, _MARGIN * 2)))
        self.show()
        self._field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selection from the field, and close on Escape."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self._choose(min(max(self._list.currentIndex().row() + by, 0), self._model.rowCount() - 1))
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _narrow(self, typed: str) -> None:
        """List the actions with all words that are typed in their labels."""
        parts = typed.casefold().split()
        listed = [each for each in self._actions if all(part in each.words.casefold() for part in parts)]
        new = self._make_new(typed.strip())
        self._model.change_to([*listed, new] if new else listed)
        self._choose(0)

    def _choose(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(self._model.index(row), flags)

    def _take(self, index: Index) -> None:
        """Take an action once the palette is closed, so that it finds the focus where it was."""
        if index.isValid():
            do = self._model.row(index.row()).do
            self.close()
            QTimer.singleShot(0, do)


def keys_text(action: OfferedAction) -> str:
    """Return the keys of an action as the platform writes them; "" for none."""
    return action.keys.toString(QKeySequence.SequenceFormat.NativeText) if action.keys else ""
