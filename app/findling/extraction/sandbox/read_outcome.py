"""Outcome of reading a file in the parser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.reasons import explain

if TYPE_CHECKING:
    from findling.domain.files import EmbeddedFiles, Extraction, Stat
    from findling.domain.origin import Origin
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
        origins: its own date and people, where it gives no text.
        inside: the files in it, documents of their own; None if it was not asked for them.
    """

    stat: Stat | None = None
    content_hash: bytes | None = None
    extraction: Extraction | None = None
    reason: Reason | None = None
    detail: Notice | None = None
    pictured: Pictured | None = None
    inside: EmbeddedFiles | None = None
    origins: tuple[Origin, ...] = ()


def tell_inside(extraction: Extraction, inside: EmbeddedFiles | None) -> Extraction:
    """Return an extraction that tells of the files in it those alone that are not to be had."""
    if inside is None:
        return extraction
    extraction = replace(extraction, holds_files=bool(inside.files or inside.reason))
    if extraction.is_cut:
        return extraction
    if inside.reason is None:
        return replace(extraction, reason=None, detail=None)
    detail = inside.detail or explain(inside.reason).message()
    return replace(extraction, reason=Reason.ATTACHMENTS, detail=detail)
