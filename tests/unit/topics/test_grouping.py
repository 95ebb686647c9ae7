"""A library's topics are stored with names that stay, and what comes later goes beside its like."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from findling.domain.files import Passage
from findling.domain.topics import GroupingState
from findling.storage.database import Database
from findling.topics.grouping import TopicGrouping
from findling.topics.later_documents import place_later
from plantedsubjects import DIMENSIONS, plant
from smalllibrary import add_document, add_file

SUBJECTS = ("sailing", "baking", "beekeeping")
SIZE = 30
VECTORS = plant([2 * SIZE] * len(SUBJECTS))


class Words:
    """Model to which each subject's word has the vector of that subject, and all other words some vector."""

    def encode_passages(self, texts):
        drawn = np.random.default_rng(5)
        rows = drawn.normal(size=(len(texts), DIMENSIONS)).astype(np.float32) / 10
        for row, text in zip(rows, texts, strict=True):
            if text in SUBJECTS:
                row += VECTORS[2 * SIZE * SUBJECTS.index(text)]
        return rows


class Corpus:
    """Library of documents about three subjects."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.transaction():
            self.folder = (database.folders.all() or [database.folders.add(Path("/d"))])[0].id
            self.space = database.vectors.ensure_space("tests:1", "tests", DIMENSIONS)
            database.spaces.make_active(self.space)

    def add(self, subject: int, numbers: range) -> list[int]:
        added = []
        with self.database.transaction():
            for number in numbers:
                name = f"{subject}-{number}"
                text = f"Notes on {SUBJECTS[subject]} in February, and much else"
                document = add_document(self.database, name.encode(), text, title=name)
                vector = VECTORS[2 * SIZE * subject + number][None]
                self.database.vectors.add(document, self.space, [Passage(0, 5)], vector)
                add_file(self.database, self.folder, Path("/d") / name, document)
                added.append(document)
        return added

    def remove(self, documents: list[int]) -> None:
        with self.database.transaction():
            self.database._connection.execute(f"DELETE FROM files WHERE document_id IN ({str(documents)[1:-1]})")
            self.database.documents.remove(documents)

    def group(self) -> None:
        shares = list(TopicGrouping(self.database, self.space, Words(), lambda: 0.0).steps())
        assert shares == sorted(shares)

    def names(self) -> dict[int, str]:
        return {topic.id: topic.name for topic in self.database.topics.tree().topics}

    def places(self) -> dict[int, tuple[float, float]]:
        return {each.document_id: (each.x, each.y) for each in self.database.topics.placed()}


@pytest.fixture
def corpus(tmp_path):
    database = Database.open_for_writing(tmp_path / "library.db")
    yield Corpus(database)
    database.close()


@pytest.fixture(scope="session")
def grouped_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("grouped") / "library.db"
    corpus = Corpus(Database.open_for_writing(path))
    for subject in range(len(SUBJECTS)):
        corpus.add(subject, range(SIZE))
    corpus.group()
    corpus.database.close()
    return path


@pytest.fixture
def grouped(grouped_file, tmp_path):
    """Return a copy of a corpus whose documents were grouped."""
    shutil.copytree(grouped_file.parent, tmp_path / "copy")
    corpus = Corpus(Database.open_for_writing(tmp_path / "copy" / "library.db"))
    yield corpus
    corpus.database.close()


def test_each_subject_is_a_topic_with_the_word_that_means_it(grouped):
    tree = grouped.database.topics.tree()
    assert (tree.state, tree.documents) == (GroupingState.GROUPED, 3 * SIZE)
    assert [topic.size for topic in tree.topics] == [SIZE] * 3
    assert {topic.terms[0] for topic in tree.topics} == set(SUBJECTS)
    assert tree.notice is None


def test_the_typical_files_of_a_topic_come_first(grouped):
    for topic in grouped.database.topics.tree().topics:
        files = grouped.database.topics.files(topic.id, 100)
        assert len(files) == SIZE
        closeness = [file.closeness for file in files]
        assert closeness == sorted(closeness, reverse=True)
        assert len({file.path.name[0] for file in files}) == 1
        assert grouped.database.topics.files(topic.id, 2, offset=1) == files[1:3]


def test_a_new_document_goes_to_the_topic_of_the_nearest_and_no_other_moves(grouped):
    names, places = grouped.names(), grouped.places()
    (new,) = grouped.add(1, range(SIZE, SIZE + 1))
    assert grouped.database.topics.count_unplaced(grouped.space) == 1

    assert place_later(grouped.database, grouped.space) == 1

    after = grouped.places()
    place = np.array(after.pop(new))
    assert after == places
    own = next(topic for topic in grouped.database.topics.tree().topics if topic.terms[0] == SUBJECTS[1])
    assert own.size == SIZE + 1
    assert grouped.names() == names
    distances = {document: np.hypot(*(place - spot)) for document, spot in places.items()}
    nearest = min(distances, key=distances.__getitem__)
    assert grouped.database.documents.get([nearest])[nearest].title.startswith("1-")
    record = grouped.database.topics.record()
    assert (record.later, record.gone) == (1, 0)


def test_topics_that_keep_half_of_their_documents_keep_ids_and_names(grouped):
    names = grouped.names()
    with grouped.database.transaction():
        for topic_id in names:
            grouped.database._connection.execute(
                "UPDATE topics SET terms = ? WHERE id = ?", (f"kept {topic_id}", topic_id)
            )
    grouped.remove([each for each in grouped.places() if each % 3 == 0])
    grouped.add(0, range(SIZE, SIZE + 5))
    grouped.group()
    assert grouped.names() == {topic_id: f"kept {topic_id}" for topic_id in names}


def test_a_topic_whose_documents_are_gone_is_gone_with_its_name(grouped):
    rows = grouped.database.documents.get(list(grouped.places()))
    grouped.remove([document for document, row in rows.items() if row.title.startswith("2-")])
    assert grouped.database.topics.record().gone == SIZE
    with grouped.database.transaction():
        grouped.database.topics.drop_empty()
    assert {name.split(",")[0] for name in grouped.names().values()} == set(SUBJECTS[:2])


def test_too_few_documents_are_not_divided_and_it_is_said(corpus):
    corpus.add(0, range(20))
    corpus.add(1, range(20))
    corpus.group()
    tree = corpus.database.topics.tree()
    assert (tree.state, tree.documents, tree.topics) == (GroupingState.TOO_FEW, 40, ())
    assert str(tree.notice) == "There are too few documents for topics: 40. From 50 on they are grouped."


def test_documents_about_one_subject_are_not_divided_have_places_and_it_is_said(corpus):
    corpus.add(0, range(2 * SIZE))
    corpus.group()
    tree = corpus.database.topics.tree()
    assert (tree.state, tree.topics, len(corpus.places())) == (GroupingState.ONE_SUBJECT, (), 2 * SIZE)
    assert str(tree.notice) == "All 60 documents are about one subject."
    assert len(corpus.database.topics.files(None, 100)) == 2 * SIZE


def test_before_anything_was_grouped_it_is_said_that_topics_will_come(corpus):
    assert str(corpus.database.topics.tree().notice) == "Topics are made when everything else is done."


def test_a_library_that_grew_small_has_no_topics_any_more(grouped):
    grouped.remove(list(grouped.places())[:50])
    grouped.group()
    assert grouped.database.topics.tree().topics == ()
    assert grouped.places() == {}
