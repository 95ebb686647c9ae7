"""Checks that a model's files pass before they count as installed."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from findling.embedding.catalogue import hash_file
from findling.embedding.graph_file import foreign_operators, refers_to_other_files
from findling.errors import FindlingError, ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from pathlib import Path

    from findling.embedding.catalogue import ModelFile, PublishedModel
    from findling.embedding.install.model_source import FileOffer

_MARGIN = 64_000_000
"""Bytes that stay free on the disk beside a model."""
_SUFFIXES = frozenset({".onnx", ".json", ".txt", ".model"})
_SHA256_DIGITS = 64


def check_graph(spec: PublishedModel, graph: Path) -> None:
    """Look whether a graph keeps to itself.

    Raises:
        ModelError: it has its weights in other files, through which it could read any file of the user's, or wants
            operators that only foreign code could bring.
    """
    if refers_to_other_files(graph):
        raise ModelError(ModelMessage.REFERS_TO_OTHERS(model=spec.id), ModelRemedy.ONE_FILE_ONLY())
    if foreign := foreign_operators(graph):
        unknown = ModelMessage.FOREIGN_OPERATORS(model=spec.id, names=foreign)
        raise ModelError(unknown, ModelRemedy.OTHER_BUILD_OF_MODEL())


def check_kind(file: ModelFile) -> None:
    """Let only data pass: no file that another program might take for a program, and none outside the model's folder.

    Raises:
        ModelError: the file is none of a model's.
    """
    path = PurePosixPath(file.path)
    if path.suffix not in _SUFFIXES or path.is_absolute() or ".." in path.parts:
        raise ModelError(ModelMessage.FILE_NOT_OF_MODEL(file=file.path), ModelRemedy.ONLY_THESE_FILES())


def check_file(spec: PublishedModel, offer: FileOffer, path: Path) -> None:
    """Hold a file against the catalogue; where that has no hash, against what the source said of it.

    Raises:
        ModelError: it is another file.
    """
    file, size = offer.file, path.stat().st_size
    expected = file.bytes if file.bytes is not None else offer.bytes
    if expected is not None and expected != size:
        other = ModelMessage.OTHER_SIZE(file=file.path, model=spec.id, size=size, expected=expected)
        raise ModelError(other, ModelRemedy.GET_ANEW())
    wanted = file.sha256 or offer.digest
    if wanted and wanted != (hash_file(path) if len(wanted) == _SHA256_DIGITS else _hash_as_git(path)):
        damaged = ModelMessage.NOT_AS_PUBLISHED if file.sha256 else ModelMessage.NOT_AS_ANNOUNCED
        raise ModelError(damaged(file=file.path, model=spec.id), ModelRemedy.GET_ANEW())


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
        no_room = ModelMessage.NO_ROOM(folder=folder, free=free, needed=needed)
        raise FindlingError(no_room, ModelRemedy.MAKE_ROOM_OR_SMALLER())


def _hash_as_git(path: Path) -> str:
    """Git's name for a file's content, which the hub gives for small files."""
    data = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
