"""Reader of Word documents: body, notes, diagrams, charts, comments, headers, footers, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder, is_telling, tell_attachments
from findling.extraction.kinds import identify
from findling.extraction.parsing import reader_of
from findling.extraction.readers.text_flow import Flow
from findling.extraction.readers.word_lists import ListCounter
from findling.extraction.readers.word_parts import WordParts
from findling.extraction.readers.word_styles import WordStyles
from findling.extraction.readers.word_walk import StoryWalk
from findling.extraction.source import Source
from findling.extraction.xml_parts import stream
from findling.formats import FileKind

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable

    from findling.extraction.readers.word_story import StoryParagraph, StoryReceiver

CHUNK_DEPTH = 3
"""Word documents inside each other (w:altChunk) that are followed."""


def read(source: Source) -> Extraction:
    """Read a .docx (or .docm, .dotx, .dotm) file; headings carry their outline level.

    Notes follow the body, and each begins as an item. Each line of headers and footers is there once.
    """
    return package.read_or_repair(source.data, lambda data: _read(data, source, 0))


def _read(data: bytes, source: Source, depth: int) -> Extraction:
    with limits.open_zip(data) as archive:
        document = WordDocument(archive, source.beat)
        builder = TextBuilder()
        counter = document.make_counter()
        blocks = _Blocks(builder, counter, lambda relationship: document.read_chunk(relationship, depth))
        document.walk_text(blocks)
        document.add_asides(builder)
        extraction = builder.finish(FileKind.DOCX, package.core_title(archive) or blocks.headline)
        return extraction if depth else tell_attachments(extraction, package.list_embedded(archive))


class WordDocument:
    """Word document whose stories are walked through by whoever needs them."""

    def __init__(self, archive: zipfile.ZipFile, beat: Callable[[], None]) -> None:
        """Find the parts; raises as `WordParts` and `WordStyles` do."""
        self._archive = archive
        self._beat = beat
        self._parts = WordParts(archive)
        self._styles = WordStyles(self._parts)

    def make_counter(self) -> ListCounter:
        """Return a counter of its lists."""
        return ListCounter(self._styles.lists)

    def list_numbers(self) -> list[str]:
        """Return the numbers with words of their own, as the body and the notes show them."""
        if not self._styles.lists.has_words:
            return []
        numbers = _Numbers(self.make_counter())
        self.walk_text(numbers)
        return numbers.lines

    def walk_text(self, receiver: StoryReceiver, *, is_formatted: bool = False) -> None:
        """Hand over the body, then footnotes and endnotes.

        Raises:
            ExtractionError: `DAMAGED` if one of them is not well-formed; what comes before the fault was handed over.
        """
        for name in (self._parts.main, *self._parts.notes):
            self._walk(name, receiver, is_formatted=is_formatted)

    def _walk(self, name: str, receiver: StoryReceiver, *, is_formatted: bool = False) -> None:
        targets = self._parts.targets(name) if is_formatted else {}
        walk = StoryWalk(receiver, self._styles, targets, is_formatted=is_formatted)
        stream(self._archive, name, walk, self._beat)

    def add_asides(self, builder: TextBuilder) -> None:
        """Add diagrams, charts and comments, then each line of headers and footers once."""
        for line in package.drawn_lines(self._archive):
            builder.add(line)
        comments = _Lines()
        for name in self._parts.comments:
            self._walk(name, comments)
        for line in comments.lines:
            builder.add(line)
        margins = _Lines()
        for name in self._parts.margins:
            self._walk(name, margins)
        builder.add("\n".join(filter(is_telling, dict.fromkeys(margins.lines))), BlockKind.META)

    def find_part(self, target: str) -> str | None:
        """Return the name of a part as the package has it; None where there is none."""
        return self._parts.resolve(target)

    def read_chunk(self, relationship: str, depth: int = 0) -> Extraction | None:
        """Read a document in another format that the body holds; None where it gives no text.

        Args:
            relationship: what the body calls it.
            depth: Word documents around this one.
        """
        target = self._parts.targets(self._parts.main).get(relationship, "")
        name = self._parts.resolve(target)
        if name is None or depth >= CHUNK_DEPTH:
            return None
        source = Source(limits.read_member(self._archive, name), name, self._beat)
        try:
            kind = identify(source.data, source.name)
            return _read(source.data, source, depth + 1) if kind is FileKind.DOCX else reader_of(kind)(source)
        except ExtractionError:
            return None


class _Blocks:
    """Receiver that adds blocks to a builder."""

    def __init__(
        self, builder: TextBuilder, counter: ListCounter, read_chunk: Callable[[str], Extraction | None]
    ) -> None:
        self._builder = builder
        self._counter = counter
        self._flow = Flow(builder)
        self._read_chunk = read_chunk

    @property
    def full(self) -> bool:
        return self._builder.full

    @property
    def headline(self) -> str:
        """The first heading of level 1, or ""."""
        return self._flow.first_heading

    def add_paragraph(self, paragraph: StoryParagraph) -> None:
        number = self._counter.count_in_words(paragraph.place) if paragraph.place is not None else ""
        if paragraph.is_blank and not number:
            return
        is_note = paragraph.begins_note and paragraph.kind is BlockKind.PARAGRAPH
        text = f"{number} {paragraph.text}" if number else paragraph.text
        self._add(text, BlockKind.ITEM if is_note else paragraph.kind, paragraph.level)

    def _add(self, text: str, kind: BlockKind, level: int) -> None:
        self._flow.begin_block(kind, level=level)
        first, *others = text.split("\n")
        self._flow.add_text(first)
        for line in others:
            self._flow.break_line()
            self._flow.add_text(line)
        self._flow.end_block()

    def add_chunk(self, relationship: str) -> None:
        if (extraction := self._read_chunk(relationship)) is not None:
            for block in extraction.blocks:
                self._add(extraction.text[block.start : block.end], block.kind, block.level)

    def begin_table(self) -> None:
        """Begin a table, of which only the rows count."""

    def begin_row(self) -> None:
        self._flow.begin_row()

    def begin_cell(self) -> None:
        self._flow.begin_cell()

    def end_cell(self, span: int, *, continues: bool) -> None:  # noqa: ARG002 - how cells look does not count
        self._flow.end_block()

    def end_row(self, *, is_head: bool) -> None:  # noqa: ARG002
        self._flow.end_row()

    def end_table(self) -> None:
        """End a table."""


class _Lines:
    """Receiver that keeps the text of each paragraph."""

    full = False

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add_paragraph(self, paragraph: StoryParagraph) -> None:
        if not paragraph.is_blank:
            self.lines.append(" ".join(paragraph.text.split()))

    def add_chunk(self, relationship: str) -> None:
        """Leave out a document in another format."""

    def begin_table(self) -> None:
        """Begin a table."""

    def begin_row(self) -> None:
        """Begin a row."""

    def begin_cell(self) -> None:
        """Begin a cell."""

    def end_cell(self, span: int, *, continues: bool) -> None:
        """End a cell."""

    def end_row(self, *, is_head: bool) -> None:
        """End a row."""

    def end_table(self) -> None:
        """End a table."""


class _Numbers(_Lines):
    """Receiver that keeps the numbers of lists which words stand in."""

    def __init__(self, counter: ListCounter) -> None:
        super().__init__()
        self._counter = counter

    def add_paragraph(self, paragraph: StoryParagraph) -> None:
        if paragraph.place is not None:
            self.lines.append(self._counter.count_in_words(paragraph.place))
