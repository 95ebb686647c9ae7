"""Folder of a trial: what it consists of so far, and its sample as a collection in BEIR's layout.

It lies in the library's cache: without it, judgements are left, and all else is made again.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from findling.domain.trials import TrialState
from findling.errors import FindlingError
from findling.ipc.codec import Codec, MessageError
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.messages.trial_templates import TrialMessage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from findling.trial.made_questions import SampleText


_CODEC = Codec(TrialState, utf8=True)


class TrialFolder:
    """Folder of one library's trial."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

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
        return self._folder / "libraries" / model

    def read(self) -> TrialState | None:
        """Return the state; None where there is none, one of another release, or one that the sample is ahead of."""
        with suppress(FileNotFoundError, MessageError):
            state = _CODEC.from_line((self._folder / "trial.json").read_bytes())
            assert isinstance(state, TrialState)
            corpus = (self.collection / "corpus.jsonl").read_bytes()
            return state if corpus.count(b"\n") == len(state.contents) else None
        return None

    def write(self, state: TrialState) -> None:
        """Replace the state.

        Raises:
            FindlingError: it cannot be written.
        """
        part = self._folder / "trial.json.part"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.write_bytes(_CODEC.to_line(state))
            part.replace(self._folder / "trial.json")
        except OSError as error:
            raise _unwritable(self._folder, error) from error

    def add_documents(self, documents: Iterable[SampleText]) -> None:
        """Add documents to the end of the collection.

        Raises:
            FindlingError: it cannot be written.
        """
        try:
            self.collection.mkdir(mode=0o700, parents=True, exist_ok=True)
            with (self.collection / "corpus.jsonl").open("a", encoding="utf-8", newline="\n") as corpus:
                for each in documents:
                    corpus.write(_to_line({"_id": each.content, "title": each.title, "text": each.text}))
        except OSError as error:
            raise _unwritable(self.collection, error) from error

    def forget(self) -> None:
        """Delete all of it, if there is any."""
        shutil.rmtree(self._folder, ignore_errors=True)


def write_questions(folder: Path, questions: Sequence[str], judged: Mapping[str, Mapping[str, bool]]) -> None:
    """Write queries and judgements, by question and content, beside a corpus in BEIR's layout.

    Raises:
        FindlingError: they cannot be written.
    """
    try:
        with (folder / "queries.jsonl").open("w", encoding="utf-8", newline="\n") as queries:
            queries.writelines(_to_line({"_id": name_question(text), "text": text}) for text in questions)
        with (folder / "qrels.tsv").open("w", encoding="utf-8", newline="\n") as qrels:
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
        for name in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
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
