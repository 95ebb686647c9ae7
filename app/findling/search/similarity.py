"""Documents that are most like another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.search import Result
from findling.search import snippets
from findling.search.proposals import EXACT_DOCUMENTS, PASSAGE_CANDIDATES, WIDER
from findling.search.relevance import judge_similarity
from findling.storage.file_filter import Filter

if TYPE_CHECKING:
    from findling.search.dense_query import DenseQuery
    from findling.storage.database import Database

_EVERYTHING = Filter()
_SHOWN = snippets.SnippetQuery((), (), 1.0)


def find_similar(
    database: Database,
    meaning: DenseQuery,
    itself: int | None,
    limit: int,
    passages: int,
    offset: int = 0,
    *,
    wanted: Filter = _EVERYTHING,
) -> list[Result]:
    """Return `limit` documents, from the `offset`th best on, by mean vectors near `meaning`.

    `itself` is not among them; a file of each passes the filter.
    """
    ids = {number for number in _propose(database, meaning, wanted) if number != itself}
    means = database.vectors.means(sorted(ids), meaning.space)
    scores = {document_id: float(mean @ meaning.vector) for document_id, mean in means.items()}
    places = database.documents.locations(sorted(scores), wanted)
    best = sorted((i for i in scores if i in places), key=lambda i: (-scores[i], i))[offset : offset + limit]
    documents = database.documents.get(best)
    stored = database.documents.passages_of(best, meaning.space.id)
    cosines = database.vectors.passage_cosines(best, meaning.space, meaning.vector)
    return [
        Result(
            path=places[i][0].path,
            title=documents[i].title or places[i][0].path.name,
            kind=documents[i].kind,
            score=round(max(scores[i], 0.0), 4),
            relevance=judge_similarity(scores[i], meaning.calibration),
            modified_ns=places[i][0].modified_ns,
            hits=snippets.choose_passages(stored[i], cosines.get(i, {}), _SHOWN, "und", passages).hits,
            copies=tuple(place.path for place in places[i][1:]),
            absence=places[i][0].absence,
            outermost=places[i][0].outermost,
        )
        for i in best
    ]


def _propose(database: Database, meaning: DenseQuery, wanted: Filter) -> set[int]:
    """Return the documents that pass a filter; of many, those of the nearest passages."""
    if wanted:
        allowed = database.documents.select(wanted, EXACT_DOCUMENTS + 1)
        if len(allowed) <= EXACT_DOCUMENTS:
            return set(allowed)
    near = meaning.neighbours(PASSAGE_CANDIDATES * (WIDER if wanted else 1))
    return set(database.documents.of_passages(near.labels.tolist()).values())
