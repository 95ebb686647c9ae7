"""A filter that the shared library cannot hold is refused, so that nothing more is found than was asked for."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from findling.errors import FindlingError
from findling.formats import FileKind
from findling.storage.file_filter import Filter
from findling.team.team_filter import require_known, to_team_condition

HELD = Filter(kinds=(FileKind.PDF,), languages=("de",), names=("lease",), after_ns=1, before_ns=2)


def test_what_is_held_is_a_condition_each():
    require_known(HELD)
    condition, values = to_team_condition(HELD)
    assert condition.count(" AND ") == len(values) == condition.count("%s") == 5
    assert to_team_condition(Filter()) == ("", [])


@pytest.mark.parametrize("name", [each.name for each in fields(Filter) if getattr(HELD, each.name) == each.default])
def test_every_other_condition_is_refused(name):
    with pytest.raises(FindlingError, match="cannot be narrowed"):
        require_known(Filter(**{name: (Path("/papers"),)}))
