"""Questions of the user: written in a file, one a line, or asked in earlier searches."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from findling.domain.trials import QuestionOrigin, TrialQuestion
from findling.encryption.private_file import PrivateFile
from findling.errors import FindlingError
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.messages.trial_templates import TrialMessage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MOST_PAST = 20
"""Earlier searches that are asked again, the latest first: what is judged in seven minutes."""

_LONGEST = 300
_FILTERED = frozenset(':"')


def read_questions(file: Path) -> list[TrialQuestion]:
    """Read the questions of a file, one a line, or one a line in BEIR's layout (queries.jsonl).

    Raises:
        FindlingError: it cannot be read.
    """
    try:
        lines = file.expanduser().read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = explain_os_error(error) if isinstance(error, OSError) else str(error)
        raise FindlingError(TrialMessage.QUESTIONS_UNREADABLE(file=file, reason=reason), Remedy.CHECK_NAME()) from error
    return list_questions(map(_read_line, lines), QuestionOrigin.TYPED)


def read_past(file: Path, key: bytes | None = None) -> list[TrialQuestion]:
    """Read the window's earlier searches that were questions, latest first; none if no file."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return choose_past(map(str, json.loads(PrivateFile(file, key).read())["history"]))
    return []


def list_questions(texts: Iterable[str], origin: QuestionOrigin) -> list[TrialQuestion]:
    """Return texts as questions, each once, without those that are empty or too long to be one."""
    plain = (" ".join(text.split()) for text in texts)
    return [TrialQuestion(text, origin) for text in dict.fromkeys(plain) if text and len(text) <= _LONGEST]


def choose_past(searches: Iterable[str]) -> list[TrialQuestion]:
    """Return earlier searches, latest first, of several words and no filters or phrases."""
    asked = (text for text in searches if len(text.split()) > 1 and not _FILTERED.intersection(text))
    return list_questions(asked, QuestionOrigin.PAST)[:MOST_PAST]


def _read_line(line: str) -> str:
    if line.startswith("{"):
        with suppress(ValueError):
            row = json.loads(line)
            return str(row.get("text") or "")
    return line
