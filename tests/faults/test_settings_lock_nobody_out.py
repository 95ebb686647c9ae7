"""Whatever is in the settings file: every command starts, one line says what is wrong, and nothing of it is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from waiting import PATIENCE_SECONDS


def run(library: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "findling", "--library", str(library), "--no-progress", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("place")
    (place / "files").mkdir()
    (place / "files" / "boat.txt").write_text("The rowing boat is moored at the old jetty.")
    assert run(place / "library", "index", str(place / "files")).returncode == 0
    return place / "library"


CONTENTS = [
    (b"model = [[[", "cannot be read"),
    (b"\xff\xfe\0", "no text in UTF-8"),
    (b"threads = 'two'", "threads"),
    (b"appearance = 'sepia'", "appearance"),
    (b"sparkle = true", "sparkle"),
]


def assert_says(library: Path, said: str, *arguments: str) -> str:
    """Assert that a command succeeds, and says in one line what is wrong; return its answer."""
    done = run(library, *arguments)
    assert done.returncode == 0, (arguments, done.stderr, done.stdout)
    assert [line for line in done.stderr.splitlines() if said in line] == done.stderr.splitlines()
    assert len(done.stderr.splitlines()) == 1, arguments
    return done.stdout


@pytest.mark.parametrize(("content", "said"), CONTENTS)
def test_whatever_is_wrong_is_said_in_one_line_and_nothing_of_it_is_lost(library: Path, content: bytes, said: str):
    settings = library / "settings.toml"
    settings.write_bytes(content)
    assert "boat.txt" in assert_says(library, said, "search", "rowing boat")
    assert settings.read_bytes() == content


def test_every_command_starts(library: Path):
    (library / "settings.toml").write_bytes(CONTENTS[0][0])
    for arguments in (["index"], ["doctor"], ["status"]):
        assert_says(library, CONTENTS[0][1], *arguments)
