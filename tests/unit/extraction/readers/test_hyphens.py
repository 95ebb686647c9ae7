"""A hyphen at a line's end is spelled as the rest of the document spells the word."""

from __future__ import annotations

import pytest

from findling.extraction.readers.text_layout import MARK, Hyphens


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
