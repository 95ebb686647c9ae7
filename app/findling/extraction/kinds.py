"""What a file is: by its first bytes, then by what its package holds, then by its name; or why it has no text."""

from __future__ import annotations

import re
from pathlib import PurePath
from types import MappingProxyType

from findling.errors import ExtractionError
from findling.extraction import containers, signatures
from findling.types import FileKind, Reason

SNIFFED_BYTES = 65_536
_CONTROL_SHARE = 0.10
"""A text holds fewer control characters than this; compressed and compiled data hold about 11 % of them."""

_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\b\x1b"})
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_ZERO_SHARE = 0.20
"""ASCII letters in UTF-16 make every second byte zero, those in UTF-32 three of four."""

_CODE_SUFFIXES = """
    py pyi pyx js mjs cjs jsx ts tsx java kt kts scala groovy c h cc cpp cxx hh hpp hxx m mm cs fs vb go rs swift dart
    rb php pl pm lua r jl hs ml mli clj cljs ex exs erl elm nim zig sol sh bash zsh fish ps1 bat cmd sql css scss sass
    less vue svelte asm s pas f f90 f95 for ada adb ads v vhd vhdl tcl lisp el scm rkt proto thrift graphql cmake mk
    gradle tf hcl yaml yml toml ini cfg conf properties dockerfile diff patch
"""
_XML_SUFFIXES = """
    xml rss atom opml fb2 svg dita ditamap kml gpx docbook dbk fodt fods fodp xsd xsl xslt xliff xlf tei
"""
_BY_SUFFIX = {
    FileKind.MARKDOWN: "md markdown mdown mkd mdx rmd qmd",
    FileKind.HTML: "html htm xhtml xht shtml",
    FileKind.CSV: "csv",
    FileKind.TSV: "tsv tab",
    FileKind.JSON: "json jsonl ndjson geojson webmanifest har",
    FileKind.XML: _XML_SUFFIXES,
    FileKind.EML: "eml emlx mht mhtml",
    FileKind.MBOX: "mbox mbx",
    FileKind.IPYNB: "ipynb",
    FileKind.CODE: _CODE_SUFFIXES,
    FileKind.TEXT: "txt text log rst org adoc asciidoc tex bib srt vtt nfo me readme",
}
_KIND_OF = {f".{suffix}": kind for kind, suffixes in _BY_SUFFIX.items() for suffix in suffixes.split()}
_CODE_NAMES = frozenset({"makefile", "dockerfile", "gnumakefile", "cmakelists.txt", "rakefile", "gemfile", "justfile"})
_DOCUMENT_NAMES = "pdf doc docx docm dot ppt pptx pptm ppsx xls xlsx xlsm xlsb odt ods odp rtf epub msg"
_DOCUMENT_SUFFIXES = frozenset(f".{suffix}" for suffix in _DOCUMENT_NAMES.split())
"""Names that promise a document with a signature of its own: where it is missing, the text itself tells what it is."""

_PROMISED = MappingProxyType(
    {
        ".pdf": FileKind.PDF, ".docx": FileKind.DOCX, ".docm": FileKind.DOCX, ".pptx": FileKind.PPTX,
        ".pptm": FileKind.PPTX, ".ppsx": FileKind.PPTX, ".xlsx": FileKind.XLSX, ".xlsm": FileKind.XLSX,
        ".xlsb": FileKind.XLSX, ".xls": FileKind.XLS, ".odt": FileKind.ODT, ".ods": FileKind.ODS, ".odp": FileKind.ODP,
        ".rtf": FileKind.RTF, ".epub": FileKind.EPUB, ".msg": FileKind.MSG,
    }
)  # fmt: skip
"""What is in documents of these names, as a rule: for counting files that nobody has opened yet."""

_MBOX = re.compile(rb"From \S+.*\d\d:\d\d.*\d{4}\r?\n[\w-]+: ")
_MAIL = re.compile(rb"(?i:received|return-path|delivered-to|from|message-id|mime-version|date): ")
_HEADERS = re.compile(rb"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){3}")
_HTML = re.compile(rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b")
_XML = re.compile(rb"\s*<\?xml\b")
_SCRIPT = re.compile(rb"#!\s*/")


def identify(data: bytes, name: str) -> FileKind:
    """Tell what a file is; a document under a wrong name is what its bytes say, a text is what its name says.

    Args:
        data: the whole file; its first 64 kB decide, for packages also their directory.
        name: the file's name with its suffix.

    Raises:
        ExtractionError: there is no text to be had, with the reason: `EMPTY`, `ENCRYPTED`, `LEGACY`, `ARCHIVE`,
            `BINARY`, `UNSUPPORTED`, `DAMAGED`, or `MISNAMED` for a document's name on something without text.
    """
    if not data.strip():
        raise ExtractionError(Reason.EMPTY, "only white space" if data else "")
    suffix = PurePath(name).suffix.lower()
    if (kind := _identify_document(data, suffix)) is not None:
        return kind
    return _identify_text(data, name, suffix)


def kind_by_name(name: str) -> FileKind | None:
    """What a file most likely is; None where its name promises nothing that can be read. `identify` may differ."""
    if name.lower() in _CODE_NAMES:
        return FileKind.CODE
    suffix = PurePath(name).suffix.lower()
    return _KIND_OF.get(suffix) or _PROMISED.get(suffix)


def _identify_document(data: bytes, suffix: str) -> FileKind | None:
    if signatures.is_pdf(data, suffix):
        return FileKind.PDF
    if signatures.is_rtf(data, suffix):
        return FileKind.RTF
    if signatures.is_zip(data):
        return containers.identify_zip(data, suffix)
    if signatures.is_compound(data):
        return containers.identify_compound(data)
    if (found := signatures.find(data)) is not None:
        _refuse(found.reason, found.name, suffix)
    return None


def _identify_text(data: bytes, name: str, suffix: str) -> FileKind:
    head = data[:SNIFFED_BYTES]
    if not is_text(head):
        _refuse(Reason.BINARY, "", suffix)
    if PurePath(name).name.lower() in _CODE_NAMES:
        return FileKind.CODE
    kind = _KIND_OF.get(suffix)
    if kind is FileKind.XML and _HTML.match(head):
        return FileKind.HTML
    return kind or _sniff(head.removeprefix(b"\xef\xbb\xbf"))


def _refuse(reason: Reason, content: str, suffix: str) -> None:
    if suffix in _DOCUMENT_SUFFIXES:
        raise ExtractionError(Reason.MISNAMED, content or "binary data")
    raise ExtractionError(reason, content)


def is_text(head: bytes) -> bool:
    """Whether a file's beginning reads as text in some encoding, UTF-16 and UTF-32 without a mark among them."""
    if head.startswith(_WIDE_MARKS) or not head:
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= len(head) * _CONTROL_SHARE or _is_wide(head)


def _is_wide(head: bytes) -> bool:
    """Whether zero bytes stand as UTF-16 or UTF-32 puts them: nearly all in some lanes, hardly any in the others."""
    lanes = [head[lane::4].count(0) / max(len(head[lane::4]), 1) for lane in range(4)]
    spread = max(lanes) > 1 - _ZERO_SHARE * 2 and min(lanes) < _ZERO_SHARE / 4
    others = len(head.translate(None, _CONTROLS)) + head.count(0)
    return spread and others >= len(head) * (1 - _CONTROL_SHARE / 4)


def _sniff(head: bytes) -> FileKind:
    """What a text of an unknown name is, by how it begins."""
    if _MBOX.match(head):
        return FileKind.MBOX
    if _MAIL.match(head) and _HEADERS.match(head):
        return FileKind.EML
    if _HTML.match(head):
        return FileKind.HTML
    if _XML.match(head):
        return FileKind.XML
    return FileKind.CODE if _SCRIPT.match(head) else FileKind.TEXT
