"""Judgements of the user whether documents answer questions.

A judgement is about a content: of a document that was edited, nobody knows whether it still answers.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.judgements import JudgedAnswer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


class Judgements:
    """Table `judgements`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, question: str, answers: Sequence[JudgedAnswer], now_ns: int) -> None:
        """Store judgements about a question, in the place of earlier ones about the same contents."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO judgements (question, content, path, answers, judged_ns) VALUES (?, ?, ?, ?, ?)",
            [
                (question, bytes.fromhex(each.content), os.fsencode(each.path), int(each.answers), now_ns)
                for each in answers
            ],
        )

    def forget_places(self) -> None:
        """Forget where files of contents lay that the library has no more, but not the judgements."""
        self._connection.execute(
            "UPDATE judgements SET path = x'' WHERE path != x'' AND content NOT IN (SELECT content_hash FROM documents)"
        )

    def remove_all(self) -> None:
        """Delete all judgements."""
        self._connection.execute("DELETE FROM judgements")

    def all(self) -> dict[str, dict[str, JudgedAnswer]]:
        """Return the judgements by question and content, questions in the order of judging."""
        rows = self._connection.execute(
            "SELECT question, lower(hex(content)), path, answers FROM judgements ORDER BY judged_ns, question, content"
        )
        judged: dict[str, dict[str, JudgedAnswer]] = {}
        for question, content, path, answers in rows:
            judged.setdefault(question, {})[content] = JudgedAnswer(content, Path(os.fsdecode(path)), bool(answers))
        return judged
