"""Sources as OpenDocument text and spreadsheet."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from archive import write_archive
from manuscript import Block, split_sections

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "text": "text", "table": "table", "style": "style", "meta": "meta",
        "fo": "xsl-fo-compatible", "manifest": "manifest",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STYLES = """<office:automatic-styles>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.5cm"/>\
<style:text-properties fo:font-size="18pt" fo:font-weight="bold" fo:color="#22303c"/></style:style>
<style:style style:name="Section" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.4cm" \
fo:margin-bottom="0.15cm"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold" fo:color="#22303c"/>\
</style:style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"/>\
<style:text-properties fo:font-size="10.5pt"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:text-properties fo:font-size="10.5pt" \
fo:font-weight="bold"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" \
fo:padding="0.08cm" fo:border-bottom="0.5pt solid #c8d0d8" style:vertical-align="top"/></style:style>
<style:style style:name="Strong" style:family="table-cell" style:parent-style-name="Cell">\
<style:table-cell-properties fo:border-bottom="1pt solid #22303c"/><style:text-properties fo:font-weight="bold"/>\
</style:style>
<style:style style:name="Narrow" style:family="table-column"><style:table-column-properties \
style:column-width="2.8cm"/></style:style>
<style:style style:name="Medium" style:family="table-column"><style:table-column-properties \
style:column-width="5.6cm"/></style:style>
<style:style style:name="Wide" style:family="table-column"><style:table-column-properties \
style:column-width="10.5cm"/></style:style>
</office:automatic-styles>"""


def write_odt(path: Path, blocks: list[Block], author: str) -> None:
    """Write headings, paragraphs, lists and tables as a text document."""
    body = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        inside = "".join(map(_text_element, group))
        body.append(f"<text:list>{inside}</text:list>" if kind == "item" else inside)
    _write(path, "text", "".join(body), blocks[0].text, author)


def write_ods(path: Path, blocks: list[Block], author: str) -> None:
    """Write every section with its table as one sheet."""
    sheets = "".join(_table(title, inside[0].rows) for title, inside in split_sections(blocks))
    _write(path, "spreadsheet", sheets, blocks[0].text, author)


def _text_element(block: Block) -> str:
    words = escape(block.text)
    if block.kind == "heading":
        style = "Title" if block.level == 1 else "Section"
        return f'<text:h text:style-name="{style}" text:outline-level="{block.level}">{words}</text:h>'
    if block.kind == "item":
        return f'<text:list-item><text:p text:style-name="Body">{words}</text:p></text:list-item>'
    if block.kind == "table":
        return _table("Table", block.rows)
    return f'<text:p text:style-name="Body">{words}</text:p>'


def _table(name: str, rows: tuple[tuple[str, ...], ...]) -> str:
    columns = "".join(map(_column, zip(*rows, strict=True)))
    lines = "".join(
        f"<table:table-row>{''.join(_cell(text, head=not number) for text in row)}</table:table-row>"
        for number, row in enumerate(rows)
    )
    return f'<table:table table:name="{escape(name)}">{columns}{lines}</table:table>'


def _column(cells: tuple[str, ...]) -> str:
    longest = max(map(len, cells))
    width = "Narrow" if longest <= 15 else "Medium" if longest <= 45 else "Wide"
    return f'<table:table-column table:style-name="{width}"/>'


def _cell(text: str, *, head: bool) -> str:
    typed = 'office:value-type="string"'
    if text.replace(".", "", 1).lstrip("-").isdigit():
        typed = f'office:value-type="float" office:value="{text}"'
    cell, words = ("Strong", "Head") if head else ("Cell", "Body")
    inside = f'<text:p text:style-name="{words}">{escape(text)}</text:p>'
    return f'<table:table-cell table:style-name="{cell}" {typed}>{inside}</table:table-cell>'


def _write(path: Path, kind: str, body: str, title: str, author: str) -> None:
    mime = f"application/vnd.oasis.opendocument.{kind}"
    entries = {"/": mime, "content.xml": "text/xml", "meta.xml": "text/xml"}
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{media}"/>'
        for name, media in entries.items()
    )
    about = f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
    content = f"{_STYLES}<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    version = f'{_SPACES} office:version="1.3"'
    members = {
        "mimetype": mime,
        "content.xml": f"{_HEAD}<office:document-content {version}>{content}</office:document-content>",
        "meta.xml": f"{_HEAD}<office:document-meta {version}><office:meta>{about}</office:meta></office:document-meta>",
        "META-INF/manifest.xml": (
            f'{_HEAD}<manifest:manifest {_SPACES} manifest:version="1.3">{listed}</manifest:manifest>'
        ),
    }
    write_archive(path, {name: text.encode() for name, text in members.items()})
