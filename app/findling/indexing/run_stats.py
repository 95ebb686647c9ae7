"""Counts of an indexing run, to which each stage adds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class RunStats:
    """Counts of a run so far.

    Attributes:
        indexed, unread: files that were read, and those that could not be.
        expected: what these files were expected to be: see `workload.expect_work`.
        cut: passages that they turned out to have.
        waiting: passages that wait for being embedded; those of deleted documents are counted until the next run.
        chunks: passages that were embedded.
        current: the file that was read last; "" where others are embedded.
        reading_seconds, embedding_seconds: spent in each stage.
    """

    indexed: int = 0
    unread: int = 0
    expected: float = 0.0
    cut: int = 0
    waiting: int = 0
    chunks: int = 0
    current: str = ""
    reading_seconds: float = 0.0
    embedding_seconds: float = 0.0

    def note_read(self, expected: float, cut: int) -> None:
        """Count a file that was read, with its passages."""
        self.indexed += 1
        self.expected += expected
        self.cut += cut
        self.waiting += cut

    def note_unread(self, expected: float) -> None:
        """Count a file that could not be read."""
        self.unread += 1
        self.expected += expected

    def note_embedded(self, passages: int) -> None:
        """Count passages that were embedded."""
        self.chunks += passages
        self.waiting = max(self.waiting - passages, 0)
