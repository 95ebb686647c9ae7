"""Layout analysis of PDF pages: running heads, paragraphs, headings by type size."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MARK = "\ufffe"
"""PDFium's mark for a hyphen that ends a line."""

HYPHENS = ("-", "‐", "\xad")
_CUT = re.compile(rf"([\w'’]+)(?:{MARK}|[-‐\xad]\n){MARK}*([\w'’]+)")
_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_WHOLE_LENGTH = 3
_VOCABULARY_LENGTH = 2_000_000
"""Characters of a text whose words say how others are spelled."""

_SAME_LINE = 0.8
"""Shares of the type's height: two baselines nearer than this are one line, ..."""
_NEXT_LINE = 1.9
"""... a baseline further below than this begins a paragraph, ..."""
_INDENT = 0.8
"""... a left edge further in than this is an indent, ..."""
_WORD_SPACE = 0.12
"""... and a gap wider than this parts two words."""
_SIZE_TOLERANCE = 0.12
_LOOSER_PITCH = 1.25
"""A step down that is this much larger than the paragraph's own begins another paragraph."""

_COLUMN_INDENT = 4
"""Lines of one column begin within this many heights of each other."""
_AROUND = 5
"""Lines before and after that determine the width of a column."""

_HEADING_RATIO = 1.2
_HEADING_LENGTH = 160
_HEADING_SHARE = 0.2
"""Share of the text in large type above which size marks no headings (slides, posters)."""
_HEADING_LEVELS = 4

_LEADERS = re.compile(r"(?:[ \t]?[.·_]){5,}[ \t]*")
"""Dots that lead from a title to its page number, or a line to write on."""

_Box = tuple[float, float, float, float]

_MARGIN = 0.15
"""The outer share of a page's height in which heads and feet stand."""
_LINES = 2
_FEWEST_PAGES = 3
_NEIGHBOURS = 4
"""A chapter's head is looked for on this many pages before and after."""
_SHARE = 0.4
"""Share of pages, less than half: left and right ones may have heads of their own, and a chapter's first none."""

_NUMBER = re.compile(r"\d{1,4}")
_ROMAN = re.compile(r"[ivxlcdm]{1,7}", re.IGNORECASE)


class Hyphens:
    """Words of a document, given its lines in order, by which hyphens at line ends are resolved."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set()
        is_cut = False
        for text in texts:
            words = _WORD.findall(_CUT.sub(" ", text).lower())
            continued, is_cut = is_cut, text.endswith(HYPHENS)
            self._words.update(words[int(continued) : len(words) - int(is_cut)])

    def join(self, text: str) -> str:
        """Replace every mark, and every hyphen before a line break, by a hyphen or by nothing."""
        if MARK not in text and "\n" not in text:
            return text
        return _CUT.sub(lambda cut: self._spell(cut[1], cut[2]), text).replace(MARK, "")

    def _spell(self, left: str, right: str) -> str:
        joined, compound = left + right, f"{left}-{right}"
        if joined.lower() in self._words:
            return joined
        halves = left.lower() in self._words and right.lower() in self._words
        if compound.lower() in self._words or (halves and min(len(left), len(right)) >= _WHOLE_LENGTH):
            return compound
        return compound if right[0].isupper() or right[0].isdigit() else joined


def join_cut_words(text: str) -> str:
    """Join the words of a text of lines that are cut by a hyphen at a line's end."""
    if not any(f"{hyphen}\n" in text for hyphen in HYPHENS):
        return text
    return Hyphens(text[:_VOCABULARY_LENGTH].split("\n")).join(text)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text with its position, in points from the page's lower left corner.

    Attributes:
        left, right: where it begins and ends.
        baseline: the lower edge of its first character, and `end_baseline` of its last: a line that PDFium has joined
            with the next at a hyphen ends lower than it begins.
        height: of its type.
        edge: how far down the page it stands, 0 at the top to 1 at the bottom.
    """

    text: str
    left: float
    right: float
    baseline: float
    end_baseline: float
    height: float
    edge: float

    @classmethod
    def between(cls, text: str, first: _Box, last: _Box, page_height: float) -> TextLine:
        """Return the line from one character's box (left, bottom, right, top) to another's."""
        height = max(first[3] - first[1], last[3] - last[1])
        edge = 1 - first[1] / page_height if page_height > 0 else 0.0
        return cls(text, min(first[0], last[0]), max(first[2], last[2]), first[1], last[1], height, edge)

    @property
    def first_word_width(self) -> float:
        """Estimated width of its first word, with a space before it."""
        first_word = self.text.split(None, 1)[0]
        return (self.right - self.left) * (len(first_word) + 1) / len(self.text)


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[TextLine] = field(default_factory=list)
    text: str = ""

    @property
    def height(self) -> float:
        """Height of its type: that of its first line."""
        return self.lines[0].height


class _Join(Enum):
    """Join of a line with the one before it; the value is the separator."""

    GLUED = ""
    SPACED = " "
    LINE = "\n"
    APART = "\n\n"


def find_paragraphs(lines: Sequence[TextLine], hyphens: Hyphens) -> Iterator[Paragraph]:
    """Re-flow the lines of one page, in the order in which they are read."""
    paragraph = Paragraph()
    for index, line in enumerate(lines):
        column = _column_end(lines[max(index - _AROUND, 0) : index + _AROUND], line)
        join = _join(paragraph.lines, line, column) if paragraph.lines else _Join.GLUED
        if join is _Join.APART:
            yield _closed(paragraph, hyphens)
            paragraph = Paragraph()
            join = _Join.GLUED
        if join is _Join.SPACED and paragraph.text.endswith(HYPHENS):
            join = _Join.LINE  # where `hyphens` finds it
        paragraph.text += join.value + line.text
        paragraph.lines.append(line)
    if paragraph.lines:
        yield _closed(paragraph, hyphens)


def _closed(paragraph: Paragraph, hyphens: Hyphens) -> Paragraph:
    return Paragraph(paragraph.lines, _LEADERS.sub(" … ", hyphens.join(paragraph.text)))


def _column_end(around: Sequence[TextLine], line: TextLine) -> float:
    """Return the right edge of a line's column: of the lines around with its left edge and type."""
    height = line.height or 1.0
    return max(
        other.right
        for other in around
        if abs(other.left - line.left) <= _COLUMN_INDENT * height
        and abs(other.height - line.height) <= _SIZE_TOLERANCE * height
    )


def _join(before: list[TextLine], line: TextLine, column: float) -> _Join:
    last = before[-1]
    height = max(last.height, line.height) or 1.0
    step = last.end_baseline - line.baseline
    if abs(step) < _SAME_LINE * height and line.left > last.right - height:
        return _Join.GLUED if line.left - last.right < _WORD_SPACE * height else _Join.SPACED
    if abs(last.height - line.height) > _SIZE_TOLERANCE * height:
        return _Join.APART
    if step < 0:
        return _Join.APART if _is_ended(last, line, column) else _Join.SPACED
    if step > _NEXT_LINE * height or step > _pitch(before, step) * _LOOSER_PITCH:
        return _Join.APART
    return _join_below(before, line, height, column)


def _join_below(before: list[TextLine], line: TextLine, height: float, column: float) -> _Join:
    """Return the join with a line directly below, in the same type."""
    last = before[-1]
    indent = line.left - last.left
    ended = _is_ended(last, line, column)
    if indent > _INDENT * height and (ended or len(before) > 1):
        return _Join.APART
    if indent < -_INDENT * height and len(before) > 1:
        return _Join.APART
    return _Join.LINE if ended else _Join.SPACED


def _pitch(before: list[TextLine], default: float) -> float:
    """Return the step from line to line in a paragraph of two lines or more."""
    if len(before) < 2:
        return default
    return before[-2].end_baseline - before[-1].baseline or default


def _is_ended(last: TextLine, line: TextLine, column: float) -> bool:
    """Return whether a line was ended on purpose: the next word would have fitted into it."""
    return last.right + line.first_word_width < column


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Type sizes of a document's headings, from the largest down."""

    heading_sizes: tuple[int, ...]

    def heading_level(self, paragraph: Paragraph) -> int:
        """Return the level of a paragraph that is set as a heading, from 1; else 0."""
        size = _rounded(paragraph.height)
        text = paragraph.text
        if size not in self.heading_sizes or len(text) > _HEADING_LENGTH or not any(map(str.isalpha, text)):
            return 0
        return min(self.heading_sizes.index(size) + 1, _HEADING_LEVELS)


def measure_type(pages: Sequence[Sequence[TextLine]]) -> TypeScale:
    """Return the sizes larger than the body's, unless too much of the text is set in them."""
    sizes: Counter[int] = Counter()
    for page in pages:
        for line in page:
            sizes[_rounded(line.height)] += len(line.text)
    if not sizes:
        return TypeScale(())
    body = sizes.most_common(1)[0][0]
    large = sorted((size for size in sizes if size >= body * _HEADING_RATIO), reverse=True)
    if sum(sizes[size] for size in large) > _HEADING_SHARE * sizes.total():
        return TypeScale(())
    return TypeScale(tuple(large))


def _rounded(height: float) -> int:
    return round(height)


def drop_margins(pages: Sequence[Sequence[TextLine]]) -> list[list[TextLine]]:
    """Drop the lines that repeat at pages' edges, except the first time one says something."""
    forms = [_edge_forms(page) for page in pages]
    if len(pages) < _FEWEST_PAGES:
        return [list(page) for page in pages]
    seen: set[str] = set()
    kept = []
    for number, page in enumerate(pages):
        around = forms[max(number - _NEIGHBOURS, 0) : number + _NEIGHBOURS + 1]
        counts = Counter(form for page_forms in around for form in set(page_forms.values()))
        needed = max(_FEWEST_PAGES, _SHARE * len(around))
        running = {index for index, form in forms[number].items() if counts[form] >= needed}
        kept.append([line for index, line in enumerate(page) if index not in running or _is_new(line.text, seen)])
    return kept


def _is_new(text: str, seen: set[str]) -> bool:
    """Return whether a running line has words that are not among those `seen`, and add them."""
    words = _NUMBER.sub("", text).strip()
    if not any(map(str.isalpha, words)) or _ROMAN.fullmatch(words) or words in seen:
        return False
    seen.add(words)
    return True


def _edge_forms(page: Sequence[TextLine]) -> dict[int, str]:
    """Map the outermost lines at a page's top and foot, by index, to a form without numbers."""
    order = sorted(range(len(page)), key=lambda index: page[index].edge)
    top = [index for index in order[:_LINES] if page[index].edge < _MARGIN]
    foot = [index for index in order[-_LINES:] if page[index].edge > 1 - _MARGIN]
    return {index: f"{'foot' if index in foot else 'top'} {_form(page[index].text)}" for index in (*top, *foot)}


def _form(text: str) -> str:
    return "#" if _ROMAN.fullmatch(text) else _NUMBER.sub("#", " ".join(text.lower().split()))
