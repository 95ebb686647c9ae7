"""Question on the trial of models, and the reply to it."""

from __future__ import annotations

from dataclasses import dataclass

from findling.domain.trials import AnswerPool, TrialReport


@dataclass(frozen=True, slots=True)
class AskTrial:
    """Ask how the trial stands, and for the next question to judge but those left for later."""

    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrialView:
    """Report on the trial, and the next question to judge; None where there is none."""

    report: TrialReport | None
    pool: AnswerPool | None
