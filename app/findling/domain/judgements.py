"""Judgements of the user whether documents answer questions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """Judgement of the user whether a document answers a question.

    Attributes:
        content: of the document, in hexadecimal.
        path: of a file with that content when it was judged; an empty one once the library has none any more.
    """

    content: str
    path: Path
    answers: bool
