"""Messages between parser and parent survive the round trip, and nothing else is accepted."""

from __future__ import annotations

import base64
import contextlib
import json
import struct
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.confinement_report import Access, ConfinementReport
from findling.domain.files import (
    Block,
    BlockKind,
    EmbeddedFile,
    EmbeddedFiles,
    Extraction,
    Reason,
    Stat,
    Unread,
    Wholeness,
)
from findling.domain.origin import Origin
from findling.extraction.document import TEXT_LIMIT
from findling.extraction.sandbox.parser_protocol import (
    LINE_LIMIT,
    Beat,
    Decide,
    Listed,
    ListInside,
    Open,
    Opened,
    Parsed,
    Ready,
    Recognised,
    Refused,
    Take,
    Taken,
    decode_answer,
    decode_request,
    to_line,
)
from findling.formats import FileKind
from findling.ipc.codec import MessageError
from findling.messages.system_templates import SystemMessage
from growth import assert_linear

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
DETAIL = st.none() | TEXT.map(lambda text: SystemMessage.PLAIN(text=text))
COUNT = st.integers(0, 2**63 - 1)
ACCESSES = st.lists(st.sampled_from(Access), unique=True, max_size=len(Access) // 2).map(tuple)

PEOPLE = st.lists(TEXT, max_size=3).map(tuple)
ORIGINS = st.lists(
    st.builds(Origin, dated_ns=st.none() | COUNT, senders=PEOPLE, recipients=PEOPLE, copied=PEOPLE, authors=PEOPLE,
              subject=TEXT, written=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)), max_size=2
).map(tuple)  # fmt: skip


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(TEXT)
    edges = sorted(draw(st.sets(st.integers(0, len(text)))))
    blocks = tuple(
        Block(
            start,
            end,
            draw(st.sampled_from(BlockKind)),
            draw(st.integers(0, 6)),
            draw(st.none() | st.integers(1, 10**6)),
            draw(st.booleans()),
        )
        for start, end in pairwise(edges)
    )
    reason = draw(st.none() | st.sampled_from(Reason))
    return Extraction(
        draw(st.sampled_from(FileKind)), draw(TEXT), text, blocks, draw(st.none() | COUNT), "de", reason, draw(DETAIL),
        Wholeness(tuple(draw(st.sets(st.sampled_from(Unread)))), draw(st.binary(max_size=32))),
        origins=draw(ORIGINS),
    )  # fmt: skip


STAT = st.builds(Stat, COUNT, st.integers(), COUNT)
# A name with "." or ".." among its parts, or an empty one, leads elsewhere.
NAMES = st.lists(st.text("ab\u00fc ", min_size=1), min_size=1, max_size=3).map("/".join)
INSIDE = st.builds(
    EmbeddedFiles,
    st.lists(st.builds(EmbeddedFile, NAMES, STAT), unique_by=lambda file: file.name, max_size=3).map(tuple),
    st.sampled_from([None, Reason.TOO_MANY_PARTS]),
    DETAIL,
)
ANSWERS = st.one_of(
    st.builds(Ready, st.booleans(), st.builds(ConfinementReport, ACCESSES, ACCESSES)),
    st.builds(Opened, st.binary(min_size=32, max_size=32), STAT, st.booleans(), COUNT),
    st.builds(Beat, COUNT),
    st.builds(Parsed, extractions()),
    st.builds(Refused, st.sampled_from(Reason), DETAIL, st.none(), ORIGINS),
    st.builds(Listed, INSIDE),
    st.builds(Taken, st.binary(), COUNT),
)


@given(ANSWERS)
def test_an_answer_arrives_as_it_was_sent(answer: Ready | Opened | Beat | Parsed | Refused) -> None:
    line = to_line(answer)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert decode_answer(line) == answer


@given(
    st.one_of(
        st.builds(Open, name=st.binary(), inner=st.binary(), secrets=st.booleans()),
        st.builds(Decide, st.booleans()),
        st.just(ListInside()),
        st.builds(Take, name=st.binary(), inner=st.binary(), start=COUNT),
    )
)
def test_a_request_arrives_as_it_was_sent(request: Open | Decide | ListInside | Take) -> None:
    line = to_line(request)
    assert line.count(b"\n") == 1
    assert decode_request(line) == request


@given(st.binary(max_size=200))
def test_bytes_at_random_are_refused(line: bytes) -> None:
    with pytest.raises(MessageError):
        decode_answer(line)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


@given(ANSWERS, st.data())
def test_one_wrong_value_never_raises_anything_but_a_message_error(
    answer: Ready | Opened | Beat | Parsed | Refused, data: st.DataObject
) -> None:
    fields = json.loads(to_line(answer))
    fields[data.draw(st.sampled_from(sorted(fields)))] = data.draw(JSON_VALUES)
    with contextlib.suppress(MessageError):
        decode_answer(json.dumps(fields).encode())


def packed(*blocks: tuple[int, int, int, int, int, int]) -> str:
    """Encode blocks as they are sent: start, end, page, kind, level, breaks."""
    return base64.b64encode(b"".join(struct.pack("<IIIBBB", *block) for block in blocks)).decode()


def wholeness_fields(**changes: object) -> dict[str, object]:
    digest = base64.b64encode(bytes(16)).decode()
    return {"type": "wholeness", "unread": ["notes"], "characters": digest, "objects": ""} | changes


def extraction_line(**changes: object) -> bytes:
    fields: dict[str, object] = {
        "type": "packed",
        "kind": "txt",
        "title": "",
        "text": "one two",
        "blocks": packed((0, 3, 0, 1, 0, 0), (4, 7, 1, 0, 1, 1)),
        "pages": None,
        "language": "en",
        "reason": None,
        "detail": None,
        "wholeness": wholeness_fields(),
        "pictured": None,
        "holds_files": False,
        "origins": [],
    }
    return json.dumps(fields | changes).encode()


def opened_line(**changes: object) -> bytes:
    opened = Opened(bytes(32), Stat(1, 2, 3), paged=False)
    return json.dumps(json.loads(to_line(opened)) | changes).encode()


def refused_line(detail: str) -> bytes:
    notice = {"code": "system.plain", "facts": {"text": detail}}
    return json.dumps(
        {"type": "refused", "reason": "empty", "detail": notice, "pictured": None, "origins": []}
    ).encode()


def origin_fields(**changes: object) -> dict[str, object]:
    people = {part: ["Ann"] for part in ("senders", "recipients", "copied", "authors")}
    return {"type": "origin", "dated_ns": 1, "subject": "Rent", "written": []} | people | changes


def pictured_line(**changes: object) -> bytes:
    fields = {"type": "pictured", "kind": "picture", "pages": [1, 2], "total": 2, "garbled": []} | changes
    return json.dumps(
        {"type": "refused", "reason": "no-text", "detail": None, "pictured": fields, "origins": []}
    ).encode()


def recognised_line(**changes: object) -> bytes:
    line = {"type": "recognisedline", "text": "ab", "corners": [0.0, 0.0, 1.0, 0.0, 1.0, 0.5, 0.0, 0.5]}
    line |= {"places": [10, 20], "confidence": 0.5} | changes
    page = {"type": "recognisedpage", "lines": [line], "paragraphs": ["ab"]}
    digest = base64.b64encode(bytes(32)).decode()
    return json.dumps({"type": "recognised", "content_hash": digest, "page": page}).encode()


def listed_line(*names: str) -> bytes:
    stat = {"type": "stat", "size": 1, "mtime_ns": 2, "inode": 3, "changed_ns": 0}
    files = [{"type": "embeddedfile", "name": name, "stat": stat} for name in names]
    inside = {"type": "embeddedfiles", "files": files, "reason": None, "detail": None}
    return json.dumps({"type": "listed", "inside": inside}).encode()


def test_the_tables_of_wrong_answers_start_from_right_ones() -> None:
    assert isinstance(decode_answer(listed_line("a.txt", "b/a.txt")), Listed)
    assert isinstance(decode_answer(extraction_line()), Parsed)
    assert isinstance(decode_answer(extraction_line(origins=[origin_fields()])), Parsed)
    assert isinstance(decode_answer(opened_line()), Opened)
    assert isinstance(decode_answer(refused_line("words")), Refused)
    assert isinstance(decode_answer(pictured_line()), Refused)
    assert isinstance(decode_answer(recognised_line()), Recognised)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"[]", id="no object"),
        pytest.param(b"{}", id="empty object"),
        pytest.param(b"[" * 100_000, id="too deep"),
        pytest.param(b'{"type": "beat", "count": ' + b"9" * 5_000 + b"}", id="a number of 5,000 digits"),
        pytest.param(b'{"type": "beat", "count": -1}', id="negative beat"),
        pytest.param(b'{"type": "beat", "count": true}', id="beat that is no number"),
        pytest.param(b'{"type": "beat", "count": 1e3}', id="beat that is no integer"),
        pytest.param(extraction_line(wholeness=wholeness_fields(unread=["souls"])), id="unknown part"),
        pytest.param(extraction_line(wholeness=wholeness_fields(unread=["notes"] * 99)), id="too many parts"),
        pytest.param(
            extraction_line(wholeness=wholeness_fields(objects=base64.b64encode(bytes(33)).decode())), id="long digest"
        ),
        pytest.param(extraction_line(origins=[origin_fields(dated_ns=2**63)]), id="a date of no time"),
        pytest.param(extraction_line(origins=[origin_fields(senders=["x"] * 101)]), id="too many people"),
        pytest.param(extraction_line(origins=[origin_fields(authors=["\ud800"])]), id="a person of no letters"),
        pytest.param(extraction_line(origins=[origin_fields(written=[["a", "b"]] * 21)]), id="too many properties"),
        pytest.param(extraction_line(origins=[origin_fields(written=[["a", "b" * 10_001]])]), id="a long property"),
        pytest.param(extraction_line(origins=[origin_fields(subject="x" * 1_001)]), id="a subject too long"),
        pytest.param(extraction_line(origins=[origin_fields()] * 20_001), id="too many messages"),
        pytest.param(b'{"type": "refused", "reason": "because", "detail": null}', id="unknown reason"),
        pytest.param(b'{"type": "refused", "reason": "empty"}', id="reason without detail"),
        pytest.param(refused_line("x" * 1_001), id="detail too long"),
        pytest.param(refused_line("lone \ud800 surrogate"), id="detail that is no text"),
        pytest.param(pictured_line(pages=[2, 1]), id="pages out of order"),
        pytest.param(pictured_line(pages=[1, 3]), id="a page that is not there"),
        pytest.param(pictured_line(garbled=[3]), id="a garbled page that is none of them"),
        pytest.param(pictured_line(pages=list(range(1, 2_002)), total=9_999), id="more pages than are read"),
        pytest.param(recognised_line(corners=[0.0] * 7), id="three corners and a half"),
        pytest.param(recognised_line(corners=[0.0] * 7 + [1.5]), id="a line outside its page"),
        pytest.param(recognised_line(places=[10]), id="a letter without a place"),
        pytest.param(recognised_line(confidence=2.0), id="more than certain"),
        pytest.param(listed_line("../a.txt"), id="a file that leads elsewhere"),
        pytest.param(listed_line("/etc/passwd"), id="a file with an absolute path"),
        pytest.param(listed_line("a\0b"), id="a file with a name that is none"),
        pytest.param(listed_line("a.txt", "a.txt"), id="two files of one name"),
        pytest.param(listed_line("x" * 4_001), id="a file with a name that is too long"),
        pytest.param(opened_line(kept=-1), id="negative bytes kept"),
        pytest.param(opened_line(content_hash="AAAA"), id="short hash"),
        pytest.param(opened_line(content_hash="*" * 44), id="hash that is not in base64"),
        pytest.param(opened_line(stat={"type": "stat", "size": -1, "mtime_ns": 2, "inode": 3}), id="negative size"),
        pytest.param(opened_line(stat={"type": "stat", "size": 1, "mtime_ns": 2}), id="short stat"),
        pytest.param(b'{"type": "ready"}', id="ready without its fields"),
        pytest.param(to_line(Decide(go=True)), id="a message of the parent"),
        pytest.param(extraction_line(kind="exe"), id="unknown kind"),
        pytest.param(extraction_line(text=None), id="no text"),
        pytest.param(extraction_line(text="lone \ud800 surrogate"), id="lone surrogate"),
        pytest.param(extraction_line(title="x" * 1_001), id="title too long"),
        pytest.param(extraction_line(blocks=packed((0, 8, 0, 1, 0, 0))), id="block beyond the text"),
        pytest.param(extraction_line(blocks=packed((3, 3, 0, 1, 0, 0))), id="empty block"),
        pytest.param(extraction_line(blocks=packed((0, 4, 0, 1, 0, 0), (3, 7, 0, 1, 0, 0))), id="blocks overlap"),
        pytest.param(extraction_line(blocks=packed((4, 7, 0, 1, 0, 0), (0, 3, 0, 1, 0, 0))), id="blocks out of order"),
        pytest.param(extraction_line(blocks=packed((0, 3, 0, 99, 0, 0))), id="unknown block"),
        pytest.param(extraction_line(blocks=packed((0, 3, 0, 0, 7, 0))), id="heading of level 7"),
        pytest.param(extraction_line(blocks=packed((0, 3, 0, 1, 0, 2))), id="breaks twice"),
        pytest.param(extraction_line(blocks=packed((0, 3, 0, 1, 0, 0))[:-4]), id="half a block"),
        pytest.param(extraction_line(blocks="***"), id="blocks that are not in base64"),
        pytest.param(extraction_line(blocks=[[0, 3, "paragraph", 0, None, False]]), id="blocks that are a list"),
        pytest.param(extraction_line(pages=-3), id="negative pages"),
    ],
)
def test_what_a_child_may_not_say_is_refused(line: bytes) -> None:
    with pytest.raises(MessageError):
        decode_answer(line)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b'{"type": "open", "path": "***"}',
        b'{"type": "open", "path": 3}',
        b'{"type": "decide", "go": 1}',
        b"[1]",
        to_line(Beat(1)),
    ],
)
def test_what_a_parent_may_not_say_is_refused(line: bytes) -> None:
    with pytest.raises(MessageError):
        decode_request(line)


def test_a_line_beyond_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(MessageError, match="more than"):
        decode_answer(bytes(LINE_LIMIT + 1))


def test_a_lone_surrogate_in_an_error_s_words_does_not_stop_the_answer() -> None:
    sent, received = (Refused(Reason.DAMAGED, SystemMessage.PLAIN(text=name)) for name in ("caf\udce9.txt", "caf?.txt"))
    assert decode_answer(to_line(sent)) == received


def _answer_of(characters: int) -> Parsed:
    text = '\U0001f600"' * (characters // 2)
    return Parsed(Extraction(FileKind.TEXT, "", text, (Block(0, len(text)),)))


def test_the_longest_text_travels_within_the_limit() -> None:
    sent = _answer_of(TEXT_LIMIT)
    line = to_line(sent)
    assert len(line) <= LINE_LIMIT
    assert decode_answer(line) == sent


def test_a_text_travels_in_linear_time() -> None:
    assert_linear(lambda sent: decode_answer(to_line(sent)), _answer_of, TEXT_LIMIT // 2)
