"""Files that hold other files, made in a test: mails, mailboxes, PDFs and archives."""

from __future__ import annotations

import ctypes
import io
import struct
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

import pypdfium2 as pdfium

from compounds import compound
from pdfs import Words, typeset
from zips import pack

Files = Mapping[str, str | bytes]


def to_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def mail(subject: str, files: Files, *, text: str = "See the papers.", inner: EmailMessage | None = None) -> bytes:
    """Make a mail with these attachments, and maybe a mail inside."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Ann <ann@example.org>"
    message["Date"] = "Tue, 03 Mar 2020 10:00:00 +0000"
    message.set_content(text)
    for name, content in files.items():
        message.add_attachment(to_bytes(content), maintype="application", subtype="octet-stream", filename=name or None)
    if inner is not None:
        message.add_attachment(inner)
    return message.as_bytes()


def mailbox(*mails: bytes) -> bytes:
    """Make a mailbox of these mails."""
    return b"".join(b"From ann@example.org Tue Mar  3 10:00:00 2020\n" + each + b"\n" for each in mails)


def pdf(text: str, files: Files) -> bytes:
    """Make a PDF of one line with these files attached; of no text where that is empty."""
    document = pdfium.PdfDocument(typeset([[Words(text, 72, 100, 12)] if text else []]))
    for name, content in files.items():
        data = to_bytes(content)
        document.new_attachment(name).set_data(ctypes.create_string_buffer(data, len(data)))
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def office(package: bytes, folder: str, files: Files) -> bytes:
    """Put files into a folder of an office package."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return pack(parts | {f"{folder}/{name}": content for name, content in files.items()})


def native(name: str, content: bytes) -> bytes:
    """Write a file as the packager of Windows does."""
    path = f"C:\\Users\\ann\\{name}\0".encode()
    written = b"\2\0" + name.encode() + b"\0" + path + b"\0\0\3\0"
    for part in (path, content):
        written += struct.pack("<L", len(part)) + part
    return written


def packaged(name: str, content: bytes) -> bytes:
    """Make the OLE object of a file that was dragged into an office document."""
    written = native(name, content)
    return compound("\x01Ole10Native", struct.pack("<L", len(written)) + written)


def rich_text(text: str, *objects: tuple[str, bytes]) -> bytes:
    """Make Rich Text with objects of OLE 1.0, each by its class and its data ([MS-OLEDS] 2.2.5)."""
    body = b""
    for name, data in objects:
        raw = struct.pack("<3L", 0x501, 2, len(name) + 1) + name.encode() + b"\0" + struct.pack("<3L", 0, 0, len(data))
        body += (
            b"{\\object\\objemb{\\*\\objclass "
            + name.encode()
            + b"}{\\*\\objdata "
            + (raw + data).hex("\n", 40).encode()
            + b"}}"
        )
    return b"{\\rtf1 " + text.encode() + body + b"}"


def tar(files: Files, mode: str = "w") -> bytes:
    """Make a tar, packed by `w:gz`, `w:bz2` or `w:xz`."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]  # any of its modes
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(to_bytes(content))
            member.mtime = 1_583_229_600
            archive.addfile(member, io.BytesIO(to_bytes(content)))
    return out.getvalue()
