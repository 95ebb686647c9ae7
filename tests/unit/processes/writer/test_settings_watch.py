"""Settings that a terminal or a person writes are gone by at once, by a writer that is at work already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.library import Progress
from findling.processes.writer.messages import Done
from findling.processes.writer.settings_watch import SettingsWatch
from findling.settings import Appearance, Settings, read_settings, write_settings

SLOW = Path("/slow")


@pytest.fixture
def settings(paths):
    paths.create()
    return paths.settings


def test_what_is_written_is_news_until_it_is_taken(settings):
    watch = SettingsWatch(settings, look_seconds=0.0)
    assert not watch.has_news()
    write_settings(settings, Settings(model="other"))
    assert watch.has_news()
    assert watch.settings.model != "other", "it goes by what it took over last"
    taken = watch.take()
    assert taken is not None
    assert (taken.model, watch.settings.model) == ("other", "other")
    assert not watch.has_news()
    assert watch.take() is None


@pytest.mark.parametrize("changes", [
    {"model": "other"}, {"provider": "CPUExecutionProvider"}, {"keep_vectors": True}, {"threads": 1},
    {"remote": "http://127.0.0.1:9"}, {"exclude": ("*.bak",)},
])  # fmt: skip
def test_everything_that_the_writer_goes_by_is_news(settings, changes):
    watch = SettingsWatch(settings, look_seconds=0.0)
    write_settings(settings, replace(Settings(), **changes))
    assert watch.has_news()


def test_other_colours_interrupt_nothing(settings):
    watch = SettingsWatch(settings, look_seconds=0.0)
    write_settings(settings, Settings(appearance=Appearance.DARK))
    assert not watch.has_news()
    assert watch.take() is None


def test_while_the_file_cannot_be_read_the_settings_stay(settings):
    write_settings(settings, Settings(model="one"))
    watch = SettingsWatch(settings, look_seconds=0.0)
    settings.write_text("model = ")
    assert not watch.has_news()
    settings.unlink()
    assert watch.take() == Settings()
    write_settings(settings, Settings(model="two"))
    taken = watch.take()
    assert taken is not None
    assert taken.model == "two"


def test_what_is_taken_back_is_no_news(settings):
    watch = SettingsWatch(settings, look_seconds=0.0)
    write_settings(settings, Settings(model="other"))
    assert watch.has_news()
    write_settings(settings, Settings())
    assert not watch.has_news()


def test_a_run_goes_on_by_the_new_settings(start, paths, tmp_path):
    with start() as client:
        events = client.index([SLOW])
        counts = [next(events).found, next(events).found]
        write_settings(paths.settings, replace(read_settings(paths.settings), model="other"))
        # The engine of these tests counts from one in every run.
        while counts[-1] >= counts[-2]:
            counts.append(next(event.found for event in events if isinstance(event, Progress)))
        client.stop()
        *_, done = events
    assert isinstance(done, Done)
    assert done.summary.stopped
    assert (tmp_path / "closed.adopted").read_text() == "other"


def test_following_goes_on_by_the_new_settings(start, paths, tmp_path):
    with start() as client:
        events = client.follow()
        assert next(events).doing == "watching"
        write_settings(paths.settings, replace(read_settings(paths.settings), model="other"))
        assert next(events).doing == "watching"
        client.stop()
        assert [event for event in events if isinstance(event, Done)]
    assert (tmp_path / "closed.adopted").read_text() == "other"
