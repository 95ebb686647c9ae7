"""What has to be true of a model's files before they count as installed."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from findling.embedding.catalogue import hash_file
from findling.embedding.graphfile import foreign_operators, refers_to_other_files
from findling.errors import FindlingError, ModelError

if TYPE_CHECKING:
    from pathlib import Path

    from findling.embedding.catalogue import ModelFile, PublishedModel
    from findling.embedding.installing.source import Offer

_MARGIN = 64_000_000
"""Bytes that stay free on the disk beside a model."""
_SUFFIXES = frozenset({".onnx", ".json", ".txt", ".model"})
_SHA256_DIGITS = 64


def check_graph(spec: PublishedModel, graph: Path) -> None:
    """Look whether a graph keeps to itself.

    Raises:
        ModelError: it has its weights in other files, through which it could read any file of the person's, or wants
            operators that only foreign code could bring.
    """
    if refers_to_other_files(graph):
        raise ModelError(f"The model {spec.id} refers to other files.", "Only models in one file are supported.")
    if foreign := foreign_operators(graph):
        raise ModelError(
            f"The model {spec.id} wants operators that are not part of ONNX Runtime: {', '.join(foreign)}.",
            "They would be programs of strangers; choose another build of the model.",
        )


def check_kind(file: ModelFile) -> None:
    """Let only data pass: no file that another program might take for a program, and none outside the model's folder.

    Raises:
        ModelError: the file is none of a model's.
    """
    path = PurePosixPath(file.path)
    if path.suffix not in _SUFFIXES or path.is_absolute() or ".." in path.parts:
        raise ModelError(f"A model has no file such as {file.path}.", "Only .onnx files, tokenizers and settings are.")


def check_file(spec: PublishedModel, offer: Offer, path: Path) -> None:
    """Hold a file against the catalogue; where that has no hash, against what the source said of it.

    Raises:
        ModelError: it is another file.
    """
    file, size = offer.file, path.stat().st_size
    again = "The copy of it was deleted again; get that file anew, and install once more."
    expected = file.bytes if file.bytes is not None else offer.bytes
    if expected not in (None, size):
        raise ModelError(f"The file {file.path} of {spec.id} has {size} bytes, not {expected}.", again)
    wanted = file.sha256 or offer.digest
    if wanted and wanted != (hash_file(path) if len(wanted) == _SHA256_DIGITS else _hash_as_git(path)):
        publisher = "was published" if file.sha256 else "its source announced"
        raise ModelError(f"The file {file.path} of {spec.id} is damaged: it is not the one that {publisher}.", again)


def check_space(folder: Path, needed: int) -> None:
    """Look whether a model has room.

    Args:
        folder: on the disk where it goes.
        needed: bytes that are still to come.

    Raises:
        FindlingError: it has not.
    """
    free, needed = shutil.disk_usage(folder).free, needed + _MARGIN
    if free < needed:
        raise FindlingError(
            f"The disk of {folder} has {free // 1_000_000} MB free; the model needs {needed // 1_000_000} MB.",
            "Make room, or choose a smaller model.",
        )


def _hash_as_git(path: Path) -> str:
    """Git's name for a file's content, which the hub gives for small files."""
    data = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
