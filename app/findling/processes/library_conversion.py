"""Encryption of a library, and its end: other processes end first, then files are rewritten."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from findling.domain.job_progress import ConversionStage, ConversionStep
from findling.encryption.conversion_wish import ConversionKind
from findling.encryption.core_dumps import forbid_core_dumps
from findling.encryption.kept_key import forget_kept_key, keep_key
from findling.encryption.library_key import COST, make_key, name_key, read_key_name
from findling.errors import LibraryBusyError, LibraryError
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy
from findling.processes.library_users import end_users
from findling.processes.writer.writer_lock import WriterLock
from findling.storage.database_conversion import UNWATCHED
from findling.storage.encryption_means import require_means
from findling.storage.library_encryption import complete_encryption, decrypt_library, encrypt_library

if TYPE_CHECKING:
    from findling.encryption.conversion_wish import ConversionWish
    from findling.paths import LibraryPaths
    from findling.storage.database_conversion import ConversionMonitor

_PATIENCE_SECONDS = 60.0


class LibraryConversion:
    """Conversion of a library; one that failed or was stopped goes on when carried out again.

    Args:
        paths: the library, an encrypted one with its key.
        wish: what is to be done.
        patience: how long processes that have the library open are waited for, in seconds.
        cost: of a guess at a new passphrase, as for `write_key`.
    """

    def __init__(
        self, paths: LibraryPaths, wish: ConversionWish, *, patience: float = _PATIENCE_SECONDS, cost: int = COST
    ) -> None:
        self._paths, self._wish = paths, wish
        self._patience, self._cost = patience, cost
        self._key = paths.key or make_key()

    @property
    def paths(self) -> LibraryPaths:
        """Return where the library lies now, with its key unless somebody else gave it another."""
        now = self._paths.as_kept()
        return now.unlocked(self._key) if self._is_under_key() else now

    def carry_out(self, monitor: ConversionMonitor = UNWATCHED) -> None:
        """Convert the library.

        Raises:
            ConversionStoppedError: it was to stop.
            LibraryBusyError: a process that has the library open does not end; nothing was changed.
            FindlingError: as `encrypt_library` and `decrypt_library`; or the keyring does not keep the key, and nothing
                was changed.
        """
        forbid_core_dumps()
        if self._wish.kind is ConversionKind.ENCRYPTION and not self._is_under_key():
            require_means(self._paths)
        monitor.report(ConversionStep(ConversionStage.ENDING))
        self.paths.create()
        running = end_users(self.paths, self._patience, monitor.should_stop)
        monitor.require_going_on()
        if running:
            said = EncryptionMessage.STILL_RUNNING(processes=tuple(map(str, running)))
            raise LibraryBusyError(said, Remedy.WAIT_OR_END())
        lock = WriterLock(self.paths)
        lock.acquire()
        try:
            self._convert(monitor)
        finally:
            lock.release()

    def _convert(self, monitor: ConversionMonitor) -> None:
        match self._wish.kind:
            case ConversionKind.DECRYPTION:
                decrypt_library(self.paths, monitor)
                # Not before: to one who forgot the passphrase it is the only way in. Now it opens nothing any more.
                self._forget_key()
            case ConversionKind.ENCRYPTION if not self._is_under_key():
                self._encrypt(monitor)
            case _:
                complete_encryption(self.paths, monitor)

    def _encrypt(self, monitor: ConversionMonitor) -> None:
        # First, since a keyring that refuses is to be known of while nothing is changed.
        if self._wish.keeps_key:
            keep_key(self._key)
        try:
            encrypt_library(self._paths, self._key, self._wish.passphrase, monitor, cost=self._cost)
        finally:
            if self._wish.keeps_key and not self._is_under_key():
                self._forget_key()

    def _forget_key(self) -> None:
        with suppress(LibraryError):
            forget_kept_key(name_key(self._key))

    def _is_under_key(self) -> bool:
        """Return whether the library is encrypted, or begins to be, by the key of this conversion."""
        if not self._paths.key_file.exists():
            return False
        with suppress(LibraryError):
            return read_key_name(self._paths.key_file) == name_key(self._key)
        return False
