"""A query names topics by `topic:`, completed and counted; one that there is none of is told, and why."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from findling.domain.labels import LabelChoice
from findling.domain.topics import GroupingState
from findling.indexing.user_choices import choose_label
from findling.messages.library_templates import LabelMessage
from findling.messages.topic_templates import TopicMessage
from findling.search.filter_completion import propose
from findling.storage.topic_table import PlacedDocument
from findling.topics.topic_map import draw_map
from workspace import Workspace

TEXTS = {
    "beans.txt": "Sow the beans when the soil is warm and the nights are free of frost.",
    "roses.txt": "Prune the roses in early spring and cut away all dead wood.",
    "mast.txt": "The mast was stepped in April and the sails were bent on the day after.",
    "tax.txt": "Income tax is due in May, and the receipts belong into the blue folder.",
}


def write_library(folder: Path) -> Workspace:
    workspace = Workspace.at(folder)
    for name, text in TEXTS.items():
        workspace.write(name, text)
    workspace.index()
    return workspace


@pytest.fixture(scope="module")
def grouped(tmp_path_factory) -> Workspace:
    """Library of a topic that is made of two, one that is not, and a file of none."""
    workspace = write_library(tmp_path_factory.mktemp("grouped"))
    with workspace.writing() as indexer, indexer.database.transaction():
        topics = indexer.database.topics
        garden = topics.add(None, ("garden", "Beds"))
        inner = {"beans.txt": topics.add(garden, ("beans", "soil")), "roses.txt": topics.add(garden, ("roses",))}
        inner["mast.txt"] = topics.add(None, ("sailing boat", "mast"))
        for name, topic in inner.items():
            row = indexer.database.files.find(workspace.folder / name)
            topics.place([PlacedDocument(row.document_id, topic, 0.9, 0.0, 0.0)])
        topics.set_record(GroupingState.GROUPED, indexer.database.spaces.active(), len(inner))
    return workspace


def search(workspace: Workspace, query: str, **options):
    with workspace.reading() as library:
        return library.search(query, **options)


def found(workspace: Workspace, query: str) -> set[str]:
    return {each.path.name for each in search(workspace, query).results}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ('topic:"garden, Beds"', {"beans.txt", "roses.txt"}),
        ("topic:GARDEN,beds", {"beans.txt", "roses.txt"}),
        ("topic:roses", {"roses.txt"}),
        ("topic:roses topic:beans,soil", {"beans.txt", "roses.txt"}),
        ('topic:"sailing boat, mast" type:text', {"mast.txt"}),
        ('topic:"sailing boat, mast" type:pdf', set()),
        ("topic:garden", set()),
    ],
)
def test_a_topic_by_its_whole_name_narrows_to_its_documents_and_those_of_its_parts(grouped, query, names):
    assert found(grouped, query) == names


def test_a_topic_narrows_what_words_and_meaning_find(grouped):
    assert found(grouped, "frost in spring topic:roses") == {"roses.txt"}


def test_each_topic_is_proposed_with_the_number_of_files_that_it_leaves(grouped):
    with grouped.reading() as library:
        facets = library.facets()
    counts = {facet.value: facet.count for facet in facets.topics}
    assert counts == {"garden, Beds": 2, "beans, soil": 1, "roses": 1, "sailing boat, mast": 1}
    for value, count in counts.items():
        assert len(found(grouped, f'topic:"{value}"')) == count
    # Any word of a name will do.
    assert [each.text for each in propose("sow topic:bed", facets, Path.home())] == ['sow topic:"garden, Beds"']


@pytest.mark.parametrize(
    ("query", "near"), [("topic:garden", "garden, Beds"), ('topic:"saling boat, mast"', "sailing boat, mast")]
)
def test_a_topic_that_there_is_none_of_is_told_with_those_that_are_near(grouped, query, near):
    (note,) = search(grouped, query).notes
    assert note.message is TopicMessage.NO_SUCH_FILTER_BUT
    assert dict(note.facts)["near"] == near


def test_where_no_topic_is_near_or_the_reader_may_not_hear_of_others_only_that_is_told(grouped):
    assert search(grouped, "topic:zzz").notes == (TopicMessage.NO_SUCH_FILTER(name="zzz"),)
    shared = search(grouped, "topic:garden", within=(grouped.folder,))
    assert shared.notes == (TopicMessage.NO_SUCH_FILTER(name="garden"),)
    assert search(grouped, "topic:roses label:rosy").notes == (LabelMessage.NO_SUCH_FILTER(name="rosy"),)


def test_the_map_has_the_labels_of_its_documents_those_of_most_first(grouped):
    with grouped.writing() as indexer:
        choose_label(indexer.database, "Work", [grouped.folder / "mast.txt"], LabelChoice.GIVEN)
        choose_label(
            indexer.database, "Flowers", [grouped.folder / f"{n}.txt" for n in ("roses", "mast", "tax")],
            LabelChoice.GIVEN,
        )  # fmt: skip
    with grouped.looking_inside() as database:
        drawn = draw_map(database)
        found = {each.document_id: each.path.name for each in database.topics.all_files()}
    documents = np.frombuffer(drawn.document_ids, "<i4").tolist()
    names = {
        each.name: sorted(found[documents[row]] for row in np.frombuffer(each.rows, "<i4")) for each in drawn.labels
    }
    # What has no place on the map, as the paper on taxes, is not on it.
    assert {name: sorted(of) for name, of in names.items()} == {
        "Flowers": ["mast.txt", "roses.txt"],
        "Work": ["mast.txt"],
    }
    assert [(each.name, each.colour) for each in drawn.labels] == [("Flowers", 1), ("Work", 0)]


def test_where_there_are_no_topics_it_is_told_why(tmp_path):
    workspace = write_library(tmp_path)
    (note,) = search(workspace, "topic:garden").notes
    assert note.message is TopicMessage.NO_TOPICS
    assert str(note).endswith("Topics are made when everything else is done.")
    with workspace.writing() as indexer, indexer.database.transaction():
        indexer.database.topics.set_record(GroupingState.TOO_FEW, indexer.database.spaces.active(), len(TEXTS))
    (note,) = search(workspace, "topic:garden").notes
    assert "too few documents for topics: 4" in str(note)
