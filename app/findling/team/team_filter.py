"""Conditions of a search on files of the shared library, as SQL."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.messages.team_templates import TeamMessage
from findling.storage.file_filter import FilterDialect, to_general_condition
from findling.team.published_path import write_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.storage.file_filter import Filter

_POSTGRESQL = FilterDialect(
    mark="%s",
    contains="strpos",
    kind="d.kind",
    bears="strpos(f.folded, %s) > 0",
    own="own.document_id = d.id",
)

_PERSONAL = {"labels": "label:", "topics": "topic:"}
"""Conditions on what each user keeps on a computer, with the words that are typed for them."""

_WHOLE = "rtrim(o.path, '/') || '/' || f.path"
_SHOWN = f"CASE WHEN o.machine = %s THEN {_WHOLE} ELSE o.machine_name || ':' || {_WHOLE} END"
_AS_SHARED = "regexp_replace(rtrim(o.path, '/'), '^.*/', '') || '/' || f.path"


def require_known(wanted: Filter) -> None:
    """Hold a filter to what is known of published files.

    Raises:
        FindlingError: it asks for labels or topics; without that, more would be found than was asked for.
    """
    asked = tuple(
        _PERSONAL[each.name]
        for each in fields(wanted)
        if each.name in _PERSONAL and getattr(wanted, each.name) != each.default
    )
    if asked:
        raise FindlingError(TeamMessage.PERSONAL_FILTER(names=asked))


@dataclass(frozen=True, slots=True)
class TeamFilter:
    """A filter, and the computer on which it was typed.

    A folder is meant as results show it: by its path if this computer shared it, else as `COMPUTER:PATH`. One whose
    path is not absolute is meant as it was shared, by the name of the shared folder and what comes below.

    Attributes:
        machine: identity of the library on this computer.
    """

    wanted: Filter
    machine: str

    def __bool__(self) -> bool:
        return bool(self.wanted)

    def to_condition(self) -> tuple[str, list[object]]:
        """Return it as SQL over `files f`, `documents d` and shared `folders o`, beginning with AND."""
        parts, values = to_general_condition(self.wanted, _POSTGRESQL)
        wanted = self.wanted
        for sign, folders in (("", wanted.folders or None), ("", wanted.within), ("NOT ", wanted.left_out or None)):
            if folders is not None:
                inside, more = self._lies_below(folders)
                parts.append(f"{sign}({inside})")
                values += more
        return "".join(f" AND {part}" for part in parts), values

    def _lies_below(self, folders: Iterable[Path]) -> tuple[str, list[object]]:
        """Return the condition that a file is one of some folders or lies below one, with values."""
        parts: list[str] = []
        values: list[object] = []
        for folder in folders:
            if folder.parts[:1] in ((), ("..",)):
                # What is typed with dots is meant from where one is.
                folder = Path(os.path.normpath(Path.cwd() / folder))
            if folder.is_absolute() or ":" in folder.parts[0]:
                place = _SHOWN
                values.append(self.machine)
            else:
                place = _AS_SHARED
            parts.append(f"starts_with({place} || '/', %s)")
            values.append(f"{write_path(folder).rstrip('/')}/")
        return " OR ".join(parts) or "false", values
