"""Folder of a trial: what it consists of so far, and its sample in BEIR's layout.

It lies in the library's cache: without it, judgements are left, and all else is made again. It holds texts of files, so
that it is cleared of those that the library has no more.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import filelock

from findling.domain.trials import TrialState
from findling.errors import FindlingError
from findling.ipc.codec import Codec, MessageError
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.messages.trial_templates import TrialMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from findling.domain.trials import SampleText

_CODEC = Codec(TrialState, utf8=True)
_STATE, _PART = "trial.json", "trial.json.part"
_CORPUS, _QUESTIONS, _ANSWERS = "corpus.jsonl", "queries.jsonl", "qrels.tsv"
_PATIENCE_SECONDS = 10.0


class TrialFolder:
    """Folder of one library's trial; whoever changes what is in it holds the lock beside it."""

    def __init__(self, folder: Path, *, patience: float = _PATIENCE_SECONDS) -> None:
        """Name the folder; `patience` is how long to wait for another that changes it, in seconds."""
        self._folder = folder
        self._patience = patience
        self._lock = filelock.FileLock(
            folder.with_suffix(".lock"), mode=0o600, thread_local=False, fallback_to_soft=False
        )
        self._seen: tuple[int, ...] = ()
        self._contents: tuple[str, ...] = ()

    @property
    def collection(self) -> Path:
        """Folder of the sample in BEIR's layout."""
        return self._folder / "collection"

    @property
    def models(self) -> Path:
        """Folder of models that were given by their own folders, and are not installed."""
        return self._folder / "models"

    def library_of(self, model: str) -> Path:
        """Return the folder of the sample as it is indexed with a model."""
        return self._libraries / model

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock; may be nested.

        Raises:
            FindlingError: a trial is at work, or the place cannot be written to.
        """
        try:
            self._folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = self._lock.acquire(timeout=self._patience)
        except filelock.Timeout as error:
            raise FindlingError(TrialMessage.AT_WORK(), Remedy.WAIT_OR_END()) from error
        except NotImplementedError as error:  # the file system knows no locks
            raise _unwritable(self._folder, OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))) from error
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        with lock:
            yield

    def read(self) -> TrialState | None:
        """Return the state; None for none, one of another release, or one behind the sample."""
        with suppress(FileNotFoundError, MessageError):
            state = _CODEC.from_line((self._folder / _STATE).read_bytes())
            assert isinstance(state, TrialState)
            corpus = (self.collection / _CORPUS).read_bytes()
            return state if corpus.count(b"\n") == len(state.contents) else None
        return None

    def write(self, state: TrialState) -> None:
        """Replace the state.

        Raises:
            FindlingError: it cannot be written.
        """
        part = self._folder / _PART
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.write_bytes(_CODEC.to_line(state))
            part.replace(self._folder / _STATE)
        except OSError as error:
            raise _unwritable(self._folder, error) from error

    def add_documents(self, documents: Iterable[SampleText]) -> None:
        """Add documents to the end of the collection.

        Raises:
            FindlingError: it cannot be written.
        """
        try:
            self.collection.mkdir(mode=0o700, parents=True, exist_ok=True)
            with (self.collection / _CORPUS).open("a", encoding="utf-8", newline="\n") as corpus:
                for each in documents:
                    corpus.write(_to_line({"_id": each.content, "title": each.title, "text": each.text}))
        except OSError as error:
            raise _unwritable(self.collection, error) from error

    def clear(self) -> None:
        """Delete the sample and all that was found in it; models that were given for the trial stay."""
        for folder in (self.collection, self._libraries):
            shutil.rmtree(folder, ignore_errors=True)
        for name in (_STATE, _PART):
            with suppress(OSError):
                (self._folder / name).unlink()
        with suppress(OSError):
            self._folder.rmdir()

    def forget(self) -> None:
        """Delete all of it, if there is any.

        Raises:
            FindlingError: a trial is at work.
        """
        with self.changing():
            shutil.rmtree(self._folder, ignore_errors=True)

    def erase(self, find_known: Callable[[Sequence[str]], Collection[str]]) -> bool:
        """Erase all that holds text of documents which the library has no more.

        What is indexed of the sample goes as a whole, since an index lets go of a text too slowly; it is made again
        when there is more to ask.

        Args:
            find_known: returns those of some contents that the library has.

        Returns:
            Whether nothing of them is left: not while a trial is at work, which erases them when it ends.
        """
        if not self._is_stale(find_known):
            return True
        try:
            with self._lock.acquire(timeout=0):
                state = self.read()
                kept = set(find_known(state.contents)) if state else set()
                if state and kept:
                    # A full disk: rather no trial than a text that was to go.
                    with suppress(OSError, FindlingError):
                        self._take_out(state, kept)
                        return True
                self.clear()
                return not any(self._sign())
        except OSError:  # the lock is held, or the disk takes no file for it
            return False

    @property
    def _libraries(self) -> Path:
        return self._folder / "libraries"

    def _is_stale(self, find_known: Callable[[Sequence[str]], Collection[str]]) -> bool:
        """Return whether a sample is there that is of no use, or not whole in the library."""
        signature = self._sign()
        if signature != self._seen:
            state = self.read()
            self._seen, self._contents = signature, state.contents if state else ()
        return any(signature) and (not self._contents or len(find_known(self._contents)) < len(self._contents))

    def _sign(self) -> tuple[int, ...]:
        """Return the times of what there is of a sample, 0 for what there is not."""
        times = []
        for path in (self._folder / _STATE, self._folder / _PART, self.collection / _CORPUS, self._libraries):
            try:
                times.append(path.stat().st_mtime_ns)
            except OSError:
                times.append(0)
        return tuple(times)

    def _take_out(self, state: TrialState, kept: Collection[str]) -> None:
        """Leave the sample with some of its contents; if that is cut short, it is useless and goes."""
        if self._libraries.exists():
            shutil.rmtree(self._libraries)
        for path in (self.collection / _QUESTIONS, self.collection / _ANSWERS, self._folder / _PART):
            path.unlink(missing_ok=True)
        corpus, part = self.collection / _CORPUS, self.collection / f"{_CORPUS}.part"
        with corpus.open("rb") as lines, part.open("wb") as left:
            left.writelines(line for line in lines if json.loads(line)["_id"] in kept)
        part.replace(corpus)
        self.write(state.without(set(state.contents).difference(kept)))


def write_questions(folder: Path, questions: Sequence[str], judged: Mapping[str, Mapping[str, bool]]) -> None:
    """Write queries and judgements, by question and content, beside a corpus in BEIR's layout.

    Raises:
        FindlingError: they cannot be written.
    """
    try:
        with (folder / _QUESTIONS).open("w", encoding="utf-8", newline="\n") as queries:
            queries.writelines(_to_line({"_id": name_question(text), "text": text}) for text in questions)
        with (folder / _ANSWERS).open("w", encoding="utf-8", newline="\n") as qrels:
            qrels.write("query-id\tcorpus-id\tscore\n")
            for text in questions:
                qrels.writelines(
                    f"{name_question(text)}\t{content}\t{int(answers)}\n"
                    for content, answers in judged.get(text, {}).items()
                )
    except OSError as error:
        raise _unwritable(folder, error) from error


def export_collection(trial: TrialFolder, folder: Path) -> None:
    """Copy the collection of a trial into another folder.

    Raises:
        FindlingError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in (_CORPUS, _QUESTIONS, _ANSWERS):
            shutil.copyfile(trial.collection / name, folder / name)
    except OSError as error:
        raise _unwritable(folder, error) from error


def name_question(text: str) -> str:
    """Return the id of a question."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _to_line(row: Mapping[str, str]) -> str:
    # Lone surrogates stay escaped, so that every text can be written.
    return json.dumps(row) + "\n"


def _unwritable(folder: Path, error: OSError) -> FindlingError:
    return FindlingError(TrialMessage.UNWRITABLE(folder=folder, reason=explain_os_error(error)), Remedy.CHOOSE_PLACE())
