"""Questions that a library can answer, made of its latest documents."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from findling.domain.search import ExampleQuestions, SortOrder
from findling.formats import format_of
from findling.storage.file_filter import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.storage.database import Database
    from findling.storage.document_table import DocumentRow

_LATEST = 40
"""Documents that are looked at."""
_PROSE = frozenset({"pdf", "word", "text", "slides", "mail", "web", "book"})
_READ = 4_000
"""Characters of a text in which a phrase is looked for."""
_LONGEST_TITLE = 60
_TITLE_WORDS = range(3, 9)
_PHRASE_WORDS = 4
_LONG_WORD = 5
_WORD_LETTERS = range(5, 15)
_WORD = re.compile(r"[^\W\d_]+")
_PHRASE = re.compile(rf"(?<![\w'’-])[^\W\d_]+(?: [^\W\d_]+){{{_PHRASE_WORDS - 1}}}(?![\w'’-])")
_SPECIAL = re.compile(r'[:"“”„*?(){}\[\]]')
"""Signs that mean something in a query, or would look as if they did."""


def make_examples(database: Database) -> ExampleQuestions:
    """Make an example of each kind, of different documents if there are enough, else "".

    The caller holds a snapshot.
    """
    chosen = database.documents.select_in_order(Filter(), SortOrder.DATE, _LATEST)
    rows = database.documents.get(chosen)
    prose = [rows[each] for each in chosen if each in rows and format_of(rows[each].kind).families[0] in _PROSE]
    # What most of them are written in is what is asked in, as a rule.
    spoken = Counter(row.language for row in prose)
    prose.sort(key=lambda row: -spoken[row.language])
    used: set[int] = set()

    def make(candidates: Iterator[tuple[int, str]]) -> str:
        """Return the first example whose document has none yet, or the first of all."""
        first = ""
        for document_id, example in candidates:
            if document_id not in used:
                used.add(document_id)
                return example
            first = first or example
        return first

    return ExampleQuestions(
        about=make((row.id, title) for row in prose if (title := _clean_title(row.title))),
        phrase=make((row.id, f'"{phrase}"') for row in prose if (phrase := _find_phrase(database, row))),
        filtered=make((row.id, filtered) for row in prose if (filtered := _add_filters(database, row))),
    )


def _clean_title(title: str) -> str:
    """Return a title that reads as a question; "" for names of files, numbers and the like."""
    words = " ".join(title.split())
    letters = _WORD.findall(words)
    is_plain = len(words) <= _LONGEST_TITLE and not _SPECIAL.search(words) and "_" not in words
    return words if is_plain and len(letters) in _TITLE_WORDS and len(letters) == len(words.split()) else ""


def _find_phrase(database: Database, row: DocumentRow) -> str:
    """Return some words that follow each other in a text, of which two say something."""
    found = database.documents.text(row.id)
    if found is None:
        return ""
    title, text, _ = found
    for match in _PHRASE.finditer(text, 0, min(len(text), _READ)):
        words = match[0].split(" ")
        if match[0] not in title and sum(len(word) >= _LONG_WORD for word in words) > 1:
            return match[0]
    return ""


def _add_filters(database: Database, row: DocumentRow) -> str:
    """Return a long word of the title with the document's type and year."""
    words = [word for word in _WORD.findall(row.title) if len(word) in _WORD_LETTERS]
    places = database.documents.locations([row.id], Filter()).get(row.id, [])
    if not words or not places:
        return ""
    year = datetime.fromtimestamp(places[0].modified_ns / 1e9).astimezone().year
    return f"{max(words, key=len).lower()} type:{format_of(row.kind).families[0]} after:{year}"
