"""Description of the results that are shown: their passages, and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from findling.domain.origin import has_one_origin
from findling.domain.search import Relevance, Result
from findling.formats import FileKind
from findling.search import snippets
from findling.search.named_results import rate_by_name
from findling.search.relevance import Evidence, judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from findling.domain.origin import Origin
    from findling.search.dense_query import DenseQuery
    from findling.search.fusion import Candidate
    from findling.search.searched_library import SearchedLibrary
    from findling.search.snippets import ChosenPassages, SnippetQuery
    from findling.storage.document_table import DocumentRow, FileLocation
    from findling.storage.stored_passages import StoredPassages


@dataclass(frozen=True, slots=True)
class RankedDocument:
    """A document in its place.

    Attributes:
        score: those of one query are comparable; at most 3.
        places: its files that pass the filter, latest first.
    """

    candidate: Candidate
    score: float
    places: Sequence[FileLocation]


class Describer:
    """Describes documents that were found by one query.

    Args:
        library: that they are of.
        meaning: the query's; None where only words were searched for.
        wanted: what a passage should have.
        is_list: the documents are listed by a filter alone, and all are fair.
        is_checked: the phrases of the query were looked up, and all documents hold them; not so without a word index.
        is_code: all words of the query are numbers and codes, or there are phrases alone: what holds them exactly
            holds all of it, in whatever passage and however it is written there.
    """

    def __init__(
        self,
        library: SearchedLibrary,
        meaning: DenseQuery | None,
        wanted: SnippetQuery,
        *,
        is_list: bool = False,
        is_checked: bool = True,
        is_code: bool = False,
    ) -> None:
        self._library = library
        self._meaning = meaning
        self._wanted = wanted
        self._without_meaning = replace(wanted, weight=0.0)
        self._is_list = is_list
        self._is_checked = is_checked
        self._is_code = is_code

    def describe(self, found: Sequence[RankedDocument], passages: int, top: float) -> list[Result]:
        """Return results with up to `passages` passages each, their scores in units of `top`."""
        opened = list(self._open(found, passages))
        # One of the many messages in a mailbox would be taken for the mailbox.
        single = [document.id for _, document, _ in opened if has_one_origin(document.kind)]
        origins = self._library.origins.of_documents(single)
        return [
            self._describe(each, round(each.score / top, 4), document, chosen, origins.get(document.id))
            for each, document, chosen in opened
        ]

    def weigh(self, found: Sequence[RankedDocument]) -> list[tuple[Sequence[FileLocation], Evidence]]:
        """Return the places of documents, and what speaks for their relevance."""
        return [
            (each.places, self._find_evidence(each.candidate, chosen.coverage))
            for each, _, chosen in self._open(found, 1)
        ]

    def _open(
        self, found: Sequence[RankedDocument], passages: int
    ) -> Iterator[tuple[RankedDocument, DocumentRow, ChosenPassages]]:
        """Iterate over documents with their passages."""
        ids = [each.candidate.document_id for each in found]
        documents = self._library.documents.get(ids)
        # By words alone, any space in which a document is cut will do.
        stored = self._library.documents.passages_of(ids, self._meaning.space.id if self._meaning else None)
        cosines = self._score_passages(ids)
        for each in found:
            if document := documents.get(each.candidate.document_id):
                chosen = self._choose_passages(document, stored[document.id], cosines.get(document.id, {}), passages)
                yield each, document, chosen

    def _score_passages(self, document_ids: Sequence[int]) -> Mapping[int, Mapping[int, float]]:
        meaning = self._meaning
        return self._library.vectors.passage_cosines(document_ids, meaning.space, meaning.vector) if meaning else {}

    def _choose_passages(
        self, document: DocumentRow, stored: StoredPassages, cosines: Mapping[int, float], limit: int
    ) -> ChosenPassages:
        wanted = self._wanted if cosines else self._without_meaning
        return snippets.choose(stored, cosines, wanted, document.language, limit, document.title)

    def _describe(
        self, found: RankedDocument, score: float, document: DocumentRow, chosen: ChosenPassages, origin: Origin | None
    ) -> Result:
        place = found.places[0]
        result = Result(
            path=place.path,
            title=document.title or place.path.name,
            kind=FileKind(document.kind),
            score=score,
            relevance=self._judge(found.candidate, chosen.coverage),
            modified_ns=place.modified_ns,
            hits=chosen.hits,
            copies=tuple(other.path for other in found.places[1:]),
            exact_match=self._is_certain(found.candidate),
            is_recognised=document.is_recognised,
            size=place.size,
            absence=place.absence,
            outermost=place.outermost,
            shared_by=place.shared_by,
            machine=place.machine,
            origin=origin,
        )
        return rate_by_name(result) if self._is_known_by_name_only(found.candidate, chosen.coverage) else result

    def _is_known_by_name_only(self, candidate: Candidate, coverage: float) -> bool:
        """Return whether a part of a file's name is what was typed, and all else makes a weak match."""
        if self._is_list or not candidate.named:
            return False
        return candidate.name_only or self._judge(candidate, coverage) is Relevance.WEAK

    def _judge(self, candidate: Candidate, coverage: float) -> Relevance:
        """Grade a result; in a list made by a filter alone, all are fair."""
        if self._is_list:
            return Relevance.FAIR
        return judge(self._find_evidence(candidate, coverage), self._meaning.calibration if self._meaning else None)

    def _find_evidence(self, candidate: Candidate, coverage: float) -> Evidence:
        is_certain = self._is_certain(candidate)
        return Evidence(
            cosine=candidate.meaning,
            coverage=1.0 if is_certain and self._is_code else max(coverage, candidate.filename_match),
            margin=candidate.margin,
            exact_match=is_certain,
        )

    def _is_certain(self, candidate: Candidate) -> bool:
        """Return whether a result holds the exact words, phrase or name that was typed."""
        is_phrase_held = self._is_checked and bool(self._wanted.phrases) and not candidate.name_only
        return candidate.exact or candidate.filename_match >= 1 or is_phrase_held
