"""Passages of an edited text are those of before, but near the edit."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.embedding.catalogue import InstalledModel, find_model, read_catalogue
from findling.embedding.tokenizer import Tokenizer
from findling.extraction.chunking.anchors import find_anchors
from findling.extraction.chunking.chunker import Chunker
from findling.extraction.chunking.packing import ChunkingRules
from findling.extraction.document import TextBuilder
from findling.formats import FileKind

TEXTS = st.text("ab \n", max_size=40)


@given(TEXTS, TEXTS, st.lists(st.integers(0, 40), max_size=6), st.integers(1, 9))
def test_an_anchor_is_where_a_passage_ended_by_what_stands_before_it_or_after_it(before, after, starts, length):
    passages = [(start, min(start + length, len(before))) for start in sorted(set(starts)) if start < len(before)]
    for anchor in find_anchors(before, passages, after):
        assert any(
            after[:anchor] == before[:end]
            or after[anchor:] == before[end:]
            or after[:anchor].endswith(before[start:end])
            for start, end in passages
        )


def test_the_ends_of_an_equal_text_are_its_anchors():
    assert find_anchors("one two three", [(0, 4), (4, 8), (8, 13)], "one two three") == {4, 8, 13}


def test_around_two_edits_passages_end_where_they_did():
    passages = ["first ", "second ", "third ", "fourth ", "fifth "]
    places = [(sum(map(len, passages[:at])), sum(map(len, passages[: at + 1]))) for at in range(5)]
    after = "first new second third forth fifth "
    assert find_anchors("".join(passages), places, after) == {6, 17, 23, 29, 35}


@pytest.fixture(scope="module")
def chunker() -> Chunker:
    tokenizer = Tokenizer.open(InstalledModel.bundled(find_model("all-MiniLM-L6-v2", read_catalogue())))
    return Chunker(tokenizer, ChunkingRules(passage_tokens=254))


def note(paragraphs):
    builder = TextBuilder()
    for paragraph in paragraphs:
        builder.add(" ".join(paragraph))
    return builder.finish(FileKind.TEXT)


@pytest.mark.parametrize("sentences_each", [2, 9, 2_000], ids=["short paragraphs", "long ones", "one"])
def test_an_edit_in_a_long_note_changes_the_passages_around_it_alone(chunker, sentences_each):
    drawn = random.Random(7)
    words = ("the", "a", "rent", "house", "garden", "letter", "was", "is", "of", "and", "chimney", "winter", "paid")
    sentences = [" ".join(drawn.choices(words, k=drawn.randint(4, 25))).capitalize() + "." for _ in range(2_000)]
    paragraphs = [sentences[at : at + sentences_each] for at in range(0, 2_000, sentences_each)]
    before = note(paragraphs)
    known = chunker.cut(before)
    texts = {before.text[passage.start : passage.end] for passage in known}
    assert len(known) > 90
    for at in (0, 999, 1_500, 1_999):
        edited = [*sentences]
        edited[at] = "This sentence was written anew, and it is longer than the one that stood here. It is two."
        after = note(edited[start : start + sentences_each] for start in range(0, 2_000, sentences_each))
        anchors = find_anchors(before.text, [(each.start, each.end) for each in known], after.text)
        new = [each for each in chunker.cut(after, anchors) if after.text[each.start : each.end] not in texts]
        assert 1 <= len(new) <= 4
