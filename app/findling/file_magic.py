"""Bytes that tell files without text: each format's name, its marks and their places."""

from __future__ import annotations

Mark = tuple[str, int, bytes | tuple[bytes, ...]]

# fmt: off
ARCHIVES: tuple[Mark, ...] = (
    ("RAR archive", 0, b"Rar!\x1a\x07"),
    ("LZ4 archive", 0, b"\x04\x22\x4d\x18"), ("Zstandard archive", 0, b"\x28\xb5\x2f\xfd"),
    ("compress archive", 0, b"\x1f\x9d"), ("cabinet archive", 0, b"MSCF"), ("ar archive", 0, b"!<arch>\n"),
    ("cpio archive", 0, b"070701"), ("RPM package", 0, b"\xed\xab\xee\xdb"), ("LHA archive", 2, b"-lh"),
    ("disc image", 32_769, b"CD001"),
)
"""Archives that are not opened."""

BINARIES: tuple[Mark, ...] = (
    ("Photoshop image", 0, b"8BPS"), ("icon", 0, b"\0\0\1\0"), ("JPEG 2000 image", 0, b"\0\0\0\x0cjP  "),
    ("JPEG XL image", 0, b"\0\0\0\x0cJXL "), ("AVIF image", 4, b"ftypavif"),
    ("MPEG-4 video or audio", 4, b"ftyp"), ("MP3 audio", 0, (b"ID3", b"\xff\xfb")), ("WAVE audio", 8, b"WAVE"),
    ("AVI video", 8, b"AVI "), ("Ogg audio or video", 0, b"OggS"), ("FLAC audio", 0, b"fLaC"),
    ("MIDI music", 0, b"MThd"), ("Matroska or WebM video", 0, b"\x1a\x45\xdf\xa3"), ("Flash video", 0, b"FLV\x01"),
    ("MPEG video", 0, b"\0\0\1\xba"), ("Windows Media", 0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"),
    ("program", 0, (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")),
    ("compiled program", 0, b"\xca\xfe\xba\xbe"), ("WebAssembly program", 0, b"\0asm"),
    ("Android program", 0, b"dex\n"), ("font", 0, (b"wOFF", b"wOF2", b"OTTO", b"\0\1\0\0\0")),
    ("NumPy array", 0, b"\x93NUMPY"), ("HDF5 data", 0, b"\x89HDF"), ("Parquet table", 0, b"PAR1"),
    ("Avro data", 0, b"Obj\x01"), ("binary property list", 0, b"bplist00"),
)
"""Pictures, sound, films, programs and data, which are no documents."""

DOCUMENT_MARKS: tuple[Mark, ...] = (
    ("compiled HTML help (.chm)", 0, b"ITSF"), ("Microsoft Reader e-book (.lit)", 0, b"ITOLITLS"),
    ("Mobipocket or Kindle e-book", 60, b"BOOKMOBI"), ("DjVu document", 0, b"AT&TFORM"),
    ("OneNote notebook", 0, b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3"),
    ("Outlook data file (.pst)", 0, b"!BDN"), ("PostScript", 0, b"%!PS"),
    ("SQLite database", 0, b"SQLite format 3\0"), ("Access database", 0, b"\0\1\0\0Standard "),
    ("AutoCAD drawing", 0, b"AC10"), ("Hangul document", 0, b"HWP Document File"),
    ("Windows metafile", 0, b"\xd7\xcd\xc6\x9a"),
)
"""Documents that nobody here reads."""

OLD_DOCUMENTS: tuple[Mark, ...] = (
    ("WordPerfect document", 0, b"\xffWPC"), ("Word 1 or 2 document", 0, (b"\xdb\xa5", b"\x9b\xa5")),
    ("Microsoft Write document", 0, (b"\x31\xbe\0\0", b"\x32\xbe\0\0")),
    ("Works spreadsheet", 0, b"\xff\0\x02\0\x04\x04\x05\x54"), ("Works database", 0, b"\x20\x54\x02\0\0\0\x05\x54"),
    ("Lotus 1-2-3 workbook", 0, (b"\0\0\x02\0\x04\x04", b"\0\0\x02\0\x06\x04", b"\0\0\x1a\0")),
    ("Quattro Pro workbook", 0, (b"\0\0\x02\0\x20\x51", b"\0\0\x02\0\x01\x10", b"\0\0\x02\0\x02\x10")),
)
"""Documents of programs of long ago."""
# fmt: on
