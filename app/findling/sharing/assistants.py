"""Assistants on this computer, and Findling's entry in their settings.

Places and forms of the settings are those of the assistants' own documentation: modelcontextprotocol.io (Claude
Desktop), code.claude.com/docs/en/mcp, cursor.com/docs/mcp, code.visualstudio.com/docs (reference/mcp-configuration),
docs.windsurf.com/windsurf/cascade/mcp, lmstudio.ai/docs/app/mcp, google-gemini/gemini-cli (docs/tools/mcp-server.md)
and developers.openai.com/codex/mcp.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from findling.errors import FindlingError, UsageError
from findling.ipc.command import find_program, strip_program
from findling.messages.sharing_templates import SharingMessage
from findling.messages.system_templates import explain_os_error
from findling.paths import LibraryPaths

if TYPE_CHECKING:
    from collections.abc import Collection, MutableMapping

_NAME = "findling"


@dataclass(frozen=True, slots=True)
class ProgramEntry:
    """Program that an assistant starts."""

    command: str
    arguments: tuple[str, ...]

    def describe(self, *, with_type: bool) -> dict[str, Any]:
        """Return the entry as the settings have it."""
        kind = {"type": "stdio"} if with_type else {}
        return {**kind, "command": self.command, "args": list(self.arguments)}


@dataclass(frozen=True, slots=True)
class Assistant:
    """Assistant with its settings.

    Attributes:
        name: for the command line.
        title: its own name.
        file: settings in which it looks for servers, as JSON, or as TOML by its ending.
        folder: exists where the assistant was ever started.
        table: name of the object that holds the servers.
        with_type: an entry says that it speaks over standard streams.
    """

    name: str
    title: str
    file: Path
    folder: Path
    table: str = "mcpServers"
    with_type: bool = False

    @property
    def is_found(self) -> bool:
        """True if it is on this computer, or was."""
        return self.folder.is_dir()


def list_assistants(home: Path | None = None) -> tuple[Assistant, ...]:
    """Return the assistants that Findling knows, with their settings below a home folder."""
    home = home or Path.home()
    programs = _find_programs_folder(home)
    code = programs / "Code" / "User"
    codex = Path(os.environ.get("CODEX_HOME") or home / ".codex")
    return (
        Assistant("claude-desktop", "Claude Desktop", programs / "Claude" / "claude_desktop_config.json",
                  programs / "Claude"),
        Assistant("claude-code", "Claude Code", home / ".claude.json", home / ".claude", with_type=True),
        Assistant("codex", "Codex", codex / "config.toml", codex, "mcp_servers"),
        Assistant("cursor", "Cursor", home / ".cursor" / "mcp.json", home / ".cursor"),
        Assistant("gemini-cli", "Gemini CLI", home / ".gemini" / "settings.json", home / ".gemini"),
        Assistant("lm-studio", "LM Studio", home / ".lmstudio" / "mcp.json", home / ".lmstudio"),
        Assistant("vs-code", "Visual Studio Code", code / "mcp.json", code, "servers", with_type=True),
        Assistant("windsurf", "Windsurf", home / ".codeium" / "windsurf" / "mcp_config.json",
                  home / ".codeium" / "windsurf"),
    )  # fmt: skip


def choose_assistants(names: Collection[str], home: Path | None = None) -> list[Assistant]:
    """Return the named assistants, or all that are found on this computer if none is named.

    Raises:
        UsageError: one is not known, or none is found.
    """
    known = {assistant.name: assistant for assistant in list_assistants(home)}
    for name in names:
        if name not in known:
            raise UsageError(
                SharingMessage.UNKNOWN_ASSISTANT(name=name), SharingMessage.ASSISTANTS_ARE(names=tuple(known))
            )
    chosen = [known[name] for name in names] or [each for each in known.values() if each.is_found]
    if not chosen:
        raise UsageError(SharingMessage.NO_ASSISTANT(), SharingMessage.ASSISTANTS_ARE(names=tuple(known)))
    return chosen


def find_entry(paths: LibraryPaths, subcommand: str = "mcp") -> ProgramEntry:
    """Return the entry that starts a command of this Findling on a library."""
    command, *arguments = find_program()
    return ProgramEntry(command, (*arguments, *_choose_library(paths), subcommand))


def _choose_library(paths: LibraryPaths) -> tuple[str, ...]:
    return () if paths == LibraryPaths.of_platform() else ("--library", str(paths.data))


def is_registered(assistant: Assistant) -> bool:
    """Return whether an assistant's settings, if readable, have an entry for Findling."""
    try:
        return _NAME in _open_settings(assistant)[1]
    except FindlingError:
        return False


def serves_library(assistant: Assistant, paths: LibraryPaths) -> bool:
    """Return whether an assistant's entry has this or another Findling serve a library.

    Not where the settings cannot be read, nor where somebody else's program bears the name.
    """
    try:
        entry = _open_settings(assistant)[1].get(_NAME)
    except FindlingError:
        return False
    if not isinstance(entry, dict):
        return False
    words = [entry.get("command"), *(entry.get("args") or ())]
    return strip_program([str(word) for word in words]) == (*_choose_library(paths), "mcp")


def register_assistant(assistant: Assistant, entry: ProgramEntry) -> bool:
    """Write the entry into an assistant's settings, and keep all else there.

    Return whether anything changed.

    Raises:
        FindlingError: the settings cannot be read, are not understood, or cannot be written.
    """
    described = entry.describe(with_type=assistant.with_type)
    try:
        settings, servers = _open_settings(assistant)
    except FindlingError as error:
        by_hand = json.dumps({assistant.table: {_NAME: described}}, ensure_ascii=False)
        raise FindlingError(error.notice, SharingMessage.ENTRY_BY_HAND(entry=by_hand)) from error
    if servers.get(_NAME) == described:
        return False
    servers[_NAME] = described
    settings[assistant.table] = servers
    _write_settings(assistant, settings)
    return True


def unregister_assistant(assistant: Assistant) -> bool:
    """Take the entry out of an assistant's settings, and keep all else there.

    Return whether there was one.

    Raises:
        FindlingError: the settings cannot be read, are not understood, or cannot be written.
    """
    settings, servers = _open_settings(assistant)
    if _NAME not in servers:
        return False
    del servers[_NAME]
    _write_settings(assistant, settings)
    return True


def _find_programs_folder(home: Path) -> Path:
    """Return the folder in which programs keep their settings."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")


def _open_settings(assistant: Assistant) -> tuple[MutableMapping[str, Any], MutableMapping[str, Any]]:
    """Return an assistant's settings, and the servers in them.

    Raises:
        FindlingError: they cannot be read, or are not understood.
    """
    import tomlkit

    try:
        text = assistant.file.read_text("utf-8-sig")
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        raise _refuse(assistant) from error
    try:
        # The settings of some may hold comments, which JSON has not: they would be lost, so such a file is left alone.
        is_toml = assistant.file.suffix == ".toml"
        settings = tomlkit.parse(text) if is_toml else json.loads(text) if text.strip() else {}
    except (ValueError, RecursionError) as error:
        raise _refuse(assistant) from error
    servers = settings.get(assistant.table, {}) if isinstance(settings, dict) else None
    if not isinstance(settings, dict) or not isinstance(servers, dict):
        raise _refuse(assistant)
    return settings, servers


def _refuse(assistant: Assistant) -> FindlingError:
    return FindlingError(SharingMessage.SETTINGS_NOT_UNDERSTOOD(assistant=assistant.title, file=assistant.file))


def _write_settings(assistant: Assistant, settings: MutableMapping[str, Any]) -> None:
    """Replace an assistant's settings in one step; where the file is a link, what it points to.

    Raises:
        FindlingError: they cannot be written.
    """
    import tomlkit

    if assistant.file.suffix == ".toml":
        text = tomlkit.dumps(settings)
    else:
        text = json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
    file = Path(os.path.realpath(assistant.file))
    aside = file.with_name(f"{file.name}.findling-new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        mode = file.stat().st_mode & 0o777 if file.exists() else 0o600
        with os.fdopen(os.open(aside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, mode), "w", encoding="utf-8") as out:
            out.write(text)
        aside.replace(file)
    except (OSError, UnicodeEncodeError) as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        reason = explain_os_error(error) if isinstance(error, OSError) else str(error)
        raise FindlingError(
            SharingMessage.SETTINGS_NOT_WRITTEN(assistant=assistant.title, file=assistant.file, reason=reason)
        ) from error
