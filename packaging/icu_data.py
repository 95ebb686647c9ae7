"""ICU's data, of which Qt asks for a tenth: taken apart, and put together again without what nobody here asks for."""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

_MAGIC = b"\xda\x27"
_FORMAT = b"CmnD"
_ALIGNMENT = 16

KEPT = re.compile(
    r"""
    (coll/)?(root|res_index|pool|(de|en|he)(_\w+)?)\.res    # the offered languages, and the order of all others
    | coll/ucadata\.icu
    | (keyTypeData|langInfo|likelySubtags|numberingSystems|supplementalData|timezoneTypes|metaZones|windowsZones
       |zoneinfo64|icuver|icustd|genderList|dayPeriods|plurals|pluralRanges)\.res
    | (cnvalias|uemoji|ulayout|nfkc|nfkc_cf)\.(icu|nrm)
    """,
    re.VERBOSE,
)
"""Parts that Qt's core may ask for: collation, time zones, what a locale is.

It has formats of dates and numbers, breaks of lines and words, and names of languages and currencies of its own;
encodings other than Unicode are read by Python.
"""


def unpack(package: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Return the head of a data package, and its parts by name.

    The form is that of ICU's `ucmndata.h`: after the head a table of contents, sorted by name, each entry with the
    offsets of a name and of its data, counted from the table.

    Raises:
        ValueError: it is none of ICU's packages of this machine's byte order.
    """
    (size,) = struct.unpack_from("<H", package)
    if package[2:4] != _MAGIC or package[12:16] != _FORMAT:
        raise ValueError("no package of ICU's data")
    head, body = package[:size], package[size:]
    (count,) = struct.unpack_from("<I", body)
    entries = [struct.unpack_from("<II", body, 4 + 8 * index) for index in range(count)]
    ends = [start for _, start in entries[1:]] + [len(body)]
    parts = {}
    for (name, start), end in zip(entries, ends, strict=True):
        parts[body[name : body.index(b"\0", name)].decode("ascii")] = body[start:end]
    return head, parts


def pack(head: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Put parts together as `unpack` reads them, each at a multiple of 16 bytes."""
    names = sorted(parts, key=str.encode)
    offset = 4 + 8 * len(names)
    listed, placed = b"", []
    for name in names:
        placed.append(offset + len(listed))
        listed += name.encode("ascii") + b"\0"
    body = bytearray(offset + len(listed))
    struct.pack_into("<I", body, 0, len(names))
    body[offset:] = listed
    for index, name in enumerate(names):
        body += bytes(-len(body) % _ALIGNMENT)
        struct.pack_into("<II", body, 4 + 8 * index, placed[index], len(body))
        body += parts[name]
    return head + bytes(body)


def select(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts that are kept; each name begins with the package's own, `icudt73l/`."""
    return {name: data for name, data in parts.items() if KEPT.fullmatch(name.partition("/")[2])}


def shrink(library: Path) -> None:
    """Replace a `libicudata.so.N` by one that has only what is kept; needs `as` and `ld`.

    Raises:
        ValueError: it holds no package of ICU's data.
        subprocess.CalledProcessError: an assembler or linker failed.
    """
    version = library.name.rpartition(".")[2]
    content = library.read_bytes()
    start = content.index(_FORMAT) - 12
    head, parts = unpack(content[start:])
    symbol = f"icudt{version}_dat"
    with tempfile.TemporaryDirectory() as folder:
        package, source, made = (Path(folder, name) for name in ("data", "data.s", "data.o"))
        package.write_bytes(pack(head, select(parts)))
        source.write_text(
            f".section .rodata\n.balign {_ALIGNMENT}\n.globl {symbol}\n.type {symbol}, %object\n"
            f'{symbol}:\n.incbin "data"\n.size {symbol}, . - {symbol}\n.section .note.GNU-stack,"",%progbits\n'
        )
        subprocess.run(["as", "-o", made.name, source.name], cwd=folder, check=True)
        link = ["ld", "-shared", "-s", "--build-id=none", "--hash-style=gnu", "-soname", library.name]
        subprocess.run([*link, "-o", str(library), str(made)], check=True)
