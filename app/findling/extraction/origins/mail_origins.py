"""Origins of mails: date, people and subject of each message in a file, and of inner ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction.origins.named_people import name_people, shorten, split_addresses
from findling.extraction.origins.own_dates import read_mail_date
from findling.extraction.readers.mail_structure import (
    DEPTH_LIMIT,
    HEADER_LIMIT,
    MESSAGES,
    MessageParser,
    children,
    decode_header,
    decode_words,
    is_message,
    split_messages,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from findling.extraction.source import Source

_HEADERS_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_INNER = re.compile(rb"content-type:\s*message/", re.IGNORECASE)


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of each message of an .eml, .emlx or .mbox file, the outermost first."""
    messages, _ = split_messages(source.data, source.name)
    for data in messages:
        source.beat()
        yield from _find(data)


def _find(data: bytes) -> Iterator[Origin]:
    parser = MessageParser()
    # Looked for plainly first: a pattern without regard to case takes as long as all else in an attachment.
    if b"message/" in data.lower() and _INNER.search(data):
        yield from _walk(parser.parse(data), parser, 0)
        return
    # The headers suffice, and of an attachment of many megabytes nothing need be parsed again.
    end = _HEADERS_END.search(data)
    yield find_message_origin(parser.parse(data[: end.end() if end else len(data)]))


def _walk(part: Message, parser: MessageParser, depth: int) -> Iterator[Origin]:
    """Yield the origins of a message and of those inside it."""
    yield find_message_origin(part)
    waiting = [(part, depth)]
    while waiting:
        around, depth = waiting.pop(0)
        for child in children(around) if depth < DEPTH_LIMIT else ():
            if is_message(child) and child.get_content_type() in MESSAGES:
                for inner in parser.parse_inner(child):
                    yield find_message_origin(inner)
                    waiting.append((inner, depth + 1))
            else:
                waiting.append((child, depth + 1))


def find_message_origin(message: Message) -> Origin:
    """Return the origin of one message by its headers (RFC 5322, 3.6)."""
    return Origin(
        dated_ns=_find_date(message),
        senders=_find_people(message, "From") or _find_people(message, "Sender"),
        recipients=_find_people(message, "To"),
        copied=_find_people(message, "Cc", "Bcc"),
        subject=shorten(decode_header(message, "Subject")),
    )


def _find_people(message: Message, *names: str) -> tuple[str, ...]:
    # A field may be there several times, though it should not.
    fields = (str(field) for name in names for field in message.get_all(name, ()))
    return name_people(person for field in fields for person in split_addresses(field, decode_words))


def _find_date(message: Message) -> int | None:
    for field in message.get_all("Date", ()):
        if (found := read_mail_date(" ".join(decode_words(str(field)[:HEADER_LIMIT]).split()))) is not None:
            return found
    # When the last server took it (3.6.7): what comes after the semicolon.
    received = str(message.get("Received", "")).rpartition(";")[2]
    return read_mail_date(" ".join(received.split())) if received else None
