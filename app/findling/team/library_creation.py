"""Creation of a shared library in a database, and of the next version of its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.errors import LibraryError, UsageError
from findling.messages.team_templates import TeamMessage, TeamRemedy
from findling.team.server_link import require_version
from findling.team.team_schema import LATEST, MEMBER, READER, SCHEMA, create_first

if TYPE_CHECKING:
    from findling.team.server_link import ServerLink


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


def create_library(link: ServerLink, model: TeamModel) -> None:
    """Create roles, tables and functions of a shared library, all or nothing.

    Raises:
        LibraryError: server, database or role do not do.
        UsageError: there is one already.
    """
    from psycopg import errors

    facts = link.read_facts()
    facts.require_usable(link.address)
    if (theirs := read_version(link)) is not None:
        require_version(theirs, LATEST)
        raise UsageError(
            TeamMessage.ALREADY_THERE(database=link.address.database), TeamRemedy.JOIN(address=link.address.url)
        )
    try:
        with link.connection.transaction():
            _create(link, model)
    except errors.InsufficientPrivilege as error:
        address, reason = link.address, error.diag.message_primary or ""
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
    """Return the schema in which the extension keeps its types and operators; "public" where it is not made yet."""
    row = link.connection.execute(
        "SELECT nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE extname = 'vector'"
    ).fetchone()
    return str(row[0]) if row else "public"


def _create(link: ServerLink, model: TeamModel) -> None:
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
    connection.execute(f"SET LOCAL search_path = {SCHEMA}, pg_catalog")
    for statements in create_first(find_vector_schema(link), model.dimensions):
        connection.execute(statements)
    connection.execute(
        "INSERT INTO library (version, model, encoder, dimensions) VALUES (%s, %s, %s, %s)",
        (LATEST, model.id, model.encoder, model.dimensions),
    )
