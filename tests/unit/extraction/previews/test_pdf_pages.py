"""Pages are drawn as they are seen, and texts are marked where they stand on them."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from findling.domain.files import Reason
from findling.domain.preview import PageImage, PageMark
from findling.errors import ExtractionError
from findling.extraction.previews.pdf_pages import PdfDocument
from pdfs import HEIGHT, WIDTH, Words, column, typeset

PROSE = """The river rises in the hills above the town and runs through
three villages before it reaches the sea, where the harbour was
built in the last years of the old century."""


def draw(data: bytes, page: int = 1, width: int = 600, needles: tuple[str, ...] = (), words: str = "") -> PageImage:
    pages = PdfDocument(data)
    try:
        return pages.draw(Path("a.pdf"), page, width, needles, words)
    finally:
        pages.close()


def turned(data: bytes, degrees: int, box: tuple[float, float, float, float] | None = None) -> bytes:
    document = pdfium.PdfDocument(data)
    page = document[0]
    page.set_rotation(degrees)
    if box:
        page.set_cropbox(*box)
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


def is_blank(image: PageImage, without: tuple[PageMark, ...] = ()) -> bool:
    """Return whether nothing dark is left on a page once the marks are painted over."""
    shown = Image.open(io.BytesIO(image.png)).convert("L")
    for mark in without:
        left, top = mark.left * image.width, mark.top * image.height
        right, bottom = left + mark.width * image.width, top + mark.height * image.height
        shown.paste(255, (int(left), int(top), round(right) + 1, round(bottom) + 1))
    return shown.getextrema()[0] > 128


def test_a_page_is_as_wide_as_asked_for_on_white():
    image = draw(typeset([column(PROSE)]), width=300)
    assert (image.page, image.width, image.height) == (1, 300, 400)
    assert Image.open(io.BytesIO(image.png)).getpixel((299, 399)) == (255, 255, 255)


def test_the_words_of_a_question_have_a_mark_wherever_a_form_of_them_stands():
    image = draw(typeset([column(PROSE)]), words="village hills that rise")
    assert image.marks == ()
    assert len(image.word_marks) == 3
    assert draw(typeset([column(PROSE)]), words="the or").word_marks == ()


def test_a_passage_has_a_mark_for_each_of_its_lines():
    (marks,) = draw(typeset([column(PROSE)]), needles=(" ".join(PROSE.split()),)).marks
    assert [round(mark.left * WIDTH) for mark in marks] == [72, 72, 72]
    assert [mark.top < (100 + 12 * line) / HEIGHT < mark.top + mark.height + 0.01 for line, mark in enumerate(marks)]
    assert all(0.25 < mark.width < 0.6 and 0.008 < mark.height < 0.025 for mark in marks)


def test_a_word_is_marked_wherever_it_stands_and_nothing_else():
    image = draw(typeset([column(PROSE)]), needles=("the", "absent"))
    words, nothing = image.marks
    assert len(words) == 7
    assert all(0.01 < mark.width < 0.05 for mark in words)
    assert nothing == ()


def test_words_far_apart_in_a_line_have_marks_of_their_own():
    data = typeset([[Words("left column", 72), Words("right column", 400)]])
    (marks,) = draw(data, needles=("left column right column",)).marks
    assert len(marks) == 2


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("box", [None, (50, 400, 550, 780)])
def test_a_page_that_is_turned_or_cropped_is_marked_where_its_words_are_seen(degrees, box):
    data = turned(typeset([column("The harbour\nwas built")]), degrees, box)
    image = draw(data, needles=("harbour", "the harbour", "was built"), width=900)
    word, first, second = image.marks
    assert [len(word), len(first), len(second)] == [1, 1, 1]
    assert not is_blank(image, word + second)
    assert is_blank(image, first + second)


def test_sizes_are_those_of_the_pages_as_seen():
    pages = PdfDocument(turned(typeset([column(PROSE), column(PROSE)]), 90))
    assert pages.sizes(lambda: None) == ((HEIGHT, WIDTH), (WIDTH, HEIGHT))
    pages.close()


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there_is_refused(page):
    with pytest.raises(ExtractionError) as caught:
        draw(typeset([column(PROSE)]), page)
    assert caught.value.reason == Reason.UNSUPPORTED


def test_a_page_like_a_ribbon_is_drawn_with_few_pixels():
    document = pdfium.PdfDocument.new()
    document.new_page(100, 14_000).close()
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    image = draw(stream.getvalue(), width=3_000)
    assert image.width * image.height <= 16_000_000
    assert image.width < 1_000
