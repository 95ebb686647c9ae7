"""Compiled code and arrays say of texts, to the last figure, what plain Python says."""

from __future__ import annotations

import random
import re
from zlib import crc32

import numpy as np
import pytest
from blake3 import blake3
from hypothesis import example, given
from hypothesis import strategies as st

from findling.duplicates.alignment import align
from findling.duplicates.diff_kinds import find_differences
from findling.duplicates.sketch import sketch
from findling.duplicates.word_library import SAMPLE, SHARE, SharingBounds, find_sharing
from findling.duplicates.word_tokens import WordTokens, WordTrait, find_spans, hash_wording, split_words
from plaincomparison import (
    align_plainly,
    find_plain_differences,
    find_plain_spans,
    find_sharing_plainly,
    hash_shingles_plainly,
    split_plainly,
)

LETTERS = "aZé9٣ß½ǅΣ日ก๑'’-−+.,:/–%€<_ \n\t\u0301\u00a0\u2028ﬁK²Ⅷ𝐀𝟙😀ͅ\x1f\ud800"
"""Letters, figures and signs that begin words, join them, end them, or are folded in some way of their own."""

SENTENCES = re.findall(
    r"\S+",
    """The boiler is replaced on 3 May 2024. Call 555 0199, or Anna Keller at the office! Pay €1.50 by then; it’s due.
    Invoice No. 20231 of 17.05.2024. Goods remain ours until they are paid in full. Ärger in der Straße kommt nie. We
    may not enter, nor may they. He said: don't. The firm has promised to be quick and to clean the stairs. Account
    no 98765 is at Keller's bank. not never ohne café cafe\u0301 it is that it was for on are as with they at be in""",
)


@given(st.text(st.one_of(st.sampled_from(LETTERS), st.characters()), max_size=40))
@example("a’b'c '9 -5,3 x-5 1.5.2a:3 --7 _x_1 9_ é\u0301’s")
@example("日本a1 a日本 ๑2 ก٣ 4\u0301 1.a 2–3–x")
def test_words_are_those_of_the_pattern(text):
    assert find_spans(text) == find_plain_spans(text)
    words, plain = split_words(text), split_plainly(text)
    assert words.write(slice(None)) == list(plain.written)
    assert words.fold(slice(None)) == list(plain.folded)
    assert words.words["code"].tolist() == [crc32(word.encode("utf-8", "surrogatepass")) for word in plain.folded]
    for trait, wanted in (
        (WordTrait.FIGURE, [not word[0].isalpha() for word in plain.folded]),
        (WordTrait.CAPITAL, [word[0].isupper() for word in plain.written]),
        (WordTrait.SMALL, [word[0].islower() for word in plain.written]),
        (WordTrait.TELLING, [word[0].isalpha() or len(word) >= 4 for word in plain.folded]),
        (WordTrait.NUMBER, [word[0].isdigit() and len(word) >= 3 for word in plain.folded]),
    ):
        assert words.have(trait).tolist() == wanted, trait


@given(st.text(st.one_of(st.sampled_from(LETTERS), st.characters()), max_size=40))
@example("Straße STRASSE It’s ﬁne 日本 a1 -5 €1.50 Ⅷ")
def test_hashes_by_themselves_are_those_of_the_words(text):
    split = split_words(text)
    assert split_words(text).hashes.tolist() == split.words["folded"].tolist()
    assert WordTokens(text, split.words[1:3]).hashes.tolist() == split.words["folded"][1:3].tolist()


def test_every_character_is_of_the_kind_that_the_pattern_takes_it_for():
    text = " ".join(f"{chr(code)}x {chr(code)}5 x{chr(code)}x 5{chr(code)}5" for code in range(0x3100))
    assert find_spans(text) == find_plain_spans(text)


@given(st.lists(st.sampled_from(["Straße", "STRASSE", "strasse", "ﬁne", "fine", "It’s", "it's", "5–6", "5-6", "x"])))
def test_words_have_one_hash_where_they_are_compared_as_equal(words):
    tokens, plain = split_words(" ".join(words)), split_plainly(" ".join(words))
    assert len(set(tokens.hashes.tolist())) == len(set(plain.folded))


@given(st.text(st.one_of(st.sampled_from(LETTERS.replace("\ud800", "")), st.characters(exclude_categories=["Cs"]))))
@example("It costs €1.50, or ﬁve Straßen; it’s 5–6 日本 a1.")
def test_a_wording_is_the_hash_of_the_words_run_together_with_figures_apart(text):
    joined = "".join(word if word[0].isalpha() else f"\x1f{word}\x1f" for word in split_plainly(text).folded)
    assert hash_wording(split_words(text)) == blake3(joined.encode()).digest(16)


@given(st.lists(st.sampled_from(SENTENCES), max_size=60))
def test_a_sketch_keeps_the_smallest_hashes_of_shingles(words):
    tokens = split_words(" ".join(words))
    hashes = sorted(set(hash_shingles_plainly(tokens.words["code"].tolist())))
    assert sketch(tokens.words).tolist() == hashes[: max(len(hashes) // 8, 64)]


def assert_same_alignment(first, second):
    one, other = (np.array(side, np.int64) for side in (first, second))
    found, plain = align(one.astype(np.uint64), other.astype(np.uint64)), align_plainly(one, other)
    assert [(run.first, run.second, run.length) for run in found.kept] == [
        (run.first, run.second, run.length) for run in plain.kept
    ]
    assert [(run.first, run.second, run.length) for run in found.moved] == [
        (run.first, run.second, run.length) for run in plain.moved
    ]


@pytest.mark.parametrize("different", [2, 4, 30])
@given(st.data())
def test_texts_of_few_words_are_aligned_as_in_plain_python(different, data):
    words = st.lists(st.integers(0, different), max_size=90)
    assert_same_alignment(data.draw(words), data.draw(words))


def revise(words: list[int], chance: random.Random) -> list[int]:
    """Cut out, put in, move, repeat and replace parts of a text."""
    for _ in range(chance.randint(0, 8)):
        start, length, place = chance.randrange(len(words) + 1), chance.randint(1, 40), chance.randrange(len(words) + 1)
        part = words[start : start + length]
        kind = chance.randrange(4)
        if kind < 2:
            words = words[:start] + words[start + length :]
        if kind > 0:
            words = words[:place] + part + words[place:]
        words = [word if chance.random() > 0.02 else chance.randrange(1000) for word in words] or [1]
    return words


@pytest.mark.parametrize("seed", range(60))
def test_revised_texts_are_aligned_as_in_plain_python(seed):
    chance = random.Random(seed)
    text = [chance.randrange(chance.choice((20, 1000))) for _ in range(chance.choice((70, 400, 1500)))]
    assert_same_alignment(revise(text, chance), revise(text, chance))


@pytest.mark.parametrize("seed", range(60))
def test_differences_are_those_of_plain_python(seed):
    chance = random.Random(seed)
    text = [chance.randrange(len(SENTENCES)) for _ in range(chance.choice((30, 200, 800)))]
    first, second = (" ".join(SENTENCES[word % len(SENTENCES)] for word in revise(text, chance)) for _ in range(2))
    one, other = split_words(first), split_words(second)
    plain, plain_other = split_plainly(first), split_plainly(second)
    aligned = align_plainly(plain.hashes, plain_other.hashes)
    assert find_differences(one, other, align(one.hashes, other.hashes)) == find_plain_differences(
        plain, plain_other, aligned
    )


@given(
    sketches=st.lists(st.sets(st.integers(1, 60), min_size=1, max_size=12).map(sorted), max_size=14),
    values=st.sets(st.integers(1, 60), min_size=1, max_size=12).map(sorted),
    sorted_count=st.integers(0, 14),
    most=st.integers(1, 6),
)
def test_documents_that_share_shingles_are_those_that_are_counted_one_by_one(sketches, values, sorted_count, most):
    """Whichever of them stand in the sorted part, and whichever in the tail."""
    early = [(value, place) for place, sketch in enumerate(sketches[:sorted_count]) for value in sketch]
    early.sort(key=lambda each: each[0])
    distinct = sorted({value for value, _ in early})
    starts = [sum(value < bound for value, _ in early) for bound in distinct]
    later = [
        [place for place, sketch in enumerate(sketches) if place >= sorted_count and value in sketch]
        for value in values
    ]
    samples = np.array([(len(sketch), sketch[-1], True) for sketch in sketches], SAMPLE)
    shares = np.zeros(len(sketches), SHARE)
    found, cut = find_sharing(
        np.array(values, np.uint64),
        (np.array(distinct, np.uint64), np.array([*starts, len(early)]), np.array([at for _, at in early], np.int32)),
        (np.array(list(map(len, later))), np.array([at for each in later for at in each[:most]], np.int32)),
        (samples, shares),
        SharingBounds(most, telling=2, least=2, part=0.25),
    )
    assert cut.tolist() == [value for value in values if sum(value in sketch for sketch in sketches) > most]
    told = {
        row["place"]: (row["shared"], row["telling"], row["uncut"], pytest.approx(row["weight"]), row["comparable"])
        for row in found
    }
    assert told == find_sharing_plainly(values, sketches, most, 2, 2, 0.25)
    assert not shares["shared"].any()
