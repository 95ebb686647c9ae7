"""Reader of mails and mailboxes, with limits on headers, parts and depth."""

from __future__ import annotations

import email.header
import re
from email.errors import HeaderParseError
from email.message import Message
from email.parser import BytesFeedParser, BytesHeaderParser
from email.policy import Compat32, Policy
from typing import TYPE_CHECKING

from findling.domain.files import Extraction, Reason
from findling.extraction import encoding
from findling.extraction.document import TextBuilder
from findling.extraction.readers.mail_layout import Envelope, MailPosition, add_envelope, add_markup, add_plain
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source
    from findling.messages.notice import Notice

HEADER_LIMIT = 65_536
"""Characters kept of one header: decoding encoded words takes far more than linear time and memory."""

PART_LIMIT = 1_000
DEPTH_LIMIT = 50

MESSAGE_LIMIT = 64 * 2**20
"""Bytes read of one message."""

_SHOWN = ("From", "To", "Cc", "Bcc", "Date")
_FEED = 65_536
# The separator of RFC 4155 is "From ", an address and a date. Programs differ in the date, but all write a time of day,
# while the body of a mail may well begin a line with "From ".
_SEPARATOR = re.compile(rb"^From [^\r\n]*\b\d\d?:\d\d[^\r\n]*\r?\n", re.MULTILINE)
_QUOTED_SEPARATOR = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(source: Source) -> Extraction:
    """Read an .eml file, or an .mbox file, where `page` is the number of the message.

    Of a message past `MESSAGE_LIMIT`, `PART_LIMIT` or `DEPTH_LIMIT` the beginning is read, and the result says so.
    """
    starts = [separator.span() for separator in _SEPARATOR.finditer(source.data)]
    alone = len(starts) < 2 and source.name.lower().endswith(".eml")
    if starts and starts[0][0] == 0 and not alone:
        return _read_mailbox(source, starts)
    mail = _MailMessage(source.data)
    builder = TextBuilder()
    mail.add_to(builder, MailPosition())
    reason = None if mail.whole else Reason.PARTLY_READ
    return builder.finish(FileKind.EML, mail.subject, reason=reason, detail=_detail(0 if mail.whole else 1))


def _read_mailbox(source: Source, starts: list[tuple[int, int]]) -> Extraction:
    builder = TextBuilder()
    ends = [start for start, _ in starts[1:]] + [len(source.data)]
    cut = 0
    for page, ((_, start), end) in enumerate(zip(starts, ends, strict=True), start=1):
        source.beat()
        mail = _MailMessage(_QUOTED_SEPARATOR.sub(rb"\1", source.data[start:end]))
        mail.add_to(builder, MailPosition(level=2, page=page))
        cut += not mail.whole
        if builder.full:
            break
    reason = Reason.PARTLY_READ if cut and not builder.full else None
    return builder.finish(FileKind.MBOX, pages=len(starts), reason=reason, detail=_detail(cut))


def _detail(cut: int) -> Notice | None:
    if cut > 1:
        return FileMessage.MESSAGES_CUT(count=cut)
    return FileMessage.ONE_MESSAGE_CUT() if cut else None


class _MailMessage:
    """One message, parsed.

    Attributes:
        whole: false once something of the message was left out for its size.
    """

    def __init__(self, data: bytes) -> None:
        self.whole = len(data) <= MESSAGE_LIMIT
        self._parts = 0
        self._message = self._parse(data[:MESSAGE_LIMIT])

    @property
    def subject(self) -> str:
        """Decoded subject, or ""."""
        return _header(self._message, "Subject")

    def add_to(self, builder: TextBuilder, place: MailPosition) -> None:
        """Add the shown headers, the names of attachments, the texts, and the messages inside."""
        self._add(builder, self._message, place, 0)

    def _parse(self, data: bytes) -> Message:
        policy = _RawHeaders(message_factory=self._make_part)
        parser = BytesFeedParser(policy=policy)
        try:
            for at in range(0, len(data), _FEED):
                parser.feed(data[at : at + _FEED])
                if self._parts > PART_LIMIT:
                    self.whole = False
                    break
            return parser.close()
        except RecursionError:
            # The parser goes one call deeper for every message or multipart inside another.
            self.whole = False
            return BytesHeaderParser(policy=_RawHeaders()).parsebytes(data[:HEADER_LIMIT])

    def _make_part(self, policy: Policy) -> Message:
        self._parts += 1
        return Message(policy)

    def _add(self, builder: TextBuilder, message: Message, place: MailPosition, depth: int) -> None:
        leaves = list(self._leaves(message, depth))
        fields = tuple((name, _header(message, name)) for name in _SHOWN)
        names = tuple(name for leaf in leaves if (name := _attachment_name(leaf)))
        add_envelope(builder, Envelope(_header(message, "Subject"), fields, names), place)
        for leaf in leaves:
            if _is_message(leaf):
                for inner in _children(leaf):
                    self._add(builder, inner, MailPosition(min(place.level + 1, 6), place.page), depth + 1)
            elif not _attachment_name(leaf):
                _add_text(builder, leaf, place)

    def _leaves(self, part: Message, depth: int) -> Iterator[Message]:
        """Yield texts, attachments and messages inside, in order; one of several alternatives."""
        if depth > DEPTH_LIMIT:
            self.whole = False
        elif part.is_multipart() and not _is_message(part):
            children = _children(part)
            for child in _best(children) if part.get_content_type() == "multipart/alternative" else children:
                yield from self._leaves(child, depth + 1)
        else:
            yield part


class _RawHeaders(Compat32):
    """Policy that leaves headers undecoded, cut to a length that is decoded in good time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:HEADER_LIMIT]

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - as the base asks for
        return value


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _is_message(part: Message) -> bool:
    return part.get_content_maintype() == "message" and part.is_multipart()


def _best(alternatives: list[Message]) -> list[Message]:
    """Return the plain text unless empty, else the last one, the most faithful by RFC 2046, 5.1.4."""
    plain = [part for part in alternatives if part.get_content_type() == "text/plain" and _text(part).strip()]
    return plain[:1] or alternatives[-1:]


def _attachment_name(part: Message) -> str:
    """Return the name of a part that is not text of the message; "" for one that is."""
    shown = part.get_content_maintype() in {"text", "multipart"} or _is_message(part)
    if shown and part.get_content_disposition() != "attachment":
        return ""
    return _decode_words(part.get_filename() or "") or part.get_content_type()


def _add_text(builder: TextBuilder, part: Message, place: MailPosition) -> None:
    if part.get_content_type() == "text/html":
        add_markup(builder, _text(part), place)
    else:
        add_plain(builder, _text(part), place)


def _text(part: Message) -> str:
    """Decode the transfer encoding and the charset of a leaf part."""
    data = part.get_payload(decode=True)
    return encoding.decode(data, part.get_content_charset()).text if isinstance(data, bytes) else ""


def _header(message: Message, name: str) -> str:
    return _decode_words(message.get(name, ""))


def _decode_words(raw: str) -> str:
    """Decode the encoded words of RFC 2047, and bytes that were left unencoded."""
    if not raw.isascii():
        raw = encoding.decode(raw.encode("utf-8", "surrogateescape")).text
    try:
        chunks = email.header.decode_header(raw)
    except HeaderParseError:
        return raw
    return "".join(chunk if isinstance(chunk, str) else _decode_chunk(chunk, charset) for chunk, charset in chunks)


def _decode_chunk(chunk: bytes, charset: str | None) -> str:
    return encoding.decode(chunk, charset).text if charset else chunk.decode("raw-unicode-escape", "replace")
