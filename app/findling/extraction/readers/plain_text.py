"""Reader of plain text: paragraphs between blank lines; a first line alone is the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.extraction.document import TextBuilder, clean
from findling.extraction.encoding import decode
from findling.extraction.readers.tex_letters import read_letters
from findling.extraction.readers.text_layout import join_cut_words
from findling.formats import FileKind

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.source import Source

_TITLE_LENGTH = 200
# A soft hyphen is seen at the end of a line only; elsewhere it is dropped.
_SOFT_END = re.compile("\xad(?=\r?\n)")
_PARAGRAPH_END = re.compile(r"\n{2,}")


def read(source: Source) -> Extraction:
    """Read a text in any encoding; of TeX the letters are those that are printed."""
    text = join_cut_words(clean(read_letters(_SOFT_END.sub("-", decode(source.data).text), source.name)))
    builder = TextBuilder()
    add_paragraphs(builder, text)
    return builder.finish(FileKind.TEXT, find_title(text))


def add_paragraphs(builder: TextBuilder, text: str) -> None:
    """Add clean text, split into paragraphs at blank lines."""
    for paragraph in _PARAGRAPH_END.split(text):
        builder.add(paragraph)


def find_title(text: str) -> str:
    """Return the first line of a clean text if it is short and a blank line follows, else ""."""
    first, _, rest = text.partition("\n")
    return first if len(first) <= _TITLE_LENGTH and rest.startswith("\n") else ""
