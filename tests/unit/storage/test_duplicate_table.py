"""Sketches, pairs and decisions go with their documents, and decisions outlast them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from findling.domain.comparisons import DiffCounts, MatchKind, Pair
from findling.domain.plans import Action, Seen, Step
from findling.storage.duplicate_table import SketchRow
from findling.storage.history_table import StepState
from smalllibrary import add_document, add_file

PAIR = Pair(
    first=1,
    second=2,
    likeness=MatchKind.NEAR,
    similarity=0.9,
    first_within=0.95,
    second_within=0.85,
    changes=DiffCounts(numbers=1, dates=2, names=3, negations=4, words=20),
)


def sketch_row(number: int, wording: bytes = b"w") -> SketchRow:
    return SketchRow(number, wording, 9, np.array([3, 2**63 + 5], np.uint64))


@pytest.fixture
def filled(database):
    with database.transaction():
        folder = database.folders.add(Path("/d")).id
        for number in (1, 2):
            document = add_document(database, bytes([number]))
            add_file(database, folder, Path(f"/d/{number}"), document)
        database.duplicates.add_sketches([sketch_row(1), sketch_row(2)], "one")
        database.duplicates.set_compared([1, 2])
        database.duplicates.add_pairs([PAIR])
    return database


def test_sketches_and_pairs_come_back_as_they_were_stored(filled):
    rows = list(filled.duplicates.sketches("one", compared=True))
    assert [(row.document_id, row.wording, row.words, row.hashes.tolist()) for row in rows] == [
        (1, b"w", 9, [3, 2**63 + 5]), (2, b"w", 9, [3, 2**63 + 5]),
    ]  # fmt: skip
    assert list(filled.duplicates.pairs()) == [PAIR]


def test_a_sketch_of_another_stamp_is_to_be_made_again_and_its_pairs_are_forgotten(filled):
    assert filled.duplicates.without_sketch("two", 0, 10) == [1, 2]
    assert filled.duplicates.without_sketch("one", 0, 10) == []
    with filled.transaction():
        filled.duplicates.add_sketches([sketch_row(2)], "two")
    assert list(filled.duplicates.pairs()) == []
    assert [row.document_id for row in filled.duplicates.sketches("two", compared=False)] == [2]


def test_with_a_document_go_its_pairs_and_those_of_its_wording_are_compared_again(filled):
    with filled.transaction():
        filled.files.remove([1])
        filled.documents.remove([1])
    assert list(filled.duplicates.pairs()) == []
    assert [row.document_id for row in filled.duplicates.sketches("one", compared=False)] == [2]
    assert filled.duplicates.count_uncompared() == 1


def test_an_ignored_pair_is_known_whatever_the_order(filled):
    with filled.transaction():
        filled.duplicates.ignore_pair(b"b", b"a")
        filled.duplicates.ignore_pair(b"a", b"b")
    assert filled.duplicates.ignored_pairs() == {(b"a", b"b")}
    with filled.transaction():
        filled.duplicates.unignore_pair(b"a", b"b")
    assert filled.duplicates.ignored_pairs() == set()


def test_copies_are_the_files_with_their_contents(filled):
    assert [(copy.document_id, copy.content_hash, copy.path) for copy in filled.duplicates.copies()] == [
        (1, b"\1", Path("/d/1")), (2, b"\2", Path("/d/2")),
    ]  # fmt: skip


def test_the_history_gives_what_became_of_each_step_the_last_first(database):
    file = Seen(path=Path("/d/file"), size=9, modified_ns=5, mode=0o644, content=b"file" * 16)
    kept = replace(file, path=Path("/d/kept"), content=b"kept" * 16)
    planned = [
        Step(Action.RENAME, file, file, Path("/d/new")),
        *(Step(Action.BIN, replace(file, size=number), kept) for number in range(3)),
    ]
    with database.history.durable(), database.transaction():
        run, steps = database.history.begin_run(5, planned)
        for number, step in enumerate(steps):
            database.history.begin_step(step, Path(f"/p/{number}"))
        database.history.end_step(steps[0], StepState.DONE)
        database.history.end_step(steps[1], StepState.DROPPED)
        database.history.end_step(steps[2], StepState.UNDONE)
        assert database.history.end_run(run)
    assert [(row.id, row.step, row.state, row.place) for row in database.history.steps(run)] == [
        (steps[3], planned[3], StepState.BEGUN, Path("/p/3")),
        (steps[2], planned[2], StepState.UNDONE, Path("/p/2")),
        (steps[0], planned[0], StepState.DONE, Path("/p/0")),
    ]
    assert database.history.runs() == [(run, 5, 2, 1, 1)]


def test_a_file_counts_as_taken_while_it_is_as_it_was_and_until_it_is_put_back(database):
    file = Seen(path=Path("/d/a\udcff"), size=9, modified_ns=2**62, mode=0o644, content=b"content")
    with database.transaction():
        runs = [database.history.begin_run(5, [Step(Action.BIN, file, file)]) for _ in range(2)]
    assert database.history.find_done(file) is None
    for run, (step,) in runs:
        database.history.end_step(step, StepState.DONE)
        assert database.history.find_done(file) == run
    others = [{"path": Path("/d/b")}, {"size": 8}, {"modified_ns": 1}, {"mode": 0o600}, {"content": b"other"}]
    assert [database.history.find_done(replace(file, **other)) for other in others] == [None] * 5
    database.history.end_step(runs[1][1][0], StepState.UNDONE)
    assert database.history.find_done(file) == runs[0][0]
