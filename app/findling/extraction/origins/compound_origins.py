"""Origins of office documents of before 2007: their properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction.compound_properties import read_properties
from findling.extraction.compound_streams import open_compound
from findling.extraction.kinds import is_compound
from findling.extraction.origins.named_people import split_authors
from findling.extraction.origins.own_dates import believe
from findling.extraction.origins.written_properties import keep_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a .doc, .xls or .ppt file.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    if not is_compound(source.data):
        return  # a workbook in XML
    with open_compound(source.data) as compound:
        found = read_properties(compound)
    dates = (believe(moment) for moment in (found.saved, found.created) if moment is not None)
    yield Origin(
        dated_ns=next((date for date in dates if date is not None), None),
        authors=split_authors(found.author),
        written=keep_written(("Subject", found.subject), ("Keywords", found.keywords), ("Description", found.comments)),
    )
