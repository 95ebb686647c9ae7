"""Conditions on files, as a search states them and as SQL."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.formats import FileKind, kind_by_name
from findling.storage.name_folding import fold_typed
from findling.storage.sql_parts import marks, path_range

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions on the files of a result; an empty tuple lets all pass.

    Attributes:
        folders: anywhere below any of these folders, or this very file.
        within: as `folders`, beside them; None lets all pass, and no folder lets none.
        left_out: not below any of these folders, nor this very file.
        names: every one of these is part of the file's name, whatever the case and the signs between words.
        after_ns, before_ns: modified within this half-open span.
    """

    kinds: tuple[FileKind, ...] = ()
    languages: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
    names: tuple[str, ...] = ()
    after_ns: int | None = None
    before_ns: int | None = None
    within: tuple[Path, ...] | None = None
    left_out: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return self != Filter()


def to_condition(wanted: Filter) -> tuple[str, list[object]]:
    """Return a filter as SQL over `files f` and, where they have any, `documents d`, beginning with AND."""
    parts: list[str] = []
    values: list[object] = []
    # A file that was not read has the kind that its name promises.
    kind = "coalesce(d.kind, promised_kind(f.path))"
    for column, allowed in ((kind, wanted.kinds), ("d.language", wanted.languages)):
        if allowed:
            parts.append(f"{column} IN ({marks(allowed)})")
            values += [str(value) for value in allowed]
    for sign, folders in (("", wanted.folders or None), ("", wanted.within), ("NOT ", wanted.left_out or None)):
        if folders is not None:
            inside = ["f.path = ? OR (f.path >= ? AND f.path < ?)"] * len(folders)
            parts.append(f"{sign}({' OR '.join(inside) or '0'})")
            values += [value for path in map(os.fsencode, folders) for value in (path, *path_range(path))]
    for name in wanted.names:
        parts.append("EXISTS (SELECT 1 FROM names WHERE file_id = f.id AND instr(name, ?) > 0)")
        values.append(fold_typed(name))
    for operator, bound in ((">=", wanted.after_ns), ("<", wanted.before_ns)):
        if bound is not None:
            parts.append(f"f.mtime_ns {operator} ?")
            values.append(bound)
    return "".join(f" AND {part}" for part in parts), values


def promised_kind(path: bytes) -> str:
    """Return the kind that the name of a file promises."""
    return kind_by_name(os.path.basename(os.fsdecode(path))) or FileKind.OTHER  # noqa: PTH119 - one of many rows
