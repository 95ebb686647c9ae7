"""Shared folders are published by themselves, and a server that is away is tried until it is back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from findling.messages.team_templates import TeamMessage
from findling.paths import LibraryPaths
from findling.processes.writer.team_publisher import TeamPublisher
from findling.team.membership import announce_sharing, write_membership
from findling.team.publication_pace import PublicationPace
from findling.team.publication_state import PublicationState, read_publication_state, write_publication_state
from findling.team.team_library import EVERYONE, TeamLibrary
from teamlibraries import LocalLibrary
from waiting import wait_until


@pytest.fixture
def paths(tmp_path):
    paths = LibraryPaths.inside(tmp_path / "library")
    paths.create()
    return paths


@pytest.fixture
def local(paths):
    """The library on Ann's computer."""
    local = LocalLibrary(paths.database, Path("/home/ann/papers"))
    local.write("a.txt", "the first text")
    yield local
    local.database.close()


@pytest.fixture
def publisher(paths):
    """A publisher that waits for nothing, and what it tells."""
    told = []
    pace = PublicationPace(rest=0, first_wait=0.01, longest_wait=0.05, worked_share=1)
    publisher = TeamPublisher(paths, told.append, pace, look_seconds=0.05)
    publisher.start()
    yield publisher, told
    publisher.close()
    publisher.join()


def test_what_is_shared_follows_by_itself_from_when_it_is_shared(shared, paths, local, publisher):
    following, told = publisher
    membership = shared.join("ann")
    write_membership(paths, membership)
    wait_until(lambda: read_publication_state(paths).in_step_ns)
    with TeamLibrary.open(membership) as team:
        team.share(local.folder, [EVERYONE])
    announce_sharing(paths)

    seen = []

    def are_there(*texts):
        """Ask the server once each time that something was published."""
        state = read_publication_state(paths)
        if state in seen:
            return False
        seen.append(state)
        return {row[0] for row in shared.ask("SELECT body FROM documents")} == set(texts)

    wait_until(lambda: are_there("the first text"))
    local.write("a.txt", "another text")
    local.write("b.txt", "the second text")
    following.note_change()
    wait_until(lambda: are_there("another text", "the second text"))
    local.delete("b.txt")
    following.note_change()
    wait_until(lambda: are_there("another text"))
    assert told == []


def test_a_server_that_is_away_is_told_once_and_nothing_is_lost(shared, paths, local, publisher):
    following, told = publisher
    membership = shared.join("ann")
    with TeamLibrary.open(membership) as team:
        team.share(local.folder, [EVERYONE])
    write_membership(paths, membership)
    wait_until(lambda: read_publication_state(paths).in_step_ns)
    shared.server.kill()
    tries = []
    local.write("b.txt", "the second text")
    following.note_change()
    wait_until(lambda: tries.append(paths.publication.stat().st_mtime_ns) or len({*tries}) > 3)
    [notice] = told
    assert notice.message is TeamMessage.PUBLISHED_LATER
    assert notice.fact("reason") == read_publication_state(paths).failure
    assert read_publication_state(paths).in_step_ns
    shared.server.start()
    wait_until(lambda: len(told) == 2)
    assert told[1].message is TeamMessage.IN_STEP_AGAIN
    assert read_publication_state(paths).failure is None
    assert len(shared.ask("SELECT FROM documents")) == 2


@pytest.mark.parametrize(
    "state",
    [
        PublicationState(),
        PublicationState(5, TeamMessage.PUBLISHED_LATER(reason=TeamMessage.NO_TLS(host="h"))),
        PublicationState(7),
    ],
)
def test_a_state_is_read_as_it_was_noted(paths, state):
    write_publication_state(paths, state)
    assert read_publication_state(paths) == state


@pytest.mark.parametrize("text", ["", "[]", "{", '{"in_step_ns": "x", "failure": ""}', json.dumps({"in_step_ns": 5})])
def test_a_state_that_is_not_understood_is_none(paths, text):
    paths.publication.write_text(text)
    assert read_publication_state(paths) == PublicationState()
