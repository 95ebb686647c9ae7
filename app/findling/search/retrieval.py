"""Retrieval: what both indexes propose is ordered, filtered, and described if shown."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING

from findling.domain.search import Mode, SortOrder
from findling.index.lexical.analysis import STOP_WORDS
from findling.index.lexical.lexical_queries import MOST_WORDS
from findling.index.lexical.schema import LexicalQuery
from findling.search import fusion
from findling.search.description import Describer, RankedDocument
from findling.search.fusion import Candidate
from findling.search.name_search import NameSearch
from findling.search.named_results import MOST_NAMED, place_among, to_result
from findling.search.proposals import SELECTED, Proposer, is_identifier
from findling.search.result_order import MOST_SORTED, sort_answer, sort_results
from findling.search.snippets import SnippetQuery
from findling.storage.file_filter import Filter
from findling.storage.name_table import NamedFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from findling.domain.search import Result
    from findling.search.dense_query import DenseQuery
    from findling.search.fusion import Candidates
    from findling.search.question import Question
    from findling.search.relevance import Evidence
    from findling.search.searched_library import SearchedLibrary, SearchedWords
    from findling.storage.document_table import FileLocation
    from findling.storage.name_table import NamedFile

_MOST = 0.5
"""Share of documents that pass a filter from which on the best of all are filtered, not searched for among them."""

_FEWEST = 0.25
"""Share of the best that has to pass as well; of ten, less than half may do so by chance."""

_RAREST = 6
_FULL_SCORE = 1.8
"""BM25 of all that words can say, in units of the summed rarity of the query's `_RAREST` rarest words."""


class Retrieval:
    """One query on one snapshot of the library."""

    def __init__(
        self,
        library: SearchedLibrary,
        words: SearchedWords | None,
        meaning: DenseQuery | None,
        question: Question,
        mode: Mode,
        *,
        typed: LexicalQuery | None = None,
        find_sources: Callable[[int], list[Result]] | None = None,
    ) -> None:
        """Prepare a question; of one that the model does not understand, words count for more.

        Args:
            library: that is searched.
            words: its word index; None where there is none.
            meaning: of the query; None where only words are searched for.
            question: with mended words.
            mode: of the search.
            typed: the words as they were typed, any part of a name; None for those of the question.
            find_sources: finds up to so many files that what was typed comes from; None where it is a question.
        """
        query = question.query
        self._library = library
        self._words = words
        self._meaning = meaning if mode is not Mode.WORDS else None
        self._query = query
        self._mode = mode
        terms = LexicalQuery(query.words, query.phrases, query.excluded, question.others, question.beginning)
        named = Filter(within=query.filter.within)
        self._proposer = Proposer(library, words, self._meaning, terms, mode, named)
        self._names = NameSearch(library.names)
        self._typed = typed or terms
        self._find_sources = find_sources
        self._content_words = [word for word in dict.fromkeys(query.words) if word.lower() not in STOP_WORDS]
        weight = fusion.weigh_meaning(len(self._content_words)) if question.is_understood else fusion.FOREIGN_WEIGHT
        weights = {Mode.HYBRID: weight, Mode.MEANING: 1.0, Mode.WORDS: 0.0}
        self._weight = weights[mode] if self._meaning else 0.0
        weighed = words.weigh_words(terms) if words and mode is not Mode.MEANING else ()
        wanted = SnippetQuery(weighed, tuple(phrase.lower() for phrase in query.phrases), self._weight)
        self._is_code = is_code = all(map(is_identifier, self._content_words))
        self._describer = Describer(
            *(library, self._meaning, wanted),
            is_list=not query.text,
            is_checked=words is not None,
            is_code=is_code,
        )

    def run(self, limit: int, passages: int, offset: int = 0, order: SortOrder = SortOrder.RELEVANCE) -> list[Result]:
        """Return `limit` files from the `offset`th on, with up to `passages` each, in an order.

        The best of a question are sorted, and those that are but weak matches stay behind all others.
        """
        if not self._query.text:
            return self._list_all(limit, passages, offset, order)
        if order is SortOrder.RELEVANCE:
            return self._find_best(limit, passages, offset)
        return sort_answer(self._find_best(MOST_SORTED, passages), order)[offset : offset + limit]

    def _find_best(self, limit: int, passages: int, offset: int = 0) -> list[Result]:
        """Return `limit` files from the `offset`th best on, best first."""
        files = self._named.unread
        # These are all in the first part.
        start = max(offset - len(files), 0)
        found = self.rank(start + limit)
        top = max((each.score for each in found), default=0.0) or 1.0
        described = self._describer.describe(found[start:], passages, top)
        # What came before a later part is not described again, so that it speaks for itself.
        return described if offset else place_among(described, files, is_code=self._is_code)[:limit]

    def run_with_sources(self, limit: int, passages: int, offset: int, order: SortOrder) -> list[Result]:
        """Return files as `run` does, the best ones after those that what was typed comes from."""
        if self._find_sources is None or offset or order is not SortOrder.RELEVANCE:
            return self.run(limit, passages, offset, order)
        sources = self._find_sources(limit)
        known = {source.path for source in sources}
        others = [result for result in self.run(limit, passages) if result.path not in known]
        # Nothing below a source may seem better than it.
        top = max((result.score for result in others), default=0.0)
        return [*(replace(source, score=max(source.score, top)) for source in sources), *others][:limit]

    def _list_all(self, limit: int, passages: int, offset: int, order: SortOrder) -> list[Result]:
        """Return the files that pass the filter, in an order, those without a text among them."""
        described = self._describer.describe(self._list_passing(order, offset + limit), passages, 1.0)
        unread: tuple[NamedFile, ...] = ()
        if self._query.filter and not self._query.phrases:
            unread = self._names.list_unread(self._query.excluded, self._query.filter, order, offset + limit)
        every = [*described, *map(to_result, unread)]
        return sort_results(every, order)[offset : offset + limit]

    @cached_property
    def _named(self) -> NamedFiles:
        """The best files whose names bear what was typed."""
        if self._mode is Mode.MEANING:
            return NamedFiles()
        return self._names.find(self._typed, self._query.filter, MOST_NAMED)

    def _score_names(self) -> dict[int, float]:
        """Return the least scores of documents of which a file's name bears what was typed."""
        # The best name of a document comes first.
        scores = [(file.document_id, fusion.NAMED_SCORES[file.match]) for file in reversed(self._named.read)]
        return {document_id: score for document_id, score in scores if document_id is not None}

    def rank(self, limit: int) -> list[RankedDocument]:
        """Return the best `limit` documents with their scores and files, best first."""
        if not self._query.text:
            return self._list_passing(SortOrder.DATE, limit)
        if not self._query.filter:
            return self._place(self._proposer.propose(named=self._score_names()), limit)
        return self._filter_best(limit) or self._search_filtered(limit)

    def weigh(self, limit: int) -> list[tuple[Sequence[FileLocation], Evidence]]:
        """Return the places of the best `limit` documents, best first, and evidence of relevance."""
        return self._describer.weigh(self.rank(limit))

    def _filter_best(self, limit: int) -> list[RankedDocument] | None:
        """Return the best of all documents that pass the filter; None if it holds back many.

        A filter that most documents pass is no reason to score others than without it, nor to look for all who pass.
        """
        if self._library.documents.estimate_share(self._query.filter) < _MOST:
            return None
        candidates = self._proposer.propose(named=self._score_names())
        found = self._place(candidates, limit, fewest=_FEWEST)
        return found if len(found) == limit else None

    def _search_filtered(self, limit: int) -> list[RankedDocument]:
        """Search among the documents that pass the filter."""
        allowed = self._library.documents.select(self._query.filter, SELECTED + 1)
        return self._place(self._proposer.propose(allowed, self._score_names()), limit) if allowed else []

    def _place(self, candidates: Candidates, limit: int, fewest: float = 0.0) -> list[RankedDocument]:
        """Return the best `limit` candidates of which a file passes the filter.

        It ends early where, of the best that were looked at, a smaller share than `fewest` passes.
        """
        ranking = fusion.rank(candidates, self._weighting(), self._read_means)
        found: list[RankedDocument] = []
        # As a rule the first part has all that are wanted; many more were proposed.
        for start in range(0, len(candidates), max(limit, 1)):
            part = range(start, min(start + limit, len(candidates)))
            best = [candidates.at(int(ranking.places[at])) for at in part]
            places = self._library.documents.locations([c.document_id for c in best], self._query.filter)
            found += [
                RankedDocument(c, float(ranking.scores[at]), places[c.document_id])
                for at, c in zip(part, best, strict=True)
                if c.document_id in places
            ]
            if len(found) >= limit or len(found) < fewest * part.stop:
                break
        return found[:limit]

    def _weighting(self) -> fusion.Weighting:
        # By words alone there is nothing that they could be too much beside.
        full = self._full_words() if self._mode is Mode.HYBRID else 0.0
        return fusion.Weighting(self._weight, full)

    def _full_words(self) -> float:
        """Return the BM25 of a document about all words of the query, or about the rarest of many."""
        if not self._words:
            return 0.0
        rarest = nlargest(_RAREST, (self._words.rarity(word) for word in self._content_words[:MOST_WORDS]))
        return _FULL_SCORE * sum(rarest)

    def _read_means(self, document_ids: Sequence[int]) -> Mapping[int, NDArray[np.float32]]:
        return self._library.vectors.means(document_ids, self._meaning.space) if self._meaning else {}

    def _list_passing(self, order: SortOrder, limit: int) -> list[RankedDocument]:
        """Return what passes the filter, in an order, for a query without words."""
        if not self._query.filter:
            return []
        listed = self._library.documents.select_in_order(self._query.filter, order, SELECTED)
        passed = self._proposer.apply_requirements(listed)
        chosen = [i for i in listed if i in passed][:limit]
        places = self._library.documents.locations(chosen, self._query.filter)
        return [RankedDocument(Candidate(document_id=i), 1.0, places[i]) for i in chosen]
