"""Languages of a folder before it is indexed, by documents read as a sample in the sandbox."""

from __future__ import annotations

import heapq
import os
import time
from collections import Counter
from typing import TYPE_CHECKING
from zlib import crc32

from findling.extraction.language_detection import UNDETERMINED
from findling.format_table import kind_by_name
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from findling.extraction.sandbox.parser_sandbox import Sandbox

SAMPLE_FILES = 32
"""Documents of a folder that are read: a language of every tenth one is missed once in thirty folders (0.9 ** 32)."""

SAMPLE_SECONDS = 4.0
"""Seconds after which no further document of a survey is read."""

_LEAST_BYTES, _MOST_BYTES = 100, 500_000
"""Sizes between which a file says what language it is in, and is read in a moment."""


class LanguageSample:
    """Even sample of a folder's documents, however many: those of least path checksums.

    The same folder always gives the same sample.
    """

    def __init__(self, limit: int = SAMPLE_FILES) -> None:
        self._limit = limit
        self._seen = 0
        self._chosen: list[tuple[int, str]] = []

    @property
    def paths(self) -> tuple[str, ...]:
        """The sampled files."""
        return tuple(path for _, path in sorted(self._chosen, reverse=True))

    @property
    def seen(self) -> int:
        """Number of files that the sample stands for."""
        return self._seen

    def add(self, entries: Iterable[os.DirEntry[str]]) -> None:
        """Take the documents among these files into account."""
        for entry in entries:
            if not _says_language(entry):
                continue
            self._seen += 1
            chosen = (-crc32(os.fsencode(entry.path)), entry.path)
            if len(self._chosen) < self._limit:
                heapq.heappush(self._chosen, chosen)
            else:
                heapq.heappushpop(self._chosen, chosen)


class LanguageSurvey:
    """Estimates how many documents of sampled folders are in each language."""

    def __init__(self, open_sandbox: Callable[[], Sandbox], seconds: float = SAMPLE_SECONDS) -> None:
        """Create a survey.

        Args:
            open_sandbox: makes the reader, which ends with each call of `count`.
            seconds: after which no further document is read.
        """
        self._open_sandbox = open_sandbox
        self._seconds = seconds

    def count(
        self, samples: Sequence[LanguageSample], *, should_stop: Callable[[], bool] = lambda: False
    ) -> tuple[Mapping[str, int], ...]:
        """Estimate the documents in each language, for each sample.

        Returns:
            Numbers by ISO 639-1 code, the most frequent first; empty where none of a sample could be told.

        Raises:
            WorkerError: no process can be started to read them.
        """
        heard: list[Counter[str]] = [Counter() for _ in samples]
        until = time.monotonic() + self._seconds
        with self._open_sandbox() as sandbox:
            # In turns, so that each folder is heard if there is no time for all.
            for place in range(max((len(sample.paths) for sample in samples), default=0)):
                for sample, languages in zip(samples, heard, strict=True):
                    if should_stop() or time.monotonic() > until:
                        break
                    if place < len(sample.paths):
                        languages.update(_read_language(sandbox, sample.paths[place]))
        return tuple(_extrapolate(languages, sample.seen) for languages, sample in zip(heard, samples, strict=True))


def _says_language(entry: os.DirEntry[str]) -> bool:
    kind = kind_by_name(entry.name)
    if kind is None or kind is FileKind.PICTURE:
        return False
    try:
        return _LEAST_BYTES <= entry.stat(follow_symlinks=False).st_size <= _MOST_BYTES
    except OSError:
        return False


def _read_language(sandbox: Sandbox, path: str) -> list[str]:
    """Return the language of a file, or nothing where it has none or cannot be read."""
    outcome = sandbox.read(os.fsencode(path), lambda _: False)
    language = outcome.extraction.language if outcome.extraction else UNDETERMINED
    return [] if language == UNDETERMINED else [language]


def _extrapolate(languages: Counter[str], documents: int) -> Mapping[str, int]:
    heard = languages.total()
    ordered = sorted(languages.items(), key=lambda item: (-item[1], item[0]))
    return {code: round(documents * count / heard) for code, count in ordered}
