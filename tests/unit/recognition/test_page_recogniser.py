"""Text on pictures of pages is read, wherever they stand."""

from __future__ import annotations

import re
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from findling.domain.recognition import RecognisedPage
from scans import DEPOSIT, draw_page, wear


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def word_error(expected: str, page: RecognisedPage) -> float:
    """Return the share of words to be changed, left out or put in."""
    read = "\n".join(line.text for line in page.lines)
    return Levenshtein.distance(words(expected), words(read)) / len(words(expected))


@pytest.fixture(scope="module")
def sample_page(sample_library):
    """Return a page of the sample library at 200 dots per inch, with its text in the order of its lines."""
    document = pdfium.PdfDocument(sample_library / "Home" / "Lease 14 Harrow Lane.pdf")
    page = document[2]
    image = page.render(scale=200 / 72).to_pil().convert("RGB")
    foot, *body = page.get_textpage().get_text_range().splitlines()
    document.close()
    return image, "\n".join([*body, foot])


def test_a_printed_page_is_read(recogniser, sample_page):
    image, text = sample_page
    assert word_error(text, recogniser.recognise(image)) <= 0.05


def test_a_page_that_is_turned_a_little_and_grey_and_noisy_is_read(recogniser, sample_page):
    image, text = sample_page
    assert word_error(text, recogniser.recognise(wear(image))) <= 0.10


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_or_stands_on_its_head_is_read_and_its_lines_are_where_they_are_seen(recogniser, degrees):
    upright = recogniser.recognise(draw_page())
    turned = recogniser.recognise(draw_page().rotate(degrees, expand=True))
    assert word_error(DEPOSIT, turned) <= 0.05
    (x, y), (u, v) = (page.lines[0].corners[:2] for page in (upright, turned))
    expected = {90: (y, 1 - x), 180: (1 - x, 1 - y), 270: (1 - y, x)}[degrees]
    assert (u, v) == pytest.approx(expected, abs=0.02)


def test_lines_that_go_on_are_one_paragraph(recogniser):
    page = recogniser.recognise(draw_page(f"{DEPOSIT}\n\n\nSigned in March."))
    assert len(page.paragraphs) == 2
    assert " ".join(page.paragraphs[0].split()) == " ".join(DEPOSIT.split())


def test_columns_are_read_one_after_the_other(recogniser):
    left, right = draw_page(DEPOSIT, size=8), draw_page(DEPOSIT.replace("tenants", "neighbours"), size=8)
    half = left.width * 11 // 20
    image = Image.new("RGB", (2 * half, left.height), "white")
    image.paste(left.crop((0, 0, half, left.height)), (0, 0))
    image.paste(right.crop((0, 0, half, left.height)), (half, 0))
    read = " ".join(line.text for line in recogniser.recognise(image).lines)
    assert read.index("tenants") < read.index("pays out the rest") < read.index("neighbours")


def test_each_letter_has_its_place_along_the_line(recogniser):
    for line in recogniser.recognise(draw_page()).lines:
        assert len(line.places) == len(line.text)
        assert all(one <= other for one, other in pairwise(line.places))
        assert line.places[0] < 100
        assert line.places[-1] > 900


@pytest.mark.parametrize("text", ["Grüße aus Köln für Ångström", "¿Qué será de mí mañana?", "Où est né François ?"])
def test_letters_with_marks_are_read(recogniser, text):
    (line,) = recogniser.recognise(draw_page(text)).lines
    assert Levenshtein.normalized_similarity(line.text, text) > 0.9


@pytest.mark.parametrize(
    "image",
    [Image.new("RGB", (1_000, 1_400), "white"), Image.linear_gradient("L").convert("RGB"), Image.new("RGB", (1, 1))],
    ids=["blank", "gradient", "pixel"],
)
def test_on_a_picture_without_text_nothing_is_read(recogniser, image):
    assert recogniser.recognise(image) == RecognisedPage()


def test_a_strip_a_hundred_times_as_long_as_high_is_looked_at(recogniser):
    assert recogniser.recognise(Image.new("RGB", (4_000, 40), "white")) == RecognisedPage()
