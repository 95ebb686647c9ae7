"""One act, and Findling knows nothing any more; whoever has the library open ends first."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from findling.paths import LibraryPaths
from waiting import PATIENCE_SECONDS, wait_until

CANARY = "zzkanarienvogel"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / f"files of {CANARY}"
    folder.mkdir()
    (folder / f"{CANARY}.txt").write_text(f"{CANARY} and ordinary words about gardens and rivers " * 20)
    return folder


def command(library: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-P", "-m", "findling", "--library", str(library), *arguments]


def run(library: Path, *arguments: str, typed: str = "", status: int = 0) -> str:
    done = subprocess.run(
        command(library, *arguments), input=typed, capture_output=True, text=True, timeout=PATIENCE_SECONDS
    )
    assert done.returncode == status, (done.stdout, done.stderr)
    return done.stdout + done.stderr


def traces(place: Path, *, without: Path) -> set[str]:
    """Return the names and files below a place that hold the canary, itself or in its name."""
    return {
        str(path)
        for path in place.rglob("*")
        if without not in (path, *path.parents)
        and (CANARY in path.name or (path.is_file() and CANARY.encode() in path.read_bytes().lower()))
    }


def test_after_a_wipe_nothing_of_the_files_is_left_and_the_files_are(tmp_path, folder):
    library = tmp_path / "library"
    run(library, "index", str(folder))
    run(library, "label", f"label of {CANARY}", str(next(folder.iterdir())))
    run(library, "search", CANARY)
    foreign = library / "my notes.txt"
    foreign.write_text("mine")
    assert traces(tmp_path, without=folder)
    assert "Nothing was deleted" in run(library, "wipe", typed="yes\n", status=130)
    assert traces(tmp_path, without=folder)
    told = json.loads(run(library, "--json", "wipe", "--settings", "--yes"))
    assert (told["kept"], told["failed"]) == ([str(foreign)], [])
    assert list(library.iterdir()) == [foreign]
    assert traces(tmp_path, without=folder) == set()
    assert CANARY in next(folder.iterdir()).read_text()
    assert "no library" in run(library, "wipe", "--yes", status=1)


@pytest.mark.skipif(os.name == "nt", reason="Windows gives nobody the chance to end by himself")
def test_who_follows_the_library_is_ended_first(tmp_path, folder):
    library = tmp_path / "library"
    with subprocess.Popen(
        command(library, "index", str(folder), "--watch"), stderr=subprocess.PIPE, text=True
    ) as watch:
        assert watch.stderr is not None
        wait_until(lambda: "Following" in watch.stderr.readline())
        run(library, "wipe", "--yes", typed="")
        assert watch.wait(PATIENCE_SECONDS) in (-signal.SIGTERM, 1)
    assert not LibraryPaths.inside(library).database.exists()
    assert traces(tmp_path, without=folder) == set()
