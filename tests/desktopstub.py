"""Stub of the desktop, which records the files that a page would have opened or shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class DesktopStub:
    """Desktop that records "open" or "reveal" with the path, in order."""

    did: list[tuple[str, Path]] = field(default_factory=list)

    def open(self, path: Path) -> bool:
        self.did.append(("open", path))
        return True

    def reveal(self, path: Path) -> bool:
        self.did.append(("reveal", path))
        return True

    def browse(self, address: str) -> bool:
        raise AssertionError(address)
