"""Makes the archive and the Debian package of what packaging/freeze.py froze; run by a Python that has click-man."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import click
from click_man.core import write_man_pages

from findling import __version__
from findling.cli.main import findling
from findling.ui.app.display_check import list_packages

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
FROZEN = DIST / "findling"
DESKTOP = ROOT / "resources" / "desktop"
ICONS = ROOT / "resources" / "icons"
_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}

_RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
"""Packages that have another name from Debian 13 on."""


def build_archive() -> Path:
    """Pack the program so that the same files always make the same archive.

    Its README says how to start it; nothing else is needed.
    """
    name = f"findling-{__version__}-linux-{os.uname().machine}"
    path = DIST / f"{name}.tar.gz"
    with (
        path.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=0) as packed,
        tarfile.open(mode="w", fileobj=packed, format=tarfile.PAX_FORMAT) as archive,
    ):
        for each in sorted(FROZEN.rglob("*")):
            archive.add(each, f"{name}/{each.relative_to(FROZEN)}", recursive=False, filter=_settle)
    return path


def _settle(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = commit_time(), 0, 0, "", ""
    return entry


def commit_time() -> int:
    """Return when what is built was committed, in seconds; as reproducible-builds.org's SOURCE_DATE_EPOCH says it."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return int(told)


def build_debian_package() -> Path:
    """Pack the program with all by which a Debian system knows it.

    Raises:
        subprocess.CalledProcessError: dpkg-deb failed.
    """
    tree = ROOT / "build" / "debian"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(FROZEN, tree / "usr/lib/findling", symlinks=True)
    _link(tree / "usr/bin/findling", "../lib/findling/findling")
    share = tree / "usr/share"
    _copy(DESKTOP / "findling.desktop", share / "applications")
    _copy(DESKTOP / "org.findling.Findling.metainfo.xml", share / "metainfo")
    _copy(DESKTOP / "org.findling.Search.service", share / "dbus-1/services")
    _copy(DESKTOP / "findling-search-provider.ini", share / "gnome-shell/search-providers")
    _copy(DESKTOP / "findling-runner.desktop", share / "krunner/dbusplugins")
    for size in (16, 32, 48, 64, 128, 256, 512):
        target = share / f"icons/hicolor/{size}x{size}/apps"
        _copy(ICONS / "app" / f"findling-{size}.png", target).rename(target / "findling.png")
    _copy(ICONS / "findling.svg", share / "icons/hicolor/scalable/apps")
    _copy(ROOT / "LICENSE", share / "doc/findling").rename(share / "doc/findling/copyright")
    _write_manual(share / "man/man1")
    _write_completions(share)
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_describe(tree), encoding="utf-8")
    path = DIST / f"findling_{__version__}_{_MACHINES[os.uname().machine]}.deb"
    around = os.environ | {"SOURCE_DATE_EPOCH": str(commit_time())}
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(tree), str(path)]
    subprocess.run(command, check=True, env=around, stdout=subprocess.DEVNULL)
    return path


def _copy(source: Path, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(source, folder))


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def _write_manual(folder: Path) -> None:
    """Write a page for the program and for each of its commands."""
    folder.mkdir(parents=True)
    write_man_pages("findling", findling, version=__version__, target_dir=str(folder))
    # The commands are loaded as they are asked for, so that click-man does not find them by itself.
    with click.Context(findling, info_name="findling") as context:
        for name in findling.list_commands(context):
            command = findling.get_command(context, name)
            write_man_pages(name, command, parent_ctx=context, version=__version__, target_dir=str(folder))
    for page in sorted(folder.glob("*.1")):
        page.with_suffix(".1.gz").write_bytes(gzip.compress(page.read_bytes(), 9, mtime=0))
        page.unlink()


def _write_completions(share: Path) -> None:
    places = {
        "bash": "bash-completion/completions/findling",
        "zsh": "zsh/vendor-completions/_findling",
        "fish": "fish/vendor_completions.d/findling.fish",
    }
    for shell, place in places.items():
        around = os.environ | {"_FINDLING_COMPLETE": f"{shell}_source"}
        script = subprocess.run([str(FROZEN / "findling")], env=around, check=True, stdout=subprocess.PIPE).stdout
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        (share / place).write_bytes(script)


def _describe(tree: Path) -> str:
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    needs = [f"{name} | {_RENAMED[name]}" if name in _RENAMED else name for name in list_packages()]
    lines = (
        "Package: findling",
        f"Version: {__version__}",
        f"Architecture: {_MACHINES[os.uname().machine]}",
        "Maintainer: The Findling authors <findling@localhost>",
        "Section: utils",
        "Priority: optional",
        f"Installed-Size: {size}",
        f"Depends: libc6 (>= {_find_glibc()}), {', '.join(needs)}",
        "Recommends: fonts-dejavu-core | fonts-noto-core",
        "Description: Search your own files by what they mean",
        " Finds documents by meaning and by words, shows them at the passage that answers,",
        " and finds those that you have twice. Works without the internet.",
    )
    return "\n".join(lines) + "\n"


def _find_glibc() -> str:
    """Return the version of the C library here: what the system's libraries in the package were built with."""
    told = os.confstr("CS_GNU_LIBC_VERSION") or ""
    return told.rpartition(" ")[2]


def main() -> int:
    """Make both packages; 3 if that fails."""
    try:
        for path in (build_archive(), build_debian_package()):
            print(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB")
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"Packing failed: {error}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
