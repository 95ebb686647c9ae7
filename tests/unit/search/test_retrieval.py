"""Searches of a small real library: results, order, passages and relevance."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.domain.search import Mode, Relevance, SortOrder
from findling.errors import FindlingError, UsageError
from findling.formats import FileKind
from findling.search.library_reader import Library
from findling.search.result_order import sort_results
from workspace import Workspace

DAY = 86_400
NOON = 1_717_243_200  # 1 June 2024, 12:00 UTC


@pytest.fixture(scope="module")
def indexed(tmp_path_factory, sample_library: Path) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("indexed"))
    shutil.copytree(sample_library, workspace.folder, dirs_exist_ok=True)
    workspace.write(
        "Deutsch/Brief.txt", "Sehr geehrte Damen und Herren, hiermit kündige ich den Vertrag für mein Telefon. " * 4
    )
    workspace.write("broken.pdf", b"%PDF-1.7\nno page")
    for number, path in enumerate(sorted(workspace.folder.rglob("*"))):
        if path.is_file():
            os.utime(path, (NOON - number * DAY, NOON - number * DAY))
    workspace.index()
    return workspace


@pytest.fixture(scope="module")
def library(indexed: Workspace) -> Iterator[Library]:
    with indexed.reading() as library:
        yield library


def names(library: Library, query: str, **options) -> list[str]:
    return [result.path.name for result in library.search(query, **options).results]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("budget 2025", "Household budget 2025.xlsx"),
        ("seed box", "Seed box.csv"),
        ("guarantee of the washing machine", "Washing machine guarantee.eml"),
        ("lease of the house", "Lease 14 Harrow Lane.pdf"),
    ],
)
def test_an_obvious_question_has_its_file_first_and_is_sure_of_it(library, query, first):
    result = library.search(query).results[0]
    assert result.path.name == first
    assert result.relevance is Relevance.STRONG


def test_a_question_in_other_words_has_its_file_first_and_is_not_called_without_a_match(library):
    result = library.search("which books should I read next").results[0]
    assert result.path.name == "Reading list.txt"
    assert result.relevance is not Relevance.WEAK


@pytest.mark.parametrize("query", ["qzxv blorp fnargle", "quantum chromodynamics lattice simulation"])
def test_nonsense_is_not_taken_for_an_answer(library, query):
    for result in library.search(query).results:
        assert result.relevance is Relevance.WEAK


@pytest.mark.parametrize("typed", ["4711", "9999 8888", "12 99 4711", "lease INV-2023-0417", "14 zr-99x"])
def test_a_number_or_code_that_no_file_has_makes_none_certain(library, typed):
    for result in library.search(typed).results:
        assert result.relevance is not Relevance.STRONG
        assert not result.exact_match


def test_a_rare_number_with_other_words_missing_is_not_certain_and_with_all_of_them_is(library):
    assert library.search("250 Mbit").results[0].relevance is Relevance.STRONG
    assert library.search("250 rhinoceros umbrellas").results[0].relevance is not Relevance.STRONG
    assert library.search('"250 Mbit"').results[0].relevance is Relevance.STRONG


@pytest.mark.parametrize("mode", list(Mode))
def test_hits_are_the_documents_own_text_at_their_places(indexed, library, mode):
    with indexed.looking_inside() as database:
        for query in ("water in the kitchen", "tomatoes and beans", "rent"):
            for result in library.search(query, mode=mode).results:
                row = database.files.find(result.path)
                assert row is not None
                assert row.document_id is not None
                stored = database.documents.text(row.document_id)
                assert stored is not None
                assert result.hits
                assert len(result.hits) <= 3
                for hit in result.hits:
                    assert stored[1][hit.start : hit.end].strip() == hit.text
                    assert 0 <= hit.score <= 1
                assert 0 <= result.score <= 1


@pytest.mark.parametrize("mode", list(Mode))
def test_results_are_in_order_each_file_once_and_no_more_than_asked(library, mode):
    for limit in (1, 3, 50):
        results = library.search("the kitchen at home", mode=mode, limit=limit).results
        assert len(results) <= limit
        scores = [result.score for result in results]
        assert scores == sorted(scores, reverse=True)
        places = [path for result in results for path in (result.path, *result.copies)]
        assert len(places) == len(set(places))


@pytest.mark.parametrize(
    "query", ["the kitchen at home", "kitchen garden letter type:pdf,markdown,text,docx", "in:{folder}"]
)
@pytest.mark.parametrize("mode", list(Mode))
def test_results_in_parts_are_those_of_one_answer(indexed, library, query, mode):
    query = query.format(folder=indexed.folder)
    whole = library.search(query, mode=mode, limit=12).results
    parts = [library.search(query, mode=mode, limit=5, offset=offset).results for offset in (0, 5, 10)]
    assert whole
    assert (*parts[0], *parts[1], *parts[2])[:12] == whole
    assert library.search(query, mode=mode, limit=5, offset=1_000).results == ()


def test_similar_files_in_parts_are_those_of_one_answer(indexed, library):
    path = indexed.folder / "Home" / "Letter about the damp patch.docx"
    whole = library.similar(path, limit=6).results
    assert library.similar(path, limit=3).results + library.similar(path, limit=3, offset=3).results == whole


@pytest.mark.parametrize("query", ["water in the kitchen", "kitchen -garden", "type:pdf rent", '"washing machine"'])
@pytest.mark.parametrize("mode", list(Mode))
def test_a_library_that_is_searched_once_answers_alike(indexed, library, query, mode):
    with indexed.reading(once=True) as once:
        found = once.search(query, mode=mode, limit=30)
    assert found.results == library.search(query, mode=mode, limit=30).results


def test_copies_stand_with_the_result(library):
    found = [result for result in library.search("Kitchen notes").results if result.path.name == "Kitchen notes.md"]
    assert found
    assert len({path for result in found for path in (result.path, *result.copies)}) == 2


FILTERS = [
    ("type:pdf", lambda path, _: path.suffix == ".pdf"),
    ("type:sheet", lambda path, _: path.suffix in {".xlsx", ".ods", ".csv"}),
    ("in:{folder}/Money", lambda path, folder: folder / "Money" in path.parents),
    ("name:letter", lambda path, _: "letter" in path.name.lower()),
    ("lang:de", lambda path, _: path.name == "Brief.txt"),
    ("after:2024-05-25", lambda path, _: path.stat().st_mtime >= NOON - 8.5 * DAY),
    ("before:2024-05-25", lambda path, _: path.stat().st_mtime < NOON - 6.5 * DAY),
]


@pytest.mark.parametrize(("typed", "passes"), FILTERS, ids=[typed for typed, _ in FILTERS])
@pytest.mark.parametrize("mode", list(Mode))
def test_a_filter_lets_through_only_what_passes_it(indexed, library, typed, passes, mode):
    typed = typed.format(folder=indexed.folder)
    if " " in typed:
        typed = f'in:"{typed.removeprefix("in:")}"'
    results = library.search(f"{typed} water kitchen letter Vertrag", mode=mode, limit=50).results
    assert results
    for result in results:
        for path in (result.path, *result.copies):
            assert passes(path, indexed.folder)


@pytest.mark.parametrize(("typed", "passes"), FILTERS, ids=[typed for typed, _ in FILTERS])
def test_a_filter_alone_lists_what_passes_it_latest_first(indexed, library, typed, passes):
    results = library.search(typed.format(folder=indexed.folder), limit=50).results
    assert results
    times = [result.modified_ns for result in results]
    assert times == sorted(times, reverse=True)
    for result in results:
        assert passes(result.path, indexed.folder)
        is_read = result.path.name != "broken.pdf"
        assert result.relevance is (Relevance.FAIR if is_read else Relevance.UNRATED)
        assert bool(result.hits) is is_read
        assert result.found_by_name is not is_read


@pytest.mark.parametrize("mode", list(Mode))
def test_a_filter_that_all_pass_changes_nothing(library, mode):
    plain = library.search("water in the kitchen", mode=mode, limit=10).results
    assert library.search("water in the kitchen after:1990", mode=mode, limit=10).results == plain


@pytest.mark.parametrize("typed", ["after:2024-05-10", "before:2024-05-25", "type:pdf,docx,markdown,text", "name:e"])
@pytest.mark.parametrize("mode", list(Mode))
def test_what_passes_a_filter_keeps_its_order_whatever_share_passes(indexed, library, typed, mode):
    query = "water in the kitchen at home"
    allowed = {result.path for result in library.search(typed, limit=100).results}
    every = [result.path for result in library.search(query, mode=mode, limit=100).results]
    found = [result.path for result in library.search(f"{query} {typed}", mode=mode, limit=5).results]
    assert set(found) <= allowed
    assert len(found) == min(5, len(allowed & set(every)))


def test_a_filter_finds_all_that_pass_it_however_many_are_asked_for(indexed, library):
    listed = {result.path for result in library.search("after:2024-05-10", limit=1_000).results}
    found = {result.path for result in library.search("kitchen after:2024-05-10", limit=1_000).results}
    assert found == listed


def test_a_filter_with_an_exclusion_alone_lists_the_rest(library):
    every, some = names(library, "type:pdf"), names(library, "type:pdf -damp")
    assert set(some) < set(every)
    assert "Letter about the damp patch.pdf" not in some


def test_filters_narrow_together(library):
    results = library.search("type:pdf name:lease rent").results
    assert [result.path.name for result in results] == ["Lease 14 Harrow Lane.pdf"]
    assert results[0].kind is FileKind.PDF


def test_a_phrase_is_in_every_result_or_in_the_name_by_which_it_was_found(indexed, library):
    with indexed.looking_inside() as database:
        results = library.search('"washing machine"').results
        assert results
        for result in results:
            row = database.files.find(result.path)
            stored = database.documents.text(row.document_id)
            held = "washing machine" in " ".join(f"{stored[0]} {stored[1]}".lower().split())
            assert held is not result.found_by_name
            assert held or "washing machine" in result.path.name.lower()
    assert names(library, '"machine washing"') == []


def test_what_is_excluded_is_in_no_result(library):
    assert "Lease 14 Harrow Lane.pdf" in names(library, "rent and deposit")
    assert "Lease 14 Harrow Lane.pdf" not in names(library, "rent and deposit -harrow", limit=50)


@pytest.mark.parametrize("query", ["", " ", '""', "-", "-tomato", "???", "\x00", "\ud800"])
@pytest.mark.parametrize("mode", list(Mode))
def test_a_query_that_asks_nothing_is_answered_all_the_same(library, query, mode):
    answer = library.search(query, mode=mode)
    assert answer.query == query
    assert all(result.relevance is not Relevance.STRONG for result in answer.results)


@pytest.mark.parametrize("query", ["the of and", "to be or not to be"])
def test_only_stop_words_are_no_sure_thing(library, query):
    assert all(result.relevance is not Relevance.STRONG for result in library.search(query).results)


@pytest.mark.parametrize(
    "query",
    [
        "kitchen AND (",
        "kitchen OR OR",
        'kitchen "',
        "kitchen*^2~",
        "title:kitchen",
        "[a TO b] kitchen",
        "kitchen " * 400,
    ],
)
@pytest.mark.parametrize("mode", list(Mode))
def test_bad_syntax_is_searched_as_words(library, query, mode):
    assert any("itchen" in name for name in names(library, query, mode=mode, limit=10))


def test_a_filter_that_is_none_is_said_and_searched_as_words(library):
    answer = library.search("type:elephant kitchen")
    assert len(answer.notes) == 1
    assert answer.results


def test_the_most_alike_file_comes_first_and_the_file_itself_does_not(indexed, library):
    path = indexed.folder / "Home" / "Letter about the damp patch.docx"
    answer = library.similar(path)
    assert answer.results[0].path.name == "Letter about the damp patch.pdf"
    assert answer.results[0].relevance is Relevance.STRONG
    assert path not in {result.path for result in answer.results}


def test_a_file_from_elsewhere_is_compared_without_being_indexed(indexed, library, tmp_path):
    path = tmp_path / "foreign.txt"
    path.write_text("The guarantee of my washing machine ends next year, said the shop.")
    assert "Washing machine guarantee.eml" in [result.path.name for result in library.similar(path).results[:3]]
    assert path not in {report.path for report in library.files()}


def test_a_file_that_cannot_be_read_cannot_be_compared_and_it_is_said_why(indexed, library, tmp_path):
    with pytest.raises(FindlingError, match=r"broken\.pdf cannot be compared: damaged"):
        library.similar(indexed.folder / "broken.pdf")
    with pytest.raises(UsageError, match="no file"):
        library.similar(tmp_path / "missing.txt")


CODES = ("INV-{:04}-{:04}", "ORD{:04}X{:04}", "{:04}.{:04}.77", "ERR_{:04}_{:04}", "0x{:04}f{:04}")
FIRST = ("Aldous", "Brunhild", "Casimir", "Dorothea", "Eskil", "Fenella", "Gudrun", "Hyacinth", "Ignatz", "Jocasta")
LAST = (
    "Quibell",
    "Rzepka",
    "Szymborak",
    "Thistlewaite",
    "Uhlmannsen",
    "Vandersloot",
    "Wojtasik",
    "Xanthakis",
    "Yngling",
)


def _plant(chance: random.Random, count: int) -> list[str]:
    """Return identifiers, numbers and full names, no two alike."""
    made: dict[str, None] = {}
    while len(made) < count:
        kind = chance.randrange(len(CODES) + 2)
        numbers = chance.randrange(10_000), chance.randrange(10_000)
        if kind < len(CODES):
            made[CODES[kind].format(*numbers)] = None
        elif kind == len(CODES):
            made[str(10_000_000 + chance.randrange(90_000_000))] = None
        else:
            made[f"{chance.choice(FIRST)} {chance.choice(LAST)}"] = None
    return list(made)


@pytest.mark.timeout(300)
def test_a_planted_identifier_is_found_first(tmp_path, shared_data):
    chance = random.Random(7)
    workspace = Workspace.at(tmp_path)
    corpus = (shared_data / "ir" / "scifact" / "corpus.jsonl").read_text("utf-8").splitlines()
    planted: dict[str, str] = {}
    for number, wanted in enumerate(_plant(chance, 160)):
        sentences = json.loads(corpus[number])["text"].split(". ")[:3]
        sentences.insert(chance.randrange(len(sentences) + 1), f"See {wanted} for that")
        workspace.write(f"{number}.txt", ". ".join(sentences))
        planted[wanted] = f"{number}.txt"
    workspace.index()
    with workspace.reading() as library:
        missed = [wanted for wanted, name in planted.items() if names(library, wanted, limit=1) != [name]]
    assert len(missed) <= 0.01 * len(planted), missed


@pytest.fixture(scope="module")
def numbers(tmp_path_factory) -> Iterator[Library]:
    workspace = Workspace.at(tmp_path_factory.mktemp("numbers"))
    workspace.write("grouped.txt", "Please pay the rent to DE89 3704 0044 0532 0130 00, and call +49 (0)30 1234-567.")
    workspace.write("solid.txt", "The parcel 00340434161094 of the neighbours stands in the cellar.")
    workspace.write("other.txt", "Tomatoes and beans, 3704 seeds of them, are sown in April.")
    workspace.index()
    with workspace.reading() as library:
        yield library


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("DE89370400440532013000", "grouped.txt"),
        ("DE89 3704 0044 0532 0130 00", "grouped.txt"),
        ('"DE89370400440532013000"', "grouped.txt"),
        ("49301234567", "grouped.txt"),
        ("+49 30 1234567", "grouped.txt"),
        ("00 340 434 161 094", "solid.txt"),
        ('"0034 0434 1610 94"', "solid.txt"),
    ],
)
def test_a_number_is_found_however_it_is_grouped(numbers, typed, first):
    result = numbers.search(typed).results[0]
    assert (result.path.name, result.relevance) == (first, Relevance.STRONG)


@pytest.mark.parametrize("order", [SortOrder.DATE, SortOrder.NAME, SortOrder.SIZE])
@pytest.mark.parametrize("query", ["rent of the house", "type:txt,md,pdf"])
def test_another_order_sorts_what_is_found_and_its_parts_are_those_of_the_whole(library, order, query):
    whole = library.search(query, limit=100, order=order).results
    parts = [library.search(query, limit=3, offset=offset, order=order).results for offset in (0, 3)]
    assert [each.path for part in parts for each in part] == [each.path for each in whole[:6]]
    good = [each for each in whole if each.relevance is not Relevance.WEAK]
    assert good == sort_results(good, order)
    assert {each.path for each in whole} == {each.path for each in library.search(query, limit=100).results}


def test_a_folder_is_left_out(library, indexed):
    everywhere = library.search("garden", limit=100).results
    folder = indexed.folder / "Garden"
    assert any(folder in each.path.parents for each in everywhere)
    elsewhere = library.search(f'garden -in:"{folder}"', limit=100).results
    assert elsewhere
    assert not any(folder in each.path.parents for each in elsewhere)
