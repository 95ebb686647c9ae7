"""The system's keyring, where Findling can open one, and what Findling keeps in it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from findling.messages.keyring_templates import KeyringMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from keyring.backend import KeyringBackend

    from findling.errors import FindlingError
    from findling.messages.notice import Notice


@dataclass(frozen=True, slots=True)
class KeyringService:
    """Entries of one kind in the keyring, one an account.

    Attributes:
        name: under which they stand.
        error: what is raised where the keyring refuses, or is missing.
        instead: what the user can do without it.
    """

    name: str
    error: type[FindlingError]
    instead: Notice

    def find(self, account: str) -> str | None:
        """Return the secret of an account; None where there is none, or no keyring.

        Raises:
            FindlingError: `error`; the keyring does not open.
        """
        with self._opened(self.instead) as keyring:
            return keyring.get_password(self.name, account) if keyring else None

    def find_account(self) -> str | None:
        """Return an account that has a secret; a keyring tells of one at a time, if at all.

        Raises:
            FindlingError: `error`; the keyring does not open.
        """
        with self._opened(self.instead) as keyring:
            found = keyring.get_credential(self.name, None) if keyring else None
            return found.username if found else None

    def keep(self, account: str, secret: str) -> None:
        """Keep a secret, in the place of the one that there is.

        Raises:
            FindlingError: `error`; there is no keyring, or it refuses.
        """
        with self._opened(self.instead) as keyring:
            if keyring is None:
                raise self.error(KeyringMessage.NO_KEYRING(), self.instead)
            keyring.set_password(self.name, account, secret)

    def forget(self, account: str) -> bool:
        """Delete the secret of an account; return whether it was there.

        Raises:
            FindlingError: `error`; the keyring refuses.
        """
        with self._opened() as keyring:
            if keyring is None or keyring.get_password(self.name, account) is None:
                return False
            keyring.delete_password(self.name, account)
            return True

    @contextmanager
    def _opened(self, *remedies: Notice) -> Iterator[KeyringBackend | None]:
        """Open the keyring, None where there is none, and translate what it refuses in the context."""
        keyring = _find_keyring()
        if keyring is None:
            yield None
            return
        from keyring.errors import KeyringError

        try:
            yield keyring
        except KeyringError as error:
            raise self.error(KeyringMessage.KEYRING_REFUSES(error=str(error)), *remedies) from error


def has_keyring() -> bool:
    """Return whether there is a keyring that Findling can open."""
    return _find_keyring() is not None


def _find_keyring() -> KeyringBackend | None:
    """Return the system's keyring; None where there is none, or the library for it is missing."""
    # Slow to import, and on Linux in need of a large library that not every package brings.
    if find_spec("keyring") is None:
        return None
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring

    found = keyring.get_keyring()
    return None if isinstance(found, NoKeyring) else found
