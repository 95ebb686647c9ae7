"""A user who changes files at random, from a seed."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

WORDS = ("harbour", "telescope", "bakery", "violin", "orchard", "glacier", "lantern", "saddle")


class RandomUser:
    """A user who changes files at random."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder = folder
        self._chance = chance
        self._written = 0

    def act(self) -> None:
        self._chance.choice(
            [self._write, self._write, self._write_twin, self._write_empty, self._edit, self._touch, self._move,
             self._copy, self._delete, self._rename_folder, self._delete_folder, self._hide]
        )()  # fmt: skip

    def files(self) -> list[Path]:
        return sorted(path for path in self._folder.rglob("*.txt") if not path.name.startswith("."))

    def _text(self) -> str:
        self._written += 1
        return f"Note {self._written} on the {self._chance.choice(WORDS)} and the {self._chance.choice(WORDS)}."

    def _new_path(self) -> Path:
        folder = self._folder / self._chance.choice(["", "a", "b", "a/deep", "b/deep"])
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
        source, target = self._folder / "a", self._folder / f"renamed {self._written}"
        if source.is_dir() and not target.exists():
            source.rename(target)

    def _delete_folder(self) -> None:
        shutil.rmtree(self._folder / "b", ignore_errors=True)

    def _hide(self) -> None:
        if path := self._some_file():
            path.replace(path.with_name(f".{path.name}"))
