"""Estimates of the remaining time over a simulated run."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from findling.indexing.run_stats import RunStats
from findling.indexing.workload import TimeEstimate, expect_work

_SPEED, _READING_SPEED = 8_500.0, 50_000.0
"""Tokens a second; before anything is embedded, `workload` takes it for somewhat faster."""
_WINDOW = 256
"""Passages that are embedded between two updates."""


def _small_first():
    """Return 1,200 files as `scan` orders them, many with fewer tokens than expected."""
    seeded = random.Random(4)
    kinds = [("a.txt", 0.3), ("b.pdf", 0.02), ("c.eml", 0.02), ("d.md", 0.24), ("e.docx", 0.02)]
    files = [(*seeded.choice(kinds), int(2 ** seeded.uniform(9, 19))) for _ in range(1_190)]
    big = [("big.txt", 0.28, 6_000_000)] * 10
    in_order = sorted(files + big, key=lambda file: file[2])
    # What lies beyond some hundred kilobytes of a document is pictures.
    telling = [size if name.endswith((".txt", ".md")) else min(size, 300_000) for name, _, size in in_order]
    return [
        (name, size, round(part * share / 125)) for (name, share, size), part in zip(in_order, telling, strict=True)
    ]


def _play(files, speed=_SPEED, **known):
    """Return real and estimated remaining seconds at every update: all files are read, and then embedded."""
    stats = RunStats()
    estimate = TimeEstimate(sum(expect_work(name.encode(), size) for name, size, _ in files), 0.0, **known)
    updates = []

    def update() -> None:
        seconds = stats.reading_seconds + stats.embedding_seconds
        updates.append((seconds, estimate.update(seconds, stats)))

    for name, size, passages in files:
        stats.reading_seconds += 0.015 + passages * 125 / _READING_SPEED
        stats.note_read(expect_work(name.encode(), size), passages)
        update()
    while stats.waiting:
        passages = min(stats.waiting, _WINDOW)
        stats.embedding_seconds += passages * 125 / speed
        stats.note_embedded(passages)
        update()
    seconds = stats.reading_seconds + stats.embedding_seconds
    return [(seconds - now, estimated) for now, estimated in updates if estimated is not None]


@pytest.fixture(scope="module")
def played():
    return _play(_small_first())


def test_the_time_left_does_not_climb_as_the_large_files_come(played):
    half = played[len(played) // 4 :]
    lowest = half[0][1]
    for _, estimated in half:
        assert estimated <= 1.25 * lowest + 60
        lowest = min(lowest, estimated)


def test_it_is_within_a_factor_of_two_once_a_tenth_is_done(played):
    whole = played[0][0]
    for real, estimated in played:
        if 180 < real < 0.9 * whole:
            assert 0.5 * real <= estimated <= 2 * real


def test_from_one_look_to_the_next_it_never_jumps(played):
    for (_, before), (_, after) in pairwise(played):
        assert abs(after - before) <= 0.5 * before + 15


def test_a_slow_machine_whose_pace_was_measured_is_estimated_as_well_from_the_first_word_on():
    played = _play(_small_first(), speed=700.0, tokens_a_second=700.0)
    for real, estimated in played:
        if real > 180:
            assert 0.5 * real <= estimated <= 2 * real


def test_the_first_estimate_waits_until_a_part_of_the_work_says_what_the_rest_may_take():
    estimate = TimeEstimate(100_000.0, 0.0)
    assert estimate.update(10.0, RunStats(unread=1, expected=500.0, reading_seconds=5.0)) is None
    assert estimate.update(20.0, RunStats(unread=9, expected=4_500.0, reading_seconds=9.0)) is not None


def test_there_is_no_estimate_before_anything_is_known():
    estimate = TimeEstimate(1_000.0, 0.0)
    assert estimate.update(1.0, RunStats()) is None
    assert estimate.update(9.0, RunStats()) is None
    assert estimate.update(10.0, RunStats(unread=1, expected=500.0, reading_seconds=5.0)) is not None


def test_what_waits_from_an_earlier_run_is_estimated_by_the_pace_of_embedding():
    estimate = TimeEstimate(0.0, 0.0)
    assert estimate.update(10.0, RunStats(waiting=300, chunks=100, embedding_seconds=10.0)) == pytest.approx(30.0)
