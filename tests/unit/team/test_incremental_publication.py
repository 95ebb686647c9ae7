"""A publication costs what changed, and is in step whatever was cut off, put back, or changed past Findling."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from findling.storage.database import Database
from findling.team.publication import Publication
from findling.team.team_library import TeamLibrary
from postgresserver import NO_SERVER
from teamlibraries import start_publishing
from waiting import wait_until

psycopg = pytest.importorskip("psycopg", reason=NO_SERVER)


class CutOffError(Exception):
    """The publication is cut off."""


@pytest.fixture
def membership(shared):
    return shared.join("ann")


@pytest.fixture
def local(make_local):
    local = make_local("ann")
    for number in range(3):
        local.write(f"{number}.txt", f"The lighthouse keeper counted ship number {number}.", passages=1)
    return local


def share(local, membership, readers=("sales",)):
    with TeamLibrary.open(membership) as team:
        team.share(local.folder, readers)


def publish(local, membership):
    with TeamLibrary.open(membership) as team:
        return local.publish(team)


def publish_until(local, membership, is_over):
    """Publish, and be cut off when a report says that something was done."""

    def cut_off(done):
        if is_over(done):
            raise CutOffError

    with pytest.raises(CutOffError), TeamLibrary.open(membership) as team:
        team.publish(local.database, cut_off)


def read_published(library):
    """Return the texts by the paths of files, as the owner of the tables sees them."""
    rows = library.ask("SELECT f.path, d.body FROM files f LEFT JOIN documents d ON d.key = f.key")
    return dict(rows)


def read_local(local):
    documents = local.database.documents
    files = local.database.publishable.below(local.folder, local.space)
    return {file.path.name: documents.text(file.document_id)[1] for file in files}


def test_a_publication_reads_what_changed_however_much_is_published(template, make_local):
    costs = []
    for count in (8, 80):
        library, local = template.copy(), make_local(str(count))
        # As the server does by itself where tables are large.
        library.server.set_for_person("ann", library.name, "enable_seqscan = off")
        membership = library.join("ann")
        for number in range(count):
            local.write(f"{number}.txt", f"number {number}", passages=1)
        share(local, membership)
        publish(local, membership)
        library.ask("SELECT build_index(1)", "ann")
        library.server.vacuum(library.name)
        local.write("0.txt", "another text")
        local.delete("1.txt")
        before = library.count_rows_read("ann")
        done = publish(local, membership)
        costs.append({table: rows - before[table] for table, rows in library.count_rows_read("ann").items()})
        assert (done.files, done.changed, done.removed, done.brought) == (count - 1, 1, 1, 1)
    assert sum(costs[1].values()) < 1.5 * sum(costs[0].values()), [sorted(each.items()) for each in costs]


@pytest.mark.parametrize("part", ["changed", "removed", "brought"])
def test_what_is_cut_off_is_done_by_the_next_publication(shared, membership, local, part):
    share(local, membership)
    publish(local, membership)
    local.write("0.txt", "another text")
    local.delete("1.txt")
    publish_until(local, membership, lambda done: getattr(done, part))
    publish(local, membership)
    assert read_published(shared) == read_local(local) == {"0.txt": "another text", "2.txt": read_local(local)["2.txt"]}
    assert shared.ask("SELECT count(*) FROM documents") == [(2,)]


def test_a_first_publication_that_is_cut_off_is_done_by_the_next_one(shared, membership, local):
    share(local, membership)
    publish_until(local, membership, lambda done: done.changed)
    assert publish(local, membership).brought == 3
    assert read_published(shared) == read_local(local)


def test_a_server_that_was_put_back_gets_what_changed_since(shared, membership, local):
    share(local, membership)
    publish(local, membership)
    backup = shared.copy()
    local.write("0.txt", "another text")
    local.delete("1.txt")
    publish(local, membership)
    local.write("3.txt", "a new text")
    done = publish(local, replace(membership, address=backup.join("ann").address))
    assert (done.changed, done.removed, done.brought) == (2, 1, 2)
    assert read_published(backup) == read_local(local)


def test_a_library_that_was_put_back_on_the_computer_is_compared_as_a_whole(shared, membership, local, tmp_path):
    share(local, membership)
    publish(local, membership)
    local.back_up(tmp_path / "backup.db")
    local.write("0.txt", "another text")
    local.delete("1.txt")
    local.write("3.txt", "a new text")
    publish(local, membership)
    local.put_back(tmp_path / "backup.db")
    local.write("2.txt", "yet another text")
    local.write("4.txt", "one that is here alone")
    done = publish(local, membership)
    assert read_published(shared) == read_local(local)
    assert (done.files, done.removed) == (4, 1)


def test_a_folder_that_was_taken_back_and_is_shared_again_is_published_as_a_whole(shared, membership, local):
    share(local, membership)
    publish(local, membership)
    with TeamLibrary.open(membership) as team:
        team.withdraw(local.folder)
    assert shared.ask("SELECT count(*) FROM documents") == [(0,)]
    share(local, membership)
    assert publish(local, membership).brought == 3
    assert read_published(shared) == read_local(local)


def test_other_rights_are_no_change_of_files(shared, membership, local):
    share(local, membership, ["bob"])
    publish(local, membership)
    share(local, membership, ["eve"])
    done = publish(local, membership)
    assert (done.files, done.changed, done.brought) == (3, 0, 0)
    assert shared.ask("SELECT count(*) FROM documents", "eve") == [(3,)]
    assert shared.ask("SELECT count(*) FROM documents", "bob") == [(0,)]


def test_a_file_that_got_another_name_is_published_under_that_alone(shared, membership, local):
    share(local, membership)
    publish(local, membership)
    local.delete("1.txt")
    row = local.database.files.find(local.folder / "0.txt")
    with local.database.transaction():
        local.database.files.move(row.id, row.folder_id, local.folder / "1.txt")
    publish(local, membership)
    assert read_published(shared) == read_local(local)


def publish_meanwhile(local, membership, step):
    """Publish, and take a step once, as another process would, as soon as this publication has changed files."""
    waiting = [step]

    def meanwhile(done):
        if done.changed and waiting:
            waiting.pop()()

    with TeamLibrary.open(membership) as team:
        return team.publish(local.database, meanwhile)


def make_earlier(local, make_local, tmp_path):
    """Return the library of a process that has read what is there now, and sees nothing that follows."""
    earlier = make_local("earlier", local.folder)
    local.back_up(tmp_path / "earlier state.db")
    earlier.database.close()
    earlier.database = Database.open_for_reading(tmp_path / "earlier state.db")
    return earlier


def cut_off_publication(local, membership):
    publish_until(local, membership, lambda done: done.changed)


def kill_publication(local, membership):
    with start_publishing(local, membership) as process:
        process.stdout.readline()
        process.kill()


@pytest.mark.parametrize("publish_earlier", [publish, cut_off_publication, kill_publication])
def test_an_earlier_state_that_another_process_publishes_last_is_replaced(
    shared, membership, local, make_local, tmp_path, publish_earlier
):
    share(local, membership)
    publish(local, membership)
    local.write("0.txt", "an earlier text")
    earlier = make_earlier(local, make_local, tmp_path)
    local.write("0.txt", "the latest text")
    local.delete("1.txt")
    publish_meanwhile(local, membership, lambda: publish_earlier(earlier, membership))
    assert read_published(shared) == read_local(local)
    assert read_published(shared)["0.txt"] == "the latest text"
    assert publish(local, membership).changed == 0


def test_what_was_read_before_others_published_is_not_announced_any_more(shared, membership, local):
    share(local, membership)
    publish(local, membership)
    local.write("0.txt", "an earlier text")
    with TeamLibrary.open(membership) as team, shared.server.connect(shared.name, "ann") as other:
        other.execute("SET search_path = findling, public")
        slow = threading.Thread(target=local.publish, args=(team,))
        with other.transaction():
            other.execute("LOCK TABLE files IN SHARE ROW EXCLUSIVE MODE")
            slow.start()
            wait_until(lambda: shared.ask("SELECT FROM pg_locks WHERE NOT granted"))
            local.write("0.txt", "the latest text")
            local.delete("1.txt")
            with TeamLibrary.open(membership) as reading:
                Publication(other, local.database, local.space, lambda _: None).run(reading.folders())
        slow.join()
    assert read_published(shared) == read_local(local)
    assert read_published(shared)["0.txt"] == "the latest text"
    assert publish(local, membership).changed == 0


def test_a_folder_that_is_taken_back_while_it_is_published_ends_its_publication(shared, membership, local):
    share(local, membership)

    def withdraw():
        with TeamLibrary.open(membership) as team:
            team.withdraw(local.folder)

    done = publish_meanwhile(local, membership, withdraw)
    assert (done.files, done.brought) == (0, 0)
    assert read_published(shared) == {}


@pytest.mark.parametrize("statement", ["DELETE FROM files RETURNING 1", "UPDATE files SET source = '' RETURNING 1"])
def test_what_was_changed_past_findling_is_mended_by_the_next_publication(shared, membership, local, statement):
    share(local, membership)
    publish(local, membership)
    before = read_published(shared)
    shared.ask(statement, "ann")
    assert publish(local, membership).changed == 3
    assert read_published(shared) == before


def test_what_nobody_refers_to_any_more_goes_with_the_next_publication_of_anybody(
    shared, membership, local, make_local
):
    share(local, membership)
    publish(local, membership)
    local.delete("1.txt")
    publish_until(local, membership, lambda done: done.removed)
    assert shared.ask("SELECT count(*) FROM documents") == [(3,)]
    other, his = make_local("bob"), shared.join("bob")
    share(other, his)
    publish(other, his)
    assert shared.ask("SELECT count(*) FROM documents") == [(2,)]


def test_nobody_else_is_told_numbers_or_marks_of_a_library(shared, membership, local):
    share(local, membership)
    publish(local, membership)
    [(folder,)] = shared.ask("SELECT id FROM folders", "bob")
    for statement in ("SELECT number FROM files", "SELECT * FROM files", "SELECT key FROM released"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            shared.ask(statement, "bob")
    assert shared.ask("SELECT count(path) FROM files", "bob") == [(3,)]
    assert shared.ask("SELECT count(*) FROM publications", "bob") == [(0,)]
    assert shared.ask("SELECT count(*) FROM published(%s, NULL)", "bob", folder) == [(0,)]
    assert shared.ask("SELECT count(*) FROM missing(%s)", "bob", folder) == [(0,)]
    shared.ask("SELECT announce(%s, '{1}', '{a}', '{a}', '{a}', '{1}', '{1}', '{a}', '{a}')", "bob", folder)
    assert shared.ask("SELECT count(*) FROM files") == [(3,)]
