"""Parsing of a file: its reader, its kind, its language."""

from __future__ import annotations

import pytest

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.parsing import parse, reader_of
from findling.extraction.source import Source
from findling.formats import FileKind

ENGLISH = "The river rises in the hills above the town and runs through three villages before it reaches the sea. "


@pytest.mark.parametrize("kind", [kind for kind in FileKind if kind is not FileKind.OTHER])
def test_every_kind_has_its_reader(kind):
    assert callable(reader_of(kind))


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (ENGLISH.encode(), "a.txt", FileKind.TEXT),
        (ENGLISH.encode(), "a.unknown", FileKind.TEXT),
        (f"# T\n\n{ENGLISH}".encode(), "a.md", FileKind.MARKDOWN),
        (f"<!doctype html><p>{ENGLISH}".encode(), "report.doc", FileKind.HTML),
        (f"a\tb\n{ENGLISH}\t2".encode(), "a.tsv", FileKind.TSV),
    ],
)
def test_kind_and_language(data, name, kind):
    extraction = parse(Source(data, name))
    assert (extraction.kind, extraction.language) == (kind, "en")
    assert "three villages" in extraction.text


def test_no_text_is_a_reason():
    with pytest.raises(ExtractionError) as refusal:
        parse(Source(b"", "a.txt"))
    assert refusal.value.reason == Reason.EMPTY
