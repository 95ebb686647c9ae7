"""What indexing computes with on this machine: tried once for every model and runtime, and remembered."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from findling.embedding.catalogue import FileRole
from findling.embedding.contest import SECONDS, ProviderTrial, choose_fastest, try_providers
from findling.embedding.providers import AUTO, PROCESSOR, Provider, find_providers
from findling.embedding.session import import_runtime, runtime_version

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.embedding.catalogue import InstalledModel
    from findling.paths import LibraryPaths
    from findling.settings import Settings

_LOG = logging.getLogger(__name__)

_TRIALS, _USE = "providers.json", "computing.json"


@dataclass(frozen=True, slots=True)
class Choice:
    """What to compute with, and why.

    Attributes:
        provider: the one.
        trials: of all that were tried; empty where there was nothing to choose from.
        notice: what the person should know, as that what they chose is not there; "" while there is nothing.
    """

    provider: Provider
    trials: tuple[ProviderTrial, ...] = ()
    notice: str = ""


class Hardware:
    """Chooses among the providers of this machine, and remembers what came of trying them."""

    def __init__(
        self,
        paths: LibraryPaths,
        settings: Settings,
        found: Sequence[Provider] | None = None,
        seconds: float = SECONDS,
    ) -> None:
        """Look what is there.

        Args:
            paths: the library, in whose cache it is remembered.
            settings: the user's.
            found: what there is to choose from; by default what this machine offers.
            seconds: that trying them may take.
        """
        self._record = paths.cache / _TRIALS
        self._wanted = settings.provider
        self._threads = settings.indexing_threads
        self._seconds = seconds
        self._found = tuple(found) if found is not None else find_providers(import_runtime())

    def choose(self, model: InstalledModel) -> Choice:
        """What a model is computed with; where there is something to choose from, the first time takes five seconds.

        Raises:
            ModelError: the model cannot be loaded.
        """
        if self._wanted != AUTO:
            return self._take(self._wanted)
        if len(self._found) == 1:
            return Choice(self._found[0])
        trials = self.measure(model)
        return Choice(self._named(choose_fastest(trials)) or PROCESSOR, trials)

    def measure(self, model: InstalledModel, *, anew: bool = False) -> tuple[ProviderTrial, ...]:
        """How fast each of them is, and whether it computes right.

        One that ended the process when it was tried is not tried again until the runtime or the model changes.

        Args:
            model: what is computed.
            anew: forget what is remembered.

        Raises:
            ModelError: the model cannot be loaded.
        """
        key = self._key(model)
        record = {} if anew else _read(self._record)
        if record.get("key") != key:
            record = {"key": key, "fatal": []}
        if "trials" not in record:
            fatal = [*record["fatal"], *([record["trying"]] if record.get("trying") else [])]
            providers = [provider for provider in self._found if provider.name not in fatal]

            def trying(provider: Provider) -> None:
                _write(self._record, {"key": key, "fatal": fatal, "trying": provider.name})

            trials = try_providers(model, providers, threads=self._threads, seconds=self._seconds, trying=trying)
            record = {"key": key, "fatal": fatal, "trials": [asdict(trial) for trial in trials]}
            _write(self._record, record)
        return self._read_trials(record)

    def recall(self, model: InstalledModel) -> tuple[ProviderTrial, ...]:
        """What `measure` found the last time; nothing where the runtime, the model or the settings were others then."""
        record = _read(self._record)
        return self._read_trials(record) if record.get("key") == self._key(model) and "trials" in record else ()

    def _read_trials(self, record: dict[str, Any]) -> tuple[ProviderTrial, ...]:
        crashed = [self._named(name) for name in record["fatal"]]
        ended = [ProviderTrial(each.name, each.words, False, detail="it ended the process") for each in crashed if each]
        return (*(ProviderTrial(**trial) for trial in record["trials"]), *ended)

    def _take(self, name: str) -> Choice:
        provider = self._named(name)
        if provider is None:
            return Choice(PROCESSOR, notice=explain_missing(name))
        return Choice(provider)

    def _named(self, name: str) -> Provider | None:
        return next((provider for provider in self._found if provider.name == name), None)

    def _key(self, model: InstalledModel) -> str:
        graph = model.spec.file(FileRole.GRAPH)
        names = ",".join(provider.name for provider in self._found)
        return f"{model.spec.id}:{graph.sha256}:{runtime_version()}:{names}:{self._threads}"


@dataclass(frozen=True, slots=True)
class Use:
    """What indexing really computes with, as far as is known.

    Attributes:
        provider: as ONNX Runtime has it.
        notice: what the person should know of it; "" while there is nothing.
    """

    provider: str
    notice: str = ""


def explain_missing(name: str) -> str:
    """What is said where the settings name something to compute with that this computer does not have."""
    return f"There is no {name} on this computer; the processor stands in for it."


def write_use(paths: LibraryPaths, use: Use) -> None:
    """Let other processes know."""
    _write(paths.cache / _USE, asdict(use))


def read_use(paths: LibraryPaths) -> Use:
    """What the process that indexes computes with, or computed with last."""
    read = _read(paths.cache / _USE)
    return Use(str(read.get("provider", PROCESSOR.name)), str(read.get("notice", "")))


def _read(record: Path) -> dict[str, Any]:
    """What is remembered; nothing where the file was damaged or is not there."""
    try:
        read = json.loads(record.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _write(record: Path, content: dict[str, Any]) -> None:
    """Remember; where that cannot be, it is tried again the next time."""
    try:
        record.write_text(json.dumps(content), "utf-8")
    except OSError as error:
        _LOG.warning("%s cannot be written: %s", record, error)
