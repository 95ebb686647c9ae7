"""Outcome of reading a file in the parser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from findling.domain.files import Extraction, Reason, Stat
    from findling.domain.recognition import Pictured
    from findling.messages.notice import Notice


@dataclass(frozen=True, slots=True)
class ReadOutcome:
    """Outcome of a file: its text, or a reason, or neither because its content is known.

    Attributes:
        stat, content_hash: None where the file could not be read whole.
        extraction: the text; where only a part could be read, its own `reason` says so.
        reason, detail: why there is no text.
        pictured: pages on which text recognition may find some.
    """

    stat: Stat | None = None
    content_hash: bytes | None = None
    extraction: Extraction | None = None
    reason: Reason | None = None
    detail: Notice | None = None
    pictured: Pictured | None = None
