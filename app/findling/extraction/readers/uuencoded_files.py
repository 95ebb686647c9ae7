"""Files that old programs wrote into the text of a mail (POSIX.1-2017, uuencode)."""

from __future__ import annotations

import re
from email.message import Message

# Each line begins with the number of its bytes; all signs of it come before the small letters of "end".
_BLOCK = re.compile(
    r"^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n((?:[!-`][ -`]{0,89}\r?\n)++)(?:[ \t]*\r?\n)?end[ \t]*\r?$", re.MULTILINE
)
_MARK = "begin "


def split_uuencoded(text: str) -> tuple[str, list[Message]]:
    """Return a text without the files in it, and each file as the part of a mail."""
    if _MARK not in text:
        return text, []
    files: list[Message] = []

    def take(block: re.Match[str]) -> str:
        files.append(_make_part(block[1].strip(), block[0].replace("\r", "")))
        return ""

    return _BLOCK.sub(take, text), files


def _make_part(name: str, block: str) -> Message:
    part = Message()
    part["Content-Type"] = "application/octet-stream"
    part["Content-Transfer-Encoding"] = "x-uuencode"
    part.add_header("Content-Disposition", "attachment", filename=name)
    part.set_payload(f"{block}\n")
    return part
