"""Limits of the published models, as the catalogue has them from papers and model cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from findling.domain.models import CitedSource, ModelLimit
from findling.embedding.catalogue import read_tables
from findling.messages.limit_templates import LimitMessage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_limits(path: Path | None = None) -> Mapping[str, tuple[ModelLimit, ...]]:
    """Read the limits by model id from a TOML file, by default the one that ships with Findling.

    Raises:
        ModelError: the file cannot be read.
        KeyError: it speaks of a source or a message that there is not.
    """
    tables = read_tables(path)
    sources = {table["id"]: _read_source(table) for table in tables.get("source", ())}
    limits: dict[str, tuple[ModelLimit, ...]] = {}
    for table in tables.get("limit", ()):
        limit = ModelLimit(LimitMessage[table["says"]](**table.get("facts", {})), sources[table["source"]])
        for model in table["models"]:
            limits[model] = (*limits.get(model, ()), limit)
    return limits


def _read_source(table: dict[str, Any]) -> CitedSource:
    return CitedSource(table.get("title", ""), table.get("year"), table["reference"])
