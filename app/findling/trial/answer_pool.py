"""Pools of what all models found for a question, shown blind to the models."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.trials import AnswerPool, PooledAnswer
from findling.storage.file_filter import Filter
from findling.trial.trial_report import list_waiting

if TYPE_CHECKING:
    from findling.domain.trials import TrialState
    from findling.storage.database import Database


def find_next_pool(database: Database, state: TrialState, skipped: frozenset[str] = frozenset()) -> AnswerPool | None:
    """Return the next question to judge, with its pool; None if none waits.

    The caller holds a snapshot.

    Args:
        database: of the library.
        state: of the trial.
        skipped: questions to be left for another time.
    """
    waiting = list_waiting(state.questions, database.judgements.all())
    left = [each for each in waiting if each.text not in skipped]
    return _pool(database, state, left[0].text, len(left)) if left else None


def _pool(database: Database, state: TrialState, question: str, left: int) -> AnswerPool:
    passages: dict[str, str] = {}
    for run in state.runs:
        for answers in run.answers:
            if answers.question == question:
                for each in answers.found:
                    passages[each.content] = passages.get(each.content) or each.passage
    documents = database.contents.find(list(passages))
    rows = database.documents.get(list(documents.values()))
    places = database.documents.locations(list(documents.values()), Filter())
    pooled = [
        PooledAnswer(content, places[each][0].path, rows[each].title, passages[content])
        for content, each in sorted(documents.items())
        if each in rows and each in places
    ]
    # The same order at every look, and one that tells nothing of ranks.
    order = np.random.default_rng(zlib.crc32(question.encode("utf-8", "surrogatepass"))).permutation(len(pooled))
    return AnswerPool(question, tuple(pooled[place] for place in order), left)
