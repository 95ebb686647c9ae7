"""Labels are renamed and made one, and what was done with them is undone, the latest first."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.labels import LabelActKind, LabelChoice
from findling.errors import UsageError
from findling.indexing.user_choices import choose_label, remove_label, rename_label, undo_label_act, watch_label
from findling.messages.library_templates import LabelMessage
from findling.storage.database import Database
from findling.storage.label_history import MOST_ACTS
from findling.storage.user_store import store_path
from smalllibrary import STAT, add_document, make_space

HOME = Path("/home/ada")
NAMES = ("a.txt", "b.txt", "c.txt")


def open_library(path: Path) -> Database:
    database = Database.open_for_writing(path)
    with database.transaction():
        space = make_space(database)
        folder = database.folders.add(HOME)
        for name in NAMES:
            document = add_document(database, name.encode(), f"Text of {name}.", space=space, passages=1)
            file = database.files.add_pending(folder.id, HOME / name, STAT, 0)
            database.files.set_indexed(file, document, STAT, "tests")
    return database


@pytest.fixture
def database(tmp_path):
    database = open_library(tmp_path / "library.db")
    yield database
    database.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    database = open_library(tmp_path_factory.mktemp("acts") / "library.db")
    yield database
    database.close()


def choose(database: Database, label: str, *names: str, choice: LabelChoice = LabelChoice.GIVEN) -> None:
    choose_label(database, label, [HOME / name for name in names], choice)


def told(database: Database) -> dict[str, list[str]]:
    """Return the files that bear each label."""
    return {
        each.name: [file.path.name for file in database.labels.bearers(each.name)] for each in database.labels.all()
    }


def test_a_renamed_label_keeps_its_files_its_watch_and_its_colour(database):
    choose(database, "Garden", "c.txt")
    choose(database, "Tax", "a.txt", "b.txt")
    choose(database, "Tax", "c.txt", choice=LabelChoice.REFUSED)
    watch_label(database, "Tax", watched=True)
    before = database.labels.all()[-1]
    rename_label(database, "tax", "Duties")
    assert told(database) == {"Duties": ["a.txt", "b.txt"], "Garden": ["c.txt"]}
    after = database.labels.all()[0]
    assert (after.colour, after.watched_since_ns) == (before.colour, before.watched_since_ns)
    refused = database.labels.chosen("duties").refused
    assert len(refused) == 1


def test_a_name_that_differs_in_case_alone_is_only_written_otherwise(database):
    choose(database, "to  read", "a.txt")
    rename_label(database, "to read", "To Read")
    assert told(database) == {"To Read": ["a.txt"]}


def test_a_label_is_made_one_with_another_only_where_that_is_wanted(database):
    choose(database, "Tax", "a.txt")
    choose(database, "Tax", "b.txt", "c.txt", choice=LabelChoice.REFUSED)
    choose(database, "Duties", "b.txt")
    choose(database, "Duties", "a.txt", choice=LabelChoice.REFUSED)
    with pytest.raises(UsageError) as raised:
        rename_label(database, "Tax", "DUTIES")
    assert raised.value.notice.message is LabelMessage.NAME_TAKEN
    assert told(database) == {"Duties": ["b.txt"], "Tax": ["a.txt"]}
    rename_label(database, "Tax", "DUTIES", merge=True)
    # What either was given to bears it, whatever was refused for the other.
    assert told(database) == {"Duties": ["a.txt", "b.txt"]}
    assert len(database.labels.chosen("duties").refused) == 1
    assert undo_label_act(database).kind is LabelActKind.MERGED
    assert told(database) == {"Duties": ["b.txt"], "Tax": ["a.txt"]}


@pytest.mark.parametrize(("old", "new"), [("Tax", "a:b"), ("Tax", " "), ("Nothing", "Duties")])
def test_what_cannot_be_renamed_or_called_so_is_refused(database, old, new):
    choose(database, "Tax", "a.txt")
    with pytest.raises(UsageError):
        rename_label(database, old, new)
    assert told(database) == {"Tax": ["a.txt"]}


def test_a_former_name_means_the_label_until_another_one_is_called_so(database):
    choose(database, "Tax", "a.txt")
    rename_label(database, "Tax", "Duties")
    rename_label(database, "Duties", "Levies")
    assert [database.labels.current_name(name) for name in ("TAX", "duties", "Other")] == ["Levies", "Levies", "Other"]
    choose(database, "Tax", "b.txt")
    assert [database.labels.current_name(name) for name in ("tax", "duties")] == ["tax", "Levies"]
    rename_label(database, "Levies", "Duties")
    assert database.labels.current_name("levies") == "Duties"
    assert database.labels.current_name("duties") == "duties"


def test_colours_are_told_apart_and_stay_whatever_other_labels_come_and_go(database):
    for name in ("Tax", "Boats", "Garden"):
        choose(database, name, "a.txt")
    colours = {each.name: each.colour for each in database.labels.all()}
    assert sorted(colours.values()) == [0, 1, 2]
    remove_label(database, "Boats")
    choose(database, "Attic", "b.txt")
    now = {each.name: each.colour for each in database.labels.all()}
    assert {name: now[name] for name in ("Tax", "Garden")} == {name: colours[name] for name in ("Tax", "Garden")}
    assert len(set(now.values())) == 3


def test_a_removed_label_comes_back_with_all_that_was_known_of_it(database):
    choose(database, "Tax", "a.txt", "b.txt")
    choose(database, "Tax", "c.txt", choice=LabelChoice.REFUSED)
    watch_label(database, "Tax", watched=True)
    before = database.labels.all(), database.labels.chosen("tax")
    remove_label(database, "TAX")
    assert told(database) == {}
    act = undo_label_act(database)
    assert (act.kind, act.name) == (LabelActKind.REMOVED, "TAX")
    assert (database.labels.all(), database.labels.chosen("tax")) == before


def test_only_what_was_done_with_one_label_is_undone_where_that_is_named(database):
    choose(database, "Tax", "a.txt")
    choose(database, "Garden", "b.txt")
    choose(database, "Garden", "c.txt")
    assert undo_label_act(database, "tax").name == "Tax"
    assert told(database) == {"Garden": ["b.txt", "c.txt"]}
    with pytest.raises(UsageError) as raised:
        undo_label_act(database, "tax")
    assert raised.value.notice.message is LabelMessage.NOTHING_TO_UNDO_FOR
    undo_label_act(database)
    undo_label_act(database)
    with pytest.raises(UsageError) as raised:
        undo_label_act(database)
    assert raised.value.notice.message is LabelMessage.NOTHING_TO_UNDO
    assert told(database) == {}


def test_what_was_done_with_a_file_is_undone_where_it_has_moved_since(database):
    choose(database, "Tax", "a.txt")
    choose(database, "Tax", "b.txt")
    with database.transaction():
        row = database.files.find(HOME / "b.txt")
        database.files.move(row.id, row.folder_id, HOME / "moved.txt")
    undo_label_act(database)
    assert told(database) == {"Tax": ["a.txt"]}


ACTS = st.lists(
    st.one_of(
        st.tuples(
            st.just("choose"),
            st.sampled_from(("Tax", "Boats")),
            st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
            st.sampled_from(tuple(LabelChoice)),
        ),
        st.tuples(st.just("remove"), st.sampled_from(("Tax", "Boats"))),
        st.tuples(st.just("rename"), st.sampled_from(("Tax", "Boats")), st.sampled_from(("tax", "Boats", "Ships"))),
    ),
    max_size=8,
)


@given(ACTS)
def test_undoing_all_that_was_done_leads_back_over_each_state_before_it(shared, acts):
    def state() -> object:
        labels = shared.labels.all()
        return labels, [shared.labels.chosen(each.name) for each in labels], told(shared)

    done, undone = [state()], []
    for kind, *rest in acts:
        with suppress(UsageError):
            if kind == "choose":
                choose(shared, rest[0], *rest[1], choice=rest[2])
            elif kind == "remove":
                remove_label(shared, rest[0])
            else:
                rename_label(shared, *rest, merge=True)
        done.append(state())
    undone.append(state())
    with suppress(UsageError):
        while undo_label_act(shared):
            undone.append(state())
    assert [each for each, _ in groupby(undone)] == [each for each, _ in groupby(reversed(done))]


def test_no_more_than_the_latest_acts_are_kept(database):
    for number in range(MOST_ACTS + 5):
        choose(database, f"Label {number}", "a.txt")
    for _ in range(MOST_ACTS):
        undo_label_act(database)
    with pytest.raises(UsageError):
        undo_label_act(database)


def test_names_and_colours_outlive_the_library(tmp_path):
    path = tmp_path / "library.db"
    database = open_library(path)
    choose(database, "Boats", "b.txt")
    choose(database, "Tax", "a.txt")
    rename_label(database, "Tax", "Duties")
    before = {each.name: each.colour for each in database.labels.all()}
    database.close()
    for rest in tmp_path.glob("library.db*"):
        rest.unlink()
    assert store_path(path).exists()
    database = Database.open_for_writing(path)
    assert {each.name: each.colour for each in database.labels.all()} == before
    assert database.labels.current_name("tax") == "Duties"
    database.close()


def test_a_store_of_an_earlier_release_takes_colours_from_the_library(tmp_path):
    path = tmp_path / "library.db"
    database = open_library(path)
    choose(database, "Tax", "a.txt")
    choose(database, "Boats", "b.txt")
    before = {each.name: each.colour for each in database.labels.all()}
    database.close()
    store = sqlite3.connect(store_path(path))
    store.executescript("DROP TABLE kept_label_colours; DROP TABLE kept_former_labels; PRAGMA user_version = 4;")
    store.close()
    Database.open_for_writing(path).close()
    for rest in tmp_path.glob("library.db*"):
        rest.unlink()
    database = Database.open_for_writing(path)
    assert {each.name: each.colour for each in database.labels.all()} == before
    database.close()
