"""A wipe takes what Findling made, by its names, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from findling.library_wipe import LibraryWipe
from findling.memory_folder import NOTE, has_memory_place, name_memory_folder
from findling.paths import LibraryPaths

DATA = (
    *(
        "library.db",
        "library.db-wal",
        "library.db-shm",
        "library.db.damaged",
        "library.db.damaged-wal",
        "library.db.part",
    ),
    *("library-user.db", "library-user.db-wal", "library-user.db.1", "library-user.db.3", "library-user.db.damaged"),
    *(
        "calls.db",
        "calls.db-wal",
        "searches.json",
        "searches.json.damaged",
        "searches.new",
        "writer.lock",
        "writer.json",
    ),
    "requests/0123456789abcdef0123456789abcdef.request",
)
CACHE = (
    *("stamp", "checked", "computing.json", "providers.json", "rerankers.json", "words/erased"),
    *("words/documents/meta.json", "words/documents/.managed.json", "words/names/.tantivy-writer.lock"),
    *("words/documents/0123456789abcdef0123456789abcdef.idx", "words/names/0123456789abcdef0123456789abcdef.12.del"),
    *("vectors/1/manifest.json", "vectors/12/0001.hnsw", "vectors/12/0001.copies", "vectors/12/0002.hnsw.part"),
    *("opened/x1/a letter.pdf", "thumbnails/7-1a-2b-1.png", "trial/collection/corpus.jsonl", "trial.lock"),
)
LOGS = ("findling.log", "findling.log.2", "window.log", "reader.log", "models.log", "writer-crash.txt")
CONFIG = ("window.ini",)
SETTINGS = ("settings.toml", "settings.toml.broken-20261130-080000")
FOREIGN = (
    *("my letter.txt", "library.db.my copy", "library-user.db.backup", "photos/a.jpg", "cache/notes.txt"),
    *("cache/words/documents/mine.txt", "cache/vectors/mine/a.hnsw", "logs/diary.log", "requests/todo.txt"),
)


def fill(folder: Path, *names: str) -> set[Path]:
    paths = {folder / name for name in names}
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("something")
    return paths


MOUNTING = ("unshare", "--map-root-user", "--mount")


def mounting() -> bool:
    """Return whether this user may have mounts of his own, which nobody else sees."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run([*MOUNTING, "true"], capture_output=True, check=False).returncode == 0


def files_in(folder: Path) -> set[Path]:
    return {Path(at, name) for at, _, names in os.walk(folder) for name in names}


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    paths = LibraryPaths.inside(tmp_path / "library")
    fill(paths.data, *DATA, *CONFIG, *SETTINGS)
    fill(paths.cache, *CACHE)
    fill(paths.logs, *LOGS)
    return paths


def test_all_that_findling_made_goes_and_settings_stay(paths):
    report = LibraryWipe(paths).carry_out()
    assert report.remaining == ()
    assert report.files == len({*DATA, *CONFIG}) + len(CACHE) + len(LOGS)
    assert files_in(paths.data) == {paths.data / name for name in SETTINGS}
    assert {each.name for each in paths.data.iterdir()} == set(SETTINGS)


def test_every_folder_that_a_library_has_is_known(paths):
    places = [getattr(paths, name) for name, each in vars(LibraryPaths).items() if isinstance(each, property)]
    for place in places:
        if not place.suffix and place != paths.models:
            place.mkdir(exist_ok=True)
    assert LibraryWipe(paths).carry_out().remaining == ()


def test_settings_go_where_that_is_wished(paths):
    LibraryWipe(paths, settings=True).carry_out()
    assert list(paths.data.iterdir()) == []


def test_what_findling_did_not_make_stays_and_is_told(paths):
    foreign = fill(paths.data, *FOREIGN)
    report = LibraryWipe(paths, settings=True).carry_out()
    assert files_in(paths.data) == foreign
    told = {each.path for each in report.remaining}
    assert all(not told.isdisjoint((path, *path.parents)) for path in foreign)
    assert report.failed == ()


def test_installed_models_stay(paths):
    model = fill(paths.models, "small/model.onnx")
    assert LibraryWipe(paths, settings=True).carry_out().remaining == ()
    assert files_in(paths.data) == model


def test_no_link_is_followed(paths, tmp_path):
    outside = fill(tmp_path / "outside", "documents/meta.json", "1/manifest.json", "diary.txt", "requests/a.request")
    links = {
        paths.cache / "words" / "names" / "meta.json": tmp_path / "outside" / "diary.txt",
        paths.cache / "opened" / "linked": tmp_path / "outside",
        paths.cache / "vectors" / "7": tmp_path / "outside" / "1",
        paths.data / "calls.db-shm": tmp_path / "outside" / "diary.txt",
    }
    for link, target in links.items():
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)
    report = LibraryWipe(paths, settings=True).carry_out()
    assert {each.path for each in report.remaining} == set(links)
    assert files_in(tmp_path / "outside") == outside


@pytest.mark.skipif(not has_memory_place(), reason="this system keeps no files in memory for programs")
@pytest.mark.parametrize("has_key", [True, False], ids=["half encrypted", "key missing"])
def test_of_a_library_that_is_half_encrypted_or_lost_its_key_nothing_is_left_on_the_disk_nor_in_memory(paths, has_key):
    memory = name_memory_folder(paths.data)
    try:
        fill(memory / "cache", *CACHE)
        fill(memory / "logs", *LOGS)
        fill(paths.data / "index-copies", "0123456789abcdef0123456789abcdef", "list")
        fill(memory, NOTE, "requests/0123456789abcdef0123456789abcdef.request")
        if has_key:
            paths.key_file.write_text("a key")
        report = LibraryWipe(paths.as_kept()).carry_out()
        assert report.remaining == ()
        assert files_in(paths.data) == {paths.data / name for name in SETTINGS}
        assert not memory.exists()
    finally:
        shutil.rmtree(memory, ignore_errors=True)


@pytest.mark.skipif(not mounting(), reason="needs a system on which this user may mount folders")
def test_what_is_mounted_in_a_folder_of_which_all_goes_stays(paths, tmp_path):
    foreign = fill(tmp_path / "disk", "a letter.txt")
    place = paths.thumbnails / "disk"
    place.mkdir()
    program = (
        "import sys; from pathlib import Path; from findling.library_wipe import LibraryWipe;"
        "from findling.paths import LibraryPaths;"
        "print(*(each.path for each in LibraryWipe(LibraryPaths.inside(Path(sys.argv[1]))).carry_out().remaining))"
    )
    script = 'mount --bind "$1" "$2" && exec "$3" -P -c "$4" "$5"'
    arguments = [str(each) for each in (tmp_path / "disk", place, sys.executable, program, paths.data)]
    done = subprocess.run([*MOUNTING, "sh", "-c", script, "sh", *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(place)]
    assert files_in(tmp_path / "disk") == foreign


def test_looking_removes_nothing(paths):
    before = files_in(paths.data)
    planned = LibraryWipe(paths, tries=True).carry_out()
    assert files_in(paths.data) == before
    assert planned == LibraryWipe(paths).carry_out()


def test_nothing_to_wipe_is_nothing_wrong(tmp_path):
    assert LibraryWipe(LibraryPaths.inside(tmp_path / "none")).carry_out().files == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may not do everything (not root)")
def test_what_cannot_be_removed_is_told_with_its_reason(paths):
    paths.requests.chmod(0o500)
    try:
        failed = LibraryWipe(paths).carry_out().failed
    finally:
        paths.requests.chmod(0o700)
    assert {each.path.parent for each in failed} == {paths.requests}
    assert all("permi" in str(each.reason).lower() for each in failed)
