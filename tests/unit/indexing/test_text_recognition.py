"""Scans and pictures are read after all other files, page by page, and are searchable like any text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from findling.domain.files import FileStatus, Reason, Unread
from findling.indexing.text_recognition import RECOGNISER_STAMP
from pdfs import column, typeset
from scans import DEPOSIT, draw_page, save
from workspace import INDEXED, Workspace

PHRASE = '"security of two months"'


@pytest.fixture
def workspace(tmp_path):
    return replace(made := Workspace.at(tmp_path), settings=replace(made.settings, recognise=True))


@pytest.fixture(scope="module")
def scanned(tmp_path_factory) -> Workspace:
    """Return a library of two scans, one of them twice, of a picture without text, and of a damaged one."""
    made = Workspace.at(tmp_path_factory.mktemp("scanned"))
    made = replace(made, settings=replace(made.settings, recognise=True))
    page = draw_page()
    made.write("lease.pdf", save(page, "PDF", draw_page("Signed in March by both sides.")))
    made.write("lease.png", save(page, "PNG"))
    made.write("copy/lease.png", save(page, "PNG"))
    made.write("sea.jpg", save(Image.linear_gradient("L").convert("RGB"), "JPEG"))
    made.write("torn.png", save(page, "PNG")[:9_000])
    made.write("note.txt", "The rowing club meets on Tuesday.")
    made.index()
    return made


def test_what_can_be_read_is_searchable_and_what_cannot_has_its_reason(scanned):
    assert scanned.files() == {
        "lease.pdf": INDEXED,
        "lease.png": INDEXED,
        "copy/lease.png": INDEXED,
        "note.txt": INDEXED,
        "sea.jpg": (FileStatus.SKIPPED, Reason.NO_WORDS),
        "torn.png": (FileStatus.FAILED, Reason.DAMAGED),
    }
    assert sorted(scanned.search(PHRASE)) == ["lease.pdf", "lease.png"]


def test_a_result_says_that_its_text_was_recognised_and_on_which_page_it_stands(scanned):
    with scanned.reading() as library:
        lease = next(each for each in library.search(PHRASE).results if each.path.name == "lease.pdf")
        (rowing, *_) = library.search("rowing club").results
        facts = library.file_info(scanned.folder / "lease.png")
    assert (lease.hits[0].page, lease.is_recognised) == (1, True)
    assert not rowing.is_recognised
    assert (facts.is_recognised, facts.language) == (True, "en")


def test_what_was_recognised_is_never_known_to_be_whole(scanned):
    with scanned.looking_inside() as database:
        row = database.files.find(scanned.folder / "lease.png")
        (content,) = database.duplicates.content_hashes([row.document_id]).values()
        reading = database.duplicates.reading(content)
    assert Unread.RECOGNISED in reading.wholeness.unread


def test_the_place_of_each_line_is_kept(scanned):
    with scanned.reading() as library:
        page = library.recognised_page(scanned.folder / "lease.pdf", 1)
        assert library.recognised_page(scanned.folder / "note.txt", 1) is None
    assert len(page.lines) == len(DEPOSIT.splitlines())
    tops = [line.corners[1] for line in page.lines]
    assert tops == sorted(tops)


def test_nothing_is_read_twice(scanned):
    assert scanned.index().indexed == 0
    with scanned.looking_inside() as database:
        assert database.scans.count_waiting() == (0, 0)


def test_while_it_is_off_scans_wait_and_a_later_run_reads_them(workspace):
    off = replace(workspace, settings=replace(workspace.settings, recognise=False))
    off.write("lease.png", save(draw_page(), "PNG"))
    off.index()
    assert off.files() == {"lease.png": (FileStatus.SKIPPED, Reason.NO_TEXT)}
    assert workspace.index().indexed == 1
    assert workspace.search(PHRASE) == ["lease.png"]


def test_a_run_that_is_stopped_goes_on_at_the_next_page(workspace):
    workspace.write("lease.pdf", save(draw_page(), "PDF", *[draw_page("Signed in March by both sides.")] * 2))
    seen = []

    def stop_after_a_page() -> bool:
        with workspace.looking_inside() as database:
            seen.append(database.scans.count_waiting())
        return seen[-1] == (1, 2)

    workspace.index(should_stop=stop_after_a_page)
    with workspace.looking_inside() as database:
        (scan,) = database.scans.waiting(9, RECOGNISER_STAMP)
    assert scan.missing == (2, 3)
    workspace.index()
    assert workspace.search(PHRASE) == ["lease.pdf"]


def test_a_page_among_others_is_put_where_it_belongs(workspace):
    from pypdfium2 import PdfDocument

    merged = PdfDocument.new()
    for data in (typeset([column("First comes the letter.")]), save(draw_page(), "PDF"), typeset([column("The end.")])):
        merged.import_pages(PdfDocument(data))
    path = workspace.folder / "mixed.pdf"
    merged.save(path)
    merged.close()
    workspace.index()
    (text, _), *_ = workspace.contents().values()
    assert text.index("First comes") < text.index("security") < text.index("The end.")


def test_a_file_that_goes_takes_what_was_recognised_with_it(workspace):
    path = workspace.write("lease.png", save(draw_page(), "PNG"))
    workspace.index()
    with workspace.looking_inside() as database:
        assert database.scans.page_of(path, 1) is not None
    path.unlink()
    workspace.write("note.txt", "The rowing club meets on Tuesday.")
    workspace.index()
    with workspace.looking_inside() as database:
        assert database._connection.execute("SELECT count(*) FROM recognised_pages").fetchone() == (0,)
