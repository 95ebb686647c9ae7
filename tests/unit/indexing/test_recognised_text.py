"""Recognised text is put where it belongs in what a reader gave."""

from __future__ import annotations

from dataclasses import replace

from findling.domain.files import (
    Block,
    BlockKind,
    EmbeddedFile,
    EmbeddedFiles,
    Extraction,
    Reason,
    Stat,
    Unread,
    Wholeness,
)
from findling.domain.reasons import SET_ASIDE
from findling.domain.recognition import Pictured, RecognisedPage
from findling.extraction.origins.written_properties import add_written
from findling.extraction.sandbox.read_outcome import ReadOutcome
from findling.formats import FileKind
from findling.indexing.recognised_text import add_recognised
from findling.storage.scan_table import PageResult

INSIDE = EmbeddedFiles((EmbeddedFile("a.txt", Stat(1, 2, 3)),))
GARBLE = "Wkh uhqw lv gxh"


def said(*paragraphs: str) -> PageResult:
    return PageResult(RecognisedPage((), paragraphs))


def read(*pages: tuple[int, str], pictured: Pictured, total: int) -> ReadOutcome:
    """Return the outcome of a reader that gave these texts of these pages."""
    blocks, text = [], ""
    for number, words in pages:
        start = len(text) + (2 if text else 0)
        text = "\n\n".join(filter(None, (text, words)))
        blocks.append(Block(start, len(text), BlockKind.PARAGRAPH, page=number))
    extraction = Extraction(
        FileKind.PDF, "Lease", text, tuple(blocks), total, wholeness=Wholeness(()), pictured=pictured
    )
    return ReadOutcome(content_hash=bytes(32), extraction=extraction, pictured=pictured)


def without_text(pictured: Pictured) -> ReadOutcome:
    return ReadOutcome(content_hash=bytes(32), reason=Reason.NO_TEXT, pictured=pictured)


def test_a_page_stands_between_its_neighbours():
    pictured = Pictured(FileKind.PDF, (2,), 3)
    outcome = read((1, "First."), (3, "Third."), pictured=pictured, total=3)
    extraction = add_recognised(outcome, {2: said("Second", "page.")}).extraction
    assert extraction.text == "First.\n\nSecond\n\npage.\n\nThird."
    assert [block.page for block in extraction.blocks] == [1, 2, 2, 3]
    assert (extraction.title, extraction.pages) == ("Lease", 3)


def test_what_was_written_in_the_properties_stays_behind_the_last_page():
    before = read((1, "One."), pictured=Pictured(FileKind.PDF, (3,), 3), total=3)
    before = replace(before, extraction=add_written(before.extraction, [("Keywords", "kelp")]))
    assert add_recognised(before, {3: said("Three.")}).extraction.text == "One.\n\nThree.\n\nkelp"


def test_a_garbled_page_is_replaced_and_one_with_a_stamp_keeps_it():
    pictured = Pictured(FileKind.PDF, (1, 2), 2, garbled=(1,))
    outcome = read((1, GARBLE), (2, "Fax, page 2"), pictured=pictured, total=2)
    extraction = add_recognised(outcome, {1: said("The rent is due"), 2: said("on the first.")}).extraction
    assert extraction.text == "The rent is due\n\nFax, page 2\n\non the first."


def test_a_garbled_page_on_which_nothing_is_recognised_keeps_what_it_has():
    pictured = Pictured(FileKind.PDF, (1,), 1, garbled=(1,))
    outcome = read((1, GARBLE), pictured=pictured, total=1)
    assert add_recognised(outcome, {1: said()}) == outcome


def test_it_is_never_known_to_be_whole_and_has_its_language():
    pictured = Pictured(FileKind.PICTURE, (1,), 1)
    words = "The tenants pay a security of two months' rent, in two equal parts, to the landlady of the house."
    extraction = add_recognised(without_text(pictured), {1: said(words)}).extraction
    assert extraction.wholeness.unread == (Unread.RECOGNISED,)
    assert (extraction.kind, extraction.language, extraction.pages) == (FileKind.PICTURE, "en", None)
    assert [block.page for block in extraction.blocks] == [None]


def test_a_picture_without_words_is_no_failure_and_a_damaged_one_is():
    pictured = Pictured(FileKind.PICTURE, (1,), 1)
    assert add_recognised(without_text(pictured), {1: said()}).reason is Reason.NO_WORDS
    damaged = {1: PageResult(RecognisedPage(), Reason.DAMAGED)}
    assert add_recognised(without_text(pictured), damaged).reason is Reason.DAMAGED


def test_a_picture_that_brings_its_decoder_down_is_damaged_and_not_tried_day_by_day():
    crashed = {1: PageResult(RecognisedPage(), Reason.CRASHED)}
    told = add_recognised(without_text(Pictured(FileKind.PICTURE, (1,), 1)), crashed).reason
    assert told is Reason.DAMAGED
    assert told not in SET_ASIDE
    assert add_recognised(without_text(Pictured(FileKind.PDF, (1,), 1)), crashed).reason is Reason.CRASHED


def test_while_pages_wait_a_file_without_text_is_none_and_says_so():
    pictured = Pictured(FileKind.PDF, (1, 2), 2)
    assert add_recognised(without_text(pictured), {}).reason is Reason.NO_TEXT
    assert add_recognised(without_text(pictured), {1: said()}).reason is Reason.NO_TEXT
    assert add_recognised(without_text(pictured), {1: said("Words")}).extraction.text == "Words"


def test_a_file_of_which_only_the_first_pages_are_looked_at_says_so():
    pictured = Pictured(FileKind.PICTURE, (1, 2), 9)
    extraction = add_recognised(without_text(pictured), {1: said("One"), 2: said("Two")}).extraction
    assert (extraction.reason, extraction.pages) == (Reason.TEXT_CUT, 9)


def test_a_scan_with_files_in_it_holds_them_still():
    scan = replace(without_text(Pictured(FileKind.PDF, (1,), 1)), inside=INSIDE)
    assert add_recognised(scan, {1: said("Rent.")}).extraction.holds_files
    read_partly = read((1, "First."), pictured=Pictured(FileKind.PDF, (2,), 2), total=2)
    holding = replace(read_partly, extraction=replace(read_partly.extraction, holds_files=True), inside=INSIDE)
    assert add_recognised(holding, {2: said("Second.")}).extraction.holds_files
