"""Documents that a pasted passage comes from, with the place and what differs there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.search import Hit, Relevance, Result
from findling.index.lexical.schema import LexicalQuery
from findling.messages.library_templates import SearchMessage
from findling.search.quotation import Quotation
from findling.storage.file_filter import Filter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.index.lexical.lexical_reader import LexicalReader
    from findling.messages.notice import Notice
    from findling.search.dense_query import DenseQuery
    from findling.search.quotation import QuotedPlace
    from findling.storage.database import Database

_PASSAGE_WORDS = 10
"""Words of what was typed from which on it may be a passage."""

_LEAST_WORDS = 3
_TOLD = 3
"""Differences that a note tells."""

_LEAST_LIKENESS = 0.7
"""Likeness from which on a place is where a passage comes from: of unrelated texts the letters are alike by half, at
most by two thirds (tests/benchmarks/quotations.py)."""

_PROPOSED, _PROPOSED_TO_TRACE = 12, 50
"""Documents that words and that meaning propose: of what is typed in the box, and of what is known to be a passage."""

_EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class _Source:
    document_id: int
    place: QuotedPlace


def is_passage(text: str) -> bool:
    """Return whether a text is long enough to come from a document, and not to be a question."""
    return len(text.split()) >= _PASSAGE_WORDS


def explain_source(results: Sequence[Result]) -> tuple[Notice, ...]:
    """Return what is to be said of the first result if a passage comes from it."""
    if not results or results[0].differs is None:
        return ()
    first, name, page = results[0], results[0].path.name, results[0].hits[0].page
    if not first.differs:
        on_page = SearchMessage.PASSAGE_STANDS_ON(name=name, page=page) if page else None
        return (on_page or SearchMessage.PASSAGE_STANDS(name=name),)
    told = [f"{each.before or '…'} → {each.after or '…'}" for each in first.differs]
    changes = (*told[:_TOLD], *(["…"] if len(told) > _TOLD else []))
    if page:
        return (SearchMessage.PASSAGE_CHANGED_ON(name=name, page=page, changes=changes),)
    return (SearchMessage.PASSAGE_CHANGED(name=name, changes=changes),)


def find_sources(
    database: Database,
    words: LexicalReader | None,
    meaning: DenseQuery | None,
    text: str,
    limit: int,
    *,
    wanted: Filter = _EVERYTHING,
    is_traced: bool = False,
) -> list[Result]:
    """Return the documents that a passage comes from, the likeliest first; perhaps none.

    Words and meaning propose documents, the letters of both texts decide.

    Args:
        database: of the library.
        words: its word index; None where there is none.
        meaning: of the passage; None where there is none.
        text: the passage.
        limit: how many at most.
        wanted: passed by a file of each.
        is_traced: it is known to be a passage, so that more documents are worth looking into.
    """
    quotation = Quotation(text)
    if len(quotation.tokens) < _LEAST_WORDS:
        return []
    sources = []
    most = _PROPOSED_TO_TRACE if is_traced else _PROPOSED
    for number in _propose(database, words, meaning, quotation, most):
        stored = database.documents.text(number)
        place = quotation.find_in(stored[1]) if stored else None
        if place and place.likeness >= _LEAST_LIKENESS:
            sources.append(_Source(number, place))
    sources.sort(key=lambda each: (-each.place.likeness, each.document_id))
    return _describe(database, sources, limit, wanted)


def _propose(
    database: Database, words: LexicalReader | None, meaning: DenseQuery | None, quotation: Quotation, most: int
) -> list[int]:
    """Return the documents that may hold a passage."""
    found: dict[int, None] = {}
    if words is not None:
        terms = LexicalQuery(tuple(quotation.tokens.write(slice(None))))
        found |= dict.fromkeys(number for number, _ in words.search(terms, most))
    if meaning is not None:
        near = meaning.neighbours(most)
        found |= dict.fromkeys(database.documents.of_passages(near.labels.tolist()).values())
    return list(found)


def _describe(database: Database, sources: Sequence[_Source], limit: int, wanted: Filter) -> list[Result]:
    places = database.documents.locations([each.document_id for each in sources], wanted)
    shown = [each for each in sources if each.document_id in places][:limit]
    documents = database.documents.get([each.document_id for each in shown])
    results = []
    for each in shown:
        (first, *copies), document = places[each.document_id], documents[each.document_id]
        results.append(
            Result(
                path=first.path,
                title=document.title or first.path.name,
                kind=document.kind,
                score=each.place.likeness,
                relevance=Relevance.STRONG,
                modified_ns=first.modified_ns,
                hits=(_cut_hit(database, each),),
                copies=tuple(copy.path for copy in copies),
                exact_match=not each.place.differs,
                is_recognised=document.is_recognised,
                size=first.size,
                absence=first.absence,
                outermost=first.outermost,
                differs=each.place.differs,
            )
        )
    return results


def _cut_hit(database: Database, source: _Source) -> Hit:
    """Return the place as a passage, with its page, and the heading of where it begins."""
    number, place = source.document_id, source.place
    read = database.documents.extraction(number)
    assert read is not None
    passages = database.documents.passages(number, database.documents.latest_space(number))
    around = [each.passage for each in passages if each.passage.start <= place.start] or [
        each.passage for each in passages[:1]
    ]
    # A passage may go on from one page to the next; a block begins on one.
    page = next((block.page for block in reversed(read.blocks) if block.start <= place.start), None)
    heading = around[-1].heading if around else ""
    return Hit(read.text[place.start : place.end], place.likeness, page, heading, place.start, place.end, ("words",))
