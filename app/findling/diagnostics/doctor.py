"""Diagnostic checks of a library and of the machine."""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from findling.domain.confinement_report import describe_confinement
from findling.embedding.catalogue import read_catalogue
from findling.errors import FindlingError
from findling.exclusion import Exclusion, walk
from findling.index.index_stamp import read_stamp
from findling.messages.command_templates import CheckMessage
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import LibraryMessage, describe_unlisted
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error
from findling.models.embedder import Embedder, installed_model
from findling.models.languages import describe_gap, find_gap
from findling.storage.database import Database, find_sqlite_shortcomings, sqlite_version
from findling.storage.user_store import count_whole_backups, is_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.settings import Settings

_T = TypeVar("_T")

_LEAST_FREE = 500_000_000
_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")
_INSTANCES = Path("/proc/sys/fs/inotify/max_user_instances")
_BEHIND = 20_000
"""Changes that a healthy word index may not know yet: its writer commits after as many."""

_SAMPLE = "The meeting on the new heating was moved to Thursday, since the plumber's offer is still missing. " * 4
_SAMPLES = 24


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Result of one check.

    Attributes:
        name: of what was looked at.
        ok: whether it is in order.
        detail: what was found.
        fix: what the user can do about it; None where there is nothing to do.
    """

    name: str
    ok: bool
    detail: Notice
    fix: Notice | None = None


def examine(
    paths: LibraryPaths,
    settings: Settings,
    *,
    thorough: bool = True,
    least_free: int = _LEAST_FREE,
    watches: Path = _WATCHES,
) -> Iterator[Diagnosis]:
    """Run all checks, the slow ones only if `thorough`; failed ones do not prevent others.

    It only reads, beside the measuring of the model, and may run while another process indexes.
    """
    yield _attempt("sqlite", _examine_sqlite)
    yield _attempt("permissions", lambda: _examine_permissions(paths))
    yield _attempt("disk", lambda: _examine_disk(paths, least_free))
    if thorough:
        yield _attempt("reader", _examine_reader)
    embedder = _attempt("model", lambda: Embedder.open(paths, settings))
    try:
        if isinstance(embedder, Diagnosis):
            yield embedder
        else:
            yield _attempt("model", lambda: _examine_model(embedder))
            if thorough:
                yield _attempt("provider", lambda: _measure_provider(embedder))
            if settings.remote:
                yield _attempt("remote", lambda: _compare_remote(paths, settings))
        yield from _examine_library(paths, settings, watches)
    finally:
        if isinstance(embedder, Embedder):
            embedder.close()


def _examine_library(paths: LibraryPaths, settings: Settings, watches: Path) -> Iterator[Diagnosis]:
    database = _attempt("database", lambda: Database.open_for_reading(paths.database, paths.key))
    if isinstance(database, Diagnosis):
        yield database
        return
    try:
        yield _attempt("database", lambda: _examine_database(database))
        yield _attempt("store", lambda: _examine_store(paths))
        yield _attempt("words", lambda: _examine_words(database, paths))
        yield _attempt("vectors", lambda: _examine_vectors(database, paths))
        yield _attempt("languages", lambda: _examine_languages(database, paths, settings))
        yield _attempt("folders", lambda: _examine_folders(database))
        yield _attempt("watcher", lambda: _examine_watcher(database, settings.exclude, watches))
    finally:
        database.close()


def _attempt(name: str, look: Callable[[], _T]) -> _T | Diagnosis:
    """Run a check; turn a refusal of the environment into a finding."""
    try:
        return look()
    except FindlingError as error:
        return Diagnosis(name, False, error.notice.advising(), next(iter(error.notice.remedies), Remedy.REINDEX()))
    except OSError as error:
        return Diagnosis(
            name,
            False,
            CheckMessage.FILE_REFUSED(file=error.filename, reason=explain_os_error(error))
            if error.filename
            else explain_os_error(error),
            Remedy.CHECK_PERMISSIONS_AND_DISK(),
        )


def _examine_sqlite() -> Diagnosis:
    shortcomings = find_sqlite_shortcomings()
    if shortcomings is None:
        return Diagnosis("sqlite", True, CheckMessage.SQLITE(version=sqlite_version()))
    detail = CheckMessage.SQLITE_LACKS(version=sqlite_version(), shortcomings=shortcomings)
    return Diagnosis("sqlite", False, detail, Remedy.INSTALL_PYTHON())


def _examine_permissions(paths: LibraryPaths) -> Diagnosis:
    """Check whether other users can read or replace the user's texts."""
    if sys.platform == "win32":
        return Diagnosis("permissions", True, CheckMessage.PRIVATE_BY_WINDOWS())
    private = (paths.database, Path(f"{paths.database}-wal"), paths.cache, paths.logs, paths.requests)
    open_to_others = [path for path in private if path.exists() and path.stat().st_mode & 0o077]
    open_to_others += [path for path in (paths.data, paths.config) if path.exists() and path.stat().st_mode & 0o022]
    if not open_to_others:
        return Diagnosis("permissions", True, CheckMessage.PRIVATE())
    listed = " ".join(f"'{path}'" for path in dict.fromkeys(open_to_others))
    return Diagnosis(
        "permissions", False, CheckMessage.OPEN_TO_OTHERS(paths=listed), Remedy.CLOSE_TO_OTHERS(paths=listed)
    )


def _examine_disk(paths: LibraryPaths, least_free: int) -> Diagnosis:
    folder = next(place for place in (paths.data, *paths.data.parents) if place.exists())
    free = shutil.disk_usage(folder).free
    needed = max(least_free, paths.database.stat().st_size if paths.database.exists() else 0)
    fix = None if free >= needed else Remedy.FREE_BYTES(needed=needed - free)
    return Diagnosis("disk", free >= needed, CheckMessage.FREE(free=free, folder=folder), fix)


def _examine_reader() -> Diagnosis:
    """Check whether the sandbox starts, and what of its confinement the system holds."""
    from findling.extraction.sandbox.parser_sandbox import Sandbox

    with Sandbox() as sandbox:
        ready = sandbox.start()
    memory = CheckMessage.MEMORY_LIMITED() if ready.bounded else CheckMessage.MEMORY_WATCHED()
    detail = CheckMessage.READER(memory=memory, confinement=describe_confinement(ready.confinement))
    ok = not ready.confinement.granted
    return Diagnosis("reader", ok, detail, None if ok else Remedy.SYSTEM_THAT_CONFINES())


def _examine_model(embedder: Embedder) -> Diagnosis:
    """Check whether the model computes its known answer."""
    spec = embedder.encoder.spec
    answer = spec.known_answer
    if answer is None:
        return Diagnosis("model", True, CheckMessage.MODEL_UNPUBLISHED(model=spec.id))
    found = embedder.encoder.encode_documents([answer.text])[0][: len(answer.values)]
    off = float(np.abs(found - np.array(answer.values)).max())
    detail = CheckMessage.MODEL(model=spec.id, off=off, allowed=answer.tolerance)
    ok = off <= answer.tolerance
    return Diagnosis("model", ok, detail, None if ok else Remedy.INSTALL_FINDLING_LIBRARY_STAYS())


def _measure_provider(embedder: Embedder) -> Diagnosis:
    texts = [_SAMPLE] * _SAMPLES
    embedder.embed(texts[:1])
    start = time.perf_counter()
    embedder.embed(texts)
    rate = _SAMPLES / (time.perf_counter() - start)
    return Diagnosis("provider", True, CheckMessage.PROVIDER(provider=embedder.encoder.provider, rate=rate))


def _compare_remote(paths: LibraryPaths, settings: Settings) -> Diagnosis:
    """Check whether the embedding server is there and gives this computer's vectors."""
    from findling.embedding.encoder import Encoder
    from findling.embedding.remote.configured_server import open_remote

    encoder = open_remote(Encoder.open(installed_model(paths, settings.model)), settings.remote)
    encoder.close()
    served = encoder.description.title
    return Diagnosis("remote", True, CheckMessage.REMOTE(server=encoder.provider, model=served))


def _examine_database(database: Database) -> Diagnosis:
    with database.reading():
        damage = database.find_damage()
        texts = [] if damage else database.documents.find_damage()
        vectors = [] if damage else database.vectors.find_damage()
        found = 0 if damage else database.files.counts().found
    if damage:
        return Diagnosis("database", False, SystemMessage.PLAIN(text=damage), Remedy.REINDEX())
    if texts or vectors:
        detail = LibraryMessage.ROWS_DAMAGED(texts=str(texts), vectors=str(vectors))
        return Diagnosis("database", False, detail, Remedy.REINDEX())
    return Diagnosis("database", True, CheckMessage.DATABASE(count=found, size=database.size()))


def _examine_store(paths: LibraryPaths) -> Diagnosis:
    """Check whether what only the user knows is kept apart, and in a backup as well."""
    backups = count_whole_backups(paths.database, paths.key)
    if is_whole(paths.database, paths.key):
        return Diagnosis("store", True, CheckMessage.STORE(backups=backups))
    return Diagnosis("store", False, CheckMessage.STORE_DAMAGED(backups=backups), Remedy.REINDEX())


def _examine_words(database: Database, paths: LibraryPaths) -> Diagnosis:
    from findling.index.lexical.lexical_reader import LexicalReader
    from findling.index.lexical.lexical_writer import DOCUMENTS, NAMES
    from findling.index.lexical.tantivy_errors import verify_segments

    folder = paths.words
    reader = LexicalReader.open(folder)
    with database.reading():
        last = database.journal.last()
        documents = sum(1 for _ in database.documents.all_ids())
    if reader is None:
        return Diagnosis("words", not last, CheckMessage.NO_WORDS(), Remedy.REINDEX() if last else None)
    if not database.lineage.accepts(read_stamp(paths.cache)):
        return Diagnosis("words", False, CheckMessage.OF_OTHER_STATE(), Remedy.REINDEX())
    for part in (DOCUMENTS, NAMES):
        verify_segments(folder / part)
    behind = last - reader.sequence
    detail = CheckMessage.WORDS(indexed=reader.documents, documents=documents, behind=max(behind, 0))
    ok = 0 <= behind <= _BEHIND and (behind > 0 or reader.documents == documents)
    return Diagnosis("words", ok, detail, None if ok else Remedy.DELETE_AND_INDEX(folder=folder))


def _examine_vectors(database: Database, paths: LibraryPaths) -> Diagnosis:
    from findling.index.vectors.vector_reader import VectorReader

    space = database.spaces.active()
    if space is None:
        return Diagnosis("vectors", True, CheckMessage.NO_VECTORS())
    # First what is published, then the database: it may have more by then, never less.
    folder = paths.vectors_of(space.id)
    reader = VectorReader.open(folder, space.fingerprint, space.dimensions)
    if reader.count and not database.lineage.accepts(read_stamp(paths.cache)):
        return Diagnosis("vectors", False, CheckMessage.OF_OTHER_STATE(), Remedy.REINDEX())
    with database.reading():
        live = database.vectors.count(space.id)
        alive = database.vectors.count(space.id, 0, reader.last_label)
    detail = CheckMessage.VECTORS(published=alive, vectors=live, deleted=max(reader.count - alive, 0))
    ok = alive <= reader.count
    return Diagnosis("vectors", ok, detail, None if ok else Remedy.DELETE_AND_INDEX(folder=folder))


def _examine_languages(database: Database, paths: LibraryPaths, settings: Settings) -> Diagnosis:
    """Check whether the model knows the languages of the files."""
    with database.reading():
        space = database.spaces.active()
        languages = database.documents.languages()
    spec = installed_model(paths, space.model if space else settings.model).spec
    gap = find_gap(spec, languages, read_catalogue())
    if gap is None:
        return Diagnosis("languages", True, CheckMessage.LANGUAGES_KNOWN(model=spec.id))
    return Diagnosis("languages", True, describe_gap(gap))


def _examine_folders(database: Database) -> Diagnosis:
    """Check whether there are folders that could not be listed, of which nothing is known."""
    with database.reading():
        count = database.files.count_with_detail(FileMessage.FOLDER())
    if not count:
        return Diagnosis("folders", True, CheckMessage.FOLDERS_LISTED())
    return Diagnosis("folders", False, describe_unlisted(count), Remedy.SEE_FILES())


def _examine_watcher(database: Database, patterns: Sequence[str], watches: Path) -> Diagnosis:
    """Check whether every directory can be watched; only Linux has a limit."""
    with database.reading():
        folders = database.folders.all()
    # Each folder that is not left out is watched, also where no file is, or none that is searched.
    directories = sum(1 for each in folders for _ in walk(each.path, Exclusion(each.path, (*patterns, *each.exclude))))
    told = CheckMessage.ONE_FOLDER() if directories == 1 else CheckMessage.FOLDERS(count=directories)
    if not watches.exists():
        return Diagnosis("watcher", True, CheckMessage.WATCHER_UNLIMITED(folders=told))
    limit = int(watches.read_text("ascii"))
    ok = directories < limit
    fix = None if ok else Remedy.WATCH_MORE(number=directories * 2)
    programs = int(_INSTANCES.read_text("ascii"))
    detail = CheckMessage.WATCHER(folders=told, limit=limit, programs=programs)
    return Diagnosis("watcher", ok, detail, fix)
