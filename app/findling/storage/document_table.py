"""Documents: text, title and structure of a content, one row however many files share it."""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import Absence, Extraction, Unread, Wholeness
from findling.formats import FileKind
from findling.messages.message_json import notice_to_text
from findling.storage.block_codec import measure_body, pack_blocks, unpack_blocks, unpack_passages
from findling.storage.file_filter import to_condition
from findling.storage.file_order import DOCUMENT_ORDERS
from findling.storage.sql_parts import batched, marks
from findling.storage.stored_passages import PlacedPassage, StoredPassages

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from findling.domain.search import SortOrder
    from findling.storage.file_filter import Filter

_SAMPLE = 200
"""Documents by which the share that passes a filter is estimated, to about .07 (two standard errors)."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """Document without its text.

    Attributes:
        is_recognised: some of the text was read by text recognition.
    """

    id: int
    kind: FileKind
    title: str
    language: str
    pages: int | None
    is_recognised: bool = False


@dataclass(frozen=True, slots=True)
class FileLocation:
    """File that has a document's content.

    Attributes:
        outermost: the file on the disk that it is in; None where it is one itself.
        shared_by, machine: who shares it, and the computer that it lies on, in a library of several people; else "".
    """

    path: Path
    modified_ns: int
    size: int
    absence: Absence | None = None
    outermost: Path | None = None
    shared_by: str = ""
    machine: str = ""


class Documents:
    """Tables `documents` and `passages`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, content_hash: bytes) -> tuple[int, str] | None:
        """Return id and extractor's stamp of the document with this content, if there is one."""
        row = self._connection.execute(
            "SELECT id, extractor FROM documents WHERE content_hash = ?", (content_hash,)
        ).fetchone()
        return (row[0], row[1]) if row else None

    def add(self, content_hash: bytes, extractor: str, extraction: Extraction) -> int:
        """Store the extraction of a content; an older one is replaced in all files that have it."""
        files = self._delete(content_hash)
        cursor = self._connection.execute(
            "INSERT INTO documents"
            " (content_hash, extractor, kind, title, language, pages, text, checksum, reason, detail, blocks,"
            " unread, characters, objects, holds_files)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                content_hash,
                extractor,
                extraction.kind,
                extraction.title,
                extraction.language,
                extraction.pages,
                extraction.text,
                zlib.crc32(extraction.text.encode()),
                extraction.reason,
                notice_to_text(extraction.detail),
                pack_blocks(extraction.blocks),
                *_pack_wholeness(extraction.wholeness),
                extraction.holds_files,
            ),
        )
        added = int(cursor.lastrowid or 0)
        self._connection.executemany(
            "UPDATE files SET document_id = ? WHERE id = ?", [(added, file_id) for file_id in files]
        )
        return added

    def says_the_same(self, document_id: int, extraction: Extraction) -> bool:
        """Return whether a document has this text, cut and named alike, so that its vectors hold."""
        row = self._connection.execute(
            "SELECT kind, title, language, pages, text, blocks FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        given = (extraction.kind, extraction.title, extraction.language, extraction.pages, extraction.text)
        # Unpacked, for another build of zlib packs the same otherwise.
        return (
            row is not None
            and row[:5] == given
            and row[5] is not None
            and unpack_blocks(row[5], extraction.text) == extraction.blocks
        )

    def renew(self, document_id: int, extractor: str, extraction: Extraction) -> None:
        """Note that a document was read again and says the same; its passages and vectors stay."""
        self._connection.execute(
            "UPDATE documents SET extractor = ?, reason = ?, detail = ?, unread = ?, characters = ?, objects = ?,"
            " holds_files = ? WHERE id = ?",
            (
                extractor,
                extraction.reason,
                notice_to_text(extraction.detail),
                *_pack_wholeness(extraction.wholeness),
                extraction.holds_files,
                document_id,
            ),
        )

    def _delete(self, content_hash: bytes) -> list[int]:
        """Delete the document with this content, if there is one, and return the files that had it."""
        older = self.find(content_hash)
        if older is None:
            return []
        rows = self._connection.execute("SELECT id FROM files WHERE document_id = ?", (older[0],)).fetchall()
        self._connection.execute("UPDATE files SET document_id = NULL WHERE document_id = ?", (older[0],))
        self._connection.execute("DELETE FROM documents WHERE id = ?", (older[0],))
        return [row[0] for row in rows]

    def get(self, document_ids: Sequence[int]) -> dict[int, DocumentRow]:
        """Return the documents with these ids that still exist."""
        found: dict[int, DocumentRow] = {}
        for part in batched(document_ids):
            rows = self._connection.execute(
                f"SELECT id, kind, title, language, pages, instr(unread, ?) > 0 FROM documents"
                f" WHERE id IN ({marks(part)})",
                (Unread.RECOGNISED, *part),
            )
            found |= {
                row[0]: DocumentRow(row[0], FileKind(row[1]), row[2], row[3], row[4], bool(row[5])) for row in rows
            }
        return found

    def find_existing(self, document_ids: Sequence[int]) -> set[int]:
        """Return those of these ids that documents have."""
        found: set[int] = set()
        for part in batched(document_ids):
            rows = self._connection.execute(f"SELECT id FROM documents WHERE id IN ({marks(part)})", part)
            found.update(row[0] for row in rows)
        return found

    def text(self, document_id: int) -> tuple[str, str, str] | None:
        """Return title, canonical text and language of a document, if it still exists."""
        row = self._connection.execute(
            "SELECT title, text, language FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        return (row[0], row[1], row[2]) if row else None

    def body(self, document_id: int) -> str | None:
        """Return a document's text without its properties, for comparison, if it still exists."""
        row = self._connection.execute("SELECT text, blocks FROM documents WHERE id = ?", (document_id,)).fetchone()
        return row[0][: measure_body(row[1], row[0])] if row else None

    def extraction(self, document_id: int) -> Extraction | None:
        """Return the extraction of a document, as far as chunking needs it, if it still exists."""
        row = self._connection.execute(
            "SELECT kind, title, text, blocks, pages, language FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        if row is None:
            return None
        kind, title, text, blocks, pages, language = row
        return Extraction(FileKind(kind), title, text, unpack_blocks(blocks, text), pages, language)

    def count_texts(self) -> int:
        """Count the documents that have a text."""
        return int(self._connection.execute("SELECT count(*) FROM documents WHERE text != ''").fetchone()[0])

    def languages(self) -> dict[str, int]:
        """Count the searchable files in each language, the most frequent first."""
        rows = self._connection.execute(
            "SELECT d.language, count(*) AS files FROM documents d JOIN files f ON f.document_id = d.id"
            " WHERE f.status = 'indexed' GROUP BY d.language ORDER BY files DESC, d.language"
        )
        return dict(rows.fetchall())

    def kinds(self) -> dict[str, int]:
        """Count the files of each kind; one that was not read has the kind that its name promises."""
        rows = self._connection.execute(
            "SELECT coalesce(d.kind, promised_kind(f.path)) AS kind, count(*)"
            " FROM files f LEFT JOIN documents d ON d.id = f.document_id GROUP BY 1"
        )
        return dict(rows.fetchall())

    def all_ids(self) -> Iterator[int]:
        """Iterate over the ids of all documents, ascending."""
        return (row[0] for row in self._connection.execute("SELECT id FROM documents ORDER BY id"))

    def locations(self, document_ids: Sequence[int], wanted: Filter) -> dict[int, list[FileLocation]]:
        """Return the files with these contents that pass the filter, the latest first.

        Those inside other files come last.
        """
        found: dict[int, list[FileLocation]] = {}
        condition, values = to_condition(wanted)
        for part in batched(document_ids):
            rows = self._connection.execute(
                "SELECT f.document_id, f.path, f.mtime_ns, f.size, f.absence, o.path FROM files f"
                " JOIN documents d ON d.id = f.document_id LEFT JOIN files o ON o.id = f.outermost_id"
                f" WHERE f.document_id IN ({marks(part)}) {condition}"
                # What is there goes before what is not.
                " ORDER BY f.absence IS NOT NULL, f.outermost_id IS NOT NULL, f.mtime_ns DESC, length(f.path), f.path",
                (*part, *values),
            )
            for document_id, path, modified, size, absence, outermost in rows:
                away = Absence(absence) if absence else None
                around = Path(os.fsdecode(outermost)) if outermost else None
                place = FileLocation(Path(os.fsdecode(path)), modified, size, away, around)
                found.setdefault(document_id, []).append(place)
        return found

    def select(self, wanted: Filter, limit: int) -> list[int]:
        """Return up to `limit` documents of which at least one file passes the filter, by id."""
        condition, values = to_condition(wanted, leads=True)
        rows = self._connection.execute(
            "SELECT DISTINCT d.id FROM documents d JOIN files f ON f.document_id = d.id"
            f" WHERE 1 {condition} ORDER BY d.id LIMIT ?",
            (*values, limit),
        )
        return [row[0] for row in rows]

    def estimate_share(self, wanted: Filter) -> float:
        """Estimate the share of documents with a file that passes the filter, by evenly spaced ids."""
        condition, values = to_condition(wanted)
        last = int(self._connection.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()[0])
        sample = range(last, 0, -max(last // _SAMPLE, 1))
        drawn, passing = self._connection.execute(
            f"SELECT count(DISTINCT d.id), count(DISTINCT CASE WHEN 1 {condition} THEN d.id END)"
            f" FROM documents d JOIN files f ON f.document_id = d.id WHERE d.id IN ({marks(sample)})",
            (*values, *sample),
        ).fetchone()
        return passing / drawn if drawn else 0.0

    def select_in_order(self, wanted: Filter, order: SortOrder, limit: int) -> list[int]:
        """Return documents as `select` does, in an order of their files."""
        condition, values = to_condition(wanted, leads=True)
        rows = self._connection.execute(
            "SELECT d.id FROM documents d JOIN files f ON f.document_id = d.id"
            f" WHERE 1 {condition} GROUP BY d.id ORDER BY {DOCUMENT_ORDERS[order]}, d.id LIMIT ?",
            (*values, limit),
        )
        return [row[0] for row in rows]

    def passages(self, document_id: int, space_id: int) -> list[PlacedPassage]:
        """Return all passages of a document as cut for a space, in order."""
        return list(self.passages_of([document_id], space_id).get(document_id, ()))

    def passages_of(self, document_ids: Sequence[int], space_id: int | None) -> dict[int, StoredPassages]:
        """Return the passages of documents as cut for a space, or else for the latest of each.

        Removed ones are left out. Those of a document that waits for being embedded have no ids yet, and bear their
        numbers instead.
        """
        found: dict[int, StoredPassages] = {}
        wanted = "?" if space_id is not None else "(SELECT max(space_id) FROM passages WHERE document_id = d.id)"
        space = () if space_id is None else (space_id,)
        for part in batched(document_ids):
            # Cut out here, since SQLite's substr would count the characters of a text once for each passage.
            texts = self._connection.execute(f"SELECT id, text FROM documents WHERE id IN ({marks(part)})", part)
            rows_of: dict[int, list[tuple[int, int, int, int | None, str]]] = {}
            for document_id, text in texts:
                rows_of[document_id] = []
                found[document_id] = StoredPassages(text, rows_of[document_id])
            rows = self._connection.execute(
                "SELECT d.id, p.id, p.start, p.end, p.page, p.heading FROM documents d JOIN passages p"
                f" ON p.document_id = d.id AND p.space_id = {wanted} WHERE d.id IN ({marks(part)}) ORDER BY p.id",
                (*space, *part),
            )
            for document_id, *row in rows:
                rows_of[document_id].append(tuple(row))
            self._add_waiting({number: rows for number, rows in rows_of.items() if not rows})
        return found

    def _add_waiting(self, rows_of: dict[int, list[tuple[int, int, int, int | None, str]]]) -> None:
        """Add the passages of documents that wait for being embedded, cut for whatever space."""
        waiting = list(rows_of)
        packed = self._connection.execute(
            f"SELECT document_id, passages FROM embedding_queue WHERE document_id IN ({marks(waiting)})", waiting
        )
        for document_id, passages in packed:
            cut = enumerate(unpack_passages(passages))
            rows_of[document_id] += [(number, p.start, p.end, p.page, p.heading) for number, p in cut]

    def names(self, file_ids: Sequence[int], wanted: Filter) -> list[tuple[int, str]]:
        """Return the documents of those files that pass a filter, each with the name of its file."""
        found: list[tuple[int, str]] = []
        condition, values = to_condition(wanted)
        for part in batched(file_ids):
            rows = self._connection.execute(
                "SELECT d.id, f.path FROM files f JOIN documents d ON d.id = f.document_id"
                f" WHERE f.id IN ({marks(part)}) {condition}",
                (*part, *values),
            )
            found += [(document_id, os.path.basename(os.fsdecode(path))) for document_id, path in rows]  # noqa: PTH119 - a Path for each is most of the time
        return found

    def count_passages(self, document_id: int, space_id: int) -> int:
        """Count the passages that a document is cut into for a space, or is to be embedded in."""
        row = self._connection.execute(
            "SELECT coalesce((SELECT nullif(count(*), 0) FROM passages WHERE document_id = ?1 AND space_id = ?2),"
            " (SELECT count FROM embedding_queue WHERE document_id = ?1), 0)",
            (document_id, space_id),
        ).fetchone()
        return int(row[0])

    def latest_space(self, document_id: int) -> int:
        """Return the space for which a document was cut last; 0 if for none."""
        row = self._connection.execute(
            "SELECT max(space_id) FROM passages WHERE document_id = ?", (document_id,)
        ).fetchone()
        return int(row[0] or 0)

    def of_passages(self, passage_ids: Sequence[int]) -> dict[int, int]:
        """Map these passages to their documents, without those of removed documents."""
        found: dict[int, int] = {}
        for part in batched(passage_ids):
            rows = self._connection.execute(f"SELECT id, document_id FROM passages WHERE id IN ({marks(part)})", part)
            found |= dict(rows.fetchall())
        return found

    def remove(self, document_ids: Iterable[int]) -> None:
        """Delete documents with their passages and vectors."""
        self._connection.executemany("DELETE FROM documents WHERE id = ?", [(i,) for i in document_ids])

    def find_damage(self, limit: int | None = 5) -> list[int]:
        """Return documents with a damaged text (bit rot that SQLite's own check cannot see)."""
        rows = self._connection.execute("SELECT id, CAST(text AS BLOB), checksum FROM documents")
        return list(islice((document for document, text, checksum in rows if zlib.crc32(text) != checksum), limit))


def _pack_wholeness(wholeness: Wholeness) -> tuple[str, bytes, bytes]:
    return ",".join(wholeness.unread), wholeness.characters, wholeness.objects


def unpack_wholeness(unread: str, characters: bytes, objects: bytes) -> Wholeness:
    """Return the wholeness of a document from its columns."""
    return Wholeness(tuple(map(Unread, unread.split(","))) if unread else (), characters, objects)
