"""A database that is put back from a backup, or made anew, never answers with indexes of another state."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from findling.diagnostics.doctor import examine
from findling.domain.search import Mode
from findling.index.vectors.index_manifest import read_manifest
from findling.index.vectors.merge_policy import LARGEST_LABEL, MergePolicy
from findling.index.vectors.publisher import VectorPublisher
from workspace import Workspace

SUBJECTS = (
    "tax return", "sailing boat", "bread oven", "dentist", "railway timetable", "apple tree", "piano lesson",
    "hay fever", "roof tiles", "chess opening", "wool jumper", "mountain hut", "coffee machine", "bee hive",
)  # fmt: skip
LATER = ("violin", "glacier", "tomato soup", "bicycle tyre", "lighthouse", "football match", "volcano", "kitten")
SMALL = MergePolicy(shortest_tail=4, longest_tail=8, largest_segment=64)


def write(workspace: Workspace, subjects: tuple[str, ...]) -> None:
    for subject in subjects:
        workspace.write(f"{subject}.txt", f"This is about the {subject}. The {subject} was on my mind all day long.")


def publish(workspace: Workspace) -> int:
    """Publish the vectors of a library too small to have any published; return the last label."""
    with workspace.looking_inside() as database:
        space = database.spaces.active()
        assert space is not None
        publisher = VectorPublisher(
            workspace.paths.vectors_of(space.id), space.fingerprint, space.dimensions, policy=SMALL
        )
        last = publisher.last_label + 1
        while step := publisher.plan(
            database.vectors.count(space.id, last, LARGEST_LABEL), [0] * len(publisher.segments)
        ):
            publisher.publish(
                step, lambda low, high: ((f.labels, f.matrix) for f in database.vectors.between(low, high, space))
            )
            last = publisher.last_label + 1
        return publisher.last_label


def lost(workspace: Workspace, subjects: tuple[str, ...], *modes: Mode) -> list[str]:
    """Return the subjects that are not found, by words or by meaning, in their own files."""
    modes = modes or (Mode.WORDS, Mode.MEANING)
    found = workspace.search_all([f"about the {subject}" for subject in subjects], modes, 3)
    return [
        f"{subject} ({mode})"
        for subject in subjects
        for mode in modes
        if f"{subject}.txt" not in found[f"about the {subject}", mode]
    ]


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("indexed"))
    write(workspace, SUBJECTS)
    workspace.index()
    return workspace


@pytest.fixture
def workspace(indexed: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the library and its folder."""
    place = tmp_path / "copy"
    shutil.copytree(indexed.folder.parent, place)
    workspace = Workspace(place / "files", type(indexed.paths).inside(place / "library"))
    # The folder of the copied library is the one that was copied.
    workspace.index()
    return workspace


def doctor(workspace: Workspace) -> dict[str, bool]:
    checks = examine(workspace.paths, workspace.settings, thorough=False)
    return {each.name: each.ok for each in checks if each.name in ("words", "vectors")}


def database_files(workspace: Workspace) -> list[Path]:
    return list(workspace.paths.data.glob("library.db*"))


def put_back(workspace: Workspace, backup: Path) -> None:
    for path in database_files(workspace):
        path.unlink()
    shutil.copy2(backup, workspace.paths.database)


def test_what_is_new_after_a_backup_was_put_back_is_found_by_words_and_by_meaning(
    workspace: Workspace, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy2(workspace.paths.database, backup)
    write(workspace, LATER)
    workspace.index()
    assert publish(workspace) > 0
    put_back(workspace, backup)
    assert doctor(workspace) == {"words": False, "vectors": False}
    # Until the next writer makes the word index again, vectors are read from the database.
    assert lost(workspace, SUBJECTS, Mode.MEANING) == []
    # Other files take the numbers that the later ones had.
    renamed = tuple(f"{subject} club" for subject in LATER)
    for subject in LATER:
        (workspace.folder / f"{subject}.txt").unlink()
    write(workspace, renamed)
    workspace.index()
    assert lost(workspace, (*SUBJECTS, *renamed)) == []
    publish(workspace)
    assert lost(workspace, (*SUBJECTS, *renamed)) == []
    assert doctor(workspace) == {"words": True, "vectors": True}


def test_a_database_that_is_made_anew_takes_no_index_of_the_one_before(workspace: Workspace) -> None:
    assert publish(workspace) > 0
    for path in database_files(workspace):
        path.unlink()
    for path in workspace.folder.iterdir():
        path.unlink()
    write(workspace, LATER)
    workspace.index()
    assert lost(workspace, LATER) == []


def test_indexes_of_the_state_before_are_kept_where_a_writer_ended_before_it_marked_them(workspace: Workspace) -> None:
    label = publish(workspace)
    stamp = workspace.paths.cache / "stamp"
    before = stamp.read_text()
    with workspace.writing():
        pass
    assert stamp.read_text() != before
    stamp.write_text(before)
    with workspace.writing(), workspace.looking_inside() as database:
        space = database.spaces.active()
        assert space is not None
        folder = workspace.paths.vectors_of(space.id)
        assert read_manifest(folder, space.fingerprint, space.dimensions).last_label == label


def test_indexes_without_a_mark_are_made_again(workspace: Workspace) -> None:
    assert publish(workspace) > 0
    (workspace.paths.cache / "stamp").unlink()
    assert lost(workspace, SUBJECTS, Mode.MEANING) == []
    workspace.index()
    assert not list(workspace.paths.vectors.rglob("*.hnsw"))
    assert lost(workspace, SUBJECTS) == []
