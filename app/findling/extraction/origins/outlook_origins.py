"""Origins of messages saved by Outlook: of the message, and of those attached to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction.origins.named_people import name_people, shorten, split_addresses
from findling.extraction.origins.own_dates import believe
from findling.extraction.readers.outlook import find_envelopes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.readers.outlook import OutlookEnvelope
    from findling.extraction.source import Source


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a .msg file, and of the messages inside it.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    yield from map(_describe, find_envelopes(source.data))


def _describe(envelope: OutlookEnvelope) -> Origin:
    return Origin(
        dated_ns=believe(envelope.sent) if envelope.sent else None,
        senders=name_people([envelope.sender]),
        # Outlook parts those whom it shows by semicolons; names have commas.
        recipients=split_addresses(envelope.recipients, str, ";"),
        copied=split_addresses(f"{envelope.copied};{envelope.hidden}", str, ";"),
        subject=shorten(envelope.subject),
    )
