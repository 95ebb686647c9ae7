"""Code pages of Rich Text (Microsoft, 1.9.1): of a document, a charset, a font's name."""

from __future__ import annotations

import codecs
import re
from types import MappingProxyType

_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_PLATFORM = re.compile(rb"\\(ansi|mac|pca?)(?![a-z])")
_USUAL_CODE_PAGE = "cp1252"
_HEAD = 65_536
_PLATFORMS = MappingProxyType({b"ansi": "cp1252", b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"})
CHARACTER_SETS = MappingProxyType(
    {0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950"}
    | {161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251"}
    | {222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850", 78: "cp932", 79: "cp950", 80: "cp949"}
    | {83: "mac_greek", 85: "gb18030", 86: "mac_latin2", 88: "cp874", 89: "mac_latin2", 90: "mac_cyrillic"}
)
"""Codecs of \\fcharset."""
# Windows 95 told scripts apart by names such as "Arial Cyr", and still takes them for the charset that follows.
_FONT_TABLE = re.compile(rb"\\fonttbl(.*?)(?:\}\s*\}|\\(?:colortbl|stylesheet|pard)\b|\Z)", re.DOTALL)
_NAMED_FONT = re.compile(
    rb"\\f(\d{1,5})(?:\\[a-z]+(?:-?\d+)?|\{\\\*[^{}]*\}|[ \r\n])*+[^\\{};]{1,60} \(?"
    rb"(Cyr|Greek|Tur|CE|Baltic|Hebrew|Arabic|Vietnamese|Thai)\)?;"
)
_NAMED_SETS = MappingProxyType(
    {b"Cyr": "cp1251", b"Greek": "cp1253", b"Tur": "cp1254", b"CE": "cp1250", b"Baltic": "cp1257"}
    | {b"Hebrew": "cp1255", b"Arabic": "cp1256", b"Vietnamese": "cp1258", b"Thai": "cp874"}
)


def find_code_page(data: bytes) -> str:
    """Return the codec of a document's bytes beyond ASCII."""
    named = _CODE_PAGE.search(data, 0, _HEAD)
    if named and (codec := find_codec(f"cp{named[1].decode()}")):
        return codec
    platform = _PLATFORM.search(data, 0, _HEAD)
    return _PLATFORMS[platform[1]] if platform else _USUAL_CODE_PAGE


def find_named_code_pages(data: bytes) -> dict[int, str]:
    """Return the codecs of fonts whose names tell a script, by the fonts' numbers."""
    table = _FONT_TABLE.search(data, 0, _HEAD)
    return {int(font[1]): _NAMED_SETS[font[2]] for font in _NAMED_FONT.finditer(table[1])} if table else {}


def find_codec(codec: str) -> str:
    """Return the codec of a name, if Python has it; else ""."""
    try:
        codecs.lookup(codec)
    except LookupError:
        return ""
    return codec
