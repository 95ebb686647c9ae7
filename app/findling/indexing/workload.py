"""Estimates of a run: work of files before they are read, and remaining time."""

from __future__ import annotations

import os
from collections import deque
from math import exp
from typing import TYPE_CHECKING

from findling.extraction.document import TEXT_LIMIT
from findling.formats import FileKind, format_of, kind_by_name

if TYPE_CHECKING:
    from findling.indexing.run_stats import RunStats

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
"""Cost of opening a file, in tokens that could be embedded meanwhile: 15 ms, of `_TOKENS_A_SECOND`."""

_TOKENS_A_SECOND = 10_000
"""Pace of embedding until it is known."""

MEASURED_TOKENS = 200_000
"""Work from which it pays to measure the pace of embedding before there is anything to embed."""

_RECENT_SECONDS = 180.0
_LEAST_SECONDS = 5.0
_LEAST_SHARE = 0.02
"""Share of the work without which nothing is said for `_SURE_SECONDS`."""
_SURE_SECONDS = 30.0
_SMOOTHING_SECONDS = 20.0
"""Time after which two thirds of a new estimate are believed."""
_SMOOTHING_SHARE = 0.1
"""The same as a share of the estimate, where that is longer: of hours nobody needs the minutes."""
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


class TimeEstimate:
    """Remaining time of a run by the pace of each stage.

    What the files that are left hold is extrapolated from how far those that were read differed from expectation.
    """

    def __init__(self, expected: float, seconds: float, tokens_a_second: float = _TOKENS_A_SECOND) -> None:
        """Begin to estimate.

        Args:
            expected: work that is to be read, in tokens.
            seconds: when it begins.
            tokens_a_second: pace of embedding on this machine, until some was done.
        """
        self._expected = expected
        self._began = seconds
        self._reading = _Pace()
        # Nothing is embedded until all is read; by then it is known.
        self._embedding = _Pace(1 / tokens_a_second)
        self._estimate: float | None = None
        self._estimated_at = seconds

    def update(self, seconds: float, stats: RunStats) -> float | None:
        """Return the smoothed remaining seconds; None while too little is done.

        The result counts down with the clock and moves smoothly towards each new estimate.
        """
        self._reading.note(stats.reading_seconds, stats.expected)
        self._embedding.note(stats.embedding_seconds, stats.chunks * _TOKENS_A_PASSAGE)
        if self._estimate is None and not self._is_telling(seconds - self._began, stats):
            return None
        unread = max(self._expected - stats.expected, 0.0)
        unembedded = stats.waiting * _TOKENS_A_PASSAGE + unread * self._find_deviation(stats)
        left = unread * self._reading.seconds_a_token + unembedded * self._embedding.seconds_a_token
        if self._estimate is None:
            self._estimate = left
        else:
            passed = seconds - self._estimated_at
            smoothed = max(self._estimate - passed, 0.0)
            patience = max(_SMOOTHING_SECONDS, _SMOOTHING_SHARE * smoothed)
            self._estimate = smoothed + (left - smoothed) * (1 - exp(-passed / patience))
        self._estimated_at = seconds
        return self._estimate

    def _is_telling(self, passed: float, stats: RunStats) -> bool:
        """Return whether enough is done for a first estimate."""
        if passed < _LEAST_SECONDS or not (stats.expected or stats.chunks):
            return False
        embedding = stats.chunks / (stats.chunks + stats.waiting) if stats.chunks else 0.0
        share = stats.expected / self._expected if self._expected else embedding
        return share >= _LEAST_SHARE or passed >= _SURE_SECONDS

    def _find_deviation(self, stats: RunStats) -> float:
        """Return how far the read files differ from expectation, as those left may as well."""
        prior = _PRIOR_SHARE * self._expected
        if not prior:
            return 1.0
        found = stats.cut * _TOKENS_A_PASSAGE + (stats.indexed + stats.unread) * _TOKENS_A_FILE
        return min(max((found + prior) / (stats.expected + prior), 1 / _MOST_DEVIATION), _MOST_DEVIATION)


class _Pace:
    """Seconds that a token takes in one stage, by its last minute of work."""

    def __init__(self, seconds_a_token: float = 0.0) -> None:
        self.seconds_a_token = seconds_a_token
        self._samples: deque[tuple[float, float]] = deque([(0.0, 0.0)])

    def note(self, seconds: float, tokens: float) -> None:
        """Note what is done, and how long that took."""
        if seconds <= self._samples[-1][0]:
            return
        self._samples.append((seconds, tokens))
        while len(self._samples) > 2 and self._samples[1][0] <= seconds - _RECENT_SECONDS:
            self._samples.popleft()
        since, before = self._samples[0]
        if tokens > before:
            self.seconds_a_token = (seconds - since) / (tokens - before)
