"""Survey of folders before they are indexed: files, time and disk space."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from findling.domain.library import Survey
from findling.errors import UsageError
from findling.exclusion import Exclusion, walk
from findling.format_table import kind_by_name
from findling.formats import FileKind
from findling.indexing.language_sample import LanguageSample
from findling.indexing.workload import expect_tokens
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from findling.exclusion import Directory
    from findling.indexing.language_sample import LanguageSurvey
    from findling.models.throughput import Throughput

_SECONDS = 20.0
"""Seconds for which one folder is walked."""

_REPORT_SECONDS = 0.3

_SECONDS_A_FILE = 0.015
"""Reading a file in the sandbox: the mean over the same files."""

_SECONDS_A_PICTURE = 1.0
"""Text recognition: most pictures show none, and take a third of that; a page of text takes three times as long."""

_BYTES_A_TOKEN = 28
"""Growth of the library: 3.5 kB for a passage of about 125 tokens, of which half is the vector index.

Each of the 101,435 passages that tests/benchmarks/answering.py builds takes 3.2 kB, with 294 characters of text; 480
are usual, and each takes 1.6 bytes in the database and the word index.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Counts of readable files, with their bytes and expected tokens, and of others.

    Attributes:
        pictures: those of `files` on which text is to be recognised, as far as names tell.
        complete: nothing is left to be counted.
    """

    files: int = 0
    others: int = 0
    pictures: int = 0
    size: int = 0
    tokens: float = 0.0
    complete: bool = False

    def add(self, directory: Directory) -> Amount:
        """Return the sum with the files of a directory."""
        kinds = [(entry, kind) for entry in directory.files if (kind := kind_by_name(entry.name)) is not None]
        sizes = [(_size(entry), kind) for entry, kind in kinds]
        return Amount(
            files=self.files + len(kinds),
            others=self.others + len(directory.files) - len(kinds),
            pictures=self.pictures + sum(kind is FileKind.PICTURE for _, kind in kinds),
            size=self.size + sum(size for size, _ in sizes),
            tokens=self.tokens + sum(expect_tokens(size, kind) for size, kind in sizes),
        )


class Surveyor:
    """Surveys folders under the exclusion rules of a library."""

    def __init__(
        self,
        throughput: Throughput,
        patterns: Sequence[str] = (),
        own_folders: Iterable[Path] = (),
        *,
        recognises: bool = True,
    ) -> None:
        """Create a surveyor; `recognises` says whether text recognition is on."""
        self._throughput = throughput
        self._seconds_a_picture = _SECONDS_A_PICTURE if recognises else 0.0
        self._patterns = tuple(patterns)
        self._own_folders = tuple(own_folders)

    def survey(
        self,
        folders: Sequence[Path],
        report: Callable[[tuple[Survey, ...]], None] = lambda _: None,
        *,
        should_stop: Callable[[], bool] = lambda: False,
        seconds: float = _SECONDS,
        languages: LanguageSurvey | None = None,
    ) -> tuple[Survey, ...]:
        """Survey folders, each for so many seconds; `report` is called a few times a second.

        Languages are counted last, and only if there is something to count them with.

        Raises:
            UsageError: one of the folders is not there.
            ModelError: the model cannot be loaded.
            WorkerError: no process can be started to read samples.
        """
        for folder in folders:
            if not folder.is_dir():
                raise UsageError(LibraryMessage.NO_FOLDER(folder=folder), Remedy.CHECK_NAME_OR_DISK())
        amounts = [Amount() for _ in folders]
        samples = [LanguageSample() for _ in folders]
        reported = time.monotonic()
        for number, folder in enumerate(folders):
            for amount in self._count(folder, samples[number], should_stop, seconds):
                amounts[number] = amount
                if time.monotonic() - reported >= _REPORT_SECONDS:
                    reported = time.monotonic()
                    report(tuple(map(_describe, folders, amounts)))
        surveys = tuple(map(_describe, folders, amounts))
        if should_stop():
            return surveys
        times = map(self._expect_seconds, amounts)
        surveys = tuple(replace(survey, seconds=expected) for survey, expected in zip(surveys, times, strict=True))
        if languages is None:
            return surveys
        report(surveys)
        counts = languages.count(samples, should_stop=should_stop)
        return tuple(replace(each, languages=tuple(found.items())) for each, found in zip(surveys, counts, strict=True))

    def _count(
        self, folder: Path, sample: LanguageSample, should_stop: Callable[[], bool], seconds: float
    ) -> Iterator[Amount]:
        amount = Amount()
        until = time.monotonic() + seconds
        for directory in walk(folder, Exclusion(folder, self._patterns, self._own_folders)):
            if time.monotonic() > until or should_stop():
                return
            amount = amount.add(directory)
            sample.add(directory.files)
            yield amount
        yield replace(amount, complete=True)

    def _expect_seconds(self, amount: Amount) -> float:
        if not amount.files:
            return 0.0
        reading = amount.files * _SECONDS_A_FILE + amount.pictures * self._seconds_a_picture
        return amount.tokens / self._throughput.tokens_a_second() + reading


def usual_folders() -> tuple[Path, ...]:
    """Return the usual document folders that exist, never the whole home folder."""
    places = (
        platformdirs.user_documents_path(),
        platformdirs.user_desktop_path(),
        platformdirs.user_downloads_path(),
    )
    home = Path.home()
    return tuple(dict.fromkeys(place for place in places if place.is_dir() and place not in (home, *home.parents)))


def _describe(folder: Path, amount: Amount) -> Survey:
    disk = round(amount.tokens * _BYTES_A_TOKEN)
    return Survey(
        path=folder,
        files=amount.files,
        others=amount.others,
        size=amount.size,
        seconds=None,
        disk=disk,
        complete=amount.complete,
        tokens=amount.tokens,
    )


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_size
    except OSError:
        return 0
