"""A shell completes commands, and the filters of a search with the files that each leaves."""

from __future__ import annotations

import pytest

from findling.cli.main import run
from workspace import Workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("completion"))
    for name in ("a.txt", "b.txt", "notes/c.md"):
        workspace.write(name, f"The boiler of the house has to be looked at before the winter comes: {name}. " * 3)
    workspace.index()
    return workspace


@pytest.fixture
def complete(workspace, monkeypatch, capsys):
    def complete(*words: str) -> list[str]:
        monkeypatch.setenv("_FINDLING_COMPLETE", "fish_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(("findling", *words)))
        monkeypatch.setenv("COMP_CWORD", words[-1])
        monkeypatch.setenv("FINDLING_LIBRARY", str(workspace.paths.database.parent))
        assert run([], open_window=lambda *_, **__: 1) == 0
        return [line.removeprefix("plain,") for line in capsys.readouterr().out.split("\n") if line]

    return complete


def test_a_filter_is_completed_with_the_files_that_it_leaves(complete):
    assert complete("search", "type:m") == ["type:md\t1 file"]
    assert complete("search", "boiler", "lang:") == ["lang:en\t3 files"]


def test_a_library_named_before_the_command_is_the_one_that_is_asked(complete, tmp_path):
    assert complete("--library", str(tmp_path / "none"), "search", "type:") == []


def test_words_are_left_to_the_user_and_commands_are_completed(complete):
    assert complete("search", "boil") == []
    assert any(line.startswith("duplicates") for line in complete("dup"))
