"""The window joins, shares, searches and leaves by the reader, and hears of a server that is away at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.domain.search import Mode
from findling.errors import FindlingError, UsageError
from findling.messages.team_templates import TeamMessage
from findling.models.embedder import SharedEmbedder
from findling.paths import LibraryPaths
from findling.processes.reader.request_thread import RequestContext
from findling.processes.reader.search_messages import SearchShared
from findling.processes.reader.team_handler import SharedSearchHandler, TeamHandler
from findling.processes.reader.team_messages import (
    AskTeam,
    CreateTeam,
    FolderForTeam,
    JoinTeam,
    LeaveTeam,
    ShareWithTeam,
    TeamStanding,
    WithdrawFromTeam,
)
from findling.search.library_connection import LibraryConnection
from findling.settings import Settings
from findling.team.membership import read_membership
from findling.team.team_library import TeamLibrary
from teamlibraries import LocalLibrary


@pytest.fixture
def paths(tmp_path):
    paths = LibraryPaths.inside(tmp_path / "library")
    paths.create()
    return paths


@pytest.fixture
def local(paths):
    """The library on Bob's computer, with a text of his own."""
    local = LocalLibrary(paths.database, Path("/home/bob/papers"))
    local.write("mine.txt", "a boat of my own", passages=1)
    yield local
    local.database.close()


@pytest.fixture
def connection(paths, local):
    return LibraryConnection(paths, Settings(), SharedEmbedder(paths, Settings()))


@pytest.fixture
def tell(paths, connection):
    """Ask the handler of joining and sharing."""
    handler = TeamHandler(connection, paths, SharedEmbedder(paths, Settings()))
    return lambda question: handler.answer(RequestContext(question, lambda _: None, lambda: False))


@pytest.fixture
def search(paths, connection):
    """Search in the shared library by words; a server that was away is asked again at once."""
    handler = SharedSearchHandler(connection, paths, SharedEmbedder(paths, Settings()), away_seconds=0)

    def ask(query, **more):
        question = SearchShared(query, Mode.WORDS, **more)
        return handler.answer(RequestContext(question, lambda _: None, lambda: False)).answer

    yield ask
    handler.rest()


@pytest.fixture
def anns(shared, make_local):
    """Folder that Ann shares with all in sales."""
    ann = make_local("ann", Path("/home/ann/papers"))
    ann.write("hers.txt", "a boat of the sea", passages=1)
    with shared.open("ann") as team:
        team.share(ann.folder, ["sales"])
        ann.publish(team)


def test_a_library_is_joined_shared_with_and_left(shared, paths, local, tell, search, anns):
    assert tell(AskTeam()) == TeamStanding()
    url = shared.server.url(shared.name, "bob")
    joined = tell(JoinTeam(url))
    # The tests' library has a model of its own, with which this computer cannot publish.
    assert joined.trouble.message is TeamMessage.OTHER_MODEL
    assert (joined.address, joined.files, joined.folders) == (url, 1, (FolderForTeam(local.folder),))
    standing = tell(ShareWithTeam(local.folder, ("everyone", "ann")))
    assert standing.folders == (FolderForTeam(local.folder, ("everyone", "ann")),)
    with TeamLibrary.open(read_membership(paths)) as team:
        local.publish(team)
    found = {each.path: (each.shared_by, each.machine != "") for each in search("boat").results}
    machine = read_membership(paths).name
    assert found == {
        local.folder / "mine.txt": ("bob", False),
        Path(f"{machine}:/home/ann/papers/hers.txt"): ("ann", True),
    }
    assert [each.path for each in search("boat", limit=1, offset=1).results] == [
        each.path for each in search("boat").results[1:]
    ]
    assert tell(WithdrawFromTeam(local.folder)).folders == (FolderForTeam(local.folder),)
    assert tell(LeaveTeam()) == TeamStanding()
    with pytest.raises(UsageError, match="has joined no shared one"):
        search("boat")


def test_a_library_is_made_in_an_empty_database_and_joined(shared, local, tell):
    url = shared.server.url(shared.server.create_database())
    made = tell(CreateTeam(url))
    assert (made.address, made.files, made.folders, made.trouble) == (url, 0, (FolderForTeam(local.folder),), None)
    with pytest.raises(FindlingError) as refused:
        tell(CreateTeam(url))
    assert refused.value.notice.message is TeamMessage.ALREADY_THERE


def test_what_keeps_from_making_a_library_is_told_and_none_is_joined(shared, tell):
    with pytest.raises(FindlingError) as refused:
        tell(CreateTeam(shared.server.url(shared.server.create_database(), "bob")))
    assert refused.value.notice.message is TeamMessage.MAY_NOT_CREATE
    assert tell(AskTeam()) == TeamStanding()


def test_one_library_is_joined_at_a_time(shared, tell):
    tell(JoinTeam(shared.server.url(shared.name, "bob")))
    with pytest.raises(FindlingError) as refused:
        tell(JoinTeam(shared.server.url(shared.name, "ann")))
    assert refused.value.notice.message is TeamMessage.JOINED_ANOTHER


def test_away_from_the_server_the_library_on_this_computer_answers_until_it_is_back(shared, tell, search, anns):
    tell(JoinTeam(shared.server.url(shared.name, "bob")))
    assert [each.shared_by for each in search("boat").results] == ["ann"]
    shared.server.kill()
    # By a filter alone, for this library has no index of words.
    answer = search("lang:en")
    assert answer.notes[0].message is TeamMessage.LOCAL_INSTEAD
    assert [(each.path.name, each.shared_by) for each in answer.results] == [("mine.txt", "")]
    standing = tell(AskTeam())
    assert standing.is_away
    assert standing.trouble.message is TeamMessage.UNREACHABLE
    shared.server.start()
    answer = search("boat")
    assert answer.notes == ()
    assert [each.shared_by for each in answer.results] == ["ann"]
    # Restarted while nothing was asked.
    shared.server.kill()
    shared.server.start()
    assert [each.shared_by for each in search("boat").results] == ["ann"]
