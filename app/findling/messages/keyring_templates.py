"""Messages on the system's keyring."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class KeyringMessage(Message):
    """Messages on a keyring that is missing or refuses, whatever it was to keep."""

    NO_KEYRING = "This system has no keyring that could keep it."
    KEYRING_REFUSES = "The keyring of this system refuses ({error})."
