"""Opens a library's database, for its one writer or for any number of readers."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from findling.errors import DiskFullError, LibraryDamagedError, LibraryError, LibraryLockedError
from findling.messages.command_templates import CheckMessage
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.storage import migrations
from findling.storage.arrival_table import Arrivals
from findling.storage.change_table import FileChanges
from findling.storage.content_table import Contents
from findling.storage.database_file import connect, list_errors
from findling.storage.device_table import Devices
from findling.storage.document_table import Documents
from findling.storage.duplicate_table import Duplicates
from findling.storage.embedded_table import EmbeddedRows
from findling.storage.embedding_queue import EmbeddingQueue
from findling.storage.file_filter import promised_kind
from findling.storage.file_order import natural_key
from findling.storage.file_table import Files
from findling.storage.folder_table import Folders
from findling.storage.history_table import History
from findling.storage.issue_table import Issues
from findling.storage.journal import Journal
from findling.storage.judgement_table import Judgements
from findling.storage.kept_table import KeptVectors
from findling.storage.key_match import require_matching_key
from findling.storage.label_history import LabelHistory
from findling.storage.label_table import Labels
from findling.storage.lineage_table import Lineage
from findling.storage.name_table import Names
from findling.storage.origin_table import Origins
from findling.storage.publishable_table import PublishableFiles
from findling.storage.running_totals import RunningTotals
from findling.storage.scan_table import Scans
from findling.storage.shared_files import SharedFiles
from findling.storage.topic_table import Topics
from findling.storage.topic_terms import fold_topic
from findling.storage.unfinished_table import UnfinishedVectors
from findling.storage.user_store import UserStore
from findling.storage.vector_table import Spaces, Vectors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from findling.messages.notice import Notice

_BUSY_MS = 10_000
_CACHE_KIB = 32 * 1024
_LEAST_ROOM = 1_000_000
_OLDEST_SQLITE = (3, 24, 0)


class Database:
    """Connection to a library's database, with one object for each group of tables.

    Attributes:
        totals: kept by the writer's connection only.
        user: what only the user can know, apart; of the writer's connection only.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, user: UserStore | None = None) -> None:
        self._connection = connection
        self.path = path
        self.folders = Folders(connection)
        self.files = Files(connection)
        self.issues = Issues(connection)
        self.labels = Labels(connection)
        self.label_history = LabelHistory(connection)
        self.contents = Contents(connection)
        self.judgements = Judgements(connection)
        self.arrivals = Arrivals(connection)
        self.names = Names(connection)
        self.devices = Devices(connection)
        self.embedded = EmbeddedRows(connection)
        self.documents = Documents(connection)
        self.vectors = Vectors(connection)
        self.spaces = Spaces(connection)
        self.queue = EmbeddingQueue(connection)
        self.unfinished = UnfinishedVectors(connection)
        self.kept = KeptVectors(connection)
        self.journal = Journal(connection)
        self.lineage = Lineage(connection)
        self.duplicates = Duplicates(connection)
        self.scans = Scans(connection)
        self.origins = Origins(connection)
        self.history = History(connection)
        self.totals = RunningTotals(connection)
        self.shared = SharedFiles(connection)
        self.topics = Topics(connection)
        self.publishable = PublishableFiles(connection)
        self.changes = FileChanges(connection)
        self.user = user

    @classmethod
    def open_for_writing(cls, path: Path, key: bytes | None = None) -> Database:
        """Open, create or migrate a database; only the holder of the writer's lock may call this.

        Args:
            path: of the file.
            key: of an encrypted library.

        Raises:
            LibraryLockedError: the library is encrypted, and there is no key.
            LibraryError: the file cannot be written, is damaged, or comes from a newer Findling.
        """
        _require_key(path, key)
        with _refusing_other_keys(path, key):
            _refuse_empty(path)
        if not path.exists():
            require_matching_key(path, key)
            _create(path, key)
        with _refusing_other_keys(path, key), translated_errors(path), _connected(path, "mode=rw", key) as connection:
            if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
                raise LibraryError(LibraryMessage.UNSAFE_FILE_SYSTEM(folder=path.parent), Remedy.LOCAL_DISK())
            connection.execute("PRAGMA synchronous = NORMAL")
            # What the user deletes is gone from the file too.
            connection.execute("PRAGMA secure_delete = ON")
            migrations.migrate(connection)
            user = UserStore.attach(connection, path, key)
        return cls(connection, path, user)

    @classmethod
    def open_for_reading(cls, path: Path, key: bytes | None = None) -> Database:
        """Open an existing database; nothing can be written through it.

        Args:
            path: of the file.
            key: of an encrypted library.

        Raises:
            LibraryLockedError: the library is encrypted, and there is no key.
            LibraryError: there is none, or it cannot be read by this Findling.
        """
        _require_key(path, key)
        if not path.exists():
            raise LibraryError(LibraryMessage.NO_LIBRARY(folder=path.parent), Remedy.ADD_FOLDER())
        with _refusing_other_keys(path, key):
            _refuse_empty(path)
            with translated_errors(path), _connected_for_reading(path, key) as connection:
                connection.execute("PRAGMA query_only = ON")
                if migrations.read_schema_version(connection) < len(migrations.MIGRATIONS):
                    raise LibraryError(LibraryMessage.WRITTEN_BY_OLDER(folder=path.parent), Remedy.INDEX())
        return cls(connection, path)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all that is written inside, or nothing of it.

        Raises:
            LibraryError: the disk is full or failing, or the database is damaged.
        """
        with translated_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # A failed COMMIT has sometimes rolled back already.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read a consistent snapshot inside, whatever the writer does meanwhile."""
        with translated_errors(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                # A damaged database has sometimes ended the transaction already.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def shrink(self) -> None:
        """Free the pages that are kept in memory; they are read again when they are needed."""
        self._connection.execute("PRAGMA shrink_memory")

    def find_damage(self) -> str:
        """Return what SQLite's own full check finds wrong, as one line; "" when all is well."""
        try:
            rows = [row[0] for row in self._connection.execute("PRAGMA main.integrity_check(5)")]
        except list_errors() as error:
            return str(error)
        return "" if rows == ["ok"] else "; ".join(rows)

    def require_whole(self) -> None:
        """Look at every page and every checksum, about two seconds for a gigabyte.

        Raises:
            LibraryDamagedError: something is damaged that a search would meet sooner or later.
        """
        with self.reading():
            damage: Notice | str = self.find_damage()
            texts = [] if damage else self.documents.find_damage()
            vectors = [] if damage else self.vectors.find_damage()
        if texts or vectors:
            damage = LibraryMessage.ROWS_DAMAGED(texts=str(texts), vectors=str(vectors))
        if damage:
            raise LibraryDamagedError(LibraryMessage.DATABASE_DAMAGED(file=self.path, reason=damage), Remedy.REINDEX())

    def size(self) -> int:
        """Return the bytes of the database file."""
        return self.path.stat().st_size

    def checkpoint(self) -> bool:
        """Fold the write-ahead log into the database and empty it; return if readers allowed it all."""
        with translated_errors(self.path):
            busy, _, _ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def make_durable(self) -> None:
        """Flush all commits to the disk, so that an index flushed later is never ahead of them.

        Raises:
            LibraryError: the disk is full or failing.
        """
        with self.history.durable(), self.transaction():
            self.lineage.touch()

    def close(self) -> None:
        """Close the connection; the object is not usable afterwards."""
        self._connection.close()


def sqlite_version() -> str:
    """Return the version of the SQLite library in use."""
    return sqlite3.sqlite_version


def find_sqlite_shortcomings() -> Notice | None:
    """Return what this SQLite lacks that the database stands on; None when it has everything.

    Needed are use from several threads in turn, and row values and secure deletion as version 3.24 has them.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        return CheckMessage.OLDER_THAN(version=".".join(map(str, _OLDEST_SQLITE)))
    return None if sqlite3.threadsafety else CheckMessage.ONE_THREAD()


def _require_key(path: Path, key: bytes | None) -> None:
    """Refuse a library that is encrypted where there is no key.

    Raises:
        LibraryLockedError: it is one.
    """
    if key is None and path.with_suffix(".key").exists():
        raise LibraryLockedError(EncryptionMessage.LOCKED(folder=path.parent), Remedy.GIVE_PASSPHRASE())


@contextmanager
def _refusing_other_keys(path: Path, key: bytes | None) -> Iterator[None]:
    """Refuse what seems damaged in the block where it only waits for its own key."""
    try:
        yield
    except LibraryDamagedError:
        require_matching_key(path, key)
        raise


def _create(path: Path, key: bytes | None) -> None:
    """Create the database beside its place and move it there: an empty file is then never new.

    Raises:
        LibraryError: it cannot be made.
    """
    new = path.with_name(f"{path.name}.new")
    try:
        for scrap in path.parent.glob(f"{new.name}*"):
            scrap.unlink()
        # For its owner alone; SQLite gives its log and index files the same mode.
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with translated_errors(path), closing(connect(new, key=key)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            migrations.migrate(connection)
        new.replace(path)
    except OSError as error:
        raise LibraryError(
            LibraryMessage.LIBRARY_UNUSABLE(folder=path.parent, reason=explain_os_error(error)),
            Remedy.FREE_SPACE_OR_LIBRARY(),
        ) from error


def _refuse_empty(path: Path) -> None:
    """Refuse a file of no bytes, which SQLite would take for a new database.

    Raises:
        LibraryDamagedError: it is one.
    """
    with suppress(OSError):
        if path.stat().st_size == 0:
            reason = LibraryMessage.NO_BYTES()
            raise LibraryDamagedError(LibraryMessage.DATABASE_DAMAGED(file=path, reason=reason), Remedy.REINDEX())


@contextmanager
def _connected(path: Path, parameters: str, key: bytes | None, pragma: str = "") -> Iterator[sqlite3.Connection]:
    """Open a connection, which is closed if the block fails."""
    # One thread at a time uses a connection, but not always the one that made it.
    connection = connect(path, parameters, key, check_same_thread=False)
    try:
        if pragma:
            connection.execute(pragma)
        connection.create_function("promised_kind", 1, promised_kind, deterministic=True)
        connection.create_function("fold_topic", 1, fold_topic, deterministic=True)
        connection.create_function("natural_key", 1, natural_key, deterministic=True)
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        # Else rows that are sorted, or deleted by a statement that may fail, go to files in /var/tmp.
        connection.execute("PRAGMA temp_store = MEMORY")
        yield connection
    except BaseException:
        connection.close()
        raise


def _connected_for_reading(path: Path, key: bytes | None) -> AbstractContextManager[sqlite3.Connection]:
    """Return a connection that only reads, even if nothing can be written beside the database.

    A reader of a database with a write-ahead log shares an index of that log, a file that it has to make where there
    is none. In a folder that nobody can write it is not needed: an empty log is left aside (`immutable`), one that a
    writer left is indexed in memory, which SQLite does for a connection that shares with none.
    """
    try:
        with closing(connect(path, "mode=ro", key)) as trial:
            trial.execute("PRAGMA schema_version")
    except list_errors() as error:
        if error.sqlite_errorcode & 0xFF in _NOT_TO_BE_MADE:
            log = path.with_name(f"{path.name}-wal")
            if not log.exists() or not log.stat().st_size:
                return _connected(path, "mode=ro&immutable=1", key)
            return _connected(path, "mode=ro&nolock=1", key, "PRAGMA locking_mode = EXCLUSIVE")
    return _connected(path, "mode=ro", key)


_NOT_TO_BE_MADE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


@contextmanager
def translated_errors(path: Path) -> Iterator[None]:
    """Translate errors of the disk from SQLite's to Findling's; errors in SQL pass through.

    Raises:
        LibraryError: full disk, no permission, I/O error, locked for too long.
        LibraryDamagedError: what is in the file is no (whole) database.
    """
    try:
        yield
    except list_errors() as error:
        raised = _explain(error, path)
        if raised is None:
            raise
        raise raised from error


_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# What Python says of a text column whose bytes have rotted; SQLite has no code for it.
_NOT_TEXT = "Could not decode to UTF-8"
_ADVICE = {
    sqlite3.SQLITE_READONLY: Remedy.MAKE_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: Remedy.PERMISSIONS_OR_LIBRARY,
    sqlite3.SQLITE_PERM: Remedy.CHECK_PERMISSIONS,
    sqlite3.SQLITE_IOERR: Remedy.CHECK_DISK_AND_ROOM,
    sqlite3.SQLITE_BUSY: Remedy.TRY_AGAIN_IN_A_MOMENT,
    sqlite3.SQLITE_LOCKED: Remedy.TRY_AGAIN_IN_A_MOMENT,
}


def _has_no_room(folder: Path) -> bool:
    """Return True if the disk is full, which SQLite reports as an I/O error at times."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


def _explain(error: sqlite3.DatabaseError, path: Path) -> LibraryError | None:
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if primary in _DAMAGED or str(error).startswith(_NOT_TEXT):
        return LibraryDamagedError(LibraryMessage.DATABASE_DAMAGED(file=path, reason=str(error)), Remedy.REINDEX())
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _has_no_room(path.parent)):
        return DiskFullError.needing()
    if primary in _ADVICE:
        return LibraryError(LibraryMessage.DATABASE_UNUSABLE(file=path, reason=str(error)), _ADVICE[primary]())
    return None
