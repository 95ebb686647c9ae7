"""Publisher of segments, the only writer of the index, under the library's lock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from findling.errors import IndexDamagedError
from findling.index.vectors.hnsw_graph import HnswGraph, bytes_per_vector
from findling.index.vectors.index_files import require_space, writing
from findling.index.vectors.index_manifest import (
    Manifest,
    SegmentRecord,
    find_unnamed,
    manifest_path,
    read_manifest,
    write_manifest,
)
from findling.index.vectors.merge_policy import MergePolicy, MergeStep, plan_step
from findling.index.vectors.segment import Segment, SegmentBuilder
from findling.index.vectors.segment_file import load_segment, save_segment
from findling.messages.library_templates import LibraryMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from findling.index.vectors.exact import Labels, Matrix

    Rows = Callable[[int, int], Iterator[tuple[Labels, Matrix]]]
    """Streams the live vectors of a range of labels, both inclusive, in ascending order: int64 (n,), float16 (n, d)."""

_BLOCK = 256
"""Vectors placed between two looks at `should_stop`; a quarter of a second on a slow core."""


class VectorPublisher:
    """Brings the published segments up to date with the database.

    Attributes:
        threads: that place vectors, in the segments that are begun from now on.
    """

    def __init__(
        self, folder: Path, fingerprint: str, dimensions: int, *, threads: int = 1, policy: MergePolicy | None = None
    ) -> None:
        """Read what is published in a folder, by the model of this fingerprint.

        Raises:
            IndexDamagedError: the manifest is damaged or of another model; `discard` it then.
        """
        self._folder = folder
        self.threads = threads
        self._policy = policy or MergePolicy()
        self._manifest = read_manifest(folder, fingerprint, dimensions)

    @property
    def segments(self) -> tuple[SegmentRecord, ...]:
        """Published segments, in ascending order of labels."""
        return self._manifest.segments

    @property
    def last_label(self) -> int:
        """Last published label, or 0."""
        return self._manifest.last_label

    def plan(self, tail_count: int, deleted: Sequence[int], *, idle: bool = False) -> MergeStep | None:
        """Decide what to publish now, if anything; see `plan_step`."""
        return plan_step(self._manifest, tail_count, deleted, policy=self._policy, idle=idle)

    def publish(
        self,
        step: MergeStep,
        rows: Rows,
        *,
        progress: Callable[[int], None] = lambda _: None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Build the segment of a step, and publish it in place of those that it replaces.

        Args:
            step: as `plan` returned it; nothing was published since.
            rows: streams vectors out of the database.
            progress: given the number of vectors placed so far.
            should_stop: polled several times a second.

        Returns:
            Whether it was published: not if it was stopped, nor if the range held no vector.

        Raises:
            LibraryError: the disk is full, or refuses; the index stays as it was.
            IndexDamagedError: the segment to grow is not the one that was published.
            ValueError: labels do not ascend, or begin before the range.
        """
        with writing(self._folder):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._remove_unnamed()
            require_space(self._folder, bytes_per_vector(self._manifest.dimensions) * step.capacity)
            builder = SegmentBuilder(self._start(step), self.threads)
            last_label = self._fill(builder, step, rows, progress, should_stop)
            renewed = step.stop > step.start and not step.base
            if last_label is None or not (last_label or renewed):
                return False
            return self._replace(step, builder.finish(), last_label)

    def _start(self, step: MergeStep) -> Segment:
        dimensions = self._manifest.dimensions
        if not step.base:
            return Segment(HnswGraph.create(dimensions, step.capacity))
        try:
            return load_segment(self._folder, step.base, dimensions, room=step.capacity - step.base.count)
        except FileNotFoundError as error:
            raise IndexDamagedError(
                LibraryMessage.VECTOR_FILE_GONE(name=step.base.name, folder=self._folder)
            ) from error

    def _fill(
        self,
        builder: SegmentBuilder,
        step: MergeStep,
        rows: Rows,
        progress: Callable[[int], None],
        should_stop: Callable[[], bool],
    ) -> int | None:
        """Place the step's vectors; return the last label, 0 for none, None if it was stopped."""
        placed, last_label = 0, 0
        for labels, vectors in _in_blocks(_cut(rows(step.first_label, step.last_label), step)):
            if should_stop():
                return None
            if labels[0] <= max(last_label, step.first_label - 1) or np.any(np.diff(labels) <= 0):
                raise ValueError("labels to publish must ascend within the step's range")
            builder.add(labels, vectors)
            last_label = int(labels[-1])
            placed += len(labels)
            progress(placed)
        return None if should_stop() else last_label

    def _replace(self, step: MergeStep, segment: Segment, last_label: int) -> bool:
        manifest = self._manifest
        replaced = manifest.segments[step.start : step.stop]
        if not len(segment) and not replaced:
            return False
        generation = manifest.generation + 1
        made: tuple[SegmentRecord, ...] = ()
        if len(segment):
            first_label = replaced[0].first_label if replaced else step.first_label
            labels = first_label, max(last_label, step.covers)
            made = (save_segment(self._folder, f"{generation:08}", segment, labels),)
        segments = (*manifest.segments[: step.start], *made, *manifest.segments[step.stop :])
        manifest = replace(manifest, generation=generation, segments=segments)
        write_manifest(self._folder, manifest)
        self._manifest = manifest
        self._remove_unnamed()
        return True

    def _remove_unnamed(self) -> None:
        for path in find_unnamed(self._folder, self._manifest):
            _remove_unless_in_use(path)


def discard(folder: Path) -> None:
    """Remove an index, the manifest first: after a crash nothing of it is published.

    Raises:
        LibraryError: the manifest cannot be removed.
    """
    with writing(folder):
        manifest_path(folder).unlink(missing_ok=True)
    for path in find_unnamed(folder, Manifest("", 0)):
        _remove_unless_in_use(path)


def _remove_unless_in_use(path: Path) -> None:
    """Remove a file; on Windows one that is being loaded stays until the next time."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        return


def _cut(rows: Iterator[tuple[Labels, Matrix]], step: MergeStep) -> Iterator[tuple[Labels, Matrix]]:
    """Yield the rows that are covered already, then `limit` of the tail's."""
    left = step.limit
    for labels, vectors in rows:
        covered = int(np.searchsorted(labels, step.covers, side="right"))
        taken = min(len(labels), covered + left)
        left -= max(taken - covered, 0)
        yield labels[:taken], vectors[:taken]
        if taken < len(labels):
            return


def _in_blocks(rows: Iterator[tuple[Labels, Matrix]]) -> Iterator[tuple[Labels, Matrix]]:
    """Regroup a stream of rows into blocks of `_BLOCK`, the last one shorter."""
    waiting: list[tuple[Labels, Matrix]] = []
    count = 0
    for part in rows:
        waiting.append(part)
        count += len(part[0])
        if count >= _BLOCK:
            blocks = _split(waiting)
            count %= _BLOCK
            waiting = [blocks.pop()] if count else []
            yield from blocks
    if count:
        yield from _split(waiting)


def _split(parts: list[tuple[Labels, Matrix]]) -> list[tuple[Labels, Matrix]]:
    labels = np.concatenate([part[0] for part in parts])
    vectors = np.concatenate([part[1] for part in parts])
    starts = range(0, len(labels), _BLOCK)
    return [(labels[start : start + _BLOCK], vectors[start : start + _BLOCK]) for start in starts]
