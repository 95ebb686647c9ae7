"""What the names of one document's versions have in common: report-v1 and report_final, plan 2024-03-01 and plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = re.compile(
    r"(?<![^\W\d_])(?:v|ver|version|rev|revision|draft|entwurf|final|endfassung|neu|new|old|alt|copy|kopie|of|von)"
    r"(?![^\W\d_])|\d+|[\W_]+",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")


def find_stem(path: Path) -> str:
    """A name without what tells versions apart: numbers, dates, "draft", "final", "copy"."""
    return _MARKS.sub("", path.stem).casefold()


def find_figures(path: Path) -> tuple[int, ...]:
    """The numbers in a name, by which versions are in order where their times are equal: 2 comes before 10."""
    return tuple(map(int, _FIGURES.findall(path.stem)))
