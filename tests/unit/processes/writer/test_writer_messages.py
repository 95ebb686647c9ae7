from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.duplicate_check import CheckedFile, KnownFile, Verdict
from findling.domain.files import Reason
from findling.domain.judgements import JudgedAnswer
from findling.domain.labels import LabelChoice
from findling.domain.library import Progress, Summary
from findling.domain.plans import Action, Plan, PlanReport, Seen, Step, StepOutcome, StepReport
from findling.ipc.codec import MessageError
from findling.ipc.failures import Failed
from findling.paths import LibraryPaths
from findling.processes.writer.messages import (
    Add,
    Advisory,
    Arrived,
    ChooseLabel,
    Clear,
    Done,
    Follow,
    ForgetJudgements,
    Hello,
    Holder,
    Index,
    JudgeAnswers,
    KeepApart,
    OpenLibrary,
    Remove,
    RemoveLabel,
    Stop,
    Undo,
    Waiting,
    command_from,
    event_from,
    to_line,
)
from notices import NOTICES, PATHS, TEXTS

_SEEN = st.builds(
    Seen, path=PATHS, size=st.integers(), modified_ns=st.integers(), mode=st.integers(), content=st.binary()
)
_STEPS = st.builds(Step, st.sampled_from(Action), _SEEN, _SEEN, st.none() | PATHS)
_REPORTS = st.builds(
    PlanReport,
    st.integers(),
    st.lists(st.builds(StepReport, _STEPS, st.sampled_from(StepOutcome), st.none() | NOTICES)).map(tuple),
)
_VERDICTS = st.sampled_from(Verdict)
_SHARES = st.floats(0, 1)
_KNOWN = st.builds(KnownFile, PATHS, _VERDICTS, _SHARES, _SHARES)
_CHECKED = st.builds(CheckedFile, PATHS, _VERDICTS, st.lists(_KNOWN).map(tuple), st.none() | st.sampled_from(Reason))
_COMMANDS = [
    st.builds(OpenLibrary, st.builds(LibraryPaths, PATHS, PATHS, PATHS, PATHS, st.none() | PATHS), st.booleans()),
    st.builds(Add, PATHS, st.lists(TEXTS).map(tuple)),
    st.builds(Remove, PATHS),
    st.builds(Index, st.lists(PATHS).map(tuple), st.booleans()),
    st.builds(Follow),
    st.builds(Clear, st.builds(Plan, st.lists(_STEPS).map(tuple), st.lists(PATHS).map(tuple))),
    st.builds(Undo, st.integers()),
    st.builds(KeepApart, PATHS, PATHS, st.booleans()),
    st.builds(ChooseLabel, TEXTS, st.lists(PATHS).map(tuple), st.sampled_from(LabelChoice)),
    st.builds(RemoveLabel, TEXTS),
    st.builds(JudgeAnswers, TEXTS, st.lists(st.builds(JudgedAnswer, TEXTS, PATHS, st.booleans())).map(tuple)),
    st.builds(ForgetJudgements),
    st.builds(Stop),
]
_SUMMARY = Summary(found=1, indexed=2, unchanged=3, removed=6, chunks=7, seconds=8.5, pending=9, stopped=True)
_EVENTS = [
    st.builds(Hello, st.integers()),
    st.builds(Waiting, st.none() | st.builds(Holder, st.integers(), TEXTS, st.floats(allow_nan=False))),
    st.builds(Advisory, NOTICES),
    st.builds(Arrived, st.lists(_CHECKED).map(tuple)),
    st.builds(Progress, found=st.integers(), seconds_left=st.none() | st.floats(allow_nan=False), path=TEXTS),
    st.builds(Done, st.none() | st.just(_SUMMARY), st.integers(), st.none() | _REPORTS),
    st.builds(Failed, NOTICES, st.booleans(), st.none() | st.sampled_from(Reason)),
]


@given(st.one_of(_COMMANDS))
def test_a_command_comes_back_as_it_was_sent(command):
    line = to_line(command)
    assert line.count(b"\n") == 1
    assert command_from(line) == command


@given(st.one_of(_EVENTS))
def test_an_event_comes_back_as_it_was_sent(event):
    line = to_line(event)
    assert line.count(b"\n") == 1
    assert event_from(line) == event


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"stray words\n",
        b"[]\n",
        b"[" * 100_000,
        b"{}\n",
        b'{"type": []}\n',
        b'{"type": "erase"}\n',
        b'{"type": "index", "folders": []}\n',
        b'{"type": "index", "folders": [], "retry": 1}\n',
        b'{"type": "index", "folders": [3], "retry": false}\n',
        b'{"type": "index", "folders": [], "retry": false, "more": 1}\n',
        b'{"type": "hello", "pid": 3}\n',
    ],
)
def test_what_is_no_command_is_refused(line):
    with pytest.raises(MessageError):
        command_from(line)


def test_a_command_is_no_event():
    with pytest.raises(MessageError):
        event_from(to_line(Stop()))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_other_json_is_refused(value):
    with pytest.raises(MessageError):
        event_from(json.dumps({"type": "done", "summary": value, "forgotten": "x"}).encode())
