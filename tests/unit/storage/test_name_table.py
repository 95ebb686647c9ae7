"""Any part of a file's name finds it, whatever its script, its case and the signs between its words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import FileStatus, Reason, Stat
from findling.domain.search import SortOrder
from findling.formats import FileKind
from findling.storage.file_filter import Filter
from findling.storage.name_folding import fold_name, fold_typed
from findling.storage.name_table import NameMatch
from smalllibrary import add_document, add_file

EVERYTHING = Filter()


@pytest.fixture
def folder(database) -> int:
    return database.folders.add(Path("/d")).id


def find(database, *typed: str, excluded: tuple[str, ...] = (), wanted: Filter = EVERYTHING) -> list[str]:
    words = [fold_typed(word) for word in typed]
    found = database.names.find(words, [fold_typed(word) for word in excluded], wanted, 100)
    return sorted(os.fspath(file.path) for file in (*found.read, *found.unread))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Inv-2023-04.dwg", "inv-20"), ("Inv-2023-04.dwg", "INV 2023"), ("Inv-2023-04.dwg", "2023_04"),
        ("Inv-2023-04.dwg", ".dwg"), ("AnnualReport2023.key", "report"), ("Ünïcode Übung.mp4", "ubung"),
        ("u\u0308bung.mp4", "Übung"), ("İstanbul.jpg", "istan"), ("ΟΔΥΣΣΕΥΣ.djvu", "οδυσσευς"), ("ёлка.psd", "елк"),
        ("合同扫描件.dwg", "扫描"), ("請求書_2023.zip", "求書"), ("계약서.hwp", "계약"), ("สัญญาเช่า.iso", "เช่า"),
        ("חוזה שכירות.avi", "שכיר"), ("عقد الإيجار.mov", "الايجار"), ("किराया.bin", "राया"), ("🏠 plan.skp", "🏠"),
        ("z.x", "z"),
    ],
)  # fmt: skip
def test_a_part_of_a_name_finds_the_file(database, folder, name, typed):
    add_file(database, folder, Path("/d") / name)
    add_file(database, folder, Path("/d/other.qqq"))
    assert find(database, typed) == [f"/d/{name}"]


@given(st.text())
def test_a_whole_name_that_is_typed_is_that_name(name):
    assert fold_typed(name).strip() == fold_name(name).strip()
    assert fold_name(fold_name(name)) == fold_name(name)


def test_all_words_have_to_be_in_the_name_or_above_it_and_one_in_the_name(database, folder):
    for path in ("/d/Invoices 2023/scan 7.tif", "/d/Invoices 2024/scan 7.tif", "/d/Invoices 2023/photo.tif"):
        add_file(database, folder, Path(path))
    assert find(database, "scan", "2023") == ["/d/Invoices 2023/scan 7.tif"]
    assert len(find(database, "invoices", "tif")) == 3
    assert find(database, "invoices", "2023") == []
    assert find(database, "scan", "2025") == []


def test_whole_words_come_before_beginnings_and_these_before_other_parts_and_each_the_latest_first(database, folder):
    for number, name in enumerate(("smart.mp4", "article.mp4", "art.mp4", "art deco.mp4")):
        add_file(database, folder, Path("/d") / name, stat=Stat(1, number, number))
    found = database.names.find([fold_typed("art")], (), Filter(), 10).unread
    assert [(file.path.name, file.match) for file in found] == [
        ("art deco.mp4", NameMatch.WORDS), ("art.mp4", NameMatch.WORDS), ("article.mp4", NameMatch.BEGINNINGS),
        ("smart.mp4", NameMatch.PARTS),
    ]  # fmt: skip
    assert [file.path.name for file in database.names.find([fold_typed("art")], (), Filter(), 1).unread] == [
        "art deco.mp4"
    ]


def test_excluded_words_and_filters_hold_for_names_too(database, folder):
    read = add_document(database, kind=FileKind.PDF, language="de")
    add_file(database, folder, Path("/d/sub/plan.pdf"), read, Stat(1, 200, 1))
    for name, modified in (("plan old.pdf", 100), ("sub/plan.dwg", 300), ("plan.docx", 400)):
        add_file(database, folder, Path("/d") / name, stat=Stat(1, modified, 1))
    assert find(database, "plan", excluded=("old",), wanted=Filter(kinds=(FileKind.PDF,))) == ["/d/sub/plan.pdf"]
    assert find(database, "plan", wanted=Filter(kinds=(FileKind.DOCX, FileKind.OTHER))) == [
        "/d/plan.docx",
        "/d/sub/plan.dwg",
    ]
    assert find(database, "plan", wanted=Filter(folders=(Path("/d/sub"),), after_ns=250)) == ["/d/sub/plan.dwg"]
    assert find(database, "plan", wanted=Filter(languages=("de",))) == ["/d/sub/plan.pdf"]
    assert find(database, "plan", wanted=Filter(names=("pla", ".dwg"))) == ["/d/sub/plan.dwg"]
    unread = database.names.unread((" old",), Filter(names=("plan",)), SortOrder.DATE, 10)
    assert [file.path.name for file in unread] == ["plan.docx", "plan.dwg"]


def test_a_name_follows_its_file(database, folder):
    file = add_file(database, folder, Path("/d/draft.mp4"))
    database.files.move(file, folder, Path("/e/final.mp4"))
    assert find(database, "draft") == []
    assert find(database, "final", "e") == ["/e/final.mp4"]
    database.files.remove([file])
    assert find(database, "final") == []


def test_it_is_told_what_is_known_of_a_file(database, folder):
    waiting, refused = (add_file(database, folder, Path("/d") / name) for name in ("a film.mp4", "b film.mp4"))
    database.files.set_unread(refused, FileStatus.SKIPPED, Reason.BINARY, None, Stat(7, 1, 1), "tests")
    found = database.names.find([fold_typed("film")], (), Filter(), 10).unread
    assert {(file.path.name, file.status, file.reason, file.size) for file in found} == {
        ("a film.mp4", FileStatus.PENDING, None, 100), ("b film.mp4", FileStatus.SKIPPED, Reason.BINARY, 7),
    }  # fmt: skip
    assert waiting


def test_names_that_are_no_text_are_found_by_what_of_them_is(database, folder):
    path = Path(os.fsdecode(b"/d/caf\xe9 plan.mp4"))
    add_file(database, folder, path)
    assert find(database, "plan") == [os.fspath(path)]
    assert find(database, "pla\udce9") == []
