"""Every question that the window may ask has one handler."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from findling.searcher.comparing import Comparing
from findling.searcher.duplicating import Duplicating
from findling.searcher.messages import Question
from findling.searcher.modelling import Modelling
from findling.searcher.previewing import Previewing
from findling.searcher.reporting import Reporting
from findling.searcher.reranking import Reranking
from findling.searcher.searching import Searching
from findling.searcher.surveying import Surveying

HANDLERS = (Comparing, Duplicating, Modelling, Previewing, Reporting, Reranking, Searching, Surveying)


def test_each_question_is_answered_by_one_handler():
    answered = Counter(question for handler in HANDLERS for question in handler.questions)
    assert answered == Counter(get_args(Question))
