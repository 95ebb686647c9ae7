"""Vectors of a document that is not finished are found again as far as they have no gap and no damage."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from smalllibrary import make_space

CONTENT, TEXTS = b"c" * 32, b"t" * 32


def _rows(count: int, value: float, dimensions: int) -> np.ndarray:
    return np.full((count, dimensions), value, np.float32)


@pytest.fixture
def space(database):
    return make_space(database)


def test_batches_come_back_as_one_matrix_bit_by_bit(database, space):
    rows = np.random.default_rng(1).normal(size=(5, space.dimensions)).astype(np.float32)
    database.unfinished.add(CONTENT, TEXTS, space, 2, rows[2:])
    database.unfinished.add(CONTENT, TEXTS, space, 0, rows[:2])
    assert database.unfinished.find(CONTENT, TEXTS, space).tobytes() == rows.tobytes()


@pytest.mark.parametrize(("content", "texts"), [(b"other", TEXTS), (CONTENT, b"cut in another way")])
def test_another_content_or_other_texts_begin_anew(database, space, content, texts):
    database.unfinished.add(CONTENT, TEXTS, space, 0, _rows(2, 1, space.dimensions))
    assert database.unfinished.find(content, texts, space).shape == (0, space.dimensions)


def test_what_comes_after_a_gap_is_made_again(database, space):
    for first in (0, 2, 5):
        database.unfinished.add(CONTENT, TEXTS, space, first, _rows(2, first, space.dimensions))
    assert database.unfinished.find(CONTENT, TEXTS, space)[:, 0].tolist() == [0, 0, 2, 2]


def test_what_comes_after_a_damaged_batch_is_made_again(database, space):
    for first in (0, 2, 4):
        database.unfinished.add(CONTENT, TEXTS, space, first, _rows(2, first, space.dimensions))
    connection = sqlite3.connect(database.path)
    connection.execute("UPDATE unfinished_vectors SET checksum = checksum + 1 WHERE first = 2")
    connection.commit()
    connection.close()
    assert database.unfinished.find(CONTENT, TEXTS, space)[:, 0].tolist() == [0, 0]


def test_what_is_removed_or_cleared_is_gone(database, space):
    for content in (CONTENT, b"other"):
        database.unfinished.add(content, TEXTS, space, 0, _rows(2, 1, space.dimensions))
    database.unfinished.remove(CONTENT, space)
    assert not len(database.unfinished.find(CONTENT, TEXTS, space))
    assert len(database.unfinished.find(b"other", TEXTS, space)) == 2
    database.unfinished.clear(space)
    assert not database.unfinished.exist()
