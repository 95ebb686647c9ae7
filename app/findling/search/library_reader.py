"""Read side of a library: searches, status and file lists."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.files import FileStatus
from findling.domain.plans import RunReport
from findling.domain.reasons import explain
from findling.domain.search import Answer, Mode, SortOrder, TypingStage
from findling.errors import FindlingError, UsageError
from findling.index.index_stamp import read_stamp
from findling.index.lexical.schema import LexicalQuery
from findling.messages.library_templates import LibraryMessage, SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.models.embedder import SharedEmbedder
from findling.models.missing_model import explain_missing_model
from findling.paths import absolute
from findling.search.dense_index import DenseIndex, StoredVectors
from findling.search.file_info import count_issues, find_file_info, list_issue_files
from findling.search.given_labels import name_labels
from findling.search.lexical_index import LexicalIndex
from findling.search.named_filters import resolve_names
from findling.search.passage_sources import explain_source, find_sources, is_passage
from findling.search.presence import PresenceCheck
from findling.search.query import parse_plain, parse_query
from findling.search.question import QuestionReader
from findling.search.result_versions import name_versions
from findling.search.retrieval import Retrieval, RunningQuery
from findling.search.similarity import find_similar
from findling.storage.database import Database
from findling.storage.file_filter import Filter
from findling.storage.vector_table import mean_vector

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from findling.domain.comparisons import TextComparison
    from findling.domain.duplicate_check import CheckedFile
    from findling.domain.facets import Facets
    from findling.domain.files import Reason, Stat
    from findling.domain.library import FileInfo, FileIssue, FolderReport, IssueFile, Status
    from findling.domain.recognition import RecognisedPage
    from findling.domain.search import ExampleQuestions
    from findling.duplicates.snapshot import DuplicateSnapshot
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.search.dense_index import RefreshedIndex
    from findling.search.query import ParsedQuery
    from findling.settings import Settings
    from findling.storage.file_counts import FileReport
    from findling.storage.vector_table import Space

_SHOWN_PASSAGES = 3


class Library:
    """A library open for reading; sees the writer's changes from one query to the next.

    What a search does not need is imported where it is called: a command that searches once waits for no more.
    """

    def __init__(
        self, paths: LibraryPaths, settings: Settings, database: Database, model: SharedEmbedder, *, once: bool = False
    ) -> None:
        self._paths = paths
        self._once = once
        self._settings = settings
        self._database = database
        self._model = model
        self._words = LexicalIndex(paths.words)
        self._meaning: DenseIndex | None = None
        self._searches_indexes = False
        self._questions = QuestionReader(paths)
        self._presence = PresenceCheck()

    @classmethod
    def open(
        cls, paths: LibraryPaths, settings: Settings, model: SharedEmbedder | None = None, *, once: bool = False
    ) -> Library:
        """Open an existing library; model and indexes are loaded when first needed.

        To be searched `once`, it loads nothing that pays only from the second query on.
        """
        database = Database.open_for_reading(paths.database, paths.key)
        return cls(paths, settings, database, model or SharedEmbedder(paths, settings), once=once)

    @property
    def database(self) -> Database:
        """Database that is read."""
        return self._database

    def search(
        self,
        query: str,
        *,
        mode: Mode = Mode.HYBRID,
        limit: int = 10,
        offset: int = 0,
        passages: int = _SHOWN_PASSAGES,
        plain: bool = False,
        stage: TypingStage = TypingStage.DONE,
        within: tuple[Path, ...] | None = None,
        order: SortOrder = SortOrder.RELEVANCE,
        traces: bool = False,
    ) -> Answer:
        """Answer a query in the query language, or of `plain` words, from the `offset`th result on.

        Unless its typing is done, its last word may be unfinished, and stands for the words that begin so. Only files
        below the folders `within` are found, and nothing is told of others; None for the whole library. Files that a
        long text comes from stand before all others; `traces` takes a short one for such a text as well.

        Raises:
            LibraryError: the library cannot be read. Where only the model cannot, words are searched, as a note says.
        """
        with self.prepare(query, mode, plain=plain, stage=stage, within=within, traces=traces) as prepared:
            found = prepared.search.run_with_sources(limit, passages, offset, order)
            results = name_labels(self._database, self._presence.mark(found))
            # What other versions there are is no business of who is shown but a part of the library.
            results = results if within is not None else name_versions(self._database, results)
            indexing = bool(self._database.files.next_pending(1)) or self._database.queue.exist()
            took = (time.perf_counter() - prepared.started) * 1000
        return Answer(
            query,
            mode,
            tuple(results),
            round(took, 1),
            indexing=indexing,
            notes=(*prepared.notes, *explain_source(results)),
            searched=prepared.question.query.text,
            beginning=prepared.question.beginning,
            is_hasty=prepared.question.is_hasty,
            is_partial=prepared.question.is_partial,
        )

    def rank(self, query: str, *, mode: Mode, limit: int) -> list[tuple[Path, float]]:
        """Return the files and scores of a plain `search`, without titles and passages."""
        with self.prepare(query, mode, plain=True) as prepared:
            return [(found.places[0].path, found.score) for found in prepared.search.rank(limit)]

    @contextmanager
    def prepare(
        self,
        query: str,
        mode: Mode,
        *,
        plain: bool = False,
        stage: TypingStage = TypingStage.DONE,
        within: tuple[Path, ...] | None = None,
        traces: bool = False,
    ) -> Iterator[RunningQuery]:
        """Prepare a query; inside, the library is a snapshot."""
        parsed = parse_plain(query) if plain else _parse(query, is_typing=stage is not TypingStage.DONE)
        parsed = replace(parsed, filter=replace(parsed.filter, within=within))
        words = self._words.current() if self._has_own_indexes() else None
        by_meaning = mode is not Mode.WORDS and bool(parsed.text)
        missing = self._find_missing_model() if by_meaning else None
        with self._snapshot(by_meaning=by_meaning and not missing) as view:
            started = time.perf_counter()
            spec = view.embedder.encoder.spec if view else None
            # Who is shown but a part of the library hears nothing of its labels and topics.
            parsed, named = resolve_names(self._database, parsed, names_others=within is None)
            question = self._questions.read(parsed, words, spec, stage, mends=within is None)
            meaning = view.embed(question.query.text) if view and not question.is_hasty else None
            notes = (*question.notes, *((missing,) if missing else ()), *named)
            if by_meaning and not missing and view is None and self._database.files.exist():
                notes += (SearchMessage.ONLY_WORDS_YET(),)
            typed = LexicalQuery(parsed.words, parsed.phrases, parsed.excluded)
            passage = query if traces or is_passage(query) else ""
            asked = (self._database, words, meaning)
            find = partial(find_sources, *asked, passage, wanted=parsed.filter, is_traced=traces)
            search = Retrieval(*asked, question, mode, typed=typed, find_sources=find if passage else None)
            yield RunningQuery(search, notes, started, question)

    def similar(
        self,
        path: Path,
        *,
        limit: int = 10,
        offset: int = 0,
        passages: int = _SHOWN_PASSAGES,
        within: tuple[Path, ...] | None = None,
    ) -> Answer:
        """Find the files most similar to one, in the library or not; all below `within`, if given.

        Raises:
            UsageError: there is no such file.
            FindlingError: it cannot be read, for the reason given; or nothing is indexed yet.
        """
        path = absolute(path)
        with self._snapshot(by_meaning=True) as view:
            if view is None:
                raise FindlingError(LibraryMessage.NOTHING_INDEXED(), Remedy.ADD_FOLDER())
            started = time.perf_counter()
            itself, vector = self._document_vector(path, view)
            found = find_similar(
                *(self._database, view.query(vector), itself, limit, passages, offset), wanted=Filter(within=within)
            )
            results = name_labels(self._database, self._presence.mark(found))
        took = (time.perf_counter() - started) * 1000
        return Answer(str(path), Mode.MEANING, tuple(results), round(took, 1))

    def is_empty(self) -> bool:
        """Return whether no file was found yet."""
        with self._database.reading():
            return not self._database.files.exist()

    def status(self) -> Status:
        """Return counts, sizes and the state of the model."""
        from findling.search.library_status import measure_status

        return measure_status(self._database, self._paths, self._settings)

    def files(self, status: FileStatus | None = None) -> Iterator[FileReport]:
        """Return every file that was found, or those of one status, by path."""
        space = self._database.spaces.active()
        return self._database.files.report(status, space.id if space else None)

    def folders(self) -> list[FolderReport]:
        """Return the folders of the library."""
        from findling.search.library_status import report_folders

        return report_folders(self._database)

    def facets(self) -> Facets:
        """Count the values by which the library can be narrowed."""
        from findling.search.facet_counts import count_facets

        with self._database.reading():
            return count_facets(self._database, datetime.now().astimezone())

    def examples(self) -> ExampleQuestions:
        """Return questions that the library can answer."""
        from findling.search.example_questions import make_examples

        with self._database.reading():
            return make_examples(self._database)

    def issues(self, folder: Path | None = None) -> tuple[FileIssue, ...]:
        """Count why files are not searchable, of one folder of the library or of all."""
        return count_issues(self._database, folder)

    def issue_files(
        self,
        reason: Reason,
        folder: Path | None = None,
        *,
        after: Path | None = None,
        until: Path | None = None,
        limit: int,
    ) -> tuple[IssueFile, ...]:
        """Return the files with one issue, of a part of the paths."""
        return list_issue_files(self._database, reason, folder, after=after, until=until, limit=limit)

    def file_info(self, path: Path) -> FileInfo:
        """Return what is known of a file."""
        return find_file_info(self._database, absolute(path))

    def find_version(self, path: Path) -> tuple[int, Stat] | None:
        """Return a file's number and its state as last seen; None if the library does not know it."""
        row = self._database.files.find(path)
        return (row.id, row.stat) if row else None

    def recognised_page(self, path: Path, number: int) -> RecognisedPage | None:
        """Return what was recognised on a page of a file, counted from 1, if anything was."""
        with self._database.reading():
            return self._database.scans.page_of(path, number)

    def found_duplicates(self) -> DuplicateSnapshot:
        """Return a snapshot of the known duplicates."""
        from findling.duplicates.snapshot import load

        return load(self._database)

    def check(self, paths: Sequence[Path]) -> list[CheckedFile]:
        """Tell whether files, which need not be in the library, are in it already.

        Raises:
            UsageError: one of them is no file.
        """
        from findling.duplicates.library_check import LibraryCheck
        from findling.extraction.sandbox.parser_sandbox import Sandbox

        with self._database.reading(), Sandbox() as sandbox:
            return list(LibraryCheck(self._database, sandbox).check(list(map(absolute, paths))))

    def count_uncompared(self) -> int:
        """Count the documents still to be compared with the others."""
        return self._database.duplicates.count_uncompared()

    def compare(self, first: Path, second: Path) -> TextComparison:
        """Compare two files of the library side by side."""
        from findling.duplicates.diff import compare

        with self._database.reading():
            return compare(self._database, absolute(first), absolute(second))

    def runs(self) -> tuple[RunReport, ...]:
        """Return the history of cleared duplicates, latest run first."""
        return tuple(RunReport(*run) for run in self._database.history.runs())

    def rest(self) -> None:
        """Give memory back that the next query takes again."""
        self._database.shrink()
        if self._meaning is not None:
            self._meaning.rest()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    @contextmanager
    def _snapshot(self, *, by_meaning: bool) -> Iterator[DenseIndex | None]:
        """Hold a snapshot of the library, with the dense index that belongs to it."""
        while True:
            view = self._open_dense() if by_meaning else None
            with self._database.reading():
                # Between the two another model may have taken over.
                if view is None or self._database.spaces.active() == view.space:
                    yield view
                    return

    def _find_missing_model(self) -> Notice | None:
        """Return why the active model is unavailable, or None."""
        space = self._database.spaces.active()
        is_loaded = self._meaning is not None and self._meaning.space == space
        return None if space is None or is_loaded else explain_missing_model(self._paths, self._model, space.model)

    def _open_dense(self) -> DenseIndex | None:
        """Return the refreshed dense index; None while nothing is embedded."""
        space = self._database.spaces.active()
        if space is None or not self._database.spaces.has_vectors(space):
            return None
        has_own = self._has_own_indexes()
        if self._meaning is None or self._meaning.space != space or self._searches_indexes != has_own:
            embedder = self._model.get(space.model)
            if not embedder.fits_queries(space):
                return None
            self._meaning = DenseIndex(embedder, space, self._open_vectors(space, has_own=has_own))
            self._searches_indexes = has_own
        self._meaning.refresh(self._database)
        return self._meaning

    def _has_own_indexes(self) -> bool:
        """Return whether the indexes are of this database; if restored, not until its next writer.

        The stamp is read first: a writer marks the indexes after it has drawn another one.
        """
        stamp = read_stamp(self._paths.cache)
        return self._database.lineage.accepts(stamp)

    def _open_vectors(self, space: Space, *, has_own: bool) -> RefreshedIndex:
        if self._once or not has_own:
            return StoredVectors(self._database, space)
        from findling.search.published_vectors import PublishedVectors

        return PublishedVectors(self._paths.vectors_of(space.id), space)

    def _document_vector(self, path: Path, view: DenseIndex) -> tuple[int | None, NDArray[np.float32]]:
        """Return the mean vector of a file, stored if unchanged, else computed now."""
        row = self._database.files.find(path)
        if row and row.document_id and row.status is FileStatus.INDEXED:
            for mean in self._database.vectors.means([row.document_id], view.space).values():
                return row.document_id, mean
        return None, self._read_vector(path, view)

    @staticmethod
    def _read_vector(path: Path, view: DenseIndex) -> NDArray[np.float32]:
        from findling.extraction.sandbox.parser_sandbox import Sandbox

        if not path.is_file():
            raise UsageError(LibraryMessage.NO_FILE(file=path), Remedy.CHECK_NAME())
        with Sandbox() as sandbox:
            outcome = sandbox.read(path, lambda _: False)
        if outcome.extraction is None:
            assert outcome.reason is not None
            advice = explain(outcome.reason)
            raise FindlingError(SearchMessage.NOT_COMPARED(file=path, reason=advice.message()), *advice.notice.remedies)
        read = outcome.extraction
        texts = view.embedder.texts(read.title, read.text, view.embedder.cut(read))
        matrix = view.embedder.embed(texts)
        return mean_vector(matrix.astype(np.float16))


def _parse(query: str, *, is_typing: bool) -> ParsedQuery:
    now = datetime.now().astimezone()
    return parse_query(query, now=now, home=Path.home(), cwd=Path.cwd(), is_typing=is_typing)
