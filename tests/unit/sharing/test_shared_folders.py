"""Folders are shared one by one, within the library, and withdrawn at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.errors import UsageError
from findling.paths import LibraryPaths
from findling.settings import read_settings
from findling.sharing.shared_folders import is_inside, parse_shared, read_shared, share, withdraw


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    paths = LibraryPaths.inside(tmp_path / "library")
    paths.create()
    return paths


def test_nothing_is_shared_at_first(paths):
    assert read_shared(paths) == ()


def test_a_folder_of_the_library_or_one_in_it_is_shared_and_withdrawn(paths, tmp_path):
    share(paths, tmp_path / "a", [tmp_path / "a"])
    assert share(paths, tmp_path / "b" / "c", [tmp_path / "b"]) == (tmp_path / "a", tmp_path / "b" / "c")
    assert read_shared(paths) == (tmp_path / "a", tmp_path / "b" / "c")
    assert withdraw(paths, tmp_path / "a") == (tmp_path / "b" / "c",)
    assert read_shared(paths) == (tmp_path / "b" / "c",)


@pytest.mark.parametrize("outside", ["", "b", "a/../b", "aa"])
def test_what_the_library_does_not_cover_cannot_be_shared(paths, tmp_path, outside):
    with pytest.raises(UsageError, match="not in the library"):
        share(paths, tmp_path / outside, [tmp_path / "a"])
    assert read_shared(paths) == ()


def test_a_folder_in_a_shared_one_is_withdrawn_with_all_of_it(paths, tmp_path):
    share(paths, tmp_path / "a", [tmp_path])
    assert withdraw(paths, tmp_path / "a" / "private") == ()


def test_a_folder_above_shared_ones_is_withdrawn_with_all_of_them(paths, tmp_path):
    share(paths, tmp_path / "a" / "b", [tmp_path])
    share(paths, tmp_path / "c", [tmp_path])
    assert withdraw(paths, tmp_path / "a") == (tmp_path / "c",)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ([], ()),
        ([""], ()),
        (["."], ()),
        (["relative/folder"], ()),
        (["/a\0b"], ()),
        (["/a/b", "/a", "/a/b/c"], ("/a",)),
        (["/a/../b/"], ("/b",)),
    ],
)
def test_only_what_is_clearly_named_is_shared(written, meant):
    assert parse_shared(written) == tuple(map(Path, meant))


@pytest.mark.parametrize("damage", ['shared = "all"', "shared = [1]", "shared = ["])
def test_settings_that_are_not_understood_share_nothing(paths, tmp_path, damage):
    share(paths, tmp_path / "a", [tmp_path])
    paths.settings.write_text(damage, "utf-8")
    assert read_shared(paths) == ()


def test_other_settings_stay_as_they_are(paths, tmp_path):
    paths.settings.write_text('# mine\nlanguage = "de"\n', "utf-8")
    share(paths, tmp_path / "a", [tmp_path])
    assert read_settings(paths.settings).language == "de"
    assert "# mine" in paths.settings.read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "inside"), [("/a", True), ("/a/b", True), ("/ab", False), ("/", False), ("/b", False)]
)
def test_a_path_is_inside_by_whole_names(path, inside):
    assert is_inside(Path(path), [Path("/a"), Path("/c")]) is inside


@given(st.lists(st.lists(st.sampled_from("ab-"), max_size=3), max_size=12))
def test_of_folders_in_one_another_the_outermost_are_shared(names):
    folders = [Path("/", *each) for each in names]
    kept = parse_shared(map(str, folders))
    assert all(is_inside(folder, kept) for folder in folders)
    assert not any(is_inside(one, [other]) for one in kept for other in kept if one != other)
