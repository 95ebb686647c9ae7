"""The manifest: read as written, or refused."""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.errors import IndexDamagedError, LibraryError
from findling.index.vectors.index_manifest import Manifest, SegmentRecord, manifest_path, read_manifest, write_manifest


def record(name, count, first_label, last_label, copies=0):
    return SegmentRecord(
        name=name,
        count=count,
        copies=copies,
        first_label=first_label,
        last_label=last_label,
        size=200 * count,
        graph_digest="ab",
        copies_digest="cd",
        links=16,
        effort=200,
    )


RECORDS = (record("00000001", 10, 1, 12, copies=1), record("00000002", 5, 13, 20))
MANIFEST = Manifest("a model", 384, 2, RECORDS)


@pytest.fixture
def folder(tmp_path):
    write_manifest(tmp_path, MANIFEST)
    return tmp_path


def test_it_is_read_as_it_was_written(folder):
    read = read_manifest(folder, "a model", 384)
    assert read == MANIFEST
    assert (read.count, read.last_label) == (15, 20)
    assert [path.name for path in folder.iterdir()] == ["manifest.json"]


@pytest.mark.parametrize("missing", ["nothing", "nothing/at/all"])
def test_nothing_published_is_an_empty_manifest(tmp_path, missing):
    read = read_manifest(tmp_path / missing, "a model", 384)
    assert (read.count, read.last_label, read.segments) == (0, 0, ())


@pytest.mark.parametrize(("fingerprint", "dimensions"), [("another", 384), ("a model", 768)])
def test_one_of_another_model_is_refused(folder, fingerprint, dimensions):
    with pytest.raises(IndexDamagedError, match="another model"):
        read_manifest(folder, fingerprint, dimensions)


def test_one_of_another_format_is_refused(folder):
    written = json.loads(manifest_path(folder).read_text())
    manifest_path(folder).write_text(json.dumps({**written, "format": 2}))
    with pytest.raises(IndexDamagedError):
        read_manifest(folder, "a model", 384)


def test_no_damaged_byte_changes_what_is_read(folder):
    whole = manifest_path(folder).read_bytes()

    @given(st.integers(0, len(whole) - 1), st.integers(0, 255))
    def check(position, byte):
        damaged = whole[:position] + bytes([byte]) + whole[position + 1 :]
        manifest_path(folder).write_bytes(damaged)
        try:
            assert read_manifest(folder, "a model", 384) == MANIFEST
        except IndexDamagedError:
            assert damaged != whole

    check()


@pytest.mark.parametrize("length", [0, 1, 40, -1])
def test_a_torn_one_is_refused(folder, length):
    whole = manifest_path(folder).read_bytes()
    manifest_path(folder).write_bytes(whole[:length])
    with pytest.raises(IndexDamagedError, match="damaged"):
        read_manifest(folder, "a model", 384)


@pytest.mark.parametrize("text", ["[]", "null", "{}", "[" * 100_000, '{"format": 1}', '{"format": 1, "digest": 3}'])
def test_what_is_no_manifest_is_refused(folder, text):
    manifest_path(folder).write_text(text)
    with pytest.raises(IndexDamagedError, match="damaged"):
        read_manifest(folder, "a model", 384)


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be opened as a file there, in another way")
def test_one_that_cannot_be_read_is_not_taken_for_damage(tmp_path):
    manifest_path(tmp_path).mkdir()
    with pytest.raises(LibraryError, match="cannot be read"):
        read_manifest(tmp_path, "a model", 384)
