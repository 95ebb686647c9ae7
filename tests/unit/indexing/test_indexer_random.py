"""After any changes of files the library equals one made from scratch."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from findling.domain.files import FileStatus, Reason
from findling.domain.search import Mode
from workspace import INDEXED, Workspace

WORDS = ("harbour", "telescope", "bakery", "violin", "orchard", "glacier", "lantern", "saddle")
EMPTY = (FileStatus.SKIPPED, Reason.EMPTY)
STEPS = 5
CHANGES = 8


class User:
    """A user who changes files at random."""

    def __init__(self, workspace: Workspace, chance: random.Random) -> None:
        self._desk = workspace
        self._chance = chance
        self._written = 0

    def act(self) -> None:
        self._chance.choice(
            [self._write, self._write, self._write_twin, self._write_empty, self._edit, self._touch, self._move,
             self._copy, self._delete, self._rename_folder, self._delete_folder, self._hide]
        )()  # fmt: skip

    def files(self) -> list[Path]:
        return sorted(path for path in self._desk.folder.rglob("*.txt") if not path.name.startswith("."))

    def _text(self) -> str:
        self._written += 1
        return f"Note {self._written} on the {self._chance.choice(WORDS)} and the {self._chance.choice(WORDS)}."

    def _new_path(self) -> Path:
        folder = self._desk.folder / self._chance.choice(["", "a", "b", "a/deep", "b/deep"])
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{self._chance.randrange(30)}.txt"

    def _some_file(self) -> Path | None:
        files = self.files()
        return self._chance.choice(files) if files else None

    def _write(self) -> None:
        self._new_path().write_text(self._text())

    def _write_twin(self) -> None:
        text = self._text()
        for _ in range(2):
            self._new_path().write_text(text)

    def _write_empty(self) -> None:
        self._new_path().write_text("")

    def _edit(self) -> None:
        if path := self._some_file():
            path.write_text(self._text())

    def _touch(self) -> None:
        if path := self._some_file():
            os.utime(path, (self._written, self._written))

    def _move(self) -> None:
        if path := self._some_file():
            path.replace(self._new_path())

    def _copy(self) -> None:
        if path := self._some_file():
            target = self._new_path()
            if target != path:
                shutil.copy(path, target)

    def _delete(self) -> None:
        if path := self._some_file():
            path.unlink()

    def _rename_folder(self) -> None:
        source, target = self._desk.folder / "a", self._desk.folder / f"renamed {self._written}"
        if source.is_dir() and not target.exists():
            source.rename(target)

    def _delete_folder(self) -> None:
        shutil.rmtree(self._desk.folder / "b", ignore_errors=True)

    def _hide(self) -> None:
        if path := self._some_file():
            path.replace(path.with_name(f".{path.name}"))


@pytest.mark.parametrize("seed", range(2))
def test_the_library_says_what_is_on_the_disk(tmp_path, seed):
    workspace = Workspace.at(tmp_path / "followed")
    user = User(workspace, random.Random(seed))
    workspace.write("never touched.md", "This one stays, so that the folder is never empty: marzipan.")
    seen: set[str] = set()
    for _ in range(STEPS):
        for _ in range(CHANGES):
            user.act()
        texts = {os.path.relpath(path, workspace.folder): path.read_text() for path in user.files()}
        summary = workspace.index()
        assert (summary.found, summary.pending) == (len(texts) + 1, 0)
        files = workspace.files()
        assert files.pop("never touched.md") == INDEXED
        assert files == {name: INDEXED if text else EMPTY for name, text in texts.items()}
        contents = {name: text for name, (text, _) in workspace.contents().items() if name in texts}
        assert contents == {name: text for name, text in texts.items() if text}
        new = {text for text in texts.values() if text} - seen
        assert summary.chunks <= len(new) + 1
        # Content that went and came back is read again, content that stayed is not.
        seen = {text for text in texts.values() if text}
    scratch = Workspace(workspace.folder, Workspace.at(tmp_path / "scratch").paths)
    scratch.index()
    assert workspace.files() == scratch.files()
    assert workspace.contents() == scratch.contents()
    modes = (Mode.WORDS, Mode.MEANING)
    mine, theirs = (library.search_all(WORDS, modes, limit=99) for library in (workspace, scratch))
    assert {asked: sorted(found) for asked, found in mine.items()} == {
        asked: sorted(found) for asked, found in theirs.items()
    }
