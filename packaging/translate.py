"""Renews the translations: collects the texts into resources/translations/*.ts and builds the .qm.

The texts are those that stand in `ui`, and the messages of all rooms as the window shows them. What is new stands in
the .ts as unfinished, to be translated there by hand or with Qt Linguist; then run this again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory

from findling.format_table import FORMATS, OTHER, UNREAD_FORMATS
from findling.formats import FAMILIES
from findling.messages.command_templates import CheckMessage, CommandMessage, WindowMessage
from findling.messages.message_json import CATALOGUES
from findling.ui.i18n.language_names import NAMED

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "app" / "findling" / "ui"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "he")
PLURALS = "en"
"""The language of the texts themselves, in which only those with a number need forms."""
MESSAGES = "Messages"
"""The context of the messages, which `ui.i18n.notices` asks for them in."""
_TERMINAL_ONLY = (CommandMessage, WindowMessage, CheckMessage)


def list_messages() -> list[str]:
    """Return the sentences of all messages that the window may show, in the catalogues' order."""
    catalogues = (each for each in CATALOGUES if each not in _TERMINAL_ONLY)
    messages = (message for catalogue in catalogues for message in catalogue.__members__.values())
    sentences = (said for message in messages for said in (message.window, message.frozen))
    return list(dict.fromkeys(filter(None, sentences)))


def collect(folder: Path = FOLDER) -> None:
    """Bring the .ts in a folder up to date with the source; texts that are gone are dropped."""
    sources = [str(path.relative_to(ROOT)) for path in sorted(TEXTS.rglob("*.py"))]
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", PLURALS]
    with TemporaryDirectory() as scratch:
        # Qt's tool reads source text, and knows no enumerations and no table of formats.
        elsewhere = Path(scratch) / "elsewhere.py"
        texts = [
            *((MESSAGES, each) for each in list_messages()),
            *format_labels(),
            *(("Languages", each) for each in NAMED),
        ]
        noted = (f"QT_TRANSLATE_NOOP({_quote(context)}, {_quote(text)})\n" for context, text in texts)
        elsewhere.write_text("".join(noted), "utf-8")
        common = [_tool("lupdate"), *sources, str(elsewhere), *options]
        for code in LANGUAGES:
            _run(*common, "-target-language", code, "-ts", str(_path(code, folder)))
        _run(*common, "-target-language", PLURALS, "-pluralonly", "-ts", str(_path(PLURALS, folder)))


def format_labels() -> list[tuple[str, str]]:
    """Return context and text of each label in the table of formats."""
    kinds = [("Kinds", known.label) for known in (*FORMATS, OTHER, *UNREAD_FORMATS)]
    return list(dict.fromkeys(kinds + [("Filters", family.label) for family in FAMILIES]))


def build(folder: Path = FOLDER) -> None:
    """Build the .qm that Findling reads into a folder.

    Each takes the place of the one before it whole: a window that is open has that one mapped into its memory.
    """
    with TemporaryDirectory(dir=folder) as scratch:
        for code in (*LANGUAGES, PLURALS):
            built = Path(scratch) / f"findling_{code}.qm"
            _run(_tool("lrelease"), "-silent", str(_path(code, FOLDER)), "-qm", str(built))
            built.replace(folder / built.name)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _path(code: str, folder: Path) -> Path:
    return folder / f"findling_{code}.ts"


def _tool(name: str) -> str:
    """Return the path of Qt's tool, as PySide6 brings it."""
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
