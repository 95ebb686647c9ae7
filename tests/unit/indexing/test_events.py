from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.indexing.events import Event, EventKind, PendingChanges, outermost

_A, _B, _DIR = Path("/d/a"), Path("/d/b"), Path("/d/sub")
_CREATED, _MODIFIED, _MOVED, _DELETED, _CLOSED = EventKind


def _of_folder(kind, path, target=None):
    return Event(kind, path, target, is_folder=True)


@pytest.mark.parametrize(
    ("story", "events", "paths"),
    [
        ("nothing happens", [], ()),
        ("a file is written", [Event(_CREATED, _A), Event(_MODIFIED, _A), Event(_CLOSED, _A)], (_A,)),
        ("a file comes and goes", [Event(_CREATED, _A), Event(_DELETED, _A)], (_A,)),
        ("a file goes and comes back", [Event(_DELETED, _A), Event(_CREATED, _A)], (_A,)),
        ("a file is renamed", [Event(_MOVED, _A, _B)], (_A, _B)),
        ("a file leaves the watch", [Event(_MOVED, _A)], (_A,)),
        ("a file is saved atomically", [Event(_CREATED, _B), Event(_MOVED, _B, _A)], (_B, _A)),
        ("a folder is made", [_of_folder(_CREATED, _DIR)], (_DIR,)),
        ("a folder is made and filled", [_of_folder(_CREATED, _DIR), Event(_CREATED, _DIR / "x")], (_DIR,)),
        ("a folder is renamed", [_of_folder(_MOVED, _DIR, Path("/d/new"))], (_DIR, Path("/d/new"))),
        ("a folder is moved into a new one", [_of_folder(_MOVED, Path("/d/x"), _DIR / "x"),
                                            _of_folder(_CREATED, _DIR)], (Path("/d/x"), _DIR)),
        ("a folder is deleted", [Event(_DELETED, _DIR / "x"), _of_folder(_DELETED, _DIR)], (_DIR,)),
        ("a folder is modified by its files", [_of_folder(_MODIFIED, _DIR), Event(_CREATED, _A)], (_A,)),
        ("a file takes a folder's name", [_of_folder(_DELETED, _DIR), Event(_CREATED, _DIR)], (_DIR,)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_series_of_events_gives_the_paths_to_look_at(story, events, paths):
    changes = PendingChanges(quiet=1)
    for event in events:
        changes.add(event, 0)
    assert changes.take(1) == paths
    assert not changes.take(100)


def test_a_path_is_left_alone_until_it_is_quiet():
    changes = PendingChanges(quiet=1, max_wait=10)
    for now in (0, 0.9, 1.8):
        changes.add(Event(_MODIFIED, _A), now)
        assert not changes.take(now + 0.5)
    assert changes.take(2.9) == (_A,)


def test_what_is_written_and_closed_or_deleted_waits_less_than_what_may_go_on():
    changes = PendingChanges(quiet=1)
    changes.add(Event(_MODIFIED, _A), 0)
    changes.add(Event(_DELETED, _B), 0)
    assert changes.take(0.35) == (_B,)
    changes.add(Event(_CLOSED, _B), 0.35)
    assert changes.take(0.9) == (_B,)
    assert changes.take(1) == (_A,)


def test_what_went_waits_for_what_came_for_it_may_be_the_same_file():
    changes = PendingChanges(quiet=1)
    changes.add(Event(_DELETED, _A), 0)
    changes.add(Event(_CREATED, _B), 0.2)
    assert not changes.take(0.9)
    changes.add(Event(_DELETED, _A), 0.9)
    assert changes.take(2) == (_A, _B)


def test_a_path_that_is_never_quiet_is_looked_at_all_the_same():
    changes = PendingChanges(quiet=1, max_wait=3)
    looked = []
    for tenth in range(100):
        changes.add(Event(_MODIFIED, _A), tenth / 10)
        looked += changes.take(tenth / 10)
    assert len(looked) == 3


def test_of_what_is_excluded_nothing_is_looked_at_and_of_what_came_out_of_it_the_rest_is():
    changes = PendingChanges(quiet=1, is_excluded=lambda path, is_folder: path.name == ("sub" if is_folder else "a"))
    for event in (Event(_MODIFIED, _A), Event(_MOVED, _A, _B), _of_folder(_CREATED, _DIR), Event(_CREATED, _DIR)):
        changes.add(event, 0)
    assert changes.take(1) == (_B, _DIR)


_names = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(lambda parts: Path("/", *parts))
_events = st.builds(Event, st.sampled_from(EventKind), _names, st.none() | _names, st.booleans())


@given(st.lists(_events))
def test_no_path_is_lost_and_none_is_reported_twice(events):
    changes = PendingChanges(quiet=1)
    for event in events:
        changes.add(event, 0)
    paths = changes.take(1)
    reported = set(paths)
    assert len(reported) == len(paths)
    for event in events:
        if event.is_folder and event.kind in {_MODIFIED, _CLOSED}:
            continue
        for path in filter(None, (event.path, event.target)):
            assert path in reported or not reported.isdisjoint(path.parents)


@given(st.lists(_names))
def test_outermost_folders_cover_all_and_not_each_other(folders):
    kept = outermost(folders)
    assert all(folder in kept or not set(kept).isdisjoint(folder.parents) for folder in folders)
    assert all(set(kept).isdisjoint(folder.parents) for folder in kept)
