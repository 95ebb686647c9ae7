"""Answer of a process to a request that came to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling import errors
from findling.errors import ExtractionError, FindlingError, WorkerError
from findling.types import Reason

if TYPE_CHECKING:
    from typing import Self

BUG = "bug"
"""Stands in `Failed.kind` for what is no error of `findling.errors`."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The request came to nothing.

    Attributes:
        message: why, for people; remedy: what they can do.
        kind: name of the class in `findling.errors`, or `BUG`.
        reason: why a file cannot be shown; None where it is not about one.
    """

    message: str
    remedy: str
    kind: str
    reason: Reason | None = None

    @classmethod
    def of(cls, error: FindlingError) -> Self:
        """Make one of an error that the environment caused."""
        return cls(error.message, error.remedy, type(error).__name__)

    @classmethod
    def of_bug(cls, error: Exception, remedy: str) -> Self:
        """Make one of any other exception, which the caller logs."""
        return cls(f"Findling made a mistake ({type(error).__name__}: {error}).", remedy, BUG)

    def to_error(self) -> FindlingError:
        """Return the error that was raised in the other process; a bug there is a `WorkerError` here."""
        kind = getattr(errors, self.kind, None)
        if isinstance(kind, type) and issubclass(kind, FindlingError) and kind is not ExtractionError:
            return kind(self.message, self.remedy)
        return WorkerError(self.message, self.remedy)
