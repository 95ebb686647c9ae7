"""The rules of a folder as a person edits them: what is left out, and what is kept all the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEPT = "!"
_COMMENT = "#"


@dataclass(frozen=True, slots=True)
class Rules:
    """Patterns in .gitignore's language, without the "!" of those that are kept.

    Attributes:
        leave_out: what is left out.
        keep: what is kept though one of the others, or a built-in rule, would leave it out.
    """

    leave_out: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    @classmethod
    def of(cls, patterns: Iterable[str]) -> Rules:
        """Take a folder's patterns apart."""
        lines = [line for each in patterns if (line := each.strip()) and not line.startswith(_COMMENT)]
        return cls(
            tuple(line for line in lines if not line.startswith(_KEPT)),
            tuple(line.removeprefix(_KEPT) for line in lines if line.startswith(_KEPT)),
        )

    @classmethod
    def typed(cls, leave_out: str, keep: str) -> Rules:
        """What was typed, a pattern on each line; a "!" before a kept one does no harm."""
        left_out = (line.strip() for line in leave_out.splitlines())
        kept = (line.strip().removeprefix(_KEPT) for line in keep.splitlines())
        return cls(_unique(left_out), _unique(kept))

    @property
    def patterns(self) -> tuple[str, ...]:
        """As the engine takes them; the later ones win."""
        return (*self.leave_out, *(_KEPT + each for each in self.keep))


def _unique(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, lines)))
