"""What a person looks through: groups of files that are alike, with the one to keep, from what is stored."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.duplicates import Review
from findling.duplicates.group_builder import GroupBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from findling.domain.comparisons import Pair
    from findling.domain.duplicates import Group
    from findling.storage.database import Database
    from findling.storage.duplicate_table import Copy


@dataclass(frozen=True, slots=True)
class DuplicateSnapshot:
    """All that the library knows of duplicates, as of one moment; light enough to be kept while a slider moves.

    Attributes:
        copies: files by the document that speaks for their wording.
        pairs: of such documents, by both.
        apart: pairs of contents that the person keeps apart.
        nodes: device and number of each file that has several names (hard links) among these.
    """

    copies: dict[int, tuple[Copy, ...]]
    pairs: dict[tuple[int, int], Pair]
    apart: frozenset[tuple[bytes, bytes]]
    nodes: dict[Path, tuple[int, int]] = field(default_factory=dict)


def load(database: Database) -> DuplicateSnapshot:
    """Read what was found so far."""
    with database.reading():
        return _arrange(
            [*database.duplicates.copies(), *database.duplicates.unread_copies()],
            list(database.duplicates.pairs()),
            database,
        )


def find_groups(found: DuplicateSnapshot, review: Review | None = None) -> list[Group]:
    """Group what was found, as it is proposed: a review's choices are left aside.

    Args:
        found: what `load` gave.
        review: the groups that are wanted; all but those of one template by default. Identical files and same texts
            are grouped whatever the threshold; a group is of a kind if one of its files is alike in that way.

    Returns:
        The groups from which most space comes back first. What is but names of one file is none of them.
    """
    review = review or Review()
    return GroupBuilder(found, review.preferences).gather(review.threshold, frozenset(review.kinds), review.folder)


def _arrange(copies: list[Copy], pairs: list[Pair], database: Database) -> DuplicateSnapshot:
    """Gather files by the document that speaks for their wording, without what is kept apart."""
    apart = frozenset(database.duplicates.ignored_pairs())
    speaking = {number for pair in pairs for number in (pair.first, pair.second)}
    by_wording: dict[bytes, list[Copy]] = defaultdict(list)
    for copy in copies:
        by_wording[copy.wording].append(copy)
    classes: dict[int, tuple[Copy, ...]] = {}
    contents: dict[int, bytes] = {}
    for files in by_wording.values():
        for part in _part(files, apart):
            numbers = {file.document_id for file in part}
            speaker = min(numbers & speaking or numbers)
            classes[speaker] = tuple(part)
            contents[speaker] = next(file.content_hash for file in part if file.document_id == speaker)
    kept = {
        (pair.first, pair.second): pair
        for pair in pairs
        if pair.first in contents
        and pair.second in contents
        and _ordered(contents[pair.first], contents[pair.second]) not in apart
    }
    return DuplicateSnapshot(classes, kept, apart, dict(_find_nodes(copies)))


def _find_nodes(copies: Iterable[Copy]) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Files with several names; two volumes may give out the same number, so the file system is asked as well."""
    numbered: dict[tuple[bytes, bytes, int], list[Copy]] = defaultdict(list)
    for copy in copies:
        numbered[copy.inode, copy.content_hash, copy.modified_ns].append(copy)
    for files in numbered.values():
        if len(files) < 2 or not files[0].inode:
            continue
        names: dict[tuple[int, int], list[Path]] = defaultdict(list)
        for file in files:
            try:
                status = os.lstat(file.path)
            except OSError:  # gone, or on a volume that is not there: then it is as good as a file of its own
                continue
            names[status.st_dev, status.st_ino].append(file.path)
        yield from ((path, node) for node, paths in names.items() if len(paths) > 1 for path in paths)


def _part(files: list[Copy], apart: frozenset[tuple[bytes, bytes]]) -> list[list[Copy]]:
    """Files of one wording, in as many parts as it takes to keep apart what the person wants apart."""
    parts: list[list[Copy]] = []
    for file in files:
        for part in parts:
            if not any(_ordered(file.content_hash, other.content_hash) in apart for other in part):
                part.append(file)
                break
        else:
            parts.append([file])
    return parts


def _ordered(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    return min(one, other), max(one, other)
