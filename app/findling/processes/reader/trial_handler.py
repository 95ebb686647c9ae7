"""Handler of questions on the trial of models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.processes.reader.request_thread import RequestHandler
from findling.processes.reader.trial_messages import AskTrial, TrialView
from findling.storage.trial_folder import TrialFolder
from findling.trial.answer_pool import find_next_pool
from findling.trial.compared_models import recall_candidates
from findling.trial.trial_report import report_trial

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_connection import LibraryConnection


_LEAST = 2
"""Models that a comparison has, without words alone."""


class TrialHandler(RequestHandler):
    """Handler of how the trial stands, by what is judged now."""

    questions = (AskTrial,)

    def __init__(self, connection: LibraryConnection, paths: LibraryPaths) -> None:
        self._connection = connection
        self._paths = paths

    def answer(self, context: RequestContext) -> Reply:
        """Read and score what models found, unless the trial is unfinished or lacks a model."""
        question = context.question
        assert isinstance(question, AskTrial)
        state = TrialFolder(self._paths.trial).read()
        candidates = recall_candidates(self._paths, state) if state else ()
        with self._connection.library() as library:
            if library is None or state is None or len(candidates) < _LEAST or candidates[0].model != state.used:
                return TrialView(None, None)
            with library.database.reading():
                report = report_trial(library.database, candidates, state)
                return TrialView(report, find_next_pool(library.database, state, frozenset(question.skipped)))
