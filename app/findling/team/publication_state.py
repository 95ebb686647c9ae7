"""State of this computer's publishing in a file: when it was in step, and what hinders it.

The file lies beside the database.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.messages.message_json import notice_from_text, notice_to_text

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths


@dataclass(frozen=True, slots=True)
class PublicationState:
    """State of what this computer publishes.

    Attributes:
        in_step_ns: when all that it shares was published last, since 1970; None where it never was.
        failure: why that could not be done since; None where nothing failed.
    """

    in_step_ns: int | None = None
    failure: Notice | None = None


def read_publication_state(paths: LibraryPaths) -> PublicationState:
    """Return the state; where nothing that is understood was noted, nothing was ever published."""
    try:
        match json.loads(paths.publication.read_text("utf-8")):
            case {"in_step_ns": int() | None as in_step_ns, "failure": str(failure)}:
                return PublicationState(in_step_ns, notice_from_text(failure))
    except (OSError, ValueError):
        pass
    return PublicationState()


def write_publication_state(paths: LibraryPaths, state: PublicationState) -> None:
    """Store the state, wholly or not at all.

    Raises:
        OSError: the folder cannot be written.
    """
    new = paths.publication.with_suffix(".new")
    new.write_text(json.dumps({"in_step_ns": state.in_step_ns, "failure": notice_to_text(state.failure)}), "utf-8")
    new.replace(paths.publication)
