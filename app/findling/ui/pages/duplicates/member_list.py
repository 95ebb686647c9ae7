"""List of a group's files: the keeper and why, those to go, and their differences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from findling.domain.comparisons import MatchKind
from findling.ui.i18n.formatting import day, folder, one_line, size
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.duplicates.duplicate_labels import DuplicateLabels, share_label
from findling.ui.theme.tokens import ICON_SIZE, Spacing, TextSize
from findling.ui.widgets.keyed_model import KeyedModel
from findling.ui.widgets.row_delegate import RowDelegate, place

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicates import Group, Member
    from findling.messages.notice import Notice
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A file with facts of its group."""

    member: Member
    likeness: MatchKind
    reason: Notice | None


class MembersModel(KeyedModel[MemberRow]):
    """The files of one group, the keeper first."""

    toggled = Signal(object, bool)
    """The user ticked a `Member`, or unticked it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.member.path, parent)
        self._labels = DuplicateLabels(self)

    def show_group(self, group: Group | None) -> None:
        """Show the files of a group."""
        members = group.members if group else ()
        self.change_to(
            [MemberRow(each, group.likeness, group.reason if each.keep else None) for each in members if group]
        )

    def accessible_text(self, row: MemberRow) -> str:
        """Describe a file for screen readers."""
        member = row.member
        parts = [one_line(member.path.name), self.keep_reason(row), self.difference(row), size(member.size)]
        parts += [day(member.modified_ns), folder(member.path.parent)]
        return self.tr(", ").join(part for part in parts if part)

    def keep_reason(self, row: MemberRow) -> str:
        """Describe why a file stays; "" if it does not."""
        if row.reason:
            return self.tr("stays: {reason}").format(reason=describe(row.reason))
        if row.member.protected:
            in_file = self.tr("stays: is in another file")
            return in_file if row.member.is_embedded else self.tr("stays: lies in a protected folder")
        return ""

    def difference(self, row: MemberRow) -> str:
        """Describe a file's difference from the keeper."""
        member, changes = row.member, row.member.changes
        if member.keep:
            return ""
        if member.withheld:
            return self.tr("not proposed: {reason}").format(reason=describe(member.withheld))
        if member.survivor and member.has_twin and member.similarity < 1:
            return self.tr("the same text as {name}").format(name=isolate(one_line(member.survivor.name)))
        if member.likeness is MatchKind.CONTAINED and member.containment > member.similarity:
            return self.tr("{share} of it stands in the one that stays").format(share=share_label(member.containment))
        words = self._labels.differences(
            changes.numbers, changes.dates, changes.names, changes.negations, changes.words
        )
        return words or self.tr("the same text")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a file's text and check state."""
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole:
            member = self.row(index.row()).member
            if member.keep or member.protected:
                return None
            return Qt.CheckState.Checked if member.selected else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            member = self.row(index.row()).member
            why = describe(member.withheld) if member.withheld else ""
            return "\n".join(filter(None, (one_line(str(member.path)), why)))
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Emit the wish to check a file; the check state follows with the next groups."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.toggled.emit(self.row(index.row()).member, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags; the keeper and protected files cannot be checked."""
        flags = super().flags(index)
        if index.isValid() and self.data(index, Qt.ItemDataRole.CheckStateRole) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags


class MemberDelegate(RowDelegate):
    """Paints files."""

    def __init__(self, theme: Theme, model: MembersModel, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the height of a row; its width is the list's."""
        lines = 2 * self.line_height(TextSize.META) + self.line_height(TextSize.BODY)
        return QSize(0, lines + 2 * Spacing.M + 2 * Spacing.XS)

    def sign_rect(self, option: QStyleOptionViewItem) -> QRect:
        """Return the rectangle of the pin, shield or check box."""
        top = option.rect.top() + Spacing.M + (self.line_height(TextSize.BODY) - ICON_SIZE) // 2
        return place(option, QRect(option.rect.left() + Spacing.L, top, ICON_SIZE, ICON_SIZE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a file."""
        row = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option)
        self._paint_sign(painter, option, row)
        inner = option.rect.adjusted(Spacing.L + ICON_SIZE + Spacing.S, Spacing.M, -Spacing.L, -Spacing.M)
        meta, body = self.line_height(TextSize.META), self.line_height(TextSize.BODY)
        first = QRect(inner.left(), inner.top(), inner.width(), body)
        second = QRect(inner.left(), first.bottom() + 1 + Spacing.XS, inner.width(), meta)
        third = QRect(inner.left(), second.bottom() + 1 + Spacing.XS, inner.width(), meta)
        self._paint_name(painter, option, first, row)
        where = folder(row.member.path.parent)
        facts = " · ".join((isolate(size(row.member.size)), isolate(day(row.member.modified_ns)), ""))
        room = inner.width() - self.width_of(facts, TextSize.META)
        where = option.fontMetrics.elidedText(where, Qt.TextElideMode.ElideLeft, room)
        self.write(painter, option, place(option, second), facts + isolate(where), size=TextSize.META, colour="soft")
        words, colour = self._last_line(row)
        self.write(painter, option, place(option, third), words, size=TextSize.META, colour=colour)
        painter.restore()

    def _last_line(self, row: MemberRow) -> tuple[str, str]:
        if row.member.keep or row.member.protected:
            return self._model.keep_reason(row), "soft"
        return self._model.difference(row), "warn" if row.member.changes.distinctive else "soft"

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: MemberRow) -> None:
        figure = "" if row.member.keep else isolate(share_label(row.member.similarity))
        width = self.width_of(figure, TextSize.META)
        self.write(painter, option, place(option, rect), figure, size=TextSize.META, colour="soft", trailing=True)
        name = place(option, rect.adjusted(0, 0, -width - Spacing.S, 0))
        words = one_line(row.member.path.name)
        self.write(painter, option, name, words, medium=row.member.keep, elide=Qt.TextElideMode.ElideMiddle)

    def _paint_sign(self, painter: QPainter, option: QStyleOptionViewItem, row: MemberRow) -> None:
        rect = self.sign_rect(option)
        if row.member.keep:
            self.draw(painter, rect, "pin-filled", "accent")
        elif row.member.protected:
            self.draw(painter, rect, "shield", "soft")
        else:
            box = QStyleOptionViewItem(option)
            box.rect = rect
            box.state = QStyle.StateFlag.State_Enabled
            box.state |= QStyle.StateFlag.State_On if row.member.selected else QStyle.StateFlag.State_Off
            element = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
            option.widget.style().drawPrimitive(element, box, painter, option.widget)


class MembersList(QListView):
    """List of the current group's files."""

    chosen = Signal(object)
    """The chosen `Member`, or None."""
    opened = Signal()
    keep_wanted = Signal()
    """The chosen file is to stay."""
    left = Signal()
    """Way back to the groups."""
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.members = MembersModel(self)
        self._delegate = MemberDelegate(theme, self.members, self)
        self.setModel(self.members)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Files of the group"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current(self) -> Member | None:
        """The current file."""
        index = self.currentIndex()
        return self.members.row(index.row()).member if index.isValid() else None

    def show_group(self, group: Group | None, *, is_new: bool) -> None:
        """Show a group; choose the first file after the keeper if the group is new."""
        self.members.show_group(group)
        if self.members.rowCount() and (is_new or not self.currentIndex().isValid()):
            index = self.members.index(min(1, self.members.rowCount() - 1))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.chosen.emit(self.current)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Emit the current file."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks, Enter opens, K keeps, Escape goes back; other letters are the page's."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif plain and event.key() == Qt.Key.Key_K:
            self.keep_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Check a file by a click on its box, with some tolerance."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._is_sign(index, at):
            self._toggle(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the actions on a file."""
        keyboard = event.reason() is event.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).center() if keyboard else event.pos()
        if self.indexAt(at).isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _toggle(self, index: Index) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            checked = state is Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
            self.members.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def _is_sign(self, index: Index, at: QPoint) -> bool:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self._delegate.sign_rect(option).adjusted(-Spacing.S, -Spacing.S, Spacing.S, Spacing.S).contains(at)
