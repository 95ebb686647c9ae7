"""Judgements of answers: replaced one by one, and kept twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.judgements import JudgedAnswer
from findling.storage.database import Database
from smalllibrary import add_document

LEASE = JudgedAnswer("aa" * 32, Path("/home/ada/lease.pdf"), True)
BREAD = JudgedAnswer("bb" * 32, Path("/home/ada/br\udcff-bread.txt"), False)


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "library.db"
    database = Database.open_for_writing(path)
    with database.transaction():
        database.judgements.put("who pays?", [LEASE, BREAD], 2)
        database.judgements.put("an earlier one?", [BREAD], 1)
    database.close()
    return path


def test_judgements_are_told_by_question_and_content_the_earliest_question_first(path):
    database = Database.open_for_reading(path)
    judged = database.judgements.all()
    database.close()
    assert list(judged) == ["an earlier one?", "who pays?"]
    assert judged["who pays?"] == {LEASE.content: LEASE, BREAD.content: BREAD}


def test_what_is_judged_again_replaces_what_was(path):
    database = Database.open_for_writing(path)
    with database.transaction():
        database.judgements.put("who pays?", [JudgedAnswer(BREAD.content, BREAD.path, True)], 3)
    assert [each.answers for each in database.judgements.all()["who pays?"].values()] == [True, True]
    with database.transaction():
        database.judgements.remove_all()
    assert database.judgements.all() == {}
    database.close()


def test_judgements_survive_the_loss_of_the_librarys_database(path):
    for file in path.parent.glob("library.db*"):
        file.unlink()
    database = Database.open_for_writing(path)
    judged = database.judgements.all()
    database.close()
    assert judged["who pays?"] == {LEASE.content: LEASE, BREAD.content: BREAD}
    assert list(judged["an earlier one?"].values()) == [BREAD]


def test_where_files_lay_is_forgotten_with_their_contents_and_the_judgement_is_not(path):
    database = Database.open_for_writing(path)
    with database.transaction():
        add_document(database, bytes.fromhex(LEASE.content), "a lease")
        database.judgements.forget_places()
    judged = database.judgements.all()
    assert judged["who pays?"] == {LEASE.content: LEASE, BREAD.content: replace(BREAD, path=Path())}
    database.close()
    assert b"bread" not in b"".join(file.read_bytes().lower() for file in path.parent.iterdir())
