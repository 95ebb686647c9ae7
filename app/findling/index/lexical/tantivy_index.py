"""A tantivy index in a folder: entries with ids, and the last commit's sequence number."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.errors import LibraryError
from findling.index.lexical.deleted_terms import DeletedTerms, find_deleted_terms
from findling.index.lexical.linked_folder import LinkedFolder
from findling.index.lexical.schema import ID, MARKER, SEQUENCE, register_analyzers
from findling.index.lexical.tantivy_errors import translate_errors, unusable, verify_segments
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tantivy import Document, Index, IndexWriter, Query, Schema, Searcher


PENDING_LIMIT = 16_000_000
"""Uncommitted characters; tantivy would queue ten thousand documents, however long, in memory."""


class TantivyReader:
    """View of an index at one commit; `refresh` moves to the latest."""

    def __init__(self, folder: Path, schema: Schema, index: Index, links: LinkedFolder | None = None) -> None:
        self.folder = folder
        self.schema = schema
        self._links = links
        self._index = index
        self.searcher = index.searcher()
        self.sequence = read_sequence(self.searcher, schema)

    @classmethod
    def open(cls, folder: Path, schema: Schema) -> TantivyReader | None:
        """Open the index in a folder; None if there is none yet.

        Raises:
            IndexDamagedError: it is damaged, or of another version.
        """
        links = None
        if folder.is_dir() and not os.access(folder, os.W_OK):
            try:
                links = LinkedFolder(folder)
            except OSError as error:
                raise unusable(folder, explain_os_error(error), Remedy.MAKE_WRITABLE()) from error
        with translate_errors(folder):
            index = _open_index(links.path if links else folder, schema)
            return cls(folder, schema, index, links) if index else None

    @property
    def count(self) -> int:
        """Number of entries without the marker."""
        return max(self.searcher.num_docs - 1, 0)

    def refresh(self) -> None:
        """Move to the latest commit; a running search keeps its own."""
        with translate_errors(self.folder):
            if self._links:
                self._links.update()
            self._index.reload()
            searcher = self._index.searcher()
            self.sequence = read_sequence(searcher, self.schema)
            self.searcher = searcher

    def search(self, query: Query, limit: int) -> list[tuple[int, float]]:
        """Return ids and scores of the `limit` best entries, best first."""
        searcher = self.searcher
        with translate_errors(self.folder):
            # Counting would visit every match; without it, blocks that cannot reach the best `limit` are passed over.
            hits = searcher.search(query, limit, count=False).hits
            ids = searcher.fast_field_values(ID, [address for _, address in hits])
        return [(int(label), score) for label, (score, _) in zip(ids, hits, strict=True) if label is not None]

    def count_matches(self, query: Query) -> int:
        """Return how many entries match a query."""
        with translate_errors(self.folder):
            return int(self.searcher.search(query, 1).count)  # type: ignore[attr-defined]  # missing in its stubs

    def frequency(self, field: str, term: str) -> int:
        """Return how many entries hold a term, those dropped since the last merge among them."""
        with translate_errors(self.folder):
            return self.searcher.doc_freq(field, term)

    def frequencies(self, field: str, terms: Iterable[str]) -> dict[str, int]:
        """Return how many entries hold each of many terms, without those that none holds."""
        count = self.searcher.doc_freq
        with translate_errors(self.folder):
            return {term: found for term in terms if (found := count(field, term))}

    def terms_with_prefix(self, field: str, start: str, limit: int | None = None) -> list[tuple[str, int]]:
        """Return at most `limit` terms that begin so, the most frequent, with counts of entries."""
        with translate_errors(self.folder):
            return self.searcher.terms_with_prefix(field, start, limit=limit)


class TantivyWriter:
    """Writer of an index; entries are visible and durable after `commit`.

    Attributes:
        sequence: of the last commit; later entries may be in the index as well.
        pending_limit: uncommitted characters at which it commits by itself.
        was_empty: nothing was in it when it was opened.
        has_changes: something was put or dropped since the last commit.
    """

    def __init__(self, folder: Path, schema: Schema, index: Index, heap: int) -> None:
        self.folder = folder
        self.schema = schema
        self._index = index
        searcher = index.searcher()
        self.sequence = read_sequence(searcher, schema)
        self.was_empty = searcher.num_docs == 0
        self.has_changes = False
        self.pending_limit = PENDING_LIMIT
        self._pending = 0
        self._heap = heap
        self._writer: IndexWriter = index.writer(heap, num_threads=1)
        self._broken = False
        self._remove_leftovers()

    @classmethod
    def open(cls, folder: Path, schema: Schema, heap: int) -> TantivyWriter:
        """Open the index in a folder, and create it if there is none.

        Raises:
            IndexDamagedError: it is damaged, or of another version.
        """
        with translate_errors(folder):
            index = _open_index(folder, schema)
            if index:
                verify_segments(folder)
            else:
                _make_folder(folder)
                index = _make_index(folder, schema)
            return cls(folder, schema, index, heap)

    def put(self, label: int, document: Document, length: int) -> None:
        """Add or replace an entry of `length` characters."""
        self.has_changes = True
        with self._writing():
            self._delete(ID, label)
            document.add_unsigned(ID, label)
            self._writer.add_document(document)
        self._pending += length
        if self._pending > self.pending_limit:
            self.commit(self.sequence)

    def drop(self, label: int) -> None:
        """Remove an entry, if it is there."""
        self.has_changes = True
        with self._writing():
            self._delete(ID, label)

    def commit(self, sequence: int) -> None:
        """Publish the changes with their sequence number, atomically."""
        from tantivy import Document

        marker = Document()
        marker.add_unsigned(MARKER, 1)
        marker.add_unsigned(SEQUENCE, sequence)
        with self._writing():
            self._delete(MARKER, 1)
            self._writer.add_document(marker)
            self._writer.commit()
        self.sequence = sequence
        self.has_changes = False
        self._pending = 0

    def find_deleted_terms(self) -> DeletedTerms:
        """Find what dropped entries have left in the last commit; to be called right after one.

        Merges are waited for: one that began before an entry was dropped takes its words along.
        """
        with self._writing():
            self._writer.wait_merging_threads()
            self._writer = self._index.writer(self._heap, num_threads=1)
            self._index.reload()
            return find_deleted_terms(self.folder, self._index.searcher())

    def _remove_leftovers(self) -> None:
        """Remove a killed commit's files: those with names of the next one's, and temporary ones."""
        self._writer.garbage_collect_files()
        for scrap in self.folder.glob(".tmp*"):
            scrap.unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Refuse any write after a failure: tantivy would commit a segment that is written in part."""
        if self._broken:
            raise unusable(self.folder, LibraryMessage.EARLIER_WRITE_FAILED())
        self._broken = True
        with translate_errors(self.folder):
            yield
        self._broken = False

    def _delete(self, field: str, value: int) -> None:
        from tantivy import Query

        # `delete_documents_by_term` takes a number for a signed one and finds nothing in an unsigned field.
        self._writer.delete_documents_by_query(Query.term_query(self.schema, field, value))

    def close(self) -> None:
        """Wait for running merges and release the folder; uncommitted changes are lost."""
        with translate_errors(self.folder):
            self._writer.wait_merging_threads()


def read_sequence(searcher: Searcher, schema: Schema) -> int:
    """Return the sequence number of the commit that a searcher sees; 0 before the first."""
    from tantivy import Query

    hits = searcher.search(Query.term_query(schema, MARKER, 1), 1, count=False).hits
    values = searcher.fast_field_values(SEQUENCE, [address for _, address in hits])
    return int(values[0] or 0) if values else 0


def remove_index(folder: Path) -> None:
    """Remove an index.

    On Windows files that a reader has open stay, which are harmless without the meta file.

    Raises:
        LibraryError: the meta file cannot be removed.
    """
    shutil.rmtree(folder, ignore_errors=True)
    if (folder / "meta.json").exists():
        raise LibraryError(LibraryMessage.WORDS_NOT_REMOVED(folder=folder), Remedy.CHECK_PERMISSIONS())


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unusable(folder, str(error)) from error


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
