"""Choice of the execution provider for indexing, measured once for each model and runtime."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from findling.domain.models import ProviderReport
from findling.embedding.catalogue import FileRole
from findling.embedding.onnx_session import import_runtime, runtime_version
from findling.embedding.provider_benchmark import BENCHMARK_SECONDS, choose_fastest, try_providers
from findling.embedding.providers import AUTO, PROCESSOR, Provider, find_providers
from findling.messages.message_json import from_plain, to_plain
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.embedding.catalogue import InstalledModel
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.settings import Settings

_LOG = logging.getLogger(__name__)

_TRIALS, _USE = "providers.json", "computing.json"


@dataclass(frozen=True, slots=True)
class ProviderChoice:
    """Decision on what to compute with, and why.

    Attributes:
        provider: the one.
        trials: of all that were tried; empty where there was nothing to choose from.
        notice: what the user should know, as that what they chose is not there; None while there is nothing.
    """

    provider: Provider
    trials: tuple[ProviderReport, ...] = ()
    notice: Notice | None = None


class ProviderSelector:
    """Chooses among the providers of this machine, and remembers what came of trying them."""

    def __init__(
        self,
        paths: LibraryPaths,
        settings: Settings,
        found: Sequence[Provider] | None = None,
        seconds: float = BENCHMARK_SECONDS,
    ) -> None:
        self._record = paths.cache / _TRIALS
        self._wanted = settings.provider
        self._threads = settings.indexing_threads
        self._seconds = seconds
        self._found = tuple(found) if found is not None else find_providers(import_runtime())

    def choose(self, model: InstalledModel) -> ProviderChoice:
        """Choose the provider for a model; takes five seconds the first time there is a choice.

        Raises:
            ModelError: the model cannot be loaded.
        """
        if self._wanted != AUTO:
            return self._take(self._wanted)
        if len(self._found) == 1:
            return ProviderChoice(self._found[0])
        trials = self.measure(model)
        return ProviderChoice(self._named(choose_fastest(trials)) or PROCESSOR, trials)

    def measure(self, model: InstalledModel, *, fresh: bool = False) -> tuple[ProviderReport, ...]:
        """Measure speed and correctness of each provider, unless that is remembered.

        One that ended the process when it was tried is not tried again until the runtime or the model changes.

        Raises:
            ModelError: the model cannot be loaded.
        """
        key = self._key(model)
        record = {} if fresh else self._recall(key)
        if remembered := self._read_reports(record):
            return remembered
        fatal = [*record.get("fatal", ()), *([record["trying"]] if record.get("trying") else ())]
        providers = [provider for provider in self._found if provider.name not in fatal]

        def note_trial(provider: Provider) -> None:
            _write(self._record, {"key": key, "fatal": fatal, "trying": provider.name})

        reports = try_providers(model, providers, threads=self._threads, seconds=self._seconds, before_each=note_trial)
        _write(self._record, {"key": key, "fatal": fatal, "trials": [_report_to_plain(report) for report in reports]})
        return (*reports, *self._list_fatal(fatal))

    def recall(self, model: InstalledModel) -> tuple[ProviderReport, ...]:
        """Return what `measure` found the last time with the same runtime, model and settings."""
        return self._read_reports(self._recall(self._key(model)))

    def _recall(self, key: str) -> dict[str, Any]:
        """Return the record of the same runtime, model and settings; empty where it is damaged."""
        record = _read(self._record)
        return record if record.get("key") == key and isinstance(record.get("fatal"), list) else {}

    def _read_reports(self, record: dict[str, Any]) -> tuple[ProviderReport, ...]:
        """Return a record's reports; none where it has none, or another release wrote it."""
        try:
            return (*map(self._read_report, record["trials"]), *self._list_fatal(record["fatal"]))
        except (KeyError, TypeError, ValueError):
            return ()

    def _read_report(self, written: dict[str, Any]) -> ProviderReport:
        provider = self._named(written["name"])
        if provider is None:
            raise ValueError("no provider of this machine")
        return ProviderReport(
            name=provider.name,
            device=provider.device,
            ok=bool(written["ok"]),
            off=float(written["off"]),
            speed=float(written["speed"]),
            detail=None if written["detail"] is None else from_plain(written["detail"]),
        )

    def _list_fatal(self, names: Sequence[str]) -> tuple[ProviderReport, ...]:
        """Return reports on those that ended the process when they were tried."""
        ended = ModelMessage.ENDED_PROCESS()
        fatal = filter(None, map(self._named, names))
        return tuple(ProviderReport(each.name, each.device, ok=False, detail=ended) for each in fatal)

    def _take(self, name: str) -> ProviderChoice:
        provider = self._named(name)
        if provider is None:
            return ProviderChoice(PROCESSOR, notice=explain_missing(name))
        return ProviderChoice(provider)

    def _named(self, name: str) -> Provider | None:
        return next((provider for provider in self._found if provider.name == name), None)

    def _key(self, model: InstalledModel) -> str:
        graph = model.spec.file(FileRole.GRAPH)
        names = ",".join(provider.name for provider in self._found)
        return f"{model.spec.id}:{graph.sha256}:{runtime_version()}:{names}:{self._threads}"


@dataclass(frozen=True, slots=True)
class ProviderUse:
    """Record of what indexing really computes with, as far as is known.

    Attributes:
        provider: as ONNX Runtime has it.
        notice: what the user should know of it; None while there is nothing.
    """

    provider: str
    notice: Notice | None = None


def explain_missing(name: str) -> Notice:
    """Return the notice for a provider in the settings that this computer does not have."""
    return ModelMessage.DEVICE_MISSING(name=name)


def write_use(paths: LibraryPaths, use: ProviderUse) -> None:
    """Record what indexing computes with, for other processes."""
    _write(paths.cache / _USE, {"provider": use.provider, "notice": use.notice and to_plain(use.notice)})


def read_use(paths: LibraryPaths) -> ProviderUse:
    """Return what indexing computes with, or did last; of an older record no notice."""
    read = _read(paths.cache / _USE)
    try:
        notice = from_plain(read.get("notice"))
    except ValueError:
        notice = None
    return ProviderUse(str(read.get("provider", PROCESSOR.name)), notice)


def _report_to_plain(report: ProviderReport) -> dict[str, Any]:
    detail = None if report.detail is None else to_plain(report.detail)
    return {"name": report.name, "ok": report.ok, "off": report.off, "speed": report.speed, "detail": detail}


def _read(record: Path) -> dict[str, Any]:
    """Return what is remembered; nothing where the file was damaged or is not there."""
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
