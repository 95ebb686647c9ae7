"""Tables: a line for each record."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind
from findling.extraction.readers import delimited_text
from findling.extraction.source import Source
from findling.formats import FileKind


def read(text: str, name: str = "a.csv"):
    return delimited_text.read(Source(text.encode(), name))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", "a | b\n1 | 2"),
        ("a;b\n1,5;2,5\n3,5;4,5", "a | b\n1,5 | 2,5\n3,5 | 4,5"),
        ("a\tb\n1\t2", "a | b\n1 | 2"),
        ('a,b\n"x, y","two\nlines"', "a | b\nx, y | two lines"),
        ("a,b,c\n1,,3\n,,\n", "a | b | c\n1 | 3"),
        ("one column\nof words", "one column\nof words"),
        ('a,b\n1,"never closed', "a | b\n1 | never closed"),
    ],
)
def test_rows(text, rows):
    assert read(text).text == rows


def test_every_line_is_a_row():
    assert {block.kind for block in read("a,b\n1,2").blocks} == {BlockKind.ROW}


def test_commas_in_a_tab_separated_table():
    extraction = read("name\tplace\nDoe, Jane\tOslo\n", "a.tsv")
    assert (extraction.kind, extraction.text) == (FileKind.TSV, "name | place\nDoe, Jane | Oslo")


def test_nothing_is_lost_behind_a_quote_that_is_never_closed():
    text = 'a,b\n1,2\n3,"open\n' + "\n".join(f"{number},word{number}" for number in range(20_000))
    shown = read(text).text
    assert "word0" in shown
    assert "word19999" in shown
