"""Pictures of phones (HEIC) are shown, dated and read by recognition as all others are."""

from __future__ import annotations

import pytest

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.document import NoTextError
from findling.extraction.kinds import identify
from findling.extraction.parsing import parse
from findling.extraction.pictures import open_picture
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.extraction.source import Source
from findling.formats import FileKind
from phonepictures import HEIC


def test_a_picture_of_a_phone_is_known_by_its_content():
    assert identify(HEIC, "a.bin") is FileKind.PICTURE
    assert identify(HEIC.replace(b"ftypheic", b"ftypmif1"), "a.bin") is FileKind.PICTURE


def test_a_film_in_the_same_container_is_no_picture():
    with pytest.raises(ExtractionError) as caught:
        identify(b"\0\0\0\x1cftypisom\0\0\2\0isomiso2avc1mp41" + bytes(40), "a.mp4")
    assert caught.value.reason == Reason.BINARY


def test_it_is_shown_upright():
    with open_picture(HEIC) as image:
        grey = image.convert("L")
        assert grey.size == (48, 64)
        assert grey.getpixel((20, 15)) < 50 < 200 < grey.getpixel((20, 45))


def test_it_waits_for_recognition_and_tells_when_it_was_taken_and_by_whom():
    with pytest.raises(NoTextError) as caught:
        parse(Source(HEIC, "a.heic"))
    assert caught.value.pictured.total == 1
    (origin,) = caught.value.origins
    assert origin.authors == ("Ann Moor",)
    assert origin.dated_ns is not None


def test_one_that_breaks_off_is_damaged():
    with pytest.raises(ExtractionError) as caught, open_picture(HEIC[:500]) as image:
        image.load()
    assert caught.value.reason == Reason.DAMAGED


def test_one_that_lies_about_its_size_is_refused_before_it_takes_memory():
    # Image spatial extents (ISO/IEC 23008-12, 6.5.3): width and height after a box header and a version.
    at = HEIC.index(b"ispe") + 8
    huge = HEIC[:at] + (60_000).to_bytes(4, "big") * 2 + HEIC[at + 8 :]
    with pytest.raises(ExtractionError) as caught, open_picture(huge) as image:
        image.load()
    assert caught.value.reason in (Reason.TOO_LARGE, Reason.DAMAGED)


def test_it_is_drawn_in_a_child_that_reaches_no_file(tmp_path):
    path = tmp_path / "a.heic"
    path.write_bytes(HEIC)
    with Sandbox() as sandbox:
        drawn = sandbox.draw(path, 1, 200)
    assert drawn.png.startswith(b"\x89PNG")
    assert (drawn.width, drawn.height) == (48, 64)
