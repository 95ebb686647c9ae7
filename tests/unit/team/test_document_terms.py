"""Terms of a document are those of the word index on this computer; no place of a word is lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from findling.index.lexical.analysis import exact_words
from findling.team.document_terms import DocumentTerms

WORDS = st.lists(st.sampled_from(["ship", "light", "o'clock", "back\\slash", "Übung"]), max_size=5_000)


def read_runs(terms):
    """Return for each part its words in the order of their places."""
    parts = []
    for run in terms.runs:
        placed = {
            int(place): word.replace("''", "'").replace("\\\\", "\\")
            for word, places in re.findall(r"'((?:[^']|'')*)':([\d,]+)", run)
            for place in places.split(",")
        }
        parts.append([placed[place] for place in sorted(placed)])
    return parts


def test_stems_of_the_title_count_twice_and_words_stand_beside_them():
    terms = DocumentTerms.of("Ships", "a ship of ships", "en")
    assert terms.frequencies["ship"] == 4
    assert (terms.frequencies["=ships"], terms.frequencies["=ship"], terms.frequencies["=of"]) == (2, 1, 1)
    assert (terms.stems, terms.words) == (4, 5)


def test_a_number_in_groups_is_there_in_one_piece_as_well():
    assert DocumentTerms.of("", "call 0171 234 56 78 now", "en").frequencies["=01712345678"] == 1


@given(WORDS)
def test_any_phrase_of_a_text_is_whole_in_one_part(words):
    text = " ".join(words)
    expected, parts = exact_words(text), read_runs(DocumentTerms.of("", text, "en"))
    for start in range(0, max(len(expected) - 100, 1), 97):
        phrase = expected[start : start + 100]
        assert any(phrase == part[at : at + len(phrase)] for part in parts for at in range(len(part) - len(phrase) + 1))


@given(WORDS)
def test_a_part_is_short_enough_for_postgresql_to_keep_all_places(words):
    assert all(len(part) <= 2_000 for part in read_runs(DocumentTerms.of("", " ".join(words), "en")))
