"""Orders of files by date, name and size, as SQL and as keys."""

from __future__ import annotations

import os
import re
from types import MappingProxyType

from findling.domain.search import SortOrder
from findling.storage.name_folding import fold_name

_NUMBER = re.compile(r"[0-9]+")
_DIGITS = 20
"""Digits to which a number in a name is filled up, so that 2 stands before 10."""

_LATEST = "max(f.mtime_ns) DESC"
DOCUMENT_ORDERS = MappingProxyType(
    {
        SortOrder.RELEVANCE: _LATEST,
        SortOrder.DATE: _LATEST,
        SortOrder.NAME: "min(natural_key(f.path))",
        SortOrder.SIZE: "max(f.size) DESC",
    }
)
"""Orders of documents, as SQL over all of their `files f`; nothing is more relevant than the latest by itself."""

FILE_ORDERS = MappingProxyType(
    {
        SortOrder.RELEVANCE: "f.mtime_ns DESC",
        SortOrder.DATE: "f.mtime_ns DESC",
        SortOrder.NAME: "natural_key(f.path)",
        SortOrder.SIZE: "f.size DESC",
    }
)
"""Orders of files, as SQL over `files f`."""


def natural_key(path: bytes) -> str:
    """Return the key to sort files by name: signs, accents, case last, numbers by value."""
    name = os.fsdecode(os.path.basename(path))  # noqa: PTH119 - one of many rows
    folded = _NUMBER.sub(lambda number: number[0].lstrip("0").rjust(_DIGITS, "0"), fold_name(name).strip())
    return f"{folded}\t{name}".encode("utf-8", "backslashreplace").decode()
