"""Creation of a shared library in a database, and of the next version of its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.errors import LibraryError, UsageError
from findling.messages.team_templates import TeamMessage, TeamRemedy
from findling.team.server_link import require_version
from findling.team.team_schema import MEMBER, READER, SCHEMA, TEAM_MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.team.server_link import ServerLink
    from findling.team.team_schema import Migration


@dataclass(frozen=True, slots=True)
class TeamModel:
    """Model whose vectors a shared library holds.

    Attributes:
        id: of the catalogue.
        encoder: fingerprint of the model, its tokenizer and its precision.
    """

    id: str
    encoder: str
    dimensions: int


def create_library(link: ServerLink, model: TeamModel, migrations: Sequence[Migration] = TEAM_MIGRATIONS) -> None:
    """Create or update roles, tables and functions of a shared library, all or nothing.

    Raises:
        LibraryError: server, database or role do not do, or a newer Findling made it.
        UsageError: there is one already, and it is up to date.
    """
    from psycopg import errors

    address = link.address
    link.read_facts().require_usable(address)
    version = read_version(link) or 0
    if version > len(migrations):
        require_version(version, len(migrations))
    if version == len(migrations):
        raise UsageError(TeamMessage.ALREADY_THERE(database=address.database), TeamRemedy.JOIN(address=address.url))
    try:
        with link.connection.transaction():
            if not version:
                _prepare(link)
            _migrate(link, model, migrations[version:])
            _note_version(link, model, len(migrations))
    except errors.InsufficientPrivilege as error:
        reason = error.diag.message_primary or ""
        refused = TeamMessage.MAY_NOT_CREATE(user=address.user, database=address.database, reason=reason)
        raise LibraryError(refused, TeamRemedy.ASK_ADMINISTRATOR()) from error


def read_version(link: ServerLink) -> int | None:
    """Return the version of the tables of the library in a database; None where there is none.

    Raises:
        LibraryError: there is one, and this user may not use it.
    """
    row = link.connection.execute(
        "SELECT n.oid, has_schema_privilege(n.oid, 'USAGE') FROM pg_namespace n WHERE n.nspname = %s"
        " AND EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'library')",
        (SCHEMA,),
    ).fetchone()
    if row is None:
        return None
    if not row[1]:
        user = link.address.user
        raise LibraryError(TeamMessage.NO_MEMBER(user=user), TeamRemedy.GRANT_READER(user=user))
    found = link.connection.execute(f"SELECT version FROM {SCHEMA}.library").fetchone()
    return int(found[0]) if found else None


def find_vector_schema(link: ServerLink) -> str:
    """Return the schema of the extension's types and operators; "public" where not yet made."""
    row = link.connection.execute(
        "SELECT nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE extname = 'vector'"
    ).fetchone()
    return str(row[0]) if row else "public"


def _prepare(link: ServerLink) -> None:
    """Make the extension, the groups and an empty schema."""
    connection = link.connection
    if not link.read_facts().is_vector_made:
        connection.execute("CREATE EXTENSION vector")
    for role in (READER, MEMBER):
        # Roles are of the whole server: another library there has the same.
        if connection.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,)).fetchone() is None:
            connection.execute(f"CREATE ROLE {role} NOLOGIN")
    if connection.execute("SELECT pg_has_role(%s, %s, 'MEMBER')", (MEMBER, READER)).fetchone() != (True,):
        connection.execute(f"GRANT {READER} TO {MEMBER}")
    connection.execute(f"CREATE SCHEMA {SCHEMA}")


def _migrate(link: ServerLink, model: TeamModel, migrations: Sequence[Migration]) -> None:
    link.connection.execute(f"SET LOCAL search_path = {SCHEMA}, pg_catalog")
    vector_schema = find_vector_schema(link)
    for migration in migrations:
        for statements in migration(vector_schema, model.dimensions):
            link.connection.execute(statements)


def _note_version(link: ServerLink, model: TeamModel, version: int) -> None:
    """Store the version, and of a new library the model, which stays."""
    link.connection.execute(
        f"INSERT INTO {SCHEMA}.library (version, model, encoder, dimensions) VALUES (%s, %s, %s, %s)"
        " ON CONFLICT (id) DO UPDATE SET version = excluded.version",
        (version, model.id, model.encoder, model.dimensions),
    )
