"""Findling enters itself into the settings of assistants, and takes itself out, without touching the rest."""

from __future__ import annotations

import json
import stat
import sys
import tomllib
from pathlib import Path

import pytest

from findling.errors import FindlingError, UsageError
from findling.paths import LibraryPaths
from findling.sharing.assistants import (
    Assistant,
    ProgramEntry,
    choose_assistants,
    find_entry,
    is_registered,
    list_assistants,
    register_assistant,
    unregister_assistant,
)

ENTRY = ProgramEntry("/usr/bin/python3", ("-m", "findling", "mcp"))


@pytest.fixture(autouse=True)
def no_own_settings(monkeypatch):
    """Keep to the home folder of the test, whatever the environment names."""
    for name in ("CODEX_HOME", "APPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)


def known(home: Path) -> dict[str, Assistant]:
    return {assistant.name: assistant for assistant in list_assistants(home)}


def read(assistant: Assistant) -> dict[str, object]:
    text = assistant.file.read_text("utf-8")
    return tomllib.loads(text) if assistant.file.suffix == ".toml" else json.loads(text)


@pytest.mark.parametrize("name", sorted(known(Path("/"))))
def test_each_assistant_gets_its_entry_once_and_loses_it_again(tmp_path, name):
    assistant = known(tmp_path)[name]
    assert not is_registered(assistant)
    assert register_assistant(assistant, ENTRY)
    assert not register_assistant(assistant, ENTRY)
    assert is_registered(assistant)
    entry = read(assistant)[assistant.table]["findling"]
    assert (entry["command"], entry["args"]) == ("/usr/bin/python3", ["-m", "findling", "mcp"])
    assert entry.get("type") == ("stdio" if assistant.with_type else None)
    assert unregister_assistant(assistant)
    assert not unregister_assistant(assistant)
    assert not is_registered(assistant)


def test_all_else_in_the_settings_stays_in_its_order(tmp_path):
    assistant = known(tmp_path)["claude-desktop"]
    before = {"z": [1, {"ä": None}], "mcpServers": {"other": {"command": "x"}}, "a": 1.5}
    assistant.file.parent.mkdir(parents=True)
    assistant.file.write_text(json.dumps(before), "utf-8")
    register_assistant(assistant, ENTRY)
    assert list(read(assistant)) == ["z", "mcpServers", "a"]
    unregister_assistant(assistant)
    assert read(assistant) == before


def test_comments_in_toml_stay(tmp_path):
    assistant = known(tmp_path)["codex"]
    assistant.file.parent.mkdir()
    assistant.file.write_text('# mine\nmodel = "x"\n\n[mcp_servers.other] # theirs\ncommand = "y"\n', "utf-8")
    register_assistant(assistant, ENTRY)
    text = assistant.file.read_text("utf-8")
    assert "# mine" in text
    assert "# theirs" in text
    unregister_assistant(assistant)
    assert tomllib.loads(assistant.file.read_text("utf-8")) == {
        "model": "x",
        "mcp_servers": {"other": {"command": "y"}},
    }


@pytest.mark.parametrize("written", ["{", "[]", '{"mcpServers": []}', "// a comment\n{}", "nul\0"])
def test_settings_that_are_not_understood_are_left_alone_and_the_entry_is_told(tmp_path, written):
    assistant = known(tmp_path)["cursor"]
    assistant.file.parent.mkdir()
    assistant.file.write_text(written, "utf-8")
    with pytest.raises(FindlingError, match="left as they are") as refused:
        register_assistant(assistant, ENTRY)
    assert '"findling"' in str(refused.value)
    with pytest.raises(FindlingError):
        unregister_assistant(assistant)
    assert assistant.file.read_text("utf-8") == written


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes")
def test_mode_and_link_of_the_settings_stay(tmp_path):
    assistant = known(tmp_path)["cursor"]
    assistant.file.parent.mkdir()
    target = tmp_path / "dotfiles.json"
    target.write_text("{}", "utf-8")
    target.chmod(0o640)
    assistant.file.symlink_to(target)
    register_assistant(assistant, ENTRY)
    assert assistant.file.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert "findling" in target.read_text("utf-8")


def test_without_names_those_on_this_computer_are_chosen(tmp_path):
    (tmp_path / ".cursor").mkdir()
    assert [each.name for each in choose_assistants((), tmp_path)] == ["cursor"]
    assert [each.name for each in choose_assistants(["codex"], tmp_path)] == ["codex"]


def test_unknown_names_and_a_computer_without_assistants_are_told(tmp_path):
    with pytest.raises(UsageError, match="no assistant called hal"):
        choose_assistants(["hal"], tmp_path)
    with pytest.raises(UsageError, match="None of the assistants"):
        choose_assistants((), tmp_path)


def test_the_entry_names_the_library_unless_it_is_the_usual_one(tmp_path):
    usual = find_entry(LibraryPaths.of_platform())
    other = find_entry(LibraryPaths.inside(tmp_path))
    assert Path(usual.command) == Path(sys.executable)
    assert "--library" not in usual.arguments
    assert other.arguments[-3:] == ("--library", str(tmp_path), "mcp")
