"""Data of files: status, reason, extracted text and passages."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from findling.domain.origin import Origin
from findling.domain.recognition import Pictured
from findling.formats import FileKind
from findling.messages.notice import Notice


class FileStatus(StrEnum):
    """Status of a file; `found` is always the sum over these."""

    PENDING = "pending"
    INDEXED = "indexed"
    SKIPPED = "skipped"
    FAILED = "failed"


class Reason(StrEnum):
    """Reason why a file is not, or not wholly, searchable, with a message in `domain.reasons`."""

    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    DRM = "drm"
    DAMAGED = "damaged"
    PARTLY_READ = "partly-read"
    MISNAMED = "misnamed"
    NO_TEXT = "no-text"
    NO_WORDS = "no-words"
    LEGACY = "legacy-format"
    UNSUPPORTED = "unsupported"
    BINARY = "binary"
    ARCHIVE = "archive"
    TOO_LARGE = "too-large"
    UNPACKS_TOO_LARGE = "unpacks-too-large"
    TEXT_CUT = "text-cut"
    ATTACHMENTS = "attachments"
    TOO_MANY_PARTS = "too-many-parts"
    TOOK_TOO_LONG = "took-too-long"
    TOO_MUCH_MEMORY = "too-much-memory"
    CRASHED = "crashed"
    NO_PERMISSION = "no-permission"
    IN_USE = "in-use"
    VANISHED = "vanished"
    CHANGING = "changing"
    NOT_DOWNLOADED = "not-downloaded"
    SECRET = "secret"  # noqa: S105 - a reason
    SPECIAL = "special-file"
    LINK = "link"
    NAME = "unreadable-name"
    OFFLINE = "offline"
    INTERRUPTED = "interrupted"
    NOT_EMBEDDED = "not-embedded"
    STOPPED = "stopped"


class Absence(StrEnum):
    """Reason for which a file that is not found is kept, and not taken for deleted."""

    DISK = "disk"
    """Disk, or folder of the library, that is not there, or another one in its place."""
    MANY = "many"
    """Loss of more than half of its folder's files at once."""


class BlockKind(StrEnum):
    """Kind of a stretch of a document's text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"
    META = "meta"
    PROPERTY = "property"
    """Property that somebody wrote of a document; the last blocks of a text are of this kind, and no others."""


@dataclass(frozen=True, slots=True)
class Block:
    """Stretch of a document's canonical text.

    Attributes:
        start, end: code points into `Extraction.text`; `text[start:end]` is the block, without the blank line after it.
        level: 1 to 6 for headings, 0 otherwise.
        page: page, slide or sheet that the block begins on, counted from 1; None where the format has none.
        breaks: no passage goes on from before this block into it (a new slide, sheet, message, chapter).
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    page: int | None = None
    breaks: bool = False


class Unread(StrEnum):
    """Part of a file that was not surely read, with a message in `duplicates.sameness`."""

    UNKNOWN = "unknown"
    REPAIRED = "repaired"
    CUT = "cut"
    UNDECODABLE = "undecodable"
    TEXT_BOXES = "text-boxes"
    NOTES = "notes"
    MARGINS = "margins"
    COMMENTS = "comments"
    FIELDS = "fields"
    FORMS = "forms"
    CHANGES = "changes"
    PICTURES = "pictures"
    DRAWINGS = "drawings"
    CHARTS = "charts"
    EMBEDDED = "embedded"
    SCRIPTS = "scripts"
    RECOGNISED = "recognised"
    TEXT = "text"


IMPAIRING = frozenset({Unread.REPAIRED, Unread.CUT, Unread.UNDECODABLE})
"""Parts that are missing because a file is damaged, or went on."""


@dataclass(frozen=True, slots=True)
class Wholeness:
    """Completeness of a reading, and digests of what in the file is no text.

    Two files of the same words are the same only if nothing of either is unread and both digests are equal.

    Attributes:
        unread: parts that were not read, in the order of `Unread`; empty only where somebody has looked.
        characters: digest of the text's characters, case and signs included, whatever its wrapping.
        objects: digest of what is no text (pictures, embedded files, targets of links, ...); b"" where there is none.
    """

    unread: tuple[Unread, ...] = (Unread.UNKNOWN,)
    characters: bytes = b""
    objects: bytes = b""

    @property
    def is_impaired(self) -> bool:
        """True if the file is damaged or was read in part."""
        return not IMPAIRING.isdisjoint(self.unread)

    @property
    def shortfall(self) -> int:
        """Rank among copies, lower is better: 2 if impaired, 1 if a known part was unread, else 0."""
        return 2 if self.is_impaired else int(any(part is not Unread.UNKNOWN for part in self.unread))


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """Picture that stands in a text, for a preview.

    Attributes:
        address: what its document calls it, or the bytes that stand for it there.
        width, height: as the document shows it, in pixels of 1/96 inch; 0 where it does not say.
        description: what it shows, in words; "" where nobody has said.
        at: the position in the text behind which it follows.
        page: of the text around it.
    """

    address: str | bytes
    width: float = 0
    height: float = 0
    description: str = ""
    at: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    r"""Text and structure that a reader extracted from one file.

    Attributes:
        title: the document's own title, or "" where it has none (the file's name then stands in).
        text: the canonical text: NFC is not applied, line ends are "\\n", blocks are parted by one blank line.
        blocks: in order, not overlapping; between two blocks stands white space only.
        pages: how many pages, slides or sheets; None where the format has none.
        language: ISO 639-1 code, or "und" where the text is too short to tell.
        reason: set where only a part could be read (`TEXT_CUT`, `PARTLY_READ`), or all but other files in it
            (`ATTACHMENTS`).
        detail: what `reason` means for this file, e.g. how many of its pages were read.
        wholeness: whether all of the file was read; unknown unless an audit has looked.
        pictured: pages on which text recognition may find more; None where there are none.
        holds_files: there are, or may be, files inside it that are documents of their own.
        origins: what it says of its own date and people, or each message in it does.
        pictures: those whose place the reader knows, in order; they are not kept.
        notes: of each slide its number, and the position from which on what is said to it follows; not kept either.
    """

    kind: FileKind
    title: str
    text: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    language: str = "und"
    reason: Reason | None = None
    detail: Notice | None = None
    wholeness: Wholeness = Wholeness()
    pictured: Pictured | None = None
    holds_files: bool = False
    origins: tuple[Origin, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()

    @property
    def body(self) -> str:
        """Text without the properties at the end: what two documents are compared by."""
        start = next((block.start for block in self.blocks if block.kind is BlockKind.PROPERTY), len(self.text))
        return self.text[:start].rstrip()

    @property
    def is_cut(self) -> bool:
        """True if some of its own text could not be read."""
        return self.reason not in (None, Reason.ATTACHMENTS)


@dataclass(frozen=True, slots=True)
class Passage:
    """Stretch of a document that is embedded as one: `text[start:end]`.

    Attributes:
        start, end: code points into the document's canonical text.
        page: page on which it begins, or None.
        heading: the headings above it, joined with " › "; "" where there are none.
        tokens: how many tokens of the model its text has, without prefix and special tokens.
    """

    start: int
    end: int
    page: int | None = None
    heading: str = ""
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Stat:
    """Metadata of a file in the file system; a difference in any field makes the file pending.

    Attributes:
        changed_ns: when content or metadata were changed last, which no program can set back; 0 where it is not known.
            Moving a file changes it as well, so that it is no part of what two files have to have in common.
    """

    size: int
    mtime_ns: int
    inode: int
    changed_ns: int = field(default=0, compare=False)

    def is_changed(self, known: Stat) -> bool:
        """Return whether a file is no longer what was known of it."""
        return self != known or (0 not in (self.changed_ns, known.changed_ns) and self.changed_ns != known.changed_ns)


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """File inside another file, by its name there.

    Attributes:
        name: relative path with "/" between its parts, safe to be shown and to be put below the outer file's path.
        stat: of it; a digest of what the outer file tells of its content stands for the inode.
    """

    name: str
    stat: Stat


@dataclass(frozen=True, slots=True)
class EmbeddedFiles:
    """Files inside a file.

    Attributes:
        files: no two of one name.
        reason, detail: why there are more that are not among these; None where that is not so.
    """

    files: tuple[EmbeddedFile, ...] = ()
    reason: Reason | None = None
    detail: Notice | None = None
