"""Markdown: rendered text with its structure, and nothing of its markup."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind
from findling.extraction.readers import markdown
from findling.extraction.source import Source


def read(text: str):
    return markdown.read(Source(text.encode(), "a.md"))


def blocks_of(extraction):
    return [(extraction.text[block.start : block.end], block.kind) for block in extraction.blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# A *b*\n\ntext", [("A b", BlockKind.HEADING), ("text", BlockKind.PARAGRAPH)]),
        ("A\n===\ntext", [("A", BlockKind.HEADING), ("text", BlockKind.PARAGRAPH)]),
        ("one\ntwo  \nthree", [("one two\nthree", BlockKind.PARAGRAPH)]),
        ("a [link](http://x) `code` ~~gone~~ &amp; ![alt](p.png)", [("a link code gone & alt", BlockKind.PARAGRAPH)]),
        ("- a\n- b\n  - c", [("a", BlockKind.ITEM), ("b", BlockKind.ITEM), ("c", BlockKind.ITEM)]),
        ("- a\n\n  more\n\n- b", [("a", BlockKind.ITEM), ("more", BlockKind.PARAGRAPH), ("b", BlockKind.ITEM)]),
        ("```py\nx = 1\n\n  y\n```\nz", [("x = 1\n\n  y", BlockKind.CODE), ("z", BlockKind.PARAGRAPH)]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", [("a | b", BlockKind.ROW), ("1 | 2", BlockKind.ROW)]),
        ("> quoted\n\nx", [("quoted", BlockKind.PARAGRAPH), ("x", BlockKind.PARAGRAPH)]),
        ("<div><b>bold</b></div>\n\nx <i>y</i>", [("bold", BlockKind.PARAGRAPH), ("x y", BlockKind.PARAGRAPH)]),
        ("---\ntitle: T\n---\nx", [("title: T", BlockKind.META), ("x", BlockKind.PARAGRAPH)]),
    ],
)
def test_blocks(text, blocks):
    assert blocks_of(read(text)) == blocks


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('---\nauthor: me\nTitle: "Plan B"\n---\n# Heading', "Plan B"),
        ("---\nauthor: me\n---\n# Heading", "Heading"),
        ("## Second\n\n# First", "First"),
        ("just text", ""),
    ],
)
def test_titles(text, title):
    assert read(text).title == title


def test_text_nested_beyond_the_parsers_own_limit_is_kept():
    assert "deep" in read("> " * 60 + "deep").text


def test_a_very_long_text_is_read_as_plain():
    long = "word " * (markdown.RENDERED_LENGTH // 5 + 1)
    assert blocks_of(read(f"# Heading\n\n{long}"))[0] == ("# Heading", BlockKind.PARAGRAPH)
