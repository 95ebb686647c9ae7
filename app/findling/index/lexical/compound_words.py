"""Compounds that are written in one word, taken apart by the words of the library itself.

A word such as "Haftpflichtversicherung" holds "Versicherung" where the rest of it, without what links the two, is a
word of the library as well. No list of words is needed for that, and none of a good licence is kept for all of these
languages; of the splitters, charsplit-fst comes for German alone, and not for every system.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.index.lexical import analysis
from findling.index.lexical.schema import STEMS, TAILS

if TYPE_CHECKING:
    from collections.abc import Collection

    from findling.index.lexical.tantivy_index import TantivyReader

LINKING_ELEMENTS = MappingProxyType(
    {
        "de": ("", "s", "es", "n", "en", "e", "er"),
        "nl": ("", "s", "en", "e", "n"),
        "sv": ("", "s", "e", "o", "u"),
        "da": ("", "s", "e"),
        "no": ("", "s", "e"),
        "nb": ("", "s", "e"),
        "nn": ("", "s", "e"),
    }
)
"""Letters that may link the parts of a compound, by language, as grammars list them (Duden 4; e-ANS 12.3; SAG 2)."""

SHORTEST_HEAD, SHORTEST_TAIL = 3, 4
"""Letters of the parts; shorter ones are as often chance, as "eis" is in "Reis"."""

SHORTEST_COMPOUND = SHORTEST_HEAD + SHORTEST_TAIL

_MOST = 50
"""Compounds that a word stands for; of more, the most frequent."""

_ASKED = 200
_LONG = re.compile(rf"\w{{{SHORTEST_COMPOUND - 1},}}")
_LOST = "e"
"""Letter that the first part may have lost: "Schulhof" is of "Schule"."""


def list_tails(text: str, language: str) -> str:
    """Return the words of a text that may be compounds, and their stems, backwards.

    They are separated by spaces. Backwards, what a compound ends with is found as what begins a word.
    """
    if language not in LINKING_ELEMENTS:
        return ""
    # Each long word once: analysing all of a text again would take as long as all else.
    long = " ".join(dict.fromkeys(_LONG.findall(text)))
    words = dict.fromkeys((*analysis.exact_words(long), *analysis.stem_words(long, language)))
    return " ".join(word[::-1] for word in words if len(word) >= SHORTEST_COMPOUND and word.isalpha())


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound of the library that ends with a word.

    Attributes:
        tail: as it stands in the field of these.
        stem: of all of it.
    """

    tail: str
    stem: str


class CompoundFinder:
    """Finder of compounds and of their parts among the words of a library."""

    def __init__(self, index: TantivyReader, languages: Collection[str]) -> None:
        """Create a finder for those of these languages that have compounds."""
        self._index = index
        self._languages = tuple(language for language in languages if language in LINKING_ELEMENTS)

    def find_compounds(self, word: str) -> tuple[Compound, ...]:
        """Return the compounds that end with a word, or with its stem; of many the most frequent."""
        found: dict[str, Compound] = {}
        for language in self._languages:
            for form in self._forms(word, language):
                for tail, _ in self._index.terms_with_prefix(TAILS, form[::-1], _ASKED):
                    compound = tail[::-1]
                    if len(compound) > len(form) and self._find_head(compound[: -len(form)], language):
                        stem = next(iter(analysis.stem_words(compound, language)), compound)
                        found[tail] = Compound(tail, stem)
        return tuple(found.values())[:_MOST]

    def split(self, word: str) -> tuple[str, str] | None:
        """Return the two parts of a compound, both words of the library; None where it is none.

        Of several ways to part it, the one with the longest tail is taken. None where it is none.
        """
        for folded in analysis.exact_words(word) if len(word) >= SHORTEST_COMPOUND else ():
            cuts = range(SHORTEST_HEAD, len(folded) - SHORTEST_TAIL + 1)
            for language, at in product(self._languages, cuts):
                head, tail = folded[:at], folded[at:]
                if self._is_known(tail, language) and (found := self._find_head(head, language)):
                    return found, tail
        return None

    def _forms(self, word: str, language: str) -> list[str]:
        """Return what compounds may end with; nothing for function words and short ones."""
        stems = analysis.stem_words(word, language)
        if len(stems) != 1:
            return []
        forms = dict.fromkeys((*analysis.exact_words(word), *stems))
        return [form for form in forms if len(form) >= SHORTEST_TAIL and form.isalpha()]

    def _find_head(self, head: str, language: str) -> str:
        """Return the word of the library that the first part of a compound is; "" where it is none.

        A function word is none either: "Unterstand" has nothing to do with "Stand".
        """
        if len(head) < SHORTEST_HEAD:
            return ""
        forms = [head.removesuffix(link) for link in LINKING_ELEMENTS[language] if head.endswith(link)]
        forms = [form for form in (*forms, head + _LOST) if len(form) >= SHORTEST_HEAD]
        return next((form for form in forms if self._is_known(form, language)), "")

    def _is_known(self, word: str, language: str) -> bool:
        """Return whether the library has a word in any of its forms, and it is no function word."""
        stems = analysis.stem_words(word, language)
        return len(stems) == 1 and bool(self._index.frequency(STEMS, stems[0]))
