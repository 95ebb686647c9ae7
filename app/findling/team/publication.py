"""Publication: what this computer's library has read and embedded goes to the shared one.

First the files of a folder are announced, each with the name of its document. Documents that are not there yet are
awaited from then on, by a row each; who brings one locks its row, and others pass over it (SKIP LOCKED), so that of
several computers with the same content one brings it. A row is locked as long as its transaction lasts: of who is cut
off nothing is stored, and the next one brings it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from findling.index.lexical.analysis import exact_words, split_name
from findling.storage.name_folding import fold_name
from findling.storage.vector_table import mean_vector
from findling.team.document_content import DocumentContent, make_storable
from findling.team.document_terms import DocumentTerms
from findling.team.published_path import write_path
from findling.team.team_schema import INDEXED_FROM
from findling.team.team_tables import write_vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    import psycopg

    from findling.domain.files import Passage
    from findling.storage.database import Database
    from findling.storage.publishable_table import PublishableFile
    from findling.storage.vector_table import Space

_ANNOUNCED, _ASKED, _BROUGHT = 500, 5_000, 16
"""Files that are announced, documents that are asked about, and documents that are brought in one transaction."""

_ANNOUNCE = """
INSERT INTO files (folder_id, path, folded, words, size, mtime_ns, source, key)
SELECT %s, path, folded, string_to_array(words, ' '), size, mtime_ns, source, key
FROM unnest(%s::text[], %s::text[], %s::text[], %s::bigint[], %s::bigint[], %s::bytea[], %s::bytea[])
    AS f (path, folded, words, size, mtime_ns, source, key)
ON CONFLICT (folder_id, path) DO UPDATE
SET size = excluded.size, mtime_ns = excluded.mtime_ns, source = excluded.source, key = excluded.key
"""

_STORE = (
    "SELECT store(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s::halfvec, %s::integer[], %s::integer[], %s::integer[],"
    " %s::text[], %s::text[]::halfvec[], %s::text[], %s::integer[], %s::text[]::tsvector[])"
)


@dataclass(frozen=True, slots=True)
class PublishedFolder:
    """Folder of this computer that is shared."""

    id: int
    path: Path
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicationReport:
    """Counts of what a publication did.

    Attributes:
        files: that are published now.
        changed, removed: files that were announced anew, and taken back.
        brought: documents that this computer brought.
        waiting: documents of these files that another computer brings at this moment.
    """

    files: int = 0
    changed: int = 0
    removed: int = 0
    brought: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class _Published:
    """File as it was published."""

    id: int
    size: int
    mtime_ns: int
    source: bytes
    key: bytes


class Publication:
    """Brings the shared folders of one library up to date, in transactions of a second or so.

    Args:
        connection: to the server, in READ COMMITTED.
        database: of the library on this computer.
        space: whose vectors are published.
        report: told after each transaction.
    """

    def __init__(
        self,
        connection: psycopg.Connection[Any],
        database: Database,
        space: Space,
        report: Callable[[PublicationReport], None],
    ) -> None:
        self._connection = connection
        self._database = database
        self._space = space
        self._report = report
        self._done = PublicationReport()

    def run(self, folders: Iterable[PublishedFolder], *, tidies: bool = True) -> PublicationReport:
        """Publish what is new in some folders, take back what is gone, and delete what is unused.

        Unused is what nobody refers to any more.

        Args:
            folders: all that this computer shares.
            tidies: look for what nobody refers to though nothing has changed, as after one who was cut off.
        """
        for folder in folders:
            documents = self._announce(folder)
            self._bring(documents)
            self._add(waiting=self._count_awaited(folder))
        if tidies or self._done.changed or self._done.removed:
            with self._connection.transaction():
                self._connection.execute("SELECT purge()")
        with self._connection.transaction():
            self._connection.execute("SELECT build_index(%s)", (INDEXED_FROM,))
        return self._done

    def _add(self, **counts: int) -> None:
        """Count what was done, and report it."""
        self._done = replace(self._done, **{name: getattr(self._done, name) + more for name, more in counts.items()})
        self._report(self._done)

    def _announce(self, folder: PublishedFolder) -> dict[bytes, int]:
        """Update the list of a folder's files; return the documents these refer to, by keys."""
        published = self._read_published(folder)
        files = list(self._database.publishable.below(folder.path, self._space))
        present = {write_path(file.path, folder.path): file for file in files}
        # What is read or embedded anew stays as it was published, until that is done.
        waiting = {
            write_path(path, folder.path) for path in self._database.publishable.waiting_below(folder.path, self._space)
        }
        gone = [published[path].id for path in published.keys() - present.keys() - waiting]
        with self._connection.transaction():
            self._connection.execute("DELETE FROM files WHERE id = ANY (%s)", (gone,))
        documents: dict[bytes, int] = {}
        changed: list[tuple[str, PublishableFile, bytes]] = []
        for path, file in present.items():
            before = published.get(path)
            is_same = before is not None and before.source == file.source
            key = before.key if before and is_same else self._name_document(file.document_id)
            if key is None:
                continue
            documents[key] = file.document_id
            if not (before and is_same and (before.size, before.mtime_ns) == (file.size, file.mtime_ns)):
                changed.append((path, file, key))
        for start in range(0, len(changed), _ANNOUNCED):
            self._announce_files(folder, changed[start : start + _ANNOUNCED])
        self._add(files=len(present), changed=len(changed), removed=len(gone))
        return documents

    def _read_published(self, folder: PublishedFolder) -> dict[str, _Published]:
        rows = self._connection.execute(
            "SELECT path, id, size, mtime_ns, source, key FROM files WHERE folder_id = %s", (folder.id,)
        )
        return {path: _Published(*row) for path, *row in rows}

    def _announce_files(self, folder: PublishedFolder, files: Sequence[tuple[str, PublishableFile, bytes]]) -> None:
        names = [path.rpartition("/")[2] for path, _, _ in files]
        with self._connection.transaction():
            self._connection.execute(
                _ANNOUNCE,
                (
                    folder.id,
                    [path for path, _, _ in files],
                    list(map(fold_name, names)),
                    [" ".join(dict.fromkeys(exact_words(f"{name} {split_name(name)}"))) for name in names],
                    [file.size for _, file, _ in files],
                    [file.mtime_ns for _, file, _ in files],
                    [file.source for _, file, _ in files],
                    [key for _, _, key in files],
                ),
            )

    def _bring(self, documents: dict[bytes, int]) -> None:
        """Bring the documents that are awaited and that nobody else brings."""
        keys = list(documents)
        for start in range(0, len(keys), _ASKED):
            left = keys[start : start + _ASKED]
            while left:
                with self._connection.transaction():
                    claimed = {row[0] for row in self._connection.execute("SELECT claim(%s, %s)", (left, _BROUGHT))}
                    brought = sum(self._store(documents[key]) for key in claimed)
                if not claimed:
                    break
                # One that changed meanwhile on this computer is brought by another publication.
                left = [key for key in left if key not in claimed]
                self._add(brought=brought)

    def _store(self, document_id: int) -> bool:
        """Store a document with its passages, vectors and terms; return whether it was awaited."""
        read = self._database.documents.extraction(document_id)
        row = self._database.documents.get([document_id]).get(document_id)
        vectors = next(self._database.vectors.of_documents([document_id], self._space), None)
        if read is None or row is None or vectors is None:
            return False
        passages = [each.passage for each in self._database.documents.passages(document_id, self._space.id)]
        content = DocumentContent.of(read, self._database.origins.of_messages(document_id))
        terms = DocumentTerms.of(content.title, content.text, content.language)
        stored = self._connection.execute(
            _STORE,
            (
                *(content.kind, content.title, content.language, read.pages, row.is_recognised, content.text),
                *(content.origins, terms.stems, terms.words, write_vector(mean_vector(vectors.matrix).tolist())),
                *_list_columns(passages),
                [write_vector(each) for each in vectors.matrix.tolist()],
                *(list(terms.frequencies), list(terms.frequencies.values()), list(terms.runs)),
            ),
        ).fetchone()
        return bool(stored and stored[0])

    def _name_document(self, document_id: int) -> bytes | None:
        read = self._database.documents.extraction(document_id)
        return DocumentContent.of(read, self._database.origins.of_messages(document_id)).key if read else None

    def _count_awaited(self, folder: PublishedFolder) -> int:
        row = self._connection.execute(
            "SELECT count(DISTINCT f.key) FROM files f WHERE f.folder_id = %s"
            " AND NOT EXISTS (SELECT FROM documents d WHERE d.key = f.key)",
            (folder.id,),
        ).fetchone()
        return int(row[0]) if row else 0


def _list_columns(passages: Sequence[Passage]) -> tuple[list[int], list[int], list[int | None], list[str]]:
    return (
        [each.start for each in passages],
        [each.end for each in passages],
        [each.page for each in passages],
        [make_storable(each.heading) for each in passages],
    )
