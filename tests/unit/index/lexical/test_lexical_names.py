"""Search by names of files, also while the last word is being typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.index.lexical.lexical_reader import LexicalReader
from findling.index.lexical.lexical_writer import LexicalWriter
from findling.index.lexical.schema import LexicalEntry, LexicalQuery, NameEntry
from wordsets import read, write

REPORT, PHOTO, TAXES, NOTES, CITY = range(1, 6)
NAMES = [
    NameEntry(REPORT, "AnnualReport2023.pdf", "Work/Reports"),
    NameEntry(PHOTO, "IMG_0042.jpg", "Pictures/Zürich"),
    NameEntry(TAXES, "tax return.xlsx", "Home/2023"),
    NameEntry(NOTES, "Notes on the report.txt", ""),
    NameEntry(CITY, "東京旅行.md", "Travel"),
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> LexicalReader:
    folder = tmp_path_factory.mktemp("names")
    write(folder, NAMES)
    return read(folder)


@pytest.mark.parametrize(
    ("words", "best"),
    [
        (("annualreport2023",), REPORT),
        (("AnnualReport2023.pdf",), REPORT),
        (("annual",), REPORT),
        (("IMG_0042.jpg",), PHOTO),
        (("img", "42"), PHOTO),
        (("zurich",), PHOTO),
        (("zur",), PHOTO),
        (("tax", "ret"), TAXES),
        (("home", "tax"), TAXES),
        (("notes", "report"), NOTES),
        (("旅行",), CITY),
    ],
)
def test_best_file(reader: LexicalReader, words: tuple[str, ...], best: int) -> None:
    assert reader.search_names(LexicalQuery(words), 5)[0][0] == best


def found(reader: LexicalReader, query: LexicalQuery) -> set[int]:
    return {label for label, _ in reader.search_names(query, 10)}


def test_only_the_last_word_may_be_unfinished(reader: LexicalReader) -> None:
    assert found(reader, LexicalQuery(("anything", "tax"))) == {TAXES}
    assert found(reader, LexicalQuery(("ta", "anything"))) == set()


def test_a_name_counts_more_than_a_folder(reader: LexicalReader) -> None:
    assert [label for label, _ in reader.search_names(LexicalQuery(("2023",)), 5)] == [REPORT, TAXES]


def test_stop_words_find_no_names_beside_others(reader: LexicalReader) -> None:
    assert found(reader, LexicalQuery(("the", "tax"))) == {TAXES}
    assert found(reader, LexicalQuery(("the",))) == {NOTES}


def test_phrases_and_excluded_words_hold_for_names(reader: LexicalReader) -> None:
    assert found(reader, LexicalQuery((), ("tax return",))) == {TAXES}
    assert found(reader, LexicalQuery(("report",), ("the report",))) == {NOTES}
    assert found(reader, LexicalQuery(("report",), (), ("notes",))) == {REPORT}


def test_the_commonest_completion_is_not_last(tmp_path: Path) -> None:
    common = [NameEntry(number, f"report {number}.txt") for number in range(1, 40)]
    write(tmp_path, [*common, NameEntry(99, "reptile.txt")])
    scores = dict(read(tmp_path).search_names(LexicalQuery(("rep",)), 100))
    assert set(scores) == {*range(1, 40), 99}
    assert len(set(scores.values())) == 1


def test_renaming_and_dropping(tmp_path: Path) -> None:
    write(tmp_path, NAMES, sequence=1)
    with LexicalWriter.open(tmp_path) as writer:
        writer.put_name(NameEntry(REPORT, "renamed.pdf"))
        writer.drop_name(TAXES)
        writer.commit(2)
    reader = read(tmp_path)
    assert found(reader, LexicalQuery(("annual",))) == set()
    assert found(reader, LexicalQuery(("tax",))) == set()
    assert found(reader, LexicalQuery(("renamed",))) == {REPORT}
    assert reader.sequence == 2


def test_names_are_left_as_they_are_where_only_contents_change(tmp_path: Path) -> None:
    write(tmp_path, NAMES, sequence=1)
    before = {path: path.read_bytes() for path in (tmp_path / "names").glob("*.json")}
    for sequence in (2, 3):
        with LexicalWriter.open(tmp_path) as writer:
            writer.put_document(LexicalEntry(sequence, "", "contents"))
            writer.commit(sequence)
        with LexicalWriter.open(tmp_path) as writer:
            assert writer.sequence == sequence
    assert {path: path.read_bytes() for path in (tmp_path / "names").glob("*.json")} == before
    reader = read(tmp_path)
    assert (reader.sequence, reader.documents) == (3, 2)
    assert found(reader, LexicalQuery(("annual",))) == {REPORT}


def test_a_name_that_is_no_text_is_found_by_the_rest_of_it(tmp_path: Path) -> None:
    write(tmp_path, [NameEntry(1, "caf\udce9 menu.txt")])
    assert found(read(tmp_path), LexicalQuery(("menu",))) == {1}
