"""Thumbnails are drawn of what the library knows, kept beside it, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.extraction.previews.thumbnail_cache import ThumbnailCache
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.models.embedder import SharedEmbedder
from findling.paths import LibraryPaths
from findling.processes.reader.request_thread import RequestContext
from findling.processes.reader.thumbnail_handler import WIDTH, ThumbnailHandler
from findling.processes.reader.thumbnail_messages import AskThumbnail, ThumbnailShown
from findling.search.library_connection import LibraryConnection
from findling.settings import Settings


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


@pytest.fixture
def cache(tmp_path) -> ThumbnailCache:
    return ThumbnailCache(tmp_path / "thumbnails")


def connect(paths: LibraryPaths) -> LibraryConnection:
    return LibraryConnection(paths, Settings(), SharedEmbedder(paths, Settings()))


def ask(handler: ThumbnailHandler, path: Path, page: int = 1) -> bytes:
    reply = handler.answer(RequestContext(AskThumbnail(path, page), lambda _: None, lambda: False))
    assert isinstance(reply, ThumbnailShown)
    return reply.png


def width(png: bytes) -> int:
    return int.from_bytes(png[16:20], "big")


def test_a_page_is_drawn_once_and_then_taken_from_the_disk(sample, sandbox, cache, tmp_path):
    paper = next(path for path in sample.folder.rglob("*.pdf") if path.name != "broken.pdf")
    drawn = ask(ThumbnailHandler(sandbox, connect(sample.paths), cache), paper)
    assert width(drawn) == WIDTH
    (kept,) = (tmp_path / "thumbnails").iterdir()
    kept.write_bytes(b"from the disk")
    assert ask(ThumbnailHandler(sandbox, connect(sample.paths), cache), paper) == b"from the disk"


def test_nothing_is_drawn_of_what_the_library_does_not_know_or_cannot_draw(sample, sandbox, cache, tmp_path):
    paper = next(path for path in sample.folder.rglob("*.pdf") if path.name != "broken.pdf")
    left_out = tmp_path / "left out.pdf"
    left_out.write_bytes(paper.read_bytes())
    handler = ThumbnailHandler(sandbox, connect(sample.paths), cache)
    for path, page in (
        (left_out, 1),
        (sample.folder / "broken.pdf", 1),
        (sample.folder / "copy of the list.txt", 1),
        (paper, 10_000),
    ):
        assert ask(handler, path, page) == b""
    assert not (tmp_path / "thumbnails").exists()
    nowhere = ThumbnailHandler(sandbox, connect(LibraryPaths.inside(tmp_path / "none")), cache)
    assert ask(nowhere, paper) == b""


def test_those_that_are_there_are_deleted_where_none_are_wanted(sample, sandbox, cache, tmp_path):
    paper = next(path for path in sample.folder.rglob("*.pdf") if path.name != "broken.pdf")
    assert ask(ThumbnailHandler(sandbox, connect(sample.paths), cache), paper)
    handler = ThumbnailHandler(sandbox, connect(sample.paths), cache, is_wanted=False)
    for _ in handler.prepare():
        pass
    assert not (tmp_path / "thumbnails").exists()
    assert ask(handler, paper) == b""
