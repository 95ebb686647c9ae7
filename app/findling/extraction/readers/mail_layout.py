"""Layout of one mail as text, whatever its file format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind
from findling.errors import ExtractionError
from findling.extraction.document import TextBuilder
from findling.extraction.readers.html_text import add_html
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_SUBJECT = "(no subject)"


@dataclass(frozen=True, slots=True)
class Envelope:
    """Headers of a mail, and the names of its attachments.

    Attributes:
        fields: pairs of name and value, e.g. ("From", "Ann <ann@example.org>"), in the order shown.
        attachments: file names.
    """

    subject: str
    fields: tuple[tuple[str, str], ...] = ()
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailPosition:
    """Position of a mail in its file.

    Attributes:
        level: heading level of the subject; headings in the mail's HTML come below it.
        page: number of the message in a mailbox, from 1; None for a single mail.
    """

    level: int = 1
    page: int | None = None


def add_envelope(builder: TextBuilder, envelope: Envelope, place: MailPosition) -> None:
    """Add the subject as a heading that begins a part, and the fields as lines below it."""
    fields = [*envelope.fields, ("Attachments", ", ".join(envelope.attachments))]
    lines = [f"{name}: {' '.join(value.split())}" for name, value in fields if value.strip()]
    if not (envelope.subject.strip() or lines):
        return
    subject = " ".join(envelope.subject.split()) or NO_SUBJECT
    builder.add(subject, BlockKind.HEADING, level=place.level, page=place.page, breaks=True)
    builder.add("\n".join(lines), BlockKind.META, page=place.page)


def add_plain(builder: TextBuilder, text: str, place: MailPosition) -> None:
    """Add a plain body, split into paragraphs at blank lines."""
    for paragraph in _paragraphs(text.splitlines()):
        builder.add(paragraph, page=place.page)


def add_markup(builder: TextBuilder, markup: str, place: MailPosition) -> None:
    """Add an HTML body, with its headings below the subject."""
    inner = TextBuilder()
    add_html(inner, markup)
    try:
        body = inner.finish(FileKind.HTML)
    except ExtractionError:
        return
    for block in body.blocks:
        level = min(block.level + place.level, 6)
        builder.add(body.text[block.start : block.end], block.kind, level=level, page=place.page)


def _paragraphs(lines: Iterable[str]) -> Iterable[str]:
    gathered: list[str] = []
    for line in lines:
        if line.strip():
            gathered.append(line)
        elif gathered:
            yield "\n".join(gathered)
            gathered.clear()
    yield "\n".join(gathered)
