"""Whether two names are those of one document's versions: report-v1 and report_final, plan 2024-03-01 and plan."""

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


def find_stem(path: Path) -> str:
    """A name without what tells versions apart: numbers, dates, "draft", "final", "copy"."""
    return _MARKS.sub("", path.stem).casefold()


def are_versions(one: Path, other: Path) -> bool:
    """Whether two names differ in nothing but what tells versions apart."""
    stem = find_stem(one)
    return len(stem) > 1 and stem == find_stem(other) and one.stem.casefold() != other.stem.casefold()
