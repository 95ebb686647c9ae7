"""Makes the archive and the packages for Linux of what packaging/freeze.py froze, by the tools of the freeze lock."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import xz_packing
from commit_time import read_commit_time
from components import NOTICES
from desktop_tree import write_share
from findling import __version__
from system_libraries import LEFT, find_needs, list_required

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
FROZEN = DIST / "findling"
_NAMES = {"deb": "findling_{version}_{debian}.deb", "rpm": "findling-{version}-1.{machine}.rpm"}
"""Packages -> how each kind of system names its files."""

_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
"""Names of architectures by uname -> by nfpm, which writes each package's own."""

_PLACE = "/usr/lib/findling"
_ONLY = {"zsh/vendor-completions/_findling": "deb", "zsh/site-functions/_findling": "rpm"}
"""Files that only one kind of system looks for."""

_RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
"""Debian's packages that have another name from Debian 13 on."""

_SUMMARY = "Search your own files by what they mean"
_DESCRIPTION = (
    f"{_SUMMARY}\nFinds documents by meaning and by words, shows them at the passage that answers,\n"
    "and finds those that you have twice. Works without the internet."
)


def build_archive(frozen: Path, folder: Path) -> Path:
    """Pack the program so that the same files always make the same archive; nothing else is needed to start it."""
    name = f"findling-{__version__}-linux-{os.uname().machine}"
    path = folder / f"{name}.tar.xz"
    with (
        xz_packing.open_packed(path) as packed,
        tarfile.open(mode="w", fileobj=packed, format=tarfile.PAX_FORMAT) as archive,
    ):
        for each in sorted(frozen.rglob("*")):
            archive.add(each, f"{name}/{each.relative_to(frozen)}", recursive=False, filter=_settle)
    return path


def _settle(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = read_commit_time(), 0, 0, "", ""
    return entry


def build_package(packager: str, frozen: Path, work: Path, folder: Path) -> Path:
    """Pack the program with all by which a system knows it; the same files always make the same package.

    Args:
        packager: `deb` or `rpm`.
        frozen: what PyInstaller made.
        work: a folder to put things together in; it is emptied.
        folder: where the package goes.

    Raises:
        subprocess.CalledProcessError: nfpm refuses to.
    """
    shutil.rmtree(work, ignore_errors=True)
    write_share(work / "share", f"{_PLACE}/_internal/{NOTICES}")
    for each in (*frozen.rglob("*"), frozen):
        os.utime(each, (read_commit_time(),) * 2, follow_symlinks=False)
    description = work / "nfpm.json"
    description.write_text(json.dumps(describe(frozen, work / "share"), indent=1), encoding="utf-8")
    path = folder / _NAMES[packager].format(version=__version__, machine=os.uname().machine, debian=_name_machine())
    # Beside this Python, which the lock brought it into.
    nfpm = shutil.which("nfpm", path=sysconfig.get_path("scripts")) or "nfpm"
    command = [nfpm, "package", "--config", str(description), "--packager", packager, "--target", str(path)]
    around = os.environ | {"SOURCE_DATE_EPOCH": str(read_commit_time())}
    subprocess.run(command, check=True, env=around, stdout=subprocess.PIPE)
    if packager == "deb":
        xz_packing.pack_package(path)
    return path


def describe(frozen: Path, share: Path) -> dict[str, object]:
    """Return nfpm's description of the packages (nfpm.goreleaser.com/configuration)."""
    sonames = list_required(find_needs(frozen))
    when = datetime.fromtimestamp(read_commit_time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    stamp = {"mtime": when}
    contents: list[dict[str, object]] = [
        {"src": str(frozen), "dst": _PLACE, "type": "tree", "file_info": stamp},
        {"src": f"{_PLACE}/findling", "dst": "/usr/bin/findling", "type": "symlink", "file_info": stamp},
    ]
    for path in sorted(path for path in share.rglob("*") if path.is_file()):
        place = path.relative_to(share).as_posix()
        entry: dict[str, object] = {"src": str(path), "dst": f"/usr/share/{place}"}
        entry["file_info"] = {**stamp, "mode": 0o644}
        if place in _ONLY:
            entry["packager"] = _ONLY[place]
        contents.append(entry)
    debian = sorted({LEFT[name] for name in sonames})
    debian = [f"{name} | {_RENAMED[name]}" if name in _RENAMED else name for name in debian]
    glibc = find_glibc()
    return {
        "name": "findling",
        "arch": _name_machine(),
        "platform": "linux",
        "version": __version__,
        "section": "utils",
        "priority": "optional",
        "maintainer": "The Findling authors <findling@localhost>",
        "license": "MIT",
        "description": _DESCRIPTION,
        "mtime": when,
        "disable_globbing": True,
        "contents": contents,
        "rpm": {"summary": _SUMMARY, "compression": "zstd:19", "buildhost": "localhost"},
        # Packed afterwards (xz_packing).
        "deb": {"compression": "none"},
        "overrides": {
            "deb": {
                "depends": [f"libc6 (>= {glibc})", *debian],
                "recommends": ["fonts-dejavu-core | fonts-noto-core", "libwayland-client0", "libwayland-cursor0"],
            },
            # By the names of the libraries themselves, which are the same on every system that has rpm.
            "rpm": {"depends": [f"libc.so.6(GLIBC_{glibc})(64bit)", *(f"{name}()(64bit)" for name in sonames)]},
        },
    }


def _name_machine() -> str:
    return _MACHINES[os.uname().machine]


def find_glibc() -> str:
    """Return the version of the C library here: what the system's libraries in the package were built with."""
    told = os.confstr("CS_GNU_LIBC_VERSION") or ""
    return told.rpartition(" ")[2]


def main() -> int:
    """Make the archive and both packages; 3 if that fails."""
    try:
        made = [build_archive(FROZEN, DIST)]
        made += [build_package(packager, FROZEN, ROOT / "build" / "package", DIST) for packager in _NAMES]
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"Packing failed: {error}", file=sys.stderr)
        return 3
    for path in made:
        print(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
