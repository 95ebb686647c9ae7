"""Retrieval: both indexes propose documents, the database filters and rescores them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import nlargest
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.search import Mode, Relevance, Result
from findling.formats import FileKind
from findling.index.lexical.analysis import STOP_WORDS, exact_words, split_name
from findling.index.lexical.lexical_reader import MOST_WORDS
from findling.index.lexical.schema import LexicalQuery
from findling.index.vectors.exact import merge
from findling.search import fusion, snippets
from findling.search.fusion import Candidate
from findling.search.relevance import Evidence, judge, judge_similarity, noise_floor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import NDArray

    from findling.index.lexical.lexical_reader import LexicalReader
    from findling.index.vectors.exact import Neighbours
    from findling.index.vectors.tail import Tail
    from findling.index.vectors.vector_reader import VectorReader
    from findling.search.query import ParsedQuery
    from findling.search.relevance import Calibration
    from findling.search.snippets import ChosenPassages
    from findling.storage.database import Database
    from findling.storage.document_table import DocumentRow, FileLocation, Filter
    from findling.storage.vector_table import Space

WORD_CANDIDATES = 200
PASSAGE_CANDIDATES = 600
NAME_CANDIDATES = 50

EXACT_DOCUMENTS = 3_000
"""Up to so many documents a filtered search scores each passage; beyond, it asks the index for more and filters."""

_SELECTED = 20_000
_WIDER = 4
_DISTINCTIVE_SHARE = 0.002
_TOPIC_WORDS = 2
_NAME_WORDS = 4
_LEAST_CARRIED = 1 / 3
"""Share of a query's rarity that its distinctive terms must have to put documents first."""

_RAREST = 6
_FULL_SCORE = 1.8
"""BM25 of all that words can say, in units of the summed rarity of the query's `_RAREST` rarest words."""


@dataclass(frozen=True, slots=True)
class DenseQuery:
    """A query vector and the indexes to search with it.

    Attributes:
        vector: the query's, (dimensions,) float32 of length 1.
        space: that it lives in.
        published, tail: where its neighbours are.
        calibration: how sure a cosine of this model is; None where nothing says so.
    """

    vector: NDArray[np.float32]
    space: Space
    published: VectorReader
    tail: Tail
    calibration: Calibration | None

    def neighbours(self, k: int) -> Neighbours:
        """Return about the `k` nearest passages, including those of deleted documents."""
        return merge([self.published.search(self.vector, k), self.tail.search(self.vector, k)], k)


class Retrieval:
    """One query on one snapshot of the library."""

    def __init__(
        self,
        database: Database,
        words: LexicalReader | None,
        meaning: DenseQuery | None,
        query: ParsedQuery,
        mode: Mode,
        *,
        is_understood: bool = True,
    ) -> None:
        """Prepare a query; of one that the model does not understand, words count for more."""
        self._database = database
        self._words = words
        self._meaning = meaning if mode is not Mode.WORDS else None
        self._query = query
        self._mode = mode
        self._terms = LexicalQuery(query.words, query.phrases, query.excluded)
        self._weighed = words.weigh_words(self._terms) if words and mode is not Mode.MEANING else ()
        self._lower_phrases = tuple(phrase.lower() for phrase in query.phrases)
        self._content_words = [word for word in dict.fromkeys(query.words) if word.lower() not in STOP_WORDS]
        weight = fusion.weigh_meaning(len(self._content_words)) if is_understood else fusion.FOREIGN_WEIGHT
        weights = {Mode.HYBRID: weight, Mode.MEANING: 1.0, Mode.WORDS: 0.0}
        self._weight = weights[mode] if self._meaning else 0.0

    def run(self, limit: int, passages: int) -> list[Result]:
        """Return the best `limit` files with up to `passages` passages each, best first."""
        results = [self._describe(*found) for found in self._open(limit, passages)]
        top = max((result.score for result in results), default=0.0) or 1.0
        return [replace(result, score=round(result.score / top, 4)) for result in results]

    def rank(self, limit: int) -> list[tuple[Candidate, float, list[FileLocation]]]:
        """Return the best `limit` documents with their scores and files, best first."""
        if not self._query.text:
            return self._list_latest(limit)
        ranked = fusion.rank(self.propose(), self._weighting(), self._read_means)
        found: list[tuple[Candidate, float, list[FileLocation]]] = []
        # As a rule the first part has all that are wanted; many more were proposed.
        for start in range(0, len(ranked), max(limit, 1)):
            part = ranked[start : start + limit]
            places = self._database.documents.locations([c.document_id for c, _ in part], self._query.filter)
            found += [(c, score, places[c.document_id]) for c, score in part if c.document_id in places]
            if len(found) >= limit:
                break
        return found[:limit]

    def _weighting(self) -> fusion.Weighting:
        # By words alone there is nothing that they could be too much beside.
        full = self._full_words() if self._mode is Mode.HYBRID else 0.0
        return fusion.Weighting(self._weight, full)

    def _full_words(self) -> float:
        """Return the BM25 of a document that is about all of the query's words, or of the rarest of many."""
        if not self._words:
            return 0.0
        rarest = nlargest(_RAREST, (self._words.rarity(word) for word in self._content_words[:MOST_WORDS]))
        return _FULL_SCORE * sum(rarest)

    def _read_means(self, document_ids: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        return self._database.vectors.means(document_ids, self._meaning.space) if self._meaning else {}

    def _list_latest(self, limit: int) -> list[tuple[Candidate, float, list[FileLocation]]]:
        """Return what passes the filter, latest first, for a query without words."""
        if not self._query.filter:
            return []
        latest = self._database.documents.select_latest(self._query.filter, _SELECTED)
        passed = self._apply_requirements(set(latest))
        chosen = [i for i in latest if i in passed][:limit]
        places = self._database.documents.locations(chosen, self._query.filter)
        return [(Candidate(document_id=i), 1.0, places[i]) for i in chosen]

    def propose(self) -> list[Candidate]:
        """Return the candidate documents with all of their scores, unordered."""
        allowed = self._database.documents.select(self._query.filter, _SELECTED + 1) if self._query.filter else None
        return [] if allowed == [] else self._gather(allowed)

    def _gather(self, allowed: list[int] | None) -> list[Candidate]:
        """Gather the candidates of both indexes and of file names, with all scores."""
        few = allowed if allowed is not None and len(allowed) <= _SELECTED else None
        by_words = self._find_words(few)
        by_meaning = self._find_meaning(few, filtered=allowed is not None)
        filename_match = self._find_names()
        ids = {*by_words, *by_meaning, *(d for d, share in filename_match.items() if share >= 1)}
        if few is not None:
            ids &= set(few)
        ids = self._apply_requirements(ids)
        missing = ids - by_meaning.keys()
        if self._meaning and missing:
            by_meaning |= self._rescore(missing)
        missing = ids - by_words.keys()
        if self._words and self._mode is not Mode.MEANING and self._terms.words and missing:
            by_words |= self._words.score(self._terms, missing)
        exact = self._match_distinctive_terms(ids)
        near = noise_floor(by_meaning.values())
        return [
            Candidate(
                document_id=i,
                words=by_words.get(i, 0.0),
                meaning=by_meaning.get(i),
                exact=i in exact,
                filename_match=filename_match.get(i, 0.0),
                margin=by_meaning.get(i, near) - near,
            )
            for i in sorted(ids)
        ]

    def _find_words(self, only: list[int] | None) -> dict[int, float]:
        if not self._words or self._mode is Mode.MEANING:
            return {}
        return dict(self._words.search(self._terms, WORD_CANDIDATES, only))

    def _find_meaning(self, only: list[int] | None, *, filtered: bool) -> dict[int, float]:
        """Return the best cosine of each of the nearest documents, by document."""
        meaning = self._meaning
        if meaning is None:
            return {}
        if only is not None and len(only) <= EXACT_DOCUMENTS:
            return self._rescore(only)
        wanted = PASSAGE_CANDIDATES * (_WIDER if filtered else 1)
        near = meaning.neighbours(wanted)
        documents = self._database.documents.of_passages([int(label) for label in near.labels])
        best: dict[int, float] = {}
        for label, score in zip(near.labels, near.scores, strict=True):
            document = documents.get(int(label))
            if document is not None:
                best.setdefault(document, float(score))
        return best

    def _rescore(self, document_ids: Collection[int]) -> dict[int, float]:
        """Return the exact best cosine of each document from the stored vectors."""
        assert self._meaning is not None
        vector = self._meaning.vector
        found = self._database.vectors.of_documents(sorted(document_ids), self._meaning.space)
        return {v.document_id: float((v.matrix.astype(np.float32) @ vector).max()) for v in found}

    def _find_names(self) -> dict[int, float]:
        """Return the share of the query's words in file names, by document."""
        if not self._words or self._mode is Mode.MEANING or not self._terms.words:
            return {}
        wanted = set(exact_words(" ".join(self._terms.words)))
        if not wanted - STOP_WORDS:
            return {}
        files = [file_id for file_id, _ in self._words.search_names(self._terms, NAME_CANDIDATES)]
        shares: dict[int, float] = {}
        for file_id in files:
            row = self._database.files.get(file_id)
            if row and row.document_id:
                held = set(exact_words(row.path.name)) | set(exact_words(split_name(row.path.name)))
                share = len(wanted & held) / len(wanted)
                shares[row.document_id] = max(share, shares.get(row.document_id, 0.0))
        return shares

    def _apply_requirements(self, ids: set[int]) -> set[int]:
        """Keep the documents that hold every phrase and nothing excluded."""
        if not self._words or not (self._terms.phrases or self._terms.excluded):
            return ids
        return self._words.matching(self._terms, ids)

    def _match_distinctive_terms(self, ids: set[int]) -> set[int]:
        """Return the documents with every distinctive term, or else with all words adjacent.

        Terms that carry little of a question, such as the number in a citation, put no document first. A word that only
        happens to be rare puts one first only where the document has all the others as well.
        """
        if not self._words or self._mode is Mode.MEANING or not ids:
            return set()
        words = [word for word in self._terms.words if word.lower() not in STOP_WORDS]
        is_question = len(words) < len(self._terms.words)
        is_topic = is_question or len(words) > _TOPIC_WORDS
        rare = max(1.0, _DISTINCTIVE_SHARE * self._words.documents)
        distinctive = tuple(
            word for word in words if (not is_topic or _is_identifier(word)) and 0 < self._words.frequency(word) <= rare
        )
        if any(_is_identifier(word) and not self._words.frequency(word) for word in words):
            # A number or code that no document has: none holds what was typed.
            return set()
        if distinctive:
            if not self._carry_question(distinctive, words):
                return set()
            required = distinctive if all(map(_is_identifier, distinctive)) else tuple(words)
            return self._words.matching(LexicalQuery(phrases=required), ids)
        if is_question or not 2 <= len(words) <= _NAME_WORDS:
            return set()
        # A full name, say, of which each part is borne by many.
        together = self._words.matching(LexicalQuery(phrases=(" ".join(words),)), ids)
        return together if len(together) <= rare else set()

    def _carry_question(self, distinctive: Collection[str], words: Sequence[str]) -> bool:
        """Return whether some words make up a good part of a query by their rarity."""
        assert self._words is not None
        rarity = {word: self._words.rarity(word) for word in dict.fromkeys(words[:MOST_WORDS])}
        return sum(rarity.get(word, 0.0) for word in set(distinctive)) >= _LEAST_CARRIED * sum(rarity.values())

    def weigh(self, limit: int) -> list[tuple[list[FileLocation], Evidence]]:
        """Return the places of the best `limit` documents, best first, and what speaks for their relevance."""
        return [(places, self._find_evidence(c, chosen.coverage)) for c, _, places, _, chosen in self._open(limit, 1)]

    def _open(
        self, limit: int, passages: int
    ) -> Iterator[tuple[Candidate, float, list[FileLocation], DocumentRow, ChosenPassages]]:
        """Iterate over the best documents with their scores, places and passages."""
        found = self.rank(limit)
        ids = [c.document_id for c, _, _ in found]
        documents = self._database.documents.get(ids)
        cosines = _score_passages(self._database, self._meaning, ids) if self._meaning else {}
        for candidate, score, places in found:
            document = documents.get(candidate.document_id)
            if document is not None:
                chosen = self._choose_passages(document, cosines.get(document.id, {}), passages)
                yield candidate, score, places, document, chosen

    def _describe(
        self,
        candidate: Candidate,
        score: float,
        places: list[FileLocation],
        document: DocumentRow,
        chosen: ChosenPassages,
    ) -> Result:
        return Result(
            path=places[0].path,
            title=document.title or places[0].path.name,
            kind=FileKind(document.kind),
            score=score,
            relevance=self._judge(candidate, chosen.coverage),
            modified_ns=places[0].modified_ns,
            hits=chosen.hits,
            copies=tuple(place.path for place in places[1:]),
            exact_match=self._is_certain(candidate),
        )

    def _judge(self, candidate: Candidate, coverage: float) -> Relevance:
        """Grade a result; in a list made by a filter alone, all are fair."""
        if not self._query.text:
            return Relevance.FAIR
        return judge(self._find_evidence(candidate, coverage), self._meaning.calibration if self._meaning else None)

    def _find_evidence(self, candidate: Candidate, coverage: float) -> Evidence:
        if self._terms.phrases and not self._terms.words:
            coverage = 1.0
        return Evidence(
            cosine=candidate.meaning,
            coverage=max(coverage, candidate.filename_match),
            margin=candidate.margin,
            exact_match=self._is_certain(candidate),
        )

    def _is_certain(self, candidate: Candidate) -> bool:
        """Return whether a result holds the exact words, phrase or name that was typed."""
        return candidate.exact or candidate.filename_match >= 1 or bool(self._terms.phrases)

    def _choose_passages(self, document: DocumentRow, cosines: dict[int, float], limit: int) -> ChosenPassages:
        # By words alone, any space in which the document is cut will do.
        space_id = self._meaning.space.id if self._meaning else self._database.documents.latest_space(document.id)
        wanted = snippets.SnippetQuery(self._weighed, self._lower_phrases, self._weight if cosines else 0.0)
        passages = self._database.documents.passages(document.id, space_id)
        return snippets.choose(passages, cosines, wanted, document.language, limit, document.title)


def find_similar(
    database: Database, meaning: DenseQuery, itself: int | None, limit: int, passages: int, wanted: Filter
) -> list[Result]:
    """Find the documents with mean vectors nearest to `meaning`, best first, without `itself`."""
    near = meaning.neighbours(PASSAGE_CANDIDATES)
    ids = set(database.documents.of_passages([int(label) for label in near.labels]).values()) - {itself}
    means = database.vectors.means(sorted(ids), meaning.space)
    scores = {document_id: float(mean @ meaning.vector) for document_id, mean in means.items()}
    places = database.documents.locations(sorted(scores), wanted)
    best = sorted((i for i in scores if i in places), key=lambda i: (-scores[i], i))[:limit]
    documents = database.documents.get(best)
    cosines = _score_passages(database, meaning, best)
    shown = snippets.SnippetQuery((), (), 1.0)
    return [
        Result(
            path=places[i][0].path,
            title=documents[i].title or places[i][0].path.name,
            kind=documents[i].kind,
            score=round(max(scores[i], 0.0), 4),
            relevance=judge_similarity(scores[i], meaning.calibration),
            modified_ns=places[i][0].modified_ns,
            hits=snippets.choose(
                database.documents.passages(i, meaning.space.id), cosines.get(i, {}), shown, "und", passages
            ).hits,
            copies=tuple(place.path for place in places[i][1:]),
        )
        for i in best
    ]


def _score_passages(database: Database, meaning: DenseQuery, ids: Sequence[int]) -> dict[int, dict[int, float]]:
    """Return the cosines of all passages, by passage id, by document id."""
    return {
        found.document_id: dict(
            zip(found.labels.tolist(), (found.matrix.astype(np.float32) @ meaning.vector).tolist(), strict=True)
        )
        for found in database.vectors.of_documents(ids, meaning.space)
    }


def _is_identifier(word: str) -> bool:
    """Return whether a word looks like a number or a code rather than like language."""
    return any(c.isdigit() for c in word) or any(not c.isalnum() and c not in "'’-" for c in word.strip(".,;:!?()"))
