"""Content lines of contacts and calendars (RFC 2425, 6350, 5545; vCard 2.1, vCalendar 1.0)."""

from __future__ import annotations

import base64
import quopri
import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.extraction import encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(
    rb"(?P<name>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?)(?P<parameters>(?:;(?:\"[^\"]*\"|[^\":;])*)*):(?P<value>.*)",
    re.DOTALL,
)
_PARAMETER = re.compile(r";([^=;\"]+)(?:=((?:\"[^\"]*\"|[^\";])*))?")
_WHITE = (b" ", b"\t")
_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "ATTACH"})
# Versions whose folded lines keep the white space at which they were cut.
_KEEPING = frozenset({"1.0", "2.1"})
_USUAL_CODEC = "cp1252"
"""Codec of encoded bytes that are no UTF-8, where no other is named."""
_QUOTED_PRINTABLE = "quoted-printable"
_TRANSFERS = frozenset({_QUOTED_PRINTABLE, "base64", "b", "8bit", "7bit"})
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SEMICOLON = re.compile(r"(?<!\\)((?:\\\\)*);")
_COMMA = re.compile(r"(?<!\\)((?:\\\\)*),")
_CARET = re.compile(r"\^([n'^])")
_CARETS = MappingProxyType({"n": "\n", "'": '"', "^": "^"})


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One property, decoded.

    Attributes:
        group: what stands before the dot of its name, in lower case, or "".
        name: in upper case.
        parameters: by name in upper case, the values of one name joined by commas; what stands alone is a TYPE.
        value: as it stands, with its escapes; "" where it is binary.
        is_binary: a picture, a sound or a key within the file.
        raw: the bytes of the value.
    """

    group: str
    name: str
    parameters: dict[str, str] = field(default_factory=dict)
    value: str = ""
    is_binary: bool = False
    raw: bytes = b""

    @property
    def text(self) -> str:
        """The value without escapes."""
        return unescape(self.value)

    @property
    def components(self) -> tuple[str, ...]:
        """The components of a structured value, several values of one joined by ", "."""
        return tuple(join_values(part) for part in _split(_SEMICOLON, self.value))


def unescape(value: str) -> str:
    """Resolve the escapes of RFC 6350, 3.4."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def join_values(value: str) -> str:
    """Return the values of a list, parted by ", "."""
    return ", ".join(filter(None, (unescape(each).strip() for each in _split(_COMMA, value))))


def _split(separator: re.Pattern[str], value: str) -> list[str]:
    """Split at separators that are not escaped."""
    return separator.sub(lambda found: f"{found[1]}\0", value).split("\0")


def parse_lines(data: bytes) -> Iterator[ContentLine]:
    """Yield a file's properties in order; a line that is none belongs to the one before it."""
    for mark, codec in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            data = data.decode(codec, "replace").encode()
    whole = encoding.decode(data)
    for logical in _unfold(data):
        if line := _parse(logical, whole.encoding):
            yield line


def _unfold(data: bytes) -> Iterator[bytes]:
    """Yield the logical lines, with folded ones and quoted-printable's soft breaks joined."""
    gathered: list[bytes] = []
    version = ""
    for line in data.splitlines():
        if gathered and _is_continued(gathered, line):
            if _is_soft(gathered):
                gathered[-1] = gathered[-1].rstrip(b" \t")[:-1]
                gathered.append(line)
            elif line.startswith(_WHITE):
                gathered.append(line if version in _KEEPING else line[1:])
            else:
                gathered += (b"\\n", line)
            continue
        if gathered:
            yield b"".join(gathered)
        gathered = [line] if line.strip() else []
        if line[:8].upper() == b"VERSION:":
            version = line[8:].strip().decode("ascii", "replace")
        elif line[:6].upper() == b"BEGIN:" and version not in _KEEPING:
            version = ""
    if gathered:
        yield b"".join(gathered)


def _is_continued(gathered: list[bytes], line: bytes) -> bool:
    if _is_soft(gathered) or line.startswith(_WHITE):
        return True
    return bool(line.strip()) and not _LINE.match(line)


def _is_soft(gathered: list[bytes]) -> bool:
    """Return whether a value in quoted-printable goes on in the next line."""
    head = gathered[0].partition(b":")[0].upper()
    return b"QUOTED-PRINTABLE" in head and gathered[-1].rstrip(b" \t").endswith(b"=")


def _parse(logical: bytes, codec: str) -> ContentLine | None:
    found = _LINE.fullmatch(logical.strip())
    if not found:
        return None
    group, _, name = found["name"].decode("ascii").rpartition(".")
    parameters = _parse_parameters(found["parameters"].decode(codec, "replace"))
    raw = found["value"]
    transfer = parameters.get("ENCODING", "").lower()
    if raw[:5].lower() == b"data:":
        return ContentLine(group.lower(), name.upper(), parameters, is_binary=True, raw=raw)
    if transfer in ("base64", "b"):
        text = _decode_text(raw, parameters.get("CHARSET", "utf-8"))
        is_binary = name.upper() in _BINARY or text is None
        value = "" if is_binary or text is None else text
        return ContentLine(group.lower(), name.upper(), parameters, value, is_binary=is_binary, raw=raw)
    if transfer == _QUOTED_PRINTABLE:
        # Line ends that were encoded are escaped, so that they part no components.
        raw = quopri.decodestring(raw).replace(b"\r\n", b"\n").replace(b"\n", b"\\n")
    charset = parameters.get("CHARSET") or (_USUAL_CODEC if transfer == _QUOTED_PRINTABLE else codec)
    return ContentLine(group.lower(), name.upper(), parameters, encoding.decode(raw, charset).text, raw=raw)


def _decode_text(raw: bytes, charset: str) -> str | None:
    """Decode a text that is written in base64; None if it is none."""
    try:
        text = base64.b64decode(b"".join(raw.split()), validate=True).decode(encoding.codec_of(charset) or "utf-8")
    except ValueError:
        return None
    return text if all(sign.isprintable() or sign.isspace() for sign in text) else None


def _parse_parameters(text: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for name, value in _PARAMETER.findall(text):
        bare = name.strip()
        if value:
            found.setdefault(bare.upper(), []).append(_CARET.sub(lambda sign: _CARETS[sign[1]], value.replace('"', "")))
        elif bare.lower() in _TRANSFERS:
            found.setdefault("ENCODING", []).append(bare)
        else:
            found.setdefault("TYPE", []).append(bare)
    return {name: ",".join(values) for name, values in found.items()}
