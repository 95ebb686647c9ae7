"""Looks whether everything is in order, one thing after another, and says of what is not how to put it right."""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from findling.embedding.catalogue import read_catalogue
from findling.engine.embedder import Embedder, installed_model
from findling.engine.languages import describe_gap, find_gap
from findling.errors import FindlingError
from findling.storage.database import Database, find_sqlite_shortcomings, sqlite_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.paths import LibraryPaths
    from findling.settings import Settings

_T = TypeVar("_T")

_REINDEX = "Run findling index: what is missing is made again from your files."
_LEAST_FREE = 500_000_000
_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")
_INSTANCES = Path("/proc/sys/fs/inotify/max_user_instances")
_BEHIND = 20_000
"""Changes that a healthy word index may not know yet: its writer commits after as many."""

_SAMPLE = "The meeting on the new heating was moved to Thursday, since the plumber's offer is still missing. " * 4
_SAMPLES = 24


@dataclass(frozen=True, slots=True)
class Check:
    """What one look found.

    Attributes:
        name: of what was looked at.
        ok: whether it is in order.
        detail: what was found.
        fix: what the person can do about it; "" where there is nothing to do.
    """

    name: str
    ok: bool
    detail: str
    fix: str = ""


def examine(
    paths: LibraryPaths,
    settings: Settings,
    *,
    thorough: bool = True,
    least_free: int = _LEAST_FREE,
    watches: Path = _WATCHES,
) -> Iterator[Check]:
    """Look at everything in turn; what is wrong with one thing does not keep the others from being looked at.

    It only reads, beside the measuring of the model, and may run while another process indexes.

    Args:
        paths: of the library.
        settings: say which model is looked at.
        thorough: start the program that opens files and measure the model, too, which takes a second each.
        least_free: bytes that have to be free on the disk.
        watches: the file in which Linux says how many folders it watches.
    """
    yield _attempt("sqlite", _examine_sqlite)
    yield _attempt("permissions", lambda: _examine_permissions(paths))
    yield _attempt("disk", lambda: _examine_disk(paths, least_free))
    if thorough:
        yield _attempt("reader", _examine_reader)
    embedder = _attempt("model", lambda: Embedder.open(paths, settings))
    try:
        if isinstance(embedder, Check):
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


def _examine_library(paths: LibraryPaths, settings: Settings, watches: Path) -> Iterator[Check]:
    """Look at the database and at what has to agree with it."""
    database = _attempt("database", lambda: Database.open_for_reading(paths.database))
    if isinstance(database, Check):
        yield database
        return
    try:
        yield _attempt("database", lambda: _examine_database(database))
        yield _attempt("words", lambda: _examine_words(database, paths.words))
        yield _attempt("vectors", lambda: _examine_vectors(database, paths))
        yield _attempt("languages", lambda: _examine_languages(database, paths, settings))
        yield _attempt("watcher", lambda: _examine_watcher(database, watches))
    finally:
        database.close()


def _attempt(name: str, look: Callable[[], _T]) -> _T | Check:
    """Do what the environment may refuse; its refusal is a finding."""
    try:
        return look()
    except FindlingError as error:
        return Check(name, False, error.message, error.remedy or _REINDEX)
    except OSError as error:
        return Check(name, False, f"{error.filename}: {error.strerror}", "Check the folder's permissions and its disk.")


def _examine_sqlite() -> Check:
    shortcomings = find_sqlite_shortcomings()
    detail = f"SQLite {sqlite_version()}{': ' if shortcomings else ''}{shortcomings}"
    return Check("sqlite", not shortcomings, detail, "Install a newer Python." if shortcomings else "")


def _examine_permissions(paths: LibraryPaths) -> Check:
    """Whether others can read the person's texts, or put something in their place."""
    if sys.platform == "win32":
        return Check("permissions", True, "kept by Windows for your account")
    private = (paths.database, Path(f"{paths.database}-wal"), paths.cache, paths.logs, paths.requests)
    open_to_others = [path for path in private if path.exists() and path.stat().st_mode & 0o077]
    open_to_others += [path for path in (paths.data, paths.config) if path.exists() and path.stat().st_mode & 0o022]
    if not open_to_others:
        return Check("permissions", True, "your library is readable by you alone")
    listed = " ".join(f"'{path}'" for path in dict.fromkeys(open_to_others))
    return Check("permissions", False, f"open to other users: {listed}", f"chmod go-rwx {listed}")


def _examine_disk(paths: LibraryPaths, least_free: int) -> Check:
    folder = next(place for place in (paths.data, *paths.data.parents) if place.exists())
    free = shutil.disk_usage(folder).free
    needed = max(least_free, paths.database.stat().st_size if paths.database.exists() else 0)
    detail = f"{_megabytes(free)} free at {folder}"
    return Check("disk", free >= needed, detail, "" if free >= needed else f"Free {_megabytes(needed - free)} or more.")


def _examine_reader() -> Check:
    """Whether the program that opens files comes up, and what of its confinement this system gives."""
    from findling.extraction.sandbox import Sandbox

    with Sandbox() as sandbox:
        ready = sandbox.start()
    memory = "limited by the system" if ready.bounded else "watched"
    network = "cut off" if ready.offline else "not cut off on this system"
    return Check("reader", True, f"starts; memory {memory}, network {network}")


def _examine_model(embedder: Embedder) -> Check:
    """Whether a model whose files are right also computes what it should."""
    spec = embedder.encoder.spec
    answer = spec.known_answer
    if answer is None:
        return Check("model", True, f"{spec.id}: checksums are right; no answer of it was published to compare with")
    found = embedder.encoder.encode_documents([answer.text])[0][: len(answer.values)]
    off = float(np.abs(found - np.array(answer.values)).max())
    detail = f"{spec.id}: checksums are right, known answer is {off:.4f} off ({answer.tolerance:.4f} allowed)"
    ok = off <= answer.tolerance
    return Check("model", ok, detail, "" if ok else "Install Findling again; your library stays as it is.")


def _measure_provider(embedder: Embedder) -> Check:
    texts = [_SAMPLE] * _SAMPLES
    embedder.embed(texts[:1])
    start = time.perf_counter()
    embedder.embed(texts)
    rate = _SAMPLES / (time.perf_counter() - start)
    return Check("provider", True, f"{embedder.encoder.provider}: {rate:,.0f} passages per second on one core")


def _compare_remote(paths: LibraryPaths, settings: Settings) -> Check:
    """Whether the server that embeds is there, and gives the vectors that this computer would."""
    from findling.embedding.encoder import Encoder
    from findling.embedding.remote.opening import open_remote

    encoder = open_remote(Encoder.open(installed_model(paths, settings.model)), settings.remote)
    encoder.close()
    served = encoder.description.title
    return Check(
        "remote", True, f"texts of files are sent to {encoder.provider}; it serves {served}, with vectors as here"
    )


def _examine_database(database: Database) -> Check:
    with database.reading():
        damage = database.find_damage()
        texts = [] if damage else database.documents.find_damage()
        vectors = [] if damage else database.vectors.find_damage()
        found = 0 if damage else database.files.counts().found
    if damage:
        remedy = f"Move {database.path} aside and run findling index: all of it can be made again from your files."
        return Check("database", False, damage, remedy)
    if texts or vectors:
        detail = f"damaged rows: texts of documents {texts}, vectors of documents {vectors}"
        return Check("database", False, detail, f"Check the disk; move {database.path} aside and run findling index.")
    return Check("database", True, f"{found:,} files, {_megabytes(database.size())}, every checksum is right")


def _examine_words(database: Database, folder: Path) -> Check:
    from findling.index.words import WordsReader
    from findling.index.words.damage import verify
    from findling.index.words.writer import DOCUMENTS, NAMES

    reader = WordsReader.open(folder)
    with database.reading():
        last = database.journal.last()
        documents = sum(1 for _ in database.documents.all_ids())
    if reader is None:
        return Check("words", not last, "there is no word index yet", _REINDEX if last else "")
    for part in (DOCUMENTS, NAMES):
        verify(folder / part)
    behind = last - reader.sequence
    detail = f"{reader.documents:,} of {documents:,} documents, {max(behind, 0):,} changes behind"
    ok = 0 <= behind <= _BEHIND and (behind > 0 or reader.documents == documents)
    return Check("words", ok, detail, "" if ok else f"Delete {folder} and run findling index.")


def _examine_vectors(database: Database, paths: LibraryPaths) -> Check:
    from findling.index.vectors.reader import VectorReader

    space = database.spaces.answering()
    if space is None:
        return Check("vectors", True, "nothing is embedded yet")
    # First what is published, then the database: it may have more by then, never less.
    folder = paths.vectors_of(space.id)
    reader = VectorReader.open(folder, space.fingerprint, space.dimensions)
    with database.reading():
        live = database.vectors.count(space.id)
        alive = database.vectors.count(space.id, 0, reader.last_label)
    detail = f"{alive:,} of {live:,} vectors published, and {max(reader.count - alive, 0):,} of deleted passages"
    ok = alive <= reader.count
    return Check("vectors", ok, detail, "" if ok else f"Delete {folder} and run findling index.")


def _examine_languages(database: Database, paths: LibraryPaths, settings: Settings) -> Check:
    """Whether the model knows the languages of the files; where it does not, words still find them."""
    with database.reading():
        space = database.spaces.answering()
        languages = database.documents.languages()
    spec = installed_model(paths, space.model if space else settings.model).spec
    gap = find_gap(spec, languages, read_catalogue())
    if gap is None:
        return Check("languages", True, f"{spec.id} knows every language of the files")
    return Check("languages", True, f"{describe_gap(gap)}. {gap.remedy}".strip())


def _examine_watcher(database: Database, watches: Path) -> Check:
    """Whether the system lets every directory be watched; Linux counts them, the others do not."""
    with database.reading():
        directories = database.files.count_directories()
    folders = "1 folder" if directories == 1 else f"{directories:,} folders"
    if not watches.exists():
        return Check("watcher", True, f"{folders} with files; this system sets no limit")
    limit = int(watches.read_text("ascii"))
    ok = directories < limit
    fix = "" if ok else f"sudo sysctl fs.inotify.max_user_watches={directories * 2}"
    programs = int(_INSTANCES.read_text("ascii"))
    detail = f"{folders} with files; the system watches up to {limit:,}, for {programs:,} programs at once"
    return Check("watcher", ok, detail, fix)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
