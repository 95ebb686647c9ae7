"""Exports, read back by programs that did not write them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pyarrow.parquet
import pytest

from findling.domain.files import Stat
from findling.errors import FindlingError
from findling.search.export import ExportUnit, export
from findling.storage.database import Database
from findling.storage.vector_table import Space
from smalllibrary import DIMENSIONS, add_document, add_file, make_space


@pytest.fixture
def database(tmp_path: Path):
    database = Database.open_for_writing(tmp_path / "library.db")
    yield database
    database.close()


@pytest.fixture
def space(database: Database) -> Space:
    """Three documents: one in two files, one with a name that is not UTF-8, one orphaned."""
    with database.transaction():
        space = make_space(database)
        folder = database.folders.add(Path("/docs"))
        twice = add_document(database, b"1", "abcdefghi", space=space, passages=3)
        once = add_document(database, b"2", "äöüß", space=space, passages=2)
        add_document(database, b"3", "nobody", space=space, passages=4)
        add_file(database, folder.id, Path("/docs/old.txt"), twice, Stat(9, 100, 1))
        add_file(database, folder.id, Path("/docs/new.txt"), twice, Stat(9, 200, 2))
        add_file(database, folder.id, Path(os.fsdecode(b"/docs/\xff.txt")), once, Stat(8, 300, 3))
    return space


def read(folder: Path, what: str) -> tuple[np.ndarray, list[dict[str, object]]]:
    return np.load(folder / f"{what}.npy"), pyarrow.parquet.read_table(folder / f"{what}.parquet").to_pylist()


def test_passages(database, space, tmp_path):
    made = export(database, space, tmp_path / "a" / "b", ExportUnit.PASSAGES)

    array, rows = read(tmp_path / "a" / "b", "passages")
    assert (made.rows, made.dimensions) == array.shape == (5, DIMENSIONS)
    assert made.files == (tmp_path / "a/b/passages.npy", tmp_path / "a/b/passages.parquet")
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == ["passages.npy", "passages.parquet"]
    assert [row["text"] for row in rows] == ["abc", "def", "ghi", "äö", "üß"]
    assert [row["path"] for row in rows] == ["/docs/new.txt"] * 3 + ["/docs/\ufffd.txt"] * 2
    assert [row["page"] for row in rows] == [None, 2, 3, None, 2]
    assert rows[1] | {"passage": 2, "start": 3, "end": 6, "heading": "h1", "type": "txt", "modified_ns": 200} == rows[1]


def test_every_vector_stands_in_the_row_of_its_passage(database, space, tmp_path):
    export(database, space, tmp_path, ExportUnit.PASSAGES)

    array, rows = read(tmp_path, "passages")
    stored = {
        label: vector
        for found in database.vectors.between(0, 2**63 - 1, space)
        for label, vector in zip(found.labels.tolist(), found.matrix, strict=True)
    }
    assert array.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(array, axis=1), 1, atol=1e-6)
    for row, vector in zip(rows, array, strict=True):
        np.testing.assert_allclose(vector, stored[row["passage"]], atol=2e-3)


def test_files(database, space, tmp_path):
    made = export(database, space, tmp_path, ExportUnit.FILES)

    array, rows = read(tmp_path, "files")
    assert made.rows == len(rows) == len(array) == 3
    assert [(row["path"], row["bytes"], row["passages"]) for row in rows] == [
        ("/docs/new.txt", 9, 3), ("/docs/old.txt", 9, 3), ("/docs/\ufffd.txt", 8, 2),
    ]  # fmt: skip
    first = next(database.vectors.of_documents([1], space)).matrix.astype(np.float64).mean(axis=0)
    np.testing.assert_allclose(array[0], first / np.linalg.norm(first), atol=1e-5)
    np.testing.assert_array_equal(array[0], array[1])


def test_many_blocks_make_one_array(database, space, tmp_path):
    export(database, space, tmp_path / "small", ExportUnit.PASSAGES, block=1)
    export(database, space, tmp_path / "large", ExportUnit.PASSAGES)

    small, large = (read(tmp_path / name, "passages") for name in ("small", "large"))
    np.testing.assert_array_equal(small[0], large[0])
    assert small[1] == large[1]


def test_an_empty_library_gives_empty_files(database, tmp_path):
    made = export(database, make_space(database), tmp_path, ExportUnit.PASSAGES)

    array, rows = read(tmp_path, "passages")
    assert (made.rows, array.shape, rows) == (0, (0, DIMENSIONS), [])


def test_an_export_replaces_the_one_before_and_touches_nothing_else(database, space, tmp_path):
    (tmp_path / "mine.txt").write_text("keep")
    export(database, space, tmp_path, ExportUnit.FILES)
    with database.transaction():
        database.files.remove([1])
    export(database, space, tmp_path, ExportUnit.FILES)

    assert len(read(tmp_path, "files")[1]) == 2
    assert (tmp_path / "mine.txt").read_text() == "keep"


def test_a_folder_that_is_a_file_is_refused(database, space, tmp_path):
    (tmp_path / "taken").write_text("keep")
    with pytest.raises(FindlingError, match=r"Nothing can be exported to .*taken"):
        export(database, space, tmp_path / "taken", ExportUnit.FILES)
    assert (tmp_path / "taken").read_text() == "keep"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("suffix", ["npy", "parquet"])
def test_a_full_disk_leaves_the_export_before_as_it_was(database, space, tmp_path, suffix):
    export(database, space, tmp_path, ExportUnit.FILES)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("files.*")}
    (tmp_path / f"files.{suffix}.part").symlink_to("/dev/full")

    with pytest.raises(FindlingError, match="No space left"):
        export(database, space, tmp_path, ExportUnit.FILES)

    assert {path.name: path.read_bytes() for path in tmp_path.glob("files.*")} == before
