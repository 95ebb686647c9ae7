"""Shared libraries on a server for tests, and libraries of people's computers that are published there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import publishingprocess
from findling.domain.origin import Origin
from findling.formats import FileKind
from findling.storage.database import Database
from findling.storage.vector_table import Space
from findling.team.library_address import LibraryAddress
from findling.team.library_creation import TeamModel
from findling.team.membership import Membership
from findling.team.team_library import TeamLibrary
from postgresserver import PostgresServer
from smalllibrary import DIMENSIONS, STAT, add_document, add_file
from waiting import wait_until

MODEL = TeamModel("tests", "tests:1", DIMENSIONS)
PEOPLE = {
    "ann": ("findling_member", "sales"),
    "bob": ("findling_member", "sales"),
    "eve": ("findling_member",),
    "guest": ("findling_reader",),
    "stranger": (),
}


@dataclass(frozen=True)
class SharedDatabase:
    """A new shared library."""

    server: PostgresServer
    name: str

    def copy(self) -> SharedDatabase:
        return SharedDatabase(self.server, self.server.create_database(f"TEMPLATE {self.name}"))

    def join(self, person: str) -> Membership:
        return Membership.make(LibraryAddress.parse(self.server.url(self.name, person))[0])

    def open(self, person: str) -> AbstractContextManager[TeamLibrary]:
        return TeamLibrary.open(self.join(person))

    def ask(self, statement: str, person: str = "admin", *values: object) -> list[tuple]:
        """Return what SQL gives a person who goes past Findling."""
        with self.server.connect(self.name, person) as connection:
            connection.execute("SET search_path = findling, public")
            return connection.execute(statement, values or None).fetchall()

    def count_rows_read(self, person: str) -> dict[str, int]:
        """Return how many rows of each table and of its indexes were read, once a person's sessions have ended."""
        gone = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename = %s"
        wait_until(lambda: not self.ask(gone, "admin", person))
        return dict(
            self.ask(
                "SELECT t.relname, (t.seq_tup_read + coalesce(t.idx_tup_fetch, 0) + coalesce("
                "(SELECT sum(i.idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid), 0))::bigint"
                " FROM pg_stat_user_tables t"
            )
        )


class LocalLibrary:
    """The library on one person's computer, with files of one folder that are read and embedded."""

    def __init__(self, place: Path, folder: Path) -> None:
        self.database = Database.open_for_writing(place)
        self.folder = folder
        with self.database.transaction():
            self._folder_id = self.database.folders.add(folder).id
            self.space: Space = self.database.vectors.ensure_space(f"{MODEL.encoder}|cut", MODEL.id, DIMENSIONS)
            self.database.spaces.make_active(self.space)

    def write(
        self,
        name: str,
        text: str,
        *,
        title: str = "",
        passages: int = 2,
        language: str = "en",
        kind: FileKind = FileKind.TEXT,
        origins: Sequence[Origin] = (),
        modified_ns: int = STAT.mtime_ns,
    ) -> None:
        """Have a file with a text, or with another one than before."""
        content = f"{title}\n{text}\n{origins}".encode()
        with self.database.transaction():
            found = self.database.documents.find(content)
            more = {"title": title, "language": language, "space": self.space, "passages": passages, "kind": kind}
            document = found[0] if found else add_document(self.database, content, text, **more)
            self.database.origins.put_document(document, origins)
            stat = replace(STAT, mtime_ns=modified_ns)
            row = self.database.files.find(self.folder / name)
            if row:
                self.database.files.set_indexed(row.id, document, row.stat, "tests")
            else:
                add_file(self.database, self._folder_id, self.folder / name, document, stat)

    def delete(self, name: str) -> None:
        row = self.database.files.find(self.folder / name)
        assert row is not None
        with self.database.transaction():
            self.database.files.remove([row.id])

    def back_up(self, place: Path) -> None:
        """Copy the database to a place."""
        self.database.checkpoint()
        shutil.copy(self.database.path, place)

    def put_back(self, place: Path) -> None:
        """Go on with a copy of the database, as a writer that begins with it."""
        self.database.close()
        self.database = Database.open_for_writing(place)
        with self.database.transaction():
            self.database.lineage.renew()

    def publish(self, team: TeamLibrary):
        return team.publish(self.database, lambda _: None)


def start_publishing(local: LocalLibrary, membership: Membership) -> subprocess.Popen:
    """Publish in a process of its own, which waits for a line after each transaction."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, publishingprocess.__file__, str(local.database.path), json.dumps(asdict(membership))]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen(command, **pipes, text=True, env=environment)
