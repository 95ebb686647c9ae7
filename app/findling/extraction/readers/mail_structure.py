"""Structure of mails (RFC 5322, 2045 to 2047, 6532): messages, parts, headers, encodings."""

from __future__ import annotations

import email.header
import re
from email.errors import HeaderParseError
from email.message import Message
from email.parser import BytesFeedParser, BytesHeaderParser
from email.policy import Compat32, Policy
from typing import TYPE_CHECKING

from findling.extraction import encoding
from findling.extraction.readers.html_text import declared_encoding

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER_LIMIT = 65_536
"""Characters kept of one header: decoding encoded words takes far more than linear time and memory."""

PART_LIMIT = 1_000
MESSAGE_LIMIT = 64 * 2**20
"""Bytes read of one message."""

DEPTH_LIMIT = 50
"""Multiparts and messages inside one another."""

# Text that a program reads, not a person; and what a page is made of beside its text (RFC 2557).
RESOURCES = re.compile(
    r"text/css|(?:text|application)/(?:x-)?(?:java|ecma|j|live|vb)script\b.*|(?:font|image|audio|video)/.*"
    r"|application/(?:x-)?font.*"
)
MARKUP = re.compile(r"text/(?:x-amp-)?html|application/xhtml\+xml|text/x-watch-html")
MESSAGES = frozenset({"message/rfc822", "message/global", "message/news", "message/partial", "message/external-body"})

_FEED = 65_536
# The separator of RFC 4155 is "From ", an address and a date. Programs differ in the date, but all write a time of day,
# while the body of a mail may well begin a line with "From ".
_SEPARATOR = re.compile(rb"^From [^\r\n]*\b\d\d?:\d\d[^\r\n]*\r?\n", re.MULTILINE)
# MMDF: a line of four such characters before each message and after it.
_MESSAGE_MARK = re.compile(rb"^\x01{4}[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_QUOTED_SEPARATOR = re.compile(rb"^>(>*From )", re.MULTILINE)
# Apple Mail (.emlx) writes the length of the message before it, and a property list after it.
_LENGTH = re.compile(rb"\s*(\d{1,12})[ \t]*\r?\n(?=[!-9;-~]+[ \t]*:|From )")
_ENVELOPE = re.compile(rb"\A>?From [^\r\n]*\r?\n")
_PROPERTY_LIST = re.compile(rb"<\?xml[^>]*>\s*<!DOCTYPE plist|<\?xml[^>]*>\s*<plist|<plist\b")
_MIME_NOTICE = re.compile(r"\bMIME\b|multi-?part", re.IGNORECASE)
_ENCODED = frozenset({"base64", "quoted-printable", "x-uuencode", "uuencode"})
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def split_messages(data: bytes, name: str) -> tuple[list[bytes], bool]:
    """Return the messages in a file as bytes, and whether it is a mailbox."""
    data = _without_mark(data)
    if _MESSAGE_MARK.match(data):
        return [_without_frame(each) for each in _MESSAGE_MARK.split(data) if each.strip()], True
    starts = [separator.span() for separator in _SEPARATOR.finditer(data)]
    alone = len(starts) < 2 and name.lower().endswith((".eml", ".emlx"))
    if not starts or starts[0][0] != 0 or alone:
        return [_without_frame(data)], False
    ends = [start for start, _ in starts[1:]] + [len(data)]
    messages = (data[start:end] for (_, start), end in zip(starts, ends, strict=True))
    return [_QUOTED_SEPARATOR.sub(rb"\1", message) for message in messages], True


def _without_mark(data: bytes) -> bytes:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace").encode()
    return data


def _without_frame(data: bytes) -> bytes:
    """Return a message without what programs write around it."""
    found = _LENGTH.match(data)
    if not found:
        return _ENVELOPE.sub(b"", data.lstrip(b"\r\n"), count=1)
    end = found.end() + int(found[1])
    # The length is wrong where line ends were changed since.
    if end > len(data) or not _PROPERTY_LIST.match(data[end:].lstrip()[:1_000]):
        start = max(data.rfind(b"<?xml"), data.rfind(b"<plist") if b"<?xml" not in data else -1)
        end = start if start > found.end() and _PROPERTY_LIST.match(data, start) else len(data)
    return data[found.end() : end]


class MessageParser:
    """Parser of messages within the limits.

    Attributes:
        whole: false once something was left out for its size.
    """

    def __init__(self) -> None:
        self.whole = True
        self._parts = 0

    def parse(self, data: bytes) -> Message:
        """Parse one message, of which parts may be left out; all of one parser count together."""
        self.whole &= len(data) <= MESSAGE_LIMIT
        data = data[:MESSAGE_LIMIT]
        parser = BytesFeedParser(policy=_RawHeaders(message_factory=self._make_part))
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

    def parse_inner(self, part: Message) -> list[Message]:
        """Return the messages in a part, one in a transfer encoding (RFC 6532, 3.5) decoded."""
        if transfer_encoding(part) not in _ENCODED:
            return children(part)
        wrapped = Message()
        wrapped["Content-Transfer-Encoding"] = transfer_encoding(part)
        wrapped.set_payload(b"\n".join(map(bytes, children(part))).decode("ascii", "surrogateescape"))
        data = wrapped.get_payload(decode=True)
        return [self.parse(data.lstrip(b"\r\n"))] if isinstance(data, bytes) else []

    def _make_part(self, policy: Policy) -> Message:
        self._parts += 1
        return Message(policy)


class _RawHeaders(Compat32):
    """Policy that leaves headers undecoded, cut to a length that is decoded in good time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:HEADER_LIMIT]

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - as the base asks for
        return value


def children(part: Message) -> list[Message]:
    """Return the parts of a multipart, or the message in a message."""
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def read_around(part: Message) -> tuple[str, str]:
    """Return what stands before and after the parts of a multipart (RFC 2046, 5.1.1).

    Some programs and mailing lists write there; what only tells old programs of MIME is left out.
    """
    before, after = (_decode_stretch(text) for text in (part.preamble, part.epilogue))
    return "" if _MIME_NOTICE.search(before) else before, after


def _decode_stretch(text: str | None) -> str:
    if not text or not any(map(str.isalnum, text)):
        return ""
    return encoding.decode(text.encode("utf-8", "surrogateescape")).text


def is_message(part: Message) -> bool:
    """Return whether a part holds a message, or a report on one."""
    return part.get_content_maintype() == "message" and part.is_multipart()


def name_attached(part: Message, *, is_resource: bool) -> str | None:
    """Return the name, or else type, of a leaf that is a file; None for text or a page's parts.

    Args:
        part: neither a multipart nor a message.
        is_resource: it belongs to a page that another part is.
    """
    kind = part.get_content_type()
    is_attached = part.get_content_disposition() == "attachment"
    if not is_attached and (kind.startswith(("text/", "multipart/")) or MARKUP.fullmatch(kind)):
        return None
    name = decode_words(part.get_filename() or "")
    if is_resource and not is_attached and (RESOURCES.fullmatch(kind) or not name):
        return None
    return name or kind


def transfer_encoding(part: Message) -> str:
    """Return the name of the transfer encoding, in lower case; "" where none is named."""
    return str(part.get("Content-Transfer-Encoding", "")).strip().lower()


def decode_part(part: Message) -> str:
    """Decode the transfer encoding and the charset of a leaf; HTML may name its charset itself."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    declared: Callable[[bytes], str | None] = declared_encoding if "html" in part.get_content_type() else lambda _: None
    text = encoding.decode(data, part.get_content_charset() or declared(data)).text
    if str(part.get_param("format", "")).lower() == "flowed":
        return unflow(text, is_deleting=str(part.get_param("delsp", "")).lower() == "yes")
    return text


def unflow(text: str, *, is_deleting: bool) -> str:
    """Join a paragraph's lines by RFC 3676, 4.1 and 4.2; `is_deleting` drops the end's space."""
    lines: list[str] = []
    flowing = ""
    for line in text.splitlines():
        content = line.lstrip(">")
        quotes = line[: len(line) - len(content)]
        content = content.removeprefix(" ")
        if lines and flowing == f"{quotes} ":
            lines[-1] += content
        else:
            lines.append(f"{quotes} {content}" if quotes else content)
        is_soft = content.endswith(" ") and content != "-- "
        flowing = f"{quotes} " if is_soft else ""
        if is_soft and is_deleting:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def decode_header(message: Message, name: str) -> str:
    """Return a header's first value as it is shown, or ""."""
    return decode_words(message.get(name, ""))


def decode_words(raw: str) -> str:
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
