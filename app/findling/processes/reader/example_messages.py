"""Message between the window and the reader process about questions that the library can answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskExamples:
    """Ask for a question of each kind that the library can answer; the reply is `ExampleQuestions`."""
