"""The user's choices among the groups, kept while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.domain.duplicates import Choices

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.duplicates import Group, Member


class Chosen(QObject):
    """The user's choices."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taken: dict[Path, None] = {}
        self._spared: dict[Path, None] = {}
        self._kept: dict[Path, None] = {}
        self._propose = True

    @property
    def choices(self) -> Choices:
        """All of them."""
        return Choices(tuple(self._taken), tuple(self._spared), tuple(self._kept), self._propose)

    def select(self, member: Member, *, selected: bool) -> None:
        """Have a file cleared away, or spared."""
        chosen, other = (self._taken, self._spared) if selected else (self._spared, self._taken)
        chosen[member.path] = None
        other.pop(member.path, None)
        self.changed.emit()

    def keep(self, group: Group, path: Path) -> None:
        """Have this file stay in the place of the one that stayed; what else was chosen of its group is so still.

        Args:
            group: the file's group, as it is shown.
            path: the file. It cannot go any more, and nobody said yet whether the one that stayed is to.
        """
        for member in group.members:
            self._kept.pop(member.path, None)
        self._taken.pop(path, None)
        self._spared.pop(path, None)
        self._kept[path] = None
        self.changed.emit()

    def propose(self, *, propose: bool) -> None:
        """Begin again: with what loses nothing selected, or with nothing at all."""
        self._taken.clear()
        self._spared.clear()
        self._propose = propose
        self.changed.emit()

    def rename(self, before: Path, now: Path) -> None:
        """Keep what was chosen of a file that has another name; says nothing, as the groups are asked for anyway."""
        for chosen in (self._taken, self._spared, self._kept):
            if before in chosen:
                del chosen[before]
                chosen[now] = None

    def forget(self) -> None:
        """Begin again, once what was chosen is done; says nothing, as the groups are asked for anyway."""
        self._taken.clear()
        self._spared.clear()
        self._kept.clear()
