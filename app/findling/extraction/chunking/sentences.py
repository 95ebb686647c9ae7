"""Where sentences begin, in any script that marks their ends, for cutting where nothing stronger offers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def find_sentences(text: str) -> Iterator[int]:
    """Yield where sentences begin: those after marks that white space follows first, then those after wide marks.

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
    """Tell whether a mark before white space ends a sentence."""
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
