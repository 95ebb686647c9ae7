"""A library is encrypted where it lies; cut off at any moment, it opens, and the next writer goes on."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from findling.domain.sharing import Call, CallOutcome, CallWay
from findling.encryption.library_key import make_key, open_key, write_key
from findling.encryption.private_file import PrivateFile
from findling.errors import FindlingError, LibraryDamagedError, LibraryError, LibraryLockedError, UsageError
from findling.indexing.self_repair import open_or_renew
from findling.messages.encryption_templates import EncryptionMessage
from findling.paths import LibraryPaths
from findling.storage.call_log import CallLog
from findling.storage.database import Database
from findling.storage.database_file import connect, is_plain
from findling.storage.library_encryption import complete_encryption, decrypt_library, encrypt_library
from findling.storage.user_store import count_whole_backups, is_whole

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")

PASSPHRASE = "correct horse battery"
CHEAP = 16
SECRET = b"zzkanarienvogel"
CALL = Call(
    caller="zzkanarienvogel",
    way=CallWay.MCP,
    operation="search",
    asked="zzkanarienvogel",
    outcome=CallOutcome.ANSWERED,
    files=("zzkanarienvogel",),
    reason="",
)


def fill(folder: Path) -> LibraryPaths:
    """Make a library of which each file holds the secret."""
    paths = LibraryPaths.inside(folder)
    paths.create()
    database = Database.open_for_writing(paths.database)
    with database.transaction():
        for number in range(40):
            database.folders.add(folder / f"zzkanarienvogel{number}", ())
    assert database.user
    database.user.back_up()
    database.close()
    CallLog(paths.calls).append(CALL, 1)
    PrivateFile(paths.searches).write(b'{"saved": [], "history": ["zzkanarienvogel"]}')
    for place in (paths.words / "documents", paths.logs, paths.thumbnails, paths.requests):
        place.mkdir(parents=True, exist_ok=True)
    for file in (
        paths.words / "documents" / f"{'0' * 32}.term",
        paths.log,
        paths.thumbnails / "1.png",
        paths.requests / f"{'1' * 32}.request",
        paths.data / "library.db.damaged",
        paths.data / "library-user.db.part",
    ):
        file.write_bytes(SECRET)
    return paths


def traces(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file() and SECRET in path.read_bytes()}


def facts(paths: LibraryPaths) -> object:
    """Return all that is in the databases of a library, row by row with their numbers, and in its other files."""
    found: dict[str, object] = {"searches": PrivateFile(paths.searches, paths.key).read()}
    for file in (paths.database, paths.data / "library-user.db", paths.data / "library-user.db.1", paths.calls):
        with closing(connect(file, "mode=ro", paths.key)) as connection:
            schema = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
            found[f"{file.name}: schema"] = schema
            found[f"{file.name}: version"] = connection.execute("PRAGMA user_version").fetchall()
            for kind, name, _ in schema:
                if kind == "table" and not name.startswith("sqlite_stat"):
                    found[f"{file.name}: {name}"] = connection.execute(f"SELECT * FROM {name}").fetchall()
    return found


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> tuple[Path, object]:
    """A plain library, never written to, and its content."""
    folder = tmp_path_factory.mktemp("filled") / "library"
    return folder, facts(fill(folder))


@pytest.fixture
def paths(tmp_path: Path, filled) -> Iterator[LibraryPaths]:
    shutil.copytree(filled[0], tmp_path / "library")
    paths = LibraryPaths.inside(tmp_path / "library")
    yield paths
    if memory := paths.as_kept().memory:
        shutil.rmtree(memory, ignore_errors=True)


def test_nothing_is_lost_and_nothing_is_left_in_plain(paths, filled):
    assert len(traces(paths.data)) == 11
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    assert traces(paths.data) == set()
    assert facts(kept) == filled[1]
    assert CallLog(kept.calls, kept.key).read(1)[0].call == CALL


def test_what_is_written_later_is_encrypted_too(paths):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    database = Database.open_for_writing(kept.database, kept.key)
    with database.transaction():
        database.folders.add(paths.data / "zzkanarienvogel-later", ())
    assert database.user
    (paths.data / "library-user.db.1").unlink()
    database.user.back_up()
    assert traces(paths.data) == set()
    database.close()
    assert traces(paths.data) == set()
    assert is_whole(kept.database, kept.key)
    assert count_whole_backups(kept.database, kept.key) == 1
    assert not is_plain(paths.data / "library-user.db.1")


def test_a_new_library_beside_a_key_is_encrypted_from_its_first_byte(paths):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    for file in paths.data.glob("library*.db*"):
        file.unlink()
    Database.open_for_writing(kept.database, kept.key).close()
    assert not is_plain(kept.database)
    assert not is_plain(paths.data / "library-user.db")


def test_without_the_key_nothing_opens_and_nothing_is_set_aside(paths):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    before = kept.database.read_bytes()
    for opening in (Database.open_for_reading, Database.open_for_writing):
        with pytest.raises(LibraryLockedError) as refusal:
            opening(kept.database)
        assert refusal.value.notice.message is EncryptionMessage.LOCKED
    assert kept.database.read_bytes() == before


def test_a_byte_that_changed_on_the_disk_is_damage_and_no_lock(paths):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    written = bytearray(kept.database.read_bytes())
    written[len(written) // 2] ^= 1
    kept.database.write_bytes(written)
    database = Database.open_for_reading(kept.database, kept.key)
    with pytest.raises(LibraryDamagedError):
        database.require_whole()
    database.close()
    kept.database.write_bytes(bytes(len(written)))
    with pytest.raises(LibraryDamagedError):
        Database.open_for_reading(kept.database, kept.key)


def test_a_damaged_library_is_left_as_it_is_to_be_mended_first(paths):
    written = bytearray(paths.database.read_bytes())
    written[len(written) // 2 :] = bytes(len(written) - len(written) // 2)
    paths.database.write_bytes(written)
    with pytest.raises(LibraryDamagedError):
        encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    assert not paths.key_file.exists()
    assert paths.database.read_bytes() == written
    assert (paths.data / "library.db.damaged").exists()


def test_an_index_for_which_memory_has_no_room_leaves_the_library_as_it_is(paths):
    with (paths.cache / "vast").open("wb") as sparse:
        sparse.truncate(1 << 42)
    with pytest.raises(FindlingError, match="have room for"):
        encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    assert not paths.key_file.exists()
    assert is_plain(paths.database)


def test_a_damaged_backup_keeps_nobody_from_encrypting_and_is_gone(paths):
    backup = paths.data / "library-user.db.1"
    backup.write_bytes(backup.read_bytes()[:16] + SECRET * 1_000)
    encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    assert not backup.exists()
    assert traces(paths.data) == set()


@pytest.mark.parametrize("scrap", [b"zzkanarienvogel" * 1_000, bytes(range(256)) * 16], ids=["words", "noise"])
def test_a_backup_that_is_damaged_further_on_or_wholly_keeps_nobody_from_encrypting(paths, scrap):
    backup = paths.data / "library-user.db.1"
    whole = backup.read_bytes()
    backup.write_bytes(whole[:4096] + scrap * 4 if scrap.startswith(SECRET) else scrap)
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    assert not backup.exists() or not is_plain(backup)
    assert traces(paths.data) == set()
    Database.open_for_writing(kept.database, kept.key).close()


@pytest.mark.parametrize("found", ["missing", "another"])
@pytest.mark.parametrize("with_database", [True, False], ids=["whole", "store alone"])
def test_a_library_whose_key_is_missing_or_anothers_is_not_damaged_and_is_left_as_it_is(
    paths, filled, found, with_database
):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    own = paths.key_file.read_bytes()
    library = kept.database.read_bytes()
    if not with_database:
        kept.database.unlink()
    given = make_key() if found == "another" else None
    if given:
        write_key(paths.key_file, given, PASSPHRASE, cost=CHEAP)
    else:
        paths.key_file.unlink()
    before = {file: file.read_bytes() for file in paths.data.glob("*.db*")}
    message = EncryptionMessage.KEY_FILE_OF_ANOTHER if given else EncryptionMessage.KEY_FILE_MISSING
    attempts = [
        lambda: open_or_renew(kept.database, given),
        lambda: complete_encryption(kept.unlocked(given)) if given else encrypt_library(paths, make_key(), PASSPHRASE),
    ]
    if with_database:
        attempts.append(lambda: Database.open_for_reading(kept.database, given))
    for attempt in attempts:
        with pytest.raises(LibraryError) as refusal:
            attempt()
        assert refusal.value.notice.message is message
    assert {file: file.read_bytes() for file in paths.data.glob("*.db*")} == before
    paths.key_file.write_bytes(own)
    kept.database.write_bytes(library)
    assert facts(kept) == filled[1]


def test_a_database_without_a_beginning_is_damaged_where_another_opens_by_the_key(paths):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    written = bytearray(kept.database.read_bytes())
    written[0] ^= 1
    kept.database.write_bytes(written)
    with pytest.raises(LibraryDamagedError):
        Database.open_for_writing(kept.database, kept.key)


def test_one_who_asks_to_encrypt_while_another_does_changes_no_key(paths, filled):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    assert paths.memory is None
    with pytest.raises(UsageError, match="encrypted already"):
        encrypt_library(paths, make_key(), "another passphrase", cost=CHEAP)
    assert open_key(paths.key_file, PASSPHRASE) == kept.key
    assert facts(kept) == filled[1]


def test_by_whatever_link_a_library_is_reached_it_has_one_folder_in_memory(paths, tmp_path):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    (tmp_path / "link").symlink_to(paths.data)
    assert LibraryPaths.inside(tmp_path / "link").memory == kept.memory


def test_what_an_encrypted_library_sets_aside_stays_as_long_as_any(paths):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    assert kept.key
    aside = paths.data / "library.db.damaged"
    shutil.copy(kept.database, aside)
    complete_encryption(kept)
    assert aside.exists()
    aside.write_bytes(b"SQLite format 3\0" + SECRET)
    complete_encryption(kept)
    assert not aside.exists()


def test_the_way_back_gives_the_library_that_there_was(paths, filled):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    again = decrypt_library(kept)
    assert again == paths
    assert facts(again) == filled[1]
    assert not paths.key_file.exists()
    assert kept.memory
    assert not kept.memory.exists()
    sqlite3.connect(paths.database).execute("SELECT count(*) FROM files")


def test_a_library_is_encrypted_once_and_decrypted_once(paths):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    with pytest.raises(UsageError, match="encrypted already"):
        encrypt_library(kept, make_key(), PASSPHRASE, cost=CHEAP)
    with pytest.raises(UsageError, match="not encrypted"):
        decrypt_library(decrypt_library(kept))


def test_a_folder_in_memory_that_others_can_look_into_is_refused(paths):
    kept = encrypt_library(paths, make_key(), PASSPHRASE, cost=CHEAP)
    assert kept.memory
    kept.memory.chmod(0o755)
    with pytest.raises(Exception, match="cannot be made"):
        kept.create()
    kept.memory.chmod(0o700)


@pytest.fixture
def in_memory() -> Iterator[Path]:
    """A folder on which flushing costs nothing: what a kill leaves is the same on any."""
    with TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


DRIVER = """
import json, os, shutil, sys
from pathlib import Path
from findling.paths import LibraryPaths
from findling.storage.library_encryption import decrypt_library, encrypt_library

def run(deed, folder, key, last):
    # Ends itself without any clean-up before the file operation number `last`, as a kill does.
    seen = 0
    def count(event, _):
        nonlocal seen
        if event in ("os.rename", "os.remove", "os.rmdir"):
            seen += 1
            if seen == last:
                os._exit(9)
    paths = LibraryPaths.inside(folder)
    if deed == "decrypt":
        paths = paths.unlocked(key)
    sys.addaudithook(count)
    encrypt_library(paths, key, "correct horse battery", cost=16) if deed == "encrypt" else decrypt_library(paths)

deed, source, place, key = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), bytes.fromhex(sys.argv[4])
for last in range(1, 10_000):
    folder = place / str(last)
    shutil.copytree(source, folder)
    child = os.fork()
    if not child:
        run(deed, folder, key, last)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
print(last)
"""


@pytest.mark.parametrize("deed", ["encrypt", "decrypt"])
def test_cut_off_before_any_step_the_library_opens_and_the_next_writer_goes_on(deed, paths, filled, in_memory):
    key = make_key()
    if deed == "decrypt":
        encrypt_library(paths, key, PASSPHRASE, cost=CHEAP)
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, deed, str(paths.data), str(in_memory), key.hex()],
        capture_output=True,
        text=True,
        check=True,
    )
    steps = json.loads(done.stdout)
    assert steps > 10
    for step in range(1, steps + 1):
        cut = LibraryPaths.inside(in_memory / str(step))
        if cut.memory is None:
            assert facts(cut) == filled[1], step
            continue
        try:
            assert open_key(cut.key_file, PASSPHRASE) == key
            opened = cut.unlocked(key)
            assert facts(opened) == filled[1], step
            opened.create()
            complete_encryption(opened)
            assert traces(cut.data) == set(), step
            assert facts(opened) == filled[1], step
        finally:
            shutil.rmtree(cut.memory, ignore_errors=True)
