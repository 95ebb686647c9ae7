"""Publication: what this computer's library has read and embedded goes to the shared one.

First the files of a folder are announced, each with the name of its document. Documents that are not there yet are
awaited from then on, by a row each; who brings one locks its row, and others pass over it (SKIP LOCKED), so that of
several computers with the same content one brings it. A row is locked as long as its transaction lasts: of who is cut
off nothing is stored, and the next one brings it.

Where another publication of the same folder changed it meanwhile, it is compared anew (`publication_mark`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from findling.index.lexical.analysis import exact_words, split_name
from findling.storage.change_table import ChangeMark
from findling.storage.name_folding import fold_name
from findling.storage.sql_parts import batched
from findling.storage.vector_table import mean_vector
from findling.team.document_content import DocumentContent, make_storable
from findling.team.document_terms import DocumentTerms
from findling.team.publication_mark import OvertakenError, PublicationMark
from findling.team.published_path import write_path
from findling.team.team_schema import INDEXED_FROM
from findling.team.team_tables import write_vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    import psycopg

    from findling.domain.files import Passage
    from findling.storage.database import Database
    from findling.storage.vector_table import Space

_ASKED, _BROUGHT = 5_000, 16
"""Documents that are asked about, and documents that are brought in one transaction."""

_ANNOUNCE = (
    "SELECT announce(%s, %s::bigint[], %s::text[], %s::text[], %s::text[], %s::bigint[], %s::bigint[], %s::bytea[],"
    " %s::bytea[])"
)

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
    """File as it was published; `number` is its id in the library on this computer."""

    id: int
    number: int
    size: int
    mtime_ns: int
    source: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class _Announced:
    """File that is announced, by its path below the shared folder."""

    path: str
    file: _Published


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

    def run(self, folders: Iterable[PublishedFolder]) -> PublicationReport:
        """Publish what is new in some folders, take back what is gone, and delete what is unused.

        Unused is what nobody refers to any more.

        Args:
            folders: all that this computer shares.
        """
        for folder in folders:
            self._announce(folder)
            self._bring(folder)
        with self._connection.transaction():
            self._connection.execute("SELECT purge()")
        with self._connection.transaction():
            self._connection.execute("SELECT build_index(%s)", (INDEXED_FROM,))
        return self._done

    def _add(self, **counts: int) -> None:
        """Count what was done, and report it."""
        self._done = replace(self._done, **{name: getattr(self._done, name) + more for name, more in counts.items()})
        self._report(self._done)

    def _announce(self, folder: PublishedFolder) -> None:
        """Update the list of a folder's files, anew as often as others overtake this publication."""
        mark = PublicationMark(self._connection, folder.id)
        while mark.read():
            try:
                self._update(folder, mark)
            except OvertakenError:
                self._add()
            else:
                break
        row = self._connection.execute("SELECT files FROM publications WHERE folder_id = %s", (folder.id,)).fetchone()
        self._add(files=row[0] if row else 0)

    def _update(self, folder: PublishedFolder, mark: PublicationMark) -> None:
        """Update the list of a folder's files by what changed since its mark, or by all of them."""
        # Before all that is read here, so that what changes meanwhile is looked at again the next time; and after the
        # mark, so that nothing older is read than what the server has.
        now = self._database.changes.mark(self._space)
        known = ChangeMark.parse(mark.text)
        changes = self._database.changes.since(known, self._space) if known else None
        if changes is None:
            self._compare(folder, mark, None)
        for part in batched(changes or []):
            self._compare(folder, mark, part)
        if mark.text != str(now):
            with mark.changing(str(now)):
                pass

    def _compare(self, folder: PublishedFolder, mark: PublicationMark, file_ids: Sequence[int] | None) -> None:
        """Announce what differs of some files, or of all, and take back what is gone.

        The mark stays as it is until all is done, or unknown if all are compared: what was done can be done again.
        """
        older = None if file_ids is None else mark.text
        publishable = self._database.publishable
        published = self._read_published(folder, file_ids)
        present = {
            write_path(file.path, folder.path): file for file in publishable.below(folder.path, self._space, file_ids)
        }
        # What is read or embedded anew stays as it was published, until that is done.
        waiting = {
            write_path(path, folder.path): file_id
            for path, file_id in publishable.waiting_below(folder.path, self._space, file_ids).items()
        }
        gone = [each.id for path, each in published.items() if path not in present and path not in waiting]
        if gone:
            with mark.changing(older):
                self._connection.execute("SELECT retract(%s, %s)", (folder.id, gone))
            self._add(removed=len(gone))
        changed = [
            _Announced(path, replace(before, number=waiting[path]))
            for path, before in published.items()
            if path in waiting and path not in present and waiting[path] != before.number
        ]
        for path, file in present.items():
            before = published.get(path)
            is_same = before is not None and before.source == file.source
            key = before.key if before and is_same else self._name_document(file.document_id)
            if key is None:
                continue
            after = _Published(before.id if before else 0, file.file_id, file.size, file.mtime_ns, file.source, key)
            if after != before:
                changed.append(_Announced(path, after))
        for part in batched(changed):
            with mark.changing(older):
                self._announce_files(folder, part)
            self._add(changed=len(part))

    def _read_published(self, folder: PublishedFolder, file_ids: Sequence[int] | None) -> dict[str, _Published]:
        rows = self._connection.execute(
            "SELECT path, id, number, size, mtime_ns, source, key FROM published(%s, %s)",
            (folder.id, None if file_ids is None else list(file_ids)),
        )
        return {path: _Published(*row) for path, *row in rows}

    def _announce_files(self, folder: PublishedFolder, files: Sequence[_Announced]) -> None:
        names = [each.path.rpartition("/")[2] for each in files]
        self._connection.execute(
            _ANNOUNCE,
            (
                folder.id,
                [each.file.number for each in files],
                [each.path for each in files],
                list(map(fold_name, names)),
                [" ".join(dict.fromkeys(exact_words(f"{name} {split_name(name)}"))) for name in names],
                [each.file.size for each in files],
                [each.file.mtime_ns for each in files],
                [each.file.source for each in files],
                [each.file.key for each in files],
            ),
        )

    def _bring(self, folder: PublishedFolder) -> None:
        """Bring the documents that a folder's files wait for and that nobody else brings."""
        missing = self._find_missing(folder)
        keys = list(missing)
        for start in range(0, len(keys), _ASKED):
            left = keys[start : start + _ASKED]
            while left:
                with self._connection.transaction():
                    claimed = {row[0] for row in self._connection.execute("SELECT claim(%s, %s)", (left, _BROUGHT))}
                    brought = sum(self._bring_first(folder, missing[key]) for key in claimed)
                if not claimed:
                    break
                # One that changed meanwhile on this computer is brought by another publication.
                left = [key for key in left if key not in claimed]
                self._add(brought=brought)
        self._add(waiting=len(self._find_missing(folder)) if keys else 0)

    def _find_missing(self, folder: PublishedFolder) -> dict[bytes, list[int]]:
        """Return the documents that a folder's files wait for, by key, with the files' ids."""
        return dict(self._connection.execute("SELECT key, numbers FROM missing(%s)", (folder.id,)).fetchall())

    def _bring_first(self, folder: PublishedFolder, file_ids: Sequence[int]) -> bool:
        """Store the first document of these files that is awaited; return whether one is."""
        files = self._database.publishable.below(folder.path, self._space, file_ids)
        return any(self._store(document_id) for document_id in dict.fromkeys(file.document_id for file in files))

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


def _list_columns(passages: Sequence[Passage]) -> tuple[list[int], list[int], list[int | None], list[str]]:
    return (
        [each.start for each in passages],
        [each.end for each in passages],
        [each.page for each in passages],
        [make_storable(each.heading) for each in passages],
    )
