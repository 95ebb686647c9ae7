"""Every question that the window may ask has one handler."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from findling.processes.reader.comparison_handler import Comparing
from findling.processes.reader.duplicates_handler import Duplicating
from findling.processes.reader.messages import Question
from findling.processes.reader.model_handler import Modelling
from findling.processes.reader.preview_handler import Previewing
from findling.processes.reader.rerank_handler import Reranking
from findling.processes.reader.search_handler import Searching
from findling.processes.reader.status_handler import Reporting
from findling.processes.reader.survey_handler import Surveying

HANDLERS = (Comparing, Duplicating, Modelling, Previewing, Reporting, Reranking, Searching, Surveying)


def test_each_question_is_answered_by_one_handler():
    answered = Counter(question for handler in HANDLERS for question in handler.questions)
    assert answered == Counter(get_args(Question))
