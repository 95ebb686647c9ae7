"""Forgetting everything in one act: processes end, then the library's files and entries go."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.encryption.kept_key import forget_kept_key
from findling.encryption.library_key import read_key_name
from findling.errors import FindlingError, LibraryBusyError, LibraryError
from findling.library_wipe import LibraryWipe
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.wipe_templates import WipeMessage
from findling.processes.library_users import end_users
from findling.processes.outside_entries import list_entries, take_away
from findling.processes.writer.writer_lock import WriterLock

if TYPE_CHECKING:
    from findling.library_wipe import RemainingPath
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.processes.outside_entries import OutsideEntry
    from findling.settings import Settings

_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class LeftEntry:
    """Entry outside of Findling's folders that could not be taken away, with the reason."""

    what: Notice
    reason: Notice


@dataclass(frozen=True, slots=True)
class WipeOutcome:
    """Outcome of forgetting everything, or what it will be.

    Attributes:
        files, size: number and bytes of the files that are gone.
        remaining: what is still there in Findling's folders; of a foreign folder only the folder itself.
        entries: what was taken away elsewhere.
        left: what could not be.
    """

    files: int
    size: int
    remaining: tuple[RemainingPath, ...]
    entries: tuple[Notice, ...]
    left: tuple[LeftEntry, ...] = ()

    @property
    def failed(self) -> tuple[RemainingPath, ...]:
        """Files of Findling's own that could not be removed."""
        return tuple(each for each in self.remaining if each.reason)

    @property
    def is_whole(self) -> bool:
        """Return whether nothing of Findling's own is left."""
        return not (self.failed or self.left)


class WholeWipe:
    """All that Findling knows of a user's files, and all that it entered elsewhere for them.

    Args:
        paths: the library.
        settings: in force, with the servers that keys were kept for.
        with_settings: the settings go as well.
        patience: how long processes that have the library open are waited for, in seconds.
    """

    def __init__(
        self, paths: LibraryPaths, settings: Settings, *, with_settings: bool, patience: float = _PATIENCE_SECONDS
    ) -> None:
        self._paths, self._settings = paths, settings
        self._with_settings, self._patience = with_settings, patience

    def plan(self) -> WipeOutcome:
        """Return what would go; nothing does.

        Raises:
            FindlingError: there is nothing to forget.
        """
        report = LibraryWipe(self._paths, settings=self._with_settings, tries=True).carry_out()
        entries = tuple(entry.what for entry in list_entries(self._paths, self._settings))
        if not (report.files or entries):
            raise FindlingError(LibraryMessage.NO_LIBRARY(folder=self._paths.data))
        return WipeOutcome(report.files, report.size, report.remaining, entries)

    def carry_out(self) -> WipeOutcome:
        """Forget everything.

        Raises:
            LibraryBusyError: a process that has the library open does not end; nothing was deleted.
            LibraryError: the library's folder cannot be written to.
        """
        if running := end_users(self._paths, self._patience):
            raise LibraryBusyError(WipeMessage.STILL_RUNNING(processes=tuple(map(str, running))), Remedy.WAIT_OR_END())
        key_name = self._read_key_name()
        entered = list(list_entries(self._paths, self._settings))
        removal = LibraryWipe(self._paths, settings=self._with_settings)
        lock = WriterLock(self._paths)
        if self._paths.data.is_dir():
            lock.acquire()
        try:
            first = removal.carry_out(spare={self._paths.lock, self._paths.lock.with_suffix(".json")})
        finally:
            lock.release()
        last = removal.carry_out()
        if key_name and not last.failed:
            # The key opens nothing without its library; a keyring that keeps it all the same keeps nobody from wiping.
            with suppress(LibraryError):
                forget_kept_key(key_name)
        entries, left = self._take_away_entries(entered)
        return WipeOutcome(first.files + last.files, first.size + last.size, last.remaining, entries, left)

    def _read_key_name(self) -> str:
        """Return the name of the key of an encrypted library, "" where there is none."""
        with suppress(LibraryError):
            return read_key_name(self._paths.key_file)
        return ""

    def _take_away_entries(self, new: list[OutsideEntry]) -> tuple[tuple[Notice, ...], tuple[LeftEntry, ...]]:
        """Take entries away until none comes up: a keyring tells of one key after the other."""
        gone: list[Notice] = []
        left: list[LeftEntry] = []
        while new:
            for entry in new:
                if reason := take_away(entry):
                    left.append(LeftEntry(entry.what, reason))
                else:
                    gone.append(entry.what)
            done = [*gone, *(each.what for each in left)]
            new = [each for each in list_entries(self._paths, self._settings) if each.what not in done]
        return tuple(gone), tuple(left)
