"""Picks the few lines of a passage that tell most about why it was found."""

from __future__ import annotations

import re

_FILTER = re.compile(r'(?<!\S)-\S+|\b(?:type|in|after|before|name|lang):(?:"[^"]*"|\S+)', re.IGNORECASE)
_WORD = re.compile(r"\w{2,}")
_STEP = re.compile(r"\S+")


def query_words(query: str) -> frozenset[str]:
    """The words that a query looks for, in lower case; filters and exclusions are not among them."""
    return frozenset(word.lower() for word in _WORD.findall(_FILTER.sub(" ", query)))


def matches(text: str, words: frozenset[str]) -> list[tuple[int, int]]:
    """Where words of `text` begin with one of `words`, or are the beginning of one: half-open ranges, in order."""
    return [match.span() for match in _WORD.finditer(text) if _is_meant(match[0].lower(), words)]


def shorten(text: str, words: frozenset[str], limit: int) -> str:
    """The stretch of at most `limit` characters with most different words of the query, on one line.

    Args:
        text: a passage.
        words: of the query, in lower case.
        limit: in characters; the marks of omission come on top.
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    hits = [(start, line[start:end].lower()[:_STEM]) for start, end in matches(line, words)]
    starts = [match.start() for match in _STEP.finditer(line)]
    best = max(starts, key=lambda start: (_worth(hits, start, limit), start == 0, -start)) if hits else 0
    # A little of what comes before the first match makes it readable.
    first = min((at for at, _ in hits if best <= at), default=best)
    start = max((at for at in starts if at <= max(first - limit // 6, 0)), default=0)
    return _cut(line, start, limit)


_STEM = 5
"""Letters by which two words count as forms of one."""


def _is_meant(found: str, words: frozenset[str]) -> bool:
    return any(found == word or (len(word) >= _STEM and found[:_STEM] == word[:_STEM]) for word in words)


def _worth(hits: list[tuple[int, str]], start: int, limit: int) -> int:
    # What comes before the first match is taken from the room behind it.
    return len({word for at, word in hits if start <= at < start + limit * 5 // 6})


def _cut(line: str, start: int, limit: int) -> str:
    part = line[start : start + limit]
    if start + limit < len(line):
        part = (part.rsplit(" ", 1)[0] if " " in part else part) + " …"
    return f"… {part}" if start else part
