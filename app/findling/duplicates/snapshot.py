"""Snapshot of the duplicates of a library."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind
from findling.duplicates.cliques import find_pair
from findling.duplicates.sameness import find_doubt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from findling.domain.comparisons import Pair
    from findling.storage.database import Database
    from findling.storage.duplicate_table import Copy


@dataclass(frozen=True, slots=True)
class DuplicateSnapshot:
    """Duplicates of a library at one moment, light enough to be kept while a slider moves.

    Attributes:
        copies: files by the document that represents their wording.
        pairs: of such documents, by both.
        ignored_pairs: pairs of contents that the user declared to be no duplicates.
        nodes: device and number of each file that has several names (hard links) among these.
    """

    copies: dict[int, tuple[Copy, ...]]
    pairs: dict[tuple[int, int], Pair]
    ignored_pairs: frozenset[tuple[bytes, bytes]]
    nodes: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def documents(self) -> dict[Path, int]:
        """Return the document of each file."""
        return {copy.path: number for number, copies in self.copies.items() for copy in copies}


class PairLookup:
    """Lookup of the likeness of two files, however they are grouped."""

    def __init__(self, found: DuplicateSnapshot) -> None:
        self._pairs = found.pairs
        self._documents = found.documents()
        self._copies = {copy.path: copy for copies in found.copies.values() for copy in copies}

    def compare(self, one: Path, other: Path) -> tuple[float, float] | None:
        """Return similarity and the share of the words of `one` that `other` has too, both 0..1.

        None where they are no pair, or one of a template.
        """
        numbers = self._documents.get(one), self._documents.get(other)
        if numbers[0] is None or numbers[1] is None:
            return None
        if numbers[0] == numbers[1]:
            return 1.0, 1.0
        pair = find_pair(self._pairs, numbers[0], numbers[1])
        if pair is None or pair.likeness is MatchKind.TEMPLATE:
            return None
        return pair.similarity, pair.first_within if numbers[0] == pair.first else pair.second_within

    def is_doubted(self, one: Path, other: Path) -> bool:
        """Return whether two files are not known to be the same in full."""
        return find_doubt(self._copies[one], self._copies[other]) is not None


def load(database: Database) -> DuplicateSnapshot:
    """Read a snapshot."""
    with database.reading():
        return _arrange(
            [*database.duplicates.copies(), *database.duplicates.unread_copies()],
            list(database.duplicates.pairs()),
            database,
        )


def _arrange(copies: list[Copy], pairs: list[Pair], database: Database) -> DuplicateSnapshot:
    """Group files by the document that represents their wording, without ignored pairs."""
    ignored = frozenset(database.duplicates.ignored_pairs())
    paired = {number for pair in pairs for number in (pair.first, pair.second)}
    by_wording: dict[bytes, list[Copy]] = defaultdict(list)
    for copy in copies:
        by_wording[copy.wording].append(copy)
    classes: dict[int, tuple[Copy, ...]] = {}
    contents: dict[int, bytes] = {}
    for files in by_wording.values():
        for part in _split(files, ignored):
            numbers = {file.document_id for file in part}
            representative = min(numbers & paired or numbers)
            classes[representative] = tuple(part)
            contents[representative] = next(file.content_hash for file in part if file.document_id == representative)
    kept = {
        (pair.first, pair.second): pair
        for pair in pairs
        if pair.first in contents
        and pair.second in contents
        and _ordered(contents[pair.first], contents[pair.second]) not in ignored
    }
    return DuplicateSnapshot(classes, kept, ignored, dict(_find_nodes(copies)))


def _find_nodes(copies: Iterable[Copy]) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Find files with several names; inodes repeat across volumes, so `lstat` is asked too."""
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


def _split(files: list[Copy], ignored: frozenset[tuple[bytes, bytes]]) -> list[list[Copy]]:
    """Split files of one wording so that no part holds an ignored pair."""
    parts: list[list[Copy]] = []
    for file in files:
        for part in parts:
            if not any(_ordered(file.content_hash, other.content_hash) in ignored for other in part):
                part.append(file)
                break
        else:
            parts.append([file])
    return parts


def _ordered(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    return min(one, other), max(one, other)
