"""Message between the window and the reader about questions that the library can answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskExamples:
    """Ask for a question of each kind the library can answer; the reply is `ExampleQuestions`."""
