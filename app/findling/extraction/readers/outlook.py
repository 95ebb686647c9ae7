"""Reader of messages saved by Outlook, compound files of [MS-OXMSG], opened with oxmsg."""

from __future__ import annotations

import codecs
import datetime as dt
import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.files import Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import encoding
from findling.extraction.compound_streams import refuse_false_sizes
from findling.extraction.document import UNNAMED, TextBuilder, tell_attachments
from findling.extraction.readers import rtf
from findling.extraction.readers.mail_layout import (
    NO_SUBJECT,
    BodyPiece,
    Envelope,
    MailPosition,
    add_envelope,
    add_pieces,
    collect_pieces,
    merge_forms,
    split_markup,
    split_plain,
)
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oxmsg.storage import Storage

    from findling.extraction.source import Source

_DEPTH_LIMIT = 20
"""Messages inside messages."""

# Property ids of [MS-OXPROPS] and property types of [MS-OXCDATA] 2.11.1.
_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER_NAME, _SENDER_ADDRESS, _SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
_TO, _CC, _BCC, _SENT, _RECEIVED = 0x0E04, 0x0E03, 0x0E02, 0x0039, 0x0E06
_LONG_FILE_NAME, _FILE_NAME, _CONTENT = 0x3707, 0x3704, 0x3701
_CONTENT_ID, _CONTENT_LOCATION = 0x3712, 0x3713
_BODY_CODE_PAGE, _MESSAGE_CODE_PAGE = 0x3FDE, 0x3FFD
_UNICODE, _STRING8, _BINARY = 0x001F, 0x001E, 0x0102
# [MS-OXMSG] 2.2.2.2: where the content of an attachment that is itself a message lies.
_EMBEDDED_MESSAGE = "__substg1.0_3701000D"
# [MS-OXMSG] 2.4.1: bytes before the first property, in a file and in a message inside it.
_TOP_HEADER, _EMBEDDED_HEADER = 32, 24
# [MS-OXMSG] 2.4.2.1: type, id, flags, value.
_PROPERTY = struct.Struct("<2HLQ")
# PtypTime counts tenths of microseconds; the last one is that of the year 9999.
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
_LAST_TICK = 2_650_467_744_000_000_000
_TICKS_TO_1970 = 116_444_736_000_000_000

RAW_LIMIT = 64 * 2**20
"""Bytes unpacked at most; a reference of two bytes stands for at most 17, so the packed size bounds it as well."""

# 2.1.3.1: sizes packed and not, kind of compression, checksum.
_HEADER = struct.Struct("<2L4sL")
_COMPRESSED, _UNCOMPRESSED = b"LZFu", b"MELA"
_WINDOW = 4096
# 2.1.2.1: what the window holds before the first byte.
_INITIAL = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def read(source: Source) -> Extraction:
    """Read a .msg file, with the messages attached to it."""
    message = _Message(_open(source.data), _TOP_HEADER)
    builder = TextBuilder()
    unread = _add(builder, message, MailPosition(), 0)
    return tell_attachments(builder.finish(FileKind.MSG, message.text(_SUBJECT)), unread)


@dataclass(frozen=True, slots=True)
class OutlookAttachment:
    """File attached to a message.

    Attributes:
        name: below a folder for each message that it is in, named by the subject, but for the outermost.
        modified_ns: when the message was sent; None where it does not say.
    """

    name: str
    content: bytes
    modified_ns: int | None


def find_attachments(data: bytes) -> Iterator[OutlookAttachment]:
    """Find the files attached to a .msg file, and to the messages inside it.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    return _find_attachments(_Message(_open(data), _TOP_HEADER), "", 0)


def _find_attachments(message: _Message, folder: str, depth: int) -> Iterator[OutlookAttachment]:
    for attachment in message.storage.iter_attachment_storages():
        inner = [each for each in attachment.storages if each.name == _EMBEDDED_MESSAGE]
        if not inner:
            content = _Message(attachment, _EMBEDDED_HEADER).stream(_CONTENT, _BINARY)
            yield OutlookAttachment(folder + (_attachment_name(attachment) or UNNAMED), content, message.sent_ns)
        for each in inner if depth < _DEPTH_LIMIT else ():
            below = _Message(each, _EMBEDDED_HEADER)
            subject = below.text(_SUBJECT).replace("/", "-") or NO_SUBJECT
            yield from _find_attachments(below, f"{folder}{subject}/", depth + 1)


def find_parts(data: bytes) -> dict[str, bytes]:
    """Return the contents of attachments by what texts call them (RFC 2392, 2557).

    Where two have one name, it is that of the outer message.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    found: dict[str, bytes] = {}
    _add_parts(found, _Message(_open(data), _TOP_HEADER), 0)
    return found


def _add_parts(found: dict[str, bytes], message: _Message, depth: int) -> None:
    inner = []
    for storage in message.storage.iter_attachment_storages():
        inner += [each for each in storage.storages if each.name == _EMBEDDED_MESSAGE]
        attachment = _Message(storage, _EMBEDDED_HEADER)
        content = attachment.stream(_CONTENT, _BINARY)
        if name := attachment.text(_CONTENT_ID).strip("<>"):
            found.setdefault(f"cid:{name}", content)
        if place := attachment.text(_CONTENT_LOCATION):
            found.setdefault(place, content)
    for each in inner if depth < _DEPTH_LIMIT else ():
        _add_parts(found, _Message(each, _EMBEDDED_HEADER), depth + 1)


@dataclass(frozen=True, slots=True)
class OutlookEnvelope:
    """Headers of a message, as they are shown; names in lists are parted by semicolons.

    Attributes:
        sent: in UTC; None where it does not say.
    """

    sender: str
    recipients: str
    copied: str
    hidden: str
    subject: str
    sent: dt.datetime | None


def find_envelopes(data: bytes) -> Iterator[OutlookEnvelope]:
    """Find the headers of a .msg file, then those of the messages inside it.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    return _find_envelopes(_Message(_open(data), _TOP_HEADER), 0)


def _find_envelopes(message: _Message, depth: int) -> Iterator[OutlookEnvelope]:
    yield message.envelope()
    for attachment in message.storage.iter_attachment_storages() if depth < _DEPTH_LIMIT else ():
        for inner in attachment.storages:
            if inner.name == _EMBEDDED_MESSAGE:
                yield from _find_envelopes(_Message(inner, _EMBEDDED_HEADER), depth + 1)


def _open(data: bytes) -> Storage:
    from olefile import OleFileIO
    from oxmsg.storage import Storage

    try:
        with OleFileIO(io.BytesIO(data)) as compound:
            refuse_false_sizes(compound, len(data))
            return Storage.from_ole(compound)
    except (OSError, ValueError, IndexError, KeyError, TypeError, OverflowError, struct.error, RecursionError) as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def _add(builder: TextBuilder, message: _Message, place: MailPosition, depth: int) -> list[str]:
    """Add a message and those attached to it; return the names of what is not read."""
    attachments = list(message.storage.iter_attachment_storages())
    names = tuple(_attachment_name(storage) for storage in attachments)
    add_envelope(builder, Envelope(message.text(_SUBJECT), message.fields(), names), place)
    add_pieces(builder, _read_body(message), place)
    unread = []
    for attachment, name in zip(attachments, names, strict=True):
        messages = [inner for inner in attachment.storages if inner.name == _EMBEDDED_MESSAGE and depth < _DEPTH_LIMIT]
        if not messages:
            unread.append(name or UNNAMED)
        for inner in messages:
            below = MailPosition(min(place.level + 1, 6), place.page)
            unread += _add(builder, _Message(inner, _EMBEDDED_HEADER), below, depth + 1)
    return unread


def _read_body(message: _Message) -> list[BodyPiece]:
    """Return what the forms of the text say, of which programs keep up to three."""
    forms = [split_plain(message.text(_BODY, message.body_encoding))]
    if markup := message.markup():
        forms.append(split_markup(markup))
    elif packed := message.stream(_RTF, _BINARY):
        forms.append(collect_pieces(lambda builder: rtf.add_rich_text(builder, decompress(packed))))
    return merge_forms(forms)


def _attachment_name(storage: Storage) -> str:
    attachment = _Message(storage, _EMBEDDED_HEADER)
    return attachment.text(_LONG_FILE_NAME) or attachment.text(_FILE_NAME)


@dataclass(frozen=True, slots=True)
class _Message:
    """Properties of one storage, by their ids."""

    storage: Storage
    header: int

    def stream(self, pid: int, kind: int) -> bytes:
        """Return the bytes of a property of variable length, or b""."""
        name = f"__substg1.0_{pid:04X}{kind:04X}"
        return next((stream.bytes_ for stream in self.storage.streams if stream.name.upper() == name.upper()), b"")

    def text(self, pid: int, declared: str | None = None) -> str:
        """Return a string property, stored in either of two forms."""
        if wide := self.stream(pid, _UNICODE):
            return wide.decode("utf-16-le", "replace").strip("\0 ")
        narrow = self.stream(pid, _STRING8).rstrip(b"\0")
        return encoding.decode(narrow, declared or self._code_page(_MESSAGE_CODE_PAGE)).text if narrow else ""

    def markup(self) -> str:
        """Return the HTML body, stored as bytes or as a string."""
        data = self.stream(_HTML, _BINARY)
        return encoding.decode(data, self.body_encoding).text if data else self.text(_HTML, self.body_encoding)

    @property
    def body_encoding(self) -> str | None:
        """Encoding of bodies, which is not always that of other strings."""
        return self._code_page(_BODY_CODE_PAGE) or self._code_page(_MESSAGE_CODE_PAGE)

    def fields(self) -> tuple[tuple[str, str], ...]:
        """Return sender, recipients and date, as they are shown."""
        shown = self.envelope()
        date = shown.sent.isoformat(" ", "minutes") if shown.sent else ""
        recipients = (("To", shown.recipients), ("Cc", shown.copied), ("Bcc", shown.hidden))
        return ("From", shown.sender), *recipients, ("Date", date)

    def envelope(self) -> OutlookEnvelope:
        """Return the headers."""
        address = self.text(_SENDER_SMTP) or self.text(_SENDER_ADDRESS)
        # An internal address of Exchange is of no use.
        known = f" <{address}>" if "@" in address else ""
        ticks = self._ticks()
        return OutlookEnvelope(
            sender=f"{self.text(_SENDER_NAME)}{known}",
            recipients=self.text(_TO),
            copied=self.text(_CC),
            hidden=self.text(_BCC),
            subject=self.text(_SUBJECT),
            sent=_EPOCH + dt.timedelta(microseconds=ticks // 10) if ticks else None,
        )

    @property
    def sent_ns(self) -> int | None:
        """Time when it was sent, in ns since 1970; None where it does not say, or cannot be right."""
        nanoseconds = (self._ticks() - _TICKS_TO_1970) * 100
        return nanoseconds if nanoseconds > 0 else None

    def _ticks(self) -> int:
        ticks = self._number(_SENT) or self._number(_RECEIVED)
        return ticks if 0 < ticks < _LAST_TICK else 0

    def _code_page(self, pid: int) -> str | None:
        """Return the codec for a code page."""
        from oxmsg.domain.encodings import encoding_from_codepage
        from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError

        number = self._number(pid) & 0xFFFF_FFFF
        try:
            return codecs.lookup(encoding_from_codepage(number)).name
        except (LookupError, UnrecognizedCodePageError, UnsupportedEncodingError):
            return f"cp{number}" if number else None

    def _number(self, pid: int) -> int:
        """Return a property of fixed length as its 64 bits, or 0."""
        properties = next((s.bytes_ for s in self.storage.streams if s.name == "__properties_version1.0"), b"")
        for at in range(self.header, len(properties) - _PROPERTY.size + 1, _PROPERTY.size):
            _, found, _, value = _PROPERTY.unpack_from(properties, at)
            if found == pid:
                return int(value)
        return 0


def decompress(data: bytes) -> bytes:
    """Unpack a PidTagRtfCompressed property.

    Raises:
        ExtractionError: `Reason.DAMAGED` if it is no such property.
    """
    if len(data) < _HEADER.size:
        raise ExtractionError(Reason.DAMAGED)
    _, raw_size, kind, _ = _HEADER.unpack_from(data)
    body = data[_HEADER.size :]
    if kind == _UNCOMPRESSED:
        return body[:raw_size]
    if kind != _COMPRESSED:
        raise ExtractionError(Reason.DAMAGED)
    return _unpack(body)[:raw_size]


def _unpack(body: bytes) -> bytes:
    """Decode by 2.2.2: a control byte's bits, lowest first, mark references among 8 tokens."""
    window = bytearray(_INITIAL.ljust(_WINDOW, b"\0"))
    write = len(_INITIAL)
    raw = bytearray()
    at = 0
    while at < len(body) and len(raw) < RAW_LIMIT:
        control = body[at]
        at += 1
        for bit in range(8):
            if control >> bit & 1:
                token = int.from_bytes(body[at : at + 2], "big")
                at += 2
                start, length = token >> 4, (token & 15) + 2
                if start == write:
                    return bytes(raw)
            else:
                window_byte = body[at : at + 1]
                at += 1
                start, length = -1, len(window_byte)
            for step in range(length):
                byte = window[(start + step) % _WINDOW] if start >= 0 else window_byte[0]
                window[write] = byte
                write = (write + 1) % _WINDOW
                raw.append(byte)
    return bytes(raw)
