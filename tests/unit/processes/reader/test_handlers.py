"""Every question that the window may ask has one handler."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from findling.processes.reader.calls_handler import CallsHandler
from findling.processes.reader.copy_handler import CopyHandler
from findling.processes.reader.duplicates_handler import ComparisonHandler, DuplicatesHandler
from findling.processes.reader.labels_handler import LabelsHandler
from findling.processes.reader.messages import Question
from findling.processes.reader.model_handler import ModelHandler
from findling.processes.reader.preview_handler import PreviewHandler
from findling.processes.reader.search_handler import RerankHandler, SearchHandler
from findling.processes.reader.status_handler import StatusHandler
from findling.processes.reader.survey_handler import SurveyHandler
from findling.processes.reader.team_handler import SharedSearchHandler, TeamHandler
from findling.processes.reader.thumbnail_handler import ThumbnailHandler
from findling.processes.reader.topics_handler import MapSearchHandler, TopicsHandler
from findling.processes.reader.trial_handler import TrialHandler

HANDLERS = (
    CallsHandler,
    ComparisonHandler,
    CopyHandler,
    DuplicatesHandler,
    LabelsHandler,
    MapSearchHandler,
    ModelHandler,
    PreviewHandler,
    StatusHandler,
    RerankHandler,
    SearchHandler,
    SharedSearchHandler,
    SurveyHandler,
    TeamHandler,
    ThumbnailHandler,
    TopicsHandler,
    TrialHandler,
)


def test_each_question_is_answered_by_one_handler():
    answered = Counter(question for handler in HANDLERS for question in handler.questions)
    assert answered == Counter(get_args(Question))
