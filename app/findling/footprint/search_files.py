"""Files by which a desktop's search finds Findling: the user's own, by set-up on Linux."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from findling.footprint.desktop_entry import data_home
from findling.ipc.command import strip_program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BUS_NAME = "org.findling.Search"
_COMMAND = ("desktop-search",)


def service_path() -> Path:
    """Return where the bus finds how the answers to the desktop's search are started."""
    return data_home() / "dbus-1" / "services" / f"{_BUS_NAME}.service"


def runner_path() -> Path:
    """Return where KRunner finds whom to ask."""
    return data_home() / "krunner" / "dbusplugins" / "findling-runner.desktop"


def find_search_files() -> list[Path]:
    """Return those of the files that are there and lead to some Findling."""
    found = []
    service = dict(_read_entries(service_path()))
    if service.get("Name") == _BUS_NAME and strip_program(_split(service.get("Exec", ""))) == _COMMAND:
        found.append(service_path())
    if dict(_read_entries(runner_path())).get("X-Plasma-DBusRunner-Service") == _BUS_NAME:
        found.append(runner_path())
    return found


def _read_entries(file: Path) -> Iterator[tuple[str, str]]:
    """Yield keys and values of a file; nothing where there is none, or no text."""
    try:
        text = file.read_text("utf-8", "surrogateescape")
    except OSError:
        return
    for line in text.splitlines():
        key, _, value = line.partition("=")
        yield key.strip(), value.strip()


def _split(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:  # a quotation mark that is not closed
        return []
