"""The settings file, which users edit, is kept, checked, and never half written."""

from __future__ import annotations

import os
import tomllib
from dataclasses import replace

import pytest

from findling.errors import FindlingError
from findling.settings import (
    Appearance,
    Effect,
    Settings,
    find_names,
    load_settings,
    read_settings,
    write_settings,
)


def test_a_missing_file_means_the_defaults(tmp_path):
    assert read_settings(tmp_path / "settings.toml") == Settings()


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(model="another", threads=3, exclude=("*.log", "größe/", 'a "quoted" one'))]
)
def test_what_is_written_is_read(tmp_path, settings):
    path = tmp_path / "settings.toml"
    write_settings(path, settings)
    assert read_settings(path) == settings
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.toml"]


def test_a_users_comments_are_kept(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("# my machine is slow\nthreads = 1 # one is enough\n", "utf-8")
    write_settings(path, Settings(threads=2))
    text = path.read_text("utf-8")
    assert "# my machine is slow" in text
    assert "# one is enough" in text
    assert read_settings(path).threads == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"threads = ", "cannot be read"),
        (b"threads = 'two'", "threads has to be a whole number"),
        (b"threads = true", "threads has to be a whole number"),
        (b"exclude = '*.log'", "exclude has to be a list of texts"),
        (b"exclude = [1]", "exclude"),
        (b"threads = -1", "threads"),
        (b"model = '\xff'", "are no text in UTF-8"),
    ],
)
def test_a_mistake_is_said_with_the_files_name(tmp_path, content, said):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(FindlingError, match=said) as raised:
        read_settings(path)
    assert str(path) in str(raised.value)


NOT_UNDERSTOOD = [b"threads = ", b"model = '\xff'", b"\0\0\0", b"x = " + b"[" * 100_000]


@pytest.mark.parametrize("content", NOT_UNDERSTOOD)
def test_a_file_that_is_not_understood_is_kept_aside_and_the_usual_settings_hold(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    for _ in range(2):
        loaded = load_settings(path)
        assert loaded.settings == Settings()
        assert str(path) in str(loaded.wrong)
    [kept] = tmp_path.glob("settings.toml.broken-*")
    assert kept.read_bytes() == path.read_bytes() == content
    assert str(kept) in str(loaded.wrong)


@pytest.mark.parametrize("content", NOT_UNDERSTOOD)
def test_what_is_saved_takes_the_place_of_a_file_that_is_not_understood(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    write_settings(path, Settings(threads=2))
    assert read_settings(path) == Settings(threads=2)
    assert [kept.read_bytes() for kept in tmp_path.glob("settings.toml.broken-*")] == [content]


def test_a_wrong_value_costs_that_setting_alone(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("threads = 'two'\nmodel = 'large'\nexclude = ['*.log']\n", "utf-8")
    loaded = load_settings(path)
    assert loaded.settings == Settings(model="large", exclude=("*.log",))
    assert "threads has to be a whole number" in str(loaded.wrong)


def test_what_a_newer_findling_has_written_is_left_as_it_is_when_settings_are_saved(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("sparkle = true\nappearance = 'sepia'\n[new]\nx = 1\n", "utf-8")
    loaded = load_settings(path)
    assert loaded.unknown == ("new", "sparkle")
    write_settings(path, replace(loaded.settings, threads=2))
    written = tomllib.loads(path.read_text("utf-8"))
    assert (written["sparkle"], written["appearance"], written["new"], written["threads"]) == (
        True,
        "sepia",
        {"x": 1},
        2,
    )
    write_settings(path, replace(loaded.settings, appearance=Appearance.DARK))
    assert tomllib.loads(path.read_text("utf-8"))["appearance"] == "dark"


def test_entries_of_a_newer_findling_are_no_mistake(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("sparkle = true\nthreads = 2\n", "utf-8")
    assert read_settings(path) == Settings(threads=2)
    [problem] = load_settings(path).find_problems(path)
    assert "sparkle" in str(problem)
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.toml"]


def test_a_folder_in_the_place_of_the_file_locks_nobody_out(tmp_path):
    (tmp_path / "settings.toml").mkdir()
    assert load_settings(tmp_path / "settings.toml").settings == Settings()


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    path = tmp_path / "nowhere" / "settings.toml"
    with pytest.raises(FindlingError, match="nowhere"):
        write_settings(path, Settings())


def test_threads_are_all_cores_unless_chosen():
    assert Settings().indexing_threads == (os.cpu_count() or 1)
    assert Settings(threads=1).indexing_threads == 1


BOTH = {"model", "provider", "threads", "remote", "exclude"}


def test_a_change_of_a_setting_reaches_those_that_depend_on_it():
    own = {"keep_vectors", "on_battery", "recognise", "recognised_languages", "topics", "while_in_use"}
    assert find_names(Effect.WRITER) == {*BOTH, *own}
    assert find_names(Effect.READER) == {*BOTH, "thumbnails"}
    assert find_names(Effect.GROUPS) == {"keep_rules", "preferred", "protected", "not_compared"}
