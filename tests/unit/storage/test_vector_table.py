"""Vectors belong to one space, and a damaged one affects no other."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from findling.domain.files import Passage
from smalllibrary import DIMENSIONS, add_document, make_space, unit_vectors


def test_a_space_is_made_once(database):
    space = make_space(database)
    assert make_space(database) == space == database.vectors.find_space("tests:1")
    assert database.vectors.find_space("other") is None
    assert database.vectors.ensure_space("other", "tests", 3).id != space.id


def test_vectors_come_back_to_sixteen_bits_under_consecutive_labels(database):
    space = make_space(database)
    add_document(database, b"1", space=space, passages=2)
    document = add_document(database, b"2")
    matrix = unit_vectors(3)
    database.vectors.add(document, space, [Passage(i, i + 1) for i in range(3)], matrix)

    (found,) = database.vectors.of_documents([document, 99], space)
    assert (found.document_id, found.first_passage, found.labels.tolist()) == (document, 3, [3, 4, 5])
    assert found.matrix.dtype == np.float16
    np.testing.assert_allclose(found.matrix, matrix, atol=1e-3)
    assert database.vectors.has(document, space.id)
    assert not database.vectors.has(99, space.id)


def test_vectors_of_several_documents_come_in_blocks(database):
    space = make_space(database)
    documents = [add_document(database, bytes([number]), space=space, passages=number) for number in (3, 1, 2)]
    add_document(database, b"unembedded")
    (block,) = database.vectors.in_blocks([documents[2], 99, documents[0]], space)
    assert block.document_ids.tolist() == [documents[0], documents[2]]
    assert (block.starts.tolist(), block.labels.tolist()) == ([0, 3], [1, 2, 3, 5, 6])
    assert block.matrix.dtype == np.float32
    single = np.concatenate([each.matrix for each in database.vectors.of_documents(documents, space)])
    (every,) = database.vectors.all_in_blocks(space)
    assert np.array_equal(every.matrix, single.astype(np.float32))
    assert every.labels.tolist() == [1, 2, 3, 4, 5, 6]
    assert list(database.vectors.in_blocks([], space)) == []


def test_blocks_are_of_bounded_size_and_leave_nothing_out(database):
    space = make_space(database)
    lengths = [700, 1, 900, 600, 2_000, 5]
    documents = [add_document(database, bytes([n]), space=space, passages=length) for n, length in enumerate(lengths)]
    blocks = list(database.vectors.in_blocks(documents, space))
    assert len(blocks) > 2
    assert all(len(block.matrix) < 1_024 + max(lengths) for block in blocks)
    assert [int(label) for block in blocks for label in block.labels] == list(range(1, sum(lengths) + 1))


def test_two_spaces_never_meet(database):
    one, two = make_space(database), database.vectors.ensure_space("other", "tests", 3)
    document = add_document(database, space=one, passages=2)
    database.vectors.add(document, two, [Passage(0, 1)], unit_vectors(1, dimensions=3))
    assert [found.matrix.shape for found in database.vectors.between(0, 99, one)] == [(2, DIMENSIONS)]
    assert [found.matrix.shape for found in database.vectors.of_documents([document], two)] == [(1, 3)]
    assert (database.vectors.count(one.id), database.vectors.count(two.id)) == (2, 1)


def test_a_label_is_never_used_twice(database):
    space = make_space(database)
    add_document(database, b"1", space=space, passages=5)
    database.documents.remove([1])
    add_document(database, b"2", space=space, passages=1)
    assert next(database.vectors.between(0, 99, space)).labels.tolist() == [6]


def test_a_range_of_labels(database):
    space = make_space(database)
    for number in range(3):
        add_document(database, bytes([number]), space=space, passages=2)
    assert [found.first_passage for found in database.vectors.between(3, 5, space)] == [3, 5]
    assert database.vectors.count(space.id, 3, 4) == 2
    assert database.vectors.count(space.id, 7) == 0


@pytest.mark.parametrize("shape", [(2, DIMENSIONS), (1, DIMENSIONS + 1), (0, DIMENSIONS)])
def test_vectors_have_to_fit_the_passages(database, shape):
    with pytest.raises(ValueError, match="vectors for 1 passages"):
        database.vectors.add(add_document(database), make_space(database), [Passage(0, 1)], np.zeros(shape, np.float32))


def test_no_passages_are_no_vectors(database):
    space, document = make_space(database), add_document(database)
    database.vectors.add(document, space, [], np.zeros((0, DIMENSIONS), np.float32))
    assert not database.vectors.has(document, space.id)


def test_a_flipped_bit_leaves_out_its_document_alone(database, path):
    space = make_space(database)
    for content in (b"1", b"2"):
        add_document(database, content, space=space, passages=2)
    connection = sqlite3.connect(path)
    (blob,) = connection.execute("SELECT matrix FROM vectors WHERE document_id = 1").fetchone()
    flipped = bytes([blob[0] ^ 4]) + blob[1:]
    with connection:
        connection.execute("UPDATE vectors SET matrix = ? WHERE document_id = 1", (flipped,))
    connection.close()

    assert database.vectors.find_damage() == [1]
    assert [found.document_id for found in database.vectors.between(0, 99, space)] == [2]
    assert [found.document_id for found in database.vectors.of_documents([1, 2], space)] == [2]
    assert [block.document_ids.tolist() for block in database.vectors.in_blocks([1, 2], space)] == [[2]]
    assert [block.document_ids.tolist() for block in database.vectors.all_in_blocks(space)] == [[2]]
    assert database.find_damage() == ""


@pytest.fixture
def spaces(database):
    with database.transaction():
        one, two = make_space(database), database.vectors.ensure_space("other", "others", 8)
        for number in range(5):
            add_document(database, bytes([number]), "one two three four", space=one, passages=2)
        add_document(database, b"empty", "")
    return one, two


def test_exactly_one_space_answers(database, spaces):
    one, two = spaces
    assert database.spaces.active() is None
    for space in (one, two, two, one):
        with database.transaction():
            database.spaces.make_active(space)
        assert database.spaces.active() == space


def test_what_is_not_embedded_is_counted_and_listed(database, spaces):
    one, two = spaces
    backlog = database.spaces.count_unembedded(two)
    assert (backlog.documents, backlog.characters) == (5, 5 * 18)
    assert database.spaces.count_unembedded(one).documents == 0
    ids = list(database.documents.all_ids())
    assert database.spaces.documents_without(two, ids[1], 2) == ids[2:4]
    assert database.spaces.documents_without(one, 0, 10) == ids[5:]


def test_a_space_that_is_given_up_is_taken_out_in_parts_and_the_other_one_stays(database, spaces):
    one, two = spaces
    with database.transaction():
        document = add_document(database, b"more", "one two", space=two, passages=1)
        database.spaces.make_active(two)
    parts = 0
    more = True
    while more:
        with database.transaction():
            more = database.spaces.purge_vectors(one, 2)
        parts += 1
    with database.transaction():
        database.spaces.remove(one)
    assert parts == 3
    assert database.spaces.all() == [two]
    assert database.vectors.count(two.id) == 1
    assert len(database.documents.passages(document, two.id)) == 1
    assert database.find_damage() == ""


def test_the_space_that_answers_is_not_taken_out(database, spaces):
    one, _ = spaces
    with database.transaction():
        database.spaces.make_active(one)
    with pytest.raises(ValueError, match="answers"), database.transaction():
        database.spaces.purge_vectors(one, 2)


def test_the_mean_vector_of_a_document_comes_back_and_goes_with_it(database):
    space = make_space(database)
    document = add_document(database, b"1")
    matrix = unit_vectors(3)
    database.vectors.add(document, space, [Passage(i, i + 1) for i in range(3)], matrix)

    mean = matrix.mean(axis=0) / np.linalg.norm(matrix.mean(axis=0))
    np.testing.assert_allclose(database.vectors.means([document, 99], space)[document], mean, atol=1e-3)
    database.documents.remove([document])
    assert database.vectors.means([document], space) == {}


def test_mean_vectors_that_are_missing_are_computed_and_stored_some_at_a_time(database):
    space = make_space(database)
    documents = [add_document(database, bytes([number]), space=space, passages=2) for number in range(5)]
    expected = database.vectors.means(documents, space)
    database._connection.execute("DELETE FROM mean_vectors")

    computed = database.vectors.means(documents, space)
    assert computed.keys() == expected.keys()
    more = [database.vectors.add_missing_means(space, 2) for _ in range(3)]
    assert more == [True, True, False]
    stored = database._connection.execute("SELECT count(*) FROM mean_vectors").fetchone()[0]
    assert stored == 5
    for document in documents:
        np.testing.assert_allclose(computed[document], expected[document], atol=1e-3)
