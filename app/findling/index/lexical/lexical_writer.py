"""The one writer of the word index, in the worker: entries go in, and are published with the sequence number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from findling.errors import FindlingError, IndexDamagedError
from findling.index.lexical.analysis import ENGLISH, prepare, split_name, stem_analyzer, stemming_language
from findling.index.lexical.schema import EXACT, FOLDER, LANGUAGE, NAME, STEMS, document_schema, name_schema
from findling.index.lexical.tantivy_index import TantivyWriter, erase

if TYPE_CHECKING:
    from pathlib import Path

    from tantivy import Document

    from findling.index.lexical.schema import LexicalEntry, NameEntry

DOCUMENTS = "documents"
NAMES = "names"

_DOCUMENT_HEAP = 50_000_000
# tantivy's minimum is 15 MB for a thread.
_NAME_HEAP = 15_000_000


class LexicalWriter:
    """Documents and names, kept apart: BM25 counts entries and mean lengths, and names would spoil both for texts."""

    def __init__(self, documents: TantivyWriter, names: TantivyWriter) -> None:
        self._documents = documents
        self._names = names

    @classmethod
    def open(cls, folder: Path) -> LexicalWriter:
        """Open the word index for writing; one that is missing, damaged or of another version is begun anew.

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
        erase(folder / DOCUMENTS)
        erase(folder / NAMES)
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
        """Whether a build from nothing was cut off, or half of the index is new: who fills it drops nothing first."""
        return self.sequence == 0 and not (self._documents.was_empty and self._names.was_empty)

    @property
    def sequence(self) -> int:
        """The journal's sequence number up to which all is in the index; 0 for a new one.

        The two halves are committed one after the other. A writer that dies in between leaves one of them ahead, and
        what the journal then repeats to it changes nothing.
        """
        return min(self._documents.sequence, self._names.sequence)

    def put_document(self, entry: LexicalEntry) -> None:
        """Add a document, or replace the one with its id.

        The title's stems go in twice: on the mean of six judged collections that is worth 0.003 of nDCG@10.
        """
        from tantivy import Document

        document = Document()
        language = stemming_language(entry.language)
        document.add_text(LANGUAGE, language)
        for text in (prepare(entry.title), prepare(entry.text)):
            document.add_text(EXACT, text)
            _add_stems(document, text, language)
        _add_stems(document, prepare(entry.title), language)
        self._documents.put(entry.document_id, document, len(entry.title) + len(entry.text))

    def drop_document(self, document_id: int) -> None:
        """Remove a document; one that is not there is passed over."""
        self._documents.drop(document_id)

    def put_name(self, entry: NameEntry) -> None:
        """Add a file's name, or replace the one with its id."""
        from tantivy import Document

        document = Document()
        for field, name in ((NAME, entry.name), (FOLDER, entry.folder)):
            for form in dict.fromkeys((name, split_name(name))):
                document.add_text(field, prepare(form))
        self._names.put(entry.file_id, document, len(entry.name) + len(entry.folder))

    def drop_name(self, file_id: int) -> None:
        """Remove a file's name; one that is not there is passed over."""
        self._names.drop(file_id)

    def commit(self, sequence: int) -> None:
        """Publish all that came so far as the state of the journal's `sequence`; durable when this returns.

        Much text is published before that under the last sequence number, so that it need not wait in memory; the
        journal's repeating it changes nothing.

        Raises:
            LibraryError: the disk is full or refuses. As after any error of this class, the writer takes no more;
                close it and open another to go on from the last commit.
        """
        self._names.commit(sequence)
        self._documents.commit(sequence)

    def close(self) -> None:
        """Give the index free; what was not committed may be lost."""
        self._names.close()
        self._documents.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _add_stems(document: Document, text: str, language: str) -> None:
    """The field's own analyzer is the English one; text in another language comes to it in tokens."""
    if language == ENGLISH:
        document.add_text(STEMS, text)
    else:
        document.add_pre_tokenized_text(STEMS, stem_analyzer(language).pre_tokenize(text))
