"""Samples of a library: stratified, bounded, without doubles."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from findling.formats import FileKind
from findling.storage.content_table import ReadContent
from findling.storage.database import Database
from findling.trial.library_sample import LONGEST_TEXT, LibrarySample, RequiredText, interleave
from smalllibrary import add_document, add_file

HOME = Path("/home/ada")


def contents(counts: dict[tuple[str, FileKind], int]) -> list[ReadContent]:
    return [
        ReadContent(f"{folder}-{kind}-{number}", number, kind, HOME, HOME / folder / f"{number}")
        for (folder, kind), count in counts.items()
        for number in range(count)
    ]


@pytest.mark.parametrize("length", [10, 50, 130])
def test_every_beginning_of_the_order_has_each_folder_and_type_by_its_share(length):
    counts = {("letters", FileKind.DOCX): 100, ("letters", FileKind.PDF): 60, ("notes/2024", FileKind.TEXT): 40}
    drawn = list(interleave(contents(counts)))[:length]
    shares = Counter((each.path.parent.name, each.kind) for each in drawn)
    for (folder, kind), count in counts.items():
        assert shares[Path(folder).name, kind] == pytest.approx(length * count / 200, abs=1)


def test_the_order_holds_everything_once_and_is_the_same_each_time():
    everything = contents({("a", FileKind.TEXT): 7, ("b", FileKind.PDF): 1})
    drawn = list(interleave(everything))
    assert Counter(drawn) == Counter(everything)
    assert drawn == list(interleave(everything))


@pytest.fixture
def database(tmp_path):
    database = Database.open_for_writing(tmp_path / "library.db")
    with database.transaction():
        folder = database.folders.add(HOME)
        for number in range(40):
            text = f"Document {number} says this and that. " * (10 if number else 10_000)
            add_file(database, folder.id, HOME / f"{number}.txt", add_document(database, bytes([number]) * 32, text))
        add_file(database, folder.id, HOME / "short.txt", add_document(database, b"s" * 32, "Too short."))
    yield database
    database.close()


def test_a_sample_ends_where_its_characters_are_taken_but_not_before_it_is_one(database):
    assert len(LibrarySample(database).draw(0)) == 30
    assert len(LibrarySample(database).draw(1e9)) == 40


def test_of_a_long_document_a_part_is_taken_around_the_place_that_was_found(database):
    name = (bytes([0]) * 32).hex()
    place = database.documents.text(database.contents.find([name])[name])[1].rfind("Document") - 5_000
    (drawn,) = LibrarySample(database).read([RequiredText(name, place)])
    assert len(drawn.text) == LONGEST_TEXT
    (other,) = LibrarySample(database).read([RequiredText(name, 0)])
    assert other.text.startswith("Document 0")


def test_what_the_library_does_not_have_is_not_read(database):
    assert LibrarySample(database).read([RequiredText("00" * 32 + "ff")]) == []
