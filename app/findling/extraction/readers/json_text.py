"""Reader of JSON and JSON Lines: each value on its own line, after the path of its names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from findling.extraction import limits
from findling.extraction.document import TextBuilder, clean
from findling.extraction.encoding import decode
from findling.extraction.readers import plain_text
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.files import Extraction
    from findling.extraction.source import Source

Json: TypeAlias = "dict[str, Json] | list[Json] | str | bool | None"
"""Parsed JSON; numbers stay as they are spelled."""

_TITLES = ("title", "name")


def read(source: Source) -> Extraction:
    """Read a JSON text, by entries of the outermost object or array; else as plain text.

    Each entry is a paragraph.
    """
    text = decode(source.data).text
    builder = TextBuilder()
    try:
        content = parse_json(text)
    except (ValueError, RecursionError):
        plain_text.add_paragraphs(builder, clean(text))
        return builder.finish(FileKind.JSON)
    for paragraph in _paragraphs(content):
        builder.add(paragraph)
        if builder.full:
            break
    return builder.finish(FileKind.JSON, _title_of(content))


def parse_json(text: str) -> Json:
    """Parse one JSON text, or one on each line.

    Raises:
        ValueError, RecursionError: it is neither, or nested too deeply.
    """
    try:
        return _parse(text)
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        return [_parse(line) for line in lines]


def _parse(text: str) -> Json:
    content: Json = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    return content


def _paragraphs(content: Json) -> Iterator[str]:
    if isinstance(content, dict):
        for name, value in content.items():
            yield "\n".join(flatten(value, name))
    elif isinstance(content, list) and not _is_flat(content):
        for value in content:
            yield "\n".join(flatten(value))
    else:
        yield "\n".join(flatten(content))


def flatten(content: Json, path: str = "") -> Iterator[str]:
    """Yield "path.to.name: value" for every value; a plain array is one line, null and {} none.

    Values below `limits.TREE_DEPTH` levels are written under the last name.
    """
    waiting: list[tuple[Json, str, int]] = [(content, path, 0)]
    while waiting:
        value, name, depth = waiting.pop()
        if isinstance(value, dict):
            inner = [(child, _join(name, key, depth), depth + 1) for key, child in value.items()]
            waiting.extend(reversed(inner))
        elif isinstance(value, list) and not _is_flat(value):
            waiting.extend((child, name, depth + 1) for child in reversed(value))
        else:
            yield from _line(value, name)


def _join(path: str, name: str, depth: int) -> str:
    if depth >= limits.TREE_DEPTH:
        return path
    return f"{path}.{name}" if path else name


def _is_flat(values: list[Json]) -> bool:
    return not any(isinstance(value, dict | list) for value in values)


def _line(value: Json, name: str) -> Iterator[str]:
    words = ", ".join(filter(None, map(_words, value))) if isinstance(value, list) else _words(value)
    if words:
        yield f"{name}: {words}" if name else words


def _words(value: Json) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


def _title_of(content: Json) -> str:
    if not isinstance(content, dict):
        return ""
    found = (value for name in _TITLES if isinstance(value := content.get(name), str))
    return next(found, "")
