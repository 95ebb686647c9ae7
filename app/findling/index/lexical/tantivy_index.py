"""One tantivy index in a folder: entries under ids, and a marker entry with the sequence number of the last commit."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.errors import LibraryError
from findling.index.lexical.schema import ID, MARKER, SEQUENCE, register_analyzers
from findling.index.lexical.tantivy_errors import contained, refused, verify
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tantivy import Document, Index, IndexWriter, Query, Schema, Searcher


MOST_WAITING = 16_000_000
"""Characters put since the last commit; tantivy would queue ten thousand documents, however long, in memory."""


class TantivyReader:
    """A shelf as it was at one commit; `refresh` goes on to the latest."""

    def __init__(self, folder: Path, schema: Schema, index: Index) -> None:
        self.folder = folder
        self.schema = schema
        self._index = index
        self.searcher = index.searcher()
        self.sequence = read_sequence(self.searcher, schema)

    @classmethod
    def open(cls, folder: Path, schema: Schema) -> TantivyReader | None:
        """Open the shelf in a folder; None where there is none yet.

        Raises:
            IndexDamagedError: it is not readable, or made by another version.
        """
        with contained(folder):
            index = _open_index(folder, schema)
            return cls(folder, schema, index) if index else None

    @property
    def count(self) -> int:
        """How many entries there are, the marker not counted."""
        return max(self.searcher.num_docs - 1, 0)

    def refresh(self) -> None:
        """Go on to the latest commit; a search that runs meanwhile ends on the one that it began with."""
        with contained(self.folder):
            self._index.reload()
            searcher = self._index.searcher()
            self.sequence = read_sequence(searcher, self.schema)
            self.searcher = searcher

    def search(self, query: Query, limit: int) -> list[tuple[int, float]]:
        """Ids and scores of the `limit` best entries, best first."""
        searcher = self.searcher
        with contained(self.folder):
            # Counting would visit every match; without it, blocks that cannot reach the best `limit` are passed over.
            hits = searcher.search(query, limit, count=False).hits
            ids = searcher.fast_field_values(ID, [address for _, address in hits])
        return [(int(label), score) for label, (score, _) in zip(ids, hits, strict=True) if label is not None]

    def frequency(self, field: str, term: str) -> int:
        """How many entries hold a term; entries that were dropped since the last merge still count."""
        with contained(self.folder):
            return self.searcher.doc_freq(field, term)

    def beginning_with(self, field: str, start: str, limit: int) -> list[tuple[str, int]]:
        """Up to `limit` terms that begin so, each with the number of entries that hold it."""
        with contained(self.folder):
            return self.searcher.terms_with_prefix(field, start, limit=limit)


class TantivyWriter:
    """A shelf that takes entries; nothing of them is sure to be seen, or to survive, before `commit`.

    Attributes:
        sequence: the sequence number of the last commit; the shelf may hold some of what came after it as well.
        was_empty: whether nothing was in it when it was opened.
    """

    def __init__(self, folder: Path, schema: Schema, index: Index, heap: int) -> None:
        self.folder = folder
        self.schema = schema
        searcher = index.searcher()
        self.sequence = read_sequence(searcher, schema)
        self.was_empty = searcher.num_docs == 0
        self._waiting = 0
        self._writer: IndexWriter = index.writer(heap, num_threads=1)
        self._broken = False
        self._sweep()

    @classmethod
    def open(cls, folder: Path, schema: Schema, heap: int) -> TantivyWriter:
        """Open the shelf in a folder, made anew where there is none.

        Raises:
            IndexDamagedError: it is not readable, or made by another version.
        """
        with contained(folder):
            index = _open_index(folder, schema)
            if index:
                verify(folder)
            else:
                _make_folder(folder)
                index = _make_index(folder, schema)
            return cls(folder, schema, index, heap)

    def put(self, label: int, document: Document, length: int) -> None:
        """Add an entry of so many characters in place of the one that has its id."""
        with self._writing():
            self._delete(ID, label)
            document.add_unsigned(ID, label)
            self._writer.add_document(document)
        self._waiting += length
        if self._waiting > MOST_WAITING:
            self.commit(self.sequence)

    def drop(self, label: int) -> None:
        """Remove an entry; one that is not there is passed over."""
        with self._writing():
            self._delete(ID, label)

    def commit(self, sequence: int) -> None:
        """Publish what came since the last commit together with its sequence number, wholly or not at all."""
        from tantivy import Document

        marker = Document()
        marker.add_unsigned(MARKER, 1)
        marker.add_unsigned(SEQUENCE, sequence)
        with self._writing():
            self._delete(MARKER, 1)
            self._writer.add_document(marker)
            self._writer.commit()
        self.sequence = sequence
        self._waiting = 0

    def _sweep(self) -> None:
        """Remove what a killed commit has left: files under the very names that the next one will use, and scraps."""
        self._writer.garbage_collect_files()
        for scrap in self.folder.glob(".tmp*"):
            scrap.unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Allow nothing after a failure: tantivy would go on, and commit a segment that it has written in part."""
        if self._broken:
            raise refused(self.folder, "an earlier write failed")
        self._broken = True
        with contained(self.folder):
            yield
        self._broken = False

    def _delete(self, field: str, value: int) -> None:
        from tantivy import Query

        # `delete_documents_by_term` takes a number for a signed one and finds nothing in an unsigned field.
        self._writer.delete_documents_by_query(Query.term_query(self.schema, field, value))

    def close(self) -> None:
        """Let running merges end and give the folder free; what was not committed is lost."""
        with contained(self.folder):
            self._writer.wait_merging_threads()


def read_sequence(searcher: Searcher, schema: Schema) -> int:
    """The sequence number of the commit that a searcher sees; 0 before the first."""
    from tantivy import Query

    hits = searcher.search(Query.term_query(schema, MARKER, 1), 1, count=False).hits
    values = searcher.fast_field_values(SEQUENCE, [address for _, address in hits])
    return int(values[0] or 0) if values else 0


def erase(folder: Path) -> None:
    """Remove an index for good.

    On Windows the files that a reader has open stay; without their meta file they are nobody's, and harmless.

    Raises:
        LibraryError: not even that can be removed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    if (folder / "meta.json").exists():
        raise LibraryError(LibraryMessage.WORDS_NOT_REMOVED(folder=folder), Remedy.CHECK_PERMISSIONS())


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(folder, str(error)) from error


def _open_index(folder: Path, schema: Schema) -> Index | None:
    from tantivy import Index

    if not folder.is_dir() or not Index.exists(str(folder)):
        return None
    return _make_index(folder, schema)


def _make_index(folder: Path, schema: Schema) -> Index:
    from tantivy import Index

    index = Index(schema, path=str(folder), reuse=True)
    register_analyzers(index)
    # Readers move to a new commit when they are told, so that one search sees one state.
    index.config_reader(reload_policy="manual")
    return index
