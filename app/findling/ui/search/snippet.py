"""Which sentence of a passage answers a query, and the piece of the passage that is shown around it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

_WORD = re.compile(r"\w+")
# A sentence ends at its mark where space follows, at a mark of Chinese or Japanese, or with its line.
_BORDER = re.compile(r"(?<=[.!?…])(?P<close>[\"'“”’»)\]]*)[^\S\n]+|(?<=[。！？])|\n+")
# Long enough to tell something, and yet in every other sentence, of the languages that most people here ask in.
_COMMON = frozenset(
    "about also does dass dans dont eine einem einen einer elle from have haben hatte into mein mich must nicht noch"  # noqa: SIM905
    " oder pour sans sein shall should sich sind than that their them then there these they this those till unter vous"
    " wann warum welch werden were what when where which while will wird with would your".split()
)
_ROOT = 5
_TELLING = 4
_LEAD = 48
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a passage, as one line.

    Attributes:
        text: without line ends; "…" where something was left out before it.
        answer: the span of the sentence that answers; empty where nothing was asked.
        words: the spans of the query's telling words within the text.
    """

    text: str
    answer: Span
    words: tuple[Span, ...]


def make_snippet(passage: str, query: str, heading: str = "") -> Snippet:
    """The piece of a passage that begins early enough to understand its answering sentence, and not much earlier.

    Args:
        passage: its text.
        query: what was asked for.
        heading: what stands above it anyway, and is left out where the passage begins with it.
    """
    passage = passage.strip()
    if heading and passage != heading:
        passage = passage.removeprefix(f"{heading}\n")
    flat = re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", passage.strip()))
    start, end = find_answer(flat, query) if query.strip() else (0, 0)
    lead = "… " if start > _LEAD else ""
    cut = start if lead else 0
    text = lead + flat[cut : cut + _LONGEST].replace("\n", " ")
    shift = len(lead) - cut
    return Snippet(text, (start + shift, min(end + shift, len(text))), find_words(text, query))


def find_answer(passage: str, query: str) -> Span:
    """The span of the sentence that holds most of the query's words, or of the first one.

    Telling words decide, long ones more than short ones, those of every sentence less than those of one; all others
    only where these leave it open.
    """
    telling, wanted = _telling_roots(query), _roots(query)
    sentences = {span: wanted & _roots(passage[slice(*span)]) for span in _sentences(passage)}
    spread = Counter(root for held in sentences.values() for root in held)

    def weigh(span: Span) -> tuple[float, int]:
        held = sentences[span]
        return sum(len(root) / spread[root] for root in held & telling), sum(map(len, held))

    return max(sentences, key=weigh, default=(0, 0))


def find_words(text: str, query: str) -> tuple[Span, ...]:
    """The spans of the words that stand in the query too, without the short ones that stand everywhere."""
    wanted = _telling_roots(query)
    return tuple(found.span() for found in _WORD.finditer(text) if _root(found[0]) in wanted)


def _sentences(passage: str) -> list[Span]:
    spans, start = [], 0
    for border in _BORDER.finditer(passage):
        spans.append((start, border.end("close") if border["close"] else border.start()))
        start = border.end()
    return [(start, end) for start, end in (*spans, (start, len(passage))) if passage[start:end].strip()]


def _roots(text: str) -> frozenset[str]:
    return frozenset(map(_root, _WORD.findall(text)))


def _telling_roots(text: str) -> frozenset[str]:
    return frozenset(_root(word) for word in _WORD.findall(text) if _tells(word))


def _tells(word: str) -> bool:
    return any(map(str.isdigit, word)) or (len(word) >= _TELLING and word.casefold() not in _COMMON)


def _root(word: str) -> str:
    """How a word begins, so that its forms are alike: "leases" and "lease", "boats" and "boat"."""
    root = word.casefold()[:_ROOT]
    return root.rstrip("s") if len(root) >= _TELLING else root
