"""Documents are grouped by topic at rest; later ones join what there is, until a tenth has changed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from findling.cli.main import run
from findling.domain.topics import GroupingState
from findling.indexing.topic_stage import TopicStage
from findling.models.embedder import BoundEmbedder, Embedder
from workspace import Workspace

SUBJECTS = {
    "garden": (
        "Tomatoes {} want sun and compost; water the roots of the plants in the evening and cut the shoots.",
        "The roses {} in the flower bed need pruning in spring, and mulch keeps the weeds of the garden down.",
    ),
    "contracts": (
        "The tenant {} pays the rent in advance; the landlord keeps the deposit until the lease has ended.",
        "Clause {}: either party of the agreement gives notice in writing, and liability for damages is limited.",
    ),
    "planets": (
        "The probe {} took pictures of the moons of Jupiter and measured the magnetic field of the planet.",
        "Telescope {} in orbit saw the rings of Saturn, and astronomers counted the stars of a galaxy.",
    ),
}


@pytest.fixture(scope="module")
def indexed(tmp_path_factory):
    workspace = Workspace.at(tmp_path_factory.mktemp("topics"))
    workspace = replace(workspace, settings=replace(workspace.settings, topics=True))
    for subject, texts in SUBJECTS.items():
        for number in range(20):
            workspace.write(f"{subject}/{number}.txt", texts[number % 2].format(f"of plot {number}"))
    workspace.index()
    return workspace


@pytest.fixture
def bound(indexed):
    with indexed.looking_inside() as database:
        space = database.spaces.active()
    embedder = Embedder.open(indexed.paths, indexed.settings)
    yield BoundEmbedder(embedder, space)
    embedder.close()


def read_tree(workspace):
    with workspace.looking_inside() as database:
        return database.topics.tree()


def subjects_of(workspace, topic_id):
    with workspace.looking_inside() as database:
        return {file.path.parent.name for file in database.topics.files(topic_id, 100)}


def test_a_run_ends_with_topics_each_of_one_subject(indexed):
    tree = read_tree(indexed)
    assert (tree.state, tree.documents) == (GroupingState.GROUPED, 60)
    assert all(len(subjects_of(indexed, topic.id)) == 1 for topic in tree.topics)
    names = " ".join(topic.name for topic in tree.topics)
    assert {"tenant", "landlord", "rent", "lease"} & set(names.replace(",", "").split())


def test_the_command_lists_topics_with_their_files(indexed, capsysbinary):
    assert run(["--library", str(indexed.paths.data), "--json", "topics", "-n", "2"], lambda *_: 0) == 0
    told = json.loads(capsysbinary.readouterr().out)
    assert (told["state"], told["documents"], told["notice"]) == ("grouped", 60, None)
    assert sum(topic["size"] for topic in told["topics"]) == 60
    for topic in told["topics"]:
        assert topic["name"]
        assert len(topic["files"]) == 2
    assert run(["--library", str(indexed.paths.data), "--json", "topics", "--depth", "1"], lambda *_: 0) == 0
    assert all(not topic["topics"] for topic in json.loads(capsysbinary.readouterr().out)["topics"])


def test_nothing_is_grouped_again_while_little_changes_and_a_new_document_joins_its_like(indexed):
    before = read_tree(indexed)
    indexed.write("planets/new.txt", "A lander reached the far side of the moon and took pictures of the planet Mars.")
    indexed.index()
    after = read_tree(indexed)
    assert {topic.id: topic.name for topic in after.topics} == {topic.id: topic.name for topic in before.topics}
    assert after.documents == 61
    with indexed.looking_inside() as database:
        assert database.topics.record().later == 1
        joined = next(
            topic
            for topic in after.topics
            if "new.txt" in {file.path.name for file in database.topics.files(topic.id, 100)}
        )
    assert "planets" in subjects_of(indexed, joined.id)


def test_nothing_is_done_where_it_is_switched_off(indexed, bound):
    with indexed.writing() as indexer:
        stage = TopicStage(indexer.database, replace(indexed.settings, topics=False))
        assert not stage.advance(bound, lambda: False)


def test_grouping_pauses_at_once_when_something_more_pressing_comes(indexed, bound):
    with indexed.writing() as indexer:
        database = indexer.database
        with database.transaction():
            database.topics.clear()
            database.topics.set_record(GroupingState.TOO_FEW, bound.space, 0)
        stage = TopicStage(database, indexed.settings)
        assert stage.advance(bound, lambda: False)
        assert not stage.advance(bound, lambda: True)
        assert database.topics.record().state is GroupingState.TOO_FEW
        shares = []
        while stage.advance(bound, lambda: False):
            shares.append(stage.progress)
        assert shares[-1] is None
        assert shares[:-1] == sorted(shares[:-1])
        assert database.topics.tree().state is GroupingState.GROUPED
