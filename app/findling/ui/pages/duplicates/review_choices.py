"""The user's choices among the groups, kept while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.domain.duplicates import Choices

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.duplicates import Group, Member


class ReviewChoices(QObject):
    """The user's choices."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._selected: dict[Path, None] = {}
        self._deselected: dict[Path, None] = {}
        self._keepers: dict[Path, None] = {}
        self._propose = True

    @property
    def choices(self) -> Choices:
        """All choices."""
        return Choices(tuple(self._selected), tuple(self._deselected), tuple(self._keepers), self._propose)

    def select(self, member: Member, *, selected: bool) -> None:
        """Select or deselect a file for clearing."""
        chosen, other = (self._selected, self._deselected) if selected else (self._deselected, self._selected)
        chosen[member.path] = None
        other.pop(member.path, None)
        self.changed.emit()

    def select_all(self, group: Group, *, selected: bool) -> None:
        """Select or deselect all files of a group that may go."""
        chosen, other = (self._selected, self._deselected) if selected else (self._deselected, self._selected)
        for member in group.members:
            if not member.keep and not member.protected:
                chosen[member.path] = None
                other.pop(member.path, None)
        self.changed.emit()

    def keep(self, group: Group, path: Path) -> None:
        """Make a file the keeper of its group; other choices in the group stay."""
        for member in group.members:
            self._keepers.pop(member.path, None)
        self._selected.pop(path, None)
        self._deselected.pop(path, None)
        self._keepers[path] = None
        self.changed.emit()

    def propose(self, *, propose: bool) -> None:
        """Start over, with the proposal or with nothing selected."""
        self._selected.clear()
        self._deselected.clear()
        self._propose = propose
        self.changed.emit()

    def rename(self, before: Path, now: Path) -> None:
        """Carry choices over to a renamed file; emits nothing, as the groups are requested anyway."""
        for chosen in (self._selected, self._deselected, self._keepers):
            if before in chosen:
                del chosen[before]
                chosen[now] = None

    def forget(self) -> None:
        """Clear all choices after a run; emits nothing, as the groups are requested anyway."""
        self._selected.clear()
        self._deselected.clear()
        self._keepers.clear()
