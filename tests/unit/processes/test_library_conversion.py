"""A library is encrypted and decrypted by one who is alone with it, and what fails or is stopped can go on."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from findling.domain.job_progress import ConversionStage, ConversionStep
from findling.encryption.conversion_wish import ConversionKind, ConversionWish
from findling.encryption.library_key import open_key
from findling.errors import LibraryBusyError, LibraryError
from findling.memory_folder import name_memory_folder
from findling.paths import LibraryPaths
from findling.processes.library_conversion import LibraryConversion
from findling.processes.writer.writer_lock import WriterLock
from findling.storage.database import Database
from findling.storage.database_conversion import ConversionMonitor, ConversionStoppedError
from findling.storage.database_file import is_plain
from findling.storage.library_encryption import is_half_encrypted
from memory_keyrings import LockedKeyring, MemoryKeyring, replacing_system_keyring

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")

PASSPHRASE = "correct horse battery"
WISH = ConversionWish(ConversionKind.ENCRYPTION, PASSPHRASE, keeps_key=True)


@pytest.fixture(autouse=True)
def key_store() -> Iterator[MemoryKeyring]:
    with replacing_system_keyring(MemoryKeyring()) as key_store:
        yield key_store


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryPaths]:
    paths = LibraryPaths.inside(tmp_path / "library")
    paths.create()
    Database.open_for_writing(paths.database).close()
    yield paths
    shutil.rmtree(name_memory_folder(paths.data), ignore_errors=True)


def convert(paths: LibraryPaths, wish: ConversionWish = WISH) -> LibraryConversion:
    return LibraryConversion(paths, wish, patience=0, cost=16)


def stop_at(stage: ConversionStage) -> ConversionMonitor:
    seen: list[ConversionStage] = []
    return ConversionMonitor(lambda step: seen.append(step.stage), lambda: stage in seen)


def test_it_is_encrypted_and_decrypted_again_and_the_keyring_follows(library, key_store):
    steps: list[ConversionStep] = []
    encryption = convert(library)
    encryption.carry_out(ConversionMonitor(steps.append))
    kept = encryption.paths
    assert kept.key
    assert not is_plain(library.database)
    assert open_key(library.key_file, PASSPHRASE) == kept.key
    assert list(key_store.kept.values()) == [kept.key.hex()]
    assert steps[0] == ConversionStep(ConversionStage.ENDING)
    written = [step.done / step.total for step in steps if step.stage is ConversionStage.WRITING]
    assert written == sorted(written)
    assert 0 <= written[0] <= written[-1] <= 1
    library.index_copies.mkdir()
    (library.index_copies / ("0" * 32)).write_bytes(b"sealed")
    decryption = convert(kept, ConversionWish(ConversionKind.DECRYPTION))
    decryption.carry_out()
    assert decryption.paths == library
    assert is_plain(library.database)
    assert not library.index_copies.exists()
    assert key_store.kept == {}


def test_where_another_writes_nothing_is_changed_and_the_keyring_keeps_no_key_that_opens_nothing(library, key_store):
    lock = WriterLock(library)
    lock.acquire()
    encryption = convert(library)
    with pytest.raises(LibraryBusyError):
        encryption.carry_out()
    assert encryption.paths == library
    assert is_plain(library.database)
    assert key_store.kept == {}
    lock.release()
    encryption.carry_out()
    assert encryption.paths.key


def test_a_keyring_that_refuses_is_known_of_before_anything_is_changed(library):
    keyring.set_keyring(LockedKeyring())
    with pytest.raises(LibraryError, match="it is locked"):
        convert(library).carry_out()
    assert not library.key_file.exists()
    assert is_plain(library.database)


def test_a_library_that_cannot_be_encrypted_leaves_no_key_in_the_keyring(library, key_store):
    library.database.write_bytes(library.database.read_bytes()[:4096] + b"scrap" * 4096)
    with pytest.raises(LibraryError):
        convert(library).carry_out()
    assert not library.key_file.exists()
    assert key_store.kept == {}


@pytest.mark.parametrize("stage", [ConversionStage.ENDING, ConversionStage.CHECKING])
def test_stopped_before_anything_is_written_it_is_as_it_was(library, key_store, stage):
    with pytest.raises(ConversionStoppedError):
        convert(library).carry_out(stop_at(stage))
    assert not library.key_file.exists()
    assert is_plain(library.database)
    assert key_store.kept == {}


def test_stopped_while_it_is_written_it_goes_on_from_there(library, key_store):
    encryption = convert(library)
    with pytest.raises(ConversionStoppedError):
        encryption.carry_out(stop_at(ConversionStage.WRITING))
    assert encryption.paths.key
    assert is_half_encrypted(encryption.paths)
    assert list(key_store.kept.values()) == [encryption.paths.key.hex()]
    encryption.carry_out()
    assert not is_half_encrypted(encryption.paths)
    Database.open_for_writing(library.database, encryption.paths.key).close()


def test_a_decryption_that_was_stopped_is_encrypted_again_by_its_completion(library, key_store):
    encryption = convert(library)
    encryption.carry_out()
    kept = encryption.paths
    with pytest.raises(ConversionStoppedError):
        # Of the first file all is written before it is read again.
        convert(kept, ConversionWish(ConversionKind.DECRYPTION)).carry_out(stop_at(ConversionStage.WRITING))
    assert key_store.kept
    convert(kept, ConversionWish(ConversionKind.COMPLETION)).carry_out()
    assert not is_plain(library.database)
    assert not is_half_encrypted(kept)
