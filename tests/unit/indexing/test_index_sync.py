"""A deleted or damaged index is rebuilt from the database and never costs an answer."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from findling.domain.search import Mode
from findling.index.vectors.merge_policy import MergePolicy
from findling.index.vectors.publisher import VectorPublisher
from findling.models.embedder import Embedder
from findling.storage.database import Database
from workspace import Workspace

QUERIES = ("guarantee of the washing machine", "water damage in the kitchen", "tomatoes", "a letter from the landlord")
GROWTH = MergePolicy(shortest_tail=16, longest_tail=32, largest_segment=64)


@pytest.fixture(scope="module")
def indexed(tmp_path_factory, sample_library: Path) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("indexed"))
    shutil.copytree(sample_library, workspace.folder, dirs_exist_ok=True)
    workspace.index()
    return workspace


@pytest.fixture
def copied(indexed: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the indexed library that a test may damage."""
    workspace = Workspace(indexed.folder, Workspace.at(tmp_path).paths)
    shutil.copytree(indexed.paths.data, workspace.paths.data)
    return workspace


def publish(workspace: Workspace, growth: MergePolicy = GROWTH) -> int:
    """Publish the library's vectors in small segments; return the number of segments."""
    embedder = Embedder.open(workspace.paths, workspace.settings)
    database = Database.open_for_reading(workspace.paths.database)
    try:
        space = embedder.space(database)
        assert space is not None

        def rows(first: int, last: int) -> Iterator:
            for found in database.vectors.between(first, last, space):
                yield found.labels, found.matrix

        publisher = VectorPublisher(
            workspace.paths.vectors_of(space.id), space.fingerprint, space.dimensions, policy=growth
        )
        while step := publisher.plan(
            database.vectors.count(space.id, publisher.last_label + 1), [0] * len(publisher.segments)
        ):
            assert publisher.publish(step, rows)
        return len(publisher.segments)
    finally:
        database.close()
        embedder.close()


def assert_alike(workspace: Workspace, other: Workspace) -> None:
    """Assert that both find the same files, by meaning in the same order.

    The word index counts entries that were replaced until it merges its segments, so that equal libraries differ a
    little in how rare a word is.
    """
    mine, theirs = (library.search_all(QUERIES, limit=50) for library in (workspace, other))
    for (query, mode), found in theirs.items():
        if mode is Mode.MEANING:
            assert mine[query, mode] == found
        else:
            assert sorted(mine[query, mode]) == sorted(found)
            assert mine[query, mode][0] == found[0]


def test_published_vectors_give_what_exact_search_gives(indexed, copied):
    assert publish(copied) > 1
    assert_alike(copied, indexed)


def test_without_its_cache_a_library_answers_by_meaning_and_the_next_run_makes_it_again(indexed, copied):
    shutil.rmtree(copied.paths.cache)
    # Names are known to the database itself.
    assert copied.search("tomatoes", Mode.WORDS) == []
    assert copied.search(QUERIES[0], Mode.MEANING) == indexed.search(QUERIES[0], Mode.MEANING)
    assert copied.search(QUERIES[0])
    assert copied.index().chunks == 0
    assert_alike(copied, indexed)


def test_an_open_library_goes_on_without_its_cache(indexed, copied):
    publish(copied)
    with copied.reading() as library:
        before = [result.path for result in library.search(QUERIES[0], mode=Mode.MEANING).results]
        shutil.rmtree(copied.paths.cache)
        assert [result.path for result in library.search(QUERIES[0], mode=Mode.MEANING).results] == before
        copied.index()
        assert [result.path for result in library.search(QUERIES[0], mode=Mode.MEANING).results] == before
        assert library.search(QUERIES[0], mode=Mode.WORDS).results


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(len(data) // 4, len(data), max(len(data) // 16, 1)):
        data[place] ^= 0xFF
    path.write_bytes(data)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _remove(path: Path) -> None:
    path.unlink()


DAMAGES = [_cut, _flip, _empty, _remove]


def spoil(folder: Path, damage: Callable[[Path], None]) -> None:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size]
    assert files
    for path in files:
        damage(path)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("cache", ["words", "vectors"])
def test_a_damaged_cache_is_no_crash_and_is_made_again(indexed, copied, cache, damage):
    publish(copied)
    spoil(copied.paths.cache / cache, damage)
    found, wanted = copied.search_all(QUERIES), indexed.search_all(QUERIES)
    for query, mode in wanted:
        if cache == "vectors" or mode is Mode.MEANING:
            assert found[query, mode] == wanted[query, mode]
    assert copied.index().chunks == 0
    assert_alike(copied, indexed)


@pytest.mark.parametrize("damage", [_cut, _flip])
@pytest.mark.parametrize(
    "pattern", ["vectors/*/*.json", "vectors/*/*", "words/documents/*.store", "words/names/meta.json"]
)
def test_one_damaged_file_of_a_cache_is_enough_to_be_noticed(indexed, copied, pattern, damage):
    publish(copied)
    files = sorted(path for path in copied.paths.cache.glob(pattern) if path.stat().st_size)
    assert files
    damage(files[0])
    copied.search_all(QUERIES[:1])
    copied.index()
    assert_alike(copied, indexed)


def test_words_that_were_not_committed_are_repeated_by_the_next_run(indexed, copied):
    """An older copy of the lexical index stands for a process that ended before its commit."""
    extra = copied.folder / "zymurgy.txt"
    aside = copied.paths.data / "aside"
    shutil.copytree(copied.paths.words, aside)
    try:
        extra.write_text("A note on zymurgy, the craft of brewing.")
        copied.index()
        shutil.rmtree(copied.paths.words)
        aside.rename(copied.paths.words)
        copied.index()
        assert copied.search("zymurgy", Mode.WORDS) == ["zymurgy.txt"]
    finally:
        extra.unlink()


def test_what_is_deleted_is_no_answer_though_a_segment_still_holds_it(indexed, copied, tmp_path):
    folder = tmp_path / "own"
    shutil.copytree(indexed.folder, folder)
    workspace = Workspace(folder, Workspace.at(tmp_path / "beside").paths)
    workspace.index()
    publish(workspace)
    with workspace.reading() as library:
        gone = library.search(QUERIES[0]).results[0].path
        gone.unlink()
        workspace.index()
        for mode in Mode:
            assert gone not in {result.path for result in library.search(QUERIES[0], mode=mode, limit=50).results}
