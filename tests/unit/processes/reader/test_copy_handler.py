"""Files inside files are previewed and copied by the confined parser, under the path `OUTER/NAME`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from containers import mail, pdf
from findling.domain.files import Reason
from findling.domain.preview import PreviewForm
from findling.errors import ExtractionError
from findling.extraction.sandbox import parser_protocol
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.ipc.failures import Failed
from findling.models.embedder import SharedEmbedder
from findling.paths import LibraryPaths
from findling.processes.reader.copy_handler import CopyHandler
from findling.processes.reader.copy_messages import ExtractCopy, ExtractedCopy
from findling.processes.reader.preview_handler import PreviewHandler
from findling.processes.reader.preview_messages import DocumentShown, ShowDocument
from findling.processes.reader.request_thread import RequestContext
from findling.search.library_connection import LibraryConnection
from findling.settings import Settings
from zips import pack

LARGE = os.urandom(parser_protocol.PIECE + 1_000)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def no_library(tmp_path: Path) -> LibraryConnection:
    paths, settings = LibraryPaths.inside(tmp_path / "none"), Settings()
    return LibraryConnection(paths, settings, SharedEmbedder(paths, settings))


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "Re: the house.eml"
    papers = pack({"plan/Plan.pdf": pdf("The cellar has two rooms.", {}), "large.bin": LARGE})
    path.write_bytes(mail("House", {"Lease.txt": "The rent is due.", "papers.zip": papers}))
    return path


def ask(handler, question):
    return handler.answer(RequestContext(question, lambda _: None, lambda: False))


def test_a_file_inside_another_is_shown_and_its_pages_are_drawn(sandbox, house):
    shown = sandbox.show(house / "Lease.txt")
    assert (shown.path, shown.form, shown.text) == (house / "Lease.txt", PreviewForm.TEXT, "The rent is due.")
    plan = house / "papers.zip/plan/Plan.pdf"
    assert sandbox.show(plan).form is PreviewForm.PAGES
    image = sandbox.draw(plan, 1, 400, ("cellar has two",))
    assert len(image.marks[0]) == 1


def test_a_preview_is_made_anew_when_the_outer_file_changes(sandbox, no_library, house):
    handler = PreviewHandler(sandbox, no_library)
    asked = ShowDocument(house / "Lease.txt")
    first = ask(handler, asked)
    house.write_bytes(mail("House", {"Lease.txt": "The rent was paid twice."}))
    again = ask(handler, asked)
    assert isinstance(first, DocumentShown)
    assert isinstance(again, DocumentShown)
    assert again.preview.text == "The rent was paid twice."


def test_a_copy_has_all_bytes_and_lies_in_the_cache(sandbox, house, tmp_path):
    paths = LibraryPaths.inside(tmp_path / "library")
    handler = CopyHandler(sandbox, paths)
    taken = ask(handler, ExtractCopy(house / "papers.zip/large.bin"))
    assert isinstance(taken, ExtractedCopy)
    assert taken.copy.read_bytes() == LARGE
    assert paths.opened in taken.copy.parents


def test_what_is_not_there_is_neither_shown_nor_copied(sandbox, house, tmp_path):
    handler = CopyHandler(sandbox, LibraryPaths.inside(tmp_path / "library"))
    for path in (house / "Other.txt", house / "Lease.txt/deeper.txt", tmp_path / "none.eml/Lease.txt"):
        refused = ask(handler, ExtractCopy(path))
        assert isinstance(refused, Failed)
        assert refused.reason is Reason.VANISHED
        with pytest.raises(ExtractionError):
            sandbox.show(path)
