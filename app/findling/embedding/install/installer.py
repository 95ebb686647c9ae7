"""Installer of models: every file is verified before the model is moved to its folder."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from findling.domain.job_progress import Transfer
from findling.embedding.catalogue import LICENCE, FileRole, InstalledFiles, hash_file, read_license
from findling.embedding.graph_file import check_graph
from findling.embedding.model_manifest import MANIFEST, read_model_manifest, write_model_manifest
from findling.errors import FindlingError, ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from findling.embedding.catalogue import ModelFile, PublishedModel
    from findling.embedding.install.model_source import FileOffer, ModelSource
    from findling.embedding.model_store import ModelStore

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_MARGIN = 64_000_000
"""Bytes that stay free on the disk beside a model."""
_SUFFIXES = frozenset({".onnx", ".json", ".txt", ".model"})
_SHA256_DIGITS = 64


class InstallationStoppedError(FindlingError):
    """The user stopped it; what has arrived is kept for the next time."""


class Installer:
    """Installs models into a store."""

    def __init__(
        self,
        store: ModelStore,
        *,
        report: Callable[[Transfer], None] = lambda _: None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self._store = store
        self._report = report
        self._should_stop = should_stop

    def install(self, spec: PublishedModel, source: ModelSource, licence: str = "") -> InstalledFiles:
        """Install a model; one that is installed and whole is left as it is.

        Until all files are verified they stay in a folder of their own, with which the next attempt goes on.

        Args:
            spec: the model.
            source: where its files come from.
            licence: the text of its licence; "" for that of the catalogue, if there is one.

        Raises:
            ModelError: the source fails, a file is not the one that was published, or the graph is not to be trusted.
            InstallationStoppedError: `should_stop` said so.
            FindlingError: the disk is full, or another process is installing the same model.
        """
        partial = self._store.partial_folder(spec.id)
        try:
            partial.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(partial.with_name(f"{spec.id}.lock"), timeout=0):
                if not (installed := self._find_installed(spec)):
                    self._fetch_all(spec, source, partial)
                    installed = self._activate(spec, partial, licence)
                elif _is_described_otherwise(installed):
                    _write_licence(installed.folder, licence)
                    write_model_manifest(spec, installed.folder)
                shutil.rmtree(partial, ignore_errors=True)
                return installed
        except Timeout as error:
            raise FindlingError(ModelMessage.INSTALLING_ELSEWHERE(model=spec.id), Remedy.WAIT()) from error
        except OSError as error:
            raise _explain(spec, error) from error

    def _find_installed(self, spec: PublishedModel) -> InstalledFiles | None:
        """The model, if it is installed and every file is right."""
        installed = InstalledFiles(spec, self._store.folder_of(spec.id))
        if not (installed.folder / MANIFEST).is_file():
            return None
        try:
            installed.verify()
        except ModelError:
            return None
        return installed

    def _fetch_all(self, spec: PublishedModel, source: ModelSource, partial: Path) -> None:
        for file in spec.files:
            _check_kind(file)
        offers = [source.offer(file) for file in spec.files]
        sizes = [offer.bytes for offer in offers if offer.bytes is not None]
        total = sum(sizes) if len(sizes) == len(offers) else None
        _check_space(self._store.folder, sum(sizes) - _count_bytes(partial))
        done = 0
        for offer in offers:
            done += self._fetch_file(spec, source, offer, partial, done, total)

    def _fetch_file(
        self, spec: PublishedModel, source: ModelSource, offer: FileOffer, partial: Path, before: int, total: int | None
    ) -> int:
        """Fetch one file, unless it is there, and check it; gives its size."""
        target = partial / offer.file.path

        def report(size: int) -> None:
            self._report_progress(Transfer(offer.file.path, before + size, total))

        if not _is_right(spec, offer, target):
            _fetch(source, offer, target, report)
            try:
                _check_file(spec, offer, target)
            except ModelError:
                target.unlink()
                raise
        size = target.stat().st_size
        report(size)
        return size

    def _report_progress(self, transfer: Transfer) -> None:
        if self._should_stop():
            raise InstallationStoppedError(ModelMessage.INSTALLATION_STOPPED(), ModelRemedy.START_AGAIN())
        self._report(transfer)

    def _activate(self, spec: PublishedModel, partial: Path, licence: str) -> InstalledFiles:
        """Look into the graph, write the manifest, and move the folder to where models lie."""
        check_graph(spec.id, partial / spec.file(FileRole.GRAPH).path)
        _delete_others(partial, keep={partial / file.path for file in spec.files})
        _write_licence(partial, licence or read_license(spec))
        write_model_manifest(spec, partial)
        _sync(partial / MANIFEST)
        folder = self._store.folder_of(spec.id)
        if folder.exists():
            shutil.rmtree(folder)
        partial.replace(folder)
        return InstalledFiles(spec, folder)


def _write_licence(folder: Path, text: str) -> None:
    if text:
        (folder / LICENCE).write_text(text, "utf-8")
    else:
        (folder / LICENCE).unlink(missing_ok=True)


def _is_described_otherwise(installed: InstalledFiles) -> bool:
    """Return whether the user describes their own model otherwise than at its installation."""
    own = not installed.spec.source
    return own and read_model_manifest(installed.folder) != installed.spec


def _is_right(spec: PublishedModel, offer: FileOffer, target: Path) -> bool:
    """Return whether an earlier attempt has fetched a file."""
    try:
        _check_file(spec, offer, target)
    except (FileNotFoundError, ModelError):
        return False
    return True


def _fetch(source: ModelSource, offer: FileOffer, target: Path, report: Callable[[int], None]) -> None:
    """Fetch a file from where an earlier attempt ended; it gets its name when it is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    # Another version of the file would have another hash, and must not be gone on with.
    part = target.with_name(f"{target.name}.{offer.digest[:12] or 'part'}")
    fetched = part.stat().st_size if part.is_file() else 0
    if offer.bytes is not None and fetched > offer.bytes:
        part.unlink()
    if not fetched or fetched != offer.bytes:
        source.fetch(offer, part, report)
    part.replace(target)


def _count_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _delete_others(folder: Path, keep: Collection[Path]) -> None:
    """Delete what unfinished attempts at other versions left."""
    for path in folder.rglob("*"):
        if path.is_file() and path not in keep:
            path.unlink()


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _explain(spec: PublishedModel, error: OSError) -> FindlingError:
    if error.errno in _FULL:
        return FindlingError(ModelMessage.DISK_FULL(model=spec.id), ModelRemedy.MAKE_ROOM_AND_START())
    # The system's own words name the file, which may be any of the model's.
    failed = ModelMessage.NOT_INSTALLABLE(model=spec.id, reason=str(error))
    return FindlingError(failed, ModelRemedy.CHECK_LIBRARY_FOLDER())


def _check_kind(file: ModelFile) -> None:
    """Refuse a file that might be run as a program, or lies outside the model's folder."""
    path = PurePosixPath(file.path)
    if path.suffix not in _SUFFIXES or path.is_absolute() or ".." in path.parts:
        raise ModelError(ModelMessage.FILE_NOT_OF_MODEL(file=file.path), ModelRemedy.ONLY_THESE_FILES())


def _check_file(spec: PublishedModel, offer: FileOffer, path: Path) -> None:
    """Compare a file with the catalogue; where that has no hash, with what the source says."""
    file, size = offer.file, path.stat().st_size
    expected = file.bytes if file.bytes is not None else offer.bytes
    if expected is not None and expected != size:
        other = ModelMessage.OTHER_SIZE(file=file.path, model=spec.id, size=size, expected=expected)
        raise ModelError(other, ModelRemedy.GET_ANEW())
    wanted = file.sha256 or offer.digest
    if wanted and wanted != (hash_file(path) if len(wanted) == _SHA256_DIGITS else _hash_as_git(path)):
        damaged = ModelMessage.NOT_AS_PUBLISHED if file.sha256 else ModelMessage.NOT_AS_ANNOUNCED
        raise ModelError(damaged(file=file.path, model=spec.id), ModelRemedy.GET_ANEW())


def _check_space(folder: Path, needed: int) -> None:
    free, needed = shutil.disk_usage(folder).free, needed + _MARGIN
    if free < needed:
        no_room = ModelMessage.NO_ROOM(folder=folder, free=free, needed=needed)
        raise FindlingError(no_room, ModelRemedy.MAKE_ROOM_OR_SMALLER())


def _hash_as_git(path: Path) -> str:
    """Git's name for a file's content, which the hub gives for small files."""
    data = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
