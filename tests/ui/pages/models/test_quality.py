"""Published scores of models, made comparable."""

from __future__ import annotations

import pytest

from findling.ui.pages.models.quality_bar import Quality, compare, relate
from modelstubs import card


def test_only_tasks_that_all_were_measured_by_count():
    wide = card("wide", scores=(("SciFact", 0.7), ("NFCorpus", 0.1), ("STS12", 0.8)))
    narrow = card("narrow", scores=(("SciFact", 0.6), ("STS12", 0.9)))
    assert compare([wide, narrow]) == {"wide": Quality(0.7, 0.8), "narrow": Quality(0.6, 0.9)}


def test_a_build_is_as_good_as_its_original():
    original = card("big", scores=(("SciFact", 0.7),))
    build = card("big-int8", original="big")
    assert compare([original, build])["big-int8"] == Quality(0.7, None)


def test_a_build_whose_original_is_gone_has_nothing_to_show():
    assert compare([card("big-int8", original="big")])["big-int8"] == Quality(None, None)


@pytest.mark.parametrize(
    ("value", "baseline", "relation"), [(0.7, 0.6, 1), (0.6, 0.7, -1), (0.605, 0.6, 0), (0.7, None, 0)]
)
def test_small_differences_are_none(value, baseline, relation):
    assert relate(value, baseline) == relation
