"""Completion of an unfinished word by the words of the library."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from findling.index.lexical.analysis import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from findling.search.query import ParsedQuery

_FEWEST_LETTERS = 2
"""Letters of the shortest beginning; any word may follow a single one."""

_MOST = 50
"""Words that a beginning stands for; of more, the most frequent."""

_COMPARED = 6
_NAMES = 3.0
"""Weight of a word in the name of a file against one in a document: it is what people remember of a file."""

_FINISHED = 3.0
"""Weight of what was typed as a word of its own, against words that go on from it: it may be finished."""


class WordIndex(Protocol):
    """Words of a library."""

    def split(self, word: str) -> Sequence[str]:
        """Return the folded parts of a word; an identifier has several."""

    def find_beginning(self, start: str, *, in_names: bool = False) -> dict[str, int]:
        """Return the words with a folded beginning, each with its count of documents or names."""

    def count_runs(self, runs: Iterable[Sequence[str]], *, in_names: bool = False) -> list[int]:
        """Count the documents, or files by their names, with each run of folded words side by side."""

    def count_together(self, words: Collection[str]) -> int:
        """Return how many documents have all of the folded words."""

    def stem(self, word: str) -> str:
        """Return the stem of a folded word."""


@dataclass(frozen=True, slots=True)
class Completed:
    """A query whose last word was completed.

    Attributes:
        query: with the word that was most likely meant; without it where that is no word to search for.
        others: further words with the same beginning, folded, with spaces between their parts; what was typed is among
            them where it is one.
        beginning: what they begin with, folded.
        is_fragment: no word of the library is what was typed, or goes on from it.
    """

    query: ParsedQuery
    others: tuple[str, ...] = ()
    beginning: str = ""
    is_fragment: bool = False


def complete(query: ParsedQuery, words: WordIndex) -> Completed:
    """Complete a query's last word, as far as it may be unfinished, to the library's likeliest.

    That is the one that most documents and names have, together with its other forms; where other words were typed, the
    one that most documents have beside these. What was typed is itself among those it may be.
    """
    typed = query.beginning
    parts = words.split(typed) if typed[-1:].isalnum() else ()
    if not parts or len("".join(parts)) < _FEWEST_LETTERS or parts[-1] in STOP_WORDS:
        return Completed(query)
    beginning, head = parts[-1], parts[:-1]
    weights = _weigh(beginning, head, words)
    if not weights:
        return Completed(query, is_fragment=True)
    meant = _choose(beginning, weights, query.words[:-1], words)
    if meant in STOP_WORDS:
        return Completed(query)
    others = tuple(" ".join((*head, word)) for word in weights if word != meant)
    if meant == beginning:
        return Completed(query, others, beginning)
    start = typed[: _find_last_part(typed)]
    return Completed(_put(query, start + meant), others, beginning)


def leave_out_last(query: ParsedQuery) -> ParsedQuery:
    """Return a query without its unfinished word."""
    return _put(query, "")


def _weigh(beginning: str, head: Sequence[str], words: WordIndex) -> dict[str, float]:
    """Return the words with a beginning by how often they occur, behind a head if there is one."""
    weights: defaultdict[str, float] = defaultdict(float)
    for in_names, weight in ((False, 1.0), (True, _NAMES)):
        found = _keep_most(words.find_beginning(beginning, in_names=in_names))
        if head:
            counts = words.count_runs([[*head, word] for word in found], in_names=in_names)
            found = {word: count for word, count in zip(found, counts, strict=True) if count}
        for word, count in found.items():
            weights[word] += weight * count
    return _keep_most(weights)


def _keep_most(weights: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_MOST])


def _choose(beginning: str, weights: Mapping[str, float], before: Sequence[str], words: WordIndex) -> str:
    """Return the likeliest word; those that stand with the other words come first.

    Forms of one stem count together.
    """
    families: defaultdict[str, list[str]] = defaultdict(list)
    for word in weights:
        families[words.stem(word)].append(word)
    likely = {
        beginning if beginning in forms else forms[0]: sum(
            weights[form] * (_FINISHED if form == beginning else 1.0) for form in forms
        )
        for forms in families.values()
    }
    best = sorted(likely, key=likely.__getitem__, reverse=True)[:_COMPARED]
    topics = [part for word in before for part in words.split(word) if part not in STOP_WORDS]
    if topics and len(best) > 1:
        together = {word: max(words.count_together((topic, word)) for topic in topics[-2:]) for word in best}
        best.sort(key=lambda word: (-together[word], -likely[word]))
    return best[0]


def _find_last_part(typed: str) -> int:
    """Return where the last part of a word begins, of which the points and accents are parts."""
    start = len(typed)
    while start and (typed[start - 1].isalnum() or unicodedata.combining(typed[start - 1])):
        start -= 1
    return start


def _put(query: ParsedQuery, word: str) -> ParsedQuery:
    """Put a word in the place of the unfinished one."""
    text = query.text[: len(query.text) - len(query.beginning)] + word
    return replace(query, text=text.rstrip(), words=(*query.words[:-1], *filter(None, (word,))), beginning=word)
