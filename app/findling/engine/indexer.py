"""The write side of a library: folders come and go, files become searchable, caches follow."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from findling.engine.caches import VectorsKeeper, WordsKeeper
from findling.engine.embedder import Embedder
from findling.engine.pipeline import Pipeline
from findling.engine.scan import Scanner, ScanTally
from findling.errors import FindlingError, UsageError
from findling.extraction.sandbox import Sandbox
from findling.storage.database import Database
from findling.storage.files import Counts
from findling.types import Progress, Summary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from findling.storage.files import Files
    from findling.storage.folders import Folder

_PURGED_AT_ONCE = 200


class Indexer:
    """Everything that writes to a library; only the holder of the writer's lock may have one.

    Attributes:
        database: the library's truth, open for writing.
    """

    def __init__(self, paths: LibraryPaths, settings: Settings, database: Database) -> None:
        self._paths = paths
        self._settings = settings
        self.database = database
        own = tuple({path.absolute() for path in (paths.data, paths.cache, paths.logs, paths.config)})
        self._scanner = Scanner(database, own, settings.exclude)

    @classmethod
    def open(cls, paths: LibraryPaths, settings: Settings) -> Indexer:
        """Open a library for writing, made if there is none.

        Raises:
            LibraryError: it cannot be made, opened or brought up to date.
        """
        paths.create()
        return cls(paths, settings, Database.open_for_writing(paths.database))

    def add(self, folder: Path, exclude: tuple[str, ...] = ()) -> Folder:
        """Make a folder part of the library; one that lies in a folder of the library is covered by that.

        Args:
            folder: an existing folder.
            exclude: what is left out of it; replaces the patterns of a folder that is known already, if any are given.

        Raises:
            UsageError: there is no such folder.
        """
        path = Path(os.path.abspath(folder.expanduser()))  # noqa: PTH100 - links in the path stay as the person sees them
        if not path.is_dir():
            what = "is not a folder" if path.exists() else "does not exist"
            raise FindlingError(f"The folder {path} {what}.", "Check its name.")
        for known in self.database.folders.all():
            if known.path == path or known.path in path.parents:
                if exclude and known.path == path:
                    with self.database.transaction():
                        self.database.folders.set_exclude(known.id, exclude)
                    return replace(known, exclude=exclude)
                return known
        with self.database.transaction():
            return self.database.folders.add(path, exclude)

    def remove(self, folder: Path) -> int:
        """Take a folder out of the library; its files are no part of any answer from then on.

        Returns:
            How many files were forgotten.

        Raises:
            UsageError: the library has no such folder.
        """
        path = Path(os.path.abspath(folder.expanduser()))  # noqa: PTH100 - as in `add`
        known = {entry.path: entry for entry in self.database.folders.all()}
        if path not in known:
            raise UsageError(f"The folder {path} is not in the library.", "See: findling folders")
        count = self.database.files.counts(known[path].id).found
        with self.database.transaction():
            self.database.folders.remove(known[path].id)
        self._purge(lambda: False)
        words = WordsKeeper(self.database, self._paths.words)
        try:
            words.follow()
            words.commit()
        finally:
            words.close()
        return count

    def index(
        self,
        folders: Sequence[Path],
        *,
        report: Callable[[Progress], None],
        should_stop: Callable[[], bool],
        retry: bool = False,
    ) -> Summary:
        """Bring the library up to date with the disk.

        Args:
            folders: the ones to look at, added where they are new; none means all of the library's.
            report: told how it goes, a few times a second.
            should_stop: asked several times a second; what is not done by then stays pending.
            retry: try files again that failed before, though they did not change.

        Raises:
            FindlingError: a folder is not there, the disk is full, the model is damaged, ...
        """
        run = _Run(report)
        chosen = [(self.add(folder), folder) for folder in folders]
        if not chosen:
            chosen = [(folder, folder.path) for folder in self.database.folders.all()]
        tally = self._scan(chosen, run, retry=retry, should_stop=should_stop)
        pipeline = self._work(run, should_stop)
        counts = _sum([self.database.files.counts(folder.id) for folder in {f.id: f for f, _ in chosen}.values()])
        indexed = min(pipeline.tally.indexed, counts.indexed)
        return Summary(
            found=counts.found - counts.pending,
            indexed=indexed,
            unchanged=counts.indexed - indexed,
            skipped=counts.skipped,
            failed=counts.failed,
            removed=tally.removed,
            chunks=pipeline.tally.chunks,
            seconds=run.seconds(),
            pending=counts.pending,
            stopped=should_stop(),
        )

    def follow(self, report: Callable[[Progress], None], should_stop: Callable[[], bool]) -> None:
        """Go on following changes on the disk until told to stop."""
        from findling.engine.watch import Watcher, follow

        run = _Run(report, doing="watching")

        def look(path: Path) -> None:
            folder = self._covering(path)
            if folder:
                self._scanner.look(folder, path)
                self._work(run, should_stop)

        def rescan(folders: Sequence[Path]) -> None:
            chosen = [(folder, folder.path) for folder in self.database.folders.all() if folder.path in folders]
            self._scan(chosen, run, retry=False, should_stop=should_stop)
            self._work(run, should_stop)

        watcher = Watcher([folder.path for folder in self.database.folders.all()])
        try:
            follow(watcher, look, rescan, should_stop)
        finally:
            watcher.close()

    def close(self) -> None:
        """Fold the log into the database and close it."""
        self.database.checkpoint()
        self.database.close()

    def _covering(self, path: Path) -> Folder | None:
        covering = (f for f in self.database.folders.all() if f.path == path or f.path in path.parents)
        return next(covering, None)

    def _scan(
        self, chosen: Sequence[tuple[Folder, Path]], run: _Run, *, retry: bool, should_stop: Callable[[], bool]
    ) -> ScanTally:
        total = ScanTally()
        for folder, path in chosen:
            below = Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - as in `add`
            part = self._scanner.scan(
                folder,
                None if below == folder.path else below,
                retry=retry,
                seen=lambda tally: run.report(Progress(found=total.found + tally.found, doing="scanning")),
                should_stop=should_stop,
            )
            total.add(part)
        return total

    def _work(self, run: _Run, should_stop: Callable[[], bool]) -> Pipeline:
        """Read, embed and store what is pending, and let the caches follow."""
        embedder = Embedder.open(self._paths, self._settings, threads=self._settings.indexing_threads)
        with self.database.transaction():
            space = embedder.ensure_space(self.database)
            self.database.files.set_stale_pending(space.id)
        reader = Database.open_for_reading(self._paths.database)
        words = WordsKeeper(self.database, self._paths.words)
        vectors = VectorsKeeper(self.database, space, self._paths.vectors, self._settings.indexing_threads)
        waiting = self.database.files.pending_bytes()
        try:
            with Sandbox() as sandbox:
                pipeline = Pipeline(self.database, reader, embedder, space, sandbox)

                def stored() -> None:
                    words.follow(should_stop=should_stop)
                    run.report_counts(self.database.files, pipeline, waiting)
                    vectors.publish(should_stop=should_stop)

                pipeline.run(stored=stored, should_stop=should_stop)
            self._purge(should_stop)
            words.follow(should_stop=should_stop)
            words.commit()
            vectors.publish(should_stop=should_stop)
            run.report_counts(self.database.files, pipeline, waiting)
        finally:
            words.close()
            reader.close()
            embedder.close()
        return pipeline

    def _purge(self, should_stop: Callable[[], bool]) -> None:
        """Delete contents that no file has any more; by now every move within the library has been seen."""
        while not should_stop() and (orphans := self.database.documents.orphans(_PURGED_AT_ONCE)):
            with self.database.transaction():
                self.database.documents.remove(orphans)


class _Run:
    """The clock of one run, and what it tells at most some times a second."""

    def __init__(self, report: Callable[[Progress], None], doing: str = "indexing") -> None:
        self._report = report
        self._doing = doing
        self._started = time.monotonic()
        self._told = 0.0

    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self._started

    def report(self, progress: Progress) -> None:
        """Tell, unless it was told a moment ago."""
        now = time.monotonic()
        if now - self._told >= 0.1:
            self._told = now
            self._report(replace(progress, seconds=self.seconds()))

    def report_counts(self, files: Files, pipeline: Pipeline, waiting: int) -> None:
        """Tell where the library stands, with the time left by the bytes that are still to be read."""
        counts = files.counts()
        left = files.pending_bytes()
        done = waiting - left
        indexed = min(pipeline.tally.indexed, counts.indexed)
        self.report(
            Progress(
                found=counts.found,
                indexed=indexed,
                unchanged=counts.indexed - indexed,
                skipped=counts.skipped,
                failed=counts.failed,
                pending=counts.pending,
                chunks=pipeline.tally.chunks,
                seconds_left=self.seconds() * left / done if done > 0 else None,
                doing=self._doing,
                path=pipeline.tally.at_hand,
            )
        )


def _sum(counts: Sequence[Counts]) -> Counts:
    return Counts(
        pending=sum(part.pending for part in counts),
        indexed=sum(part.indexed for part in counts),
        skipped=sum(part.skipped for part in counts),
        failed=sum(part.failed for part in counts),
    )
