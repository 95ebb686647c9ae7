"""Files that may show text which they do not hold, and what was recognised on their pages."""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.recognition import Pictured, RecognisedLine, RecognisedPage
from findling.formats import FileKind

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Scan:
    """File that waits for text recognition.

    Attributes:
        missing: pages that are still to be read.
    """

    path: Path
    content_hash: bytes
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageResult:
    """Outcome of a page: what was recognised, or why nothing could be."""

    page: RecognisedPage
    reason: Reason | None = None


class Scans:
    """Tables `scanned_files` and `recognised_pages`.

    What was recognised belongs to a content, whatever files have it, and outlives every new reading of them.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def note(self, file_id: int, content_hash: bytes, pictured: Pictured | None) -> None:
        """Store what of a file is for text recognition; None for nothing, or a content read before."""
        if pictured is None:
            pictured = self._find(content_hash)
        if pictured is None:
            self._connection.execute("DELETE FROM scanned_files WHERE file_id = ?", (file_id,))
            return
        is_finished = set(pictured.pages) <= self.pages(content_hash).keys()
        self._connection.execute(
            "INSERT OR REPLACE INTO scanned_files (file_id, content_hash, pictured, pages, finished)"
            " VALUES (?, ?, ?, ?, ?)",
            (file_id, content_hash, _pack_pictured(pictured), len(pictured.pages), is_finished),
        )

    def _find(self, content_hash: bytes) -> Pictured | None:
        row = self._connection.execute(
            "SELECT pictured FROM scanned_files WHERE content_hash = ? LIMIT 1", (content_hash,)
        ).fetchone()
        return _unpack_pictured(row[0]) if row else None

    def waiting(self, limit: int, stamp: str) -> list[Scan]:
        """Return files with pages that no recogniser of this stamp has read, the smallest first."""
        rows = self._connection.execute(
            "SELECT f.path, s.content_hash, s.pictured FROM scanned_files s JOIN files f ON f.id = s.file_id"
            " WHERE s.finished = 0 AND f.status <> 'pending' GROUP BY s.content_hash ORDER BY f.size, f.id LIMIT ?",
            (limit,),
        ).fetchall()
        scans = []
        for path, content_hash, packed in rows:
            done = self._stamped(content_hash, stamp)
            missing = tuple(page for page in _unpack_pictured(packed).pages if page not in done)
            scans.append(Scan(Path(os.fsdecode(path)), content_hash, missing))
        return scans

    def _stamped(self, content_hash: bytes, stamp: str) -> set[int]:
        rows = self._connection.execute(
            "SELECT page FROM recognised_pages WHERE content_hash = ? AND stamp = ?", (content_hash, stamp)
        )
        return {row[0] for row in rows}

    def count_waiting(self) -> tuple[int, int]:
        """Return how many contents wait, and how many of their pages."""
        files, pages = self._connection.execute(
            "SELECT count(*), coalesce(sum(pages - done), 0) FROM (SELECT pages, (SELECT count(*) FROM recognised_pages"
            " r WHERE r.content_hash = s.content_hash) AS done FROM scanned_files s WHERE finished = 0"
            " GROUP BY content_hash)"
        ).fetchone()
        return int(files), max(int(pages), 0)

    def add(self, content_hash: bytes, number: int, stamp: str, result: PageResult) -> None:
        """Store the outcome of a page, counted from 1."""
        self._connection.execute(
            "INSERT OR REPLACE INTO recognised_pages (content_hash, page, stamp, found, reason) VALUES (?, ?, ?, ?, ?)",
            (content_hash, number, stamp, _pack_page(result.page), result.reason),
        )

    def pages(self, content_hash: bytes) -> dict[int, PageResult]:
        """Return the outcomes of a content's pages, by number."""
        rows = self._connection.execute(
            "SELECT page, found, reason FROM recognised_pages WHERE content_hash = ? ORDER BY page", (content_hash,)
        )
        return {row[0]: PageResult(_unpack_page(row[1]), Reason(row[2]) if row[2] else None) for row in rows}

    def page_of(self, path: Path, number: int) -> RecognisedPage | None:
        """Return what was recognised on a page of a file, if anything was."""
        row = self._connection.execute(
            "SELECT r.found FROM files f JOIN scanned_files s ON s.file_id = f.id"
            " JOIN recognised_pages r ON r.content_hash = s.content_hash AND r.page = ? WHERE f.path = ?",
            (number, os.fsencode(path)),
        ).fetchone()
        return _unpack_page(row[0]) if row else None

    def finish(self, content_hash: bytes) -> None:
        """Note that all pages of a content were looked at.

        Where text was found, its files wait to be read once more, and are then given it; else they have no words.
        """
        self._connection.execute("UPDATE scanned_files SET finished = 1 WHERE content_hash = ?", (content_hash,))
        pages = self.pages(content_hash).values()
        if any(result.page.paragraphs or result.reason for result in pages):
            self._connection.execute("UPDATE documents SET extractor = '' WHERE content_hash = ?", (content_hash,))
            self._connection.execute(
                "UPDATE files SET status = 'pending' WHERE status <> 'pending' AND (document_id ="
                " (SELECT id FROM documents WHERE content_hash = ?)"
                " OR id IN (SELECT file_id FROM scanned_files WHERE content_hash = ?))",
                (content_hash, content_hash),
            )
        else:
            self._connection.execute(
                "UPDATE files SET reason = ?, detail = '' WHERE reason = ? AND id IN"
                " (SELECT file_id FROM scanned_files WHERE content_hash = ?)",
                (Reason.NO_WORDS, Reason.NO_TEXT, content_hash),
            )

    def purge(self) -> None:
        """Delete what was recognised of contents that no file has any more."""
        self._connection.execute(
            "DELETE FROM recognised_pages WHERE NOT EXISTS"
            " (SELECT 1 FROM scanned_files s WHERE s.content_hash = recognised_pages.content_hash)"
        )


def _pack_pictured(pictured: Pictured) -> bytes:
    values = [pictured.kind, pictured.total, _to_steps(pictured.pages), _to_steps(pictured.garbled)]
    return zlib.compress(json.dumps(values, separators=(",", ":")).encode())


def _unpack_pictured(packed: bytes) -> Pictured:
    kind, total, pages, garbled = json.loads(zlib.decompress(packed))
    return Pictured(FileKind(kind), _from_steps(pages), total, _from_steps(garbled))


def _to_steps(pages: tuple[int, ...]) -> list[int]:
    """Return numbers as the steps between them, which compress to nothing."""
    return [page - before for before, page in zip((0, *pages), pages, strict=False)]


def _from_steps(steps: list[int]) -> tuple[int, ...]:
    pages: list[int] = []
    for step in steps:
        pages.append((pages[-1] if pages else 0) + step)
    return tuple(pages)


def _pack_page(page: RecognisedPage) -> bytes:
    lines = [
        [line.text, [round(each, 5) for each in line.corners], line.places, round(line.confidence, 3)]
        for line in page.lines
    ]
    return zlib.compress(json.dumps([lines, page.paragraphs], ensure_ascii=False, separators=(",", ":")).encode())


def _unpack_page(packed: bytes) -> RecognisedPage:
    lines, paragraphs = json.loads(zlib.decompress(packed))
    return RecognisedPage(
        tuple(RecognisedLine(text, tuple(corners), tuple(places), sure) for text, corners, places, sure in lines),
        tuple(paragraphs),
    )
