"""Damage that a search would meet is met by every command, and mended by the next run; nothing that a user knows goes.

Nothing damaged passes for an empty or a whole library.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from findling.diagnostics.doctor import examine
from findling.domain.plans import Action, Seen, Step
from findling.domain.search import Mode
from findling.errors import LibraryDamagedError
from findling.indexing.user_choices import keep_apart
from findling.messages.library_templates import LibraryMessage
from findling.paths import LibraryPaths
from findling.storage.history_table import StepState
from workspace import Workspace

PAGE = 4096
FILES = 8

PLACE = Path("/home/ada/.local/share/Trash/files/old.txt")


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("indexed"))
    for number in range(FILES):
        words = " ".join(f"word{number}x{each}" for each in range(60))
        workspace.write(f"{number}.txt", f"number {number} {words}")
    workspace.index()
    with workspace.writing() as indexer:
        indexer.add(workspace.folder, ("*.tmp", "!keep.tmp"))
        keep_apart(indexer.database, workspace.folder / "1.txt", workspace.folder / "2.txt")
        seen = Seen(path=Path("/home/ada/old.txt"), size=9, modified_ns=7, mode=0o644, content=bytes(32))
        history = indexer.database.history
        with indexer.database.transaction():
            _, (step,) = history.begin_run(1_700, [Step(Action.BIN, seen, seen, None)])
            history.begin_step(step, PLACE)
            history.end_step(step, StepState.DONE)
    return workspace


@pytest.fixture
def workspace(indexed: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the library that a test may damage."""
    workspace = Workspace(indexed.folder, LibraryPaths.inside(tmp_path / "library"))
    shutil.copytree(indexed.paths.data, workspace.paths.data)
    return workspace


def doctor(workspace: Workspace, name: str = "database") -> bool:
    checks = {each.name: each.ok for each in examine(workspace.paths, workspace.settings, thorough=False)}
    return checks[name]


def known(workspace: Workspace) -> tuple[object, ...]:
    """Return all that only the user can know."""
    with workspace.looking_inside() as database:
        runs = database.history.runs()
        return (
            [(folder.path, folder.exclude) for folder in database.folders.all()],
            database.duplicates.ignored_pairs(),
            runs,
            [database.history.steps(run[0]) for run in runs],
        )


def zero_page(path: Path, share: float) -> None:
    pages = path.stat().st_size // PAGE
    with path.open("r+b") as file:
        file.seek(int(pages * share) * PAGE)
        file.write(bytes(PAGE))


def turn_a_bit(workspace: Workspace) -> None:
    content = bytearray(workspace.paths.database.read_bytes())
    content[content.index(b"word7x11 ")] ^= 1
    workspace.paths.database.write_bytes(content)


def rot(statement: str) -> Callable[[Workspace], None]:
    def change(workspace: Workspace) -> None:
        with closing(sqlite3.connect(workspace.paths.database)) as connection, connection:
            connection.execute(statement)

    return change


DAMAGES = [
    pytest.param(lambda found: found.paths.database.write_bytes(b""), id="no bytes"),
    pytest.param(lambda found: found.paths.database.write_bytes(b"no database" * 1_000), id="something else"),
    pytest.param(lambda found: zero_page(found.paths.database, 0.0), id="head of zeros"),
    pytest.param(lambda found: zero_page(found.paths.database, 0.3), id="page of zeros"),
    pytest.param(lambda found: zero_page(found.paths.database, 0.7), id="a later page of zeros"),
    pytest.param(turn_a_bit, id="turned bit in a text"),
    pytest.param(rot("UPDATE documents SET checksum = checksum + 1 WHERE id = 3"), id="text"),
    pytest.param(rot("UPDATE vectors SET checksum = checksum + 1 WHERE document_id = 3"), id="vectors"),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_library_is_found_by_doctor_and_mended_by_the_next_run(
    workspace: Workspace, damage: Callable[[Workspace], None]
) -> None:
    before = known(workspace)
    damage(workspace)
    assert not doctor(workspace)
    workspace.write(f"{FILES}.txt", "a windmill on the hill")
    try:
        summary = workspace.index()
    finally:
        (workspace.folder / f"{FILES}.txt").unlink()
    assert {note.message for note in summary.notes} <= {LibraryMessage.MADE_AGAIN, LibraryMessage.ROWS_MADE_AGAIN}
    assert len(summary.notes) == 1
    assert summary.indexed + summary.unchanged == FILES + 1
    assert doctor(workspace)
    assert known(workspace) == before
    found = workspace.search_all([f"word{number}x5" for number in range(FILES)] + ["windmill"], [Mode.WORDS])
    assert [names[0] for names in found.values()] == [f"{number}.txt" for number in range(FILES + 1)]
    assert not workspace.index().notes


def test_a_search_that_meets_damage_says_what_mends_it(workspace: Workspace) -> None:
    workspace.paths.database.write_bytes(b"")
    with pytest.raises(LibraryDamagedError, match=r"no bytes.*Run findling index"):
        workspace.search("number")
    assert workspace.paths.database.read_bytes() == b""


def test_a_library_whose_making_was_cut_short_is_made_again(tmp_path: Path) -> None:
    workspace = Workspace.at(tmp_path)
    workspace.write("a.txt", "one two three")
    workspace.paths.create()
    for name in ("library.db.new", "library.db.new-journal"):
        (workspace.paths.data / name).write_bytes(b"SQLite format 3\0 and no more")
    assert workspace.index().indexed == 1
    assert not list(workspace.paths.data.glob("*.new*"))


STORE_DAMAGES = [
    pytest.param(lambda store: store.unlink(), id="gone"),
    pytest.param(lambda store: store.write_bytes(b""), id="no bytes"),
    pytest.param(lambda store: store.write_bytes(b"no database" * 1_000), id="something else"),
    pytest.param(lambda store: zero_page(store, 0.0), id="head of zeros"),
    pytest.param(lambda store: zero_page(store, 0.5), id="page of zeros"),
]


@pytest.mark.parametrize("damage", STORE_DAMAGES)
def test_what_the_user_knows_outlives_damage_of_its_own_store(
    workspace: Workspace, damage: Callable[[Path], None]
) -> None:
    before = known(workspace)
    damage(workspace.paths.data / "library-user.db")
    with workspace.writing():
        pass
    assert known(workspace) == before
    assert doctor(workspace, "store")


@pytest.mark.parametrize("damage", STORE_DAMAGES)
def test_what_the_user_knows_is_taken_from_a_backup_where_library_and_store_are_damaged(
    workspace: Workspace, damage: Callable[[Path], None]
) -> None:
    before = known(workspace)
    damage(workspace.paths.data / "library-user.db")
    workspace.paths.database.write_bytes(b"")
    with workspace.writing():
        pass
    assert known(workspace) == before


def test_what_can_be_read_of_a_damaged_library_without_a_store_is_taken_over(workspace: Workspace) -> None:
    before = known(workspace)
    for path in workspace.paths.data.glob("library-user.db*"):
        path.unlink()
    rot("UPDATE lineage SET user_revision = 0")(workspace)
    # As an earlier release left it: only the table of texts cannot be read.
    with closing(sqlite3.connect(workspace.paths.database)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'documents'").fetchone()
    with workspace.paths.database.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))
    workspace.index()
    assert known(workspace) == before


def test_what_the_user_did_since_is_kept_where_an_older_database_is_put_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy2(workspace.paths.database, backup)
    with workspace.writing() as indexer:
        indexer.add(workspace.folder, ("*.bak",))
        keep_apart(indexer.database, workspace.folder / "1.txt", workspace.folder / "2.txt", apart=False)
        keep_apart(indexer.database, workspace.folder / "3.txt", workspace.folder / "4.txt")
    since = known(workspace)
    for path in workspace.paths.data.glob("library.db*"):
        path.unlink()
    shutil.copy2(backup, workspace.paths.database)
    with workspace.writing() as indexer:
        # Its files were not forgotten with the folder's older rules.
        assert indexer.database.files.counts().indexed == FILES
    assert known(workspace) == since


def test_a_library_of_an_earlier_release_keeps_what_it_knows_beside_a_store_that_knows_less(
    workspace: Workspace,
) -> None:
    before = known(workspace)
    rot("UPDATE lineage SET user_revision = 0")(workspace)
    with closing(sqlite3.connect(workspace.paths.data / "library-user.db")) as store, store:
        for table in ("kept_folders", "kept_distinctions", "kept_runs", "kept_steps"):
            store.execute(f"DELETE FROM {table}")
    with workspace.writing():
        pass
    assert known(workspace) == before


def test_backups_are_made_only_of_what_changed(workspace: Workspace) -> None:
    newest = workspace.paths.data / "library-user.db.1"
    before = newest.stat().st_mtime_ns
    workspace.index()
    assert newest.stat().st_mtime_ns == before
    with workspace.writing() as indexer:
        indexer.add(workspace.folder, ("*.bak",))
    assert newest.stat().st_mtime_ns != before


def test_all_that_is_kept_apart_is_its_owner_s_alone(workspace: Workspace) -> None:
    with workspace.writing():
        modes = {path.name: path.stat().st_mode & 0o777 for path in workspace.paths.data.glob("library-user.db*")}
    assert set(modes.values()) == {0o600}
    assert "library-user.db" in modes
