"""Documents of each format made in a test, of one text and with one thing more that a reader may drop."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from struct import pack as pack_struct

import xlsxwriter

from zips import pack

SENTENCES = (
    "The boiler in the basement is going to be replaced next month.",
    "The water will be off while the work is done, so fill a bucket or two in the morning.",
    "Please leave the door to the cellar open, and take down what hangs there.",
    "The firm has promised to be quick, and to clean the stairs when they leave.",
    "If you are away, give your key to someone in the house, and tell us who has it.",
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:a="{A}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
    for name, uri in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("form", "form"), ("svg", "svg-compatible"),
    )
)  # fmt: skip


def png(shade: int, *, level: int = 6) -> bytes:
    """A picture of 4 x 4 pixels in one grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack_struct(">I", len(data)) + kind + data + pack_struct(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * 4) * 4
    header = pack_struct(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, level)) + chunk(b"IEND", b"")
    )


def word(more: str = "", *, within: str = "", sentences: tuple[str, ...] = SENTENCES, **parts: str | bytes) -> bytes:
    """A .docx file.

    Args:
        more: elements of the body after the text.
        within: elements at the end of the first paragraph.
        sentences: a paragraph each.
        parts: more parts below word/, by name; "header1" has that content type, "media" is media/1.png.
    """
    paragraphs = [
        f"<w:p><w:r><w:t>{each}</w:t></w:r>{'' if number else within}</w:p>" for number, each in enumerate(sentences)
    ]
    named = {name: content for name, content in parts.items() if name != "media"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name.rstrip("0123456789")}+xml"/>'
        for name in named
    )
    main = f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in named
    )
    relations += f'<Relationship Id="image" Type="{R}/image" Target="media/1.png"/>'
    relations += (
        f'<Relationship Id="site" Type="{R}/hyperlink" Target="{parts.get("site", "x:")!s}" TargetMode="External"/>'
    )
    named.pop("site", None)
    return pack(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}">{main}{overrides}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{R}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(paragraphs)}{more}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
            **({"word/media/1.png": parts["media"]} if "media" in parts else {}),
            **{f"word/{name}.xml": content for name, content in named.items()},
        }
    )


def story(tag: str, text: str) -> str:
    """A header, footer or the like of a .docx file."""
    return f"<w:{tag} {NAMESPACES}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{tag}>"


def notes(kind: str, text: str) -> str:
    """Footnotes, endnotes or comments of a .docx file, with one of the number 2."""
    inner = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f'<w:{kind}s {NAMESPACES}><w:{kind} w:id="2" w:author="A">{inner}</w:{kind}></w:{kind}s>'


def odt(more: str = "", *, within: str = "", styles: str = "", looks: str = "", **parts: bytes) -> bytes:
    """An .odt file; `more` is what `word` says, `styles` the master page's, `parts` are pictures by name.

    `looks` is how letters of the style T are struck out.
    """
    paragraphs = [f"<text:p>{each}{'' if number else within}</text:p>" for number, each in enumerate(SENTENCES)]
    letters = f'<style:text-properties style:text-line-through-style="{looks}"/>'
    automatic = (
        f'<office:automatic-styles><style:style style:name="T">{letters}</style:style></office:automatic-styles>'
    )
    content = f"{automatic}<office:body><office:text>{''.join(paragraphs)}{more}</office:text></office:body>"
    master = f"<office:master-styles><style:master-page>{styles}</style:master-page></office:master-styles>"
    return pack(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content {ODF} xmlns:xlink="http://www.w3.org/1999/xlink">{content}'
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}>{master}</office:document-styles>",
            **{f"Pictures/{name}.png": content for name, content in parts.items()},
        }
    )


def html(more: str = "") -> bytes:
    """A page."""
    return f"<html><body>{''.join(f'<p>{each}</p>' for each in SENTENCES)}{more}</body></html>".encode()


def markdown(more: str = "") -> bytes:
    """A Markdown text."""
    return "\n\n".join((*SENTENCES, more)).encode()


def plain(more: str = "") -> bytes:
    """A plain text."""
    return "\n\n".join((*SENTENCES, more)).encode()


def rtf(more: str = "") -> bytes:
    """A Rich Text document."""
    return rb"{\rtf1\ansi\ansicpg1252 " + r"\par ".join(SENTENCES).encode() + more.encode("latin-1") + rb"\par}"


def mail(*parts: tuple[str, str], headers: str = "") -> bytes:
    """A message of several parts, each its headers and its content."""
    text = "\r\n".join(SENTENCES)
    whole = (("Content-Type: text/plain; charset=utf-8", text), *parts)
    bodies = "".join(f"--edge\r\n{header}\r\n\r\n{content}\r\n" for header, content in whole)
    return (
        f"From: Ann <ann@example.org>\r\nTo: Bob <bob@example.org>\r\nSubject: The boiler\r\n{headers}"
        "Date: Mon, 1 Jan 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/mixed; boundary="edge"\r\n\r\n{bodies}--edge--\r\n'
    ).encode()


def workbook(fill: Callable[..., None] = lambda book, sheet: None) -> bytes:
    """An .xlsx file; `fill` is given the book and its sheet."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Notes")
        for number, sentence in enumerate(SENTENCES):
            sheet.write(number, 0, sentence)
        fill(book, sheet)
    return stream.getvalue()


def epub(more: str = "", *, picture: bytes = b"", manifest: str = "") -> bytes:
    """A book of one chapter."""
    chapter = html(more).decode().replace("<html>", '<html xmlns="http://www.w3.org/1999/xhtml">')
    opf = (
        '<package><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'
        f'<item id="p" href="p.png" media-type="image/png"/>{manifest}</manifest>'
        '<spine><itemref idref="c"/></spine></package>'
    )
    return pack({"mimetype": "application/epub+zip", "META-INF/container.xml": '<container><rootfiles><rootfile '
        'full-path="b.opf"/></rootfiles></container>', "b.opf": opf, "c.xhtml": chapter, "p.png": picture})  # fmt: skip
