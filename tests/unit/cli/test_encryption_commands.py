"""`findling encrypt`, `decrypt` and `passphrase`, and every other command on an encrypted library."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from findling.cli.main import run
from findling.domain.launch_request import LaunchRequest
from findling.encryption.kept_key import keep_key
from findling.encryption.library_key import make_key, open_key
from findling.paths import LibraryPaths
from findling.storage.database import Database
from findling.storage.database_file import is_plain
from findling.storage.library_encryption import encrypt_library
from memory_keyrings import LockedKeyring, MemoryKeyring, replacing_system_keyring

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")

PASSPHRASE = "correct horse battery"
CHEAP = 16

Command = Callable[..., int]


@pytest.fixture(autouse=True)
def key_store() -> Iterator[MemoryKeyring]:
    with replacing_system_keyring(MemoryKeyring()) as key_store:
        yield key_store


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[LibraryPaths]:
    paths = LibraryPaths.inside(tmp_path / "library")
    paths.create()
    Database.open_for_writing(paths.database).close()
    yield paths
    if memory := paths.as_kept().memory:
        shutil.rmtree(memory, ignore_errors=True)


@pytest.fixture
def encrypted(plain: LibraryPaths) -> LibraryPaths:
    return encrypt_library(plain, make_key(), PASSPHRASE, cost=CHEAP)


@pytest.fixture
def opened() -> list[LibraryPaths]:
    """Libraries on which a window was opened."""
    return []


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[LibraryPaths]) -> Command:
    """Run a command; what is `typed` comes from standard input, which is no terminal."""

    def command(*arguments: str, typed: str | None = None) -> int:
        typed_bytes = io.BufferedReader(io.BytesIO((typed or "").encode("utf-8", "surrogateescape")))  # type: ignore[arg-type]
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(typed_bytes, "utf-8"))
        options = ["--passphrase-stdin"] if typed is not None else []

        def open_window(paths: LibraryPaths, _: LaunchRequest) -> int:
            opened.append(paths)
            return 0

        return run(["--library", str(tmp_path / "library"), *options, *arguments], open_window)

    return command


def test_a_library_is_encrypted_and_decrypted_again(plain, command, capsys):
    assert command("encrypt", typed=f"{PASSPHRASE}\n") == 0
    assert not is_plain(plain.database)
    assert open_key(plain.key_file, PASSPHRASE)
    assert command("encrypt", typed=f"{PASSPHRASE}\n") == 2
    assert "encrypted already" in capsys.readouterr().err
    assert command("decrypt", typed=f"{PASSPHRASE}\n") == 0
    assert is_plain(plain.database)
    assert command("folders") == 0
    assert command("decrypt") == 2
    assert "not encrypted" in capsys.readouterr().err


def test_a_short_passphrase_changes_nothing(plain, command, capsys):
    assert command("encrypt", typed="short\n") == 2
    assert "8 characters" in capsys.readouterr().err
    assert is_plain(plain.database)
    assert not plain.key_file.exists()


def test_only_the_passphrase_opens_it(encrypted, command, capsys):
    assert command("folders", typed=f"{PASSPHRASE}\n") == 0
    assert command("folders", typed="incorrect horse battery\n") == 1
    assert "not the passphrase" in capsys.readouterr().err
    assert command("decrypt", typed="incorrect horse battery\n") == 1
    assert command("passphrase", typed="incorrect horse battery\nanother passphrase\n") == 1
    assert open_key(encrypted.key_file, PASSPHRASE) == encrypted.key
    assert not is_plain(encrypted.database)


def test_what_follows_the_passphrase_belongs_to_the_command(encrypted, command):
    assert command("folders", typed=f"{PASSPHRASE}\r\nand more\n") == 0
    assert sys.stdin.buffer.read() == b"and more\n"


def test_a_passphrase_of_odd_bytes_is_one_like_any_other(plain, command):
    assert command("encrypt", typed="odd \udcff\udcfe bytes\n") == 0
    assert command("folders", typed="odd \udcff\udcfe bytes\n") == 0
    assert command("folders", typed=f"{PASSPHRASE}\n") == 1


def test_where_nobody_can_be_asked_it_says_how_to_give_the_passphrase(encrypted, command, capsys):
    assert command("folders") == 1
    said = capsys.readouterr().err
    assert "is encrypted" in said
    assert "--passphrase-stdin" in said


@pytest.mark.parametrize("start", [(), ("app",), ("app", "findling:search?q=bike")])
def test_a_window_opens_by_the_passphrase_from_standard_input(encrypted, command, opened, start, capsys):
    assert command(*start, typed=f"{PASSPHRASE}\n") == 0
    assert [paths.key for paths in opened] == [encrypted.key]
    assert command(*start, typed="incorrect horse battery\n") == 1
    assert "not the passphrase" in capsys.readouterr().err
    assert command(*start) == 0
    assert [paths.key for paths in opened] == [encrypted.key, None]


def test_the_open_window_is_ended_without_its_passphrase(encrypted, command, opened):
    assert command("app", "--quit", typed="") == 0
    assert [paths.key for paths in opened] == [None]


@pytest.mark.parametrize("is_frozen", [False, True])
def test_where_its_databases_cannot_be_opened_that_is_said_before_anybody_is_asked(
    encrypted, command, monkeypatch, capsys, is_frozen
):
    monkeypatch.setattr(sys, "frozen", is_frozen, raising=False)
    monkeypatch.setattr("findling.storage.encryption_means.find_spec", lambda _: None)
    assert command("folders") == 1
    said = capsys.readouterr().err
    assert "not installed" in said
    assert ("pip install" in said) is not is_frozen
    assert ("packaging/start.py" in said) is is_frozen


def test_help_asks_for_nothing(encrypted, command, capsys):
    assert command("search", "--help") == 0
    assert capsys.readouterr().err == ""


def test_a_kept_key_opens_it_until_it_is_forgotten(encrypted, command, key_store, capsys):
    assert command("passphrase", "--keep", typed=f"{PASSPHRASE}\n") == 0
    assert PASSPHRASE not in str(key_store.kept)
    assert command("folders") == 0
    assert command("passphrase", "--forget") == 0
    assert key_store.kept == {}
    assert command("folders") == 1


def test_a_keyring_that_lost_the_key_or_has_another_one_is_no_way_in_and_no_obstacle(encrypted, command, key_store):
    command("passphrase", "--keep", typed=f"{PASSPHRASE}\n")
    for wrong in ("00" * 32, "no key", ""):
        for entry in key_store.kept:
            key_store.kept[entry] = wrong
        assert command("folders") == 1
        assert command("folders", typed=f"{PASSPHRASE}\n") == 0
    keyring.set_keyring(LockedKeyring())
    assert command("folders") == 1
    assert command("folders", typed=f"{PASSPHRASE}\n") == 0


@pytest.mark.parametrize("kind", [fail.Keyring, LockedKeyring])
def test_a_key_that_cannot_be_kept_is_said_to_be(kind, encrypted, command, capsys):
    keyring.set_keyring(kind())
    assert command("passphrase", "--keep", typed=f"{PASSPHRASE}\n") == 1
    assert "keyring" in capsys.readouterr().err


def test_another_passphrase_replaces_the_first_and_a_kept_key_stays_right(encrypted, command):
    command("passphrase", "--keep", typed=f"{PASSPHRASE}\n")
    database = encrypted.database.read_bytes()
    assert command("passphrase", typed=f"{PASSPHRASE}\nanother passphrase\n") == 0
    assert encrypted.database.read_bytes() == database
    assert command("folders", typed=f"{PASSPHRASE}\n") == 1
    assert command("folders", typed="another passphrase\n") == 0
    assert command("folders") == 0


def test_decrypting_takes_the_key_out_of_the_keyring(encrypted, command, key_store):
    command("passphrase", "--keep", typed=f"{PASSPHRASE}\n")
    assert command("decrypt") == 0
    assert key_store.kept == {}


def test_a_library_that_cannot_be_decrypted_keeps_its_key_in_the_keyring(encrypted, command, key_store):
    keep_key(encrypted.key)
    written = encrypted.database.read_bytes()
    encrypted.database.write_bytes(written[:-4096] + bytes(4096))
    assert command("decrypt") == 1
    assert key_store.kept
    encrypted.database.write_bytes(written)
    assert command("folders") == 0


def test_a_library_whose_passphrase_is_forgotten_can_still_be_wiped(encrypted, command, key_store):
    keep_key(encrypted.key)
    assert command("wipe", "--yes") == 0
    assert not encrypted.database.exists()
    assert not encrypted.key_file.exists()
    assert key_store.kept == {}
    assert encrypted.memory
    assert not encrypted.memory.exists()
