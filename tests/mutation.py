"""Changes of valid files into ones that are nearly valid, from a seed; of a zip's members before they are packed."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Sequence

_NUMBERS = (b"-1", b"0", b"65536", b"2147483648", b"99999999999999999999", b"1e999", b"NaN", b"\xd9\xa3")
_TOKENS = (
    *(b"<", b">", b"&", b"&#0;", b"&#xD800;", b"]]>", b"<!--", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"\n\n"),
    *(
        b"\\u-1?",
        b"\\bin99999 ",
        b"{",
        b"}",
        b"=?utf-8?b?//8=?=",
        b"%PDF-",
        b"endobj",
        b"/Length 9",
        b"0 0 R",
        b'"',
        b",",
    ),
    *("\u202e\u0301".encode(), b"--=_x", b"Content-Type: multipart/mixed\n\n", b"BEGIN:VEVENT", b"PK\x05\x06"),
)
_MOST_STEPS = 6
_LARGEST_MEMBER = 4_000_000


def mutate(data: bytes, chance: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """Return a file with some random changes; it may take parts of others."""
    if data[:4] == b"PK\x03\x04" and chance.random() < 0.85 and (packed := _mutate_member(data, chance)):
        return packed
    return _mutate_bytes(data, chance, others)


def _mutate_member(data: bytes, chance: random.Random) -> bytes | None:
    """Change one member, or the names of all; return None where the archive cannot be read."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
            members = [each for each in archive.infolist() if each.file_size < _LARGEST_MEMBER]
            chosen = chance.choice(members) if members else None
            for member in members:
                content = archive.read(member)
                if member is chosen:
                    if chance.random() < 0.05:
                        continue
                    content = _mutate_bytes(content, chance, ())
                changed.writestr(member.filename, content)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        return None
    return out.getvalue()


def _mutate_bytes(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, _MOST_STEPS)):
        at = chance.randrange(len(changed) + 1)
        length = min(chance.choice((1, 2, 4, 16, 100, 1000)), len(changed) - at)
        match chance.randrange(9):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1 if at < len(changed):
                changed[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
            case 2:
                del changed[at : at + length]
            case 3:
                changed[at:at] = changed[at : at + length] * chance.choice((1, 2, 50))
            case 4:
                changed[at:at] = chance.choice(_TOKENS)
            case 5:
                _change_number(changed, chance)
            case 6 if others:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                changed[at : at + length] = other[start : start + chance.choice((4, 100, 4000))]
            case 7 if chance.random() < 0.2:
                del changed[at:]
            case _:
                other_at = chance.randrange(len(changed) + 1)
                part = changed[at : at + length]
                changed[other_at:other_at] = part
    return bytes(changed)


def _change_number(changed: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(changed) + 1)
    if found := re.search(rb"\d+", changed[start : start + 4000]):
        changed[start + found.start() : start + found.end()] = chance.choice(_NUMBERS)
