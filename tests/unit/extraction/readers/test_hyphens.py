"""A hyphen at a line's end is spelled as the rest of the document spells the word."""

from __future__ import annotations

import pytest

from findling.extraction.parsing import parse
from findling.extraction.readers.text_layout import MARK, Hyphens, join_cut_words
from findling.extraction.source import Source


@pytest.mark.parametrize(
    ("cut", "elsewhere", "joined"),
    [
        (f"us{MARK}ing", "", "using"),
        (f"exam{MARK}ine", "we examine the exam", "examine"),
        (f"re{MARK}cover", "we re-cover it", "re-cover"),
        (f"dual{MARK}encoder", "a dual model, an encoder", "dual-encoder"),
        (f"BERT{MARK}Base", "", "BERT-Base"),
        (f"COVID{MARK}19", "", "COVID-19"),
        ("jour-\nney", "", "journey"),
        ("self-\nmade", "self and made", "self-made"),
        ("well-known", "", "well-known"),
        (f"a dangling {MARK} mark", "", "a dangling  mark"),
    ],
)
def test_join(cut, elsewhere, joined):
    assert Hyphens([*cut.splitlines(), elsewhere]).join(cut) == joined


CUT = "They keep the Streuobst-{end}wiese on the slope,{end}and a well-{end}known tree; well-known, IN-{end}2023."
JOINED = "They keep the Streuobstwiese on the slope,{end}and a well-known tree; well-known, IN-2023."


@pytest.mark.parametrize(
    ("name", "data", "end"),
    [
        ("a.txt", CUT.format(end="\r\n"), "\n"),
        ("a.txt", CUT.replace("t-{", "t\u00ad{").format(end="\n"), "\n"),
        ("a.eml", "Subject: S\n\n" + CUT.format(end="\n"), "\n"),
        ("a.html", "<html><p>" + CUT.format(end="<br>") + "</p></html>", "\n"),
        ("a.rtf", r"{\rtf1 " + CUT.format(end=r"\line ") + "}", "\n"),
    ],
    ids=["text", "soft", "mail", "page", "rich text"],
)
def test_a_word_cut_at_the_end_of_a_line_is_joined_in_every_format(name, data, end):
    extraction = parse(Source(data.encode(), name))
    assert extraction.text.removeprefix("S\n\n") == JOINED.format(end=end)
    assert extraction.wholeness.unread == ()


@pytest.mark.parametrize("text", ["a -\nb", "x --\ny", "----\ntext", "- one\n- two", "-\n-", "end-"])
def test_dashes_and_rules_and_items_are_no_cut_words(text):
    assert join_cut_words(text) == text
