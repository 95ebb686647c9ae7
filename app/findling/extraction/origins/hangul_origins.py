"""Origins of Hangul documents: what the part that lists the others says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction import limits, package
from findling.extraction.origins.named_people import split_authors
from findling.extraction.origins.own_dates import read_w3c_date
from findling.extraction.origins.written_properties import keep_written
from findling.extraction.readers.hangul import CONTENTS
from findling.extraction.xml_parts import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source

# When it was saved last, else when it was made.
_DATES = ("ModifiedDate", "CreatedDate")
_WRITTEN = (("Topic", "subject"), ("Keywords", "keyword"), ("Description", "description"))


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a document.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    with limits.open_zip(source.data) as archive:
        root = package.parse_part(limits.read_member(archive, CONTENTS, limit=limits.PROPERTIES_PART))
    said = {attribute(each, "name"): str(each.text or "").strip() for each in root.iterfind("{*}metadata/{*}meta")}
    dates = (read_w3c_date(said.get(name, "")) for name in _DATES)
    yield Origin(
        dated_ns=next((date for date in dates if date is not None), None),
        authors=split_authors(said.get("creator", "")),
        written=keep_written(*((label, said.get(name, "")) for label, name in _WRITTEN)),
    )
