"""Reader of Jupyter notebooks: prose and code cell by cell, and its output."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction.document import TextBuilder
from findling.extraction.encoding import decode
from findling.extraction.readers import json_text
from findling.extraction.readers.html_text import add_html
from findling.extraction.readers.markdown import add_markdown
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from findling.extraction.readers.json_text import Json
    from findling.extraction.source import Source

# What Python says of an object that shows itself in another form.
_NO_VALUE = re.compile(r"<[\w.]+(?: object| at 0x).*>")
_OLD_FORMS = MappingProxyType(
    {"text/html": "html", "image/svg+xml": "svg", "application/json": "json", "text/latex": "latex"}
)
_LEVELS = tuple("123456")
_OUTPUT_LENGTH = 10_000
"""Characters kept of the output of a cell."""


def read(source: Source) -> Extraction:
    """Read a notebook of format 3 or 4; its title is its own or its first top heading."""
    try:
        notebook = json_text.parse_json(decode(source.data).text)
    except (ValueError, RecursionError) as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    builder = TextBuilder()
    title = str(_get(_get(notebook, "metadata"), "title") or "")
    for cell in _cells(notebook):
        source.beat()
        title = _add_cell(builder, cell, title) or title
    return builder.finish(FileKind.IPYNB, title)


def _cells(notebook: Json) -> list[Json]:
    sheets = _list(_get(notebook, "worksheets"))
    cells = _list(_get(notebook, "cells")) + [cell for sheet in sheets for cell in _list(_get(sheet, "cells"))]
    if not isinstance(notebook, dict) or not (cells or {"cells", "worksheets"} & notebook.keys()):
        raise ExtractionError(Reason.DAMAGED, FileMessage.NO_CELLS())
    return cells


def _add_cell(builder: TextBuilder, cell: Json, title: str) -> str:
    """Add a cell and its output; return `title`, or if that is empty the cell's heading."""
    text = _joined(_get(cell, "source") or _get(cell, "input"))
    match _get(cell, "cell_type"):
        case "markdown":
            heading = add_markdown(builder, text)
            return title or heading
        case "heading":
            level = _get(cell, "level")
            builder.add(text, BlockKind.HEADING, level=int(level) if level in _LEVELS else 1)
            return title or text
        case "code":
            builder.add(text, BlockKind.CODE)
        case _:
            builder.add(text)
    for output in _list(_get(cell, "outputs")):
        _add_output(builder, output)
    return title


def _add_output(builder: TextBuilder, output: Json) -> None:
    """Add an output: of a stream, a value in the plainest of its forms, or an error's message."""
    if _get(output, "ename"):
        builder.add(f"{_get(output, 'ename')}: {_get(output, 'evalue')}"[:_OUTPUT_LENGTH], BlockKind.CODE)
        return
    plain = _joined(_get(output, "text") or _form(output, "text/plain"))
    written, page = _joined(_form(output, "text/markdown")), _joined(_form(output, "text/html"))
    page = page or _joined(_form(output, "image/svg+xml"))
    says_nothing = not plain or _NO_VALUE.fullmatch(plain.strip()) is not None
    if written and says_nothing:
        add_markdown(builder, written[:_OUTPUT_LENGTH])
    elif page and says_nothing:
        add_html(builder, page[:_OUTPUT_LENGTH])
    elif says_nothing and (content := _form(output, "application/json")):
        builder.add("\n".join(json_text.flatten(_data(content)))[:_OUTPUT_LENGTH], BlockKind.CODE)
    else:
        builder.add((plain or _joined(_form(output, "text/latex")))[:_OUTPUT_LENGTH], BlockKind.CODE)


def _form(output: Json, media_type: str) -> Json:
    """Return a value in one of its forms; format 3 names these by their last word alone."""
    return _get(_get(output, "data"), media_type) or _get(output, _OLD_FORMS.get(media_type, ""))


def _data(content: Json) -> Json:
    """Return data that are stored as they are, or as their source as in format 3."""
    if not (isinstance(content, str) or (isinstance(content, list) and all(isinstance(line, str) for line in content))):
        return content
    try:
        return json_text.parse_json(_joined(content))
    except (ValueError, RecursionError):
        return content


def _get(content: Json, name: str) -> Json:
    return content.get(name) if isinstance(content, dict) else None


def _list(content: Json) -> list[Json]:
    return content if isinstance(content, list) else []


def _joined(content: Json) -> str:
    """Join a text that is stored whole or as a list of lines."""
    return "".join(map(str, content)) if isinstance(content, list) else str(content or "")
