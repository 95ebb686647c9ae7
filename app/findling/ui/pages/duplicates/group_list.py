"""List of groups: kind, keeper, similarity and reclaimable size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from findling.domain.comparisons import MatchKind
from findling.ui.i18n.formatting import one_line, size
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.duplicates.duplicate_labels import (
    DuplicateLabels,
    explain_group,
    group_tone,
    group_words,
    share_label,
)
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.keyed_model import KeyedModel
from findling.ui.widgets.row_delegate import RowDelegate, place

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicates import Group
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index

_BAR_WIDTH, _BAR_HEIGHT = 56, 4
_NEAR_END_PAGES = 1.5


def key_of(group: Group) -> Hashable:
    """Return a key of a group that does not depend on its keeper."""
    return min(member.path for member in group.members), group.likeness is MatchKind.TEMPLATE


class GroupsModel(KeyedModel["Group"]):
    """Groups, those that free most first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(key_of, parent)
        self._labels = DuplicateLabels(self)

    def accessible_text(self, row: Group) -> str:
        """Describe a group for screen readers."""
        words = self.tr("{kind}: {name}, {files}, {similarity} alike").format(
            kind=group_words(row),
            name=one_line(row.members[0].path.name),
            files=self._labels.files(len(row.members)),
            similarity=share_label(row.similarity),
        )
        if row.reclaimable_bytes:
            words = self.tr("{group}, {size} to gain").format(group=words, size=size(row.reclaimable_bytes))
        return ". ".join(filter(None, (words, _explain(row))))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a group's text, or as a tooltip its kind's meaning and why nothing is proposed."""
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return explain_group(self.row(index.row()))
        return super().data(index, role)


def _explain(group: Group) -> str:
    """Return why nothing is proposed; "" where something is, or no files share their words."""
    return describe(group.withheld) if group.withheld else ""


class GroupDelegate(RowDelegate):
    """Paints groups."""

    def __init__(self, theme: Theme, model: GroupsModel, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._labels = DuplicateLabels(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the height of a row; its width is the list's."""
        lines = 2 * self.line_height(TextSize.META) + self.line_height(TextSize.BODY)
        return QSize(0, lines + 2 * Spacing.M + 2 * Spacing.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a group."""
        group = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option)
        inner = option.rect.adjusted(Spacing.L, Spacing.M, -Spacing.L, -Spacing.M)
        meta, body = self.line_height(TextSize.META), self.line_height(TextSize.BODY)
        first = QRect(inner.left(), inner.top(), inner.width(), meta)
        self._paint_first(painter, option, first, group)
        second = QRect(inner.left(), first.bottom() + 1 + Spacing.XS, inner.width(), body)
        name = one_line(group.members[0].path.name)
        middle = Qt.TextElideMode.ElideMiddle
        self.write(painter, option, second, name, medium=True, elide=middle)
        self._paint_third(
            painter, option, QRect(inner.left(), second.bottom() + 1 + Spacing.XS, inner.width(), meta), group
        )
        painter.restore()

    def _paint_first(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, group: Group) -> None:
        kind, tone = group_words(group), group_tone(group)
        self.write(painter, option, rect, kind, size=TextSize.META, colour=tone, medium=True)
        room = rect.width() - self.width_of(kind, TextSize.META, medium=True) - Spacing.M
        # Where the user has to decide first, no figure says what comes back.
        gain = isolate(size(group.reclaimable_bytes)) if group.reclaimable_bytes else ""
        if gain and self.width_of(gain, TextSize.META) <= room:
            self.write(painter, option, rect, gain, size=TextSize.META, colour="soft", trailing=True)

    def _paint_third(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, group: Group) -> None:
        bar = QRect(rect.left(), rect.center().y() - _BAR_HEIGHT // 2 + 1, _BAR_WIDTH, _BAR_HEIGHT)
        filled = QRect(bar.left(), bar.top(), max(round(_BAR_WIDTH * group.similarity), _BAR_HEIGHT), _BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, colour in ((bar, "line"), (filled, "soft")):
            painter.setBrush(self._theme.colour(colour))
            painter.drawRoundedRect(QRectF(place(option, part)), _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        rest = place(option, rect.adjusted(_BAR_WIDTH + Spacing.S, 0, 0, 0))
        self.write(painter, option, rest, isolate(share_label(group.similarity)), size=TextSize.META, colour="soft")
        files = self._labels.files(len(group.members))
        self.write(painter, option, rest, files, size=TextSize.META, colour="soft", trailing=True)


class GroupsList(QListView):
    """List of groups with a current one."""

    chosen = Signal(object)
    """The chosen `Group`, or None."""
    entered = Signal()
    """The files of the chosen group are wanted."""
    end_neared = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = GroupsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(GroupDelegate(theme, self._model, self))
        self.setAccessibleName(self.tr("Groups of like files"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def groups(self) -> Sequence[Group]:
        """All groups listed so far."""
        return self._model.rows

    @property
    def current(self) -> Group | None:
        """The chosen group."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show groups; keep the current one in view, or choose its neighbour if it is gone."""
        at = max(self.currentIndex().row(), 0)
        key = self._model.key_at(self.currentIndex())
        top = self.visualRect(self.currentIndex()).top()
        self._model.change_to(groups)
        now = self._model.key_at(self.currentIndex())
        if groups and (now is None or now != key):
            self.choose(min(at, len(groups) - 1))
            self.scrollTo(self.currentIndex())
        elif self.currentIndex().isValid() and self.currentIndex().row() != at:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.currentIndex()).top() - top)
        self.chosen.emit(self.current)

    def choose(self, at: int) -> None:
        """Choose the group at a row."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._model.index(at), flags)

    def choose_file(self, path: Path) -> bool:
        """Choose the group with a file; return False where no group listed so far has it."""
        for at, group in enumerate(self.groups):
            if any(member.path == path for member in group.members):
                self.choose(at)
                self.scrollTo(self.currentIndex())
                return True
        return False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Emit the current group."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves to the files; letters are left to the page's shortcuts."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Request the menu at the pointer or at the chosen group."""
        keyboard = event.reason() is event.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).center() if keyboard else event.pos()
        if self.indexAt(at).isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _look_for_end(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value > 0 and value + _NEAR_END_PAGES * bar.pageStep() > bar.maximum():
            self.end_neared.emit()
