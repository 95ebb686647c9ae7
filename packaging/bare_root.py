"""Installs the Debian package in a bare system, starts all of it, and removes it: `bare_root.py PACKAGE FOLDER`.

The bare system is made by debootstrap, without Python, compiler or X libraries. Needs root, and Xvfb for the window.
A user's library has to be as it was after the package was put in anew, and after it was removed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smoke_test import ANSWER, QUESTION, SAMPLE

_AROUND = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "HOME": "/root"}
_DOCUMENTS = "root/Documents"
_HOMES = ("root/.local/share/findling", "root/.config/findling", _DOCUMENTS)
"""Folders of the user there: the library, the settings, and the documents."""


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
        self.ask(*command)

    def ask(self, *command: str) -> str:
        """Run a command in it, and return what it says; errors as `run`."""
        whole = ["chroot", str(self.folder), *command]
        return subprocess.run(whole, check=True, env=_AROUND, stdout=subprocess.PIPE, text=True).stdout

    def install(self, package: Path) -> None:
        """Install a package with all that it depends on, also over itself."""
        shutil.copy(package, self.folder / "tmp")
        self.run("apt-get", "update", "-qq")
        install = ["apt-get", "install", "-y", "-qq", "--reinstall", "--no-install-recommends"]
        self.run(*install, f"/tmp/{package.name}", "fonts-dejavu-core")  # noqa: S108

    def remove(self) -> list[str]:
        """Remove the package, and return what it left of all that it brought."""
        brought = [self.folder / place.removeprefix("/") for place in self.ask("dpkg", "-L", "findling").splitlines()]
        # Folders that others have, too, stay.
        own = [place for place in brought if not place.is_dir() or "findling" in place.name]
        self.run("apt-get", "purge", "-y", "-qq", "findling")
        return [str(place) for place in own if os.path.lexists(place)]

    def make_library(self) -> None:
        """Make a document of a user searchable."""
        document = next(SAMPLE.rglob(ANSWER))
        (self.folder / _DOCUMENTS).mkdir(parents=True, exist_ok=True)
        shutil.copy(document, self.folder / _DOCUMENTS)
        self.run("findling", "--no-progress", "index", f"/{_DOCUMENTS}")

    def finds_document(self) -> bool:
        """Return whether the document is found in the user's library."""
        return ANSWER in self.ask("findling", "--json", "search", QUESTION)

    def read_homes(self) -> dict[str, str]:
        """Return the user's files with their SHA-256."""
        files = (path for home in _HOMES for path in sorted((self.folder / home).rglob("*")) if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


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
        root.make_library()
        before = root.read_homes()
        root.install(asked.package)
        faults = [] if root.read_homes() == before else ["putting it in anew changed the user's files"]
        faults += [] if root.finds_document() else ["put in anew, it does not find what it found"]
    before = root.read_homes()
    faults += [f"left behind: {place}" for place in root.remove()]
    faults += [] if root.read_homes() == before else ["removing it changed the user's files"]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 0 if opened and not faults else 1


if __name__ == "__main__":
    sys.exit(main())
