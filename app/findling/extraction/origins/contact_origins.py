"""Origins of contacts: when the latest of them was changed (RFC 6350, 6.7.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction.origins.own_dates import read_w3c_date
from findling.extraction.readers.content_lines import parse_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source

# The basic format of ISO 8601, which vCard 4 writes, beside the extended one of vCard 3.
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d(?::?\d\d)?)?)?", re.ASCII | re.IGNORECASE)


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a file of contacts: the latest date of any."""
    dates = (_read_date(line.value.strip()) for line in parse_lines(source.data) if line.name == "REV")
    yield Origin(dated_ns=max((date for date in dates if date is not None), default=None))


def _read_date(text: str) -> int | None:
    found = _BASIC.fullmatch(text)
    if found is None:
        return read_w3c_date(text)
    year, month, day, hour, minute, second, zone = found.groups()
    if hour is None:
        return read_w3c_date(f"{year}-{month}-{day}")
    zone = zone if zone is None or len(zone) != 3 else f"{zone}:00"
    return read_w3c_date(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone or ''}")
