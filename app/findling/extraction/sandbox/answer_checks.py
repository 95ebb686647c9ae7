"""Checks of what a parser child answers, which may be hostile; each raises `MessageError`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from findling.domain.files import Unread
from findling.extraction.embedded.file_holder import FILES_LIMIT
from findling.extraction.limits import PEOPLE, PROPERTY_LENGTH, PROPERTY_LIMIT, RECOGNISED_PAGES
from findling.ipc.codec import require
from findling.messages.notice import Notice

if TYPE_CHECKING:
    from findling.domain.files import EmbeddedFiles, Wholeness
    from findling.domain.origin import Origin
    from findling.domain.recognition import Pictured, RecognisedLine, RecognisedPage

DETAIL_LIMIT = 1_000
"""Characters of one text in a message to the user."""

_DIGEST_LIMIT = 32
_NAME_LIMIT = 4_000
_LINES = 2_000
_LINE_LENGTH = 2_000
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def require_wholeness(wholeness: Wholeness) -> None:
    """Check what was read of a file."""
    require(len(wholeness.unread) <= len(Unread), "too many parts")
    for digest in (wholeness.characters, wholeness.objects):
        require(len(digest) <= _DIGEST_LIMIT, "a digest that is too long")


def check_origin(origin: Origin) -> None:
    """Check what a file says of itself."""
    require(origin.dated_ns is None or abs(origin.dated_ns) < 2**63, "a date that is none")
    check_text(origin.subject, DETAIL_LIMIT)
    for _, people in origin.people:
        require(len(people) <= PEOPLE, "too many people")
        for person in people:
            check_text(person, DETAIL_LIMIT)
    require(len(origin.written) <= PROPERTY_LIMIT, "too many properties")
    for name, value in origin.written:
        check_text(name, DETAIL_LIMIT)
        check_text(value, PROPERTY_LENGTH)


def check_pictured(pictured: Pictured) -> None:
    """Check the pages on which text recognition may find more."""
    pages = pictured.pages
    require(len(pages) <= RECOGNISED_PAGES and set(pictured.garbled) <= set(pages), "too many pages, or others")
    require(all(0 < page <= pictured.total for page in pages), "a page that is not there")
    require(all(one < other for one, other in pairwise(pages)), "pages out of order")


def check_line(line: RecognisedLine) -> None:
    """Check a recognised line."""
    check_text(line.text, _LINE_LENGTH)
    # Written so that what is no number is not within.
    require(len(line.corners) == 8 and all(0 <= each <= 1 for each in line.corners), "a line outside its page")
    require(0 <= line.confidence <= 1, "no probability")
    require(len(line.places) == len(line.text) and all(0 <= each <= 1_000 for each in line.places), "places")


def check_page(page: RecognisedPage) -> None:
    """Check a recognised page."""
    require(len(page.lines) <= _LINES and len(page.paragraphs) <= _LINES, "too many lines")
    for paragraph in page.paragraphs:
        check_text(paragraph, _LINES * _LINE_LENGTH)


def check_inside(inside: EmbeddedFiles) -> None:
    """Check the files in a file; none may have a name that leads out of it, and no two the same."""
    require(len(inside.files) <= FILES_LIMIT, "too many files")
    names = {file.name for file in inside.files}
    require(len(names) == len(inside.files), "two files of one name")
    for file in inside.files:
        check_text(file.name, _NAME_LIMIT)
        require(file.stat.inode >= 0, "a negative number")
        require(all(part not in ("", ".", "..") for part in file.name.split("/")), "a name that leads elsewhere")
        require("\0" not in file.name, "a name that is none")


def check_notice(notice: Notice) -> None:
    """Check why a file gives no text, or not all."""
    require(not notice.remedies, "advice")
    for _, value in notice.facts:
        if isinstance(value, Notice):
            check_notice(value)
        elif not isinstance(value, int | float):
            check_text(str(value), DETAIL_LIMIT)


def check_text(text: str, limit: int) -> None:
    """Check that a text is one, and of at most so many characters."""
    require(len(text) <= limit and not _LONE_SURROGATE.search(text), "something that is too long, or no text")
