"""Renews the translations: collects the window's texts into resources/translations/*.ts, and builds the .qm from them.

What is new stands in the .ts as unfinished, to be translated there by hand or with Qt Linguist; then run this again.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from findling.formats import FAMILIES, FORMATS, OTHER

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "app" / "findling" / "ui"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "he")
PLURALS = "en"
"""The language of the texts themselves, in which only those with a number need forms."""


def collect(folder: Path = FOLDER) -> None:
    """Bring the .ts in a folder up to date with the source; what no text stands for any more is dropped."""
    sources = [str(path.relative_to(ROOT)) for path in sorted(TEXTS.rglob("*.py"))]
    with tempfile.TemporaryDirectory() as aside:
        labels = Path(aside) / "labels.py"
        labels.write_text("".join(f"QT_TRANSLATE_NOOP{each}\n" for each in format_labels()), "utf-8")
        common = [_tool("lupdate"), *sources, str(labels), "-silent", "-no-obsolete", "-locations", "none"]
        common += ["-source-language", PLURALS]
        for code in LANGUAGES:
            _run(*common, "-target-language", code, "-ts", str(_path(code, folder)))
        _run(*common, "-target-language", PLURALS, "-pluralonly", "-ts", str(_path(PLURALS, folder)))


def format_labels() -> list[tuple[str, str]]:
    """Return context and text of each label in the table of formats."""
    kinds = [("Kinds", known.label) for known in (*FORMATS, OTHER)]
    return list(dict.fromkeys(kinds + [("Filters", family.label) for family in FAMILIES]))


def build(folder: Path = FOLDER) -> None:
    """Build the .qm that Findling reads into a folder."""
    for code in (*LANGUAGES, PLURALS):
        _run(_tool("lrelease"), "-silent", str(_path(code, FOLDER)), "-qm", str(folder / f"findling_{code}.qm"))


def _path(code: str, folder: Path) -> Path:
    return folder / f"findling_{code}.ts"


def _tool(name: str) -> str:
    """Qt's tool of this name, as PySide6 brings it."""
    return str(Path(sysconfig.get_path("scripts")) / f"pyside6-{name}")


def _run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


def main() -> int:
    """Collect, then build."""
    collect()
    build()
    return 0


if __name__ == "__main__":
    sys.exit(main())
