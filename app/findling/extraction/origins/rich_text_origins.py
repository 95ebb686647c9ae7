"""Origins of Rich Text: its information group (Rich Text Format 1.9.1, "Information Group")."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction.origins.named_people import split_authors
from findling.extraction.origins.own_dates import believe
from findling.extraction.origins.written_properties import keep_written
from findling.extraction.readers.rtf_walk import RichTextWalk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.readers.rtf_walk import RichTextGroup
    from findling.extraction.source import Source

# When it was saved last, else when it was made.
_MOMENTS = (b"revtim", b"creatim")
_UNITS = (b"yr", b"mo", b"dy", b"hr", b"min", b"sec")
_WRITTEN = (
    ("Subject", b"subject"), ("Keywords", b"keywords"), ("Category", b"category"), ("Description", b"doccomm"),
)  # fmt: skip
_GROUP = rb"\{(?:\\\*)?\\%b\b((?:[^{}]|\{[^{}]*\})*)\}"
_CODE_PAGE = re.compile(rb"\\ansicpg\d+")


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a document; programs write its dates in the zone of the computer."""
    dates = (_read_moment(source.data, word) for word in _MOMENTS)
    yield Origin(
        dated_ns=next((date for date in dates if date is not None), None),
        authors=split_authors(_read_group(source.data, b"author")),
        written=keep_written(*((name, _read_group(source.data, word)) for name, word in _WRITTEN)),
    )


def _read_moment(data: bytes, word: bytes) -> int | None:
    found = re.search(rb"\\%b((?:\s*\\(?:%b)-?\d+)+)" % (word, b"|".join(_UNITS)), data)
    if found is None:
        return None
    parts = {unit: int(number) for unit, number in re.findall(rb"\\([a-z]+)(-?\d+)", found[1])}
    year, month, day, hour, minute, second = (parts.get(unit, 0) for unit in _UNITS)
    try:
        moment = datetime(year, month or 1, day or 1, hour, minute, second)  # noqa: DTZ001 - of this computer's zone
        return believe(moment)
    except ValueError:
        return None


def _read_group(data: bytes, word: bytes) -> str:
    info = data.find(b"{\\info")
    found = re.compile(_GROUP % word).search(data, info) if info >= 0 else None
    if found is None:
        return ""
    code_page = _CODE_PAGE.search(data)
    letters = _Letters()
    RichTextWalk(rb"{\rtf1\ansi%b %b}" % (code_page[0] if code_page else b"", found[1]), letters).run()
    return "".join(letters.texts)


class _Letters:
    """A target of the walk that keeps all text."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def begin(self, group: RichTextGroup) -> None:
        """Pass over where it goes."""

    def end(self, group: RichTextGroup, content: bytes) -> None:
        """Pass over where it ends."""

    def text(self, group: RichTextGroup, text: str) -> None:  # noqa: ARG002 - as the walk calls it
        self.texts.append(text)

    def control(self, group: RichTextGroup, word: bytes, number: int | None) -> None:
        """Pass over how it looks."""
