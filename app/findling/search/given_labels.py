"""Labels that the user gave: names on the results that bear them, and notes on those that a query makes up."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.messages.library_templates import LabelMessage
from findling.storage.label_table import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from findling.domain.search import Result
    from findling.messages.notice import Notice
    from findling.storage.database import Database

_NEAR = 3
"""Names that are proposed at most."""


def explain_labels(database: Database, wanted: Sequence[str], *, names_others: bool) -> Iterator[Notice]:
    """Return a note for each label that there is none of, with the names that are near to it.

    Args:
        database: of the library.
        wanted: labels of a query.
        names_others: the reader may hear the names of other labels.
    """
    unknown = [name for name in wanted if not database.labels.exists(name)]
    names = {fold_label(each.name): each.name for each in database.labels.all()} if unknown and names_others else {}
    for name in unknown:
        typed = fold_label(name)
        near = [label for label in names if typed in label or label in typed]
        near += [label for label in difflib.get_close_matches(typed, names, _NEAR) if label not in near]
        if near:
            yield LabelMessage.NO_SUCH_FILTER_BUT(name=name, near=", ".join(names[each] for each in near[:_NEAR]))
        else:
            yield LabelMessage.NO_SUCH_FILTER(name=name)


def name_labels(database: Database, results: Sequence[Result]) -> list[Result]:
    """Return results with the labels that each bears."""
    return [
        replace(result, labels=labels) if (labels := database.labels.of_file(result.path)) else result
        for result in results
    ]
