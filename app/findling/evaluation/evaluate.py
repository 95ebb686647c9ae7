"""Evaluation of search on a judged collection, indexed as files are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.search import Mode
from findling.errors import FindlingError
from findling.evaluation import metrics
from findling.evaluation.beir import Collection, read_collection
from findling.indexing.indexer import Indexer
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.paths import LibraryPaths
from findling.search.library_reader import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.domain.library import Progress
    from findling.settings import Settings

_DEPTH = 1000
"""Files asked for of each query; measures look at no more than a hundred of them, average precision at all."""

_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Scores and times of a collection.

    Attributes:
        queries: how many were asked.
        scores: means over the queries.
        p50_ms, p95_ms: of a whole search for ten files with their passages, the model loaded.
    """

    collection: str
    model: str
    mode: Mode
    queries: int
    scores: metrics.Scores
    p50_ms: float
    p95_ms: float


def evaluate(
    folder: Path,
    paths: LibraryPaths,
    settings: Settings,
    *,
    mode: Mode = Mode.HYBRID,
    run_out: Path | None = None,
    report: Callable[[Progress], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Evaluation:
    """Index a collection into a cached library of its own and score it.

    Raises:
        FindlingError: the collection cannot be read, or it was stopped.
    """
    collection = read_collection(folder)
    own = evaluation_folder(collection, paths)
    inside = LibraryPaths.inside(own / "library", paths.models)
    ids = index_collection(collection, own, inside, settings, report=report, should_stop=should_stop)
    library = Library.open(inside, settings)
    try:
        ranked, times = _ask(library, collection, ids, mode, should_stop)
    finally:
        library.close()
    if run_out:
        _write_run(run_out, ranked, mode)
    scores = [metrics.score([i for i, _ in ranked[query]], collection.judgements[query]) for query in ranked]
    p50, p95 = (round(float(value), 1) for value in np.percentile(times or [0.0], [50, 95]))
    return Evaluation(
        collection=collection.name,
        model=settings.model,
        mode=mode,
        queries=len(ranked),
        scores=metrics.mean(scores),
        p50_ms=p50,
        p95_ms=p95,
    )


def evaluation_folder(collection: Collection, paths: LibraryPaths) -> Path:
    """Return the cache folder of a collection, one for each state of its corpus."""
    with (collection.folder / "corpus.jsonl").open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return paths.cache / "evaluations" / f"{collection.name}-{digest[:12]}"


def index_collection(
    collection: Collection,
    folder: Path,
    paths: LibraryPaths,
    settings: Settings,
    *,
    report: Callable[[Progress], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> dict[str, str]:
    """Write a collection's documents as files and index them; return document ids by file name.

    Raises:
        FindlingError: it was stopped; what was indexed is kept.
    """
    ids = _write_files(collection, folder / "files")
    # Nobody asks for the topics of what is only measured.
    indexer = Indexer.open(paths, replace(settings, topics=False))
    try:
        summary = indexer.index([folder / "files"], report=report, should_stop=should_stop)
    finally:
        indexer.close()
    if summary.stopped:
        raise FindlingError(SearchMessage.EVALUATION_STOPPED(), SearchMessage.RUN_AGAIN())
    return ids


def _write_files(collection: Collection, folder: Path) -> dict[str, str]:
    """Write each document as a text file below its title; return ids by file name."""
    folder.mkdir(parents=True, exist_ok=True)
    ids = {}
    for number, document in enumerate(collection.documents()):
        name = f"{number:07}.txt"
        ids[name] = document.id
        path = folder / name
        text = f"{document.title}\n\n{document.text}" if document.title else document.text
        if not path.exists():
            path.write_text(text, "utf-8", newline="\n")
    return ids


def _ask(
    library: Library, collection: Collection, ids: dict[str, str], mode: Mode, should_stop: Callable[[], bool]
) -> tuple[dict[str, list[tuple[str, float]]], list[float]]:
    ranked: dict[str, list[tuple[str, float]]] = {}
    times: list[float] = []
    for query, text in collection.queries.items():
        if should_stop():
            raise FindlingError(SearchMessage.EVALUATION_STOPPED(), SearchMessage.RUN_AGAIN())
        times.append(library.search(text, mode=mode, limit=_SHOWN, plain=True).took_ms)
        found = [(ids[path.name], score) for path, score in library.rank(text, mode=mode, limit=_DEPTH)]
        # BEIR's rule for collections whose queries are documents of their own.
        ranked[query] = [(document, score) for document, score in found if document != query]
    return ranked, times


def _write_run(path: Path, ranked: dict[str, list[tuple[str, float]]], mode: Mode) -> None:
    """Write ranked lists in TREC's format: query, Q0, document, rank, score, run."""
    try:
        with path.open("w", encoding="utf-8", newline="\n") as run:
            for query, documents in ranked.items():
                for rank, (document, score) in enumerate(documents, 1):
                    run.write(f"{query} Q0 {document} {rank} {score:.6f} findling-{mode}\n")
    except OSError as error:
        unwritable = SearchMessage.RUN_FILE_UNWRITABLE(file=path, reason=explain_os_error(error))
        raise FindlingError(unwritable, Remedy.CHOOSE_PLACE()) from error
