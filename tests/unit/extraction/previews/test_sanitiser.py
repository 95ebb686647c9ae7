"""Sanitised HTML is text, structure and links, whatever the page holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.extraction.previews.preview_protocol import SHOWN_TEXT_LIMIT
from findling.extraction.previews.sanitiser import sanitise
from growth import assert_linear

HARMLESS = re.compile(
    r"(?:[^<]|</?(?:h[1-6]|p|div|blockquote|pre|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|b|strong|i|em|u|s"
    r"|del|ins|kbd|samp|var|sub|sup|small|mark|br|hr)( dir=\"(?:ltr|rtl)\")?>"
    r"|</?(?:a|code|td|th)>|<a( href=\"(?:https?://|mailto:)[^\"<>\s]+\")?( dir=\"(?:ltr|rtl)\")?>"
    r"|<code( class=\"language-[\w+#.-]+\")?>|<t[dh]( (?:colspan|rowspan)=\"\d\d?\")*( dir=\"(?:ltr|rtl)\")?>)*",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<h1>Head</h1><p>One <b>two</b><br>three", "<h1>Head</h1><p>One <b>two</b><br>three</p>"),
        ("<section>a</section><span>b</span>", "<div>a</div>b"),
        ("<p onclick='x()' style='color:red' class=c id=d>a</p>", "<p>a</p>"),
        ("<script>evil()</script><style>p{}</style>a", "a"),
        ("<svg><script>evil()</script><text>t</text></svg>a", "<div>t</div>a"),
        ("a <svg><title>t</title><style>p{}</style></svg>", "a <small>t</small>"),
        ("<img src=x onerror=evil() alt='A  cat'>", " [A cat] "),
        ("<img src='http://tracker/'>", ""),
        ("<a href='javascript:evil()'>a</a>", "<a>a</a>"),
        ("<a href=' java\nscript:evil()'>a</a>", "<a>a</a>"),
        ("<a href='data:text/html,x'>a</a>", "<a>a</a>"),
        ("<a href='file:///etc/passwd'>a</a>", "<a>a</a>"),
        ("<a href='/relative'>a</a>", "<a>a</a>"),
        ("<a href='HTTPS://example.org/?a=1&amp;b=\"'>a</a>", '<a href="HTTPS://example.org/?a=1&amp;b=&quot;">a</a>'),
        ("<a href='mailto:ann@example.org' target=_top ping=x>a</a>", '<a href="mailto:ann@example.org">a</a>'),
        ("<base href='http://evil/'><link rel=stylesheet href=x><meta http-equiv=refresh content=0>a", "a"),
        ("<iframe src=x>i</iframe><object data=x>o</object><embed src=x>a", "a"),
        ("<form action=x><input value=v><button>Send</button></form>", "<div>Send</div>"),
        ("<div style='background:url(http://evil/)'>a</div>", "<div>a</div>"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<math><mi//xlink:href='data:x,<script>evil()</script>'></math>a", "a"),
        (
            "<pre><code class='language-python other'>x</code></pre>",
            '<pre><code class="language-python">x</code></pre>',
        ),
        ("<code class='language-\"onload='>x</code>", "<code>x</code>"),
        ("<td colspan=3>outside of tables", "outside of tables"),
        (
            "<table><tr><td colspan=2 rowspan=9999 width=7 background=x>a</table>",
            '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
        ),
        ("<p dir=RTL>a</p>", '<p dir="rtl">a</p>'),
        ("<!-- <script> --><p>a</p>", "<p>a</p>"),
        ("<x-widget onload=evil()>a</x-widget>", "a"),
        ("", ""),
    ],
)
def test_what_is_left(markup, shown):
    assert sanitise(markup) == (shown, False)


def test_an_attribute_that_ends_its_element_leaves_no_picture():
    assert "<img" not in sanitise("<noscript><p title='</noscript><img src=x onerror=evil()>'></noscript>")[0]


def test_a_table_for_layout_gives_way_to_the_tables_in_it():
    shown, _ = sanitise("<table><tr><td><table><tr><td>1</td><td>2</td></tr></table></td><td>b</td></tr></table>")
    assert shown == ("<div><div><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div><div>b</div></div>")


def test_text_nested_beyond_reason_keeps_its_text_only():
    shown, _ = sanitise("<div>" * 5_000 + "deep")
    assert "deep" in shown
    assert shown.count("<div>") == shown.count("</div>") < 100


def test_a_long_table_becomes_several_so_that_the_window_does_not_halt():
    shown, cut = sanitise(f"<table>{'<tr><td>a</td><td>b</td></tr>' * 450}</table>c")
    assert not cut
    assert shown.count("<table>") == shown.count("</table>") == 5
    assert (shown.count("<tr>"), shown.count("<td>")) == (450, 900)
    assert sanitise(shown) == (shown, False)


def test_tables_in_tables_without_end_become_one():
    assert sanitise("<table><tr><td>" * 20 + "deep")[0].count("<table>") == 1


def test_the_cost_of_a_page_grows_as_its_length():
    assert_linear(sanitise, lambda items: "<ul>" + "<li>some words in an item <b>and more</b>" * items, 12_000)


def test_a_large_page_is_cut_and_closed():
    shown, cut = sanitise("<ul>" + "<li>some words in an item <b>and more</b>" * 150_000)
    assert cut
    assert SHOWN_TEXT_LIMIT < len(shown) < SHOWN_TEXT_LIMIT * 3
    assert shown.endswith("</ul>")


def test_a_page_of_tags_alone_is_cut_too():
    shown, cut = sanitise("<br>" * 2_500_000)
    assert cut
    assert len(shown) < 5_000_000


@given(st.lists(st.sampled_from(
    ["<", ">", "'", '"', "&", "a", " ", "=", "/", "script", "<p ", "<img src=", "onerror=x", "<a href=", "javascript:",
     "http://x", "<!--", "-->", "<![CDATA[", "]]>", "<svg>", "</svg>", "<style>", "</", "<td dir=rtl>", "<table>", "\0"]
)).map("".join))  # fmt: skip
def test_nothing_else_is_ever_left(markup):
    shown, _ = sanitise(markup)
    assert HARMLESS.fullmatch(shown)
    assert sanitise(shown)[0].count("<") == shown.count("<")
