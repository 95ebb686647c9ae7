"""Layout of one mail of any format as text; of several forms of its text, what each says."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, PlacedPicture
from findling.extraction.document import TextBuilder
from findling.extraction.readers.html_text import add_html
from findling.extraction.readers.text_layout import join_cut_words
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

NO_SUBJECT = "(no subject)"

_WORD = re.compile(r"\w+")
# Signs without a width, with which programs fill the lines that a list of mails shows.
_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200f\u2060\ufeff]")
# Scripts that do not part words: a line may end anywhere in a sentence.
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SAME_SHARE = 0.5
"""A form that says at least this share of another's words is of the same text; else one is a stand-in for the other."""
_PAIR_SHARE = 0.5
"""Share of the neighbouring words of a block that have to be neighbours in the other form as well: links and marks may
come between some."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Headers of a mail, and the names of its attachments.

    Attributes:
        fields: pairs of name and value, e.g. ("From", "Ann <ann@example.org>"), in the order shown.
        attachments: file names.
    """

    subject: str
    fields: tuple[tuple[str, str], ...] = ()
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailPosition:
    """Position of a mail in its file.

    Attributes:
        level: heading level of the subject; headings in the mail's HTML come below it.
        page: number of the message in a mailbox, from 1; None for a single mail.
    """

    level: int = 1
    page: int | None = None


@dataclass(frozen=True, slots=True)
class BodyPiece:
    """Stretch of a mail's text, or a picture between two; heading levels count from the subject."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    picture: PlacedPicture | None = None


def add_envelope(builder: TextBuilder, envelope: Envelope, place: MailPosition) -> None:
    """Add the subject as a heading that begins a part, and the fields as lines below it."""
    fields = [*envelope.fields, ("Attachments", ", ".join(envelope.attachments))]
    lines = [f"{name}: {' '.join(value.split())}" for name, value in fields if value.strip()]
    if not (envelope.subject.strip() or lines):
        return
    subject = " ".join(envelope.subject.split()) or NO_SUBJECT
    builder.add(subject, BlockKind.HEADING, level=place.level, page=place.page, breaks=True)
    builder.add("\n".join(lines), BlockKind.META, page=place.page)


def add_pieces(builder: TextBuilder, pieces: Iterable[BodyPiece], place: MailPosition) -> None:
    """Add a body below its envelope."""
    for piece in pieces:
        if piece.picture is not None:
            builder.add_picture(replace(piece.picture, page=place.page))
        else:
            builder.add(piece.text, piece.kind, level=min(piece.level + place.level, 6), page=place.page)


def split_plain(text: str) -> list[BodyPiece]:
    """Split a plain body into paragraphs at blank lines."""
    lines = join_cut_words("\n".join(text.splitlines()))
    return [BodyPiece(paragraph) for paragraph in _paragraphs(lines.split("\n"))]


def split_markup(markup: str) -> list[BodyPiece]:
    """Split an HTML body into its blocks."""
    return collect_pieces(lambda builder: add_html(builder, markup, resolve=str))


def collect_pieces(fill: Callable[[TextBuilder], object]) -> list[BodyPiece]:
    """Return the blocks that a reader of another format adds."""
    inner = TextBuilder()
    fill(inner)
    if inner.empty:
        return [BodyPiece("", picture=picture) for picture in inner.pictures]
    body = inner.finish(FileKind.HTML)
    placed = [
        (block.end, BodyPiece(body.text[block.start : block.end], block.kind, block.level)) for block in body.blocks
    ]
    placed += [(picture.at, BodyPiece("", picture=picture)) for picture in body.pictures]
    return [piece for _, piece in sorted(placed, key=lambda each: each[0])]


def merge_forms(forms: Sequence[list[BodyPiece]]) -> list[BodyPiece]:
    """Return what several forms of one text say, each sentence once.

    The first form leads where it says what the next one does, and the next one where the first is a stand-in for it;
    of the other, those blocks follow that say more. Its pictures follow the words that they followed there.
    """
    merged: list[BodyPiece] = []
    for form in forms:
        if not merged or not form:
            merged = merged or form
            continue
        wording, other = _Wording(merged), _Wording(form)
        if len(other.words & wording.words) >= _SAME_SHARE * len(other.words):
            merged = [*_with_pictures(merged, form), *wording.find_news(form)]
        else:
            merged = [*_with_pictures(form, merged), *other.find_news(merged)]
    return merged


def _with_pictures(pieces: list[BodyPiece], other: list[BodyPiece]) -> list[BodyPiece]:
    """Insert another form's pictures, each behind the last words before it that are here too."""
    if all(piece.picture is None for piece in other):
        return pieces
    said = [" ".join(_split_words(piece.text)) for piece in pieces]
    placed: list[list[BodyPiece]] = [[] for _ in range(len(pieces) + 1)]
    at = 0
    for piece in other:
        if piece.picture is not None:
            placed[at].append(piece)
        elif words := " ".join(_split_words(piece.text)):
            at = next((index + 1 for index in range(at, len(said)) if words in said[index]), at)
    return [*placed[0], *(each for piece, after in zip(pieces, placed[1:], strict=True) for each in (piece, *after))]


class _Wording:
    """Words of a text and its pairs of neighbouring words, by which it is known what it says."""

    def __init__(self, pieces: Iterable[BodyPiece]) -> None:
        words = [word for piece in pieces for word in _split_words(piece.text)]
        self.words = frozenset(words)
        self._pairs = frozenset(pairwise(words))
        self._letters = "".join(words) if _UNPARTED.search("".join(self.words)) else ""

    def find_news(self, pieces: Iterable[BodyPiece]) -> list[BodyPiece]:
        """Return the pieces that say something else."""
        return [piece for piece in pieces if piece.picture is None and not self._says(piece.text)]

    def _says(self, text: str) -> bool:
        words = _split_words(text)
        if self._letters and "".join(words) in self._letters:
            return True
        pairs = list(pairwise(words))
        known = sum(pair in self._pairs for pair in pairs)
        return self.words.issuperset(words) and known >= _PAIR_SHARE * len(pairs)


def _split_words(text: str) -> list[str]:
    return _WORD.findall(_INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold())


def _paragraphs(lines: Iterable[str]) -> Iterable[str]:
    gathered: list[str] = []
    for line in lines:
        if line.strip():
            gathered.append(line)
        elif gathered:
            yield "\n".join(gathered)
            gathered.clear()
    yield "\n".join(gathered)
