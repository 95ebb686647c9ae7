"""Source code: whole, cut at definitions."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind
from findling.extraction.readers import source_code
from findling.extraction.source import Source


def blocks_of(text: str):
    extraction = source_code.read(Source(text.encode(), "a.py"))
    assert {block.kind for block in extraction.blocks} == {BlockKind.CODE}
    return [extraction.text[block.start : block.end] for block in extraction.blocks]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "import x\n\nA = 1\n\n\ndef f():\n\tpass\n\n\treturn 1\n\n@wraps\nclass C:\n    def g(self): ...\n",
            ["import x\n\nA = 1", "def f():\n\tpass\n\n\treturn 1", "@wraps\nclass C:\n    def g(self): ..."],
        ),
        ("#include <a.h>\n\nint main(void) {\n}\n\nx;\n", ["#include <a.h>", "int main(void) {\n}\n\nx;"]),
        ("use a;\n\npub fn f() {}\n\nimpl T {}", ["use a;", "pub fn f() {}", "impl T {}"]),
        ("a = 1\n\n[server]\nport = 1\n\n[client]\nx = 2", ["a = 1", "[server]\nport = 1", "[client]\nx = 2"]),
        ("only = 1", ["only = 1"]),
    ],
)
def test_pieces(text, pieces):
    assert blocks_of(text) == pieces
