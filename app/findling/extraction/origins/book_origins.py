"""Origins of books: date and authors in the package document of an EPUB."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.extraction import limits, package
from findling.extraction.origins.package_origins import describe_properties
from findling.extraction.readers.epub import parse_package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.origin import Origin
    from findling.extraction.source import Source


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a book.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    origin, _ = package.use_or_repair(source.data, _read)
    yield origin


def _read(data: bytes) -> Origin:
    with limits.open_zip(data) as archive:
        root, _ = parse_package(archive)
    return describe_properties(root)
