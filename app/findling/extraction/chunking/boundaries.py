"""Places at which a document can be cut, graded from tokens to sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.files import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from findling.domain.files import Block

DIVIDING_LEVEL = 2
"""No passage goes on across a heading of this level or above it."""

_LINE_END = re.compile(r"\n\s*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NOT_PROSE = (BlockKind.CODE, BlockKind.ROW)

# Quantifiers are possessive and a run of marks is entered only at its first, so that a million dots take linear time.
_SPACED_END = re.compile(
    r"""(?<![.!?…؟۔।॥።։။])
        (?P<marks>[.!?…؟۔।॥።։။]++)
        []"'”’»)}*_]*+
        \s++
        (?=\S)""",
    re.VERBOSE,
)
_WIDE_END = re.compile(r"(?<![。！？｡])[。！？｡]++[」』）】〉》”’）\s]*+(?=\S)")

_LAST_WORD = re.compile(r"[^\s()\[\]{}\"'“”‘’«»/—–-]+\Z")
_LONGEST_ABBREVIATION = 8
_SHORTEST_LONG_WORD = 5
_INITIALS = re.compile(r"[^\W\d_]{1,2}(\.[^\W\d_]{1,2})+|[^\W\d_]")
_TITLE = re.compile(
    r"""adm|capt|cf|col|dipl|dr|fr|gen|gov|hon|hr|ing|lt|maj|messrs|mlle|mme|mr|mrs|ms|mt|prof|rep|rev|sen|sgt|sr|sra|
        st|ste|vgl|viz|vs""",
    re.VERBOSE,
)
_NUMBERED = re.compile(
    r"""abb|abs|art|ca|ch|chap|eq|eqs|ex|figs?|nos?|nr|op|p|par|pp|pt|refs?|sect?|tab|vols?|
        jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec""",
    re.VERBOSE,
)


class Border(IntEnum):
    """Strength of the place before a token; a passage ends at the strongest within reach."""

    NONE = 0
    TOKEN = 1
    WORD = 2
    LINE = 3
    SENTENCE = 4
    PARAGRAPH = 5
    SECTION = 6
    WALL = 7


@dataclass(frozen=True, slots=True)
class Borders:
    """Places at which a text of n tokens can be cut.

    Attributes:
        places: int32, shape (n + 1,), ascending: token i with the white space after it is
            `text[places[i]:places[i + 1]]`; the first is 0, the last is the text's length.
        strengths: uint8, shape (n + 1,): the `Border` at each place; the first and the last are walls.
    """

    places: NDArray[np.int32]
    strengths: NDArray[np.uint8]

    def raise_to(self, border: Border, offsets: Iterable[int]) -> None:
        """Make the place of the first token at or after each offset at least `border`."""
        found = np.searchsorted(self.places, np.fromiter(offsets, np.int32))
        found = found[self.strengths[found] != Border.NONE]
        self.strengths[found] = np.maximum(self.strengths[found], border)


def find_borders(text: str, blocks: Sequence[Block], spans: NDArray[np.int32]) -> Borders:
    """Grade every place between two tokens of `text`, in time linear in its length.

    Args:
        text: a document's canonical text.
        blocks: its blocks, in order; at least one.
        spans: int32, shape (n, 2), n > 0: where its tokens lie.
    """
    places = np.append(spans[:, 0], np.int32(len(text)))
    strengths = np.full(len(places), Border.WALL, np.uint8)
    gaps = spans[1:, 0] - spans[:-1, 1]
    # Several tokens may stand for one character, which is not to be cut.
    strengths[1:-1] = np.select([gaps < 0, gaps == 0], [Border.NONE, Border.TOKEN], Border.WORD)
    borders = Borders(places, strengths)
    borders.raise_to(Border.LINE, (end.end() for end in _LINE_END.finditer(text)))
    borders.raise_to(Border.SENTENCE, _keep_prose(find_sentences(text), blocks))
    borders.raise_to(Border.PARAGRAPH, (end.end() for end in _BLANK_LINE.finditer(text)))
    _grade_blocks(borders, blocks)
    places[0] = 0
    strengths[0] = Border.WALL
    return borders


def _keep_prose(offsets: Iterable[int], blocks: Sequence[Block]) -> Iterable[int]:
    """Drop the offsets in code or in a table, where a full stop ends no sentence."""
    places = np.fromiter(offsets, np.int32)
    starts = np.fromiter((block.start for block in blocks), np.int32, len(blocks))
    is_prose = np.fromiter((block.kind not in _NOT_PROSE for block in blocks), np.bool_, len(blocks))
    kept: NDArray[np.int32] = places[is_prose[np.searchsorted(starts, places, side="right") - 1]]
    return kept


def _grade_blocks(borders: Borders, blocks: Sequence[Block]) -> None:
    """Set the places at which blocks begin, whatever was found there before."""
    starts = np.fromiter((block.start for block in blocks), np.int32, len(blocks))
    grades = np.fromiter(_grade(blocks), np.uint8, len(blocks))
    found = np.searchsorted(borders.places, starts)
    within = found < len(borders.places) - 1
    borders.strengths[found[within]] = grades[within]
    # A block may begin with characters of which the tokenizer makes nothing.
    borders.places[found[within]] = starts[within]
    borders.raise_to(Border.WALL, starts[grades == Border.WALL])


def _grade(blocks: Sequence[Block]) -> Iterator[Border]:
    """Yield how strong the border before each block is."""
    above = 0
    follows_heading = False
    for block in blocks:
        if block.breaks:
            above, follows_heading = 0, False
        yield _grade_one(block, above, follows_heading)
        follows_heading = block.kind is BlockKind.HEADING
        above = block.level if follows_heading else above


def _grade_one(block: Block, above: int, follows_heading: bool) -> Border:
    """Grade one block by the level of the heading above it, and whether that is right before."""
    if block.breaks:
        return Border.WALL
    is_heading = block.kind is BlockKind.HEADING
    if follows_heading and (not is_heading or block.level > above):
        return Border.LINE  # a heading stays with what it announces
    if not is_heading:
        return Border.PARAGRAPH
    return Border.WALL if block.level <= DIVIDING_LEVEL or block.level < above else Border.SECTION


def find_sentences(text: str) -> Iterator[int]:
    """Yield the offsets at which sentences begin: after marks with white space, or wide marks.

    Titles, initials, "e.g.", "Fig. 3", "3.14", "example.org" and the number of a list's item end none; a lower-case
    letter begins none, unless a full stop stands apart or behind a long word, as in texts without capitals. A wrong
    answer costs little here: the place is one among several.
    """
    for end in _SPACED_END.finditer(text):
        if _is_end(text, end):
            yield end.end()
    for end in _WIDE_END.finditer(text):
        yield end.end()


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Return whether a mark before white space ends a sentence."""
    stop, following = end.start(), text[end.end()]
    if end["marks"] != ".":
        return not following.islower()
    found = _LAST_WORD.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop)
    if found is None:
        return True
    word = found[0].lower()
    if following.islower():
        return len(word) >= _SHORTEST_LONG_WORD and word.isalpha()
    if word.isdigit():
        return found.start() > 0 and text[found.start() - 1] != "\n"
    is_numbered = following.isdigit() and _NUMBERED.fullmatch(word)
    return not (is_numbered or _INITIALS.fullmatch(word) or _TITLE.fullmatch(word))
