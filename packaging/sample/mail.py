"""Sources as a message and as a mailbox."""

from __future__ import annotations

import email
import mailbox
from email import policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html import escape
from pathlib import Path

_SMTP = policy.SMTP.clone(max_line_length=78)


def write_eml(path: Path, source: str) -> None:
    """Write one message, in plain text and as HTML, the way mail programs send it."""
    message = _compose(source, "1")
    paragraphs = "".join(
        f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in message.get_content().strip().split("\n\n")
    )
    message.add_alternative(f"<html><body>{paragraphs}</body></html>", subtype="html")
    message.set_boundary("=-harrow-lane")
    path.write_bytes(message.as_bytes(policy=_SMTP))


def write_mbox(path: Path, source: str) -> None:
    """Write a thread, its messages parted in the source by lines of five hyphens."""
    path.unlink(missing_ok=True)
    box = mailbox.mbox(path)
    first = None
    for number, part in enumerate(source.split("\n-----\n"), 1):
        message = _compose(part, str(number))
        if first and str(message["Subject"]).startswith("Re:"):
            message["In-Reply-To"] = first
        first = message["Message-ID"]
        stored = mailbox.mboxMessage(message)
        stored.set_from("lane", parsedate_to_datetime(message["Date"]).timetuple())
        box.add(stored)
    box.close()


def _compose(source: str, number: str) -> EmailMessage:
    """A message from headers, a blank line and a body."""
    written = email.message_from_string(source, policy=policy.default)
    message = EmailMessage()
    for name, value in written.items():
        message[name] = value
    message["Message-ID"] = f"<{number}.{len(source)}@harrow.example>"
    message.set_content(written.get_content(), cte="quoted-printable")
    return message
