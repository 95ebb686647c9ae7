"""The journal: nothing happens to a document or a name without a line in it."""

from __future__ import annotations

from pathlib import Path

from findling.storage.journal import Change, Entry
from smalllibrary import STAT, add_document, add_file


def test_an_empty_journal(database):
    journal = database.journal
    assert (journal.since(0), journal.last(), journal.first()) == ([], 0, 1)


def test_what_comes_and_goes_is_noted_in_order(database):
    folder = database.folders.add(Path("/d"))
    document = add_document(database)
    file = add_file(database, folder.id, Path("/d/a"), document)
    database.files.remove([file])
    database.documents.remove([document])
    assert database.journal.since(0) == [
        Change(1, Entry.DOCUMENT, document),
        Change(2, Entry.NAME, file),
        Change(3, Entry.NAME, file),
        Change(4, Entry.DOCUMENT, document),
    ]
    assert database.journal.since(1, limit=2) == database.journal.since(0)[1:3]


def test_removing_a_folder_notes_every_name(database):
    folder = database.folders.add(Path("/d"))
    files = [add_file(database, folder.id, Path(f"/d/{number}")) for number in range(3)]
    before = database.journal.last()
    database.folders.remove(folder.id)
    assert {change.subject for change in database.journal.since(before)} == set(files)


def test_a_replaced_document_is_noted_as_gone_and_come(database):
    older, newer = add_document(database, b"x"), add_document(database, b"x")
    assert [change.subject for change in database.journal.since(1)] == [older, newer]


def test_a_change_of_status_is_not_noted(database):
    file = add_file(database, database.folders.add(Path("/d")).id, Path("/d/a"))
    before = database.journal.last()
    database.files.begin([file])
    database.files.set_pending(file, STAT, 1)
    assert database.journal.last() == before


def test_numbers_go_on_after_all_was_forgotten(database):
    for number in range(4):
        add_document(database, bytes([number]))
    database.journal.forget(2)
    assert (database.journal.first(), database.journal.last()) == (3, 4)
    database.journal.forget(4)
    assert (database.journal.first(), database.journal.last()) == (5, 4)
    add_document(database, b"more")
    assert [change.sequence for change in database.journal.since(0)] == [5]
