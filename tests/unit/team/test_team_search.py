"""A search of the shared library finds what one of the library on this computer does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from findling.domain.search import Mode, SortOrder
from findling.index.lexical.schema import LexicalQuery
from findling.models.embedder import SharedEmbedder
from findling.paths import LibraryPaths
from findling.settings import Settings
from findling.team.team_library import EVERYONE, TeamLibrary
from smalllibrary import unit_vectors
from teamlibraries import LocalLibrary

DAY = 24 * 3600 * 10**9
TEXTS = {
    "AnnualReport2023.txt": ("The annual report on the harbour and its lighthouse keeper.", "Annual report", "en"),
    "letter.txt": ("A letter to the keeper of the lighthouse, who answers late.", "Letter", "en"),
    "Vertrag.txt": ("Der Vertrag über die Wohnung, mit Kündigungsfrist von drei Monaten.", "Mietvertrag", "de"),
    "invoice.txt": ("Invoice INV-2023-0417 for one lighthouse lamp, paid in full.", "Invoice", "en"),
    "o'clock.txt": ("It's five o'clock at the back\\slash of the harbour.", "Clock", "en"),
}


@pytest.fixture(scope="module")
def published(template, tmp_path_factory):
    """A shared library with a few files and a long one, as a member of it opens it."""
    local = LocalLibrary(tmp_path_factory.mktemp("local") / "library.db", Path("/home/ann/papers"))
    for name, (text, title, language) in TEXTS.items():
        local.write(name, text, title=title, language=language, passages=1)
    words = [f"word{number % 700}" for number in range(20_000)]
    words[19_000:19_003] = ["harbour", "master", "plan"]
    local.write("long.txt", " ".join(words), title="Long", passages=40)
    library = template.copy()
    membership = library.join("ann")
    with TeamLibrary.open(membership) as team:
        team.share(local.folder, [EVERYONE])
        local.publish(team)
    local.database.close()
    return library, membership


@pytest.fixture
def find(published, tmp_path):
    """Return the names of what a query finds by its words, best first."""
    paths = LibraryPaths.inside(tmp_path)

    def search(query, **more):
        with TeamLibrary.open(published[1]) as team:
            found = team.search(query, paths, SharedEmbedder(paths, Settings()), mode=Mode.WORDS, **more)
        return [each.path.name for each in found.results]

    return search


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("reports on harbours", "AnnualReport2023.txt"),
        ("Kündigungsfristen der Wohnungen", "Vertrag.txt"),
        ("INV-2023-0417", "invoice.txt"),
        ('"keeper of the lighthouse"', "letter.txt"),
        ('"harbour master plan"', "long.txt"),
        ('"five o\'clock at the back\\slash"', "o'clock.txt"),
        ("annual report 2023", "AnnualReport2023.txt"),
    ],
)
def test_the_best_comes_first(find, query, first):
    assert find(query)[0] == first


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("lighthouse -letter -invoice", {"AnnualReport2023.txt"}),
        ('"lighthouse the keeper of"', set()),
        ("lang:de", {"Vertrag.txt"}),
        ("lighthouse name:report", {"AnnualReport2023.txt"}),
        ("type:pdf lighthouse", set()),
        ("before:1999 lighthouse", set()),
        ("after:2023-01 lang:en harbour", {"AnnualReport2023.txt", "o'clock.txt", "long.txt"}),
    ],
)
def test_filters_and_exclusions_hold(find, query, names):
    assert set(find(query)) == names


def test_a_list_comes_in_the_order_that_was_asked_for(find):
    listed = find("lang:en", order=SortOrder.NAME)
    assert listed == sorted(listed, key=str.lower)
    assert len(find("lang:en", limit=2, order=SortOrder.DATE)) == 2


def test_bm25_is_that_of_the_word_index(published):
    """Expected: log(1 + (N - n + .5) / (n + .5)) * tf * 2.2 / (tf + 1.2 * (.25 + .75 * length / mean)).

    A word counts as its stem, and with a tenth of the weight as it stands.
    """
    library, _ = published
    with library.open("ann") as team, team.snapshot() as tables:
        words = tables.words
        [(number, score)] = words.search(LexicalQuery(("lamp",)), 10)
        [(stems, length)] = library.ask("SELECT stems, words FROM documents WHERE id = %s", "admin", number)
        [means] = library.ask("SELECT avg(stems)::float8, avg(words)::float8 FROM documents")
        rarity = np.log1p((6 - 1 + 0.5) / 1.5)
        expected = sum(
            weight * rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 * size / mean))
            for weight, size, mean in ((1.0, stems, means[0]), (0.1, length, means[1]))
        )
        assert score == pytest.approx(expected)
        assert words.score(LexicalQuery(("lamp",)), [number, 10**6]) == {number: score, 10**6: 0.0}
        assert words.frequency("lighthouse") == 3
        assert words.rarity("nowhere") > words.rarity("lighthouse")


def test_words_are_counted_and_scored_by_their_own_rows_and_those_of_files_alone(published):
    library, _ = published
    before = library.count_rows_read("bob")
    with library.open("bob") as team, team.snapshot() as tables:
        assert len(tables.words.search(LexicalQuery(("lighthouse", "harbour")), 10)) == 5
    rows = {table: count - before[table] for table, count in library.count_rows_read("bob").items()}
    assert {table for table, count in rows.items() if count} == {"library", "folders", "files", "lengths", "postings"}


def test_vectors_are_scored_by_the_server_as_stored(published):
    library, _ = published
    query = unit_vectors(1, seed=9)[0]
    with library.open("guest") as team, team.snapshot() as tables:
        vectors = tables.vectors
        near = vectors.search(query, 45)
        assert len(near) == 45
        assert near.scores.tolist() == sorted(near.scores.tolist(), reverse=True)
        ids = [row[0] for row in library.ask("SELECT id FROM documents ORDER BY id")]
        best, every = vectors.best_cosines(ids, team.space, query), vectors.passage_cosines(ids, team.space, query)
        assert best.ids.tolist() == ids
        assert best.values == pytest.approx([max(every[number].values()) for number in ids])
        assert {label for found in every.values() for label in found} == set(near.labels.tolist())
        means = vectors.means(ids, team.space)
        assert [float(np.linalg.norm(means[number])) for number in ids] == pytest.approx([1.0] * len(ids), abs=1e-3)


def test_the_index_of_vectors_finds_what_comparing_all_does(published):
    library, _ = published
    copy = library.copy()
    query = unit_vectors(1, seed=10)[0]
    assert copy.ask("SELECT build_index(1)", "ann") == [(True,)]
    assert copy.ask("SELECT build_index(1)", "ann") == [(False,)]
    found = []
    for each in (copy, library):
        with each.open("ann") as team, team.snapshot() as tables:
            found.append(tables.vectors.search(query, 5).labels.tolist())
    assert found[0] == found[1]
