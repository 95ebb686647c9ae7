"""JSON: every value under its path, and nothing lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.extraction.readers import json_text
from findling.extraction.source import Source


def read(text: str):
    return json_text.read(Source(text.encode(), "a.json"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{"a": {"b": "x", "c": 1.50}, "d": true}', "a.b: x\na.c: 1.50\n\nd: true"),
        ('{"tags": ["x", "y", null], "none": null, "empty": {}}', "tags: x, y"),
        ('[{"a": 1}, {"a": 2}]', "a: 1\n\na: 2"),
        ('{"a": [{"b": 1}, ["c", "d"]]}', "a.b: 1\na: c, d"),
        ('["x", "y"]', "x, y"),
        ('{"a": 1}\n{"a": 2}\n\n', "a: 1\n\na: 2"),
        ("{'not': json}", "{'not': json}"),
        (f'{{"n": {"9" * 5000}}}', f"n: {'9' * 5000}"),
    ],
)
def test_lines(text, lines):
    assert read(text).text == lines


@pytest.mark.parametrize(
    ("text", "title"), [('{"title": "T", "x": 1}', "T"), ('{"name": "N"}', "N"), ('{"title": {"x": 1}}', "")]
)
def test_titles(text, title):
    assert read(text).title == title


@pytest.mark.parametrize("depth", [500, 100_000])
def test_deep_nesting_keeps_the_value_and_bounds_the_path(depth):
    extraction = read('{"k":' * depth + '"deep"' + "}" * depth)
    assert "deep" in extraction.text
    assert depth > 1000 or len(extraction.text) < 1000


WORDS = st.text("abcdefghij", min_size=1)


@given(st.recursive(WORDS, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner), max_leaves=20))
def test_no_value_is_lost(content):
    lines = "\n".join(json_text.flatten(json.loads(json.dumps(content))))
    for value in _leaves(content):
        assert value in lines


def _leaves(content):
    if isinstance(content, str):
        return [content]
    values = content.values() if isinstance(content, dict) else content
    return [leaf for value in values for leaf in _leaves(value)]
