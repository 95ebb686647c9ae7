"""Labels tell themselves: on results, in exports, and where a query asks for one that there is none of."""

from __future__ import annotations

import csv
import json

import pytest

from findling.domain.duplicates import ListForm
from findling.domain.labels import LabelChoice, SuggestionOrder
from findling.indexing.user_choices import choose_label, watch_label
from findling.messages.library_templates import LabelMessage
from findling.search.export import ExportUnit, export
from findling.search.file_info import find_file_info
from findling.search.label_suggestions import LIKELY, count_new_suggestions, suggest_files
from findling.search.result_table import write_results
from workspace import Workspace

GARDEN = (
    "Sow the beans when the soil is warm and the nights are free of frost.",
    "Tomatoes want a sunny bed, compost in the soil and water at their roots.",
    "Prune the roses in early spring and cut away all dead wood.",
    "The compost heap is turned twice a year and spread on the beds in autumn.",
    "Slugs ate the lettuce seedlings, so a fence went around the vegetable bed.",
)
OTHERS = (
    "The sailing boat was hauled out for the winter and its hull scraped.",
    "Income tax is due in May, and the receipts belong into the blue folder.",
    "The mast was stepped in April and the sails were bent on the day after.",
    "The mortgage was paid off with the money from the savings account.",
    "The outboard engine needs a new propeller before the boat goes to sea.",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("given"))
    for number, text in enumerate(GARDEN[:-1]):
        workspace.write(f"garden{number}.txt", text)
    for number, text in enumerate(OTHERS):
        workspace.write(f"other{number}.txt", text)
    workspace.index()
    with workspace.writing() as indexer:
        choose_label(
            indexer.database, "Allotment", [workspace.folder / f"garden{n}.txt" for n in range(3)], LabelChoice.GIVEN
        )
        choose_label(indexer.database, "To read", [workspace.folder / "garden0.txt"], LabelChoice.GIVEN)
        choose_label(indexer.database, "Tax", [workspace.folder / "other1.txt"], LabelChoice.GIVEN)
    return workspace


def search(workspace: Workspace, query: str, **options):
    with workspace.reading() as library:
        return library.search(query, **options)


def test_a_result_and_the_facts_about_a_file_name_its_labels(workspace):
    found = {each.path.name: each.labels for each in search(workspace, "in:" + str(workspace.folder)).results}
    assert found["garden0.txt"] == ("Allotment", "To read")
    assert found["garden3.txt"] == ()
    with workspace.reading() as library:
        assert find_file_info(library.database, workspace.folder / "other1.txt").labels == ("Tax",)


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("label:alotment beans", "Allotment"),
        ("label:read", "To read"),
        ('label:"tax 2023"', "Tax"),
    ],
)
def test_a_label_that_there_is_none_of_is_told_with_those_that_are_near(workspace, query, near):
    (note,) = search(workspace, query).notes
    assert note.message is LabelMessage.NO_SUCH_FILTER_BUT
    assert dict(note.facts)["near"] == near


def test_where_no_label_is_near_only_that_is_told(workspace):
    (note,) = search(workspace, "label:zzz").notes
    assert note.message is LabelMessage.NO_SUCH_FILTER
    assert search(workspace, "label:tax").notes == ()


def test_who_is_shown_but_a_part_of_the_library_hears_no_names_of_labels(workspace):
    (note,) = search(workspace, "label:alotment", within=(workspace.folder,)).notes
    assert note.message is LabelMessage.NO_SUCH_FILTER


def test_lists_of_results_have_a_column_of_labels(workspace, tmp_path):
    results = search(workspace, "label:allotment").results
    for form in (ListForm.CSV, ListForm.JSON):
        write_results(results, tmp_path / f"list.{form}", form)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["title"]: row["labels"] for row in csv.DictReader(file)}
    assert rows["garden0.txt"] == "Allotment, To read"
    document = json.loads((tmp_path / "list.json").read_text("utf-8"))
    assert {row["title"]: row["labels"] for row in document} == rows


@pytest.mark.parametrize("unit", list(ExportUnit))
def test_an_export_has_a_column_of_labels(workspace, tmp_path, unit):
    from arro3.io import read_parquet

    with workspace.reading() as library:
        space = library.database.spaces.active()
        result = export(library.database, space, tmp_path, unit)
    table = read_parquet(result.files[1]).read_all()
    names = [path.rpartition("/")[2] for path in table["path"].to_pylist()]
    labels = dict(zip(names, table["labels"].to_pylist(), strict=True))
    assert labels["garden0.txt"] == ["Allotment", "To read"]
    assert labels["other0.txt"] == []


def test_what_it_is_least_sure_of_is_asked_first(workspace):
    with workspace.reading() as library:
        asked = suggest_files(library.database, "allotment", 20, SuggestionOrder.LEAST_SURE)
        surest = suggest_files(library.database, "allotment", 20)
    doubts = [abs(each.probability - LIKELY) for each in asked]
    assert doubts == sorted(doubts)
    assert {each.path for each in asked} == {each.path for each in surest}


def test_a_watched_label_is_suggested_for_what_comes_later_and_given_to_nothing(tmp_path):
    workspace = Workspace.at(tmp_path)
    for number, text in enumerate((*GARDEN[:3], *OTHERS)):
        workspace.write(f"{number}.txt", text)
    workspace.index()
    with workspace.writing() as indexer:
        choose_label(
            indexer.database, "Allotment", [workspace.folder / f"{n}.txt" for n in range(3)], LabelChoice.GIVEN
        )
        watch_label(indexer.database, "allotment", watched=True)
    with workspace.reading() as library:
        assert count_new_suggestions(library.database) == {}
    workspace.write(
        "new.txt", "Tomatoes want water at their roots, a sunny bed, and compost in warm soil after the frost."
    )
    workspace.write("newer.txt", OTHERS[0] + " It was cold.")
    workspace.index()
    with workspace.reading() as library:
        assert count_new_suggestions(library.database) == {"Allotment": 1}
        suggested = suggest_files(library.database, "allotment", 1)
        assert [(each.path.name, each.is_new) for each in suggested] == [("new.txt", True)]
        assert library.database.labels.of_file(workspace.folder / "new.txt") == ()
        (label,) = library.database.labels.all()
        assert label.watched_since_ns is not None
    with workspace.writing() as indexer:
        watch_label(indexer.database, "allotment", watched=False)
    with workspace.reading() as library:
        assert count_new_suggestions(library.database) == {}
