"""The first bytes by which files are known that are no text: what they are, and why they give none."""

from __future__ import annotations

from dataclasses import dataclass

from findling.types import Reason

_HEAD = 1024
"""A PDF may have other bytes before its header: ISO 32000-1, annex H.3.4.1 (implementation note 13)."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Bytes at an offset, the name of the format for people, and the reason to give."""

    magic: bytes
    name: str
    reason: Reason
    offset: int = 0


def _of(reason: Reason, *known: tuple[bytes, str] | tuple[bytes, str, int]) -> tuple[Signature, ...]:
    return tuple(Signature(entry[0], entry[1], reason, entry[2] if len(entry) == 3 else 0) for entry in known)


_SIGNATURES = (
    *_of(
        Reason.ARCHIVE,
        (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
        (b"Rar!\x1a\x07", "RAR archive"),
        (b"\x1f\x8b", "gzip archive"),
        (b"BZh", "bzip2 archive"),
        (b"\xfd7zXZ\0", "xz archive"),
        (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
        (b"\x04\x22\x4d\x18", "LZ4 archive"),
        (b"\x1f\x9d", "compress archive"),
        (b"MSCF", "cabinet archive"),
        (b"!<arch>\n", "ar archive"),
        (b"\xed\xab\xee\xdb", "RPM package"),
        (b"070701", "cpio archive"),
        (b"ustar", "tar archive", 257),
        (b"-lh", "LHA archive", 2),
        (b"CD001", "disc image", 32_769),
    ),
    *_of(
        Reason.BINARY,
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"\xff\xd8\xff", "JPEG image"),
        (b"GIF8", "GIF image"),
        (b"II*\0", "TIFF image"),
        (b"MM\0*", "TIFF image"),
        (b"WEBP", "WebP image", 8),
        (b"8BPS", "Photoshop image"),
        (b"\0\0\1\0", "icon"),
        (b"\0\0\0\x0cjP  ", "JPEG 2000 image"),
        (b"\0\0\0\x0cJXL ", "JPEG XL image"),
        (b"ftypheic", "HEIC image", 4),
        (b"ftypavif", "AVIF image", 4),
        (b"ftyp", "MPEG-4 video or audio", 4),
        (b"ID3", "MP3 audio"),
        (b"\xff\xfb", "MP3 audio"),
        (b"WAVE", "WAVE audio", 8),
        (b"AVI ", "AVI video", 8),
        (b"OggS", "Ogg audio or video"),
        (b"fLaC", "FLAC audio"),
        (b"MThd", "MIDI music"),
        (b"\x1a\x45\xdf\xa3", "Matroska or WebM video"),
        (b"FLV\x01", "Flash video"),
        (b"\0\0\1\xba", "MPEG video"),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "Windows Media"),
        (b"\x7fELF", "program"),
        (b"MZ", "program"),
        (b"\xca\xfe\xba\xbe", "compiled program"),
        (b"\xcf\xfa\xed\xfe", "program"),
        (b"\xce\xfa\xed\xfe", "program"),
        (b"\0asm", "WebAssembly program"),
        (b"dex\n", "Android program"),
        (b"wOFF", "font"),
        (b"wOF2", "font"),
        (b"OTTO", "font"),
        (b"\0\1\0\0\0", "font"),
        (b"\x93NUMPY", "NumPy array"),
        (b"\x89HDF", "HDF5 data"),
        (b"PAR1", "Parquet table"),
        (b"Obj\x01", "Avro data"),
        (b"bplist00", "binary property list"),
    ),
    *_of(
        Reason.UNSUPPORTED,
        (b"ITSF", "compiled HTML help (.chm)"),
        (b"ITOLITLS", "Microsoft Reader e-book (.lit)"),
        (b"BOOKMOBI", "Mobipocket or Kindle e-book", 60),
        (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3", "OneNote notebook"),
        (b"AT&TFORM", "DjVu document"),
        (b"!BDN", "Outlook data file (.pst)"),
        (b"\xffWPC", "WordPerfect document"),
        (b"%!PS", "PostScript"),
        (b"SQLite format 3\0", "SQLite database"),
        (b"\0\1\0\0Standard ", "Access database"),
        (b"AC10", "AutoCAD drawing"),
        (b"\x09\x04\x06\0", "Excel 3 workbook"),
        (b"\x09\x08\x08\0", "Excel 5 workbook"),
        (b"\x09\x08\x10\0", "Excel 97 workbook without its container"),
        (b"\x31\xbe\0\0", "Microsoft Write document"),
        (b"\xdb\xa5", "Word 2 document"),
        (b"HWP Document File", "Hangul document"),
        (b"\xd7\xcd\xc6\x9a", "Windows metafile"),
    ),
)


def find(data: bytes) -> Signature | None:
    """The format without readable text that these bytes begin, or None."""
    return next((known for known in _SIGNATURES if data.startswith(known.magic, known.offset)), None)


def is_pdf(data: bytes, suffix: str) -> bool:
    """Whether these bytes are a PDF, also one with a damaged or misplaced header under a PDF's name."""
    return b"%PDF-" in data[:_HEAD] or (suffix == ".pdf" and b"endobj" in data)


def is_rtf(data: bytes, suffix: str) -> bool:
    """Whether these bytes are Rich Text, also a fragment of one under its name."""
    head = data[:_HEAD].lstrip()
    return head.startswith(rb"{\rtf") or (suffix == ".rtf" and head.startswith(b"{\\"))


def is_zip(data: bytes) -> bool:
    """Whether these bytes are a zip package: with members, or empty."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_compound(data: bytes) -> bool:
    """Whether these bytes are an OLE compound file, the container of Office before 2007."""
    return data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
