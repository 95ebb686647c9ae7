"""Questions of the user, from a file and from earlier searches."""

from __future__ import annotations

import json

import pytest

from findling.domain.trials import QuestionOrigin
from findling.errors import FindlingError
from findling.trial.own_questions import MOST_PAST, choose_past, read_past, read_questions


@pytest.mark.parametrize(
    ("written", "questions"),
    [
        (
            "Where is the lease?\n\n  Who   repairs boats?  \nWhere is the lease?\n",
            ["Where is the lease?", "Who repairs boats?"],
        ),
        ('{"_id": "1", "text": "Where is the lease?"}\n', ["Where is the lease?"]),
        ("{not json\n", ["{not json"]),
        ("x" * 301, []),
        ("", []),
    ],
    ids=["lines", "BEIR", "a brace", "too long", "nothing"],
)
def test_a_file_of_questions_has_one_a_line(tmp_path, written, questions):
    file = tmp_path / "questions.txt"
    file.write_text(written, "utf-8")
    assert [(each.text, each.origin) for each in read_questions(file)] == [
        (text, QuestionOrigin.TYPED) for text in questions
    ]


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(FindlingError, match="nowhere"):
        read_questions(tmp_path / "nowhere.txt")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(FindlingError, match="binary"):
        read_questions(tmp_path / "binary")


def test_earlier_searches_are_asked_again_where_they_were_questions():
    searches = ["lease", "who pays the deposit", "type:pdf lease boat", '"exact words"', "who pays the deposit"]
    assert [(each.text, each.origin) for each in choose_past(searches)] == [
        ("who pays the deposit", QuestionOrigin.PAST)
    ]
    assert len(choose_past(f"question number {number}" for number in range(100))) == MOST_PAST


@pytest.mark.parametrize("written", [None, "[]", '{"saved": []}', "{"])
def test_without_a_history_nothing_is_asked_again(tmp_path, written):
    file = tmp_path / "searches.json"
    if written is not None:
        file.write_text(written)
    assert read_past(file) == []


def test_the_windows_history_is_read(tmp_path):
    file = tmp_path / "searches.json"
    file.write_text(json.dumps({"saved": [], "history": ["who pays the deposit"]}))
    assert [each.text for each in read_past(file)] == ["who pays the deposit"]
