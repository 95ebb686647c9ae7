"""Reader of mails, saved pages and mailboxes: each text once, in the order of its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from findling.domain.files import Extraction, Reason
from findling.extraction.document import TextBuilder, tell_attachments
from findling.extraction.readers import calendars, contacts, rtf
from findling.extraction.readers.mail_layout import (
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
from findling.extraction.readers.mail_structure import (
    DEPTH_LIMIT,
    MARKUP,
    MESSAGES,
    RESOURCES,
    MessageParser,
    children,
    decode_header,
    decode_part,
    decode_words,
    is_message,
    name_attached,
    read_around,
    split_messages,
)
from findling.extraction.readers.uuencoded_files import split_uuencoded
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from findling.extraction.source import Source
    from findling.messages.notice import Notice

_SHOWN = ("From", "To", "Cc", "Bcc", "Date")
# RFC 5322, 3.6.5: what somebody wrote of a mail; there may be several of either.
_WRITTEN = ("Keywords", "Comments")

_CARD = re.compile(r"text/(?:x-)?vcard|text/directory")
_CALENDAR = re.compile(r"text/(?:x-)?v?calendar")
_ENRICHED = re.compile(r"<param>.*?</param>|</?[a-z-]+>", re.IGNORECASE | re.DOTALL)


def read(source: Source) -> Extraction:
    """Read an .eml, .emlx, .mht or .mbox file; in the last, `page` is a message's number.

    Of a message past `MESSAGE_LIMIT`, `PART_LIMIT` or `DEPTH_LIMIT` the beginning is read, and the result says so; else
    it says which attachments there are, since they are not read.
    """
    messages, is_mailbox = split_messages(source.data, source.name)
    builder = TextBuilder()
    subject = ""
    cut = 0
    attachments: list[str] = []
    for page, data in enumerate(messages, start=1):
        source.beat()
        mail = _MailMessage(data)
        mail.add_to(builder, MailPosition(level=2, page=page) if is_mailbox else MailPosition())
        subject = mail.subject
        attachments += mail.attachments
        cut += not mail.whole
        if builder.full:
            break
    reason = Reason.PARTLY_READ if cut and not (is_mailbox and builder.full) else None
    kind, title = (FileKind.MBOX, "") if is_mailbox else (FileKind.EML, subject)
    pages = len(messages) if is_mailbox else None
    extraction = builder.finish(kind, title, pages=pages, reason=reason, detail=_detail(cut))
    return tell_attachments(extraction, attachments)


def _detail(cut: int) -> Notice | None:
    if cut > 1:
        return FileMessage.MESSAGES_CUT(count=cut)
    return FileMessage.ONE_MESSAGE_CUT() if cut else None


@dataclass(slots=True)
class _Body:
    """Content of a part: text, names of what is not read, and messages inside."""

    pieces: list[BodyPiece] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def add(self, other: _Body) -> None:
        """Append what another part holds."""
        self.pieces += other.pieces
        self.names += other.names
        self.messages += other.messages


class _MailMessage:
    """One message, parsed.

    Attributes:
        attachments: names of all parts that are not read, those of messages inside as well.
    """

    def __init__(self, data: bytes) -> None:
        self._parser = MessageParser()
        self._is_shallow = True
        self._message = self._parser.parse(data)
        self.attachments: list[str] = []

    @property
    def subject(self) -> str:
        """Decoded subject, or ""."""
        return decode_header(self._message, "Subject")

    @property
    def whole(self) -> bool:
        """False once something of the message was left out for its size."""
        return self._parser.whole and self._is_shallow

    def add_to(self, builder: TextBuilder, place: MailPosition) -> None:
        """Add the shown headers, the names of attachments, the texts, and the messages inside."""
        self._add(builder, self._message, place, 0)

    def _add(self, builder: TextBuilder, message: Message, place: MailPosition, depth: int) -> None:
        if depth > DEPTH_LIMIT:
            self._is_shallow = False
            return
        body = self._gather(message, depth)
        self.attachments += body.names
        fields = (*((name, decode_header(message, name)) for name in _SHOWN), *_read_written(message))
        add_envelope(builder, Envelope(decode_header(message, "Subject"), fields, tuple(body.names)), place)
        add_pieces(builder, body.pieces, place)
        for inner in body.messages:
            self._add(builder, inner, MailPosition(min(place.level + 1, 6), place.page), depth + 1)

    def _gather(self, part: Message, depth: int, *, is_resource: bool = False) -> _Body:
        """Gather what a part holds, and what each of several alternatives says (RFC 2046, 5.1.4).

        Args:
            part: any part, or a whole message.
            depth: of multiparts and messages around it.
            is_resource: it belongs to a page that another part is.
        """
        if depth > DEPTH_LIMIT:
            self._is_shallow = False
            return _Body()
        if is_message(part):
            if part.get_content_type() in MESSAGES:
                return _Body(messages=self._parser.parse_inner(part))
            return _Body(_split_report(part))
        if not part.is_multipart():
            return _read_leaf(part, is_resource=is_resource)
        kind = part.get_content_type()
        bodies = [
            self._gather(child, depth + 1, is_resource=is_resource or (kind == "multipart/related" and number > 0))
            for number, child in enumerate(children(part))
        ]
        gathered = _Body()
        for body in bodies:
            gathered.add(body)
        if kind == "multipart/alternative":
            is_plain = [child.get_content_type() == "text/plain" for child in children(part)]
            order = sorted(range(len(bodies)), key=lambda index: not is_plain[index])
            gathered.pieces = merge_forms([bodies[index].pieces for index in order])
        before, after = map(split_plain, read_around(part))
        gathered.pieces = [*before, *gathered.pieces, *after]
        return gathered


def _read_written(message: Message) -> Iterator[tuple[str, str]]:
    for name in _WRITTEN:
        yield name, ", ".join(decode_words(str(value)) for value in message.get_all(name, ()))


def _split_report(part: Message) -> list[BodyPiece]:
    """Return the fields of a report on a mail (RFC 3464, 8098), block by block."""
    blocks = ("\n".join(f"{name}: {decode_words(value)}" for name, value in each.items()) for each in children(part))
    return [BodyPiece(block) for block in blocks if block]


def _read_leaf(part: Message, *, is_resource: bool) -> _Body:
    if (name := name_attached(part, is_resource=is_resource)) is not None:
        return _Body(names=[name])
    kind = part.get_content_type()
    is_text = kind.startswith(("text/", "multipart/")) or MARKUP.fullmatch(kind)
    if not is_text or RESOURCES.fullmatch(kind):
        return _Body()
    text, files = split_uuencoded(decode_part(part))
    names = [name_attached(file, is_resource=False) or "" for file in files]
    return _Body(_split_text(part, kind, text), names)


def _split_text(part: Message, kind: str, text: str) -> list[BodyPiece]:
    if MARKUP.fullmatch(kind):
        return split_markup(text)
    if _CARD.fullmatch(kind):
        return collect_pieces(lambda builder: contacts.add_cards(builder, text.encode()))
    if _CALENDAR.fullmatch(kind):
        return collect_pieces(lambda builder: calendars.add_calendar(builder, text.encode()))
    if kind in ("text/rtf", "text/richtext") and text.lstrip().startswith("{\\rtf"):
        data = part.get_payload(decode=True)
        return collect_pieces(lambda builder: rtf.add_rich_text(builder, data if isinstance(data, bytes) else b""))
    if kind in ("text/enriched", "text/richtext"):
        return split_plain(unescape(_ENRICHED.sub("", text.replace("<<", "&lt;"))))
    return split_plain(text)
