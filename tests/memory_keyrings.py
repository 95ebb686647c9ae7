"""Keyrings that lie in memory, for tests: none comes near that of the system."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.credentials import SimpleCredential
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keyring that opens."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def get_credential(self, service, username):
        """Return any one of a service, as the Secret Service does."""
        kept = (
            (name, key) for (where, name), key in self.kept.items() if where == service and username in (None, name)
        )
        found = next(kept, None)
        return SimpleCredential(*found) if found else None

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class LockedKeyring(MemoryKeyring):
    """Keyring that does not."""

    def get_password(self, service, username):
        raise KeyringLocked("it is locked")

    def set_password(self, service, username, password):
        raise KeyringLocked("it is locked")


@contextmanager
def replacing_system_keyring(memory_keyring: MemoryKeyring) -> Iterator[MemoryKeyring]:
    """Put a keyring in the place of the system's."""
    before = keyring.get_keyring()
    keyring.set_keyring(memory_keyring)
    try:
        yield memory_keyring
    finally:
        keyring.set_keyring(before)
