"""Names of the files of a document, with the time when each was changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.duplicates.group_builder import find_stem

if TYPE_CHECKING:
    from pathlib import Path

_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DatedNames:
    """Names of a document's files, at least one, each with its change in ns since 1970."""

    files: tuple[tuple[Path, int], ...]

    @property
    def stems(self) -> set[str]:
        """Return the names without what tells versions apart."""
        return {find_stem(path) for path, _ in self.files}

    @property
    def age(self) -> tuple[int, tuple[int, ...]]:
        """Return how old the text is: the time of its oldest file, and the numbers in its name."""
        # A copy may be younger than what it is a copy of.
        path, modified = min(self.files, key=lambda each: (each[1], each[0]))
        return modified, tuple(map(int, _FIGURES.findall(path.stem)))

    def is_draft_with(self, other: DatedNames) -> bool:
        """Return whether names of two documents differ only in what tells versions apart.

        Copies may have any name.
        """
        names = [{path.stem.casefold() for path, _ in each.files} for each in (self, other)]
        return any(len(stem) > 1 for stem in self.stems & other.stems) and not names[0] & names[1]
