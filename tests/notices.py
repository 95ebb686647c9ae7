"""Hypothesis strategies of messages with facts of every kind."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import strategies as st

from findling.messages.message_json import CATALOGUES
from findling.messages.notice import Notice

MESSAGES = tuple(message for catalogue in CATALOGUES for message in catalogue)

TEXTS = st.text(st.characters(exclude_categories=()))
PATHS = st.binary(min_size=1).filter(lambda name: b"\0" not in name).map(lambda name: Path(os.fsdecode(name)))

_VALUES = st.one_of(TEXTS, PATHS, st.integers(), st.floats(allow_nan=False), st.lists(TEXTS).map(tuple))


def _with(values: st.SearchStrategy) -> st.SearchStrategy[Notice]:
    """Return a strategy of messages whose facts are of these values."""

    def fill(message):
        return st.tuples(*(st.tuples(st.just(name), values) for name in sorted(message.names())))

    return st.sampled_from(MESSAGES).flatmap(lambda message: st.builds(Notice, st.just(message), fill(message)))


_SIMPLE = _with(_VALUES)

NOTICES = st.builds(
    lambda notice, remedies: notice.advising(*remedies), _with(_VALUES | _SIMPLE), st.lists(_SIMPLE, max_size=2)
)
