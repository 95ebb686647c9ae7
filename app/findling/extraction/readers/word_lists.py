"""Lists of Word documents: how their levels count, and the number shown with a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.extraction.xml_parts import attribute, elements, local

if TYPE_CHECKING:
    from lxml import etree

    from findling.extraction.readers.word_parts import WordParts

_BULLET = "bullet"
_DIGITS = 10
_PLACEHOLDER = re.compile("%([1-9])")
_WORD_SIGN = re.compile(r"[^\W_]|[§¶]")
_ALPHABET = 26
_LONGEST = 30
"""Letters of a number written in letters; Word repeats the letter, and nobody counts so far."""
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3_999
_TEENS = range(11, 14)


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Place of a paragraph in a list.

    Attributes:
        scheme: what the list counts by; lists of one scheme go on counting where the other stopped.
        number: of the list; "" where the style alone says it.
        depth: its level, from 0.
        is_counted: it has a number, not a bullet.
    """

    scheme: str
    number: str
    depth: int
    is_counted: bool


@dataclass(frozen=True, slots=True)
class _Level:
    """Level of a scheme (ISO/IEC 29500-1, 17.9.6).

    Attributes:
        start: the first number; 0 where none is said (17.9.25).
        restart: it begins anew after a level above this one, counted from 0; None for any level above its own.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 0
    is_legal: bool = False
    restart: int | None = None

    @property
    def has_words(self) -> bool:
        """True if letters, or the sign of a section, stand beside the figures."""
        return _WORD_SIGN.search(_PLACEHOLDER.sub("", self.text)) is not None


class WordLists:
    """Definitions of the lists of one document."""

    def __init__(self, parts: WordParts) -> None:
        """Read them; raises as `xml_parts.elements` does."""
        self._schemes: dict[str, dict[int, _Level]] = {}
        self._used: dict[str, str] = {}
        self._defining: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._changed: dict[tuple[str, int], _Level] = {}
        self._linked: dict[str, tuple[str, int]] = {}
        for part in parts.numbering:
            for each in elements(parts.archive, part, "abstractNum", "num"):
                if local(each) == "num":
                    self._add_number(each)
                else:
                    self._add_scheme(each)

    @property
    def has_words(self) -> bool:
        """True if words stand in the number of any level."""
        levels = (level for scheme in self._schemes.values() for level in scheme.values())
        return any(level.has_words and level.form != _BULLET for level in (*levels, *self._changed.values()))

    def scheme_of(self, number: str) -> str | None:
        """Return the scheme of a list; None if there is no such list."""
        scheme = self._numbers.get(number)
        # A scheme may be the one that a style of lists defines (17.9.21, 17.9.27).
        return None if scheme is None else self._defining.get(self._used.get(scheme, ""), scheme)

    def linked_to(self, style: str) -> tuple[str, int] | None:
        """Return the scheme and the level that name a style of paragraphs as theirs."""
        return self._linked.get(style)

    def place(self, scheme: str, number: str, depth: int) -> ListPlace:
        """Return a place in a list."""
        return ListPlace(scheme, number, depth, self.level(scheme, number, depth).form != _BULLET)

    def level(self, scheme: str, number: str, depth: int) -> _Level:
        """Return a level as a list has it."""
        return self._changed.get((number, depth)) or self._schemes.get(scheme, {}).get(depth) or _Level()

    def start_of(self, number: str, depth: int) -> int | None:
        """Return where a list begins anew when it is first used; None if it goes on."""
        return self._starts.get((number, depth))

    def _add_scheme(self, element: etree._Element) -> None:
        scheme = attribute(element, "abstractNumId")
        self._used[scheme] = value_of_child(element, "numStyleLink")
        if style := value_of_child(element, "styleLink"):
            self._defining.setdefault(style, scheme)
        levels = self._schemes.setdefault(scheme, {})
        for each in element.iterfind("{*}lvl"):
            depth = read_whole_number(attribute(each, "ilvl")) or 0
            levels[depth] = _read_level(each)
            if style := value_of_child(each, "pStyle"):
                self._linked.setdefault(style, (scheme, depth))

    def _add_number(self, element: etree._Element) -> None:
        number = attribute(element, "numId")
        self._numbers[number] = value_of_child(element, "abstractNumId")
        for each in element.iterfind("{*}lvlOverride"):
            depth = read_whole_number(attribute(each, "ilvl")) or 0
            start = read_whole_number(value_of_child(each, "startOverride"))
            if start is not None:
                self._starts[number, depth] = start
            if (level := each.find("{*}lvl")) is not None:
                self._changed[number, depth] = _read_level(level)


class ListCounter:
    """Counts the paragraphs of lists, in the order in which they stand (ISO/IEC 29500-1, 17.9)."""

    def __init__(self, lists: WordLists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def count(self, place: ListPlace) -> str:
        """Count a paragraph; return what Word shows before it, "" for nothing and for a bullet."""
        counts = self._counts.setdefault(place.scheme, {})
        start = self._lists.start_of(place.number, place.depth)
        if start is not None and (place.number, place.depth) not in self._begun:
            counts[place.depth] = start
        elif place.depth in counts:
            counts[place.depth] += 1
        else:
            counts[place.depth] = self._level(place, place.depth).start
        self._begun.add((place.number, place.depth))
        for depth in range(place.depth):
            # A level that was passed over counts as used.
            counts.setdefault(depth, self._level(place, depth).start)
        for depth in [depth for depth in counts if depth > place.depth]:
            restart = self._level(place, depth).restart
            if restart is None or place.depth < restart:
                del counts[depth]
        return self._write(place, counts) if place.is_counted else ""

    def count_in_words(self, place: ListPlace) -> str:
        """Count a paragraph; return its number if words stand in it ("Article 3"), else ""."""
        number = self.count(place)
        return number if self.has_words(place) else ""

    def has_words(self, place: ListPlace) -> bool:
        """Return whether words stand in a number, which nobody would find without it."""
        return place.is_counted and self._level(place, place.depth).has_words

    def _level(self, place: ListPlace, depth: int) -> _Level:
        return self._lists.level(place.scheme, place.number, depth)

    def _write(self, place: ListPlace, counts: dict[int, int]) -> str:
        own = self._level(place, place.depth)

        def show(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            form = "decimal" if own.is_legal else self._level(place, depth).form
            return _show(counts[depth], form) if depth in counts else ""

        return _PLACEHOLDER.sub(show, own.text)


def read_whole_number(value: str) -> int | None:
    """Return a number that is not negative; None where there is none."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < _DIGITS else None


def value_of_child(element: etree._Element, name: str) -> str:
    """Return the w:val of a child, or ""."""
    found = element.find(f"{{*}}{name}")
    return "" if found is None else attribute(found, "val")


def _read_level(element: etree._Element) -> _Level:
    values = {local(each): attribute(each, "val") for each in element}
    start = read_whole_number(values.get("start", ""))
    return _Level(
        form=values.get("numFmt", "decimal"),
        text=values.get("lvlText", ""),
        start=start or 0,
        is_legal=values.get("isLgl", "0") not in ("0", "false", "off"),
        restart=read_whole_number(values.get("lvlRestart", "")),
    )


def _show(number: int, form: str) -> str:
    """Write a number as a level does (ISO/IEC 29500-1, 17.18.59); in unknown forms, in figures."""
    match form:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "lowerLetter" | "upperLetter" if 0 < number <= _ALPHABET * _LONGEST:
            shown = chr(ord("a") + (number - 1) % _ALPHABET) * ((number - 1) // _ALPHABET + 1)
        case "lowerRoman" | "upperRoman" if 0 < number <= _MOST_ROMAN:
            shown = _write_roman(number)
        case "ordinal":
            endings = {1: "st", 2: "nd", 3: "rd"} if number % 100 not in _TEENS else {}
            return f"{number}{endings.get(number % 10, 'th')}"
        case _:
            return str(number)
    return shown.upper() if form.startswith("upper") else shown


def _write_roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
