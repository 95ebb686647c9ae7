"""Running heads, running feet and page numbers: lines at a page's edge that come again on the pages around it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.extraction.readers.text_layout import TextLine

_MARGIN = 0.15
"""The outer share of a page's height in which heads and feet stand."""
_LINES = 2
_FEWEST_PAGES = 3
_NEIGHBOURS = 4
"""A chapter's head is looked for on this many pages before and after."""
_SHARE = 0.4
"""Left and right pages may have heads of their own, and a chapter's first page none: so less than half is enough."""

_NUMBER = re.compile(r"\d{1,4}")
_ROMAN = re.compile(r"[ivxlcdm]{1,7}", re.IGNORECASE)


def drop_margins(pages: Sequence[Sequence[TextLine]]) -> list[list[TextLine]]:
    """Leave out what repeats at the edges of pages; words among it are kept where they stand first."""
    forms = [_edge_forms(page) for page in pages]
    if len(pages) < _FEWEST_PAGES:
        return [list(page) for page in pages]
    told: set[str] = set()
    kept = []
    for number, page in enumerate(pages):
        around = forms[max(number - _NEIGHBOURS, 0) : number + _NEIGHBOURS + 1]
        counts = Counter(form for page_forms in around for form in set(page_forms.values()))
        needed = max(_FEWEST_PAGES, _SHARE * len(around))
        running = {index for index, form in forms[number].items() if counts[form] >= needed}
        kept.append([line for index, line in enumerate(page) if index not in running or _is_news(line.text, told)])
    return kept


def _is_news(text: str, told: set[str]) -> bool:
    """Whether a running line says something that no page before has said; it then has."""
    words = _NUMBER.sub("", text).strip()
    if not any(map(str.isalpha, words)) or _ROMAN.fullmatch(words) or words in told:
        return False
    told.add(words)
    return True


def _edge_forms(page: Sequence[TextLine]) -> dict[int, str]:
    """The outermost lines at a page's top and foot by their number: what stays the same of them from page to page."""
    order = sorted(range(len(page)), key=lambda index: page[index].edge)
    top = [index for index in order[:_LINES] if page[index].edge < _MARGIN]
    foot = [index for index in order[-_LINES:] if page[index].edge > 1 - _MARGIN]
    return {index: f"{'foot' if index in foot else 'top'} {_form(page[index].text)}" for index in (*top, *foot)}


def _form(text: str) -> str:
    return "#" if _ROMAN.fullmatch(text) else _NUMBER.sub("#", " ".join(text.lower().split()))
