"""A writer that failed is restarted once settings that it reads have rested."""

from __future__ import annotations

import pytest

from findling.ui.services.preferences import Preferences
from findling.ui.services.writer_restart import WriterRestart


@pytest.fixture
def preferences(qtbot, tmp_path):
    return Preferences(tmp_path / "settings.toml")


def test_it_is_restarted_once_after_a_slider_rests(qtbot, preferences):
    restarted = []
    WriterRestart(preferences, lambda: restarted.append(preferences.settings.threads), preferences)
    for threads in (1, 2, 1):
        preferences.change(threads=threads)
    qtbot.waitUntil(lambda: bool(restarted))
    assert restarted == [1]


def test_what_only_the_search_reads_restarts_no_writer(preferences):
    restart = WriterRestart(preferences, pytest.fail, preferences)
    preferences.change(reranker="reads-well")
    assert not restart.is_planned
