"""Steps of clearing up as JSON, the form in which they were stored before they had columns."""

from __future__ import annotations

import base64
import json
import os
from typing import TypeAlias

_Value: TypeAlias = str | bytes | int | None

_LARGEST = 2**63 - 1


def read_old_step(text: bytes) -> dict[str, _Value]:
    """Return the columns of a step that was stored as JSON, None for what cannot be read.

    `unread` is the text itself where any value but `target` is None.
    """
    try:
        written = json.loads(text)
    except (ValueError, RecursionError):
        written = None
    step = _to_object(written)
    columns: dict[str, _Value] = {"action": _to_word(step.get("action"))}
    for prefix, key in (("", "file"), ("survivor_", "survivor")):
        seen = _to_object(step.get(key))
        columns[f"{prefix}path"] = _to_path(seen.get("path"))
        for name in ("size", "modified_ns", "mode"):
            columns[f"{prefix}{name}"] = _to_number(seen.get(name))
        columns[f"{prefix}content"] = _to_bytes(seen.get("content"))
    is_whole = None not in columns.values()
    target = step.get("target")
    columns["target"] = _to_path(target)
    is_whole = is_whole and (target is None or columns["target"] is not None)
    columns["unread"] = None if is_whole else text
    return columns


def _to_object(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _to_word(value: object) -> str | None:
    return value if isinstance(value, str) and value.isascii() else None


def _to_number(value: object) -> int | None:
    return value if type(value) is int and -_LARGEST <= value <= _LARGEST else None


def _to_path(value: object) -> bytes | None:
    try:
        return os.fsencode(value) if isinstance(value, str) else None
    except ValueError:  # a surrogate that stands for no byte
        return None


def _to_bytes(value: object) -> bytes | None:
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) else None
    except ValueError:
        return None
