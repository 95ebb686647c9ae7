"""Where a model's files can come from, as the installer sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.embedding.catalogue import ModelFile


@dataclass(frozen=True, slots=True)
class FileOffer:
    """What a source says of a file before it gives it.

    Attributes:
        file: as the catalogue has it.
        bytes: how large the source says it is; None where it does not say.
        digest: its hash as the source has it, SHA-256 or Git's own (64 or 40 hexadecimal digits); "" where it has none.
    """

    file: ModelFile
    bytes: int | None
    digest: str = ""


class ModelSource(Protocol):
    """Gives a model's files."""

    def offer(self, file: ModelFile) -> FileOffer:
        """What there is of a file.

        Raises:
            FindlingError: the source has no such file, or cannot be reached.
        """

    def fetch(self, offer: FileOffer, target: Path, arrived: Callable[[int], None]) -> None:
        """Write a file.

        What was written when it fails stays, so that the next attempt may go on from there.

        Args:
            offer: the file.
            target: where it goes; what is there already is its beginning.
            arrived: told the bytes that `target` has, whenever it grew; what it raises ends the transfer.

        Raises:
            FindlingError: the source fails.
            OSError: the file cannot be written.
        """
