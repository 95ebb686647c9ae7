"""Labels that the user gave: names on the results that bear them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.search import Result
    from findling.storage.database import Database


def name_labels(database: Database, results: Sequence[Result]) -> list[Result]:
    """Return results with the labels that each bears."""
    return [
        replace(result, labels=labels) if (labels := database.labels.of_file(result.path)) else result
        for result in results
    ]
