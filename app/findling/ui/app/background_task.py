"""Task beside a window that waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThread

from findling.errors import FindlingError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


class BackgroundTask(QThread):
    """Thread of one task, which may take minutes.

    Attributes:
        refusal: what kept it from being done, once it has ended.
        bug: what went wrong in it; to be raised where it is heard of.
    """

    def __init__(self, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._task = act
        self.refusal: FindlingError | None = None
        self.bug: Exception | None = None

    def run(self) -> None:
        """Carry it out."""
        try:
            self._task()
        except FindlingError as error:
            self.refusal = error
        except Exception as error:  # noqa: BLE001 - raised again where it is heard of
            self.bug = error
