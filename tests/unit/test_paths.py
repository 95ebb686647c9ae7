"""A library lies in one folder, by the environment, or where the platform has such things."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from findling.errors import LibraryError
from findling.paths import LibraryPaths, resources


def test_a_named_library_is_wholly_in_its_folder(tmp_path):
    paths = LibraryPaths.inside(tmp_path)
    for place in (
        paths.settings, paths.database, paths.models, paths.vectors, paths.words, paths.lock, paths.requests, paths.log,
    ):  # fmt: skip
        assert tmp_path in place.parents


def test_a_name_goes_before_the_environment_and_that_before_the_platform(tmp_path, monkeypatch):
    monkeypatch.delenv("FINDLING_LIBRARY", raising=False)
    assert LibraryPaths.choose(None) == LibraryPaths.of_platform()
    monkeypatch.setenv("FINDLING_LIBRARY", str(tmp_path / "by environment"))
    assert LibraryPaths.choose(None) == LibraryPaths.inside(tmp_path / "by environment")
    assert LibraryPaths.choose(tmp_path / "named") == LibraryPaths.inside(tmp_path / "named")


def test_a_relative_folder_is_made_absolute_and_home_is_known(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert LibraryPaths.inside(Path("here")).data == tmp_path / "here"
    assert LibraryPaths.inside(Path("~/there")).data == Path.home() / "there"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_folders_are_made_for_their_owner_alone(tmp_path):
    paths = LibraryPaths.inside(tmp_path / "deep" / "library")
    paths.create()
    paths.create()
    for folder in (paths.data, paths.cache, paths.logs, paths.requests):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="file"):
        LibraryPaths.inside(tmp_path / "file" / "library").create()


def test_the_bundled_model_ships_with_findling():
    assert (resources() / "models").is_dir()
