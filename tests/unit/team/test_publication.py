"""Published documents are in the shared library once, whoever publishes and whatever is killed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from findling.domain.origin import Origin
from findling.errors import LibraryError
from findling.messages.team_templates import TeamMessage
from findling.storage.vector_table import Space
from findling.team.document_content import DocumentContent
from findling.team.library_creation import create_library
from findling.team.server_link import ServerLink, ServerUnreachableError
from findling.team.team_library import TeamLibrary
from findling.team.team_schema import TEAM_MIGRATIONS
from findling.team.team_tables import write_vector
from smalllibrary import DIMENSIONS
from teamlibraries import MODEL, SharedDatabase, start_publishing
from waiting import wait_until

MANY = 70


def fill(local, count=MANY, text="The lighthouse keeper counted ship number {}."):
    for number in range(count):
        local.write(f"{number}.txt", text.format(number), passages=1)


def count_rows(shared):
    """Return how many files, documents, passages and awaited documents there are, told by the owner of the tables."""
    tables = ("files", "documents", "passages", "awaited")
    return [shared.ask(f"SELECT count(*) FROM {table}")[0][0] for table in tables]


def name_content(local, number):
    row = local.database.files.find(local.folder / f"{number}.txt")
    return DocumentContent.of(local.database.documents.extraction(row.document_id), ()).key


def find_incomplete(shared):
    """Return the documents that lack a passage, a term or their words' places, or have a passage twice."""
    return shared.ask(
        "SELECT d.id FROM documents d WHERE NOT EXISTS (SELECT FROM postings WHERE document_id = d.id)"
        " OR NOT EXISTS (SELECT FROM word_runs WHERE document_id = d.id)"
        " OR NOT EXISTS (SELECT FROM lengths WHERE document_id = d.id)"
        " OR EXISTS (SELECT FROM files WHERE key = d.key AND document_id IS DISTINCT FROM d.id)"
        " OR (SELECT count(*) FROM passages WHERE document_id = d.id)"
        " <> greatest((SELECT count(DISTINCT beginning) FROM passages WHERE document_id = d.id), 1)"
    )


def test_what_is_read_is_published_with_its_passages_and_again_nothing_is_sent(shared, make_local):
    local = make_local("ann")
    fill(local, 3)
    with shared.open("ann") as team:
        team.share(local.folder, ["sales"])
        first = local.publish(team)
        again = local.publish(team)
    assert (first.files, first.changed, first.brought) == (3, 3, 3)
    assert (again.files, again.changed, again.brought, again.removed, again.waiting) == (3, 0, 0, 0, 0)
    assert count_rows(shared) == [3, 3, 3, 0]


def test_what_changes_or_is_deleted_follows(shared, make_local):
    local = make_local("ann")
    local.write("a.txt", "the first text")
    local.write("b.txt", "the second text")
    with shared.open("ann") as team:
        team.share(local.folder, ["sales"])
        local.publish(team)
        local.write("a.txt", "the first text, which is another now")
        local.delete("b.txt")
        done = local.publish(team)
    assert (done.files, done.changed, done.removed, done.brought) == (1, 1, 1, 1)
    assert shared.ask("SELECT body FROM documents") == [("the first text, which is another now",)]
    assert count_rows(shared)[3] == 0


def test_what_is_read_anew_stays_as_it_was_published_until_then(shared, make_local):
    local = make_local("ann")
    local.write("a.txt", "the first text")
    with shared.open("ann") as team:
        team.share(local.folder, ["sales"])
        local.publish(team)
        row = local.database.files.find(local.folder / "a.txt")
        with local.database.transaction():
            local.database.files.set_pending(row.id, row.stat, 0)
        done = local.publish(team)
    assert done.removed == 0
    assert count_rows(shared)[:2] == [1, 1]


def test_a_content_of_several_people_is_sent_once_and_stays_while_one_has_it(shared, make_local):
    ann, bob = make_local("ann"), make_local("bob", Path("/home/bob"))
    for local in (ann, bob):
        local.write("same.txt", "what both of them have")
    with shared.open("ann") as hers, shared.open("bob") as his:
        hers.share(ann.folder, ["sales"])
        his.share(bob.folder, ["sales"])
        assert (ann.publish(hers).brought, bob.publish(his).brought) == (1, 0)
        assert count_rows(shared) == [2, 1, 2, 0]
        hers.withdraw(ann.folder)
        assert count_rows(shared) == [1, 1, 2, 0]
        his.withdraw(bob.folder)
        assert count_rows(shared) == [0, 0, 0, 0]


def test_who_publishes_passes_over_what_another_brings_and_brings_it_if_that_one_is_cut_off(shared, make_local):
    ann, bob = make_local("ann"), make_local("bob", Path("/home/bob"))
    fill(bob, 5)
    with shared.open("bob") as his, shared.open("ann") as hers, shared.server.connect(shared.name, "ann") as held:
        hers.share(ann.folder, ["sales"])
        his.share(bob.folder, ["sales"])
        held.execute("SET search_path = findling, public")
        [(folder,)] = held.execute("SELECT id FROM folders WHERE owner = 'ann'").fetchall()
        keys = [name_content(bob, number) for number in range(2)]
        for number, key in enumerate(keys):
            held.execute(
                "INSERT INTO files (folder_id, path, folded, words, size, mtime_ns, source, key)"
                " VALUES (%s, %s, '', '{}', 0, 0, '', %s)",
                (folder, str(number), key),
            )
        with held.transaction(force_rollback=True):
            claimed = held.execute("SELECT claim(%s, 10)", (keys,)).fetchall()
            assert len(claimed) == 2
            done = bob.publish(his)
            assert (done.brought, done.waiting) == (3, 2)
        # She was cut off with these two.
        done = bob.publish(his)
        assert (done.brought, done.waiting) == (2, 0)


def interrupt(done):
    if done.changed:
        raise InterruptedError


def store_by_hand(connection, local, number):
    """Store a document as a publication does that is held up after it."""
    row = local.database.files.find(local.folder / f"{number}.txt")
    read = local.database.documents.extraction(row.document_id)
    return connection.execute(
        "SELECT store(%s, %s, %s, 1, false, %s, '', 1, 1, %s, '{0}', '{1}', '{1}', '{h}', ARRAY[%s::halfvec],"
        " '{a}', '{1}', '{a}'::text[]::tsvector[])",
        (str(read.kind), read.title, read.language, read.text, *[write_vector([1.0] * DIMENSIONS)] * 2),
    ).fetchone()[0]


def test_who_announces_what_is_being_stored_waits_for_it_and_holds_nobody_up(shared, make_local):
    ann, bob = make_local("ann"), make_local("bob", Path("/home/bob"))
    fill(ann, 2)
    fill(bob, 2)
    with shared.open("ann") as hers, shared.open("bob") as his, shared.server.connect(shared.name, "ann") as held:
        for team, local in ((hers, ann), (his, bob)):
            team.share(local.folder, ["eve"])
            with pytest.raises(InterruptedError):
                team.publish(local.database, interrupt)
        # His files are to be announced again, in an order that is not hers.
        shared.ask("UPDATE files SET source = '' RETURNING 1", "bob")
        held.execute("SET search_path = findling, public")
        publishing = threading.Thread(target=bob.publish, args=(his,))
        with held.transaction():
            keys = [name_content(ann, number) for number in range(2)]
            assert len(held.execute("SELECT claim(%s, 10)", (keys,)).fetchall()) == 2
            assert store_by_hand(held, ann, 1)
            publishing.start()
            wait_until(lambda: shared.ask("SELECT FROM pg_locks WHERE NOT granted"))
            assert store_by_hand(held, ann, 0)
        publishing.join()
    assert count_rows(shared) == [4, 2, 2, 0]
    assert find_incomplete(shared) == []
    assert shared.ask("SELECT count(DISTINCT document_id) FROM postings", "eve") == [(2,)]


def test_a_file_whose_change_was_undone_while_its_document_was_being_stored_is_found_as_well(shared, make_local):
    ann, bob = make_local("ann"), make_local("bob", Path("/home/bob"))
    fill(ann, 1)
    fill(bob, 1)
    with shared.open("ann") as hers, shared.open("bob") as his, shared.server.connect(shared.name, "bob") as held:
        for team, local in ((hers, ann), (his, bob)):
            team.share(local.folder, ["eve"])
            with pytest.raises(InterruptedError):
                team.publish(local.database, interrupt)
        with held.transaction(force_rollback=True):
            held.execute("DELETE FROM findling.files WHERE path = '0.txt'")
            assert ann.publish(hers).brought == 1
        assert bob.publish(his).waiting == 0
    assert count_rows(shared) == [2, 1, 1, 0]
    assert find_incomplete(shared) == []


def test_those_who_share_announce_store_and_take_back_the_same_at_once_hear_of_no_error(shared, make_local):
    people = ("ann", "bob", "eve")
    every = {person: make_local(person, Path(f"/home/{person}")) for person in people}
    failures, begin = [], threading.Barrier(len(people))

    def take_turns(person):
        local, membership = every[person], shared.join(person)
        try:
            for turn in range(6):
                for number in range(12):
                    # Each in an order of its own; half of them change with each turn.
                    name = (number * (5, 7, 11)[people.index(person)]) % 12
                    local.write(f"{name}.txt", f"number {name} in turn {turn // (1 + name % 2)}", passages=1)
                begin.wait()
                with TeamLibrary.open(membership) as team:
                    if turn % 3 == people.index(person):
                        for folder in team.folders():
                            team.withdraw(folder.path)
                    team.share(local.folder, ["sales"])
                    local.publish(team)
        except Exception as error:
            failures.append(error)
            begin.abort()

    threads = [threading.Thread(target=take_turns, args=[person]) for person in people]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failures == []
    for person in people:
        with shared.open(person) as team:
            every[person].publish(team)
    assert count_rows(shared) == [36, 12, 12, 0]
    assert find_incomplete(shared) == []


def test_two_who_publish_the_same_at_once_bring_each_content_once(shared, make_local):
    ann, bob = make_local("ann"), make_local("bob", Path("/home/bob"))
    fill(ann)
    fill(bob)
    brought, begin = {}, threading.Barrier(2)

    def publish(local, person):
        with shared.open(person) as team:
            team.share(local.folder, ["sales"])
            begin.wait()
            brought[person] = local.publish(team).brought

    threads = [threading.Thread(target=publish, args=each) for each in ((ann, "ann"), (bob, "bob"))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sum(brought.values()) == MANY
    assert count_rows(shared) == [2 * MANY, MANY, MANY, 0]
    assert find_incomplete(shared) == []


def go_on(process):
    """Wait until a transaction is through, let the next one begin, and return how many documents were brought."""
    brought = int(process.stdout.readline())
    process.stdin.write("\n")
    process.stdin.flush()
    return brought


def test_of_a_writer_that_is_killed_nothing_is_lost_or_doubled(shared, make_local):
    local, membership = make_local("ann"), shared.join("ann")
    fill(local)
    with TeamLibrary.open(membership) as team:
        team.share(local.folder, ["sales"])
    for transactions in (1, 3):
        with start_publishing(local, membership) as process:
            for _ in range(transactions):
                go_on(process)
            process.kill()
        assert find_incomplete(shared) == []
    with start_publishing(local, membership) as process:
        process.communicate()
    assert process.returncode == 0
    assert count_rows(shared) == [MANY, MANY, MANY, 0]
    assert find_incomplete(shared) == []


def test_of_a_server_that_is_killed_nothing_is_lost_or_doubled(shared, make_local):
    local, membership = make_local("ann"), shared.join("ann")
    fill(local)
    with TeamLibrary.open(membership) as team:
        team.share(local.folder, ["sales"])
    with start_publishing(local, membership) as process:
        go_on(process)
        acknowledged = go_on(process)
        shared.server.kill()
        said = process.communicate()[0].split()
        shared.server.start()
    assert process.returncode == 1
    assert said[-1] in {TeamMessage.BROKE_OFF.code, TeamMessage.UNREACHABLE.code}
    assert count_rows(shared)[1] >= acknowledged
    assert find_incomplete(shared) == []
    with start_publishing(local, membership) as process:
        process.communicate()
    assert count_rows(shared) == [MANY, MANY, MANY, 0]
    assert find_incomplete(shared) == []


def test_vectors_of_another_model_are_refused_and_nothing_is_sent(shared, make_local):
    local = make_local("ann")
    fill(local, 1)
    with local.database.transaction():
        other: Space = local.database.vectors.ensure_space("other:1|cut", "other", 8)
        local.database.spaces.make_active(other)
    with shared.open("ann") as team:
        team.share(local.folder, ["sales"])
        with pytest.raises(LibraryError) as refused:
            local.publish(team)
    assert refused.value.notice.message is TeamMessage.OTHER_MODEL
    assert count_rows(shared) == [0, 0, 0, 0]


def publish_as_the_first_version_did(server, membership, local):
    """Publish without dates and people, by the functions that the first version of the tables had."""
    with server.server.connect(server.name, "ann") as connection:
        connection.execute("SET search_path = findling, public")
        [(folder,)] = connection.execute(
            "INSERT INTO folders (machine, machine_name, path, readers) VALUES (%s, 'pc', %s, '{sales}') RETURNING id",
            (membership.machine, str(local.folder)),
        ).fetchall()
        for file in local.database.publishable.below(local.folder, local.space):
            read = local.database.documents.extraction(file.document_id)
            connection.execute(
                "INSERT INTO files (folder_id, path, folded, words, size, mtime_ns, source, key)"
                " VALUES (%s, %s, '', '{}', %s, %s, %s, %s)",
                (folder, file.path.name, file.size, file.mtime_ns, file.source, DocumentContent.of(read, ()).key),
            )
            connection.execute(
                "SELECT store(%s, %s, %s, 1, false, %s, 1, 1, %s, '{0}', '{1}', '{1}', '{h}', ARRAY[%s::halfvec],"
                " '{a}', '{1}', '{}'::text[]::tsvector[])",
                (str(read.kind), read.title, read.language, read.text, *[write_vector([1.0] * DIMENSIONS)] * 2),
            )


def test_what_an_older_findling_published_gets_its_dates_and_people_with_the_next_publication(template, make_local):
    local = make_local("ann")
    local.write("plain.txt", "a text of nobody", passages=1)
    local.write("mail.eml", "a text from Ann", passages=1, origins=[Origin(senders=("Ann",), subject="Boats\0")])
    old = SharedDatabase(template.server, template.server.create_database())
    membership = old.join("ann")
    with ServerLink.open(old.join("admin").server) as link:
        create_library(link, MODEL, TEAM_MIGRATIONS[:1])
        publish_as_the_first_version_did(old, membership, local)
        assert count_rows(old) == [2, 2, 2, 0]
        create_library(link, MODEL)
    assert count_rows(old) == [2, 2, 2, 0]
    with TeamLibrary.open(membership) as team:
        done = local.publish(team)
        again = local.publish(team)
    assert (done.files, done.changed, done.removed, done.brought) == (2, 2, 0, 1)
    assert (again.changed, again.brought) == (0, 0)
    assert count_rows(old) == [2, 2, 2, 0]
    assert old.ask("SELECT subject, role, shown FROM origins JOIN origin_people ON origin_id = origins.id", "bob") == [
        ("Boats\ufffd", "from", "Ann")
    ]


def test_who_may_only_read_cannot_share(shared, make_local):
    with pytest.raises(LibraryError) as refused, shared.open("guest") as team:
        team.share(Path("/home/papers"), ["sales"])
    assert refused.value.notice.message is TeamMessage.ONLY_READS
    assert not isinstance(refused.value, ServerUnreachableError)


def test_texts_that_postgresql_does_not_take_as_they_are_keep_their_length(shared, make_local):
    local = make_local("ann")
    local.write("a.txt", "zero \0 in the midst", passages=1)
    with shared.open("ann") as team:
        team.share(local.folder, ["sales"])
        assert local.publish(team).brought == 1
    assert shared.ask("SELECT body FROM documents") == [("zero \ufffd in the midst",)]
