"""One space answers, another may be filled beside it, and what is given up goes without a trace."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import Block, BlockKind
from findling.storage.document_table import pack_blocks, unpack_blocks
from smalllibrary import add_document, make_space


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


def test_languages_are_counted_by_searchable_file(database):
    assert database.documents.languages() == {}


BLOCKS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 90), st.sampled_from(BlockKind), st.integers(0, 6),
              st.none() | st.integers(1, 99), st.booleans())
)  # fmt: skip


@given(BLOCKS)
def test_blocks_come_back_as_they_were(rows):
    blocks, at = [], 0
    for gap, length, kind, level, page, breaks in rows:
        blocks.append(Block(at + gap, at + gap + length, kind, level, page, breaks))
        at += gap + length
    assert unpack_blocks(pack_blocks(blocks), "x" * at) == tuple(blocks)


@given(st.text(alphabet="ab \n", max_size=60))
def test_without_stored_blocks_a_text_is_parted_at_its_blank_lines(text):
    blocks = unpack_blocks(None, text)
    covered = "".join(text[block.start : block.end] for block in blocks)
    assert covered.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(one.end < two.start for one, two in pairwise(blocks))
