"""Each kind of file is shown in the form that suits it, with the words that its reader finds."""

from __future__ import annotations

import csv
import io

import pytest

from findling.domain.files import Reason
from findling.domain.preview import Preview, PreviewForm
from findling.errors import ExtractionError
from findling.extraction.passage_locator import locate
from findling.extraction.previews.preview_builder import PLAIN_LEXER, find_lexer, make_preview
from findling.extraction.source import Source
from findling.format_table import FORMATS
from findling.formats import FileKind

MAIL = b"From: Ann <ann@example.org>\nTo: Bob\nSubject: =?utf-8?q?Caf=C3=A9?=\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n"


def shown(name: str, content: str | bytes) -> Preview:
    return make_preview(Source(content.encode() if isinstance(content, str) else content, name))


def test_every_document_of_the_sample_is_shown_with_the_words_that_are_found_in_it(sample_library):
    from findling.extraction.parsing import parse

    files = [path for path in sorted(sample_library.rglob("*")) if path.is_file() and path.suffix != ".pdf"]
    assert len(files) > 10
    for path in files:
        source = Source(path.read_bytes(), path.name)
        preview = make_preview(source)
        slides = (part for slide in preview.slides for part in (slide.text, slide.notes))
        text = " ".join(
            [preview.text, *slides, *(cell for sheet in preview.sheets for row in sheet.rows for cell in row)]
        )
        for header in preview.headers:
            text = f"{' '.join(header)} {text}"
        extraction = parse(source)
        for start in range(0, len(extraction.text), 600):
            assert locate(extraction.text[start : start + 600], text), path.name


def test_markdown_is_rendered_and_its_html_sanitised():
    preview = shown(
        "a.md", "---\ntitle: Notes\n---\n# Head\n\n*so* <b onclick=x>b</b> <script>x</script>\n\n```py\nx\n```\n"
    )
    assert preview.form is PreviewForm.MARKUP
    assert preview.title == "Notes"
    assert "<h1>Head</h1>" in preview.text
    assert "<em>so</em> <b>b</b>" in preview.text
    assert '<code class="language-py">x\n</code>' in preview.text
    assert "script" not in preview.text


def test_a_text_keeps_its_blank_lines_and_its_indents():
    assert shown("a.txt", "Title\r\n\r\n\r\n\r\n  text\0\n").text == "Title\n\n\n\n  text\n"
    assert shown("a.txt", "Title\n\ntext").title == "Title"


def test_code_is_coloured_by_its_name():
    preview = shown("a.py", "def f():\n\treturn 1\n")
    assert (preview.form, preview.lexer, preview.title) == (PreviewForm.CODE, "python", "a.py")


def test_a_long_text_is_cut():
    preview = shown("a.txt", "word " * 500_000)
    assert preview.cut
    assert len(preview.text) == 2_000_000


def test_a_table_is_its_cells_up_to_a_limit():
    wide = io.StringIO()
    csv.writer(wide).writerows([["name", "", "x" * 600, ""], *([["a"] * 150] * 3_000)])
    preview = shown("a.csv", wide.getvalue())
    (sheet,) = preview.sheets
    assert sheet.rows[0] == ("name", "", "x" * 500)
    assert len(sheet.rows) <= 2_000
    assert max(map(len, sheet.rows)) == 100
    assert preview.cut


def test_a_small_table_is_whole():
    preview = shown("a.tsv", "a\tb\n1\t2\n")
    assert [sheet.rows for sheet in preview.sheets] == [(("a", "b"), ("1", "2"))]
    assert not preview.cut


def test_a_mail_has_its_headers_apart():
    preview = shown("a.eml", MAIL + b"\nHello\n\nBob\n")
    assert preview.form is PreviewForm.TEXT
    assert preview.title == "Café"
    assert preview.headers[:3] == (("Subject", "Café"), ("From", "Ann <ann@example.org>"), ("To", "Bob"))
    assert preview.text == "Hello\n\nBob"


def test_a_mail_of_markup_only_is_shown_as_markup():
    body = b"Content-Type: text/html\n\n<h1>Hi</h1><img src=http://tracker/><script>x</script><ul><li>one</ul>"
    preview = shown("a.eml", MAIL + body)
    assert preview.form is PreviewForm.MARKUP
    assert "<h2>Hi</h2>" in preview.text
    assert "<li>one</li>" in preview.text
    assert "tracker" not in preview.text


def test_of_a_mailbox_the_first_letters_are_shown():
    letter = b"From a@b Mon Mar  3 10:00:00 2025\n" + MAIL + b"\nbody\n\n"
    preview = shown("a.mbox", letter * 60)
    assert preview.cut
    assert preview.text.count("<h2>") == 50
    assert '<a name="page-50">' in preview.text


def test_text_of_documents_is_escaped():
    preview = shown("a.rtf", rb"{\rtf1 <script>alert(1)</script> & more\par}")
    assert preview.form is PreviewForm.MARKUP
    assert "&lt;script&gt;" in preview.text
    assert "<script" not in preview.text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [("a.txt", b"", Reason.EMPTY), ("a.bin", b"\0\1\2\3" * 99, Reason.BINARY), ("a.html", b"<p></p>", Reason.NO_TEXT)],
)
def test_what_cannot_be_shown_says_why(name, content, reason):
    with pytest.raises(ExtractionError) as caught:
        shown(name, content)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("name", "kind", "lexer"),
    [
        ("Makefile", FileKind.CODE, "make"),
        ("a.TS", FileKind.CODE, "typescript"),
        ("a.unknown", FileKind.CODE, PLAIN_LEXER),
        ("a", FileKind.JSON, "json"),
        ("a.fodt", FileKind.XML, "xml"),
    ],
)
def test_a_lexer_is_known_by_the_name(name, kind, lexer):
    assert find_lexer(name, kind) == lexer


def test_pygments_knows_every_lexer():
    from pygments.lexers import get_lexer_by_name

    for known in FORMATS:
        for ending in (*known.suffixes, *known.names):
            assert get_lexer_by_name(find_lexer(f"a{ending}" if ending.startswith(".") else ending, known.kind))
