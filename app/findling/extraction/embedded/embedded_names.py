"""Names of files inside files, made safe: what a path may hold, once each."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 200
"""Characters of one name: file systems take 255 bytes, and a number may be added."""

DEEPEST = 16
"""Folders of one name that are kept, the innermost; nobody reads more."""

_UNNAMED = "unnamed"
_LONGEST_SUFFIX = 20
_LONGEST_BYTES = 240
_SEPARATORS = re.compile(r"[/\\]")
# Separators of directions and lines, which let a name look like another one.
_TRICKS = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_DRIVE = re.compile(r"\A(?:\s*[A-Za-z]:)+")


class SafeNames:
    """Names that were given within one file; no two are equal, and none is a folder of another."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def add(self, raw: str) -> str:
        """Return a relative path for a name from outside, its parts joined by "/"."""
        parts = [part for part in map(clean_name, _SEPARATORS.split(raw)) if part][-DEEPEST:]
        above = ""
        for part in parts[:-1]:
            above = self._step_aside(_join(above, part))
        path = self._find_free(above, parts[-1] if parts else _UNNAMED)
        self._files.add(path)
        while above:
            self._folders.add(above)
            above = above.rpartition("/")[0]
        return path

    def _step_aside(self, folder: str) -> str:
        number = 2
        free = folder
        while free in self._files:
            free = f"{folder} ({number})"
            number += 1
        return free

    def _find_free(self, folder: str, name: str) -> str:
        stem, suffix = split_suffix(name)
        path = _join(folder, name)
        number = 2
        while path in self._files or path in self._folders:
            path = _join(folder, f"{stem} ({number}){suffix}")
            number += 1
        return path


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def clean_name(name: str) -> str:
    """Return one part of a path without tricks, of decent length; "" if nothing is left."""
    name = "".join(" " if unicodedata.category(sign) in _TRICKS else sign for sign in name)
    # What Windows takes for a drive would lead there from any folder.
    name = " ".join(_DRIVE.sub("", " ".join(name.split())).split())
    if not name.strip("."):
        return ""
    stem, suffix = split_suffix(name)
    stem = stem[: LONGEST_NAME - len(suffix)]
    while len((stem + suffix).encode("utf-8", "replace")) > _LONGEST_BYTES:
        stem = stem[:-1]
    return stem + suffix


def split_suffix(name: str) -> tuple[str, str]:
    """Split a name before its suffix, where that is a short one."""
    stem, dot, suffix = name.rpartition(".")
    if not stem.strip(".") or len(suffix) > _LONGEST_SUFFIX:
        return name, ""
    return stem, dot + suffix
