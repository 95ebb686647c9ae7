"""Folders of a library, whose patterns move up with them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

from findling.storage.folder_table import Folder
from smalllibrary import add_document, add_file


def test_folders_are_listed_by_path_with_their_patterns(database):
    odd = Path(os.fsdecode(b"/a/\xff\xfe"))
    database.folders.add(Path("/b"), ("*.log", "ü/"))
    database.folders.add(odd)
    assert database.folders.all() == [Folder(2, odd), Folder(1, Path("/b"), ("*.log", "ü/"))]
    database.folders.set_exclude(2, ("x",))
    assert database.folders.all()[0].exclude == ("x",)


def test_a_removed_folder_takes_its_files_along_but_no_shared_content(database):
    one, two = (database.folders.add(Path(path)) for path in ("/a", "/b"))
    document = add_document(database)
    add_file(database, one.id, Path("/a/x"), document)
    kept = add_file(database, two.id, Path("/b/x"), document)
    database.folders.remove(one.id)
    assert list(database.files.all_ids()) == [kept]
    assert database.totals.left_over(10) == []
    assert database.folders.all() == [two]


def test_a_folder_takes_in_those_that_lie_inside_it(database):
    inner = database.folders.add(Path("/a/b"))
    apart = database.folders.add(Path("/ab"))
    file = add_file(database, inner.id, Path("/a/b/x"), add_document(database))
    outer = database.folders.add(Path("/a"))
    assert database.folders.all() == [outer, apart]
    row = database.files.get(file)
    assert (row.folder_id, row.document_id) == (outer.id, 1)


@pytest.mark.parametrize("inner", ["b", "b/c", "we[i]rd *name?", "!bang", "#hash", "a\\b"])
@pytest.mark.parametrize(
    "patterns",
    [
        ("*.log",),
        ("build/",),
        ("/top.txt",),
        ("sub/x.log",),
        ("*.log", "!keep.log"),
        ("/sub/*", "!/sub/x.log"),
        ("# a remark", "", "x.*"),
        ("**/deep/x.log",),
    ],
)
def test_patterns_of_a_folder_mean_the_same_seen_from_above(database, inner, patterns):
    database.folders.add(Path("/a") / inner, patterns)
    moved = GitIgnoreSpec.from_lines(database.folders.add(Path("/a")).exclude)
    own = GitIgnoreSpec.from_lines(patterns)
    names = ("x.log", "keep.log", "top.txt", "sub/top.txt", "sub/x.log", "sub/y.log", "build/x", "sub/build/x",
             "deep/x.log", "sub/deep/x.log", "# a remark")  # fmt: skip
    for name in names:
        assert moved.match_file(f"{inner}/{name}") == own.match_file(name), name
        assert not moved.match_file(name)
