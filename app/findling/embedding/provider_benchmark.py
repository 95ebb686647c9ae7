"""Benchmark of execution providers; only those that compute right can win."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.models import ProviderReport
from findling.embedding.encoder import Encoder
from findling.embedding.providers import PROCESSOR, Provider
from findling.errors import ModelError
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from findling.embedding.catalogue import InstalledModel
    from findling.messages.notice import Notice

BENCHMARK_SECONDS = 5.0
_TOLERANCE = 1e-3
"""Largest difference of a component from the processor's; vectors of both may meet in one space."""

_SENTENCE = "The meeting on the new heating was moved to Thursday, since the plumber's offer is still missing. "
_SENTENCES = (1, 2, 3, 5, 8, 8, 8, 8)
_COPIES = 4


def try_providers(
    model: InstalledModel,
    providers: Sequence[Provider],
    *,
    threads: int = 1,
    seconds: float = BENCHMARK_SECONDS,
    before_each: Callable[[Provider], None] = lambda _: None,
) -> tuple[ProviderReport, ...]:
    """Measure each provider with the same texts.

    Args:
        model: to be computed.
        providers: to be tried; the processor sets what is right, whether it is among them or not.
        threads: how many batches the processor computes at once, as when indexing.
        seconds: that all of it may take, beside the loading.
        before_each: called before each provider, since a driver may end the process.

    Raises:
        ModelError: the model cannot be loaded even for the processor.
    """
    texts = [_SENTENCE * count for count in _SENTENCES] * _COPIES
    encoder = Encoder.open(model)
    right = encoder.encode_documents(texts)
    encoder.close()
    share = seconds / max(len(providers), 1)
    reports = []
    for provider in providers:
        before_each(provider)
        reports.append(_try(model, provider, threads, texts, right, share))
    return tuple(reports)


def choose_fastest(reports: Sequence[ProviderReport]) -> str:
    """Return the name of the fastest that computes right; the processor's where there is none."""
    fastest = max((report for report in reports if report.ok), key=lambda report: report.speed, default=None)
    return fastest.name if fastest else PROCESSOR.name


def _try(
    model: InstalledModel,
    provider: Provider,
    threads: int,
    texts: Sequence[str],
    right: NDArray[np.float32],
    seconds: float,
) -> ProviderReport:
    def fail(detail: Notice, off: float = 0.0) -> ProviderReport:
        return ProviderReport(provider.name, provider.device, ok=False, off=off, detail=detail)

    try:
        encoder = Encoder.open(model, threads=threads, provider=provider)
    except ModelError as error:
        return fail(error.notice.advising())
    try:
        off = float(np.abs(encoder.encode_documents(texts) - right).max())
        if encoder.provider != provider.name:
            return fail(encoder.notice or ModelMessage.NO_DEVICE())
        if not off <= _TOLERANCE:
            return fail(ModelMessage.VECTORS_OFF(far=off), off)
        speed = _measure(encoder, texts, seconds)
        return ProviderReport(provider.name, provider.device, ok=True, off=off, speed=speed)
    except ArithmeticError:
        return fail(ModelMessage.NO_UNIT_VECTOR())
    finally:
        encoder.close()


def _measure(encoder: Encoder, texts: Sequence[str], seconds: float) -> float:
    started, done = time.perf_counter(), 0
    while (took := time.perf_counter() - started) < seconds or not done:
        encoder.encode_documents(texts)
        done += len(texts)
    return done / took if took else 0.0
