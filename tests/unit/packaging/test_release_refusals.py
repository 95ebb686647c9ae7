"""A release is refused, with what to do, as long as anything of it is not green."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import release

CHANGELOG = """# Changelog

## 1.2.0, 2026-11-30

- What is new.

## 1.1.0, 2026-01-01

- What was new.
"""
PROJECT = """
[project]
dependencies = ["thing>=2"]
[dependency-groups]
build = ["tool>=1"]
dev = [{ include-group = "build" }]
native = []
package = []
freeze = [{ include-group = "package" }]
"""
FILES = {
    "app/findling/__init__.py": '__version__ = "1.2.0"\n',
    "CITATION.cff": "title: Findling\nversion: 1.2.0\n",
    "docs/changelog.md": CHANGELOG,
    "pyproject.toml": PROJECT,
    "packaging/requirements.lock": "thing==2.1 \\\n    --hash=sha256:00\n",
    "packaging/requirements-build.lock": "tool==1.0\n",
    "packaging/requirements-dev.lock": "tool==1.0\n",
    "packaging/requirements-freeze.lock": "",
    "packaging/requirements-native.lock": "",
    "resources/translations/findling_de.ts": "<TS><message><translation>Hallo</translation></message></TS>",
    ".gitignore": "build/\n",
}


def git(folder: Path, *arguments: str) -> str:
    around = ["-c", "user.name=A", "-c", "user.email=a@localhost", "-c", "commit.gpgsign=false"]
    ran = subprocess.run(["git", "-C", folder, *around, *arguments], check=True, capture_output=True, text=True)
    return ran.stdout


def write(folder: Path, place: str, text: str) -> None:
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_text(text, encoding="utf-8")


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "All of it")
    write(folder, "build/checked", git(folder, "rev-parse", "HEAD"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a project that may be released."""
    git(tmp_path, "init", "--quiet")
    for place, text in FILES.items():
        write(tmp_path, place, text)
    commit(tmp_path)
    return tmp_path


def test_what_is_green_may_be_released_and_a_dry_run_shows_its_notes_and_does_no_more(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    assert release.Checkout(folder).list_refusals() == []
    assert release.main(["--dry-run"], folder) == 0
    assert capsys.readouterr().out == "v1.2.0 may be released:\n\n- What is new.\n"
    assert git(folder, "tag") == ""
    assert not (folder / "dist").exists()


def replace(place: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: write(folder, place, FILES[place].replace(old, new))


COMMITTED = {
    "another version in the citation": (
        replace("CITATION.cff", "1.2.0", "1.1.0"),
        "CITATION.cff says 1.1.0, the program 1.2.0",
    ),
    "no version in the citation": (replace("CITATION.cff", "version", "edition"), "CITATION.cff says no version"),
    "a version without notes": (replace("docs/changelog.md", "- What is new.\n", ""), "has no notes below"),
    "a version without a day": (replace("docs/changelog.md", "1.2.0, 2026-11-30", "1.2.0, not yet"), "has no notes"),
    "a version that the changelog does not know": (
        lambda folder: (
            write(folder, "app/findling/__init__.py", '__version__ = "1.3.0"\n'),
            write(folder, "CITATION.cff", "version: 1.3.0\n"),
        ),
        "has no notes below '## 1.3.0, YYYY-MM-DD'",
    ),
    "a lock that is too old": (
        replace("pyproject.toml", "thing>=2", "thing>=3"),
        "requirements.lock does not hold thing>=3",
    ),
    "a lock without a new dependency": (
        replace("pyproject.toml", "native = []", 'native = ["zig"]'),
        "requirements-native.lock does not hold zig",
    ),
    "a lock of a group that another includes": (
        replace("pyproject.toml", "package = []", 'package = ["wrap"]'),
        "requirements-freeze.lock does not hold wrap",
    ),
    "a text that is not translated": (
        replace("resources/translations/findling_de.ts", "<translation>", '<translation type="unfinished">'),
        "findling_de.ts has 1 texts that are not translated",
    ),
}


@pytest.mark.parametrize(("change", "refusal"), COMMITTED.values(), ids=COMMITTED)
def test_what_was_committed_is_refused_with(folder: Path, change: Callable[[Path], None], refusal: str):
    change(folder)
    commit(folder)
    (told,) = release.Checkout(folder).list_refusals()
    assert refusal in told


def test_what_is_not_committed_is_refused(folder: Path):
    write(folder, "notes.txt", "not yet")
    (told,) = release.Checkout(folder).list_refusals()
    assert told == "1 files are not committed (notes.txt): commit or remove them"


def test_a_commit_on_which_the_checks_did_not_pass_is_refused(folder: Path):
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "One more")
    assert release.Checkout(folder).list_refusals() == ["the checks did not pass on this commit: run .ci/run"]
    (folder / "build" / "checked").unlink()
    assert release.Checkout(folder).list_refusals() == ["the checks did not pass on this commit: run .ci/run"]


def test_a_version_that_was_released_is_refused(folder: Path):
    git(folder, "tag", "v1.2.0")
    (told,) = release.Checkout(folder).list_refusals()
    assert "released already (tag v1.2.0)" in told


def test_all_refusals_are_told_at_once_and_nothing_is_built(folder: Path, capsys: pytest.CaptureFixture[str]):
    git(folder, "tag", "v1.2.0")
    write(folder, "CITATION.cff", "version: 1.0\n")
    assert release.main([], folder) == 3
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert all(line.startswith("Not released: ") for line in told)
    assert not (folder / "dist").exists()


def test_a_release_is_built_checked_summed_and_tagged_with_its_notes(folder: Path):
    program = "import pathlib\npathlib.Path(__file__).parents[1].joinpath('dist').mkdir()\n"
    write(folder, "packaging/freeze.py", program)
    package = "import pathlib\npathlib.Path(__file__).parents[1].joinpath('dist/it.deb').write_text('package')\n"
    write(folder, "packaging/build_packages.py", package)
    write(folder, "packaging/smoke_test.py", "")
    write(folder, ".gitignore", "build/\ndist/\n")
    commit(folder)
    git(folder, "config", "user.name", "A")
    git(folder, "config", "user.email", "a@localhost")
    assert release.main([], folder) == 0
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder / "dist", check=True)
    assert (folder / "dist" / "notes.md").read_text() == "- What is new.\n"
    assert "it.deb" in (folder / "dist" / "SHA256SUMS").read_text()
    assert git(folder, "tag", "--list", "--format=%(contents)", "v1.2.0").strip() == "- What is new."


def test_a_door_that_does_not_open_stops_the_release(folder: Path, capsys: pytest.CaptureFixture[str]):
    write(folder, "packaging/freeze.py", "raise SystemExit(3)")
    commit(folder)
    assert release.main([], folder) == 3
    assert "Not released: " in capsys.readouterr().err
    assert git(folder, "tag") == ""
