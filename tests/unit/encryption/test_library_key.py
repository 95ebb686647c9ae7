"""A passphrase opens the file with a library's key, and nothing else does."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from findling.encryption.library_key import change_passphrase, make_key, name_key, open_key, read_key_name, write_key
from findling.errors import LibraryError, LibraryLockedError, UsageError

PASSPHRASE = "correct horse battery"
CHEAP = 1 << 4


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.key"


def test_the_passphrase_gives_the_key_and_another_one_is_refused(file):
    key = make_key()
    write_key(file, key, PASSPHRASE, cost=CHEAP)
    assert open_key(file, PASSPHRASE) == key
    for other in (PASSPHRASE.upper(), PASSPHRASE[:-1], f"{PASSPHRASE} ", ""):
        with pytest.raises(LibraryLockedError, match="not the passphrase"):
            open_key(file, other)


def test_a_passphrase_is_the_same_however_its_accents_are_typed(file):
    key = make_key()
    write_key(file, key, "M\u00fcnchner Stra\u00dfe", cost=CHEAP)
    assert open_key(file, "Mu\u0308nchner Stra\u00dfe") == key


def test_another_passphrase_leaves_the_key_as_it_is(file):
    key = make_key()
    write_key(file, key, PASSPHRASE, cost=CHEAP)
    name, before = read_key_name(file), file.read_bytes()
    write_key(file, key, "another passphrase", cost=CHEAP)
    assert open_key(file, "another passphrase") == key
    assert read_key_name(file) == name == name_key(key)
    assert file.read_bytes() != before
    with pytest.raises(LibraryLockedError):
        open_key(file, PASSPHRASE)


def test_a_short_passphrase_is_refused_before_anything_is_written(file):
    with pytest.raises(UsageError, match="8 characters"):
        write_key(file, make_key(), "seven77")
    assert not file.exists()


def test_neither_key_nor_passphrase_is_in_the_file_which_is_its_owners_alone(file):
    key = make_key()
    write_key(file, key, PASSPHRASE, cost=CHEAP)
    written = file.read_bytes()
    assert key not in written
    assert key.hex().encode() not in written
    assert PASSPHRASE.encode() not in written
    if os.name != "nt":
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_key_costs_a_guesser_what_is_promised(file):
    write_key(file, make_key(), PASSPHRASE)
    content = json.loads(file.read_bytes())
    assert 128 * content["cost"] * content["block"] == 128 << 20


@pytest.mark.parametrize("field", ["name", "salt", "nonce", "sealed"])
def test_a_changed_file_opens_with_no_passphrase(file, field):
    write_key(file, make_key(), PASSPHRASE, cost=CHEAP)
    content = json.loads(file.read_bytes())
    content[field] = ("1" if content[field][0] == "0" else "0") + content[field][1:]
    file.write_text(json.dumps(content))
    with pytest.raises(LibraryLockedError):
        open_key(file, PASSPHRASE)


@pytest.mark.parametrize(
    "changed",
    [
        {"cost": 1 << 30},
        {"cost": 3},
        {"cost": "16"},
        {"lanes": 1 << 20},
        {"format": 2},
        {"salt": "00"},
        {"sealed": "not hexadecimal"},
        {"name": None},
    ],
    ids=str,
)
def test_a_file_that_asks_for_more_than_was_ever_written_is_damaged(file, changed):
    write_key(file, make_key(), PASSPHRASE, cost=CHEAP)
    file.write_text(json.dumps(json.loads(file.read_bytes()) | changed))
    with pytest.raises(LibraryError, match="damaged"):
        open_key(file, PASSPHRASE)


@pytest.mark.parametrize("written", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": 1}'])
def test_a_file_that_is_cut_or_overwritten_is_damaged(file, written):
    file.write_bytes(written)
    with pytest.raises(LibraryError, match="damaged"):
        open_key(file, PASSPHRASE)


def test_another_passphrase_is_written_for_the_key_that_is_there_and_for_no_earlier_one(file):
    earlier, key = make_key(), make_key()
    write_key(file, key, PASSPHRASE, cost=CHEAP)
    with pytest.raises(LibraryLockedError):
        change_passphrase(file, earlier, "another passphrase")
    assert open_key(file, PASSPHRASE) == key
    change_passphrase(file, key, "another passphrase")
    assert open_key(file, "another passphrase") == key
    file.unlink()
    with pytest.raises(LibraryError):
        change_passphrase(file, key, PASSPHRASE)
    assert not file.exists()


def test_a_file_that_is_gone_is_said_to_be(file):
    with pytest.raises(LibraryError, match="cannot be used"):
        open_key(file, PASSPHRASE)
