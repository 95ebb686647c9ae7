"""Pictures are drawn upright, no larger than asked for and no larger than they are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.previews import images


def made(format_: str, mode: str = "RGB", size: tuple[int, int] = (40, 20), **options) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, format_, **options)
    return stream.getvalue()


def drawn(data: bytes, width: int = 1000) -> Image.Image:
    image = images.draw(data, Path("a"), width)
    shown = Image.open(io.BytesIO(image.png))
    assert shown.size == (image.width, image.height)
    return shown


@pytest.mark.parametrize(
    ("format_", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "I;16"), ("PNG", "1"), ("PNG", "LA"), ("JPEG", "RGB"), ("JPEG", "CMYK"),
     ("GIF", "P"), ("WEBP", "RGB"), ("BMP", "RGB"), ("TIFF", "CMYK"), ("TIFF", "F")],
)  # fmt: skip
def test_the_usual_formats_are_drawn(format_, mode):
    data = made(format_, mode)
    assert images.is_picture(data)
    assert images.measure(data) == (40, 20)
    assert drawn(data).size == (40, 20)
    assert drawn(data, 10).size == (10, 5)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_that_was_held_askew_makes_no_difference(orientation):
    upright = Image.new("RGB", (40, 20), "white")
    upright.paste("black", (0, 0, 10, 5))
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = upright.transpose(turns[orientation]) if orientation in turns else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    stream = io.BytesIO()
    stored.save(stream, "PNG", exif=exif)
    data = stream.getvalue()
    assert images.measure(data) == (40, 20)
    shown = drawn(data, 20)
    assert shown.size == (20, 10)
    assert shown.getpixel((1, 1)) == (0, 0, 0)
    assert shown.getpixel((18, 8)) == (255, 255, 255)


def test_of_an_animation_the_first_frame_is_drawn():
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(stream, "GIF", save_all=True, append_images=[Image.new("RGB", (8, 8), "blue")])
    assert drawn(stream.getvalue()).convert("RGB").getpixel((4, 4)) == (255, 0, 0)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked():
    with pytest.raises(ExtractionError) as caught:
        images.measure(made("PNG", "1", (20_000, 20_000)))
    assert caught.value.reason == Reason.TOO_LARGE


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_a_picture_that_breaks_off_is_damaged(format_):
    data = made(format_, size=(400, 200))
    for end in (20, len(data) // 2):
        with pytest.raises(ExtractionError) as caught:
            images.draw(data[:end], Path("a"), 100)
        assert caught.value.reason == Reason.DAMAGED


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.4", b"BMW is a make of cars", b"RIFF....WAVE"])
def test_other_files_are_no_pictures(data):
    assert not images.is_picture(data)
