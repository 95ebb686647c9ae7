"""Terms of a document as the shared library keeps them: stems, words, and their places."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.index.lexical.analysis import exact_words, stem_words
from findling.index.lexical.number_groups import join_groups
from findling.team.team_words import EXACT_SIGN, quote_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RUN = 2_000
"""Words in one part: PostgreSQL keeps 255 places of a word, and even the commonest is rarer than one in eight."""

_OVERLAP = 100
"""Words that a part has in common with the next, so that any phrase up to this length is whole in one."""


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """Terms of one document.

    Attributes:
        frequencies: how often each term occurs, words as they stand with `EXACT` before them.
        stems, words: how many of either there are.
        runs: words with their places, as text of a tsvector, for each part.
    """

    frequencies: Counter[str]
    stems: int
    words: int
    runs: tuple[str, ...]

    @classmethod
    def of(cls, title: str, text: str, language: str) -> DocumentTerms:
        """Take a document apart as the word index here does: the title's stems count twice."""
        stems = Counter(stem_words(text, language))
        for stem in stem_words(title, language):
            stems[stem] += 2
        sequence = [*exact_words(title), *exact_words(text)]
        # Numbers in groups are found in one piece as well, and stand beside nothing.
        words = Counter(sequence) + Counter([*join_groups(title), *join_groups(text)])
        frequencies = stems + Counter({EXACT_SIGN + word: count for word, count in words.items()})
        return cls(frequencies, stems.total(), words.total(), tuple(_list_runs(sequence)))


def _list_runs(words: Sequence[str]) -> Iterator[str]:
    for start in range(0, max(len(words) - _OVERLAP, 1), _RUN - _OVERLAP):
        places: dict[str, list[str]] = defaultdict(list)
        for place, word in enumerate(words[start : start + _RUN], 1):
            places[word].append(str(place))
        yield " ".join(f"{quote_word(word)}:{','.join(found)}" for word, found in places.items())
