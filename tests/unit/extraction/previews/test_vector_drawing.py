"""SVG pictures in documents: drawn sharply, with nothing from outside, and harmless."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.previews import images
from findling.extraction.previews.picture_gallery import PictureGallery
from findling.extraction.previews.preview_builder import make_preview
from findling.extraction.previews.vector_drawing import measure_vector_picture
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.extraction.source import Source

pytest.importorskip("resvg_py", reason="needs resvg_py (python -m pip install resvg-py)")

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RED = '<rect width="100%" height="100%" fill="red"/>'


def svg(inner: str, attributes: str = 'width="100" height="50"', before: str = "") -> bytes:
    return f"{before}<svg {NAMES} {attributes}>{inner}</svg>".encode()


def drawn(data: bytes, path, width: int = 100) -> Image.Image:
    return Image.open(io.BytesIO(images.draw(data, path, width, on_paper=True).png))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="100" height="50"', (100, 50)),
        ('width="1in" height="72pt"', (96, 96)),
        ('viewBox="0 0 40 20"', (40, 20)),
        ('width="80" viewBox="0 0 40 20"', (80, 40)),
        ('width="100%" height="100%" viewBox="0,0,40,20"', (40, 20)),
        ('viewBox="0 0 0 0"', (300, 150)),
        ("", (300, 150)),
    ],
)
def test_a_picture_is_as_large_as_its_root_says(attributes, size):
    assert measure_vector_picture(svg("", attributes)) == size


def test_the_size_is_known_by_the_beginning_alone():
    assert images.measure_beginning(svg(RED + "<g/>" * 90_000)[:2_000]) == (100, 50)


def test_it_is_drawn_at_the_width_that_is_asked_for(tmp_path):
    picture = drawn(svg(RED), tmp_path, 400)
    assert (picture.size, picture.getpixel((399, 199))) == ((400, 200), (255, 0, 0))


@pytest.mark.parametrize("family", ["", "sans-serif", "monospace", "A Font That Nobody Has"])
def test_letters_are_drawn_in_whatever_font_there_is(tmp_path, family):
    letters = svg(f'<text x="5" y="40" font-size="40" font-family="{family}">MMM</text>')
    assert drawn(letters, tmp_path).convert("L").getextrema()[0] < 128


def test_a_document_shows_it_where_it_stands():
    encoded = base64.b64encode(svg(RED)).decode()
    page = f'<p>before</p><p><img src="data:image/svg+xml;base64,{encoded}"></p><p>after</p>'
    gallery = PictureGallery()
    preview = make_preview(Source(page.encode(), "page.html"), gallery)
    assert preview.text.find("before") < preview.text.find('<img src="picture:1"') < preview.text.find("after")
    assert gallery.read(1) == svg(RED)


@pytest.mark.parametrize("link", ["href", "xlink:href"])
@pytest.mark.parametrize("scheme", ["", "file://"])
def test_nothing_is_loaded_from_another_file(tmp_path, link, scheme):
    other = tmp_path / "other.png"
    Image.new("RGB", (100, 50), "red").save(other)
    inside = svg(f'<image {link}="{scheme}{other}" width="100" height="50"/>')
    assert drawn(inside, tmp_path).getextrema() == ((255, 255),) * 3


ENTITIES = "<!DOCTYPE svg [<!ENTITY a0 'aaaaaaaaaa'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(svg("<g>" * 20_000 + "</g>" * 20_000), Reason.DAMAGED, id="deep"),
        pytest.param(svg("<text>&a9;</text>", before=ENTITIES), Reason.DAMAGED, id="entities"),
        pytest.param(svg(RED)[:-9], Reason.DAMAGED, id="cut off"),
        pytest.param(svg(" " * 9 * 2**20), Reason.TOO_LARGE, id="long"),
    ],
)
def test_a_hostile_picture_is_refused(tmp_path, data, reason):
    with pytest.raises(ExtractionError) as refusal:
        images.draw(data, tmp_path, 100)
    assert refusal.value.reason is reason


@pytest.mark.parametrize("size", ["1000000", "999999999"])
def test_a_huge_picture_is_drawn_no_larger_than_it_is_shown(tmp_path, size):
    assert drawn(svg(RED, f'width="{size}" height="{size}"'), tmp_path).size == (100, 100)


def test_the_confined_parser_draws_it_letters_and_all_and_outlives_one_made_to_harm(tmp_path):
    doubled = "".join(f'<g id="u{n}">{f"""<use href="#u{n - 1}"/>""" * 10}</g>' for n in range(1, 10))
    hostile = svg(f'<defs><circle id="u0" r="5"/>{doubled}</defs><use href="#u9"/>')
    with Sandbox() as sandbox:
        for data in (hostile, svg('<text x="5" y="40" font-size="40">MMM</text>')):
            encoded = base64.b64encode(data).decode()
            path = tmp_path / "page.html"
            path.write_text(f'<p>before</p><p><img src="data:image/svg+xml;base64,{encoded}"></p>', "utf-8")
            sandbox.show(path)
            if data is hostile:
                with pytest.raises(ExtractionError):
                    sandbox.draw(path, 1, 100)
        shown = Image.open(io.BytesIO(sandbox.draw(path, 1, 100).png))
    assert shown.convert("L").getextrema()[0] < 128
