"""Write side of a library: its folders, indexing runs and duplicate plans."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.library import Progress, Summary
from findling.duplicates.executor import PlanExecutor
from findling.duplicates.fileops import FileSystem
from findling.duplicates.trash import open_bin
from findling.errors import FindlingError, FolderOfflineError, IndexDamagedError, LibraryDamagedError, UsageError
from findling.exclusion import find_mistake
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.index.index_stamp import read_stamp
from findling.indexing.change_intake import ChangeIntake, find_covering
from findling.indexing.erasure import AT_ONCE
from findling.indexing.folder_scan import scan_folders
from findling.indexing.forgetting import describe_absent, forget_absent, forget_folder
from findling.indexing.index_adoption import adopt_indexes
from findling.indexing.index_copies import IndexCopies
from findling.indexing.run_clock import RunClock
from findling.indexing.scan import Scanner
from findling.indexing.self_repair import check_whole, describe_renewal, mend_rows, open_or_renew, renew
from findling.indexing.session import IndexingSession
from findling.indexing.watch import follow
from findling.indexing.work_allowance import WorkAllowance
from findling.messages.library_templates import LibraryMessage, describe_unlisted
from findling.messages.remedy_templates import Remedy
from findling.paths import absolute
from findling.storage.database import translated_errors
from findling.storage.file_counts import add_up_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.domain.duplicate_check import CheckedFile
    from findling.domain.plans import CutShort, Plan, PlanReport
    from findling.indexing.events import Batch
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from findling.storage.database import Database
    from findling.storage.folder_table import Folder

    _Arrived = Callable[[tuple[CheckedFile, ...]], None]

_LOG = logging.getLogger(__name__)


class Indexer:
    """Writer of a library; requires the writer's lock.

    Attributes:
        database: the library's truth, open for writing.
    """

    def __init__(
        self,
        paths: LibraryPaths,
        settings: Settings,
        database: Database,
        allowance: WorkAllowance,
        sandbox: Sandbox | None = None,
    ) -> None:
        self._paths = paths
        # One for all runs: what follows the folders reads on with the child of the run before.
        self._sandbox = sandbox or Sandbox()
        self._ends_sandbox = sandbox is None
        self._allowance = allowance
        self._settings = settings
        self.database = database
        self._own_folders = tuple({path.absolute() for path in (paths.data, paths.cache, paths.logs, paths.config)})
        self._scanner = Scanner(database, self._own_folders, settings.exclude)
        self._copies = IndexCopies(paths)
        self._notes: list[Notice] = []

    @classmethod
    def open(
        cls,
        paths: LibraryPaths,
        settings: Settings,
        allowed: WorkAllowance | None = None,
        *,
        after_crash: bool = False,
        sandbox: Sandbox | None = None,
    ) -> Indexer:
        """Open a library for writing, creating it if necessary.

        Args:
            paths: the library.
            settings: in force until `adopt`.
            allowed: how much of the computer indexing may take; without one, what the settings say.
            after_crash: the last writer is known to have failed by itself: a file that it was embedding may be why.
            sandbox: reads files, and is left open by `close`; without one, the indexer has its own.

        Raises:
            LibraryError: it cannot be made, opened or brought up to date.
        """
        paths.create()
        paths.close_to_others()
        database, renewal = open_or_renew(paths.database, paths.key)
        with database.transaction():
            database.files.suspend_begun(crashed=after_crash)
            database.queue.suspend_begun(crashed=after_crash)
        IndexCopies(paths).restore()
        adopt_indexes(database, paths)
        indexer = cls(paths, settings, database, allowed or WorkAllowance(settings), sandbox)
        indexer._notes += [renewal] if renewal else []
        return indexer

    def adopt(self, settings: Settings) -> None:
        """Use other settings from the next run on."""
        self._settings = settings
        self._allowance.adopt(settings)
        self._scanner = Scanner(self.database, self._own_folders, settings.exclude)

    def add(self, folder: Path, exclude: tuple[str, ...] | None = None) -> Folder:
        """Add a folder, or return the folder of the library that already covers it.

        Args:
            folder: an existing folder.
            exclude: what is left out of it; None leaves the patterns of a folder that is known already as they are.

        Raises:
            UsageError: a pattern cannot be understood.
            FindlingError: there is no such folder, or it is where Findling keeps its library.
        """
        path = absolute(folder)
        if mistake := find_mistake(exclude or ()):
            raise UsageError(LibraryMessage.PATTERN_MISTAKE(mistake=mistake), Remedy.WRITE_AS_GITIGNORE())
        if not path.is_dir():
            missing = LibraryMessage.FOLDER_MISSING(folder=path)
            raise FindlingError(
                LibraryMessage.NOT_A_FOLDER(path=path) if path.exists() else missing, Remedy.CHECK_NAME()
            )
        if path in self._own_folders or any(own in path.parents for own in self._own_folders):
            raise FindlingError(LibraryMessage.OWN_FOLDER(path=path), Remedy.CHOOSE_FOLDER())
        for known in self.database.folders.all():
            if known.path == path or known.path in path.parents:
                if exclude is not None and known.path == path:
                    with self.database.transaction():
                        self.database.folders.set_exclude(known.id, exclude)
                    return replace(known, exclude=exclude)
                return known
        with self.database.transaction():
            return self.database.folders.add(path, exclude or ())

    def remove(self, folder: Path) -> int:
        """Remove a folder and return how many files were forgotten."""
        path = absolute(folder)
        known = {entry.path: entry for entry in self.database.folders.all()}
        if path not in known:
            raise UsageError(LibraryMessage.FOLDER_NOT_IN_LIBRARY(folder=path), Remedy.SEE_FOLDERS())
        with translated_errors(self.database.path):
            return forget_folder(self.database, self._paths, known[path])

    def forget_absent(self, directory: Path) -> int:
        """Forget files below a directory that are kept though absent; return how many they were.

        Raises:
            UsageError: the directory belongs to no folder of the library.
        """
        path = absolute(directory)
        if not any(folder.path in (path, *path.parents) for folder in self.database.folders.all()):
            raise UsageError(LibraryMessage.FOLDER_NOT_IN_LIBRARY(folder=path), Remedy.SEE_FOLDERS())
        with translated_errors(self.database.path):
            return forget_absent(self.database, self._paths, path)

    def index(
        self,
        folders: Sequence[Path],
        *,
        report: Callable[[Progress], None],
        should_stop: Callable[[], bool],
        retry: bool = False,
        arrived: _Arrived = lambda _: None,
    ) -> Summary:
        """Bring the library up to date with the disk.

        Args:
            folders: added where they are new; none means all of the library's.
            report: called a few times a second.
            should_stop: asked several times a second; what is not done by then stays pending.
            retry: also read files that failed before and did not change.
            arrived: gets files that came meanwhile and are like others of the library.

        Raises:
            FindlingError: a folder is not there, the disk is full, the model is damaged, ...
        """
        try:
            summary = self._index(folders, report, should_stop, arrived, retry=retry)
        except (LibraryDamagedError, IndexDamagedError) as damage:
            self._mend(damage)
            summary = self._index(folders, report, should_stop, arrived, retry=retry)
        notes, self._notes = self._notes, []
        return replace(summary, notes=(*notes, *summary.notes))

    def _index(
        self,
        folders: Sequence[Path],
        report: Callable[[Progress], None],
        should_stop: Callable[[], bool],
        arrived: _Arrived,
        *,
        retry: bool,
    ) -> Summary:
        with translated_errors(self.database.path):
            return self._bring_up_to_date(folders, report, should_stop, arrived, retry=retry)

    def _bring_up_to_date(
        self,
        folders: Sequence[Path],
        report: Callable[[Progress], None],
        should_stop: Callable[[], bool],
        arrived: _Arrived,
        *,
        retry: bool,
    ) -> Summary:
        clock = RunClock(report)
        if retry:
            with self.database.transaction():
                self.database.queue.resume_suspended(time.time_ns(), 0)
        chosen = [(self.add(folder), folder) for folder in folders]
        if not chosen:
            chosen = [(folder, folder.path) for folder in self.database.folders.all()]
        # Watched from before the scan, so that nothing that happens meanwhile waits for the end of the run.
        with self._take_in(clock, should_stop, scans_first=False) as intake:
            scanned, notes = scan_folders(self._scanner, chosen, clock, retry=retry, should_stop=should_stop)
            if notes and (folders or len(notes) == len(chosen)):
                raise FolderOfflineError(notes[0])
            if scanned.unreadable:
                notes = (*notes, describe_unlisted(scanned.unreadable).advising(Remedy.SEE_FILES()))
            notes = (*notes, *describe_absent(self.database, dict.fromkeys(folder for folder, _ in chosen)))
            with self._open_session(arrived) as session:
                session.note_changes(clock)
                while session.step(clock, should_stop, intake.poll) or session.advance(clock, should_stop):
                    pass
                session.commit()
                session.erasure.erase(AT_ONCE, should_stop=should_stop)
        if not should_stop():
            check_whole(self.database, self._paths.cache)
        counts = add_up_counts(map(self.database.files.counts, {folder.id for folder, _ in chosen}))
        indexed = min(session.stats.indexed + session.recognised, counts.indexed)
        return Summary(
            found=counts.found - counts.pending,
            indexed=indexed,
            unchanged=counts.indexed - indexed,
            skipped=counts.skipped,
            failed=counts.failed,
            removed=scanned.removed,
            chunks=session.stats.chunks + session.changed,
            seconds=clock.seconds,
            pending=counts.pending,
            unembedded=self.database.totals.unembedded(),
            stopped=should_stop(),
            notes=(*notes, session.notice) if session.notice else notes,
        )

    def follow(
        self,
        report: Callable[[Progress], None],
        should_stop: Callable[[], bool],
        offline: Callable[[tuple[Notice, ...]], None] = lambda _: None,
        arrived: _Arrived = lambda _: None,
    ) -> None:
        """Follow disk changes until stopped; `offline` gets folders' problems, `arrived` what came."""
        try:
            self._follow(report, should_stop, offline, arrived)
        except (LibraryDamagedError, IndexDamagedError) as damage:
            self._mend(damage)
            self._index((), report, should_stop, arrived, retry=False)

    def _follow(
        self,
        report: Callable[[Progress], None],
        should_stop: Callable[[], bool],
        offline: Callable[[tuple[Notice, ...]], None],
        arrived: _Arrived,
    ) -> None:
        clock = RunClock(report, doing="watching")
        damage = translated_errors(self.database.path)
        with (
            damage,
            self._take_in(clock, should_stop, offline, scans_first=True) as intake,
            self._open_session(arrived) as session,
        ):

            def look(batch: Batch) -> None:
                intake.take(batch)
                session.note_changes(clock, urgent=True)

            def work() -> bool:
                if session.step(clock, should_stop, intake.poll) or session.advance(clock, should_stop):
                    return True
                session.rest(should_stop)
                if not self._allowance.waits_for_power:
                    self._copies.rest(should_stop)
                return False

            session.report(clock)
            follow(intake.watcher, look, should_stop, work)
            session.commit()

    def _open_session(self, arrived: _Arrived) -> IndexingSession:
        if not read_stamp(self._paths.cache):
            # A logout takes all that an encrypted library has in memory, whoever follows it meanwhile.
            self._paths.create()
            self._copies.restore()
            adopt_indexes(self.database, self._paths)
        return IndexingSession(self._paths, self._settings, self.database, arrived, self._allowance, self._sandbox)

    def _take_in(
        self,
        clock: RunClock,
        should_stop: Callable[[], bool],
        offline: Callable[[tuple[Notice, ...]], None] = lambda _: None,
        *,
        scans_first: bool,
    ) -> ChangeIntake:
        """Begin to watch all folders."""

        def scan(folder: Folder) -> Sequence[Notice]:
            chosen = [(folder, folder.path)]
            return scan_folders(self._scanner, chosen, clock, should_stop=should_stop, follows=scans_first)[1]

        return ChangeIntake(
            *(self.database.folders.all(), self._scanner, scan, should_stop),
            offline=offline,
            scans_first=scans_first,
            mounts_of=lambda folder: [path for path in self.database.devices.below(folder) if path != folder],
        )

    def clear(
        self,
        plan: Plan,
        should_stop: Callable[[], bool] = lambda: False,
        report: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> PlanReport:
        """Execute a plan for duplicates and update their files in the library."""
        return self._executor().apply(plan, should_stop, report)

    def undo(
        self,
        run: int,
        should_stop: Callable[[], bool] = lambda: False,
        report: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> PlanReport:
        """Undo a run of the history."""
        return self._executor().undo(run, should_stop, report)

    def recover(self) -> tuple[CutShort, ...]:
        """Finish or undo the steps that a crash left half done."""
        return self._executor().recover()

    def _executor(self) -> PlanExecutor:
        disk = FileSystem()
        folders = {folder.path: folder for folder in self.database.folders.all()}

        def look(path: Path) -> None:
            folder = find_covering(folders, path)
            if folder:
                self._scanner.scan_paths(folder, [path])

        return PlanExecutor(self.database, disk, open_bin(disk), look)

    def close(self) -> None:
        """End the reading child, store indexes that are encrypted, back up and close the database."""
        if self._ends_sandbox:
            self._sandbox.close()
        self._copies.store()
        self.database.checkpoint()
        if self.database.user is not None:
            self.database.user.back_up()
        self.database.close()

    def _mend(self, damage: LibraryDamagedError | IndexDamagedError) -> None:
        """Remake what is damaged: the next run reads its files again, or builds the index."""
        if isinstance(damage, IndexDamagedError):
            _LOG.warning("the index is made again: %s", damage)
            return
        if mend_rows(self.database):
            self._notes.append(LibraryMessage.ROWS_MADE_AGAIN())
            return
        _LOG.warning("the database is made again: %s", damage)
        self.database.close()
        self.database = renew(self._paths.database, self._paths.key)
        adopt_indexes(self.database, self._paths)
        self._notes.append(describe_renewal(self._paths.database, damage))
        self.adopt(self._settings)
