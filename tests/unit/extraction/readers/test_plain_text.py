"""Plain text: paragraphs, and a title only where a line stands alone like one."""

from __future__ import annotations

import pytest

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.readers import plain_text
from findling.extraction.source import Source


def read(text: str):
    return plain_text.read(Source(text.encode(), "a.txt"))


def blocks_of(extraction):
    return [extraction.text[block.start : block.end] for block in extraction.blocks]


def test_blank_lines_part_paragraphs():
    assert blocks_of(read("one\ntwo\r\n\r\n \t\nthree\n")) == ["one\ntwo", "three"]


def test_one_huge_line_is_one_paragraph():
    assert blocks_of(read("word " * 50_000)) == [("word " * 50_000).strip()]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Shopping\n\nMilk", "Shopping"),
        ("Shopping\nMilk", ""),
        ("Shopping", ""),
        ("x" * 201 + "\n\nMilk", ""),
        ("\n\n  Shopping\n\nMilk", "Shopping"),
    ],
)
def test_a_first_line_that_stands_alone_is_the_title(text, title):
    assert read(text).title == title


def test_white_space_is_no_text():
    with pytest.raises(ExtractionError) as refusal:
        read(" \n ")
    assert refusal.value.reason == Reason.NO_TEXT
