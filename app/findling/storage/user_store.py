"""Second small database of what only the user knows: folders, labels, judgements, history.

It holds what is no duplicate as well. All else in a library can be made again from the user's files. The tables of the
library's database are copied into this one row by row, in the same transaction, by triggers of the writer's connection;
whichever of the two is newer when the library is opened gives the other what it lacks.
"""

from __future__ import annotations

import os
import time
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from findling.storage.database_file import attach, connect, ignoring_errors

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BACKUPS = 3
"""Backups that are kept, of different days."""

_DAY_SECONDS = 86_400

_STEPS = (
    "id, run_id, state, place, action, path, size, modified_ns, mode, content, survivor_path, survivor_size,"
    " survivor_modified_ns, survivor_mode, survivor_content, target, unread"
)
# Table of the library, its key, and the columns that are kept. A folder is kept by its path: its number belongs to the
# files of one database.
_TABLES = (
    ("folders", "path", "path, exclude"),
    ("distinctions", "first, second", "first, second"),
    ("runs", "id", "id, started_ns"),
    ("steps", "id", _STEPS),
    ("labels", "label", "label, name"),
    ("label_choices", "label, path", "label, path, content, choice, chosen_ns"),
    ("judgements", "question, content", "question, content, path, answers, judged_ns"),
    ("label_watches", "label", "label, since_ns"),
    ("label_colours", "label", "label, colour"),
    ("former_labels", "former", "former, label"),
)
_FIRST_TABLES, _LABEL_TABLES, _JUDGEMENT_TABLES, _WATCH_TABLES = 4, 6, 7, 8
"""Numbers of tables that the first store had, and those since labels, judgements and watched labels were kept."""

_NUMBERED = ("runs", "steps")
"""Tables whose rows are numbered, so that those of two libraries cannot be put together."""


def _create_tables(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE kept.kept_state (revision INTEGER NOT NULL)")
    connection.execute("INSERT INTO kept_state VALUES (0)")
    _create_copies(connection, _TABLES[:_FIRST_TABLES])


def _keep_labels(connection: sqlite3.Connection) -> None:
    _create_copies(connection, _TABLES[_FIRST_TABLES:_LABEL_TABLES])


def _keep_judgements(connection: sqlite3.Connection) -> None:
    _create_copies(connection, _TABLES[_LABEL_TABLES:_JUDGEMENT_TABLES])


def _keep_label_watches(connection: sqlite3.Connection) -> None:
    _create_copies(connection, _TABLES[_JUDGEMENT_TABLES:_WATCH_TABLES])


def _keep_label_colours(connection: sqlite3.Connection) -> None:
    """Keep colours and former names of labels, as the library's own migration has made them."""
    _create_copies(connection, _TABLES[_WATCH_TABLES:])
    for table, _, columns in _TABLES[_WATCH_TABLES:]:
        connection.execute(f"INSERT INTO kept.kept_{table} SELECT {columns} FROM main.{table}")


def _create_copies(connection: sqlite3.Connection, tables: Sequence[tuple[str, str, str]]) -> None:
    for table, key, columns in tables:
        connection.execute(f"CREATE TABLE kept.kept_{table} ({columns}, PRIMARY KEY ({key})) WITHOUT ROWID")


_MIGRATIONS = (_create_tables, _keep_labels, _keep_judgements, _keep_label_watches, _keep_label_colours)
"""Migrations in order; the store's `user_version` is the number of those that ran."""


class UserStore:
    """The store, attached to the writer's connection to the library's database."""

    def __init__(self, connection: sqlite3.Connection, path: Path, key: bytes | None) -> None:
        self._connection = connection
        self._path = path
        self._key = key

    @classmethod
    def attach(cls, connection: sqlite3.Connection, library: Path, key: bytes | None = None) -> UserStore:
        """Open or create the store beside a library's database, and bring the two to the same state.

        A store that is missing or damaged is taken from its newest whole backup, or made again from the library.
        """
        store = cls(connection, store_path(library), key)
        store._provide_file()
        attach(connection, store._path, "kept", key)
        # As the library's own database: what a loss of power takes is given again by that one.
        connection.execute("PRAGMA kept.journal_mode = WAL")
        connection.execute("PRAGMA kept.synchronous = NORMAL")
        connection.execute("PRAGMA kept.secure_delete = ON")
        store._migrate()
        store._reconcile()
        store._follow()
        return store

    def back_up(self) -> None:
        """Make a backup if anything changed since the newest one, and replace one of the same day.

        A disk that has no room for it keeps nobody from working: the next time will do.
        """
        newest = self._backup(1)
        if _read_revision(newest, self._key) == self._revision():
            return
        part = self._path.with_name(f"{self._path.name}.part")
        with suppress(OSError), ignoring_errors():
            part.unlink(missing_ok=True)
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            self._connection.execute("VACUUM kept INTO ?", (str(part),))
            if _read_revision(part, self._key) is None:
                return
            if newest.exists() and time.time() - newest.stat().st_mtime > _DAY_SECONDS:
                for number in range(BACKUPS - 1, 0, -1):
                    with suppress(FileNotFoundError):
                        self._backup(number).replace(self._backup(number + 1))
            part.replace(newest)

    def recover(self, damaged: Path) -> None:
        """Take over the user's tables that a damaged database still gives, if the store is empty."""
        if self._revision():
            return
        for table, _, columns in _TABLES:
            with ignoring_errors(), closing(connect(damaged, key=self._key)) as source:
                for row in _read_until_damage(source.execute(f"SELECT {columns} FROM {table}")):
                    marks = ", ".join("?" * len(row))
                    with ignoring_errors():
                        self._connection.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", row)

    def _provide_file(self) -> None:
        """See to it that there is a whole store, for its owner alone."""
        if _read_revision(self._path, self._key) is not None:
            return
        if self._path.exists() and self._path.stat().st_size:
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
        for rest in ("-wal", "-shm", "-journal"):
            self._path.with_name(f"{self._path.name}{rest}").unlink(missing_ok=True)
        for number in range(1, BACKUPS + 1):
            backup = self._backup(number)
            if _read_revision(backup, self._key) is not None:
                _copy(backup, self._path)
                return
        with suppress(FileExistsError):
            os.close(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))

    def _backup(self, number: int) -> Path:
        """Return the path of a backup; 1 is the newest."""
        return self._path.with_name(f"{self._path.name}.{number}")

    def _migrate(self) -> None:
        seen = int(self._connection.execute("PRAGMA kept.user_version").fetchone()[0])
        for number, step in enumerate(_MIGRATIONS[seen:], start=seen + 1):
            with _transaction(self._connection):
                step(self._connection)
                self._connection.execute(f"PRAGMA kept.user_version = {number}")

    def _revision(self) -> int:
        return int(self._connection.execute("SELECT revision FROM kept_state").fetchone()[0])

    def _reconcile(self) -> None:
        """Give the older of the two what the newer one has."""
        kept = self._revision()
        main = int(self._connection.execute("SELECT user_revision FROM lineage").fetchone()[0])
        if kept == main and kept:
            return
        with _transaction(self._connection):
            if not main:
                self._add_to_library()
            elif main < kept:
                self._give_to_library()
            self._take_from_library()
            self._connection.execute("UPDATE lineage SET user_revision = ?", (max(main, kept) + 1,))
            self._connection.execute("UPDATE kept_state SET revision = ?", (max(main, kept) + 1,))

    def _add_to_library(self) -> None:
        """Give a library that never had a store, a new one or an earlier release's, what it lacks."""
        has_runs = self._connection.execute("SELECT 1 FROM runs LIMIT 1").fetchone()
        for table, key, columns in _TABLES:
            if has_runs and table in _NUMBERED:
                continue
            self._connection.execute(
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM kept_{table} WHERE true"
                f" ON CONFLICT ({key}) DO NOTHING"
            )

    def _take_from_library(self) -> None:
        for table, _, columns in _TABLES:
            self._connection.execute(f"DELETE FROM kept_{table}")
            self._connection.execute(f"INSERT INTO kept_{table} SELECT {columns} FROM {table}")

    def _give_to_library(self) -> None:
        """Bring the library's tables to the state of the store.

        The files of a folder that was removed go with it; those of one that stays are not read again.
        """
        for table, key, _ in reversed(_TABLES):
            self._connection.execute(f"DELETE FROM {table} WHERE ({key}) NOT IN (SELECT {key} FROM kept_{table})")
        for table, key, columns in _TABLES:
            changed = ", ".join(f"{name} = excluded.{name}" for name in columns.split(", "))
            self._connection.execute(
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM kept_{table} WHERE true"
                f" ON CONFLICT ({key}) DO UPDATE SET {changed}"
            )

    def _follow(self) -> None:
        """Copy each change from now on, in the transaction in which it is made."""
        count = (
            "UPDATE lineage SET user_revision = user_revision + 1;"
            " UPDATE kept_state SET revision = (SELECT user_revision FROM lineage);"
        )
        for table, key, columns in _TABLES:
            drop = " AND ".join(f"{name} = old.{name}" for name in key.split(", "))
            values = ", ".join(f"new.{name}" for name in columns.split(", "))
            gone = f"DELETE FROM kept_{table} WHERE {drop};"
            come = f"INSERT OR REPLACE INTO kept_{table} VALUES ({values});"
            for event, actions in (("INSERT", come), ("UPDATE", gone + come), ("DELETE", gone)):
                self._connection.execute(
                    f"CREATE TEMP TRIGGER keep_{table}_{event} AFTER {event} ON main.{table}"
                    f" BEGIN {actions} {count} END"
                )


def store_path(library: Path) -> Path:
    """Return the path of the store beside a library's database, "library-user.db"."""
    return library.with_name(f"{library.stem}-user.db")


def is_whole(library: Path, key: bytes | None) -> bool:
    """Return whether the store beside a library's database is there and undamaged."""
    return _read_revision(store_path(library), key) is not None


def count_whole_backups(library: Path, key: bytes | None) -> int:
    """Return how many undamaged backups there are of it."""
    store = store_path(library)
    backups = (store.with_name(f"{store.name}.{number}") for number in range(1, BACKUPS + 1))
    return sum(_read_revision(backup, key) is not None for backup in backups)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _read_revision(path: Path, key: bytes | None) -> int | None:
    """Return how often a store was changed; None where there is none, or it is damaged."""
    if not path.exists() or not path.stat().st_size:
        return None
    # In a folder that nobody can write there is no log to be made either, and none to be read.
    for parameters in ("mode=ro", "mode=ro&immutable=1"):
        with ignoring_errors(), closing(connect(path, parameters, key)) as connection:
            if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                return None
            return int(connection.execute("SELECT revision FROM kept_state").fetchone()[0])
    return None


def _copy(source: Path, target: Path) -> None:
    """Copy a store, for its owner alone; it is there as a whole or not at all."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    with open(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(source.read_bytes())
        file.flush()
        os.fsync(file.fileno())
    part.replace(target)


def _read_until_damage(rows: sqlite3.Cursor) -> Iterator[tuple[object, ...]]:
    with ignoring_errors():
        yield from rows
