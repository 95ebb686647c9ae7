"""Handlers of the library that several people share: joining and sharing, and searches."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from findling.domain.search import Answer
from findling.errors import LibraryError
from findling.messages.team_templates import TeamMessage
from findling.processes.reader.request_thread import RequestHandler
from findling.processes.reader.search_messages import SearchResponse, SearchShared
from findling.processes.reader.team_messages import (
    CreateTeam,
    FolderForTeam,
    JoinTeam,
    LeaveTeam,
    ShareWithTeam,
    TeamQuestion,
    TeamStanding,
    WithdrawFromTeam,
)
from findling.team.joining import found_library, join_library, leave_library
from findling.team.library_address import LibraryAddress
from findling.team.membership import announce_sharing, read_membership, require_membership
from findling.team.publication_state import read_publication_state
from findling.team.server_link import ServerUnreachableError, translated_refusals
from findling.team.team_library import TeamLibrary, name_readers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from findling.messages.notice import Notice
    from findling.models.embedder import SharedEmbedder
    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_connection import LibraryConnection
    from findling.team.membership import Membership
    from findling.team.publication import PublishedFolder

_AWAY_SECONDS = 30.0
"""Time for which a server that was out of reach is not asked again: a try takes ten seconds where nothing answers."""


class TeamHandler(RequestHandler):
    """Handler of making and joining, sharing and leaving."""

    questions = get_args(TeamQuestion)

    def __init__(self, connection: LibraryConnection, paths: LibraryPaths, model: SharedEmbedder) -> None:
        self._connection = connection
        self._paths = paths
        self._model = model

    def answer(self, context: RequestContext) -> Reply:
        """Do what is asked, and tell how the shared library stands."""
        trouble = None
        match context.question:
            case JoinTeam(address, password):
                parsed, written = LibraryAddress.parse(address)
                trouble = join_library(self._paths, self._model, parsed, password or written)
            case CreateTeam(address, password):
                parsed, written = LibraryAddress.parse(address)
                trouble = found_library(self._paths, self._model, parsed, password or written)
            case LeaveTeam(keep):
                leave_library(self._paths, keep=keep)
            case ShareWithTeam(folder, readers):
                self._share(folder, readers)
            case WithdrawFromTeam(folder):
                with TeamLibrary.open(require_membership(self._paths)) as team:
                    team.withdraw(folder)
        return self._describe(trouble)

    def _share(self, folder: Path, readers: tuple[str, ...]) -> None:
        with TeamLibrary.open(require_membership(self._paths)) as team:
            team.share(folder, readers)
        announce_sharing(self._paths)

    def _describe(self, trouble: Notice | None) -> TeamStanding:
        membership = read_membership(self._paths)
        if membership is None:
            return TeamStanding()
        state = read_publication_state(self._paths)
        standing = TeamStanding(membership.address, in_step_ns=state.in_step_ns, waits=state.failure)
        try:
            with TeamLibrary.open(membership) as team:
                found = team.status()
        except LibraryError as error:
            return replace(standing, trouble=error.notice, is_away=True)
        return replace(standing, files=found.files, folders=self._list_folders(found.folders), trouble=trouble)

    def _list_folders(self, shared: Iterable[PublishedFolder]) -> tuple[FolderForTeam, ...]:
        """Return the folders of the library and those that are shared, each once, by path."""
        with self._connection.library() as library:
            own = [report.path for report in library.folders()] if library else []
        readers = {each.path: name_readers(each.readers) for each in shared}
        return tuple(FolderForTeam(path, readers.get(path, ())) for path in sorted({*own, *readers}))


class SharedSearchHandler(RequestHandler):
    """Handler of searches in the shared library, which keeps its connection while it is used.

    Args:
        connection: to the library on this computer, which answers while the server is away.
        paths: that library's.
        model: embeds queries.
        away_seconds: as `_AWAY_SECONDS`.
    """

    questions = (SearchShared,)

    def __init__(
        self,
        connection: LibraryConnection,
        paths: LibraryPaths,
        model: SharedEmbedder,
        away_seconds: float = _AWAY_SECONDS,
    ) -> None:
        self._connection = connection
        self._paths = paths
        self._model = model
        self._away_seconds = away_seconds
        self._held = ExitStack()
        self._joined: Membership | None = None
        self._team: TeamLibrary | None = None
        self._away: Notice | None = None
        self._away_until = 0.0

    def rest(self) -> None:
        """Give the connections back."""
        self._close()
        self._connection.rest()

    def answer(self, context: RequestContext) -> Reply:
        """Search there, or where the server is away in the library on this computer, and say so."""
        question = context.question
        if not isinstance(question, SearchShared):
            raise TypeError(f"{type(question).__name__} is no search in the shared library")
        if not question.query.strip():
            return SearchResponse(Answer(question.query, question.mode, (), 0.0))
        if self._away is None or time.monotonic() >= self._away_until:
            try:
                answer = self._search_there(question)
            except ServerUnreachableError as error:
                self._close()
                self._away, self._away_until = error.notice, time.monotonic() + self._away_seconds
            else:
                self._away = None
                return SearchResponse(answer)
        return SearchResponse(self._search_here(question, self._away))

    def _search_there(self, question: SearchShared) -> Answer:
        membership = require_membership(self._paths)
        if membership != self._joined:
            self._close()
        if self._team is not None:
            try:
                return self._ask(self._team, membership, question)
            except ServerUnreachableError:  # it was restarted, say, while nothing was asked
                self._close()
        team = self._held.enter_context(TeamLibrary.open(membership))
        self._team, self._joined = team, membership
        return self._ask(team, membership, question)

    def _ask(self, team: TeamLibrary, membership: Membership, question: SearchShared) -> Answer:
        with translated_refusals(membership.server):
            return team.search(
                question.query,
                self._paths,
                self._model,
                mode=question.mode,
                limit=question.limit,
                offset=question.offset,
                passages=question.passages,
                order=question.order,
            )

    def _search_here(self, question: SearchShared, reason: Notice) -> Answer:
        note = TeamMessage.LOCAL_INSTEAD(reason=reason)
        with self._connection.library() as library:
            if library is None:
                return Answer(question.query, question.mode, (), 0.0, notes=(note,))
            answer = library.search(
                question.query,
                mode=question.mode,
                limit=question.limit,
                offset=question.offset,
                passages=question.passages,
                order=question.order,
            )
        return replace(answer, notes=(note, *answer.notes))

    def _close(self) -> None:
        self._team, self._joined = None, None
        held, self._held = self._held, ExitStack()
        held.close()
