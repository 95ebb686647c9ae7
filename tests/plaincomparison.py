"""Comparison of two texts in plain Python: what compiled code and arrays do in the package, to be held to."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, LCSseq

from findling.domain.comparisons import DiffCategory, DiffCounts
from findling.duplicates.diff_kinds import Differences
from findling.duplicates.word_categories import categorise, is_label

Hashes = NDArray[np.int64]

# Scripts without spaces between words are compared sign by sign. A figure keeps its point, its sign and its unit:
# 1.5 and 15, -5 and 5, € and $ are different things. A list's dash is followed by a space and so is no sign.
# Marks belong to the letter before them: accents written apart, vowel signs of Arabic, Hebrew and the Indic scripts.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
)
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(
    rf"[^\W\d_{_UNSPACED}][\w{_MARKS}]*(?:['’][\w{_MARKS}]+)*"
    rf"|[{_UNSPACED}]"
    r"|(?<!\S)[-−+](?=\d)\d\w*(?:[.,:/\-–]\d\w*)*"
    r"|\d\w*(?:[.,:/\-–]\d\w*)*"
    r"|[%‰€$£¥<>=≤≥≠±]"
)
_ALIKE = str.maketrans({"’": "'", "−": "-", "–": "-"})

_WIDTHS = (6, 3)
"""Words in an anchor: first what can hardly be chance, then, between such anchors, what is likely none."""

_WORD = 1 << 64
_STEP = np.int64(6364136223846793005)
_LARGEST_GAP = 4_000_000
_UNLIKE = 0.5
_SHORTEST_CHANCE = 3
_SHORTEST_MOVE = 8


_SHORTEST_IDENTIFIER = 3
# Where every noun is written large, or every word of a heading, a capital says nothing of names.
_CAPITALS_MEAN_NAMES = 0.25
_LIKE_ENOUGH = 0.72
_SHORTEST_MISPRINT = 4


@dataclass(frozen=True)
class PlainWords:
    """Words of a text, as they stand and as they are compared."""

    written: tuple[str, ...]
    folded: tuple[str, ...]

    @property
    def hashes(self) -> Hashes:
        return np.fromiter(map(hash, self.folded), np.int64, len(self.folded))


def split_plainly(text: str) -> PlainWords:
    """Split a text into words."""
    written = tuple(_TOKEN.findall(text))
    # All at once, for most words need no more than that.
    folded = "\n".join(written).lower().split("\n") if written else []
    if not text.isascii():
        folded = [low if low.isascii() else _fold(word) for word, low in zip(written, folded, strict=True)]
    return PlainWords(written, tuple(folded))


def find_plain_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of each word."""
    return [match.span() for match in _TOKEN.finditer(text)]


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", word).translate(_ALIKE).casefold()


@dataclass(frozen=True, slots=True, order=True)
class MatchRun:
    """`length` equal words, from `first` on in one text and from `second` on in the other."""

    first: int
    second: int
    length: int

    @property
    def first_end(self) -> int:
        """End in the first text: one past the last word."""
        return self.first + self.length

    @property
    def second_end(self) -> int:
        """End in the second text: one past the last word."""
        return self.second + self.length


@dataclass(frozen=True, slots=True)
class Gap:
    """Half-open ranges of words between two runs; one of them may be empty."""

    first: int
    first_end: int
    second: int
    second_end: int

    @property
    def size(self) -> int:
        """Pairs of words."""
        return (self.first_end - self.first) * (self.second_end - self.second)

    def __bool__(self) -> bool:
        return self.first < self.first_end or self.second < self.second_end


@dataclass(frozen=True, slots=True)
class PlainAlignment:
    """The common words of two texts: runs in order, and runs that moved."""

    kept: tuple[MatchRun, ...]
    moved: tuple[MatchRun, ...]
    first_length: int
    second_length: int

    def gaps(self) -> Iterator[Gap]:
        """Return the gaps between the kept runs, moved words included."""
        return filter(None, _gaps_around(self.kept, Gap(0, self.first_length, 0, self.second_length)))


def hash_shingles_plainly(codes: Sequence[int]) -> list[int]:
    """Hash each run of four words by their CRC-32."""
    steps = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
    width = min(len(steps), len(codes))
    hashes = []
    for start in range(len(codes) - width + 1 if width else 0):
        total = 0
        for code, step in zip(codes[start : start + width], steps, strict=False):
            total = (total + _mix(code + step)) * steps[0] % _WORD
        hashes.append(_mix(total))
    return hashes


def _mix(value: int) -> int:
    value = (value % _WORD ^ (value % _WORD >> 30)) * 0xBF58476D1CE4E5B9 % _WORD
    value = (value ^ (value >> 27)) * 0x94D049BB133111EB % _WORD
    return value ^ (value >> 31)


def align_plainly(a: Hashes, b: Hashes) -> PlainAlignment:
    """Find the words that two texts have in common."""
    kept, elsewhere = _match(a, b, Gap(0, len(a), 0, len(b)), _WIDTHS)
    return PlainAlignment(tuple(kept), tuple(_choose_moves(elsewhere, kept, len(a), len(b))), len(a), len(b))


def _match(a: Hashes, b: Hashes, gap: Gap, widths: tuple[int, ...]) -> tuple[list[MatchRun], list[MatchRun]]:
    """Return the runs of a gap that keep their order, and those that do not."""
    if not gap.size:
        return [], []
    if not widths or min(gap.first_end - gap.first, gap.second_end - gap.second) < _SHORTEST_MOVE:
        # In so few words nothing can have moved, and looking for anchors costs more than the comparison.
        return (_match_words(a, b, gap) if gap.size <= _LARGEST_GAP else []), []
    backbone, elsewhere = _choose_backbone(_find_anchors(a, b, gap, widths[0]))
    kept = []
    for number, between in enumerate(_gaps_around(backbone, gap)):
        inside, outside = _match(a, b, between, widths[1:])
        kept += inside
        elsewhere += outside
        kept += backbone[number : number + 1]
    return kept, elsewhere


def _find_anchors(a: Hashes, b: Hashes, gap: Gap, width: int) -> list[MatchRun]:
    """Find runs of words made of shingles that occur once on each side."""
    if min(gap.first_end - gap.first, gap.second_end - gap.second) < width:
        return []
    first, second = _shingles(a[gap.first : gap.first_end], width), _shingles(b[gap.second : gap.second_end], width)
    places, others = _once_in_both(first, second)
    if not len(places):
        return []
    # One run goes on while both sides step on by the same number of words, and by no more than a shingle covers.
    breaks = np.flatnonzero((np.diff(others - places) != 0) | (np.diff(places) > width)) + 1
    starts, ends = np.concatenate([[0], breaks]), np.concatenate([breaks, [len(places)]]) - 1
    lengths = places[ends] - places[starts] + width
    return [
        MatchRun(int(i) + gap.first, int(j) + gap.second, int(length))
        for i, j, length in zip(places[starts], others[starts], lengths, strict=True)
    ]


def _shingles(ids: Hashes, width: int) -> Hashes:
    """Hash each run of `width` words; collisions show when words are compared."""
    count = len(ids) - width + 1
    total = ids[:count].copy()
    for place in range(1, width):
        total *= _STEP
        total += ids[place : place + count]
    return total


def _once_in_both(first: Hashes, second: Hashes) -> tuple[Hashes, Hashes]:
    """Return the positions of values that occur once on each side, ascending in the first."""
    values, places = _once(first)
    others, other_places = _once(second)
    if not len(others):
        return others, others
    at = np.minimum(np.searchsorted(others, values), len(others) - 1)
    both = others[at] == values
    found, counterparts = places[both], other_places[at[both]]
    order = np.argsort(found)
    return found[order], counterparts[order]


def _once(values: Hashes) -> tuple[Hashes, Hashes]:
    """Return the values that occur once, ascending, and their positions."""
    order = np.argsort(values)
    ascending = values[order]
    borders = np.ones(len(values) + 1, bool)
    np.not_equal(ascending[1:], ascending[:-1], out=borders[1:-1])
    single = borders[1:] & borders[:-1]
    return ascending[single], order[single]


def _choose_backbone(runs: list[MatchRun]) -> tuple[list[MatchRun], list[MatchRun]]:
    """Choose runs that keep their order, longest first; return the others too."""
    backbone: list[MatchRun] = []
    elsewhere = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        number = bisect_left(backbone, run)
        before = backbone[number - 1] if number else MatchRun(0, 0, 0)
        after = backbone[number] if number < len(backbone) else None
        fitted = _trim(run, before, after)
        if fitted:
            insort(backbone, fitted)
        else:
            elsewhere.append(run)
    return backbone, elsewhere


def _trim(run: MatchRun, before: MatchRun, after: MatchRun | None) -> MatchRun | None:
    """Cut a run to what lies between two others in both texts, if anything does."""
    skip = max(before.first_end - run.first, before.second_end - run.second, 0)
    over = max(run.first_end - after.first, run.second_end - after.second, 0) if after else 0
    left = run.length - skip - over
    return MatchRun(run.first + skip, run.second + skip, left) if left > 0 else None


def _gaps_around(runs: Sequence[MatchRun], whole: Gap) -> Iterator[Gap]:
    """Yield the gaps before, between and after runs, empty ones too."""
    first, second = whole.first, whole.second
    for run in runs:
        yield Gap(first, run.first, second, run.second)
        first, second = run.first_end, run.second_end
    yield Gap(first, whole.first_end, second, whole.second_end)


def _match_words(a: Hashes, b: Hashes, gap: Gap) -> list[MatchRun]:
    """Match by the longest common subsequence; where it is thin, without short runs."""
    left, right = a[gap.first : gap.first_end].tolist(), b[gap.second : gap.second_end].tolist()
    found = [
        MatchRun(op.src_start + gap.first, op.dest_start + gap.second, op.src_end - op.src_start)
        for op in LCSseq.opcodes(left, right)
        if op.tag == "equal"
    ]
    if 2 * sum(run.length for run in found) < _UNLIKE * (len(left) + len(right)):
        return [run for run in found if run.length >= _SHORTEST_CHANCE]
    return found


def _choose_moves(
    runs: list[MatchRun], kept: Sequence[MatchRun], first_length: int, second_length: int
) -> list[MatchRun]:
    """Choose runs out of order that are long and do not overlap others, longest first."""
    first_free, second_free = np.ones(first_length, bool), np.ones(second_length, bool)
    for run in kept:
        first_free[run.first : run.first_end] = second_free[run.second : run.second_end] = False
    moves = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        free = first_free[run.first : run.first_end] & second_free[run.second : run.second_end]
        length = int(np.argmin(free)) if not free.all() else run.length
        if length >= _SHORTEST_MOVE:
            moves.append(MatchRun(run.first, run.second, length))
            first_free[run.first : run.first + length] = second_free[run.second : run.second + length] = False
    return sorted(moves)


class _Classifier:
    def __init__(self, first: PlainWords, second: PlainWords) -> None:
        capitals = sum(word[0].isupper() for each in (first, second) for word in each.written)
        few = capitals <= _CAPITALS_MEAN_NAMES * (len(first.folded) + len(second.folded))
        self._small = {word for each in (first, second) for word in each.written if word[0].islower()}
        self._names_count = few and bool(self._small)

    def classify(self, words: PlainWords, place: int) -> DiffCategory:
        category = categorise(words.written[place], words.folded[place])
        if category is not DiffCategory.NAME:
            return category
        is_name = self._names_count and words.folded[place] not in self._small
        return DiffCategory.NAME if is_name else DiffCategory.WORDS


def find_plain_differences(first: PlainWords, second: PlainWords, alignment: PlainAlignment) -> Differences:
    """Count what differs between two aligned texts."""
    classifier = _Classifier(first, second)
    first_left, second_left = _find_unmatched(alignment)
    total: Counter[DiffCategory] = Counter()
    lost = 0
    swapped = swapped_telling = identifiers = misprints = 0
    for gap in alignment.gaps():
        left = [place for place in range(gap.first, gap.first_end) if first_left[place]]
        right = [place for place in range(gap.second, gap.second_end) if second_left[place]]
        if not left and not right:
            continue
        here, there = (
            Counter([classifier.classify(tokens, place) for place in places])
            for tokens, places in ((first, left), (second, right))
        )
        # What stands in another's place is one change, not two.
        total += here | there
        lost += sum(side[about] for side in (here, there) for about in (DiffCategory.NUMBER, DiffCategory.DATE))
        if left and right:
            alike = _count_misprints([first.folded[i] for i in left], [second.folded[i] for i in right])
            misprints += alike
            swapped += len(left) + len(right) - 2 * alike
            swapped_telling += _count_swapped(here, there)
            identifiers += _has_identifier(first, left) and _has_identifier(second, right)
    figures = sum(not word[0].isalpha() for each in (first, second) for word in each.folded)
    changes = DiffCounts(
        numbers=total[DiffCategory.NUMBER],
        dates=total[DiffCategory.DATE],
        names=total[DiffCategory.NAME],
        negations=total[DiffCategory.NEGATION],
        words=total.total(),
    )
    return Differences(changes, swapped, swapped_telling, identifiers, misprints, figures, max(figures - lost, 0))


def _count_swapped(here: Counter[DiffCategory], there: Counter[DiffCategory]) -> int:
    """Count figures and names of a swap, where both sides have some."""
    about = (DiffCategory.NUMBER, DiffCategory.DATE, DiffCategory.NAME)
    left, right = (sum(side[each] for each in about) for side in (here, there))
    return left + right if left and right else 0


def _has_identifier(tokens: PlainWords, places: Sequence[int]) -> bool:
    """Tell whether unmatched words hold a number with a label at most two words before."""
    words = tokens.folded
    return any(
        words[place][0].isdigit()
        and len(words[place]) >= _SHORTEST_IDENTIFIER
        and any(map(is_label, words[max(place - 2, 0) : place]))
        for place in places
    )


def _find_unmatched(alignment: PlainAlignment) -> tuple[list[bool], list[bool]]:
    """Mark the words of each text that are in no run, moved ones included."""
    first, second = np.ones(alignment.first_length, bool), np.ones(alignment.second_length, bool)
    for run in (*alignment.kept, *alignment.moved):
        first[run.first : run.first_end] = second[run.second : run.second_end] = False
    return first.tolist(), second.tolist()


def _count_misprints(left: Sequence[str], right: Sequence[str]) -> int:
    """Count words on both sides that are the same but for a letter or two, in order."""
    if len(left) * len(right) > 10_000:
        return 0
    return sum(1 for _ in _misprints(left, right))


def _misprints(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of positions, ascending on both sides, each with the nearest that is left."""
    start = 0
    for i, word in enumerate(left):
        if len(word) < _SHORTEST_MISPRINT or not word[0].isalpha():
            continue
        for j in range(start, len(right)):
            if Indel.normalized_similarity(word, right[j], score_cutoff=_LIKE_ENOUGH) and right[j][0].isalpha():
                yield i, j
                start = j + 1
                break


def find_sharing_plainly(
    values: Sequence[int], sketches: Sequence[Sequence[int]], most: int, telling: int, least: int, part: float
) -> dict[int, tuple[int, int, int, float, float]]:
    """Return of each document that may share enough: shared, telling, untold shingles, their weight, and comparable."""
    owners = {value: [place for place, sketch in enumerate(sketches) if value in sketch] for value in values}
    cut = [value for value in values if len(owners[value]) > most]
    found = {}
    for place, sketch in enumerate(sketches):
        told = [value for value in values if place in owners[value][:most]]
        if not told or len(told) + len(cut) < least:
            continue
        own = sum(value <= sketch[-1] for value in values)
        comparable = float(max(min(own, round(len(sketch) * min(values[-1] / max(sketch[-1], 1), 1.0))), 1))
        if len(told) + len(cut) < part * comparable:
            continue
        frequencies = [len(owners[value]) for value in told]
        found[place] = (
            len(told),
            sum(frequency <= telling for frequency in frequencies),
            sum(frequency <= most for frequency in frequencies),
            sum(1 / frequency for frequency in frequencies),
            comparable,
        )
    return found
