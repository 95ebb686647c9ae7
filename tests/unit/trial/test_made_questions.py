"""Questions made from documents, and held out from their texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from findling.domain.trials import QuestionOrigin, SampleText
from findling.trial.made_questions import hold_out

COMMON = "The people in the town went about their work on that day as usual."
FILLING = f"{COMMON} {COMMON} They did so for many years and nobody wrote much about it."
RARE = "Seventeen herring boats sank beside the granite lighthouse during that October storm"


def document(name: str, title: str = "", text: str = f"{FILLING} {RARE}. {FILLING}") -> SampleText:
    return SampleText(name, title, text)


def test_a_sentence_is_asked_that_says_what_others_do_not_and_it_is_gone_from_the_text():
    others = [document(str(number), text="Too short to be asked of: people, town.") for number in range(3)]
    held = hold_out([document("a"), *others, document("b", text=FILLING)])
    assert (RARE, QuestionOrigin.SENTENCE, "a") in [(each.text, each.origin, each.source) for each in held.questions]
    assert "herring" not in held.documents[0].text
    assert COMMON in held.documents[0].text


def test_a_title_is_asked_and_stands_nowhere_in_the_document_any_more():
    text = f"The Herring\nFleet of 1904\n\n{FILLING} as told in the herring fleet of 1904, a book."
    held = hold_out([document("a", text="too short"), document("b", "The Herring Fleet of 1904", text)])
    assert [(each.text, each.origin) for each in held.questions] == [
        ("The Herring Fleet of 1904", QuestionOrigin.TITLE)
    ]
    assert held.documents[1].title == ""
    assert "herring" not in held.documents[1].text.lower()


def test_of_the_telling_words_that_the_document_has_elsewhere_every_other_one_is_dropped():
    others = [document(str(number), text=FILLING) for number in range(20)]
    text = f"{FILLING} {RARE}. {FILLING} Seventeen boats, seventeen! The lighthouse saw the storm."
    made = {each.source: each.text for each in hold_out([document("a", text=text), *others]).questions}
    left, gone = made["a"].lower().split(), {"seventeen", "boats", "lighthouse", "storm"}
    assert len(gone.intersection(left)) == 2
    assert {"herring", "granite", "october", "the"} <= set(left)


def test_titles_and_sentences_are_asked_by_turns_where_documents_have_both():
    colours = ("red", "blue", "green", "white", "black", "brown")
    held = hold_out(
        [
            document(each, f"Boats of the {each} harbour", f"{FILLING} {RARE.replace('granite', each)}. {FILLING}")
            for each in colours
        ]
    )
    assert [each.origin.value for each in held.questions] == ["sentence", "title"] * 3


def test_what_several_documents_would_be_asked_by_is_no_question():
    twins = [document(str(number), "Minutes of the weekly meeting") for number in range(4)]
    assert [each.source for each in hold_out(twins).questions] == ["0"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", ""),
        ("", "One sentence with enough words in it to be a question."),
        ("invoice_2024", "Total 12 13 14 15 16 17 18 19.\n" * 20),
        ("IMG 0001", "x = f(1, 2, 3); y = g(4, 5, 6)\n" * 20),
        ("A title of some words", "Too little is left without it."),
    ],
    ids=["nothing", "one sentence", "table", "code", "little text"],
)
def test_a_document_that_gives_no_question_stays_as_it_is(title, text):
    held = hold_out([document("a", title, text)] * 2)
    assert held.questions == ()
    assert held.documents == (document("a", title, text),) * 2


WORDS = st.lists(st.text("abcdefghäößאבגд", min_size=1, max_size=9), min_size=1, max_size=14).map(" ".join)
TEXTS = st.lists(WORDS, max_size=9).map(lambda sentences: "".join(f"{each}. " for each in sentences))


@given(st.lists(st.tuples(WORDS, TEXTS), max_size=4))
@settings(max_examples=40)
def test_no_document_holds_what_is_asked_of_it_and_none_is_asked_twice(contents):
    documents = [document(str(number), *each) for number, each in enumerate(contents)]
    held = hold_out(documents)
    assert [each.content for each in held.documents] == [each.content for each in documents]
    left = {each.content: f"{each.title} {each.text}" for each in held.documents}
    assert all(each.text not in left[each.source] for each in held.questions)
    assert len({each.source for each in held.questions}) == len(held.questions)
