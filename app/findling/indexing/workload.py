"""Estimates of a run: work of files before they are read, and remaining time."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass
from math import exp

from findling.extraction.document import TEXT_LIMIT
from findling.formats import FileKind, format_of, kind_by_name

_TELLING_BYTES = 300_000
"""Size beyond which a file holds pictures, as a rule; `Format.tokens_per_byte` was measured up to there.

Measured with all-MiniLM-L6-v2's tokenizer over the 1,059 readable files of the evaluation set "formats": the sum of
tokens, headings counted with each passage, by the sum of bytes, for each kind; kinds of which it has fewer than five
may be far off. So may any single file, but of folders of a hundred of these files, drawn at random, nine in ten were
taken for 0.7 to 2 times their tokens.
"""

_TOKENS_A_PASSAGE = 125
"""The mean of what `chunking` cuts for the bundled model; another model's passages change the pace by as much."""

_TOKENS_A_FILE = 150
"""Cost of opening a file, in tokens that could be embedded meanwhile: 15 ms, of 10,000 tokens a second."""

_RECENT_SECONDS = 60.0
_LEAST_SECONDS = 5.0
_SMOOTHING_SECONDS = 20.0
"""Time after which two thirds of a new estimate are believed."""
_PRIOR_SHARE = 0.25
"""Share of the whole that has to be done until what its files turned out to be counts half."""
_MOST_DEVIATION = 4.0
"""Largest factor by which the remaining files may differ from the expectation."""


def expect_tokens(size: int, kind: FileKind) -> float:
    """Estimate the tokens of a file from its size and the average of its kind.

    Of text no more than `TEXT_LIMIT` characters are ever read; a byte counts as one here.
    """
    known = format_of(kind)
    return min(size, TEXT_LIMIT if known.is_all_text else _TELLING_BYTES) * known.tokens_per_byte


def expect_work(path: bytes, size: int) -> float:
    """Estimate the work of a file in tokens, opening it included."""
    kind = kind_by_name(os.fsdecode(path).rpartition(os.sep)[2])
    return _TOKENS_A_FILE + (expect_tokens(size, kind) if kind else 0.0)


def count_work(files: int, passages: int) -> float:
    """Return the finished work in tokens: files opened and passages embedded."""
    return files * _TOKENS_A_FILE + passages * _TOKENS_A_PASSAGE


@dataclass(frozen=True, slots=True)
class RunProgress:
    """Progress of a run in one unit of work.

    Attributes:
        expected: what the files that are done were expected to be.
        done: what they were.
        begun: what is done of files that are not.
    """

    expected: float
    done: float
    begun: float


class TimeEstimate:
    """Remaining time of a run of `expected` work that begins at `seconds`, by its pace."""

    def __init__(self, expected: float, seconds: float) -> None:
        self._expected = expected
        self._began = seconds
        self._samples: deque[tuple[float, float]] = deque([(seconds, 0.0)])
        self._estimate: float | None = None
        self._estimated_at = seconds

    def update(self, seconds: float, progress: RunProgress) -> float | None:
        """Return the smoothed remaining seconds; None while too little is done.

        The result counts down with the clock and moves smoothly towards each new estimate.
        """
        self._samples.append((seconds, progress.done + progress.begun))
        while len(self._samples) > 2 and self._samples[1][0] <= seconds - _RECENT_SECONDS:
            self._samples.popleft()
        (since, before), (now, done) = self._samples[0], self._samples[-1]
        if seconds - self._began < _LEAST_SECONDS or done <= before:
            return self._estimate
        left = self._left(progress) * (now - since) / (done - before)
        if self._estimate is None:
            self._estimate = left
        else:
            passed = seconds - self._estimated_at
            smoothed = max(self._estimate - passed, 0.0)
            self._estimate = smoothed + (left - smoothed) * (1 - exp(-passed / _SMOOTHING_SECONDS))
        self._estimated_at = seconds
        return self._estimate

    def _left(self, progress: RunProgress) -> float:
        """Extrapolate the remaining work from how far the finished files deviated."""
        prior = _PRIOR_SHARE * self._expected
        deviation = (progress.done + prior) / (progress.expected + prior) if prior else 1.0
        left = max(self._expected - progress.expected, 0.0) * min(max(deviation, 1 / _MOST_DEVIATION), _MOST_DEVIATION)
        return max(left - progress.begun, 0.0)
