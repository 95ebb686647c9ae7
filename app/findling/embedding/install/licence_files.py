"""Licence of a model in a folder: the texts that lie there, and what the model card names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.embedding.install.licence_text import recognise_licence
from findling.embedding.licence import SEPARATOR, Licence
from findling.errors import ModelError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_LICENCE = re.compile(r"(?i)(?:un)?licen[cs]e(?:[-._ ].*)?|copying(?:[-._ ].*)?")
_TEXTS = frozenset({"", ".txt", ".md", ".rst"})
_CARD = "readme.md"
_MOST_BYTES = 1_000_000
"""Largest text or card, in bytes; more is none."""
_LONGEST_NAME = 80
_FENCE = "---"
_FIELD = re.compile(r"(license|license_name)\s*:\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.+)")
_OTHER = "other"
"""Tag for licences that the hub has no name of; `license_name` has it then."""
_NAMES = {
    name.lower(): name
    for name in (
        "AGPL-3.0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0",
        "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-SA-4.0", "CC0-1.0", "GPL-2.0", "GPL-3.0", "Gemma", "ISC", "LGPL-2.1",
        "LGPL-3.0", "Llama-2", "Llama-3", "Llama-3.1", "Llama-3.2", "Llama-3.3", "MIT", "MPL-2.0", "Unlicense",
    )
}  # fmt: skip
"""Names as `recognise_licence` gives them, by how the hub writes them."""
_LLAMA = re.compile(r"llama(\d)")


def find_licence(folder: Path) -> Licence:
    """Return the licence of the model in a folder.

    Raises:
        ModelError: a file cannot be read.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and path.stat().st_size <= _MOST_BYTES)
        texts = [_read(path) for path in files if _LICENCE.fullmatch(path.name) and _is_text(path)]
        cards = [_read(path) for path in files if path.name.lower() == _CARD]
    except OSError as error:
        unreadable = LibraryMessage.FILE_UNREADABLE(file=error.filename or folder, reason=explain_os_error(error))
        raise ModelError(unreadable, Remedy.CHECK_ITS_PERMISSIONS()) from error
    names = [recognise_licence(text) for text in texts]
    # Where one of several is not known, nobody knows what it adds to the others.
    name = SEPARATOR.join(dict.fromkeys(names)) if all(names) else ""
    return Licence(name, _read_card(cards[0]) if cards else "", "\n\n".join(texts))


def _is_text(path: Path) -> bool:
    # LICENSE-2.0 has no suffix that says anything.
    return path.suffix.lower() in _TEXTS or path.suffix[1:].isdigit() or path.stem.lower().startswith("licen")


def _read(path: Path) -> str:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n")


def _read_card(card: str) -> str:
    """Return the licence named in a model card's front matter; "" for none.

    Only the two fields that name licences are read, in the forms in which the hub takes them, not YAML as such.
    """
    fields = dict(_list_fields(card.splitlines()))
    named = [_normalise(name) for name in fields.get("license", ())]
    if _OTHER in named:
        named = [_normalise(name) for name in fields.get("license_name", ())]
    return SEPARATOR.join(name for name in named if name)


def _list_fields(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    if not lines or lines[0].strip() != _FENCE:
        return
    values: list[str] = []
    is_listed = False
    for line in lines[1:]:
        if line.strip() == _FENCE:
            return
        if field := _FIELD.fullmatch(line.rstrip()):
            values = [part for part in field[2].strip("[]").split(",") if part.strip()]
            is_listed = not values
            yield field[1], values
        elif is_listed and (item := _ITEM.fullmatch(line.rstrip())):
            values.append(item[1])
        elif line.strip():
            is_listed = False


def _normalise(name: str) -> str:
    """Return a name as SPDX writes it where it is one of those known, else as it stands."""
    plain = " ".join(name.partition(" #")[0].strip().strip("'\"").split())[:_LONGEST_NAME]
    return _NAMES.get(_LLAMA.sub(r"llama-\1", plain.lower()), plain)
