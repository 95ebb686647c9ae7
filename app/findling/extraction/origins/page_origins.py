"""Origins of web pages: what their meta elements say of date and author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from findling.domain.origin import Origin
from findling.extraction.encoding import decode
from findling.extraction.origins.named_people import name_people, split_authors
from findling.extraction.origins.own_dates import read_mail_date, read_w3c_date
from findling.extraction.origins.written_properties import keep_written
from findling.extraction.readers.html_text import declared_encoding, without_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source

_HEAD_BYTES = 256_000
"""Bytes at the beginning that are looked at; some pages have their style sheets before all else."""

# Dublin Core, Open Graph, and what pages and search programs agree on: when it was published, else changed or made.
_DATES = (
    *("article:published_time", "dcterms.issued", "dc.date.issued", "citation_publication_date", "dcterms.date"),
    *("dc.date", "date", "pubdate", "publish-date", "article:modified_time", "dcterms.modified", "dc.date.modified"),
    *("last-modified", "revised", "dcterms.created", "dc.date.created", "created"),
)
_WRITTEN = (
    *(("Subject", name) for name in ("dc.subject", "dcterms.subject", "subject")),
    ("Keywords", "keywords"),
    *(("Description", name) for name in ("description", "dc.description", "dcterms.description", "og:description")),
)
_AUTHORS = ("author", "dc.creator", "dcterms.creator", "citation_author")


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a page."""
    markup = decode(source.data[:_HEAD_BYTES], declared_encoding(source.data)).text
    said: dict[str, list[str]] = {}
    for element in LexborHTMLParser(without_xml(markup)).css("meta"):
        attributes = element.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv") or ""
        said.setdefault(name.strip().lower(), []).append(attributes.get("content") or "")
    dates = (_read_date(text) for name in _DATES for text in said.get(name, ()))
    authors = [person for name in _AUTHORS for text in said.get(name, ()) for person in split_authors(text)]
    yield Origin(
        dated_ns=next((date for date in dates if date is not None), None),
        authors=name_people(authors),
        written=keep_written(*((label, text) for label, name in _WRITTEN for text in said.get(name, ()))),
    )


def _read_date(text: str) -> int | None:
    date = read_w3c_date(text.replace("/", "-"))
    return date if date is not None else read_mail_date(text)
