"""Entry of a file inside another: its name there, and how its bytes are had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Stat

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.domain.files import Reason
    from findling.messages.notice import Notice

LARGEST = 128_000_000
"""Bytes of one file inside another that are unpacked."""


@dataclass(frozen=True, slots=True)
class EmbeddedEntry:
    """File inside another.

    Attributes:
        name: as it stands there, with folders parted by "/"; nothing of it is to be trusted.
        size: bytes, as far as the outer file says.
        modified_ns: None where nothing says when it was written.
        stamp: bytes that differ, as a rule, where the content does.
        unpack: gives its bytes.
    """

    name: str
    size: int
    modified_ns: int | None
    stamp: bytes
    unpack: Callable[[], bytes]

    def to_stat(self, otherwise_ns: int) -> Stat:
        """Return what tells whether it changed: a number made of its stamp stands for its inode."""
        number = int.from_bytes(blake3(self.stamp).digest(8), "big") >> 1
        modified = self.modified_ns if self.modified_ns is not None else otherwise_ns
        return Stat(self.size, modified, number)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Last word of a listing that left files out: why."""

    reason: Reason
    detail: Notice | None = None
