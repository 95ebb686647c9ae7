"""Previews survive the round trip, and nothing beyond a limit is accepted."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from findling.domain.preview import InlinePicture, PageImage, PageMark, Preview, PreviewForm, Sheet, SlideCard
from findling.extraction.previews.preview_protocol import CELL_LIMIT, SHOWN_TEXT_LIMIT
from findling.extraction.sandbox.parser_protocol import Draw, Drawn, Show, Shown, decode_answer, decode_request, to_line
from findling.formats import FileKind
from findling.ipc.codec import MessageError

PREVIEW = Preview(
    Path(),
    PreviewForm.TABLE,
    FileKind.XLSX,
    "Müller’s \U0001f600",
    sizes=((1.5, 2.0),),
    text="<p>text</p>",
    lexer="python",
    headers=(("From", "Ann"),),
    slides=(SlideCard(1, 1.5, "<p>a</p>", "<p>b</p>"),),
    pictures=(InlinePicture(3.0, 2.0), InlinePicture(file="a files/b.PNG")),
    sheets=(Sheet("one", (("a", ""), ())),),
    cut=True,
)


def picture(width: int = 3, height: int = 2) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height)).save(stream, "PNG")
    return stream.getvalue()


IMAGE = PageImage(Path(), 1, 3, 2, picture(), ((PageMark(0.0, 0.25, 1.0, 0.5),), ()))


@pytest.mark.parametrize("request_", [Show(name=b"a\xff"), Draw(name=b"a", page=3, width=9, needles=("\ud800",))])
def test_questions_arrive_as_they_were_asked(request_):
    assert decode_request(to_line(request_)) == request_


@pytest.mark.parametrize("answer", [Shown(PREVIEW), Drawn(IMAGE)])
def test_answers_arrive_as_they_were_given(answer):
    assert decode_answer(to_line(answer)) == answer


def test_the_child_does_not_say_which_file_it_was():
    assert decode_answer(to_line(Shown(replace(PREVIEW, path=Path("/etc/passwd"))))) == Shown(PREVIEW)


@pytest.mark.parametrize(
    "preview",
    [
        replace(PREVIEW, text="x" * (SHOWN_TEXT_LIMIT * 20)),
        replace(PREVIEW, text="\ud800"),
        replace(PREVIEW, sizes=((0.0, 1.0),)),
        replace(PREVIEW, sizes=((float("nan"), 1.0),)),
        replace(PREVIEW, sizes=((float("inf"), 1.0),)),
        replace(PREVIEW, sizes=((1.0, 1.0),) * 20_001),
        replace(PREVIEW, sheets=(Sheet("", (("",) * (CELL_LIMIT + 1),)),)),
        replace(PREVIEW, sheets=(Sheet("", ()),) * 51),
        replace(PREVIEW, headers=(("a", "b"),) * 101),
        replace(PREVIEW, headers=(("a", "\udfff"),)),
        replace(PREVIEW, pictures=(InlinePicture(float("nan"), 1.0),)),
        replace(PREVIEW, pictures=(InlinePicture(-1.0, 1.0),)),
        replace(PREVIEW, pictures=(InlinePicture(1.0, 1.0),) * 301),
        *(
            replace(PREVIEW, pictures=(InlinePicture(file=file),))
            for file in (
                "/etc/a.png",
                "../a.png",
                "a/../../a.png",
                "a//b.png",
                "C:/a.png",
                "a\\b.png",
                "passwd",
                "\ud800.png",
            )
        ),
        replace(PREVIEW, slides=(SlideCard(1, float("nan"), ""),)),
        replace(PREVIEW, slides=(SlideCard(1, 0.0, ""),)),
        replace(PREVIEW, slides=(SlideCard(0, 1.0, ""),)),
        replace(PREVIEW, slides=(SlideCard(1, 1.0, "\ud800"),)),
        replace(PREVIEW, slides=(SlideCard(1, 1.0, "", "x" * (SHOWN_TEXT_LIMIT * 20)),)),
        replace(PREVIEW, slides=(SlideCard(1, 1.0, ""),) * 2_001),
    ],
)
def test_a_preview_past_its_limits_is_not_believed(preview):
    with pytest.raises(MessageError):
        decode_answer(to_line(Shown(preview)))


@pytest.mark.parametrize(
    "image",
    [
        replace(IMAGE, page=0),
        replace(IMAGE, width=0),
        replace(IMAGE, width=4),
        replace(IMAGE, width=5_000, height=5_000, png=picture(5_000, 5_000)),
        replace(IMAGE, png=b""),
        replace(IMAGE, png=b"GIF89a" + IMAGE.png[6:]),
        replace(IMAGE, marks=((PageMark(-0.1, 0, 0.5, 0.5),),)),
        replace(IMAGE, marks=((PageMark(0.6, 0, 0.5, 0.5),),)),
        replace(IMAGE, marks=((PageMark(float("nan"), 0, 0.5, 0.5),),)),
        replace(IMAGE, marks=((PageMark(0.0, 0.0, 0.1, 0.1),) * 10_001,)),
        replace(IMAGE, marks=((),) * 101),
    ],
)
def test_a_picture_that_is_not_what_it_says_is_not_believed(image):
    with pytest.raises(MessageError):
        decode_answer(to_line(Drawn(image)))


def test_a_path_that_the_child_names_is_not_believed():
    written = json.loads(to_line(Shown(PREVIEW)))
    written["preview"]["path"] = "/etc/passwd"
    with pytest.raises(MessageError, match="a path"):
        decode_answer(json.dumps(written).encode())


@pytest.mark.parametrize(
    "change",
    [
        {"type": "pagination"},
        {"form": "video"},
        {"sizes": "none"},
        {"sizes": [[1, 10**400]]},
        {"cut": 1},
        {"extra": 1},
    ],
)
def test_a_preview_of_another_shape_is_not_believed(change):
    written = json.loads(to_line(Shown(PREVIEW)))
    written["preview"] |= change
    with pytest.raises(MessageError):
        decode_answer(json.dumps(written).encode())
