"""Documents that are written in XML are shown as documents, and data in XML as it stands."""

from __future__ import annotations

import pytest

from findling.domain.preview import PreviewForm
from findling.extraction.previews.preview_builder import show
from findling.extraction.source import Source

DOCBOOK = """<article xmlns="http://docbook.org/ns/docbook"><title>The mill</title><section><title>History</title>
<para>Built in <emphasis>1790</emphasis>.</para><itemizedlist><listitem><para>wheel</para><para>of oak</para></listitem>
<listitem><para>race</para></listitem></itemizedlist><programlisting>if a:
    b()</programlisting><table><row><entry>Year</entry><entry>Rent</entry></row></table></section></article>"""
DITA = """<!DOCTYPE topic PUBLIC "-//OASIS//DTD DITA Topic//EN" "topic.dtd"><topic id="a"><title>The mill</title><body>
<p>Built in <b>1790</b>.</p><ul><li>wheel <i>of oak</i></li></ul><codeblock>b()</codeblock></body></topic>"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>
<head>The mill</head><p>Built in <date>1790</date>.</p>
<list><item>wheel</item><item>race</item></list></div></body></text></TEI>"""
JATS = """<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) v1.2//EN" "JATS.dtd">
<article><front><title>The mill</title>
</front><body><sec><title>History</title><p>Built in 1790.</p></sec></body></article>"""


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (DOCBOOK, ["<h1>The mill</h1>", "<h1>History</h1>", "<p>Built in 1790.</p>", "<ul>", "<li>wheel</li>"]),
        (DOCBOOK, ["<p>of oak</p>", "<li>race</li>", "<pre>if a:\n    b()</pre>", "<td>Year</td><td>Rent</td>"]),
        (DITA, ["The mill", "<p>Built in 1790.</p>", "<li>wheel of oak</li>", "<pre>b()</pre>"]),
        (TEI, ["The mill", "<p>Built in 1790.</p>", "<li>wheel</li>", "<li>race</li>"]),
        (JATS, ["The mill", "History", "<p>Built in 1790.</p>"]),
    ],
)
def test_a_document_is_shown_with_its_headings_paragraphs_items_tables_and_code(data, shown):
    preview = show(Source(data.encode(), "a.xml"))
    assert preview.form is PreviewForm.MARKUP
    places = [preview.text.find(part) for part in shown]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize(
    "data", ["<article><price>9</price></article>", "<book><title>t</title></book>", "<rss><channel/></rss>"]
)
def test_data_is_shown_as_it_stands(data):
    assert show(Source(data.encode(), "a.xml")).form is PreviewForm.CODE
