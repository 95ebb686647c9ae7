"""Decoding of text in an unknown encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

SAMPLE_BYTES = 65_536
"""Bytes of a file that are read to guess its encoding, from its first byte outside ASCII on."""

TRAILING_ZEROS = b"\0" * 4
"""So many zeros at the end are no letter in any encoding."""

_MARKS = (
    # UTF-32 before UTF-16: the little-endian mark of one begins with that of the other.
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

_WEB_NAMES = {
    # What a page that declares the key is really written in: https://encoding.spec.whatwg.org/#names-and-labels
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift_jis_2004": "cp932",
    "euc_jis_2004": "euc_jp",
    "euc_kr": "cp949",
    "utf-16": "utf-16-le",
}
_UNKNOWN_TO_PYTHON = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-roman": "mac_roman",
    "x-user-defined": "cp1252",
    "ks_c_5601-1987": "cp949",
}
_SEVEN_BIT = re.compile(rb"[\x00\x1b]|~\{")
_OUTSIDE_ASCII = re.compile(rb"[\x80-\xff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# Windows-1252, and ISO 8859-15 for its euro sign, which is a currency sign (U+00A4) in the former.
_WESTERN = ("cp1252", "iso8859-15")
_WESTERN_LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœŸ"
_WESTERN_SIGNS = "\u00a0\u00ad¡£§©ª«®°±²³´µ¶·¹º»¼½¾¿×÷€‚„…‘’“”•–—™"
_NO_WESTERN = re.compile(
    rf"[^\x00-\x7f{_WESTERN_LETTERS}{_WESTERN_SIGNS}]"
    # Signs that join no letters, and capitals behind small letters.
    r"|(?<=[^\W\d_])[^\x00-\x7f\w\u00ad´·’](?=[^\W\d_])|(?<=[^\W\d_])[²³¹¼½¾](?=[^\W\d_])"
    r"|(?<=[a-zß-öø-ÿ])[À-ÖØ-Þ]"
)
_WESTERN_WORD = re.compile(r"[A-Za-z]+[À-ÖØ-öø-ÿŒœŸ][^\W\d_]*|[À-ÖØ-öø-ÿŒœŸ][^\W\d_]+")
_LEAST_ASCII = 0.3
"""Share of plain letters in words with marked ones: of "été" a third; in other scripts all letters are marked."""

_LATIN_RELATIVES = re.compile(r"cp125[0478]|iso8859-(?:[129]|1[36])|utf-.*")
"""Encodings of other languages in Latin letters, whose texts may look western; what they are is left to the guess."""

_BAD_SHARE = 0.05
"""A UTF-8 text with a smaller share of broken letters than this is a damaged UTF-8 text, not one in another encoding:
text in an eight-bit encoding hardly ever forms a valid UTF-8 sequence."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text, its codec, and whether that codec is certain rather than likely."""

    text: str
    encoding: str
    sure: bool


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a text in an unknown encoding.

    The order is: byte order mark; a guess if NUL, ESC or HZ's `~{` rule plain UTF-8 out; strict UTF-8; the declared
    encoding; UTF-8 with a few broken letters; the guess of chardet, which a text in a western language that is read as
    one in Windows-1252 overrules.

    Args:
        data: the whole text.
        declared: the encoding that the document itself names, e.g. in an HTML meta element.

    Returns:
        Text without byte order mark; what no encoding explains is U+FFFD.
    """
    data = without_padding(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding, True)
    if _SEVEN_BIT.search(data, 0, SAMPLE_BYTES) and (guess := _guess(data)) is not None:
        return guess
    return _decode_strictly(data, declared) or _decode_damaged(data) or _guess(data) or _decode_anyway(data)


def without_padding(data: bytes) -> bytes:
    """Return a text without the zeros behind it, as programs and losses of power leave them.

    In a wide encoding the last letter keeps its own zeros.
    """
    if not data.endswith(TRAILING_ZEROS):
        return data
    bare = data.rstrip(b"\0")
    if not bare or b"\0" not in bare[:SAMPLE_BYTES]:
        return bare or data
    return data[: -(-len(bare) // len(TRAILING_ZEROS)) * len(TRAILING_ZEROS)]


def codec_of(name: str | None) -> str | None:
    """Return the Python codec for a declared encoding, as browsers understand it; None for none."""
    name = (name or "").strip().strip("\"'").lower()
    name = _UNKNOWN_TO_PYTHON.get(name, name)
    try:
        found = codecs.lookup(name).name
        b" ".decode(found, "replace")  # base64 and the like are codecs too, but not from bytes to text
    except (LookupError, ValueError):
        return None
    return _WEB_NAMES.get(found, found)


def _decode_strictly(data: bytes, declared: str | None) -> Decoded | None:
    for encoding in ("utf-8", codec_of(declared)):
        try:
            return Decoded(data.decode(encoding), encoding, True) if encoding else None
        except UnicodeDecodeError:
            continue
    return None


def _decode_damaged(data: bytes) -> Decoded | None:
    """Decode UTF-8 with replacement characters, if those are few among the valid letters."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(_BEYOND_ASCII.findall(text)) - broken
    return Decoded(text, "utf-8", False) if broken <= whole * _BAD_SHARE else None


def _guess(data: bytes) -> Decoded | None:
    import chardet

    found = _OUTSIDE_ASCII.search(data)
    start = 0 if found is None or b"\0" in data[:SAMPLE_BYTES] else max(found.start() - SAMPLE_BYTES // 8, 0)
    sample = data[start : start + SAMPLE_BYTES]
    encoding = codec_of(chardet.detect(sample, compat_names=False)["encoding"])
    if _OUTSIDE_ASCII.search(sample) and not (encoding and (b"\0" in sample or _LATIN_RELATIVES.fullmatch(encoding))):
        # Of a short text the guess is a draw among some ninety encodings, most of them of old computers.
        encoding = next((western for western in _WESTERN if _is_western(sample, western)), encoding)
    if encoding is None:
        return None
    return Decoded(data.decode(encoding, "replace").removeprefix("\ufeff"), encoding, False)


def _is_western(sample: bytes, encoding: str) -> bool:
    """Return whether bytes, in an encoding, are words of a western European language."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    if _NO_WESTERN.search(text):
        return False
    letters = "".join(_WESTERN_WORD.findall(text))
    return sum(map(str.isascii, letters)) >= len(letters) * _LEAST_ASCII


def _decode_anyway(data: bytes) -> Decoded:
    return Decoded(data.decode("cp1252", "replace"), "cp1252", False)
