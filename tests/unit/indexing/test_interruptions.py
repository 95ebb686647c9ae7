"""Runs that are stopped or killed: nothing is half stored, and the next run completes."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from findling.domain.files import FileStatus, Reason
from findling.domain.search import Mode
from findling.storage.database import Database
from workspace import INDEXED, Workspace

QUERIES = ("fishing boats with herring", "warranty of the washing machine", "tomatoes", "rowing")

KILLS, ROUNDS = 6, 2

RUN = """
import sys
from pathlib import Path
from workspace import Workspace
from findling.paths import LibraryPaths
workspace = Workspace(Path(sys.argv[1]), LibraryPaths.inside(Path(sys.argv[2])))
def should_stop():
    print("going on", flush=True)
    return False

workspace.index(should_stop=should_stop)
"""

FATAL_RUN = """
import os, sys
from pathlib import Path
from findling.indexing import model_migration
from findling.indexing.indexer import Indexer
from findling.models.embedder import Embedder
from findling.paths import LibraryPaths
from findling.processes.writer.crash_record import begin_crash_record
from findling.settings import Settings

folder, paths, end = Path(sys.argv[1]), LibraryPaths.inside(Path(sys.argv[2])), sys.argv[3]

class FatalEmbedder(Embedder):
    def embed(self, texts):
        if any("fatal marker" in text for text in texts):
            eval(end)
        return super().embed(texts)

model_migration.Embedder = FatalEmbedder
paths.create()
crashed = begin_crash_record(paths.crash)
indexer = Indexer.open(paths, Settings(threads=1), after_crash=bool(crashed))
indexer.index([folder], report=lambda _: None, should_stop=lambda: False)
"""

LONG_RUN = """
import sys
from pathlib import Path
from workspace import Workspace
from findling.paths import LibraryPaths
workspace = Workspace(Path(sys.argv[1]), LibraryPaths.inside(Path(sys.argv[2])))
with workspace.writing() as indexer:
    indexer.index(
        [workspace.folder], report=lambda progress: print(progress.chunks, flush=True), should_stop=lambda: False
    )
"""

CRASHES = [
    pytest.param("os.abort()", id="aborts"),
    pytest.param("__import__('faulthandler')._sigsegv()", id="invalid access to memory"),
    pytest.param("1 / 0", id="a bug"),
]

OUTSIDE = [
    pytest.param("os.kill(os.getpid(), 9)", id="killed"),
    pytest.param("os.kill(os.getpid(), 15)", id="logged out"),
    pytest.param("__import__('builtins').exec('raise MemoryError')", id="out of memory"),
]


def _fill(folder: Path, sample: Path) -> None:
    """Write about forty files: some of the sample library and many small ones."""
    for part in ("Kitchen", "Free time", "Garden"):
        shutil.copytree(sample / part, folder / part)
    for number in range(30):
        text = " ".join(f"Note {number} says that boat {number * k} brought herring." for k in range(1, 10))
        (folder / f"note {number}.txt").write_text(text)
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nno page")


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory, sample_library) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("uninterrupted"))
    _fill(workspace.folder, sample_library)
    workspace.index()
    return workspace


def _at(place: Path, uninterrupted: Workspace) -> Workspace:
    """Return the same files with a library of their own."""
    return Workspace(uninterrupted.folder, Workspace.at(place).paths)


def _start(workspace: Workspace, program: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n{program}"]
    return subprocess.Popen(
        [*command, str(workspace.folder), str(workspace.paths.data), *arguments], stdout=subprocess.PIPE, text=True
    )


def assert_whole(workspace: Workspace) -> None:
    """Assert that the database is sound and each document has passages, and vectors or a place in the queue."""
    if not workspace.paths.database.exists():
        return
    database = Database.open_for_writing(workspace.paths.database)
    try:
        assert database.find_damage() == ""
        assert database.documents.find_damage() == []
        assert database.vectors.find_damage() == []
        for document_id in list(database.documents.all_ids()):
            stored = database.documents.text(document_id)
            assert stored is not None
            space = database.documents.latest_space(document_id)
            passages = database.documents.passages(document_id, space)
            covered = set()
            for placed in passages:
                covered.update(range(placed.passage.start, placed.passage.end))
            assert all(stored[1][i].isspace() for i in set(range(len(stored[1]))) - covered)
            active = database.spaces.active()
            if active is None or not database.queue.has(document_id, active):
                (last,) = passages[-1:]
                assert database.vectors.count(space, passages[0].id, last.id) == len(passages)
    finally:
        database.close()


def assert_equal(workspace: Workspace, other: Workspace) -> None:
    assert workspace.files() == other.files()
    assert workspace.contents() == other.contents()
    modes = (Mode.MEANING, Mode.HYBRID)
    mine, theirs = (library.search_all(QUERIES, modes, limit=60) for library in (workspace, other))
    for (query, mode), found in theirs.items():
        # Replaced entries weigh in the word index until it merges, so scores, and the order, may differ a little.
        assert set(mine[query, mode]) == set(found)
        if mode is Mode.MEANING:
            assert mine[query, mode] == found


@pytest.mark.parametrize("seed", range(2))
def test_stopping_loses_nothing_and_the_next_run_goes_on(uninterrupted, tmp_path, seed):
    workspace = _at(tmp_path, uninterrupted)
    chance = random.Random(seed)
    for _ in range(4):
        left = chance.randint(0, 40)

        def should_stop() -> bool:
            nonlocal left
            left -= 1
            return left < 0

        summary = workspace.index(should_stop=should_stop)
        assert summary.stopped
        assert_whole(workspace)
        with workspace.looking_inside() as database:
            space = database.spaces.active()
            waiting = database.queue.take(space, 100) if space else []
            assert all(row.attempts == 0 for row in [*database.files.next_pending(100), *waiting])
    assert not workspace.index().stopped
    assert_equal(workspace, uninterrupted)


@pytest.mark.slow
def test_killing_leaves_whole_documents_and_the_last_run_equals_an_uninterrupted_one(uninterrupted, tmp_path):
    chance = random.Random(0)
    kills = 0
    asked: list[bool] = []
    _at(tmp_path / "measured", uninterrupted).index(should_stop=lambda: bool(asked.append(True)))
    for round_ in range(ROUNDS):
        workspace = _at(tmp_path / str(round_), uninterrupted)
        for _ in range(KILLS // ROUNDS):
            process = _start(workspace, RUN)
            assert process.stdout is not None
            # Three kills in up to a third of a whole run each: the first of a round always comes before its end.
            for _ in range(chance.randint(1, len(asked) // 3)):
                process.stdout.readline()
            kills += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.communicate()
            assert_whole(workspace)
        workspace.index()
        assert_equal(workspace, uninterrupted)
    assert kills >= ROUNDS


def _fill_with_one_fatal(workspace: Workspace) -> None:
    workspace.write("fatal.txt", "Here stands the fatal marker, and whoever embeds it ends.")
    for number in range(5):
        workspace.write(f"{number}.txt", f"Harmless note {number} about the harbour and its boats.")


@pytest.mark.parametrize("end", CRASHES)
def test_a_file_whose_embedding_crashes_twice_is_found_by_words_only_and_the_others_are_not_held_up(
    workspace: Workspace, end: str
):
    _fill_with_one_fatal(workspace)
    codes = []
    for _ in range(3):
        process = _start(workspace, FATAL_RUN, end)
        process.communicate()
        codes.append(process.returncode)
    assert codes[0] != 0
    assert codes[0] == codes[1]
    assert codes[2] == 0
    files = workspace.files()
    assert files.pop("fatal.txt") == (FileStatus.INDEXED, Reason.NOT_EMBEDDED)
    assert set(files.values()) == {INDEXED}
    assert workspace.search("fatal marker", Mode.WORDS) == ["fatal.txt"]
    workspace.index()
    assert workspace.files()["fatal.txt"] == (FileStatus.INDEXED, Reason.NOT_EMBEDDED)
    assert "fatal.txt" not in workspace.search("fatal marker", Mode.MEANING)
    assert workspace.index(retry=True).chunks == 1
    assert workspace.files()["fatal.txt"] == INDEXED
    assert "fatal.txt" in workspace.search("fatal marker", Mode.MEANING)


@pytest.mark.parametrize("end", OUTSIDE)
def test_a_process_ended_from_outside_says_nothing_against_a_file_and_holds_up_no_other(workspace: Workspace, end: str):
    _fill_with_one_fatal(workspace)
    # Two such ends of its own would set the file aside.
    for _ in range(3):
        process = _start(workspace, FATAL_RUN, end)
        process.communicate()
        assert process.returncode != 0
    assert set(workspace.files().values()) == {INDEXED}
    with workspace.reading() as library:
        assert library.status().unembedded == 1
    assert workspace.index().chunks == 1
    with workspace.reading() as library:
        assert library.status().unembedded == 0


def _write_long(workspace: Workspace) -> None:
    """Write a text of some two hundred passages."""
    chance = random.Random(1)
    words = [f"{first}{second}" for first in ("har", "bo", "fi", "ne") for second in ("bour", "at", "sh", "t", "tle")]
    paragraphs = [" ".join(chance.choices(words, k=110)) for _ in range(200)]
    workspace.write("long.txt", "\n\n".join(paragraphs))


def _vectors(workspace: Workspace) -> bytes:
    with workspace.looking_inside() as database:
        space = database.spaces.active()
        assert space is not None
        (found,) = database.vectors.of_documents([1], space)
        return found.matrix.tobytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A long document that was embedded at one go."""
    whole = Workspace.at(tmp_path_factory.mktemp("whole"))
    _write_long(whole)
    whole.index()
    return whole


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_long_document_goes_on_where_it_was_killed(whole: Workspace, tmp_path: Path, how: signal.Signals):
    killed = Workspace.at(tmp_path)
    _write_long(killed)
    with whole.looking_inside() as database:
        (text,) = database.documents.all_ids()
        total = len(database.documents.passages(text, database.documents.latest_space(text)))
    process = _start(killed, LONG_RUN)
    assert process.stdout is not None
    made = 0
    for line in process.stdout:
        made = int(line)
        if made >= total // 3:
            break
    process.send_signal(how)
    process.communicate()
    assert 0 < made < total
    killed_at: list[int] = []
    with killed.writing() as indexer:
        indexer.index(
            [killed.folder], report=lambda progress: killed_at.append(progress.chunks), should_stop=lambda: False
        )
    # The first passages that are counted are those of the run before, all at once.
    assert next(count for count in killed_at if count) >= made
    assert killed_at[-1] == total
    assert killed.files() == whole.files()
    assert _vectors(killed) == _vectors(whole)
    with killed.looking_inside() as database:
        assert not database.unfinished.exist()
