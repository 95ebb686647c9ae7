"""Words of documents that may name what they are about."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from findling.index.lexical.analysis import STOP_WORDS
from findling.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable

_READ_CHARACTERS = 2_000
"""Characters of a document that are looked at: what it is about is said at its beginning."""

_SHORTEST = 3
_LONGEST = 40
_LONGEST_ACRONYM = 5
_SAME_LANGUAGE = {"no": "nb", "nn": "nb"}
_SPACELESS = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_PART = 2
"""Characters of what stands for a word where no spaces part words."""


def list_terms(title: str, text: str) -> set[str]:
    """Return the words and pairs of neighbours of a document's beginning, in lower case.

    Words of function, months and units are among them still. In scripts without spaces, every two characters that
    follow each other stand for a word.
    """
    read = f"{title} \n{text[:_READ_CHARACTERS]}"
    terms: set[str] = set()
    before = ""
    end = -2
    for match in _word_pattern().finditer(read):
        word = match[0].casefold()
        if _SPACELESS.search(word):
            terms.update(word[start : start + _PART] for start in range(len(word) - _PART + 1))
            before = ""
            continue
        if not _SHORTEST <= len(word) <= _LONGEST:
            before = ""
            continue
        terms.add(word)
        if before and read[end : match.start()] == " ":
            terms.add(f"{before} {word}")
        before, end = word, match.end()
    return terms


def find_stop_words(terms: Iterable[str], languages: Iterable[str]) -> set[str]:
    """Return those of some terms with a function word, month or unit of one of the languages."""
    terms = list(terms)
    words = {word for term in terms for word in term.split()}
    stopped: set[str] = set()
    for language in languages:
        stopped |= words & _stop_words().get(_SAME_LANGUAGE.get(language, language), frozenset())
    stopped |= words & (STOP_WORDS | _stop_words()["en"])
    return {term for term in terms if not stopped.isdisjoint(term.split())}


def find_spelling(term: str, texts: Iterable[str]) -> str:
    """Return a term as spelt in texts: in lower case where that is common, else as most often."""
    pattern = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)
    counts: dict[str, int] = {}
    for text in texts:
        for found in pattern.findall(text[:_READ_CHARACTERS]):
            counts[found] = counts.get(found, 0) + 1
    total = sum(counts.values())
    if not total or counts.get(term, 0) >= total / 4:
        return term
    commonest = max(counts, key=lambda spelling: (counts[spelling], spelling))
    # Longer words in capitals stand in headings, or in texts that are nothing but capitals.
    return " ".join(
        word.lower() if word.isupper() and len(word) > _LONGEST_ACRONYM else word for word in commonest.split()
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    """Return the pattern of a word: letters, with the marks that vowels are in some scripts."""
    marks = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code))[0] == "M")
    return re.compile(f"[^\\W\\d_](?:[^\\W\\d_]|[{marks}])*")


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    """Return the words that name no topic, by language; made as described in `packaging`."""
    lines = (resources() / "topics" / "stop_words.txt").read_text("utf-8").splitlines()
    return {language: frozenset(words.split()) for language, _, words in (line.partition("\t") for line in lines)}
