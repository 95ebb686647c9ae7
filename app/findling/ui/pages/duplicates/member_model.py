"""The files of a group: which stays and why, which are to go, and what speaks against that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from findling.domain.comparisons import MatchKind
from findling.ui.i18n.formatting import day, folder, one_line, size
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.duplicates.duplicate_labels import DuplicateLabels, percent
from findling.ui.widgets.keyed_model import KeyedModel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from findling.domain.duplicates import Group, Member
    from findling.messages.notice import Notice
    from findling.ui.widgets.keyed_model import Index


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A file with what its group says of it.

    Attributes:
        reason: why it stays; None for all others.
    """

    member: Member
    likeness: MatchKind
    reason: Notice | None


class MembersModel(KeyedModel[MemberRow]):
    """The files of one group, the one that stays first."""

    toggled = Signal(object, bool)
    """The person ticked a `Member`, or unticked it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.member.path, parent)
        self._speech = DuplicateLabels(self)

    def show_group(self, group: Group | None) -> None:
        """Show the files of a group."""
        members = group.members if group else ()
        self.change_to(
            [MemberRow(each, group.likeness, group.reason if each.keep else None) for each in members if group]
        )

    def accessible_text(self, row: MemberRow) -> str:
        """A file in words."""
        member = row.member
        parts = [one_line(member.path.name), self.standing(row), self.difference(row), size(member.size)]
        parts += [day(member.modified_ns), folder(member.path.parent)]
        return self.tr(", ").join(part for part in parts if part)

    def standing(self, row: MemberRow) -> str:
        """Whether a file stays, and why."""
        if row.reason:
            return self.tr("stays: {reason}").format(reason=describe(row.reason))
        if row.member.protected:
            return self.tr("stays: lies in a protected folder")
        return ""

    def difference(self, row: MemberRow) -> str:
        """How a file differs from the one that stays."""
        member, changes = row.member, row.member.changes
        if member.keep:
            return ""
        if member.survivor and member.has_twin and member.similarity < 1:
            return self.tr("the same text as {name}").format(name=isolate(one_line(member.survivor.name)))
        if row.likeness is MatchKind.CONTAINED and member.containment > member.similarity:
            return self.tr("{share} of it stands in the one that stays").format(share=percent(member.containment))
        words = self._speech.differences(
            changes.numbers, changes.dates, changes.names, changes.negations, changes.words
        )
        return words or self.tr("the same text")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a file says, and whether it is ticked."""
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole:
            member = self.row(index.row()).member
            if member.keep or member.protected:
                return None
            return Qt.CheckState.Checked if member.selected else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return one_line(str(self.row(index.row()).member.path))
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a file, or untick it; the groups are asked for anew, so the tick comes with the answer."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.toggled.emit(self.row(index.row()).member, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The file that stays and what is protected cannot be ticked."""
        flags = super().flags(index)
        if index.isValid() and self.data(index, Qt.ItemDataRole.CheckStateRole) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags
