"""A server for all tests of the shared library, with people in groups, and a new shared library for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.team.library_address import LibraryAddress
from findling.team.library_creation import create_library
from findling.team.server_link import ServerLink
from findling.team.team_passwords import PASSWORD_VARIABLE
from memory_keyrings import MemoryKeyring, replacing_system_keyring
from postgresserver import PASSWORD, running_server
from teamlibraries import MODEL, PEOPLE, LocalLibrary, SharedDatabase


@pytest.fixture(autouse=True)
def key_store() -> Iterator[MemoryKeyring]:
    """Keep passwords in a keyring of the test's own."""
    with replacing_system_keyring(MemoryKeyring()) as key_store:
        yield key_store


@pytest.fixture(scope="session")
def template() -> Iterator[SharedDatabase]:
    """Start a server, with people, and with a shared library of which each test gets a copy."""
    with pytest.MonkeyPatch.context() as environment, running_server() as server:
        environment.setenv(PASSWORD_VARIABLE, PASSWORD)
        name = server.create_database()
        with ServerLink.open(LibraryAddress.parse(server.url(name))[0]) as link:
            create_library(link, MODEL)
        server.create_group("sales")
        for person, groups in PEOPLE.items():
            server.create_person(person, *groups)
        yield SharedDatabase(server, name)


@pytest.fixture
def shared(template: SharedDatabase) -> SharedDatabase:
    return template.copy()


@pytest.fixture
def make_local(tmp_path: Path) -> Iterator:
    """Return a maker of libraries, each of a computer of its own."""
    made: list[LocalLibrary] = []

    def make(name: str, folder: Path = Path("/home/papers")) -> LocalLibrary:
        made.append(LocalLibrary(tmp_path / f"{name}.db", folder))
        return made[-1]

    yield make
    for each in made:
        each.database.close()
