"""Stub of the desktop: notes which files a place of the window would have opened or shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class DesktopStub:
    """Notes what was asked of it.

    Attributes:
        did: "open" or "reveal" with the path, in order.
    """

    did: list[tuple[str, Path]] = field(default_factory=list)

    def open(self, path: Path) -> bool:
        self.did.append(("open", path))
        return True

    def reveal(self, path: Path) -> None:
        self.did.append(("reveal", path))

    def browse(self, address: str) -> bool:
        raise AssertionError(address)
