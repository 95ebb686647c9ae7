"""Which of the ways to compute is the fastest on this machine: measured, and only among those that compute right."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.encoder import Encoder
from findling.embedding.providers import PROCESSOR, Provider
from findling.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from findling.embedding.catalogue import InstalledModel

SECONDS = 5.0
TOLERANCE = 1e-3
"""How far a component may be from the processor's; vectors of both may meet in one space."""

_SENTENCE = "The meeting on the new heating was moved to Thursday, since the plumber's offer is still missing. "
_SENTENCES = (1, 2, 3, 5, 8, 8, 8, 8)
_COPIES = 4


@dataclass(frozen=True, slots=True)
class ProviderTrial:
    """What came of one way to compute.

    Attributes:
        name: as ONNX Runtime has it.
        words: what a person calls it.
        ok: whether it computes, and computes right.
        off: the furthest that a component was from the processor's.
        speed: passages a second.
        detail: what kept it from being tried, in words; "" where nothing did.
    """

    name: str
    words: str
    ok: bool
    off: float = 0.0
    speed: float = 0.0
    detail: str = ""


def try_providers(
    model: InstalledModel,
    providers: Sequence[Provider],
    *,
    threads: int = 1,
    seconds: float = SECONDS,
    trying: Callable[[Provider], None] = lambda _: None,
) -> tuple[ProviderTrial, ...]:
    """Try each of them with the same texts.

    Args:
        model: what is computed.
        providers: to be tried; the processor sets what is right, whether it is among them or not.
        threads: how many batches the processor computes at once, as when indexing.
        seconds: that all of it may take, beside the loading.
        trying: told before each of them, since a driver may end the process.

    Raises:
        ModelError: the model cannot be loaded even for the processor.
    """
    texts = [_SENTENCE * count for count in _SENTENCES] * _COPIES
    encoder = Encoder.open(model)
    right = encoder.encode_documents(texts)
    encoder.close()
    share = seconds / max(len(providers), 1)
    trials = []
    for provider in providers:
        trying(provider)
        trials.append(_try(model, provider, threads, texts, right, share))
    return tuple(trials)


def choose_fastest(trials: Sequence[ProviderTrial]) -> str:
    """The name of the fastest that computes right; the processor's where there is none."""
    return max((trial for trial in trials if trial.ok), key=lambda trial: trial.speed, default=_UNTRIED).name


_UNTRIED = ProviderTrial(PROCESSOR.name, PROCESSOR.words, True)


def _try(
    model: InstalledModel,
    provider: Provider,
    threads: int,
    texts: Sequence[str],
    right: NDArray[np.float32],
    seconds: float,
) -> ProviderTrial:
    try:
        encoder = Encoder.open(model, threads=threads, provider=provider)
    except ModelError as error:
        return ProviderTrial(provider.name, provider.words, False, detail=error.message)
    try:
        off = float(np.abs(encoder.encode_documents(texts) - right).max())
        if encoder.provider != provider.name:
            said = encoder.notice or "there is no such device, no driver, or it does not take this model"
            return ProviderTrial(provider.name, provider.words, False, detail=said)
        if not off <= TOLERANCE:
            said = f"its vectors are {off:.4f} off"
            return ProviderTrial(provider.name, provider.words, False, off, detail=said)
        return ProviderTrial(provider.name, provider.words, True, off, _measure(encoder, texts, seconds))
    except ArithmeticError as error:
        return ProviderTrial(provider.name, provider.words, False, detail=str(error))
    finally:
        encoder.close()


def _measure(encoder: Encoder, texts: Sequence[str], seconds: float) -> float:
    started, done = time.perf_counter(), 0
    while (took := time.perf_counter() - started) < seconds or not done:
        encoder.encode_documents(texts)
        done += len(texts)
    return done / took if took else 0.0
