"""TOML manifest of an installed model: its spec, and size and hash of each file."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import tomlkit

from findling.embedding.catalogue import ModelSpec, PublishedModel, hash_file, read_files_of, read_spec

if TYPE_CHECKING:
    from pathlib import Path

    from findling.embedding.catalogue import ModelFile

MANIFEST = "findling-model.toml"


def write_model_manifest(spec: PublishedModel, folder: Path) -> None:
    """Write the manifest of a model in a folder, with the present size and hash of each file.

    Raises:
        OSError: a file cannot be read, or the manifest not written.
    """
    files = tuple(
        replace(file, bytes=(folder / file.path).stat().st_size, sha256=hash_file(folder / file.path))
        for file in spec.files
    )
    table = _to_toml(asdict(replace(spec, files=files)))
    (folder / MANIFEST).write_text(tomlkit.dumps({"model": table}), "utf-8")


def read_model_manifest(folder: Path) -> ModelSpec | None:
    """Return the user's own model in a folder; None where its manifest cannot be read."""
    try:
        return replace(read_spec(_read(folder)), id=folder.name)
    except (OSError, KeyError, TypeError, ValueError):
        return None


def read_files(folder: Path) -> tuple[ModelFile, ...] | None:
    """Return the files of a model as they were installed; None where there is no such manifest."""
    try:
        return read_files_of(_read(folder))
    except (OSError, KeyError, TypeError, ValueError):
        return None


def _read(folder: Path) -> dict[str, Any]:
    with (folder / MANIFEST).open("rb") as stream:
        table: dict[str, Any] = tomllib.load(stream)["model"]
    return table


def _to_toml(value: Any) -> Any:  # noqa: ANN401 - as many types as fields
    if isinstance(value, dict):
        return {key: _to_toml(each) for key, each in value.items() if each is not None}
    if isinstance(value, tuple | list):
        pairs = all(isinstance(each, tuple) for each in value) and bool(value)
        return dict(value) if pairs else [_to_toml(each) for each in value]
    return str(value) if isinstance(value, StrEnum) else value
