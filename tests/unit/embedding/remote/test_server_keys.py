"""Keys in a keyring of the library's own kind; no test comes near that of the system."""

from __future__ import annotations

import keyring
import pytest
from keyring.backends import fail

from findling.embedding.remote.server_address import ServerAddress
from findling.embedding.remote.server_keys import SERVER_KEY_VARIABLE, find_key, forget_key, list_kept, store_key
from findling.errors import RemoteError
from memory_keyrings import LockedKeyring, MemoryKeyring, replacing_system_keyring

ADDRESS = ServerAddress.parse("https://embed.example.org")
OTHER = ServerAddress.parse("https://other.example.org")


@pytest.fixture(autouse=True)
def key_store(monkeypatch):
    monkeypatch.delenv(SERVER_KEY_VARIABLE, raising=False)
    with replacing_system_keyring(MemoryKeyring()) as key_store:
        yield key_store


def test_a_key_is_kept_for_its_server_alone():
    store_key(ADDRESS, "hunter2")
    assert find_key(ADDRESS) == "hunter2"
    assert find_key(OTHER) == ""


def test_a_key_can_be_forgotten_twice(key_store):
    store_key(ADDRESS, "hunter2")
    forget_key(ADDRESS)
    forget_key(ADDRESS)
    assert not key_store.kept


def test_the_environment_comes_first(monkeypatch):
    store_key(ADDRESS, "hunter2")
    monkeypatch.setenv(SERVER_KEY_VARIABLE, "hunter3")
    assert find_key(ADDRESS) == "hunter3"


def test_without_a_keyring_there_is_no_key_and_keeping_one_says_what_to_do():
    keyring.set_keyring(fail.Keyring())
    assert find_key(ADDRESS) == ""
    forget_key(ADDRESS)
    with pytest.raises(RemoteError, match=f"no keyring .*{SERVER_KEY_VARIABLE}"):
        store_key(ADDRESS, "hunter2")


def test_a_locked_keyring_is_said_to_be():
    keyring.set_keyring(LockedKeyring())
    for attempt in (lambda: find_key(ADDRESS), lambda: store_key(ADDRESS, "hunter2"), lambda: forget_key(ADDRESS)):
        with pytest.raises(RemoteError, match="it is locked") as refused:
            attempt()
        assert "hunter2" not in str(refused.value)


def test_a_package_without_the_library_has_no_keyring(monkeypatch):
    monkeypatch.setattr("findling.system_keyring.find_spec", lambda name: None)
    assert find_key(ADDRESS) == ""
    with pytest.raises(RemoteError, match="no keyring"):
        store_key(ADDRESS, "hunter2")


def test_servers_with_a_key_are_told_and_those_that_nobody_asks_for_one_after_the_other(key_store):
    for address in (ADDRESS, OTHER):
        store_key(address, "hunter2")
    key_store.set_password("another program", OTHER.url, "theirs")
    assert list_kept([ADDRESS], others=True) == [ADDRESS]
    forget_key(ADDRESS)
    assert list_kept([ADDRESS], others=False) == []
    assert list_kept([ADDRESS], others=True) == [OTHER]
    forget_key(OTHER)
    assert list_kept([ADDRESS], others=True) == []
    key_store.set_password("findling", "ada", "what somebody else wrote under our name")
    assert list_kept([ADDRESS], others=True) == []
