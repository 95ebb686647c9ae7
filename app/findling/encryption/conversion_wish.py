"""Wish for a library's encryption: that it begins, is completed, or ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ConversionKind(StrEnum):
    """Kind of a conversion."""

    ENCRYPTION = "encryption"
    COMPLETION = "completion"
    """Rest of an encryption that was cut off."""
    DECRYPTION = "decryption"


@dataclass(frozen=True, slots=True)
class ConversionWish:
    """Wish for a conversion.

    Attributes:
        kind: of it.
        passphrase: for an encryption, as it was typed.
        keeps_key: the system's keyring is to keep the key.
    """

    kind: ConversionKind
    passphrase: str = field(default="", repr=False)
    keeps_key: bool = False
