"""Description of a file format: its kind, how it is told, read, shown and counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

_LAST = 1_000


class FileKind(StrEnum):
    """Kind of a file, by its content first and its name second; the value is what `type:` takes."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    XLS = "xls"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    RTF = "rtf"
    DOC = "doc"
    PPT = "ppt"
    PAGES = "pages"
    NUMBERS = "numbers"
    KEYNOTE = "keynote"
    XPS = "xps"
    HWPX = "hwpx"
    VSDX = "vsdx"
    EPUB = "epub"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    EML = "eml"
    MBOX = "mbox"
    MSG = "msg"
    VCF = "vcf"
    ICS = "ics"
    IPYNB = "ipynb"
    CODE = "code"
    PICTURE = "picture"
    ARCHIVE = "archive"
    OTHER = "other"


class Container(Enum):
    """Package whose members tell what a file is."""

    ZIP = auto()
    COMPOUND = auto()


class PreviewMethod(Enum):
    """Way to make a preview; `extraction.previews` has a function for each."""

    BLOCKS = auto()
    MARKUP = auto()
    TEXT = auto()
    CODE = auto()
    TABLE = auto()
    MAIL = auto()
    PAGES = auto()
    IMAGE = auto()


class Unit(StrEnum):
    """Part that page numbers count, where a document has any."""

    PAGE = "page"
    SLIDE = "slide"
    SHEET = "sheet"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class SizeLimit:
    """Bytes that a parser gets of a file, and may have: more where a beginning is readable."""

    kept: int
    hashed: int


@dataclass(frozen=True, slots=True)
class Family:
    """Formats that users name together in `type:`.

    Attributes:
        label: the family in words; the window translates it in the context "Filters".
        aliases, offered: other names that `type:` takes; whether the window offers it in a menu.
    """

    name: str
    label: str
    aliases: tuple[str, ...] = ()
    offered: bool = True


FAMILIES = (
    *(Family("pdf", "PDF"), Family("word", "Word documents"), Family("text", "Plain text"), Family("sheet", "Tables")),
    *(Family("slides", "Slides"), Family("mail", "E-mail", ("email",)), Family("web", "Web pages", ("htm",))),
    Family("contact", "Contacts and calendars", ("calendar",)),
    *(Family("book", "E-books"), Family("notebook", "Notebooks"), Family("code", "Source code")),
    Family("picture", "Pictures", ("image",)),
    *(Family("archive", "Archives"), Family("data", "Data"), Family("md", "Markdown", ("markdown",), offered=False)),
    Family("other", "Other files", offered=False),
)
"""Families in the order in which they are offered."""

_STREAM = SizeLimit(64_000_000, 2_000_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """File format.

    Attributes:
        kind: `OTHER` for formats that are known, but not read.
        label: the format in words; the window translates it in the context "Kinds".
        reason: the value of the `Reason` for which it is not read; "" if it is.
        suffixes: in lower case, with the dot; where `is_marked`, they are a promise that the content has to keep.
        names: whole names of files, in lower case.
        container: the package that it comes in.
        parts: its mark in a zip, the beginning of a member's name, or in a compound file, the name of a top-level entry
            in lower case (MS-CFB 2.6.4 compares names without regard to it); one of them suffices.
        media_types: content of the member `mimetype` of a package, without "-template"; if not read, its beginning.
        magic: bytes at an offset, or one of several; all of them have to be there.
        header: regular expression that is searched for in the first 1,024 bytes, and tells it under any name.
        fragment: regular expression that tells a damaged file under one of its own suffixes.
        opening: regular expression by which a text under an unknown name begins.
        prologue: regular expression by which a text begins that is not what its name says; the suffixes of texts are
            used for much else (a server in .org, a page of music in .ly).
        reader: the module in `extraction.readers` whose `read` reads it.
        audit: the module in `extraction.audits` whose `audit` checks that all was read; "" if nobody can tell.
        origins: `find` in extraction.origins.NAME_origins finds its date and people; "" if it tells of none.
        lexer, lexers: the name that Pygments has for it; (suffix or name, lexer) where it has several.
        delimiter: between the cells of a table, as a rule.
        icon, families: drawing in resources/icons/kinds; names of `FAMILIES`.
        keeper_rank: of duplicates, the one with the lower rank is the better to keep: first what can be edited and
            holds the most, last what is a picture of it.
        tokens_per_byte: tokens that are embedded for each byte; `indexing.workload` says how it was measured.
        is_all_text: text to the last byte; the others end in pictures, as a rule.
    """

    kind: FileKind = FileKind.OTHER
    label: str
    reason: str = ""
    suffixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    container: Container | None = None
    parts: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    magic: tuple[tuple[int, bytes | tuple[bytes, ...]], ...] = ()
    header: bytes = b""
    fragment: bytes = b""
    opening: bytes = b""
    prologue: bytes = b""
    reader: str = ""
    audit: str = ""
    origins: str = ""
    preview: PreviewMethod = PreviewMethod.BLOCKS
    lexer: str = ""
    lexers: tuple[tuple[str, str], ...] = ()
    delimiter: str = ""
    unit: Unit = Unit.PAGE
    icon: str = "other"
    families: tuple[str, ...] = ()
    keeper_rank: int = _LAST
    tokens_per_byte: float = 0.0
    is_all_text: bool = False
    size_limit: SizeLimit = _STREAM

    @property
    def is_read(self) -> bool:
        """True if there is a reader for it."""
        return bool(self.reader)

    @property
    def is_marked(self) -> bool:
        """True if its content tells it from a text, whatever its name is."""
        return bool(self.container or self.header or self.magic)
