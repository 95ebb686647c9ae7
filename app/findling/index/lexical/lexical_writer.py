"""Writer of the lexical index; entries are published with the journal's sequence number."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from findling.errors import FindlingError, IndexDamagedError
from findling.index.lexical.analysis import (
    ENGLISH,
    prepare,
    prepare_exact,
    split_name,
    stem_analyzer,
    stemming_language,
)
from findling.index.lexical.compound_words import list_tails
from findling.index.lexical.number_groups import join_groups
from findling.index.lexical.schema import EXACT, FOLDER, LANGUAGE, NAME, STEMS, TAILS, document_schema, name_schema
from findling.index.lexical.tantivy_index import PENDING_LIMIT, TantivyWriter, remove_index
from findling.letter_folding import drop_marks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tantivy import Document

    from findling.index.lexical.deleted_terms import DeletedTerms
    from findling.index.lexical.schema import LexicalEntry, NameEntry

DOCUMENTS = "documents"
NAMES = "names"

_DOCUMENT_HEAP = 50_000_000
# tantivy's minimum is 15 MB for a thread.
_NAME_HEAP = 15_000_000
_RENEWED_AT_ONCE = 64_000_000


class LexicalWriter:
    """Writer of documents and of names, in two indexes: names would distort texts' BM25."""

    def __init__(self, documents: TantivyWriter, names: TantivyWriter) -> None:
        self._documents = documents
        self._names = names

    @classmethod
    def open(cls, folder: Path) -> LexicalWriter:
        """Open the index for writing; one that is missing, damaged or of another version is created.

        Raises:
            LibraryBusyError: another process writes it.
            LibraryError: the folder cannot be written.
        """
        try:
            writer = cls._open(folder)
        except IndexDamagedError:
            writer = None
        if writer and not writer._is_stale:
            return writer
        if writer:
            writer.close()
        remove_indexes(folder)
        return cls._open(folder)

    @classmethod
    def _open(cls, folder: Path) -> LexicalWriter:
        documents = TantivyWriter.open(folder / DOCUMENTS, document_schema(), _DOCUMENT_HEAP)
        try:
            return cls(documents, TantivyWriter.open(folder / NAMES, name_schema(), _NAME_HEAP))
        except FindlingError:
            documents.close()
            raise

    @property
    def _is_stale(self) -> bool:
        """True if a first build was cut off, or half of the index is new."""
        return self.sequence == 0 and not (self._documents.was_empty and self._names.was_empty)

    @property
    def sequence(self) -> int:
        """Sequence number of the journal up to which all is in the index; 0 for a new one.

        It is that of the documents, since names that changed are committed before them. If the names are ahead after a
        crash, the journal's repeats change nothing.
        """
        return self._documents.sequence if self._names.sequence else 0

    def put_document(self, entry: LexicalEntry) -> None:
        """Add a document, or replace the one with its id.

        The title's stems go in twice: on the mean of six judged collections that is worth 0.003 of nDCG@10.
        """
        from tantivy import Document

        document = Document()
        language = stemming_language(entry.language)
        document.add_text(LANGUAGE, language)
        for text in (prepare(entry.title), prepare(entry.text)):
            document.add_text(EXACT, drop_marks(text))
            for number in join_groups(text):
                document.add_text(EXACT, number)
            _add_stems(document, text, language)
        _add_stems(document, prepare(entry.title), language)
        if tails := list_tails(f"{entry.title}\n{entry.text}", language):
            document.add_text(TAILS, tails)
        self._documents.put(entry.document_id, document, len(entry.title) + len(entry.text))

    def drop_document(self, document_id: int) -> None:
        """Remove a document, if it is there."""
        self._documents.drop(document_id)

    def put_name(self, entry: NameEntry) -> None:
        """Add a file's name, or replace the one with its id."""
        from tantivy import Document

        document = Document()
        for field, name in ((NAME, entry.name), (FOLDER, entry.folder)):
            for form in dict.fromkeys((name, split_name(name))):
                document.add_text(field, prepare_exact(form))
        self._names.put(entry.file_id, document, len(entry.name) + len(entry.folder))

    def drop_name(self, file_id: int) -> None:
        """Remove a file's name, if it is there."""
        self._names.drop(file_id)

    def commit(self, sequence: int) -> None:
        """Publish all changes as the state of the journal's `sequence`; durable when this returns.

        Where only contents changed, as files that are saved do, the names are left as they are: a commit costs much.

        Raises:
            LibraryError: the disk is full or refuses. The writer then accepts nothing more; close it and open another
                to go on from the last commit.
        """
        if self._names.has_changes or not self._names.sequence:
            self._names.commit(sequence)
        self._documents.commit(sequence)

    @contextmanager
    def renewing(self) -> Iterator[None]:
        """Commit as seldom inside as memory allows: each commit may merge a segment being emptied."""
        self._documents.pending_limit = _RENEWED_AT_ONCE
        try:
            yield
        finally:
            self._documents.pending_limit = PENDING_LIMIT

    def find_deleted_terms(self) -> tuple[DeletedTerms, DeletedTerms]:
        """Find what dropped documents, and dropped names, have left in the last commit."""
        return self._documents.find_deleted_terms(), self._names.find_deleted_terms()

    def close(self) -> None:
        """Release the index; uncommitted changes may be lost."""
        self._names.close()
        self._documents.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def remove_indexes(folder: Path) -> None:
    """Remove both indexes; the next `LexicalWriter` makes them again."""
    remove_index(folder / DOCUMENTS)
    remove_index(folder / NAMES)


def _add_stems(document: Document, text: str, language: str) -> None:
    """Add stems; text that is not English as tokens, since the field's analyzer is English."""
    if language == ENGLISH:
        document.add_text(STEMS, drop_marks(text))
    else:
        document.add_pre_tokenized_text(STEMS, stem_analyzer(language).pre_tokenize(text))
