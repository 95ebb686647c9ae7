"""Stories of a Word document (body, notes, a header) as paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from findling.domain.files import BlockKind

if TYPE_CHECKING:
    from findling.extraction.readers.word_lists import ListPlace


PICTURE_SIGN = "\ufffc"
"""Character that stands for a picture in a text (Unicode's OBJECT REPLACEMENT CHARACTER)."""


@dataclass(frozen=True, slots=True)
class StoryPicture:
    """Picture in a story: its part, its width in pixels of 1/96 inch or 0, and what it shows."""

    part: str
    width: float
    description: str


@dataclass(frozen=True, slots=True)
class Look:
    """Look of a stretch of text, as far as a preview shows it.

    Attributes:
        position: "sup", "sub", or "" for the line itself.
        link: the address that it leads to, not to be trusted; "" for none.
        picture: that it stands for.
    """

    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    position: str = ""
    link: str = ""
    picture: StoryPicture | None = None


PLAIN = Look()


@dataclass(slots=True)
class StoryParagraph:
    r"""Paragraph of a story, as it reads with all changes accepted.

    Attributes:
        kind: heading, item of a list, or paragraph.
        level: of a heading, 1 to 6.
        place: in a list; headings may have one too.
        begins_note: it is the first one of a note or a comment.
        texts: stretches of text; lines within end with "\n".
        looks: one for each stretch.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    place: ListPlace | None = None
    begins_note: bool = False
    texts: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """True if only white space is there; such paragraphs come only if a list counts them."""
        return all(map(str.isspace, self.texts))

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(self.texts)


class StoryReceiver(Protocol):
    """Receiver of the paragraphs and tables of a story, in reading order."""

    @property
    def full(self) -> bool:
        """True if it takes no more."""

    def add_paragraph(self, paragraph: StoryParagraph) -> None:
        """Take a paragraph; what is between `begin_cell` and `end_cell` stands in that cell."""

    def add_chunk(self, relationship: str) -> None:
        """Take the place of a document in another format, by what the story calls it (w:altChunk)."""

    def begin_table(self) -> None:
        """Begin a table, which may stand in a cell of another."""

    def begin_row(self) -> None:
        """Begin a row."""

    def begin_cell(self) -> None:
        """Begin a cell."""

    def end_cell(self, span: int, *, continues: bool) -> None:
        """End a cell that spans so many columns; if it `continues`, it is one with the cell above."""

    def end_row(self, *, is_head: bool) -> None:
        """End a row; if it is one of the head's, it stands above every page of the table."""

    def end_table(self) -> None:
        """End a table."""
