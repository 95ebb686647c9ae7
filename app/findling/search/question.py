"""A question as searched: with typing errors mended, and whether the model understands it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from findling.domain.search import TypingStage
from findling.embedding.model_store import ModelStore
from findling.index.lexical.number_groups import find_number_groups
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.models.languages import explain_question
from findling.search.completion import Completed, complete, leave_out_last
from findling.search.lexicon import read_lexicon
from findling.search.question_language import recognise
from findling.search.spelling import FEWEST_MENDED_LETTERS, Mended, add_completion, mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.embedding.catalogue import ModelSpec
    from findling.index.lexical.lexical_reader import LexicalReader
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.search.query import ParsedQuery

_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it is searched.

    Attributes:
        query: with mended words, and its last one completed.
        notes: what the user should know of it.
        is_understood: False where the model does not know its language.
        others: further words that the unfinished last one may become, folded.
        beginning: what they begin with, folded; "" where the last word is finished.
        is_hasty: all it has is a word in the midst of being typed from which no word of the library goes on, and whose
            meaning would be anything's.
        is_partial: it had such a word beside others, which is left out.
    """

    query: ParsedQuery
    notes: tuple[Notice, ...]
    is_understood: bool = True
    others: tuple[str, ...] = ()
    beginning: str = ""
    is_hasty: bool = False
    is_partial: bool = False


class QuestionReader:
    """Reader of parsed queries, by the words and the model of one library."""

    def __init__(self, paths: LibraryPaths) -> None:
        self._paths = paths
        self._chosen: dict[str, str] = {}
        self._chosen_of = -1

    def read(
        self,
        query: ParsedQuery,
        words: LexicalReader | None,
        spec: ModelSpec | None,
        stage: TypingStage = TypingStage.DONE,
        *,
        mends: bool = True,
    ) -> Question:
        """Mend a query by the library's words, and compare its language with a model's.

        Without a model, words alone are searched. Without `mends` it stays as typed: a mended or completed word tells
        that some document has it.
        """
        language = recognise(query.text)
        completed = Completed(query)
        notes = list(query.notes)
        if words is not None:
            query = _join_numbers(query, words)
            completed = complete(query, words) if mends and stage is not TypingStage.DONE else Completed(query)
            query = completed.query
            # Where no document is in the question's language, the library says nothing of how its words are written.
            mended = Mended(query)
            if mends and words.may_hold(language):
                mended = mend(query, words, read_lexicon, self._recall(words))
                query = mended.query
            if (
                mends
                and stage is TypingStage.DONE
                and len(query.beginning) >= FEWEST_MENDED_LETTERS
                and not words.holds(query.words[-1])
            ):
                # What nothing has is taken for the beginning of a word here, too.
                completed = complete(query, words)
                mended = add_completion(mended, completed.query)
                query = completed.query
            notes += _describe(mended)
        is_fragment = stage is TypingStage.TYPING and completed.is_fragment and query is completed.query
        is_hasty = is_fragment and len(query.words) == 1 and not query.phrases
        is_partial = is_fragment and not is_hasty
        if is_partial:
            query = leave_out_last(query)
        foreign = explain_question(spec, language, lambda: self._store) if spec else None
        return Question(
            query,
            tuple(notes) if foreign is None else (*notes, foreign),
            is_understood=foreign is None,
            others=completed.others,
            beginning=completed.beginning,
            is_hasty=is_hasty,
            is_partial=is_partial,
        )

    def _recall(self, words: LexicalReader) -> dict[str, str]:
        """Return what was chosen for mistyped words at this state of the index.

        While typing, the same words come again.
        """
        if words.sequence != self._chosen_of or len(self._chosen) > _REMEMBERED:
            self._chosen, self._chosen_of = {}, words.sequence
        return self._chosen

    @cached_property
    def _store(self) -> ModelStore:
        return ModelStore.open(self._paths.models)


def _join_numbers(query: ParsedQuery, words: LexicalReader) -> ParsedQuery:
    """Replace the groups of a number by its one piece where a document has that.

    A document that has the groups has the one piece as well.
    """

    def join(text: str) -> str:
        for (start, end), forms in reversed([*find_number_groups(text)]):
            known = next(filter(words.frequency, forms), None)
            text = text[:start] + known + text[end:] if known else text
        return text

    typed = " ".join(query.words)
    joined = join(typed)
    phrases = tuple(map(join, query.phrases))
    if joined == typed and phrases == query.phrases:
        return query
    return replace(query, words=tuple(joined.split()), phrases=phrases, beginning="")


def _describe(mended: Mended) -> Iterator[Notice]:
    if mended.typed:
        said = SearchMessage.MENDED(typed=mended.typed, meant=mended.meant)
        yield said.advising(Remedy.QUOTE_AS_TYPED())
