"""Previews from the confined child, which keeps a document open and may be stopped."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

import illustrated
from findling.domain.files import Reason
from findling.domain.preview import InlinePicture, PreviewForm
from findling.errors import ExtractionError
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.extraction.sandbox.sandbox_limits import SandboxLimits
from findling.formats import FileKind
from pdfs import column, typeset

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such thing")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def hang(folder: Path) -> Path:
    """Write a page that takes Lexbor a minute and more, without a heartbeat."""
    return write(folder, "hang.html", b"<p " + b" ".join(b"a%d" % i for i in range(1_500_000)) + b">text</p>")


def test_a_pdf_is_shown_by_its_sizes_and_drawn_page_by_page(sandbox, tmp_path):
    path = write(tmp_path, "a.pdf", typeset([column("First"), column("Second")]))
    preview = sandbox.show(path)
    assert (preview.path, preview.form, preview.kind, preview.title) == (path, PreviewForm.PAGES, FileKind.PDF, "a.pdf")
    assert preview.sizes == ((600, 800), (600, 800))
    image = sandbox.draw(path, 2, 300, ("Second", "First"))
    assert (image.path, image.page, image.width, image.height) == (path, 2, 300, 400)
    assert [len(marks) for marks in image.marks] == [1, 0]


def test_what_a_pdf_and_a_picture_say_of_themselves_stands_above_them(sandbox, tmp_path):
    document = (
        b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n4 0 obj <</Title (Rent) /Subject (Mill)"
        b"/Author (Ann Lee; Tom Orr) /Keywords (kelp)>> endobj\ntrailer <</Root 1 0 R/Info 4 0 R>>\n%%EOF\n"
    )
    preview = sandbox.show(write(tmp_path, "a.pdf", document))
    assert preview.title == "Rent"
    assert preview.headers == (("Author", "Ann Lee, Tom Orr"), ("Topic", "Mill"), ("Keywords", "kelp"))
    exif = Image.Exif()
    exif[0x010E] = "The mill in March"
    stream = io.BytesIO()
    Image.new("RGB", (80, 60)).save(stream, "JPEG", exif=exif)
    assert sandbox.show(write(tmp_path, "a.jpg", stream.getvalue())).headers == (("Description", "The mill in March"),)


def test_a_picture_is_shown_by_its_size_and_drawn(sandbox, tmp_path):
    stream = io.BytesIO()
    Image.new("RGB", (80, 60)).save(stream, "JPEG")
    path = write(tmp_path, "a.jpg", stream.getvalue())
    preview = sandbox.show(path)
    assert (preview.form, preview.kind, preview.sizes) == (PreviewForm.IMAGE, FileKind.PICTURE, ((80, 60),))
    image = sandbox.draw(path, 1, 60, ("word",))
    assert (image.width, image.height, image.marks) == (60, 45, ((),))


def test_a_scan_in_tiff_is_shown_page_by_page(sandbox, tmp_path):
    pages = [Image.new("L", size) for size in ((80, 60), (60, 80))]
    stream = io.BytesIO()
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    path = write(tmp_path, "a.tif", stream.getvalue())
    preview = sandbox.show(path)
    assert (preview.form, preview.sizes) == (PreviewForm.PAGES, ((80, 60), (60, 80)))
    image = sandbox.draw(path, 2, 60)
    assert (image.page, image.width, image.height) == (2, 60, 80)
    with pytest.raises(ExtractionError):
        sandbox.draw(path, 3, 60)


def test_pictures_in_a_document_are_drawn_one_by_one_whatever_was_shown_between(sandbox, tmp_path):
    path = write(tmp_path, "a.docx", illustrated.docx(illustrated.picture("navy", (300, 200))))
    preview = sandbox.show(path)
    assert (preview.form, preview.pictures) == (PreviewForm.MARKUP, (InlinePicture(300, 200),))
    image = sandbox.draw(path, 1, 150)
    assert (image.path, image.page, image.width, image.height) == (path, 1, 150, 100)
    sandbox.show(write(tmp_path, "a.txt", b"text"))
    assert sandbox.draw(path, 1, 120).height == 80
    with pytest.raises(ExtractionError):
        sandbox.draw(path, 2, 150)


def test_a_file_that_changed_is_drawn_anew(sandbox, tmp_path):
    path = write(tmp_path, "a.pdf", typeset([column("Before")]))
    assert sandbox.draw(path, 1, 100, ("before",)).marks[0]
    path.write_bytes(typeset([column("Afterwards")]))
    os.utime(path, ns=(1, 1))
    assert sandbox.draw(path, 1, 100, ("afterwards",)).marks[0]


@posix
def test_a_name_that_is_no_text_is_shown(sandbox, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_bytes(b"text")
    assert sandbox.show(path).path == path


@pytest.mark.parametrize(("page", "width"), [(1, 1), (1, 100_000)])
def test_an_absurd_width_is_brought_into_bounds(sandbox, tmp_path, page, width):
    path = write(tmp_path, "a.pdf", typeset([column("Text")]))
    assert 50 <= sandbox.draw(path, page, width).width <= 3_000


def test_reasons_are_those_of_reading(sandbox, tmp_path):
    for path, reason in (
        (tmp_path / "absent", Reason.VANISHED),
        (write(tmp_path, "empty.txt", b""), Reason.EMPTY),
        (write(tmp_path, "broken.pdf", b"%PDF-1.4 nothing"), Reason.DAMAGED),
    ):
        with pytest.raises(ExtractionError) as caught:
            sandbox.show(path)
        assert caught.value.reason == reason
    with pytest.raises(ExtractionError) as caught:
        sandbox.draw(write(tmp_path, "a.txt", b"text"), 1, 100)
    assert caught.value.reason == Reason.UNSUPPORTED


def test_reading_and_showing_take_turns(sandbox, tmp_path):
    page = write(tmp_path, "a.pdf", typeset([column("Some words on a page")]))
    assert sandbox.draw(page, 1, 100).page == 1
    outcome = sandbox.read(page, lambda _: False)
    assert outcome.extraction is not None
    assert sandbox.draw(page, 1, 100).page == 1


def test_a_file_that_is_given_up_is_let_go_at_once_and_the_next_is_shown(sandbox, tmp_path):
    answers = iter([False, False, True])
    with pytest.raises(ExtractionError) as caught:
        sandbox.show(hang(tmp_path), should_stop=lambda: next(answers))
    assert caught.value.reason == Reason.INTERRUPTED
    assert list(answers) == [], "it was not asked again after it had said so"
    assert sandbox.show(write(tmp_path, "a.txt", b"text")).text == "text"


def test_a_file_that_takes_too_long_is_killed(tmp_path):
    with Sandbox(limits=SandboxLimits(showing=0.5)) as sandbox, pytest.raises(ExtractionError) as caught:
        sandbox.show(hang(tmp_path))
    assert caught.value.reason == Reason.TOOK_TOO_LONG
