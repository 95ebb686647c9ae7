"""A list of models, one who works on them as told, and a browser that opens nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from findling.domain.library import LanguageGap, ModelChange, Status
from findling.domain.models import ModelCard, ModelCost, ModelKind, ModelOffer, ProviderReport
from findling.ipc.failures import Failed
from findling.messages.notice import Notice
from findling.processes.reader.library_messages import AskStatus
from findling.processes.reader.model_messages import AskHardware, AskModels, Models, ProviderReports
from findling.processes.reader.trial_messages import AskTrial, TrialView

BUNDLED, LARGE, FOREIGN, RERANKER = "mini", "large", "e5-world", "ranker"


def card(model: str, **other) -> ModelCard:
    facts = {
        "id": model,
        "kind": ModelKind.EMBEDDER,
        "source": f"maker/{model}",
        "license": "MIT",
        "license_text": "Permission is hereby granted, free of charge",
        "languages": ("en",),
        "dimensions": 384,
        "max_tokens": 512,
        "precision": "fp32",
        "bytes": 436_000_000,
        "original": "",
        "bundled": False,
        "installed": False,
        "active": False,
        "unhashed": (),
        "scores": (),
    }
    return ModelCard(**(facts | other))


@dataclass
class Library:
    """Answers questions: what is so at the moment, at once, or when told to."""

    cards: list[ModelCard] = field(default_factory=list)
    costs: dict[str, ModelCost] = field(default_factory=dict)
    readings: dict[str, float] = field(default_factory=dict)
    providers: tuple[ProviderReport, ...] = ()
    model: str = BUNDLED
    change: ModelChange | None = None
    gap: LanguageGap | None = None
    reasons: dict[str, Notice] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    remote: str = ""
    refusal: Failed | None = None
    trial: TrialView = field(default_factory=lambda: TrialView(None, None))
    asked: list = field(default_factory=list)

    def ask(self, question, receive) -> int:
        self.asked.append(question)
        match question:
            case AskStatus():
                receive(self.status(), True)
            case AskModels():
                receive(Models(tuple(self.offer(each) for each in self.cards)), False)
                if self.refusal:
                    receive(self.refusal, True)
                    return len(self.asked)
                receive(Models(tuple(map(self.counted, self.cards))), True)
            case AskHardware():
                receive(ProviderReports(self.providers), True)
            case AskTrial():
                receive(self.trial, True)
        return len(self.asked)

    def forget(self, number: int) -> None:
        pass

    def offer(self, card: ModelCard) -> ModelOffer:
        return ModelOffer(card, reranking_seconds=self.readings.get(card.id))

    def counted(self, card: ModelCard) -> ModelOffer:
        reason = self.reasons.get(card.id)
        return replace(self.offer(card), cost=self.costs.get(card.id), counted=True, reason=reason)

    def status(self) -> Status:
        state = {"change": self.change, "gap": self.gap, "notices": self.notices, "remote": self.remote}
        return Status(model=self.model, files=12, indexed=12, chunks=345, provider="CPUExecutionProvider", **state)


class Work(QObject):
    """Stub that remembers what is to be done; a test says what comes of it."""

    progressed = Signal(object, object)
    done = Signal(object, object)
    refused = Signal(object, object)
    stopped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list = []
        self.ended: list[str] = []

    def is_busy(self, model: str) -> bool:
        return any(getattr(job, "model", "") == model for job in self.jobs)

    def start(self, job) -> None:
        self.jobs.append(job)

    def stop(self, model: str) -> None:
        self.ended.append(model)

    def stop_measuring(self) -> None:
        self.ended.append("measuring")

    def stop_examining(self) -> None:
        self.ended.append("examining")

    def stop_comparing(self) -> None:
        self.ended.append("comparing")

    def stop_trying(self) -> None:
        self.ended.append("trying")

    def finish(self, outcome) -> None:
        job = self.jobs.pop()
        self.done.emit(job, outcome)

    def fail(self, notice: Notice) -> None:
        self.refused.emit(self.jobs.pop(), notice)


class Browser:
    """Writes down which pages were opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open(self, path: Path) -> None:
        raise AssertionError(path)

    def reveal(self, path: Path) -> None:
        raise AssertionError(path)

    def browse(self, address: str) -> None:
        self.opened.append(address)
