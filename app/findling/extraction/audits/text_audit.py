"""Audits of formats that are text: plain text, code, tables, data and notebooks."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from findling.domain.files import Unread
from findling.extraction.document import normalise
from findling.extraction.encoding import TRAILING_ZEROS, decode
from findling.extraction.inventory import collapse
from findling.extraction.readers.delimited_text import find_delimiter
from findling.extraction.readers.html_text import declared_encoding
from findling.extraction.readers.tex_letters import read_letters
from findling.format_table import format_by_name, format_of
from findling.formats import FileKind

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

# Form feeds and the like part lines; an escape or a zero is no text.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")

_PARSED_LENGTH = 8_000_000
"""Characters of data that are parsed once more; longer ones are compared as they are written."""


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:
    """Take the inventory of a text; data are compared whole, since readers omit empty values."""
    declared = declared_encoding(source.data) if extraction.kind is FileKind.XML else None
    text = decode(source.data, declared).text
    note_encoding(text, inventory)
    if source.data.endswith(TRAILING_ZEROS):
        inventory.miss(Unread.UNDECODABLE)  # something may have stood there
    match extraction.kind:
        case FileKind.TEXT | FileKind.CODE:
            inventory.expect(read_letters(text, source.name))
        case FileKind.CSV | FileKind.TSV:
            _add_table(text, source.name, inventory)
        case FileKind.JSON | FileKind.IPYNB:
            _add_data(text, inventory)
            inventory.cover_text()
        case _:
            inventory.add("source", collapse(normalise(text)))
            inventory.cover_text()


def note_encoding(text: str, inventory: Inventory) -> None:
    """Note stretches of a decoded text that no encoding explains."""
    if "\ufffd" in text or _CONTROL.search(text):
        inventory.miss(Unread.UNDECODABLE)


def _add_table(text: str, name: str, inventory: Inventory) -> None:
    named = format_by_name(name)
    known = named if named and named.delimiter else format_of(FileKind.CSV)
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=find_delimiter(text, known.delimiter)):
            inventory.expect(*cells)
            inventory.add_row(cells)
    except csv.Error:
        inventory.miss(Unread.TEXT)


def _add_data(text: str, inventory: Inventory) -> None:
    """Add JSON as it is but for white space; repeated names stay, which `json` would drop."""
    if len(text) > _PARSED_LENGTH:
        inventory.add("source", collapse(normalise(text)))
        return
    try:
        documents = [text] if _is_json(text) else text.splitlines()
        for document in documents:
            if document.strip():
                content = json.loads(
                    document, parse_int=str, parse_float=str, object_pairs_hook=lambda pairs: [0, pairs]
                )
                inventory.add("data", json.dumps(content))
    except (ValueError, RecursionError):
        inventory.add("source", collapse(normalise(text)))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
