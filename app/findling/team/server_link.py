"""Connection to the server of a shared library, whose failures are messages with what to do."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from findling.errors import LibraryError, LibraryTooNewError
from findling.messages.team_templates import TeamMessage, TeamRemedy
from findling.team.team_passwords import find_password

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

    from findling.team.library_address import LibraryAddress

OLDEST_SERVER = 150_000
"""PostgreSQL 15, as its `server_version_num` has it."""

OLDEST_VECTOR = (0, 8, 0)
"""pgvector 0.8, the first whose scans go on until enough rows pass a filter (`hnsw.iterative_scan`)."""

_ENCODING = "UTF8"

_FAILURES = (
    # What libpq says before there is a state of SQL; its words have been these since version 14.
    (re.compile(r"certificate verify failed|does not match host name|SSL error: certificate"), TeamMessage.NOT_TRUSTED),
    (re.compile(r"server does not support SSL"), TeamMessage.NO_TLS),
    (re.compile(r"password authentication failed|no password supplied"), TeamMessage.WRONG_PASSWORD),
    (re.compile(r'database "[^"]*" does not exist'), TeamMessage.NO_DATABASE),
    (re.compile(r"no pg_hba.conf entry|authentication failed|role \"[^\"]*\" (does not exist|is not permitted)"),
     TeamMessage.NOT_ALLOWED_IN),
)  # fmt: skip
_LEADING = re.compile(r"^(connection (to server at .*?|failed|is bad): )+|^(FATAL|ERROR): +")


class ServerUnreachableError(LibraryError):
    """Server of a shared library that is not to be had now; what is on this computer still is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerFacts:
    """Facts that a server tells of itself.

    Attributes:
        version: as a number, such as 150004.
        encoding: of the database's texts.
        vector: version of the extension in the database, or else of the one that could be made there; "" for none.
        is_vector_made: the extension is made in the database.
    """

    version: int
    encoding: str
    vector: str
    is_vector_made: bool

    def require_usable(self, address: LibraryAddress) -> None:
        """Hold the server to what a shared library needs.

        Raises:
            LibraryError: it does not do.
        """
        host = address.host
        if self.version < OLDEST_SERVER:
            shown, needed = _write_version(self.version), _write_version(OLDEST_SERVER)
            too_old = TeamMessage.SERVER_TOO_OLD(host=host, version=shown, needed=needed)
            raise LibraryError(too_old, TeamRemedy.UPGRADE_SERVER())
        if self.encoding != _ENCODING:
            no_utf8 = TeamMessage.NO_UTF8(database=address.database, encoding=self.encoding)
            raise LibraryError(no_utf8, TeamRemedy.MAKE_UTF8())
        if not self.vector:
            raise LibraryError(TeamMessage.NO_EXTENSION(host=host), TeamRemedy.INSTALL_EXTENSION())
        if tuple(map(int, re.findall(r"\d+", self.vector))) < OLDEST_VECTOR:
            needed = ".".join(map(str, OLDEST_VECTOR))
            too_old = TeamMessage.EXTENSION_TOO_OLD(host=host, version=self.vector, needed=needed)
            raise LibraryError(too_old, TeamRemedy.UPGRADE_EXTENSION())


class ServerLink:
    """Connection of one user, closed when its block ends."""

    def __init__(self, connection: psycopg.Connection[Any], address: LibraryAddress) -> None:
        self.connection = connection
        self.address = address

    @classmethod
    @contextmanager
    def open(cls, address: LibraryAddress, password: str = "") -> Iterator[ServerLink]:
        """Connect, with a password that was given or is kept.

        Raises:
            ServerUnreachableError: nobody answers, at first or later.
            LibraryError: the server cannot be used, or refuses what is asked in the block.
        """
        if find_spec("psycopg") is None:
            raise LibraryError(TeamMessage.NO_DRIVER(), TeamRemedy.INSTALL_DRIVER(python=Path(sys.executable)))
        import psycopg
        from psycopg.conninfo import make_conninfo

        secret = password or find_password(address)
        known = {"password": secret} if secret else {}
        try:
            connection = psycopg.connect(make_conninfo("", **address.to_parameters(), **known), autocommit=True)
        except psycopg.OperationalError as error:
            raise explain_failure(error, address) from error
        with connection, translated_refusals(address):
            yield cls(connection, address)

    def read_facts(self) -> ServerFacts:
        """Ask what the server and the extension are."""
        row = self.connection.execute(
            "SELECT current_setting('server_version_num')::int, current_setting('server_encoding'),"
            " coalesce((SELECT extversion FROM pg_extension WHERE extname = 'vector'),"
            " (SELECT default_version FROM pg_available_extensions WHERE name = 'vector'), ''),"
            " EXISTS (SELECT FROM pg_extension WHERE extname = 'vector')"
        ).fetchone()
        assert row is not None
        return ServerFacts(version=row[0], encoding=row[1], vector=row[2], is_vector_made=row[3])


def explain_failure(error: psycopg.OperationalError, address: LibraryAddress) -> LibraryError:
    """Return why there is no connection; anything unknown means the server is out of reach."""
    said = str(error).strip()
    reason = _shorten(said)
    message = next((message for expression, message in _FAILURES if expression.search(said)), None)
    host, user = address.host, address.user
    match message:
        case TeamMessage.NOT_TRUSTED:
            untrusted = TeamMessage.NOT_TRUSTED(host=host, reason=reason)
            return LibraryError(untrusted, TeamRemedy.NAME_CERTIFICATE())
        case TeamMessage.NO_TLS:
            return LibraryError(TeamMessage.NO_TLS(host=host), TeamRemedy.TURN_ON_TLS())
        case TeamMessage.WRONG_PASSWORD:
            wrong = TeamMessage.WRONG_PASSWORD(host=host, user=user)
            return LibraryError(wrong, TeamRemedy.JOIN_AGAIN(address=address.url))
        case TeamMessage.NO_DATABASE:
            none = TeamMessage.NO_DATABASE(host=host, database=address.database)
            return LibraryError(none, TeamRemedy.ASK_ADMINISTRATOR())
        case TeamMessage.NOT_ALLOWED_IN:
            refused = TeamMessage.NOT_ALLOWED_IN(host=host, user=user, reason=reason)
            return LibraryError(refused, TeamRemedy.ASK_ADMINISTRATOR())
    return ServerUnreachableError(TeamMessage.UNREACHABLE(host=host, reason=reason), TeamRemedy.CHECK_NETWORK())


@contextmanager
def translated_refusals(address: LibraryAddress) -> Iterator[None]:
    """Translate what a server refuses, or that it broke off; errors in SQL pass through.

    Raises:
        ServerUnreachableError: the connection is gone.
        LibraryError: this user may not do that, or the server's disk is full.
    """
    import psycopg
    from psycopg import errors

    try:
        yield
    except errors.InsufficientPrivilege as error:
        remedy = TeamRemedy.GRANT_MEMBER(user=address.user)
        raise LibraryError(TeamMessage.ONLY_READS(user=address.user), remedy) from error
    except errors.ReadOnlySqlTransaction as error:
        raise LibraryError(TeamMessage.ONLY_READS(user=address.user), TeamRemedy.ASK_ADMINISTRATOR()) from error
    except errors.DiskFull as error:
        raise LibraryError(TeamMessage.FULL(host=address.host), TeamRemedy.MAKE_ROOM()) from error
    except psycopg.OperationalError as error:
        broken = TeamMessage.BROKE_OFF(host=address.host, reason=_shorten(str(error)))
        raise ServerUnreachableError(broken, TeamRemedy.CHECK_NETWORK()) from error


def require_version(theirs: int, ours: int) -> None:
    """Hold the version of a library's tables to the one that this Findling reads.

    Raises:
        LibraryTooNewError: a newer one made them.
        LibraryError: an older one did.
    """
    if theirs > ours:
        newer = TeamMessage.MADE_BY_NEWER(theirs=theirs, ours=ours)
        raise LibraryTooNewError(newer, TeamRemedy.UPGRADE_FINDLING())
    if theirs < ours:
        raise LibraryError(TeamMessage.MADE_BY_OLDER(theirs=theirs, ours=ours), TeamRemedy.UPGRADE_TABLES())


def _write_version(number: int) -> str:
    return f"{number // 10_000}.{number % 10_000}"


def _shorten(said: str) -> str:
    """Return what libpq or the server says last, without its lead, hints and full stop."""
    # Hints are indented, as "Is the server running on that host" is.
    lines = [line for line in said.splitlines() if line.strip() and not line.startswith("\t")]
    line = lines[-1].strip() if lines else said.strip() or "?"
    while (shorter := _LEADING.sub("", line)) != line:
        line = shorter
    return line.rstrip(".")
