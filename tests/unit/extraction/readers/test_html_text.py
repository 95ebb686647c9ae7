"""HTML: the visible text of a page, block by block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import BlockKind, Reason, Unread
from findling.errors import ExtractionError
from findling.extraction.document import TextBuilder
from findling.extraction.parsing import parse
from findling.extraction.readers import html_text
from findling.extraction.source import Source

HEADING, PARAGRAPH, ITEM, ROW, CODE = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.ITEM,
    BlockKind.ROW,
    BlockKind.CODE,
)


def read(markup: str | bytes):
    return html_text.read(Source(markup if isinstance(markup, bytes) else markup.encode(), "a.html"))


def blocks_of(extraction):
    return [(extraction.text[block.start : block.end], block.kind) for block in extraction.blocks]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("a <b>b</b>\n\n c&amp;d", [("a b c&d", PARAGRAPH)]),
        ("<p>a<p>b", [("a", PARAGRAPH), ("b", PARAGRAPH)]),
        ("<div>a<div>b</div>c</div>", [("a", PARAGRAPH), ("b", PARAGRAPH), ("c", PARAGRAPH)]),
        ("<p>a<br>b", [("a\nb", PARAGRAPH)]),
        ("<h2>T</h2>x", [("T", HEADING), ("x", PARAGRAPH)]),
        ("<h2><div>T</div></h2>x", [("T", HEADING), ("x", PARAGRAPH)]),
        ("<ul><li>a<li><p>b</p></ul>x", [("a", ITEM), ("b", ITEM), ("x", PARAGRAPH)]),
        ("<ul><li>a<ul><li>b</ul></ul>", [("a", ITEM), ("b", ITEM)]),
        ("<li></li>x", [("x", PARAGRAPH)]),
        ("<pre>a\n  b</pre>", [("a\n  b", CODE)]),
        ("<pre><div>a</div><div>  b</div></pre>x", [("a\n\n  b", CODE), ("x", PARAGRAPH)]),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", [("a | b", ROW), ("1 | 2", ROW)]),
        ("<table><tr><td><p>a</p><p>b</p><td>2</table>", [("a b | 2", ROW)]),
        ("<table><tr><td>only</table>", [("only", PARAGRAPH)]),
        ("<table><tr><td><h1>T</h1><td>side</table>", [("T", HEADING), ("side", PARAGRAPH)]),
        (
            "<table><tr><td>menu<td><table><tr><td>1<td>2</table></table>",
            [("menu", PARAGRAPH), ("1 | 2", ROW)],
        ),
        ("<body><script>x</script><style>y</style>a<!-- c --><noscript>z</noscript>", [("a", PARAGRAPH)]),
        ("<template>x</template>a<iframe>y</iframe>", [("a", PARAGRAPH)]),
        ("<p>a <img alt='picture of b'> c", [("a picture of b c", PARAGRAPH)]),
        ("<p>a <abbr title='Bee Club'>BC</abbr> b", [("a BC b", PARAGRAPH), ("Bee Club", PARAGRAPH)]),
        ("<p>a <a title='Bees'><b>Bees</b></a>", [("a Bees", PARAGRAPH)]),
        ("<p>a <img alt='Bees' title='Bees'>", [("a Bees", PARAGRAPH)]),
        ("<p>a <span epub:type='pagebreak' title='xii'></span>b", [("a b", PARAGRAPH)]),
        ("<p>a <i title='12'>b</i>", [("a b", PARAGRAPH)]),
        ("<table><tr><td title='Bees'>1<td>2</table>", [("1 Bees | 2", ROW)]),
        ("<div title='Bees'><p>a</p><p>b</p></div>", [("a", PARAGRAPH), ("Bees", PARAGRAPH), ("b", PARAGRAPH)]),
        ("<p>a<iframe title='Bees'></iframe><link title='Bees'>", [("a", PARAGRAPH)]),
        ("<p>a<svg><path d='M0'/></svg>b", [("ab", PARAGRAPH)]),
        ("<p>a<svg><title>sign of c</title></svg>b", [("a sign of c b", PARAGRAPH)]),
        ("<p>a<svg><text>drawn</text></svg>b", [("a", PARAGRAPH), ("drawn", PARAGRAPH), ("b", PARAGRAPH)]),
        ("<p>a <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>tex</annotation></math>", [("a x=2", PARAGRAPH)]),
    ],
)
def test_blocks(markup, blocks):
    assert blocks_of(read(markup)) == blocks


def test_rows_stand_on_consecutive_lines_and_blocks_apart():
    assert read("<p>x<table><tr><td>1<td>2<tr><td>3<td>4</table>").text == "x\n\n1 | 2\n3 | 4"


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title> A\n B </title><h1>C</h1>x", "A B"),
        ("<meta property='og:title' content='B'><h1>C</h1>x", "B"),
        ("<h2>D</h2><h1>C</h1>x", "C"),
        ("<title></title>x", ""),
    ],
)
def test_titles(markup, title):
    assert read(markup).title == title


def test_levels_are_those_of_the_elements():
    assert [block.level for block in read("<h1>a</h1><h3>b</h3>c").blocks] == [1, 3, 0]


@pytest.mark.parametrize(
    "markup",
    [
        '<?xml version="1.0"?><html><head><title/></head><body><p>text</p></body></html>',
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><script src="a>b"/></head><body><h1/><p>text</p></body>',
    ],
)
def test_empty_elements_of_xhtml_swallow_nothing(markup):
    assert blocks_of(read(markup)) == [("text", PARAGRAPH)]


def test_the_declared_encoding_counts():
    assert "Привет" in read('<meta charset="windows-1251"><p>Привет'.encode("cp1251")).text


def test_a_fragment_takes_its_page_and_begins_a_part():
    builder = TextBuilder()
    title = html_text.add_html(builder, "<h1>T</h1><p>x", page=3, breaks=True)
    blocks = builder.finish("html").blocks
    assert title == "T"
    assert [(block.page, block.breaks) for block in blocks] == [(3, True), (3, False)]


def test_deep_nesting_is_no_recursion():
    assert read("<div>" * 20_000 + "deep").text == "deep"


def test_too_many_nodes_are_refused(monkeypatch):
    monkeypatch.setattr(html_text.limits, "HTML_NODES", 100)
    with pytest.raises(ExtractionError) as refusal:
        read("<i></i>" * 101)
    assert refusal.value.reason == Reason.TOO_MANY_PARTS


def test_a_page_without_words():
    with pytest.raises(ExtractionError) as refusal:
        read("<html><body><script>x</script></body></html>")
    assert refusal.value.reason == Reason.NO_TEXT


TAGS = st.sampled_from(
    ["<p>", "</p>", "<td>", "<tr>", "</tr>", "<table>", "</table>", "<li>", "<h1>", "</h1>", "<pre>", "<br>"]
)


@given(st.lists(st.one_of(TAGS, st.sampled_from(["w1", "w2", "w3"]))))
def test_no_word_is_lost_or_told_twice(pieces):
    builder = TextBuilder()
    html_text.add_html(builder, " ".join(pieces))
    words = [piece for piece in pieces if piece[0] == "w"]
    text = builder.finish("html").text if words else ""
    assert sorted(word for word in text.split() if word != "|") == sorted(words)


def test_of_a_page_that_has_only_a_title_that_is_read():
    extraction = parse(Source(b"<title>Timetable of line 7</title><body><div id=app></div>", "a.html"))
    assert blocks_of(extraction) == [("Timetable of line 7", HEADING)]
    assert extraction.wholeness.unread == ()
    scripted = parse(Source(b"<title>Timetable</title><body><script>draw()</script>", "a.html"))
    assert scripted.text == "Timetable"
    assert Unread.SCRIPTS in scripted.wholeness.unread
