"""Installs the Debian package in a bare system, starts all of it, and removes it: `bare_root.py PACKAGE FOLDER`.

The bare system is made by debootstrap, without Python, compiler or X libraries. Needs root, and Xvfb for the window.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_KEPT = ("usr/lib/findling", "usr/bin/findling", "usr/share/doc/findling", "usr/share/applications/findling.desktop")
"""Places of the package, of which none may stay when it is removed."""


class BareRoot:
    """Bare Debian in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self, release: str) -> None:
        """Make it, unless it is there, from where debootstrap finds a release."""
        if not (self.folder / "usr").is_dir():
            subprocess.run(["debootstrap", "--variant=minbase", release, self.folder], check=True)
        # A place outside has the same name inside, so that a test outside can name files to the program inside.
        inside = self.folder / self.folder.relative_to("/") / "tmp"
        inside.parent.mkdir(parents=True, exist_ok=True)
        if not inside.is_symlink():
            inside.symlink_to("/tmp")  # noqa: S108 - that of the bare system

    @contextmanager
    def running(self) -> Iterator[None]:
        """Give it a view of processes, as every system that runs has, and take that away again."""
        subprocess.run(["mount", "-t", "proc", "proc", self.folder / "proc"], check=True)
        try:
            yield
        finally:
            subprocess.run(["umount", self.folder / "proc"], check=True)

    def run(self, *command: str) -> None:
        """Run a command in it.

        Raises:
            subprocess.CalledProcessError: it failed.
        """
        around = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "HOME": "/root"}
        subprocess.run(["chroot", self.folder, *command], check=True, env=around, stdout=subprocess.DEVNULL)

    def install(self, package: Path) -> None:
        """Install a package with all that it depends on."""
        shutil.copy(package, self.folder / "tmp")
        self.run("apt-get", "update", "-qq")
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        self.run(*install, f"/tmp/{package.name}", "fonts-dejavu-core")  # noqa: S108

    def remove(self) -> list[str]:
        """Remove the package, and return what it left."""
        self.run("apt-get", "purge", "-y", "-qq", "findling")
        return [place for place in _KEPT if (self.folder / place).exists()]


@contextmanager
def open_screen(number: int) -> Iterator[str]:
    """Open a screen without a monitor; it is closed again."""
    screen = subprocess.Popen(["Xvfb", f":{number}", "-screen", "0", "1280x800x24", "-ac", "-nolisten", "tcp"])
    try:
        yield f":{number}"
    finally:
        screen.terminate()
        screen.wait()


def main() -> int:
    """Install, start every entry point, remove; 1 if one does not start or something stays."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("package", type=Path)
    parser.add_argument("folder", type=Path, help="where the bare system is made, or lies")
    parser.add_argument("--release", default="bookworm", help="of Debian (default: bookworm)")
    parser.add_argument("--screen", type=int, default=97, help="number of a screen that is free (default: 97)")
    asked = parser.parse_args()
    root = BareRoot(asked.folder.resolve())
    root.make(asked.release)
    root.install(asked.package)
    wrapper = root.folder.with_name(f"{root.folder.name}-findling")
    wrapper.write_text(f'#!/bin/sh\nexec chroot {root.folder} /usr/bin/findling "$@"\n', encoding="utf-8")
    wrapper.chmod(0o755)
    with root.running(), open_screen(asked.screen) as display:
        around = os.environ | {"DISPLAY": display, "TMPDIR": str(root.folder / "tmp"), "HOME": "/root"}
        around.pop("QT_QPA_PLATFORM", None)
        test = [sys.executable, str(Path(__file__).with_name("smoke_test.py")), str(wrapper), "--window"]
        opened = subprocess.run(test, check=False, env=around).returncode == 0
    left = root.remove()
    if left:
        print(f"left behind: {', '.join(left)}", file=sys.stderr)
    return 0 if opened and not left else 1


if __name__ == "__main__":
    sys.exit(main())
