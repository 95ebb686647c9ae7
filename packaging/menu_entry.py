"""Way back into Findling: menu entry, command, and answers to the desktop's search; on Linux, where all are files."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import environment
from findling.footprint.desktop_entry import FILE_NAME, config_home, data_home, quote_exec
from findling.footprint.search_files import runner_path, service_path

DESKTOP = environment.ROOT / "resources" / "desktop"
TEMPLATE = DESKTOP / FILE_NAME
ICON = environment.ROOT / "resources" / "icons" / "findling.svg"


def menu_path() -> Path:
    """Return where the entry of the user's menu lies."""
    return data_home() / "applications" / FILE_NAME


def link_path() -> Path:
    """Return where the command lies that a terminal finds."""
    return Path.home() / ".local" / "bin" / "findling"


def put() -> list[str]:
    """Put entry and command in their places, unless others are there; return what the user should know of it.

    Raises:
        OSError: they cannot be written.
    """
    if not sys.platform.startswith("linux"):
        return []
    told = []
    if _is_ours(menu_path()) and _write(menu_path(), make_entry()):
        told.append("Findling is in your menu now.")
        _tell_desktop()
    for path, content in make_search_files().items():
        if _is_ours(path):
            _write(path, content)
    link = link_path()
    if not os.path.lexists(link):
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(environment.COMMAND)
        known = str(link.parent) in os.environ.get("PATH", "").split(os.pathsep)
        told.append(
            f"In a terminal it is the command findling{'' if known else f', once {link.parent} is on your PATH'}."
        )
    return told


def take_away() -> None:
    """Take away all that was put there, and the start at the login, as far as it leads to this very folder.

    Raises:
        OSError: they cannot be deleted.
    """
    for entry in (menu_path(), service_path(), runner_path(), config_home() / "autostart" / FILE_NAME):
        if _leads_here(entry):
            entry.unlink()
    if link_path().is_symlink() and link_path().readlink().is_relative_to(environment.ROOT):
        link_path().unlink()
    if sys.platform.startswith("linux"):
        _tell_desktop()


def make_entry() -> str:
    """Return the entry that ships with Findling, with this folder's program and picture."""
    command = quote_exec([str(environment.COMMAND)])
    lines = TEMPLATE.read_text(encoding="utf-8").splitlines()
    made = [line.replace("Exec=findling", f"Exec={command}") for line in lines]
    made[made.index("Icon=findling")] = f"Icon={ICON}"
    made.insert(1, f"TryExec={environment.COMMAND}")
    return "\n".join(made) + "\n"


def make_search_files() -> dict[Path, str]:
    """Return the files by which the bus starts the answers to the desktop's search, and by which KRunner asks.

    GNOME Shell looks for its file in the system's folders only.
    """
    service = (DESKTOP / "org.findling.Search.service").read_text(encoding="utf-8")
    runner = (DESKTOP / "findling-runner.desktop").read_text(encoding="utf-8")
    return {
        service_path(): service.replace("/usr/bin/findling", shlex.quote(str(environment.COMMAND))),
        runner_path(): runner.replace("Icon=findling\n", f"Icon={ICON}\nTryExec={environment.COMMAND}\n"),
    }


def _is_ours(entry: Path) -> bool:
    """Return whether an entry may be replaced: there is none, or it leads here."""
    return not entry.exists() or _leads_here(entry)


def _leads_here(entry: Path) -> bool:
    try:
        return str(environment.VENV) in entry.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False


def _write(path: Path, content: str) -> bool:
    """Write a file, unless it says so already; return whether it was written."""
    with suppress(OSError):
        if path.read_text(encoding="utf-8") == content:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return True


def _tell_desktop() -> None:
    """Have the desktop read its menu again, where it needs to be told."""
    updater = shutil.which("update-desktop-database")
    if updater and menu_path().parent.is_dir():
        subprocess.run([updater, str(menu_path().parent)], check=False, capture_output=True)
