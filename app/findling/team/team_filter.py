"""Conditions of a search on files of the shared library, as SQL."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.messages.team_templates import TeamMessage
from findling.storage.name_folding import fold_typed

if TYPE_CHECKING:
    from findling.storage.file_filter import Filter

_KNOWN = frozenset({"kinds", "languages", "names", "after_ns", "before_ns"})
"""Conditions on what is known of published files."""

_TYPED = {
    "folders": "in:",
    "dates": "date:",
    "senders": "from:",
    "recipients": "to:",
    "subjects": "subject:",
    "authors": "author:",
    "labels": "label:",
    "topics": "topic:",
}
"""Words that are typed for the other conditions."""


def require_known(wanted: Filter) -> None:
    """Hold a filter to what is known of published files.

    Raises:
        FindlingError: it asks for more; without that, more would be found than was asked for.
    """
    asked = tuple(
        _TYPED.get(each.name, each.name)
        for each in fields(wanted)
        if each.name not in _KNOWN and getattr(wanted, each.name) != each.default
    )
    if asked:
        raise FindlingError(TeamMessage.NO_FILTER(names=asked))


def to_team_condition(wanted: Filter) -> tuple[str, list[object]]:
    """Return a filter as SQL over `files f` and `documents d`, beginning with AND."""
    parts: list[str] = []
    values: list[object] = []
    for column, allowed in (("d.kind", wanted.kinds), ("d.language", wanted.languages)):
        if allowed:
            parts.append(f"{column} = ANY (%s)")
            values.append([str(each) for each in allowed])
    for name in wanted.names:
        parts.append("strpos(f.folded, %s) > 0")
        values.append(fold_typed(name))
    for sign, bound in ((">=", wanted.after_ns), ("<", wanted.before_ns)):
        if bound is not None:
            parts.append(f"f.mtime_ns {sign} %s")
            values.append(bound)
    return "".join(f" AND {part}" for part in parts), values
