"""The shared library for one user on one computer: searching, sharing, publishing."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.search import Answer, Mode, SortOrder
from findling.errors import LibraryError, UsageError
from findling.index.lexical.schema import LexicalQuery
from findling.messages.team_templates import TeamMessage, TeamRemedy
from findling.search.dense_query import DenseQuery
from findling.search.query import parse_plain, parse_query
from findling.search.question import QuestionReader
from findling.search.relevance import Calibration
from findling.search.retrieval import Retrieval
from findling.storage.file_filter import Filter
from findling.storage.vector_table import Space
from findling.team.library_creation import TeamModel, find_vector_schema, read_version
from findling.team.publication import Publication, PublicationReport, PublishedFolder
from findling.team.published_path import write_path
from findling.team.rights_lookup import look_up_one_by_one
from findling.team.server_link import ServerLink, require_version
from findling.team.team_filter import TeamFilter, require_known
from findling.team.team_schema import LATEST, READER, SCHEMA
from findling.team.team_tables import TeamDocuments, TeamNames, TeamOrigins, TeamTables, TeamVectors
from findling.team.team_words import TeamWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from findling.messages.notice import Notice
    from findling.models.embedder import Embedder, SharedEmbedder
    from findling.paths import LibraryPaths
    from findling.search.query import ParsedQuery
    from findling.storage.database import Database
    from findling.team.membership import Membership

EVERYONE = "everyone"
"""Name for all who may search the shared library."""

_SHOWN_PASSAGES = 3

_ANY = Filter()


@dataclass(frozen=True, slots=True)
class TeamStatus:
    """State of a shared library as one user sees it.

    Attributes:
        files, documents, passages: that this user may see.
        folders: that this computer shares, with whom.
    """

    model: TeamModel
    files: int
    documents: int
    passages: int
    folders: tuple[PublishedFolder, ...]


class TeamLibrary:
    """A shared library, over one connection."""

    def __init__(self, link: ServerLink, membership: Membership, model: TeamModel) -> None:
        self._link = link
        self._connection = link.connection
        self._membership = membership
        self.model = model

    @classmethod
    @contextmanager
    def open(cls, membership: Membership, password: str = "") -> Iterator[TeamLibrary]:
        """Connect to a shared library, and look whether this Findling and this user may use it.

        Raises:
            ServerUnreachableError: nobody answers, at first or later.
            LibraryError: server, library or user do not do.
        """
        with ServerLink.open(membership.server, password) as link:
            yield cls(link, membership, _read_model(link))

    def require_model(self, encoder: str, model_id: str) -> None:
        """Hold the model of this computer to that of the shared library.

        Args:
            encoder: its fingerprint.
            model_id: its name in the catalogue.

        Raises:
            LibraryError: their vectors do not mix.
        """
        if model_id != self.model.id:
            other = TeamMessage.OTHER_MODEL(theirs=self.model.id, ours=model_id)
            raise LibraryError(other, TeamRemedy.USE_MODEL(model=self.model.id))
        if encoder != self.model.encoder:
            raise LibraryError(TeamMessage.OTHER_PRECISION(model=model_id), TeamRemedy.UPGRADE_FINDLING())

    def search(
        self,
        query: str,
        paths: LibraryPaths,
        model: SharedEmbedder,
        *,
        mode: Mode = Mode.HYBRID,
        limit: int = 10,
        offset: int = 0,
        passages: int = _SHOWN_PASSAGES,
        order: SortOrder = SortOrder.RELEVANCE,
    ) -> Answer:
        """Answer a query from what this user may see, by the code that searches this computer.

        Raises:
            FindlingError: the query asks for what is not known of published files, or the model is missing.
        """
        now = datetime.now().astimezone()
        parsed = parse_query(query, now=now, home=Path.home(), cwd=Path(), is_typing=False)
        require_known(parsed.filter)
        started = time.perf_counter()
        with self._prepare(parsed, paths, model, mode) as (retrieval, notes):
            results = retrieval.run(limit, passages, offset, order)
        took = round((time.perf_counter() - started) * 1000, 1)
        return Answer(query, mode, tuple(results), took, notes=notes, searched=parsed.text)

    def rank(
        self, query: str, paths: LibraryPaths, model: SharedEmbedder, *, mode: Mode, limit: int
    ) -> list[tuple[Path, float]]:
        """Return the files and scores of a plain `search`, without titles and passages."""
        with self._prepare(parse_plain(query), paths, model, mode) as (retrieval, _):
            return [(found.places[0].path, found.score) for found in retrieval.rank(limit)]

    @contextmanager
    def _prepare(
        self, parsed: ParsedQuery, paths: LibraryPaths, model: SharedEmbedder, mode: Mode
    ) -> Iterator[tuple[Retrieval, tuple[Notice, ...]]]:
        embedder = model.get(self.model.id) if mode is not Mode.WORDS and parsed.text else None
        if embedder:
            self.require_model(embedder.encoder.fingerprint, embedder.encoder.spec.id)
        question = QuestionReader(paths).read(parsed, None, embedder.encoder.spec if embedder else None, mends=False)
        vector = embedder.encoder.encode_query(question.query.text) if embedder else None
        with self.snapshot(parsed.filter) as tables:
            meaning = None
            if embedder and vector is not None:
                fit = embedder.encoder.spec.relevance
                meaning = DenseQuery(vector, self.space, tables.vectors, Calibration(fit) if fit else None)
            typed = LexicalQuery(parsed.words, parsed.phrases, parsed.excluded)
            yield Retrieval(tables, tables.words, meaning, question, mode, typed=typed), question.notes

    @contextmanager
    def snapshot(self, wanted: Filter = _ANY) -> Iterator[TeamTables]:
        """Hold what this user may see as it is at this moment, for reading.

        Args:
            wanted: what files of the nearest passages have to pass.
        """
        from psycopg import IsolationLevel

        self._connection.isolation_level, self._connection.read_only = IsolationLevel.REPEATABLE_READ, True
        try:
            with self._connection.transaction():
                look_up_one_by_one(self._connection)
                documents = TeamDocuments(self._connection, self._membership.machine)
                vectors = TeamVectors(self._connection, TeamFilter(wanted, self._membership.machine))
                origins, words = TeamOrigins(self._connection), TeamWords(self._connection)
                yield TeamTables(documents, vectors, origins, TeamNames(), words)
        finally:
            self._connection.isolation_level, self._connection.read_only = None, None

    @property
    def space(self) -> Space:
        """Space of the library's vectors; its number means nothing, since there is one."""
        return Space(0, self.model.encoder, self.model.id, self.model.dimensions)

    def folders(self) -> tuple[PublishedFolder, ...]:
        """Return the folders that this computer shares."""
        rows = self._connection.execute(
            "SELECT id, path, readers::text[] FROM folders WHERE owner = current_user AND machine = %s ORDER BY path",
            (self._membership.machine,),
        )
        return tuple(PublishedFolder(row[0], Path(row[1]), tuple(row[2])) for row in rows)

    def share(self, folder: Path, readers: Sequence[str]) -> None:
        """Share a folder with people and groups; its files come with the next publication.

        Raises:
            UsageError: there is nobody of such a name.
        """
        roles = [READER if name == EVERYONE else name for name in dict.fromkeys(readers)]
        known = {
            row[0]
            for row in self._connection.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY (%s)", (roles,))
        }
        for role in roles:
            if role not in known:
                raise UsageError(TeamMessage.NO_GROUP(host=self._link.address.host, name=role))
        self._connection.execute(
            "INSERT INTO folders (machine, machine_name, path, readers) VALUES (%s, %s, %s, %s::text[]::name[])"
            " ON CONFLICT (owner, machine, path) DO UPDATE SET readers = excluded.readers",
            (self._membership.machine, self._membership.name, write_path(folder), roles),
        )

    def withdraw(self, folder: Path) -> None:
        """Take a folder back, with all that was published of it, from this moment on.

        Raises:
            UsageError: it is not shared.
        """
        gone = self._connection.execute(
            "DELETE FROM folders WHERE owner = current_user AND machine = %s AND path = %s",
            (self._membership.machine, write_path(folder)),
        )
        if not gone.rowcount:
            raise UsageError(TeamMessage.NOT_SHARED(folder=folder), TeamRemedy.SEE_SHARED())
        self._connection.execute("SELECT purge()")

    def withdraw_all(self) -> None:
        """Take back all that this computer has published."""
        for folder in self.folders():
            self.withdraw(folder.path)

    def publish(self, database: Database, report: Callable[[PublicationReport], None]) -> PublicationReport:
        """Update the shared folders by what this computer's library has read and embedded.

        Raises:
            LibraryError: nothing is embedded here, with another model than there, or this user may only read.
        """
        folders = self.folders()
        if not folders:
            return PublicationReport()
        space = database.spaces.active()
        if space is None:
            raise LibraryError(TeamMessage.NOTHING_EMBEDDED(), TeamRemedy.INDEX_FIRST())
        self.require_model(space.fingerprint.partition("|")[0], space.model)
        return Publication(self._connection, database, space, report).run(folders)

    def status(self) -> TeamStatus:
        """Count what this user may see."""
        row = self._connection.execute(
            "SELECT (SELECT count(*) FROM files), (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)"
        ).fetchone()
        assert row is not None
        files, documents, passages = row
        return TeamStatus(self.model, files, documents, passages, self.folders())


def name_readers(roles: Iterable[str]) -> tuple[str, ...]:
    """Return the names of roles as they are typed."""
    return tuple(EVERYONE if role == READER else role for role in roles)


def describe_model(embedder: Embedder) -> TeamModel:
    """Return what a shared library says of the model that its vectors are made with."""
    encoder = embedder.encoder
    return TeamModel(encoder.spec.id, encoder.fingerprint, encoder.dimensions)


def _read_model(link: ServerLink) -> TeamModel:
    """Return the model of a database's library, once all of it is known to be usable.

    Raises:
        LibraryError: there is no library, or it does not do.
    """
    address = link.address
    version = read_version(link)
    if version is None:
        raise LibraryError(TeamMessage.NONE_THERE(database=address.database), TeamRemedy.CREATE(address=address.url))
    require_version(version, LATEST)
    link.read_facts().require_usable(address)
    link.connection.execute(
        "SELECT set_config('search_path', concat_ws(', ', quote_ident(%s), quote_ident(%s), 'pg_temp'), false)",
        (SCHEMA, find_vector_schema(link)),
    )
    row = link.connection.execute("SELECT model, encoder, dimensions FROM library").fetchone()
    assert row is not None
    return TeamModel(*row)
