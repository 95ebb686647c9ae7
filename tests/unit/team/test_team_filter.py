"""A filter means in the shared library what it means on a computer; what is a user's own is refused there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from findling.domain.origin import Origin
from findling.domain.search import Mode, SortOrder
from findling.errors import FindlingError
from findling.formats import FileKind
from findling.models.embedder import SharedEmbedder
from findling.paths import LibraryPaths
from findling.search.query import parse_query
from findling.settings import Settings
from findling.storage.file_filter import Filter
from findling.team.team_library import EVERYONE, TeamLibrary
from smalllibrary import unit_vectors
from teamlibraries import LocalLibrary

HOME = Path("/home/ann/work/papers")
DAY = 24 * 3600 * 10**9


def day(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) * 10**9


ANN, BOB = "Ann Lee <ann@example.org>", "Bob Ray <bob@example.org>"
FILES = {
    "offer.eml": {
        "kind": FileKind.EML,
        "modified_ns": day("2024-05-01T12:00"),
        "origins": [
            Origin(dated_ns=day("2023-03-03T12:00"), senders=(ANN,), recipients=(BOB,), subject="Offer for boats")
        ],
    },
    "all.mbox": {
        "kind": FileKind.MBOX,
        "modified_ns": day("2024-06-01T12:00"),
        "origins": [
            Origin(dated_ns=day("2021-01-01T12:00"), senders=(ANN,), recipients=("carl@example.org",), subject="Hello"),
            Origin(dated_ns=day("2022-02-02T12:00"), senders=(BOB,), copied=(ANN,), subject="Offer again"),
        ],
    },
    "2023/plan.pdf": {
        "kind": FileKind.PDF,
        "language": "de",
        "modified_ns": day("2024-01-15T12:00"),
        "origins": [Origin(dated_ns=day("2023-12-24T12:00"), authors=("Dörte Müller",))],
    },
    "2023/notes (old).txt": {"modified_ns": day("2023-07-01T12:00")},
    "2023b/notes.txt": {"language": "de", "modified_ns": day("2024-01-20T12:00")},
}

QUERIES = [
    "from:ann",
    "from:bob to:ann",
    "from:ann subject:again",
    "to:bob subject:offer",
    "author:müller",
    "author:muller author:nobody",
    "author:ann",
    "date:2023",
    "date:2021..2022",
    "date:2024-01",
    "after:2024",
    "before:2024-01-16 type:pdf,text",
    "type:eml",
    "lang:de",
    "name:notes-old",
    "name:no",
    f"in:{HOME}/2023",
    f"in:{HOME}",
    "in:/home/ann",
    f"-in:{HOME}/2023",
    f"in:{HOME}/2023 lang:de date:2023",
    f"in:{HOME}/offer.eml",
    f"in:{HOME}/off",
    "in:/home/ann/work/papers/../papers/2023",
]


@pytest.fixture(scope="module")
def ann(template, tmp_path_factory):
    """Ann's library, with all that she has shared, as she and as Bob open it."""
    local = LocalLibrary(tmp_path_factory.mktemp("local") / "library.db", HOME)
    for name, facts in FILES.items():
        local.write(name, f"the boats of {name}", title=name, passages=1, **facts)
    library = template.copy()
    hers, his = library.join("ann"), library.join("bob")
    with TeamLibrary.open(hers) as team:
        team.share(local.folder, [EVERYONE])
        local.publish(team)
    yield local, hers, his
    local.database.close()


@pytest.fixture
def find(ann, tmp_path):
    """Return the files that a query finds in the shared library, by name, for who opens it."""
    paths = LibraryPaths.inside(tmp_path)

    def search(query, membership=ann[1]):
        with TeamLibrary.open(membership) as team:
            model = SharedEmbedder(paths, Settings())
            found = team.search(query, paths, model, mode=Mode.WORDS, order=SortOrder.NAME, limit=50)
        return sorted(Path(str(each.path).partition(str(HOME))[2][1:]).as_posix() for each in found.results)

    return search


@pytest.mark.parametrize("query", QUERIES)
def test_a_filter_means_what_it_means_on_a_computer(ann, find, query):
    database = ann[0].database
    wanted = parse_query(query, now=datetime.now().astimezone(), home=Path.home()).filter
    places = database.documents.locations(database.documents.select(wanted, 100), wanted)
    expected = sorted(each[0].path.relative_to(HOME).as_posix() for each in places.values())
    assert find(query) == expected
    assert find(f"boats {query}") == expected


def test_the_filters_that_are_compared_each_let_some_files_pass_and_not_others(find):
    counts = {query: len(find(query)) for query in QUERIES}
    assert {query for query, count in counts.items() if count == len(FILES)} == {f"in:{HOME}", "in:/home/ann"}
    assert {query for query, count in counts.items() if not count} == {f"in:{HOME}/off", "from:ann subject:again"}


def test_a_folder_of_another_computer_is_meant_as_results_show_it_or_as_it_was_shared(ann, find):
    _, hers, his = ann
    inside = ["2023/notes (old).txt", "2023/plan.pdf"]
    assert find(f"in:{HOME}/2023", his) == []
    assert find(f'in:"{hers.name}:{HOME}/2023"', his) == inside
    assert find("in:papers/2023", his) == find("in:papers/2023") == inside
    assert find("in:work", his) == []
    assert find("-in:papers/2023 name:notes", his) == ["2023b/notes.txt"]


def test_what_a_document_says_of_itself_is_in_its_result(ann, tmp_path):
    paths = LibraryPaths.inside(tmp_path)
    with TeamLibrary.open(ann[2]) as team:
        model = SharedEmbedder(paths, Settings())
        found = team.search("boats", paths, model, mode=Mode.WORDS).results
    origins = {each.path.name: each.origin for each in found}
    assert origins["offer.eml"] == FILES["offer.eml"]["origins"][0]
    assert origins["plan.pdf"] == FILES["2023/plan.pdf"]["origins"][0]
    assert origins["all.mbox"] is None
    assert origins["notes.txt"] is None


@pytest.mark.parametrize("query", ["label:paid boats", "topic:boats", "label:paid topic:boats lang:de"])
def test_labels_and_topics_are_refused_since_they_are_the_users_own(find, query):
    with pytest.raises(FindlingError, match="Labels and topics are yours alone"):
        find(query)


PASSAGES = 4_000
SHARES = {Filter(kinds=(FileKind.PDF,)): 2, Filter(languages=("de",)): 20, Filter(names=("rare",)): 200}
"""Filters, and of how many passages one passes."""

FILL = """
WITH folder AS (
    INSERT INTO folders (owner, machine, machine_name, path, readers)
    VALUES ('ann', 'm', 'm', '/many', '{findling_reader}') RETURNING id
), each AS (
    SELECT n, int8send(n) AS key, vector::halfvec FROM unnest(%s::text[]) WITH ORDINALITY AS v (vector, n)
), filed AS (
    INSERT INTO files (folder_id, path, folded, words, size, mtime_ns, source, key)
    SELECT folder.id, n::text, CASE mod(n, 200) WHEN 0 THEN ' rare ' ELSE ' usual ' END, '{}', 1, n, '', key
    FROM folder, each
), said AS (
    INSERT INTO documents (key, kind, title, language, recognised, body, stems, words, mean)
    SELECT key, CASE mod(n, 2) WHEN 0 THEN 'pdf' ELSE 'txt' END, '', CASE mod(n, 20) WHEN 0 THEN 'de' ELSE 'en' END,
        false, '', 0, 0, vector
    FROM each ORDER BY n RETURNING id, mean
)
INSERT INTO passages (document_id, beginning, ending, heading, vector) SELECT id, 0, 0, '', mean FROM said
"""


@pytest.fixture(scope="module")
def many(template):
    """A shared library with many passages, of which some filters let few pass, and with an index of them."""
    library = template.copy()
    vectors = [f"[{','.join(map(str, row))}]" for row in unit_vectors(PASSAGES, seed=3).round(4).tolist()]
    with library.server.connect(library.name) as connection:
        connection.execute("SET search_path = findling, public")
        connection.execute(FILL, (vectors,))
        connection.execute("SELECT build_index(1)")
    library.server.analyse(library.name)
    return library


@pytest.mark.parametrize("wanted", [Filter(), *SHARES])
def test_however_few_pass_a_filter_the_nearest_of_these_are_found(many, wanted):
    """Recall@10 against comparing all, by somebody with whom they are shared."""
    queries = unit_vectors(10, seed=4)
    recall = []
    with many.open("guest") as team:
        for query in queries:
            with team.snapshot(wanted) as tables:
                found = tables.vectors.search(query, 10)
                passing = tables.documents.select(wanted, PASSAGES)
                scores = tables.vectors.best_cosines(passing, team.space, query)
            nearest = scores.ids[np.argsort(-scores.values)[:10]]
            assert len(found) == 10
            owners = many.ask("SELECT document_id FROM passages WHERE id = ANY (%s)", "admin", found.labels.tolist())
            recall.append(len({row[0] for row in owners} & set(nearest.tolist())) / 10)
    assert len(passing) == PASSAGES // SHARES.get(wanted, 1)
    assert np.mean(recall) >= 0.97
