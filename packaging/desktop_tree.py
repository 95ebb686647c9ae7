"""Files that a Linux system has beside a program: menu entry, icons, metadata, manual pages, completions, licence."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import click
from click.shell_completion import get_completion_class
from click_man.core import generate_man_page, write_man_pages

from findling import __version__
from findling.cli.main import findling

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "resources" / "desktop"
ICONS = ROOT / "resources" / "icons"
APP_ID = "org.findling.Findling"
ICON_SIZES = (16, 32, 48, 64, 128, 256, 512)
_COMPLETIONS = {
    "bash-completion/completions/findling": "bash",
    "zsh/vendor-completions/_findling": "zsh",
    "zsh/site-functions/_findling": "zsh",
    "fish/vendor_completions.d/findling.fish": "fish",
}
"""Places of completions -> the shell that looks there; zsh looks into another folder on Debian than elsewhere."""


def write_share(share: Path, notices: str) -> None:
    """Write all that goes into `/usr/share`, or a folder that stands for it.

    Args:
        share: the folder.
        notices: where those of all that others made will lie, which the file of the licence names.
    """
    _copy(DESKTOP / "findling.desktop", share / "applications" / "findling.desktop")
    _copy(DESKTOP / f"{APP_ID}.metainfo.xml", share / "metainfo" / f"{APP_ID}.metainfo.xml")
    _copy(DESKTOP / "org.findling.Search.service", share / "dbus-1" / "services" / "org.findling.Search.service")
    providers = share / "gnome-shell" / "search-providers"
    _copy(DESKTOP / "findling-search-provider.ini", providers / "findling-search-provider.ini")
    _copy(DESKTOP / "findling-runner.desktop", share / "krunner" / "dbusplugins" / "findling-runner.desktop")
    icons = share / "icons" / "hicolor"
    for size in ICON_SIZES:
        _copy(ICONS / "app" / f"findling-{size}.png", icons / f"{size}x{size}" / "apps" / "findling.png")
    _copy(ICONS / "findling.svg", icons / "scalable" / "apps" / "findling.svg")
    _write_copyright(share / "doc" / "findling" / "copyright", notices)
    _write_manual(share / "man" / "man1")
    for place, shell in _COMPLETIONS.items():
        _write_completion(shell, share / place)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write_copyright(path: Path, notices: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    others = (
        "This package also contains libraries, models and other parts that others made, under licences of their\n"
        f"own. All are listed, each with its licence and the text of it, in\n\n    {notices}\n"
    )
    path.write_text(f"{(ROOT / 'LICENSE').read_text(encoding='utf-8').rstrip()}\n\n\n{others}", encoding="utf-8")


def _write_manual(folder: Path) -> None:
    """Write a page for the program and for each of its commands."""
    folder.mkdir(parents=True)
    # The commands are loaded as they are asked for, so that click-man does not find them by itself. Its own context
    # would lack the program's settings, and a command keeps the options for help that it is first seen with.
    with click.Context(findling, info_name="findling", **findling.context_settings) as context:
        (folder / "findling.1").write_text(generate_man_page(context, version=__version__), encoding="utf-8")
        for name in findling.list_commands(context):
            command = findling.get_command(context, name)
            write_man_pages(name, command, parent_ctx=context, version=__version__, target_dir=str(folder))
    for page in sorted(folder.glob("*.1")):
        page.with_suffix(".1.gz").write_bytes(gzip.compress(page.read_bytes(), 9, mtime=0))
        page.unlink()


def _write_completion(shell: str, path: Path) -> None:
    completion = get_completion_class(shell)
    assert completion is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(completion(findling, {}, "findling", "_FINDLING_COMPLETE").source() + "\n", encoding="utf-8")
