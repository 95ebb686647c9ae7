"""Keyring of the library's own kind for tests: none comes near that of the system."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class Drawer(KeyringBackend):
    """Keyring in memory."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class Locked(Drawer):
    """Keyring that refuses."""

    def get_password(self, service, username):
        raise KeyringLocked("it is locked")

    def set_password(self, service, username, password):
        raise KeyringLocked("it is locked")


@contextmanager
def using_drawer() -> Iterator[Drawer]:
    """Put an empty drawer in the place of the system's keyring."""
    before = keyring.get_keyring()
    drawer = Drawer()
    keyring.set_keyring(drawer)
    try:
        yield drawer
    finally:
        keyring.set_keyring(before)
