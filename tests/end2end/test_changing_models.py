"""Changes of models by commands: beside another process, called off, killed, kept."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import psutil
import pytest

from findling.paths import LibraryPaths
from findling.processes.writer.writer_lock import find_holder
from findling.storage.database import Database
from secondmodel import BUNDLED, STAND_IN, install_stand_in
from waiting import PATIENCE_SECONDS, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")]

DOCUMENTS = 24
WORDS = {
    "harbour": "ship quay ferry anchor crane mooring sailor tide vessel cargo dock pier",
    "bread": "dough loaf flour yeast oven knead crust baker rise salt bake sourdough",
    "rent": "tenant landlord flat lease month payment deposit contract due house notice",
    "heating": "boiler valve plumber radiator cellar warm pipe pressure gas repair leak",
    "bicycle": "wheel chain saddle brake spoke gear tyre pedal frame pump ride",
    "violin": "bow string melody orchestra tune concert rosin chord music practise solo",
}
ANSWERS = {"ships on the quay": "harbour", "kneading a loaf": "bread", "playing a string instrument": "violin"}


class CommandUser:
    """Types commands about one library."""

    def __init__(self, library: Path) -> None:
        self.paths = LibraryPaths.inside(library)
        self._command = [sys.executable, "-m", "findling", "--library", str(self.paths.data), "--no-progress"]
        self._questions = cycle(ANSWERS.items())

    def says(self, *words: str) -> str:
        ran = subprocess.run([*self._command, *words], capture_output=True, text=True, timeout=PATIENCE_SECONDS)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def asks(self, *words: str) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self.says("--json", *words))
        return document

    @contextmanager
    def following(self) -> Iterator[psutil.Process]:
        """A Findling at work, whose writer is given; it follows the folder until the end."""
        process = subprocess.Popen([*self._command, "index", "--watch"], stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            assert "files are searchable" in process.stdout.readline()
            holder = find_holder(self.paths)
            assert holder is not None
            yield psutil.Process(holder.pid)
        finally:
            for each in [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]:
                each.kill()
            process.communicate(timeout=PATIENCE_SECONDS)
            wait_until(lambda: find_holder(self.paths) is None)

    def left(self) -> int | None:
        """Documents that a change has to embed still; None while there is no change."""
        change = self.asks("status")["change"]
        return None if change is None else int(change["left"])

    def vectors(self) -> dict[str, int]:
        """Numbers of embedded passages by model."""
        database = Database.open_for_reading(self.paths.database)
        try:
            return {space.model: database.vectors.count(space.id) for space in database.spaces.all()}
        finally:
            database.close()

    def is_sound(self) -> bool:
        database = Database.open_for_reading(self.paths.database)
        try:
            return database.find_damage() == ""
        finally:
            database.close()

    def finds(self) -> bool:
        """Return whether a search by meaning, each time for something else, is answered, and answered right."""
        query, subject = next(self._questions)
        (result,) = self.asks("search", "-n", "1", "--mode", "meaning", query)["results"]
        return Path(result["path"]).name.startswith(subject)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred passages that the bundled model answers."""
    place = tmp_path_factory.mktemp("filled")
    user, chance = CommandUser(place / "library"), random.Random(8)
    papers = place / "papers"
    papers.mkdir()
    for number in range(DOCUMENTS):
        subject = list(WORDS)[number % len(WORDS)]
        parts = [
            f"About the {subject}, {part}: {' '.join(chance.choices(WORDS[subject].split(), k=140))}"
            for part in range(4)
        ]
        (papers / f"{subject}-{number}.txt").write_text("\n\n".join(parts))
    user.says("index", str(papers))
    return user.paths.data


@pytest.fixture
def user(filled: Path, tmp_path: Path) -> CommandUser:
    """A user of a copy of that library, in which no process is at work."""
    shutil.copytree(filled, tmp_path / "library")
    return CommandUser(tmp_path / "library")


def test_a_findling_at_work_begins_with_the_model_that_a_terminal_chooses_and_leaves_off_at_once(user: CommandUser):
    # So many short passages take longer than the next commands.
    install_stand_in(user.paths, passage_tokens=24)
    with user.following():
        said = user.says("models", "use", STAND_IN)
        assert f"{STAND_IN} is chosen" in said
        assert "begins with that now" in said
        wait_until(lambda: user.vectors().get(STAND_IN, 0) > 0)
        assert user.finds()
        said = user.says("models", "use", BUNDLED)
        assert f"the change to {STAND_IN} is called off" in said
        assert user.left() is None
        wait_until(lambda: set(user.vectors()) == {BUNDLED})
        assert user.finds()


def test_without_another_findling_a_change_is_called_off_by_a_word(user: CommandUser):
    install_stand_in(user.paths)
    before = user.vectors()
    assert "The next `findling index` does that" in user.says("models", "use", STAND_IN)
    assert user.left() == DOCUMENTS
    assert "called off" in user.says("models", "use", BUNDLED)
    assert user.left() is None
    user.says("index")
    assert user.vectors() == before


def test_killed_again_and_again_it_goes_on_where_it_was_and_every_search_is_answered(user: CommandUser):
    install_stand_in(user.paths)
    user.says("models", "use", STAND_IN)
    reached = 0
    with ThreadPoolExecutor(1) as aside:
        for _ in range(3):
            search = aside.submit(user.finds)
            process = subprocess.Popen([*user._command, "index"], stdout=subprocess.DEVNULL)
            wait_until(lambda: user.vectors().get(STAND_IN, 0) > reached or process.poll() is not None)  # noqa: B023
            for each in [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]:
                each.kill()
            process.communicate(timeout=PATIENCE_SECONDS)
            assert search.result()
            assert user.is_sound()
            assert user.vectors()[STAND_IN] > reached
            reached = user.vectors()[STAND_IN]
            if user.left() is None:  # this machine is faster than a kill
                break
        search = aside.submit(user.finds)
        user.says("index")
        assert search.result()
    assert set(user.vectors()) == {STAND_IN}
    assert user.asks("status")["model"] == STAND_IN
    assert user.finds()


def test_with_both_kept_going_back_embeds_nothing(user: CommandUser):
    install_stand_in(user.paths)
    settings = user.paths.settings
    settings.write_text("keep_vectors = true\n")
    user.says("models", "use", STAND_IN)
    user.says("index")
    assert set(user.vectors()) == {BUNDLED, STAND_IN}
    before = user.vectors()
    said = user.says("models", "use", BUNDLED)
    assert "All documents are embedded with it already" in said
    assert user.asks("index")["chunks"] == 0
    assert user.asks("status")["model"] == BUNDLED
    assert user.vectors() == before
    assert user.finds()
