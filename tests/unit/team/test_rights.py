"""Nobody finds, counts or guesses what is not shared with them, by Findling or past it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from findling.domain.origin import Origin
from findling.domain.search import Mode
from findling.errors import LibraryError, UsageError
from findling.messages.team_templates import TeamMessage
from findling.models.embedder import SharedEmbedder
from findling.paths import LibraryPaths
from findling.settings import Settings
from findling.team.team_library import EVERYONE
from findling.team.team_tables import write_vector
from postgresserver import NO_SERVER
from smalllibrary import unit_vectors
from teamlibraries import LocalLibrary

psycopg = pytest.importorskip("psycopg", reason=NO_SERVER)

DAY = 24 * 3600 * 10**9
WORDS = ["harbour", "lighthouse", "keeper", "letter", "invoice", "salary", "merger", "garden", "kettle", "ledger"]
TABLES = (
    *("folders", "files", "name_words", "documents", "passages", "postings", "word_runs"),
    *("origins", "origin_people", "lengths"),
)


def make_texts(count, seed):
    """Return texts of words that all of them have, some of them rarely."""
    draw = np.random.default_rng(seed)
    return [" ".join(draw.choice(WORDS, 12)) for _ in range(count)]


def publish(shared, local, person, readers):
    with shared.open(person) as team:
        team.share(local.folder, readers)
        local.publish(team)


@pytest.fixture(scope="module")
def both(template, tmp_path_factory):
    """Two libraries: one with what Ann keeps from Eve beside what is shared with her, one with the latter alone."""
    folder = tmp_path_factory.mktemp("local")
    secret = LocalLibrary(folder / "secret.db", Path("/home/ann/secret"))
    offered = LocalLibrary(folder / "offered.db", Path("/home/ann/offered"))
    for number, text in enumerate(make_texts(25, 1)):
        origins = [Origin(dated_ns=number, senders=("Ann", "Zoe"), subject=f"Merger {number}")]
        secret.write(f"secret letter {number}.txt", text, title=f"Merger {number}", language="de", origins=origins)
    for number, text in enumerate(make_texts(15, 2)):
        origins = [Origin(dated_ns=number * DAY, senders=("Ann",), subject=f"Garden {number}")]
        offered.write(f"garden {number}.txt", text, title=f"Garden {number}", origins=origins)
    everything, alone = template.copy(), template.copy()
    for each in (everything, alone):
        publish(each, offered, "ann", [EVERYONE])
    publish(everything, secret, "ann", ["sales"])
    for each in (secret, offered):
        each.database.close()
    return everything, alone


def ask(library, person, queries, tmp_path):
    """Return what a person finds, without the computer's name, which is made up anew."""
    paths = LibraryPaths.inside(tmp_path)
    with library.open(person) as team:
        model = SharedEmbedder(paths, Settings())
        answers = [team.search(query, paths, model, mode=Mode.WORDS, limit=50).results for query in queries]
    return [
        [(Path(*each.path.parts[-2:]), each.score, each.relevance, each.title, each.hits) for each in answer]
        for answer in answers
    ]


def test_an_answer_is_what_it_would_be_if_nothing_else_were_there(both, tmp_path):
    everything, alone = both
    draw = np.random.default_rng(3)
    queries = [" ".join(draw.choice(WORDS, draw.integers(1, 4))) for _ in range(15)]
    queries += ['"letter invoice"', "garden -salary", "lang:de", "lang:en garden", "name:secret", "merger 7"]
    queries += [
        "from:ann garden",
        "from:zoe",
        "subject:merger",
        "date:1970-01-01..1970-01-05",
        "in:/home/ann",
        "in:secret",
    ]
    assert ask(everything, "eve", queries, tmp_path) == ask(alone, "eve", queries, tmp_path)
    assert ask(everything, "bob", queries, tmp_path) != ask(alone, "bob", queries, tmp_path)


def test_the_nearest_are_the_nearest_of_what_is_shared(both):
    found = []
    for library in both:
        rows = library.ask("SELECT p.id, p.beginning, d.body FROM passages p JOIN documents d ON d.id = p.document_id")
        texts = {number: text for number, *text in rows}
        with library.open("eve") as team, team.snapshot() as tables:
            near = [tables.vectors.search(query, 10) for query in unit_vectors(5, seed=4)]
        found.append([[texts[label] for label in each.labels.tolist()] for each in near])
    assert found[0] == found[1]
    assert {len(each) for each in found[0]} == {10}


def test_past_findling_there_is_no_more_to_see(both):
    everything, _ = both
    for table in TABLES:
        owned = everything.ask(f"SELECT count(*) FROM {table}")[0][0]
        seen = everything.ask(f"SELECT count(*) FROM {table}", "eve")[0][0]
        assert 0 < seen < owned
    assert everything.ask("SELECT count(*) FROM documents WHERE title LIKE 'Merger%'", "eve") == [(0,)]
    assert everything.ask("SELECT count(*) FROM origins WHERE subject LIKE 'Merger%'", "eve") == [(0,)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        everything.ask("SELECT key FROM awaited", "eve")


def test_a_filter_that_tells_what_it_sees_is_shown_nothing_hidden(both):
    everything, _ = both
    with everything.server.connect(everything.name, "eve") as connection:
        told = []
        connection.add_notice_handler(lambda notice: told.append(notice.message_primary))
        connection.execute("SET search_path = findling, public")
        connection.execute(
            "CREATE FUNCTION pg_temp.tell(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS"
            " $$BEGIN RAISE NOTICE '%', $1; RETURN true; END$$"
        )
        connection.execute("SELECT count(*) FROM documents WHERE pg_temp.tell(title)")
        connection.execute("SELECT count(*) FROM files WHERE pg_temp.tell(path)")
    assert told
    assert [each for each in told if "Merger" in each or "secret" in each] == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE folders SET readers = '{{eve}}'",
        "UPDATE files SET folder_id = (SELECT id FROM folders WHERE owner = 'eve')",
        "DELETE FROM files",
        "DELETE FROM folders",
    ],
)
def test_what_belongs_to_others_cannot_be_changed(both, statement):
    everything, _ = both
    with everything.open("eve") as team:
        team.share(Path("/home/eve"), ["sales"])
    before = everything.ask("SELECT folder_id, path, key FROM files ORDER BY id")
    with everything.server.connect(everything.name, "eve") as connection:
        connection.execute("SET search_path = findling, public")
        connection.execute(statement.replace("{{", "{").replace("}}", "}"))
    assert everything.ask("SELECT folder_id, path, key FROM files ORDER BY id") == before
    assert everything.ask("SELECT owner FROM folders WHERE 'eve' = ANY (readers) AND owner <> 'eve'") == []


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO documents SELECT FROM (VALUES (1)) AS x",
        "INSERT INTO postings SELECT 'spoilt', id, 9 FROM documents",
        "DELETE FROM documents",
        "UPDATE library SET model = 'other'",
        "DELETE FROM origin_people",
        "INSERT INTO folders (owner, machine, machine_name, path) VALUES ('ann', 'm', 'm', '/')",
        "INSERT INTO files OVERRIDING SYSTEM VALUE SELECT 99, 1, '', '', '{}', 0, 0, '', ''",
    ],
)
def test_documents_come_by_publishing_alone_and_folders_in_ones_own_name(both, statement):
    everything, _ = both
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        everything.ask(f"{statement} RETURNING 1", "eve")


def test_a_document_is_not_to_be_seen_by_naming_its_number(both):
    everything, _ = both
    with everything.open("eve") as team:
        team.share(Path("/home/eve"), ["sales"])
    seen = everything.ask("SELECT count(*) FROM postings", "eve")
    guessed = "(SELECT id FROM folders WHERE owner = 'eve'), number::text, '', '{}', 0, 0, '', '', number"
    everything.ask(
        "INSERT INTO files (folder_id, path, folded, words, size, mtime_ns, source, key, document_id)"
        f" SELECT {guessed} FROM generate_series(1, 100) AS number RETURNING 1",
        "eve",
    )
    everything.ask("UPDATE files SET document_id = 1 RETURNING 1", "eve")
    assert everything.ask("SELECT count(*) FROM postings", "eve") == seen
    everything.ask("DELETE FROM folders WHERE owner = 'eve' RETURNING 1", "eve")


def test_a_refusal_says_nothing_of_what_is_there(both):
    everything, _ = both
    [(folder, path)] = everything.ask("SELECT folder_id, path FROM files WHERE path LIKE 'secret%' LIMIT 1")
    said = set()
    for guessed in (path, "nothing such.txt"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege) as refused:
            everything.ask(
                "INSERT INTO files (folder_id, path, folded, words, size, mtime_ns, source, key)"
                " VALUES (%s, %s, '', '{}', 0, 0, '', '') RETURNING 1",
                "eve",
                *(folder, guessed),
            )
        said.add(str(refused.value))
    assert len(said) == 1


def test_what_publishing_calls_touches_nothing_of_others(both):
    everything, _ = both
    state = "SELECT f.id, f.document_id, p.mark, p.files FROM files f JOIN publications p USING (folder_id) ORDER BY 1"
    before = everything.ask(state)
    [(folder, files, keys)] = everything.ask(
        "SELECT folder_id, array_agg(id), array_agg(key) FROM files WHERE path LIKE 'secret%' GROUP BY folder_id"
    )
    assert everything.ask("SELECT claim(%s, 100)", "eve", keys) == []
    everything.ask("SELECT retract(%s, %s)", "eve", folder, files)
    for inner in ("assign_documents(%s)", "find_document()", "await_documents()", "note_changed()"):
        values = [keys] if "%s" in inner else []
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            everything.ask(f"SELECT {inner}", "eve", *values)
    assert everything.ask(state) == before


def test_a_document_that_nobody_waits_for_is_not_stored(both):
    everything, _ = both
    given = f"'txt', 'T', 'en', 1, false, 'b', '', 0, 0, '{write_vector([1.0] * 8)}', '{{}}', '{{}}', '{{}}', '{{}}'"
    lists = "'{}'::text[]::halfvec[], '{}', '{}', '{}'::text[]::tsvector[]"
    assert everything.ask(f"SELECT store({given}, {lists})", "eve") == [(False,)]


def test_what_is_shared_with_others_from_now_on_is_gone_for_those_before(shared, make_local, tmp_path):
    local = make_local("ann")
    local.write("garden.txt", "a garden")
    publish(shared, local, "ann", ["eve"])
    assert [len(found) for found in ask(shared, "eve", ["garden"], tmp_path)] == [1]
    shared.ask("UPDATE folders SET readers = '{bob}' RETURNING id", "ann")
    assert ask(shared, "eve", ["garden"], tmp_path) == [[]]
    assert [len(found) for found in ask(shared, "bob", ["garden"], tmp_path)] == [1]


def test_a_folder_is_shared_with_those_alone_whom_the_server_knows(shared):
    with shared.open("ann") as team, pytest.raises(UsageError) as refused:
        team.share(Path("/home/ann"), ["nobody such"])
    assert refused.value.notice.message is TeamMessage.NO_GROUP


def test_who_is_no_member_is_told_so(shared):
    with pytest.raises(LibraryError) as refused, shared.open("stranger"):
        pass
    assert refused.value.notice.message is TeamMessage.NO_MEMBER
