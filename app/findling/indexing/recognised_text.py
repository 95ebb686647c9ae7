"""Text recognised on pages, put where it belongs in what a reader gave of the same file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason, Unread
from findling.extraction.document import TextBuilder
from findling.extraction.inventory import describe_reading
from findling.extraction.language_detection import detect
from findling.extraction.origins.written_properties import add_written, find_news, find_written, without_written
from findling.extraction.sandbox.read_outcome import tell_inside
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from findling.domain.recognition import Pictured
    from findling.extraction.sandbox.read_outcome import ReadOutcome
    from findling.storage.scan_table import PageResult


def add_recognised(outcome: ReadOutcome, found: Mapping[int, PageResult]) -> ReadOutcome:
    """Add what was recognised to the outcome of reading a file.

    A file that holds no text gets one, or the reason why none was found. A page with a text of its own keeps it, and
    what was recognised follows, unless it is garbled: then it takes its place.
    """
    pictured = outcome.pictured
    if pictured is None:
        return outcome
    recognised = _add_pages(outcome, pictured, found) if found else outcome
    return _add_captions(recognised) if pictured.kind is FileKind.PICTURE else recognised


def _add_captions(outcome: ReadOutcome) -> ReadOutcome:
    """Make a picture's captions its text where it shows none: they say more than that."""
    written = find_written(outcome.origins)
    if not written or outcome.reason not in (Reason.NO_TEXT, Reason.NO_WORDS):
        return outcome
    extraction = add_written(
        Extraction(FileKind.PICTURE, "", "", (), origins=without_written(outcome.origins)), written
    )
    wholeness = describe_reading(extraction, {Unread.UNKNOWN})
    extraction = replace(extraction, language=detect(extraction.text), wholeness=wholeness)
    return replace(outcome, extraction=extraction, reason=None, detail=None)


def _add_pages(outcome: ReadOutcome, pictured: Pictured, found: Mapping[int, PageResult]) -> ReadOutcome:
    texts = {number: result.page.paragraphs for number, result in found.items() if number in pictured.pages}
    if not any(texts.values()):
        reasons = [_tell(result.reason, pictured) for result in found.values() if result.reason is not None]
        if outcome.reason is not Reason.NO_TEXT:
            return outcome
        missing = set(pictured.pages) - found.keys()
        reason = reasons[0] if reasons else Reason.NO_TEXT if missing else Reason.NO_WORDS
        return replace(outcome, reason=reason, detail=outcome.detail if missing else None)
    extraction = _describe(_merge(outcome.extraction, pictured, texts), outcome.extraction)
    origins = outcome.extraction.origins if outcome.extraction is not None else outcome.origins
    extraction = replace(extraction, origins=without_written(origins))
    if outcome.extraction is None:
        extraction = add_written(extraction, find_news(extraction, outcome.origins))
        extraction = tell_inside(extraction, outcome.inside)
    return replace(outcome, extraction=extraction, reason=None, detail=None)


def _tell(reason: Reason, pictured: Pictured) -> Reason:
    """Return why a page was not read: a picture that crashes its decoder is damaged.

    What is not damaged no decoder fails on; and while neither the file nor the recogniser is another, it would again.
    """
    return Reason.DAMAGED if reason is Reason.CRASHED and pictured.kind is FileKind.PICTURE else reason


def _merge(extraction: Extraction | None, pictured: Pictured, texts: Mapping[int, tuple[str, ...]]) -> Extraction:
    builder = TextBuilder()
    waiting = sorted(number for number, paragraphs in texts.items() if paragraphs)
    replaced = {number for number in pictured.garbled if texts.get(number)}
    for block in extraction.blocks if extraction is not None else ():
        # Properties stay at the end.
        last = pictured.total if block.kind is BlockKind.PROPERTY else (block.page or 0) - 1
        while waiting and waiting[0] <= last:
            _add_page(builder, waiting[0], texts[waiting.pop(0)])
        if block.page not in replaced:
            assert extraction is not None
            text = extraction.text[block.start : block.end]
            builder.add(text, block.kind, level=block.level, page=block.page, breaks=block.breaks)
    # A picture alone is no page of anything.
    is_single = pictured.kind is FileKind.PICTURE and pictured.total == 1
    for number in waiting:
        _add_page(builder, None if is_single else number, texts[number])
    if extraction is None:
        pages = None if is_single else pictured.total
        return _tell_unread(builder.finish(pictured.kind, pages=pages), pictured)
    return replace(
        builder.finish(extraction.kind, extraction.title, pages=extraction.pages),
        reason=extraction.reason,
        detail=extraction.detail,
        wholeness=extraction.wholeness,
        holds_files=extraction.holds_files,
    )


def _add_page(builder: TextBuilder, number: int | None, paragraphs: tuple[str, ...]) -> None:
    for paragraph in paragraphs:
        builder.add(paragraph, page=number)


def _tell_unread(extraction: Extraction, pictured: Pictured) -> Extraction:
    """Say so where only the first pages were looked at."""
    last = pictured.pages[-1]
    if extraction.reason is not None or last == pictured.total or pictured.total <= len(pictured.pages):
        return extraction
    detail = FileMessage.PAGES_READ(read=len(pictured.pages), all=pictured.total)
    return replace(extraction, reason=Reason.TEXT_CUT, detail=detail)


def _describe(extraction: Extraction, before: Extraction | None) -> Extraction:
    """Add the language, and that not all of it is known to be what stands there."""
    unread = {*(before.wholeness.unread if before is not None else ()), Unread.RECOGNISED}
    objects = before.wholeness.objects if before is not None else b""
    wholeness = describe_reading(extraction, unread, objects)
    return replace(extraction, language=detect(extraction.text), wholeness=wholeness)
