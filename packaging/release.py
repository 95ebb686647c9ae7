"""Makes a release of what is committed: `release.py [--dry-run]`; refuses what is not green.

It builds the program and its packages, starts every entry point, writes checksums and the notes, and tags the commit.
Nothing is sent anywhere: a pushed tag has `.github/workflows/packages.yml` do the same on each system.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import lock

ROOT = Path(__file__).resolve().parent.parent


class Checkout:
    """A copy of the project, and what keeps it from being released."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.version = self._search("app/findling/__init__.py", r'^__version__ = "(.+)"$')

    def list_refusals(self) -> list[str]:
        """Return all that is not green, each in one line that says what to do; empty if it may be released."""
        checks: tuple[Callable[[], list[str]], ...] = (
            self._check_tree,
            self._check_checked,
            self._check_tag,
            self._check_versions,
            self._check_changelog,
            self._check_locks,
            self._check_translations,
        )
        return [refusal for check in checks for refusal in check()]

    def read_notes(self) -> str:
        """Return what the changelog says of this version; "" if it says nothing, or has no day for it."""
        heading = rf"^## {re.escape(self.version)}, \d{{4}}-\d\d-\d\d$"
        _, *rest = re.split(heading, self._read("docs/changelog.md"), maxsplit=1, flags=re.MULTILINE)
        return re.split(r"^## ", rest[0], maxsplit=1, flags=re.MULTILINE)[0].strip() if rest else ""

    def _check_tree(self) -> list[str]:
        changed = self._git("status", "--porcelain").splitlines()
        return [f"{len(changed)} files are not committed ({changed[0][3:]}): commit or remove them"] if changed else []

    def _check_checked(self) -> list[str]:
        """Check that all checks passed on this very commit, which .ci/run notes at its end."""
        record = self._folder / "build" / "checked"
        checked = record.read_text(encoding="utf-8").strip() if record.exists() else ""
        if checked == self._git("rev-parse", "HEAD").strip():
            return []
        return ["the checks did not pass on this commit: run .ci/run"]

    def _check_tag(self) -> list[str]:
        there = self._git("tag", "--list", f"v{self.version}").strip()
        return [f"{self.version} is released already (tag {there}): raise the version"] if there else []

    def _check_versions(self) -> list[str]:
        others = {"CITATION.cff": self._search("CITATION.cff", r"^version: (.+)$")}
        return [
            f"{place} says {version or 'no version'}, the program {self.version}: change one"
            for place, version in others.items()
            if version != self.version
        ]

    def _check_changelog(self) -> list[str]:
        wanted = f"## {self.version}, YYYY-MM-DD"
        return [] if self.read_notes() else [f"docs/changelog.md has no notes below {wanted!r}: write them"]

    def _check_locks(self) -> list[str]:
        project = tomllib.loads(self._read("pyproject.toml"))
        stale = {name: lock.find_stale(project, name, self._read(f"packaging/{name}")) for name in lock.SELECTIONS}
        return [
            f"{name} does not hold {', '.join(found)}: run packaging/lock.py" for name, found in stale.items() if found
        ]

    def _check_translations(self) -> list[str]:
        refusals = []
        for path in sorted((self._folder / "resources" / "translations").glob("*.ts")):
            texts = ET.parse(path).iter("translation")  # noqa: S314 - our own
            unfinished = sum(text.get("type") == "unfinished" for text in texts)
            if unfinished:
                refusals.append(f"{path.name} has {unfinished} texts that are not translated: translate them")
        return refusals

    def _search(self, place: str, pattern: str) -> str:
        found = re.search(pattern, self._read(place), re.MULTILINE)
        return found[1] if found else ""

    def _read(self, place: str) -> str:
        return (self._folder / place).read_text(encoding="utf-8")

    def _git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self._folder), *arguments]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def write_checksums(folder: Path) -> Path:
    """Write the SHA-256 of every file in a folder, in the form that `sha256sum --check` reads."""
    sums = folder / "SHA256SUMS"
    files = sorted(path for path in folder.iterdir() if path.is_file() and path != sums)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    sums.write_text("".join(lines), encoding="utf-8")
    return sums


def build(checkout: Checkout, root: Path) -> None:
    """Make all that is attached to a release, in `dist`.

    Raises:
        subprocess.CalledProcessError: a step failed.
    """
    dist = root / "dist"
    steps = (["freeze.py"], ["smoke_test.py", str(dist / "findling" / "findling")], ["build_packages.py"])
    for path in dist.glob("*"):
        if path.is_file():
            path.unlink()
    for name, *arguments in steps:
        print(f"{name} ...", flush=True)
        subprocess.run([sys.executable, str(root / "packaging" / name), *arguments], check=True)
    (dist / "notes.md").write_text(checkout.read_notes() + "\n", encoding="utf-8")
    print(write_checksums(dist).read_text(encoding="utf-8"), end="")


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Release, or say what keeps from it; 3 if something does, or a step fails."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--dry-run", action="store_true", help="only look whether it may be, and show the notes")
    asked = parser.parse_args(arguments)
    checkout = Checkout(root)
    if refusals := checkout.list_refusals():
        print(*(f"Not released: {refusal}." for refusal in refusals), sep="\n", file=sys.stderr)
        return 3
    tag = f"v{checkout.version}"
    if asked.dry_run:
        print(f"{tag} may be released:\n\n{checkout.read_notes()}")
        return 0
    try:
        build(checkout, root)
        tagging = ["git", "-C", str(root), "tag", "--annotate", tag, "--file", str(root / "dist" / "notes.md")]
        # A line that begins with # is a heading here, and no comment.
        subprocess.run([*tagging, "--cleanup=verbatim"], check=True)
    except subprocess.CalledProcessError as error:
        print(f"Not released: {error}.", file=sys.stderr)
        return 3
    print(f"Tagged {tag}. To have it built on each system: git push origin {tag}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
