"""Reader of source code: whole, indented, cut before definitions at the left edge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction
from findling.extraction.document import TextBuilder, clean
from findling.extraction.encoding import decode
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source

_DEFINITION = re.compile(
    r"""(?:@|\#\[|/\*\*|///|\[[A-Z]"""  # what stands above a definition and belongs to it
    r"""|(?:export|public|private|protected|internal|static|final|abstract|async|pub(?:\([a-z]+\))?|default|sealed|data
        |inline|extern|unsafe|override|open|local|declare)\s
    |(?:def|class|func|function|fn|interface|struct|enum|trait|impl|module|namespace|type|object|sub|proc|record|union
        |package|program|procedure|test|macro|defn|defmodule|CREATE|create|mod)\b
    |[A-Za-z_][\w\s*&<>:,]*\([^;]*\)\s*\{?$   # int main(void) {
    |\[\[?[\w.:"-]+\]\]?$)""",  # sections of a configuration file
    re.VERBOSE,
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n(?=\S)")


def read(source: Source) -> Extraction:
    """Read a source file; it has no title but its name."""
    builder = TextBuilder()
    for piece in _pieces(clean(decode(source.data).text)):
        builder.add(piece, BlockKind.CODE)
    return builder.finish(FileKind.CODE)


def _pieces(text: str) -> Iterator[str]:
    """Yield the stretches from one definition after a blank line to the next."""
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        if _DEFINITION.match(text[blank.end() : text.find("\n", blank.end()) % (len(text) + 1)]):
            yield text[start : blank.start()]
            start = blank.end()
    yield text[start:]
