"""Search for a passage in a text of another layout, by letters and digits alone."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PHRASE_LENGTH = 48
"""Letters; what is shorter is a word or a phrase that is found as it is, at each of its places."""

_ANCHOR = 12
"""Letters that are looked for at once: so many in a row are seldom the same by chance."""

_ANCHOR_PLACES = 32
_RUNS = 200
_PLACES = 1_000
_SPREAD = 4
_ROOM = 1_000
"""A passage may be spread over so many times its length, and so many letters more: tags, running heads, notes."""

_BRIDGE = 8
"""Letters that may differ within a stretch: a page number, a word that is spelt otherwise."""

_CHUNK = 512
_CUT = re.compile("[-\u2010\xad\ufffe]\\s*\n\\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """Stretch `text[start:end]`, in code points, beginning and ending with a letter or digit."""

    start: int
    end: int


def locate(needle: str, text: str) -> tuple[Span, ...]:
    """Find a passage or a phrase in a text.

    Case, accents, ligatures, punctuation, line ends and hyphens at them make no difference. A phrase is found wherever
    it stands with its words parted as they are. Of a passage the largest part is found that is there: it may have
    begun before the text or go on after it, lack what the text has in its midst, and be introduced by a title.

    Args:
        needle: the passage, or a word.
        text: where it is looked for; a million characters take about a tenth of a second.

    Returns:
        Where it stands, in order and not overlapping; nothing where it does not.
    """
    sought, there = _Letters(needle), _Letters(text)
    if not sought.folded:
        return ()
    if len(sought.folded) < _PHRASE_LENGTH:
        spans = [there.span(at, len(sought.folded)) for at in _occurrences(sought.folded, there.folded)]
        gaps = _gaps(needle, sought.folds)
        return tuple(span for span in spans if _gaps(text[span.start : span.end], there.folds) == gaps)
    if whole := [there.span(at, len(sought.folded)) for at in _occurrences(sought.folded, there.folded)]:
        return tuple(whole)
    chain = _chain(list(_runs(sought.folded, there.folded)), min(len(sought.folded), len(there.folded)))
    return tuple(there.span(run.at, run.end - run.at) for run in _joined(chain))


class _Folds(dict[int, str | None]):
    """Cache of the folded form of each character, for `str.translate`."""

    def __missing__(self, code: int) -> str | None:
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        # None, rather than nothing, is what `str.translate` is fast with.
        self[code] = "".join(filter(str.isalnum, folded)) or None
        return self[code]


class _Letters:
    """Folded letters and digits of a text, with the way back to their positions.

    Attributes:
        folded: the letters, without case and accents.
        folds: what became of each character.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.folds = _Folds()
        pieces = [text[at : at + _CHUNK].translate(self.folds) for at in range(0, len(text), _CHUNK)]
        self._starts = list(accumulate(map(len, pieces), initial=0))
        self.folded = "".join(pieces)

    def span(self, at: int, length: int) -> Span:
        """Return the stretch of the text from which these letters were folded."""
        return Span(self._position(at), self._position(at + length - 1) + 1)

    def _position(self, index: int) -> int:
        """Return the position of the character from which a letter was folded."""
        chunk = bisect_right(self._starts, index) - 1
        position = chunk * _CHUNK
        seen = self._starts[chunk]
        while (seen := seen + len(self.folds[ord(self._text[position])] or "")) <= index:
            position += 1
        return position


@dataclass(frozen=True, slots=True)
class _Run:
    """Equal letters: `of` to `of_end` in the needle, `at` to `end` in the text."""

    of: int
    of_end: int
    at: int
    end: int

    def precedes(self, other: _Run) -> bool:
        """Return whether it ends before another one begins, in both texts."""
        return self.of_end <= other.of and self.end <= other.at

    def joins(self, other: _Run) -> bool:
        """Return whether the gap to the next run is about as long in both texts."""
        missing, between = other.of - self.of_end, other.at - self.end
        return between <= missing + _BRIDGE and missing <= _BRIDGE * 2


def _occurrences(needle: str, text: str, most: int = _PLACES) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = text.find(needle, at + len(needle))


def _gaps(text: str, folds: _Folds) -> set[int]:
    """Return numbers of letters before white space that does not cut a word at a line's end."""
    ends = list(accumulate(len(word.translate(folds)) for word in _CUT.sub("", text).split()))
    return set(ends[:-1]) - {0, ends[-1]}


def _runs(needle: str, text: str) -> Iterator[_Run]:
    """Yield the common runs around anchors at full length, once for each place in the text."""
    covered: dict[int, int] = {}
    found = 0
    for of in range(0, len(needle) - _ANCHOR + 1, _ANCHOR):
        for at in _occurrences(needle[of : of + _ANCHOR], text, _ANCHOR_PLACES):
            # On one diagonal lies what is the same run.
            if covered.get(at - of, 0) >= of + _ANCHOR:
                continue
            run = _extend(needle, text, of, at)
            covered[at - of] = run.of_end
            yield run
            found += 1
        if found >= _RUNS:
            return


def _extend(needle: str, text: str, of: int, at: int) -> _Run:
    before = _common(needle[:of][::-1], text[max(at - of, 0) : at][::-1])
    after = _common(needle[of:], text[at : at + len(needle) - of])
    return _Run(of - before, of + after, at - before, at + after)


def _common(one: str, other: str) -> int:
    """Return the length of the common prefix."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def _chain(runs: list[_Run], length: int) -> list[_Run]:
    """Return the longest run and those around it in the needle's order.

    Empty if they make less than a phrase and less than half of the shorter text, which has `length` letters.
    """
    room = length * _SPREAD + _ROOM
    chain: list[_Run] = []
    for run in sorted(runs, key=lambda run: run.at - run.end):
        near = not chain or abs(run.at - chain[0].at) <= room
        if near and all(run.precedes(other) or other.precedes(run) for other in chain):
            chain.append(run)
    if sum(run.end - run.at for run in chain) < min(_PHRASE_LENGTH, length // 2):
        return []
    return sorted(chain, key=lambda run: run.at)


def _joined(chain: list[_Run]) -> list[_Run]:
    joined: list[_Run] = []
    for run in chain:
        if joined and joined[-1].joins(run):
            first = joined.pop()
            joined.append(_Run(first.of, run.of_end, first.at, run.end))
        else:
            joined.append(run)
    return joined
