"""Audit of mails and mailboxes: every part of each message, read or not."""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import compat32
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Unread
from findling.extraction.document import normalise
from findling.extraction.encoding import codec_of, decode
from findling.extraction.inventory import collapse
from findling.extraction.readers.mail_structure import read_around, split_messages

if TYPE_CHECKING:
    from email.message import Message

    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

# What a message is, beside what the servers on its way add.
_HEADERS = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject")
_WRITTEN = ("Keywords", "Comments")


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits have it
    """Take the inventory of all messages, with attachments and all forms of the text.

    Readers take one of these forms.
    """
    inventory.cover_text()
    messages, _ = split_messages(source.data, source.name)
    for data in messages:
        source.beat()
        for part in BytesParser(policy=compat32).parsebytes(data).walk():
            _add_part(part, inventory)


def _add_part(part: Message, inventory: Inventory) -> None:
    if part.defects:
        inventory.miss(Unread.REPAIRED)
    headers = [f"{name}: {' '.join(str(part[name]).split())}" for name in _HEADERS if part[name]]
    headers += [f"{name}: {' '.join(str(value).split())}" for name in _WRITTEN for value in part.get_all(name, ())]
    inventory.add("part", part.get_content_type(), part.get_filename() or "", *headers)
    if part.is_multipart():
        inventory.add("around", *map(collapse, read_around(part)))
        return
    data = part.get_payload(decode=True)
    content = data if isinstance(data, bytes) else b""
    if part.get_content_maintype() != "text" or part.get_content_disposition() == "attachment":
        inventory.add("content", blake3(content).digest())
        return
    charset = part.get_content_charset()
    if charset is not None and codec_of(charset) is None:
        inventory.miss(Unread.UNDECODABLE)
    text = decode(content, charset).text
    if "\ufffd" in text:
        inventory.miss(Unread.UNDECODABLE)
    inventory.add("text", collapse(normalise(text)))
