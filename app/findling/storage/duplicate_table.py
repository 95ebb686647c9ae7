"""Sketches, pairs of like documents, contents of files without text, and pairs to ignore."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from findling.domain.comparisons import DiffCounts, MatchKind, Pair
from findling.domain.files import Reason, Wholeness
from findling.formats import FileKind
from findling.storage.document_table import unpack_wholeness
from findling.storage.sql_parts import batched, marks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

_STORED = np.dtype("<u8")

_LOCAL = (
    *(Reason.NO_TEXT, Reason.NO_WORDS, Reason.UNSUPPORTED, Reason.BINARY, Reason.ARCHIVE, Reason.LEGACY),
    Reason.ENCRYPTED,
    *(Reason.DRM, Reason.DAMAGED, Reason.MISNAMED, Reason.TOO_LARGE, Reason.UNPACKS_TOO_LARGE),
    *(Reason.TOO_MANY_PARTS, Reason.TOOK_TOO_LONG, Reason.TOO_MUCH_MEMORY, Reason.CRASHED),
)
# Below it, a text is likely what stands on pictures: a stamp, a caption.
_WORDS_ON_A_PAGE = 30
_WORDS_WITHOUT_PAGES = 50
_UNREAD = (
    "f.document_id IS NULL AND f.status <> 'pending' AND f.size > 0 AND f.absence IS NULL"
    f" AND f.reason IN ({marks(_LOCAL)})"
)


_PAIR = "first, second, likeness, similarity, first_within, second_within, numbers, dates, names, negations, words"


@dataclass(frozen=True, slots=True, eq=False)
class SketchRow:
    """Document as it is compared.

    Attributes:
        wording: hash that is equal where two documents say the same.
        words: their number; 0 where there are too few to be compared.
        hashes: its sketch, ascending uint64.
    """

    document_id: int
    wording: bytes
    words: int
    hashes: NDArray[np.uint64]


def _are_words_enough(words: int, pages: int | None) -> bool:
    """Return True if a document has enough words to be more than its pictures and layout."""
    return words >= (_WORDS_WITHOUT_PAGES if pages is None else _WORDS_ON_A_PAGE * max(pages, 1))


@dataclass(frozen=True, slots=True)
class Reading:
    """Content as it was read, wherever its files are.

    Attributes:
        is_worded: it has enough words to be more than its pictures and layout.
    """

    content_hash: bytes
    wording: bytes
    is_worded: bool
    wholeness: Wholeness


@dataclass(frozen=True, slots=True)
class Copy:
    """File with the document that it holds.

    Attributes:
        inode: its number on its volume, as the system gave it when the file was read.
        words: their number; 0 where there are too few to be compared.
        pages: pages, slides or sheets; None where its format has none.
        is_embedded: it is in another file, and goes nowhere without that.
    """

    document_id: int
    wording: bytes
    content_hash: bytes
    path: Path
    size: int
    modified_ns: int
    kind: FileKind
    inode: bytes = b""
    words: int = 0
    pages: int | None = None
    wholeness: Wholeness = field(default_factory=Wholeness)
    is_embedded: bool = False

    @property
    def is_worded(self) -> bool:
        """True if the document has enough words to be more than its pictures and layout."""
        return _are_words_enough(self.words, self.pages)


class Duplicates:
    """Tables `sketches`, `pairs`, `contents` and `distinctions`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def without_sketch(self, stamp: str, after: int, limit: int) -> list[int]:
        """Return up to `limit` documents after an id that have no sketch of this stamp, by id."""
        rows = self._connection.execute(
            "SELECT d.id FROM documents d LEFT JOIN sketches s ON s.document_id = d.id AND s.stamp = ?"
            " WHERE s.document_id IS NULL AND d.id > ? ORDER BY d.id LIMIT ?",
            (stamp, after, limit),
        )
        return [row[0] for row in rows]

    def add_sketches(self, rows: Iterable[SketchRow], stamp: str) -> None:
        """Store or replace sketches; the pairs of these documents are deleted."""
        rows = list(rows)
        self._connection.executemany(
            "DELETE FROM pairs WHERE first = ?1 OR second = ?1", [(row.document_id,) for row in rows]
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO sketches (document_id, stamp, wording, words, hashes) VALUES (?, ?, ?, ?, ?)",
            [(row.document_id, stamp, row.wording, row.words, row.hashes.astype(_STORED).tobytes()) for row in rows],
        )

    def sketches(
        self, stamp: str, *, compared: bool | None = None, among: Sequence[int] | None = None
    ) -> Iterator[SketchRow]:
        """Iterate over sketches of a stamp by document id: all, (un)compared ones, or those of some."""
        where = "" if compared is None else f"AND compared = {int(compared)}"
        where += "" if among is None else f" AND document_id IN ({marks(among)})"
        rows = self._connection.execute(
            f"SELECT document_id, wording, words, hashes FROM sketches WHERE stamp = ? {where} ORDER BY document_id",
            (stamp, *(among or ())),
        )
        for document_id, wording, words, hashes in rows:
            yield SketchRow(document_id, wording, words, np.frombuffer(hashes, _STORED).astype(np.uint64, copy=False))

    def of_wording(self, wording: bytes) -> list[int]:
        """Return the documents that say the same."""
        rows = self._connection.execute("SELECT document_id FROM sketches WHERE wording = ? ORDER BY 1", (wording,))
        return [row[0] for row in rows]

    def same_wording(self, document_id: int) -> list[int]:
        """Return the other documents that say the same as one."""
        rows = self._connection.execute(
            "SELECT a.document_id FROM sketches a JOIN sketches b ON a.wording = b.wording"
            " WHERE b.document_id = ?1 AND a.document_id <> ?1 ORDER BY 1",
            (document_id,),
        )
        return [row[0] for row in rows]

    def set_compared(self, document_ids: Iterable[int]) -> None:
        """Mark documents as compared with all that were compared before them."""
        self._connection.executemany(
            "UPDATE sketches SET compared = 1 WHERE document_id = ?", [(number,) for number in document_ids]
        )

    def count_uncompared(self) -> int:
        """Count the documents that are still to be compared."""
        row = self._connection.execute(
            "SELECT (SELECT count(*) FROM documents) - (SELECT count(*) FROM sketches WHERE compared = 1)"
        ).fetchone()
        return int(row[0])

    def add_pairs(self, pairs: Iterable[Pair]) -> None:
        """Store or replace pairs."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO pairs (first, second, likeness, similarity, first_within, second_within,"
            " numbers, dates, names, negations, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(pair.first, pair.second, pair.likeness, pair.similarity, pair.first_within, pair.second_within),
                    *(changes.numbers, changes.dates, changes.names, changes.negations, changes.words),
                )
                for pair in pairs
                for changes in [pair.changes]
            ],
        )

    def pairs(self) -> Iterator[Pair]:
        """Iterate over all pairs, by the documents' ids."""
        return map(_to_pair, self._connection.execute(f"SELECT {_PAIR} FROM pairs ORDER BY first, second"))

    def pairs_of(self, document_ids: Sequence[int]) -> Iterator[Pair]:
        """Iterate over the pairs of some documents with others."""
        for part in batched(document_ids):
            rows = self._connection.execute(
                f"SELECT {_PAIR} FROM pairs WHERE first IN ({marks(part)})"
                f" UNION SELECT {_PAIR} FROM pairs WHERE second IN ({marks(part)})",
                (*part, *part),
            )
            yield from map(_to_pair, rows.fetchall())

    def find_alike(self, document_id: int) -> list[tuple[int, MatchKind, float, float]]:
        """Return the documents like one, with kind, similarity and the share of its words in each.

        Those of one template, and pairs that the user ignores, are left out.
        """
        rows = self._connection.execute(
            "WITH own AS (SELECT a.document_id FROM sketches a JOIN sketches b ON a.wording = b.wording"
            " WHERE b.document_id = ?1),"
            " ends AS (SELECT first AS own, second AS other, likeness, similarity, first_within AS share FROM pairs"
            " UNION ALL SELECT second, first, likeness, similarity, second_within FROM pairs),"
            " alike AS (SELECT document_id AS other, ?2 AS likeness, 1.0 AS similarity, 1.0 AS share FROM own"
            " WHERE document_id <> ?1"
            " UNION ALL SELECT t.document_id, e.likeness, e.similarity, e.share FROM ends e"
            " JOIN sketches s ON s.document_id = e.other JOIN sketches t ON t.wording = s.wording"
            " WHERE e.own IN own AND e.likeness <> ?3)"
            " SELECT alike.other, likeness, max(similarity), share FROM alike"
            " JOIN documents d ON d.id = alike.other JOIN documents i ON i.id = ?1"
            " WHERE NOT EXISTS (SELECT 1 FROM distinctions WHERE first = min(d.content_hash, i.content_hash)"
            " AND second = max(d.content_hash, i.content_hash))"
            " GROUP BY alike.other ORDER BY max(similarity) DESC, alike.other",
            (document_id, MatchKind.SAME_TEXT, MatchKind.TEMPLATE),
        )
        return [(other, MatchKind(kind), similarity, share) for other, kind, similarity, share in rows]

    def template_ends(self) -> Iterator[tuple[int, int]]:
        """Iterate over the documents of all pairs of one template, by two."""
        return iter(
            self._connection.execute(
                "SELECT first, second FROM pairs WHERE likeness = ? ORDER BY first, second", (MatchKind.TEMPLATE,)
            )
        )

    def unmatched(self) -> Iterator[list[tuple[int, Path, int, int]]]:
        """Iterate over lists of files of one size without text, where one was not matched yet.

        Each has id, path, size and mtime_ns. Files that are elsewhere, in use or not regular are left out.
        """
        sizes = self._connection.execute(
            f"SELECT f.size FROM files f LEFT JOIN contents c ON c.file_id = f.id AND c.size = f.size"
            f" AND c.mtime_ns = f.mtime_ns WHERE {_UNREAD} GROUP BY f.size"
            " HAVING count(*) > 1 AND count(*) > count(c.file_id) ORDER BY f.size",
            _LOCAL,
        ).fetchall()
        for (size,) in sizes:
            rows = self._connection.execute(
                "SELECT f.id, f.path, f.size, f.mtime_ns FROM files f"
                # Of files inside others the hash is known since they were unpacked.
                f" WHERE {_UNREAD} AND f.size = ? AND f.container_id IS NULL",
                (*_LOCAL, size),
            )
            yield [
                (number, Path(os.fsdecode(path)), size, modified) for number, path, size, modified in rows.fetchall()
            ]

    def unread_of_size(self, size: int) -> list[tuple[Path, bytes | None]]:
        """Return the files of a size without text, each with its content hash where that is known."""
        rows = self._connection.execute(
            "SELECT f.path, c.content_hash FROM files f LEFT JOIN contents c ON c.file_id = f.id AND c.size = f.size"
            f" AND c.mtime_ns = f.mtime_ns AND c.content_hash <> x'' WHERE {_UNREAD} AND f.size = ? ORDER BY f.path",
            (*_LOCAL, size),
        )
        return [(Path(os.fsdecode(path)), content) for path, content in rows]

    def unread_twins(self, path: Path) -> list[Path]:
        """Return the other files without text that have a file's bytes, as far as matched."""
        rows = self._connection.execute(
            "SELECT f.path FROM files own JOIN contents mine ON mine.file_id = own.id AND mine.size = own.size"
            " AND mine.mtime_ns = own.mtime_ns AND mine.content_hash <> x''"
            " JOIN contents c ON c.size = mine.size AND c.content_hash = mine.content_hash"
            " JOIN files f ON f.id = c.file_id AND f.id <> own.id AND f.size = c.size AND f.mtime_ns = c.mtime_ns"
            " WHERE own.path = ? AND f.absence IS NULL ORDER BY f.path",
            (os.fsencode(path),),
        )
        return [Path(os.fsdecode(row[0])) for row in rows]

    def are_embedded(self, size: int) -> bool:
        """Return whether any file inside another, without text and of this size, has a known hash."""
        row = self._connection.execute(
            "SELECT 1 FROM contents c JOIN files f ON f.id = c.file_id"
            " WHERE c.size = ? AND f.container_id IS NOT NULL LIMIT 1",
            (size,),
        ).fetchone()
        return row is not None

    def add_content(self, file_id: int, size: int, modified_ns: int, content_hash: bytes) -> None:
        """Store the content hash of a file without text; an empty one where no other file has it."""
        self._connection.execute(
            "INSERT OR REPLACE INTO contents (file_id, size, mtime_ns, content_hash)"
            " SELECT id, ?, ?, ? FROM files WHERE id = ?",
            (size, modified_ns, content_hash, file_id),
        )

    def unread_copies(self) -> Iterator[Copy]:
        """Iterate over present files without text by path, each as a document of negative id."""
        rows = self._connection.execute(
            "SELECT f.id, c.content_hash, f.path, f.size, f.mtime_ns, f.inode, f.container_id IS NOT NULL"
            " FROM files f JOIN contents c ON c.file_id = f.id AND c.size = f.size AND c.mtime_ns = f.mtime_ns"
            " WHERE f.document_id IS NULL AND f.absence IS NULL AND c.content_hash <> x''"
            " ORDER BY f.path"
        )
        for number, content, path, size, modified, inode, embedded in rows:
            place, wording = Path(os.fsdecode(path)), b"bytes" + content
            kind, inside = FileKind.OTHER, bool(embedded)
            yield Copy(-number, wording, content, place, size, modified, kind, inode, is_embedded=inside)

    def copies(self) -> Iterator[Copy]:
        """Iterate over all files that are there and whose documents were compared, by path."""
        rows = self._connection.execute(
            "SELECT f.document_id, s.wording, d.content_hash, f.path, f.size, f.mtime_ns, d.kind, f.inode,"
            " s.words, d.pages, f.container_id IS NOT NULL, d.unread, d.characters, d.objects FROM files f"
            " JOIN documents d ON d.id = f.document_id JOIN sketches s ON s.document_id = d.id"
            " WHERE f.status = 'indexed' AND f.absence IS NULL ORDER BY f.path"
        )
        for row in rows:
            document_id, wording, content, path, size, modified, kind, inode, words, pages, embedded, *wholeness = row
            yield Copy(
                *(document_id, wording, content, Path(os.fsdecode(path)), size, modified, FileKind(kind), inode),
                words=words,
                pages=pages,
                wholeness=unpack_wholeness(*wholeness),
                is_embedded=bool(embedded),
            )

    def reading(self, content: bytes) -> Reading | None:
        """Return what is known of a content; None where it was not read and compared."""
        row = self._connection.execute(
            "SELECT s.wording, s.words, d.pages, d.unread, d.characters, d.objects FROM documents d"
            " JOIN sketches s ON s.document_id = d.id WHERE d.content_hash = ?",
            (content,),
        ).fetchone()
        if row is None:
            return None
        wording, words, pages, *wholeness = row
        return Reading(content, wording, _are_words_enough(words, pages), unpack_wholeness(*wholeness))

    def are_alike(self, first: bytes, second: bytes) -> bool:
        """Return True if two contents are known to be alike, by more than a template."""
        wordings = [self._find_wording(content) for content in (first, second)]
        if None in wordings:
            return False
        return wordings[0] == wordings[1] or any(self._have_pair(*ends) for ends in (wordings, reversed(wordings)))

    def _find_wording(self, content: bytes) -> bytes | None:
        row = self._connection.execute(
            "SELECT s.wording FROM documents d JOIN sketches s ON s.document_id = d.id WHERE d.content_hash = ?",
            (content,),
        ).fetchone()
        return row[0] if row else None

    def _have_pair(self, one: bytes | None, other: bytes | None) -> bool:
        """Return True if a document of one wording is the first of a pair with one of the other."""
        of_wording = "(SELECT document_id FROM sketches WHERE wording = ?)"
        row = self._connection.execute(
            f"SELECT 1 FROM pairs WHERE first IN {of_wording} AND second IN {of_wording} AND likeness <> ? LIMIT 1",
            (one, other, MatchKind.TEMPLATE),
        ).fetchone()
        return row is not None

    def ignore_pair(self, first: bytes, second: bytes) -> None:
        """Store that two contents are no duplicates to the user; equal ones stand for their copies."""
        self._connection.execute("INSERT OR IGNORE INTO distinctions VALUES (?, ?)", sorted((first, second)))

    def unignore_pair(self, first: bytes, second: bytes) -> None:
        """Delete an ignored pair."""
        self._connection.execute("DELETE FROM distinctions WHERE first = ? AND second = ?", sorted((first, second)))

    def ignored_pairs(self) -> set[tuple[bytes, bytes]]:
        """Return all pairs of contents that the user ignores, the smaller hash first."""
        return set(self._connection.execute("SELECT first, second FROM distinctions").fetchall())

    def content_hashes(self, document_ids: Sequence[int]) -> dict[int, bytes]:
        """Return the content hashes of documents by id."""
        found: dict[int, bytes] = {}
        for part in batched(document_ids):
            rows = self._connection.execute(f"SELECT id, content_hash FROM documents WHERE id IN ({marks(part)})", part)
            found |= dict(rows.fetchall())
        return found


def _to_pair(row: Sequence[Any]) -> Pair:
    return Pair(
        first=row[0],
        second=row[1],
        likeness=MatchKind(row[2]),
        similarity=row[3],
        first_within=row[4],
        second_within=row[5],
        changes=DiffCounts(numbers=row[6], dates=row[7], names=row[8], negations=row[9], words=row[10]),
    )
