"""Sources as a web page, a book, rich text and a notebook."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from archive import write_archive
from manuscript import Block, split_sections

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, serif; color: #22303c; }}
nav, footer {{ font: 0.85rem sans-serif; color: #667; }}
h1, h2 {{ font-family: sans-serif; line-height: 1.2; }}
</style>
</head>
<body>
<nav>Home · Boats · Training · Letters · How to find us</nav>
<main>
{body}
</main>
<footer>{author} · Boathouse Lane, Ferrowby</footer>
</body>
</html>
"""
_CHAPTER = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head>
<body><h1>{title}</h1>
{body}
</body></html>
"""
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">harrow-lane-recipes</dc:identifier>
<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>en</dc:language>
<meta property="dcterms:modified">2025-10-05T00:00:00Z</meta></metadata>
<manifest><item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}</manifest>
<spine>{spine}</spine></package>
"""
_CONTENTS = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Contents</title></head>
<body><nav epub:type="toc"><h1>Contents</h1><ol>{links}</ol></nav></body></html>
"""


def write_html(path: Path, blocks: list[Block], author: str) -> None:
    """Write a page as a small club would have it on the web, with what stands around the text."""
    path.write_text(_PAGE.format(title=escape(blocks[0].text), body=_mark_up(blocks), author=author), encoding="utf-8")


def write_epub(path: Path, blocks: list[Block], author: str) -> None:
    """Write every section as a chapter of a book."""
    names, chapters = [], {}
    for number, (title, inside) in enumerate(split_sections(blocks), 1):
        names.append((f"chapter{number}", escape(title)))
        chapters[f"chapter{number}.xhtml"] = _CHAPTER.format(title=escape(title), body=_mark_up(inside))
    items = "\n".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name, _ in names
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name, _ in names)
    links = "".join(f'<li><a href="{name}.xhtml">{title}</a></li>' for name, title in names)
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "book.opf": _PACKAGE.format(title=escape(blocks[0].text), author=author, items=items, spine=spine),
        "contents.xhtml": _CONTENTS.format(links=links),
        **chapters,
    }
    write_archive(path, {name: text.encode() for name, text in members.items()})


def write_rtf(path: Path, blocks: list[Block], author: str) -> None:
    """Write headings, paragraphs and lists as rich text."""
    shapes = {
        "heading": r"\pard\sb240\sa120\b\fs28 {}\b0\fs22\par",
        "item": r"\pard\li360\fi-240\sa80\bullet\tab {}\par",
    }
    lines = [shapes.get(block.kind, r"\pard\sa140 {}\par").format(_escape_rtf(block.text)) for block in blocks]
    about = rf"{{\info{{\title {_escape_rtf(blocks[0].text)}}}{{\author {_escape_rtf(author)}}}}}"
    fonts = r"{\fonttbl{\f0\froman Georgia;}}"
    path.write_text(
        "\n".join([rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{about}\f0\fs22", *lines, "}"]), encoding="ascii"
    )


def write_ipynb(path: Path, blocks: list[Block], author: str) -> None:
    """Write prose, code and what the code printed as cells of a notebook."""
    cells: list[dict[str, object]] = []
    for block in blocks:
        match block.kind:
            case "output":
                printed = {"name": "stdout", "output_type": "stream", "text": _lines(block.text + "\n")}
                cells[-1]["outputs"] = [printed]
            case "code":
                cells.append(
                    {"cell_type": "code", "execution_count": None, "outputs": [], "source": _lines(block.text)}
                )
            case kind:
                mark = {"heading": "#" * block.level + " ", "item": "- "}.get(kind, "")
                cells.append({"cell_type": "markdown", "source": _lines(mark + block.text)})
    for number, cell in enumerate(cells, 1):
        cell |= {"id": f"cell-{number}", "metadata": {}}
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    about = {"authors": [{"name": author}], "kernelspec": kernel, "language_info": {"name": "python"}}
    book = {"cells": cells, "metadata": about, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(book, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _mark_up(blocks: list[Block]) -> str:
    parts = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        tags = [(f"h{block.level}" if kind == "heading" else "li" if kind == "item" else "p", block) for block in group]
        inside = "\n".join(f"<{tag}>{escape(block.text)}</{tag}>" for tag, block in tags)
        parts.append(f"<ul>\n{inside}\n</ul>" if kind == "item" else inside)
    return "\n".join(parts)


def _escape_rtf(text: str) -> str:
    plain = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(character if ord(character) < 128 else rf"\u{ord(character)}?" for character in plain)


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
