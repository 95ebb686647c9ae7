"""A confined parser may still read what is Python's and the system's, never the user's."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

import lxml
import pytest

import findling
from findling.paths import resources
from findling.processes.parser.macos_sandbox import build_profile
from findling.processes.parser.readable_places import list_readable_places


def is_readable(path: Path) -> bool:
    return any(path.resolve().is_relative_to(place) for place in list_readable_places())


@pytest.mark.parametrize(
    "path", [Path(findling.__file__), Path(lxml.__file__), resources(), Path(sysconfig.get_path("stdlib"), "email")]
)
def test_what_python_imports_is_readable(path: Path) -> None:
    assert is_readable(path)


@pytest.mark.parametrize("path", [Path.home(), Path.home() / "Documents", Path("/"), Path("/etc/passwd"), Path("/tmp")])
def test_the_user_s_files_and_the_system_s_are_not(path: Path) -> None:
    assert not is_readable(path)


def test_a_home_that_holds_python_s_own_folder_is_not_opened_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "lib" / "site-packages"
    (home / "documents").mkdir(parents=True)
    monkeypatch.syspath_prepend(home)
    assert is_readable(home / "documents")
    for folder in (home, tmp_path / "lib" / "site-packages" / "documents"):
        monkeypatch.setenv("HOME", str(folder))
        assert not is_readable(home / "documents")


def test_the_profile_of_macos_names_the_places_as_its_language_writes_texts() -> None:
    profile = build_profile(["/Applications/Findling.app", '/odd "name"'])
    assert '(allow file-read* (subpath "/Applications/Findling.app") (subpath "/odd \\"name\\""))' in profile
    assert "(deny default)" in profile


def test_a_frozen_program_may_read_its_own_file_in_which_its_modules_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "findling"
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    assert is_readable(program)
    assert is_readable(tmp_path / "_internal" / "lib-dynload")
    assert not is_readable(tmp_path / "notes.txt")
