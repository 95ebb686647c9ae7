"""Outline of a PDF (ISO 32000-1, 12.3.3): titles, some of which say what no page does."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.package import sensible_title

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 5_000
_LONGEST = 1_000
_LOOKED_THROUGH = 500_000_000
_FILE = re.compile(r"\S+\.\w{2,5}")
_BETWEEN = re.compile(r"[\W_]+")


def read_outline(document: pdfium.PdfDocument) -> tuple[str, ...]:
    """Return the titles of an outline, each once, without names of files and numbered ones."""
    titles: dict[str, None] = {}
    try:
        for bookmark in islice(document.get_toc(), _MOST):
            titles[read_alternative_text(sensible_title(bookmark.get_title()[:_LONGEST]))] = None
    except (pdfium.PdfiumError, UnicodeDecodeError):
        pass  # of a damaged outline what comes before is true
    return tuple(title for title in titles if any(map(str.isalpha, title)) and not _FILE.fullmatch(title))


def find_unshown(titles: Iterable[str], shown: str) -> list[str]:
    """Return the titles that do not stand in a text, however it is broken and spaced.

    They come in the order of the pages, as a rule, so that each is looked for from where the last one stood; what is
    not there costs going through all of the text. Past `_LOOKED_THROUGH` characters nothing is looked for any more, and
    the titles that are left are taken for ones that it does not say.
    """
    told = _squeeze(shown)
    news: list[str] = []
    at, left = 0, _LOOKED_THROUGH
    for title in titles:
        wanted = _squeeze(title)
        found = told.find(wanted, at) if left > 0 else -1
        left -= (found if found >= 0 else len(told)) - at
        if found < 0 and left > 0:
            found = told.find(wanted, 0, at + len(wanted))
            left -= at
        if found < 0:
            news.append(title)
        else:
            at = found
    return news


def _squeeze(text: str) -> str:
    """Return the letters and figures of a text, in lower case."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
