"""Proposals of documents by both indexes and by names, each with the scores of both."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.search import Mode
from findling.index.lexical.analysis import STOP_WORDS, exact_words, split_name
from findling.index.lexical.lexical_queries import MOST_WORDS
from findling.index.lexical.schema import LexicalQuery
from findling.search.fusion import Candidates
from findling.search.relevance import noise_floor
from findling.storage.file_filter import Filter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from findling.search.dense_query import DenseQuery
    from findling.search.searched_library import SearchedLibrary, SearchedWords

WORD_CANDIDATES = 200
PASSAGE_CANDIDATES = 600
NAME_CANDIDATES = 50

EXACT_DOCUMENTS = 3_000
"""Documents up to which a filtered search scores each passage; of more, it asks the index and filters."""

SELECTED = 20_000
"""Documents that pass a filter among which words are searched for; of more, the best of all are filtered."""

WIDER = 4
"""Times as many passages are asked of the index where a filter will hold back some."""

_DISTINCTIVE_SHARE = 0.002
_TOPIC_WORDS = 2
_NAME_WORDS = 4
_LEAST_CARRIED = 1 / 3
"""Share of a query's rarity that its distinctive terms must have to put documents first."""


@dataclass(frozen=True, slots=True, eq=False)
class _Scores:
    """Scores by document: ids int64 (n,), ascending, and values float64 (n,)."""

    ids: NDArray[np.int64]
    values: NDArray[np.float64]

    @classmethod
    def of(cls, scores: Mapping[int, float]) -> _Scores:
        ids, values = np.fromiter(scores, np.int64, len(scores)), np.fromiter(scores.values(), np.float64, len(scores))
        order = np.argsort(ids)
        return cls(ids[order], values[order])

    def join(self, other: _Scores) -> _Scores:
        """Return the scores of both, which have no document in common."""
        ids = np.concatenate([self.ids, other.ids])
        order = np.argsort(ids)
        return _Scores(ids[order], np.concatenate([self.values, other.values])[order])

    def look_up(self, ids: NDArray[np.int64], missing: float) -> NDArray[np.float64]:
        """Return the scores of documents, `missing` for those without one."""
        if not len(self.ids):
            return np.full(len(ids), missing)
        places = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.where(self.ids[places] == ids, self.values[places], missing)


_ANY = Filter()
_NOBODY: Mapping[int, float] = MappingProxyType({})
_NONE = _Scores(np.empty(0, np.int64), np.empty(0))


class Proposer:
    """Proposes documents for one query, on one snapshot of the library.

    Args:
        library: one snapshot of it.
        words: the word index; None where words are not searched for.
        meaning: None where meaning is not.
        terms: the query's.
        mode: of the search.
        named: files by whose names documents are proposed; a copy elsewhere of one that is shown is no reason.
    """

    def __init__(
        self,
        library: SearchedLibrary,
        words: SearchedWords | None,
        meaning: DenseQuery | None,
        terms: LexicalQuery,
        mode: Mode,
        named: Filter = _ANY,
    ) -> None:
        self._library = library
        self._words = words
        self._by_words = words if mode is not Mode.MEANING else None
        self._meaning = meaning
        self._terms = terms
        self._named = named

    def propose(self, allowed: Sequence[int] | None = None, named: Mapping[int, float] = _NOBODY) -> Candidates:
        """Return the candidates with all of their scores, in the order of their ids.

        Args:
            allowed: documents that pass a filter, ascending; of more than `SELECTED` not all need be there.
            named: documents of which a file's name bears what was typed, with their least score for it.
        """
        few = np.array(allowed, np.int64) if allowed is not None and len(allowed) <= SELECTED else None
        words = self._find_words(few)
        meaning = self._find_meaning(few, filtered=allowed is not None)
        names = self._find_names()
        by_name = np.array([*named, *(d for d, share in names.items() if share >= 1)], np.int64)
        ids, _ = _find_different(np.concatenate([words.ids, meaning.ids, by_name]))
        if few is not None:
            ids = np.intersect1d(ids, few, assume_unique=True)
        held = self._apply_requirements(ids)
        by_filter = np.intersect1d(ids, np.array([*named], np.int64), assume_unique=True)
        ids, _ = _find_different(np.concatenate([held, self._apply_exclusions(by_filter)]))
        meaning = meaning.join(self._rescore(np.setdiff1d(ids, meaning.ids, assume_unique=True)))
        words = words.join(self._score_words(np.setdiff1d(ids, words.ids, assume_unique=True)))
        exact = self._match_distinctive_terms(ids)
        return Candidates(
            ids=ids,
            words=words.look_up(ids, 0.0),
            meaning=meaning.look_up(ids, np.nan),
            exact=np.isin(ids, np.fromiter(exact, np.int64, len(exact))),
            filename_match=_Scores.of(names).look_up(ids, 0.0),
            named=_Scores.of(named).look_up(ids, 0.0),
            name_only=~np.isin(ids, held),
            floor=noise_floor(meaning.values),
        )

    def apply_requirements(self, ids: Iterable[int]) -> set[int]:
        """Keep the documents that hold every phrase and nothing excluded."""
        return set(self._apply_requirements(np.fromiter(ids, np.int64)).tolist())

    def _find_words(self, only: NDArray[np.int64] | None) -> _Scores:
        if not self._by_words:
            return _NONE
        found = self._by_words.search(self._terms, WORD_CANDIDATES, None if only is None else only.tolist())
        return _Scores.of(dict(found))

    def _find_meaning(self, only: NDArray[np.int64] | None, *, filtered: bool) -> _Scores:
        """Return the best cosine of each of the nearest documents."""
        if self._meaning is None:
            return _NONE
        if only is not None and len(only) <= EXACT_DOCUMENTS:
            return self._rescore(only)
        near = self._meaning.neighbours(PASSAGE_CANDIDATES * (WIDER if filtered else 1))
        documents = self._library.documents.of_passages(near.labels.tolist())
        owners = np.array([documents.get(label, 0) for label in near.labels.tolist()], np.int64)
        # The nearest passage of a document comes first.
        ids, first = _find_different(owners)
        kept = ids > 0
        return _Scores(ids[kept], near.scores[first[kept]].astype(np.float64))

    def _rescore(self, ids: NDArray[np.int64]) -> _Scores:
        """Return the exact best cosine of each document from the stored vectors."""
        if self._meaning is None or not len(ids):
            return _NONE
        best = self._library.vectors.best_cosines(ids.tolist(), self._meaning.space, self._meaning.vector)
        return _Scores(best.ids, best.values)

    def _score_words(self, ids: NDArray[np.int64]) -> _Scores:
        if not self._by_words or not self._terms.words or not len(ids):
            return _NONE
        return _Scores.of(self._by_words.score(self._terms, ids.tolist()))

    def _find_names(self) -> dict[int, float]:
        """Return the share of the query's words in file names, by document."""
        if not self._by_words or not self._terms.words:
            return {}
        wanted = set(exact_words(" ".join(self._terms.words)))
        if not wanted - STOP_WORDS:
            return {}
        files = [file_id for file_id, _ in self._by_words.search_names(self._terms, NAME_CANDIDATES)]
        shares: dict[int, float] = {}
        for document_id, name in self._library.documents.names(files, self._named):
            held = set(exact_words(f"{name} {split_name(name)}"))
            shares[document_id] = max(len(wanted & held) / len(wanted), shares.get(document_id, 0.0))
        return shares

    def _apply_requirements(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        if not self._words or not (self._terms.phrases or self._terms.excluded):
            return ids
        return np.array(sorted(self._words.matching(self._terms, ids.tolist())), np.int64)

    def _apply_exclusions(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Keep the documents that hold nothing excluded, whatever phrases they lack."""
        if not self._words or not self._terms.excluded:
            return ids
        return np.array(
            sorted(self._words.matching(LexicalQuery(excluded=self._terms.excluded), ids.tolist())), np.int64
        )

    def _match_distinctive_terms(self, ids: NDArray[np.int64]) -> set[int]:
        """Return the documents with every distinctive term, or else with all words adjacent.

        Terms that carry little of a question, such as the number in a citation, put no document first. A word that only
        happens to be rare puts one first only where the document has all the others as well.
        """
        if not self._by_words or not len(ids):
            return set()
        words = [word for word in self._terms.words if word.lower() not in STOP_WORDS]
        is_question = len(words) < len(self._terms.words)
        is_topic = is_question or len(words) > _TOPIC_WORDS
        rare = max(1.0, _DISTINCTIVE_SHARE * self._by_words.documents)
        distinctive = tuple(
            word
            for word in words
            if (not is_topic or is_identifier(word)) and 0 < self._by_words.frequency(word) <= rare
        )
        if any(is_identifier(word) and not self._by_words.frequency(word) for word in words):
            # A number or code that no document has: none holds what was typed.
            return set()
        if distinctive:
            if not _carry_question(self._by_words, distinctive, words):
                return set()
            required = distinctive if all(map(is_identifier, distinctive)) else tuple(words)
            return self._by_words.matching(LexicalQuery(phrases=required), ids.tolist())
        if is_question or not 2 <= len(words) <= _NAME_WORDS:
            return set()
        # A full name, say, of which each part is borne by many.
        together = self._by_words.matching(LexicalQuery(phrases=(" ".join(words),)), ids.tolist())
        return together if len(together) <= rare else set()


def _find_different(values: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the different values, ascending, and the first place of each.

    `np.unique` and what calls it would import masked arrays.
    """
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    is_first = np.ones(len(values), bool)
    is_first[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_first], order[is_first]


def _carry_question(index: SearchedWords, distinctive: Collection[str], words: Sequence[str]) -> bool:
    """Return whether some words make up a good part of a query by their rarity."""
    rarity = {word: index.rarity(word) for word in dict.fromkeys(words[:MOST_WORDS])}
    return sum(rarity.get(word, 0.0) for word in set(distinctive)) >= _LEAST_CARRIED * sum(rarity.values())


def is_identifier(word: str) -> bool:
    """Return whether a word looks like a number or a code rather than like language."""
    return any(c.isdigit() for c in word) or any(not c.isalnum() and c not in "'’-" for c in word.strip(".,;:!?()"))
