"""Styles and lists of Word documents: a paragraph's inherited outline level and numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.extraction.readers.word_lists import ListPlace, WordLists, read_whole_number
from findling.extraction.xml_parts import attribute, elements, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from findling.extraction.readers.word_parts import WordParts

TOP_LEVEL = 1
LAST_LEVEL = 6
"""Levels of headings; deeper ones count as the last."""

_BODY = 9
"""w:outlineLvl counts from 0, and 9 is body text (ISO/IEC 29500-1, 17.3.1.20)."""

# Word itself always stores the English name, whatever language it speaks; other programs store what they show.
_HEADINGS = """
    heading überschrift titre título titolo kop rubrik overskrift otsikko nagłówek nadpis címsor başlık заголовок
    antraštė virsraksts pealkiri naslov επικεφαλίδα כותרת عنوان 标题 標題 見出し 제목
"""
_HEADING = re.compile(rf"(?:{'|'.join(_HEADINGS.split())})\s*([1-9])?", re.IGNORECASE)
_TITLE = "title"
_CHAIN = 50
"""Styles based on each other that are followed."""

_PARAGRAPH_TYPES = ("paragraph", "")
_NO_LIST = "0"
"""The number of a list that takes a paragraph out of the one of its style (ISO/IEC 29500-1, 17.9.18)."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """Membership of a list.

    Attributes:
        number: of the list; "" if only the level is said, "0" for none.
        level: within it, from 0; None if not said.
    """

    number: str = ""
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    base: str
    outline: int | None
    numbering: Numbering


class WordStyles:
    """Styles of one document; what a style does not say it has from the one that it is based on.

    Attributes:
        lists: the definitions of its lists.
    """

    def __init__(self, parts: WordParts) -> None:
        """Read the parts of styles and of lists; raises as `xml_parts.elements` does."""
        self._styles: dict[str, _Style] = {}
        for part in parts.styles:
            for each in elements(parts.archive, part, "style"):
                if attribute(each, "type") in _PARAGRAPH_TYPES:
                    self._styles.setdefault(attribute(each, "styleId"), _read_style(each))
        self.lists = WordLists(parts)
        self._levels: dict[str, int] = {}
        self._inherited: dict[str, Numbering] = {}

    def outline_level(self, style: str) -> int:
        """Return the level of a heading in this style, 1 to 6; 0 if it is none."""
        if style not in self._levels:
            self._levels[style] = self._find_level(style)
        return self._levels[style]

    def find_list(self, style: str, own: Numbering) -> ListPlace | None:
        """Return the place of a paragraph in a list; None if it is in none.

        Args:
            style: of the paragraph, or "".
            own: as the paragraph itself says.
        """
        if style not in self._inherited:
            self._inherited[style] = self._inherit(style)
        inherited = self._inherited[style]
        number = own.number or inherited.number
        linked, level = self.lists.linked_to(style) or (None, inherited.level)
        scheme = self.lists.scheme_of(number) if number else linked
        if scheme is None or number == _NO_LIST:
            return None
        return self.lists.place(scheme, number, own.level if own.level is not None else level or 0)

    def _find_level(self, style: str) -> int:
        if style not in self._styles:
            return level_of_name(style, TOP_LEVEL)
        named = 0
        for each in self._ancestry(style):
            if each.name.casefold() == _TITLE:
                return TOP_LEVEL
            if each.outline is not None:
                return heading_level(each.outline)
            named = named or level_of_name(each.name)
        return named or level_of_name(self._styles[style].name, TOP_LEVEL)

    def _inherit(self, style: str) -> Numbering:
        number, level = "", None
        for each in self._ancestry(style):
            number = number or each.numbering.number
            level = level if level is not None else each.numbering.level
        return Numbering(number, level)

    def _ancestry(self, style: str) -> Iterator[_Style]:
        """Yield a style and those it is based on, perhaps in circles (ISO/IEC 29500-1, 17.7.4.3)."""
        for _ in range(_CHAIN):
            if style not in self._styles:
                return
            yield self._styles[style]
            style = self._styles[style].base


def heading_level(outline: int) -> int:
    """Return the level of a heading for a value of w:outlineLvl; 0 for body text."""
    return 0 if outline >= _BODY else min(outline + 1, LAST_LEVEL)


def level_of_name(name: str, without_number: int = 0) -> int:
    """Return a heading's level by its style's name, if nothing else says it; 0 for none."""
    found = _HEADING.fullmatch(name.strip())
    if found is None:
        return TOP_LEVEL if name.casefold() == _TITLE else 0
    return min(int(found[1]), LAST_LEVEL) if found[1] else without_number


def _read_style(element: etree._Element) -> _Style:
    """Read a style in one pass over what it holds."""
    values: dict[str, str] = {}
    for each in element:
        name = local(each)
        if name in ("name", "basedOn"):
            values[name] = attribute(each, "val")
        elif name == "pPr":
            own = (*each.iterchildren("{*}outlineLvl"), *each.iterfind("{*}numPr/{*}*"))
            values.update((local(inner), attribute(inner, "val")) for inner in own)
    numbering = Numbering(values.get("numId", ""), read_whole_number(values.get("ilvl", "")))
    outline = read_whole_number(values.get("outlineLvl", ""))
    return _Style(values.get("name", ""), values.get("basedOn", ""), outline, numbering)
