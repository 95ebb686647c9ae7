"""Attachments of mails and mailboxes, those of mails inside mails as well."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from blake3 import blake3

from findling.extraction.document import UNNAMED
from findling.extraction.embedded.embedded_entry import EmbeddedEntry
from findling.extraction.readers.mail_layout import NO_SUBJECT
from findling.extraction.readers.mail_structure import (
    DEPTH_LIMIT,
    MESSAGES,
    MessageParser,
    children,
    decode_header,
    decode_part,
    is_message,
    name_attached,
    split_messages,
)
from findling.extraction.readers.uuencoded_files import split_uuencoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from findling.extraction.source import Source

_MOST_SECONDS = 2**33


class _Attachment(NamedTuple):
    """A part that is a file, with the folder made of the subjects of the mails around it."""

    folder: str
    name: str
    part: Message
    modified_ns: int | None


def find_entries(source: Source) -> Iterator[EmbeddedEntry]:
    """Find the attachments of all messages in a file; in a mailbox, each message is a folder."""
    messages, is_mailbox = split_messages(source.data, source.name)
    last = _LastMessage()
    for data in messages:
        source.beat()
        for number, found in enumerate(_find_attachments(data, is_folder=is_mailbox)):
            content = _decode(found.part)
            yield EmbeddedEntry(
                found.folder + found.name,
                len(content),
                found.modified_ns,
                blake3(content).digest(),
                partial(last.unpack, data, number),
            )


class _LastMessage:
    """Attachments of the last message asked for; all parsed would take several times their size."""

    def __init__(self) -> None:
        self._data = b""
        self._parts: list[Message] = []

    def unpack(self, data: bytes, number: int) -> bytes:
        """Return an attachment of a message by its number."""
        if data is not self._data:
            self._parts = [found.part for found in _find_attachments(data, is_folder=False)]
            self._data = data
        return _decode(self._parts[number])


def _decode(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _find_attachments(data: bytes, *, is_folder: bool) -> Iterator[_Attachment]:
    parser = MessageParser()
    message = parser.parse(data)
    folder = _name_folder(message) if is_folder else ""
    yield from _walk(parser, message, folder, _read_date(message), 0, is_resource=False)


def _walk(
    parser: MessageParser, part: Message, folder: str, date: int | None, depth: int, *, is_resource: bool
) -> Iterator[_Attachment]:
    """Yield the files below a part: what the reader of mails does not take for text."""
    if depth > DEPTH_LIMIT:
        return
    if is_message(part):
        if part.get_content_type() in MESSAGES:
            for inner in parser.parse_inner(part):
                below = folder + _name_folder(inner)
                yield from _walk(parser, inner, below, _read_date(inner) or date, depth + 1, is_resource=False)
        return
    if not part.is_multipart():
        if (name := name_attached(part, is_resource=is_resource)) is not None:
            yield _Attachment(folder, name.replace("/", "-") if name == part.get_content_type() else name, part, date)
        elif part.get_content_maintype() == "text":
            for file in split_uuencoded(decode_part(part))[1]:
                yield _Attachment(folder, name_attached(file, is_resource=False) or UNNAMED, file, date)
        return
    is_page = part.get_content_type() == "multipart/related"
    for number, child in enumerate(children(part)):
        is_dressing = is_resource or (is_page and number > 0)
        yield from _walk(parser, child, folder, date, depth + 1, is_resource=is_dressing)


def _name_folder(message: Message) -> str:
    subject = decode_header(message, "Subject").strip() or NO_SUBJECT
    return f"{subject.replace('/', '-')}/"


def _read_date(message: Message) -> int | None:
    """Return when a mail was written, in nanoseconds since 1970; None where it does not say."""
    try:
        seconds = parsedate_to_datetime(decode_header(message, "Date")).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return int(seconds) * 10**9 if 0 <= seconds < _MOST_SECONDS else None
