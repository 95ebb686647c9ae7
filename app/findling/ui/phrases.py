"""What the engine says, in the window's language: sentences of it are known by their form, with what is named in them.

The engine speaks English, to the terminal as to the window. The window knows its sentences as patterns, and says what
is named in them in its own; a sentence that it does not know is shown as it is.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from findling.ui import modelphrases
from findling.ui.reasons import in_our_language
from findling.ui.translation import isolate
from findling.ui.wording import one_line

_CONTEXT = "Engine"

_NOTED = (
    # Folders and files.
    QT_TRANSLATE_NOOP("Engine", "“{pattern}” is not a pattern"),
    QT_TRANSLATE_NOOP("Engine", "“{pattern}” matches nothing"),
    QT_TRANSLATE_NOOP("Engine", "Patterns are written as in a .gitignore file."),
    QT_TRANSLATE_NOOP("Engine", "{path} is not a folder."),
    QT_TRANSLATE_NOOP("Engine", "The folder {folder} does not exist."),
    QT_TRANSLATE_NOOP("Engine", "There is no folder {folder}."),
    QT_TRANSLATE_NOOP("Engine", "There is no file {file}."),
    QT_TRANSLATE_NOOP("Engine", "Check its name."),
    QT_TRANSLATE_NOOP("Engine", "Check its name, or connect its disk."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Changes are noticed only every few minutes: the system lets no more folders be watched.",
    ),
    QT_TRANSLATE_NOOP("Engine", "Close programs that watch many files, or raise the system's limit for watched files."),
    QT_TRANSLATE_NOOP("Engine", "It may have been moved or deleted."),
    QT_TRANSLATE_NOOP("Engine", "In {path} Findling keeps what it knows of your files."),
    QT_TRANSLATE_NOOP("Engine", "Choose another folder."),
    QT_TRANSLATE_NOOP("Engine", "The folder {folder} is not in the library."),
    QT_TRANSLATE_NOOP("Engine", "The library has not read {file}."),
    QT_TRANSLATE_NOOP("Engine", "The folder {folder} cannot be read: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The folder {folder} is empty, but {count} files in it are known."),
    QT_TRANSLATE_NOOP("Engine", "Connect its disk, or forget the folder in the library."),
    QT_TRANSLATE_NOOP("Engine", "The folder {folder} cannot be written: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The folder {folder} cannot be made: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The list cannot be written to {file}: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "No preview: {reason}."),
    # Searching.
    QT_TRANSLATE_NOOP("Engine", "Nothing in this library is indexed yet."),
    QT_TRANSLATE_NOOP("Engine", "The file {file} cannot be compared: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "Nothing can be searched by meaning yet, so only words count"),
    QT_TRANSLATE_NOOP("Engine", "There is nothing to search yet: no file has been read so far"),
    QT_TRANSLATE_NOOP("Engine", "{filter} cannot be excluded, so it was searched as words"),
    QT_TRANSLATE_NOOP("Engine", "{filter} is no language code such as en or de, so it was searched as words"),
    QT_TRANSLATE_NOOP("Engine", "{filter} is no date such as 2024, 2024-06 or 2024-06-30, so it was searched as words"),
    QT_TRANSLATE_NOOP("Engine", "{filter} is no type of file that is told apart, so it was searched as words"),
    QT_TRANSLATE_NOOP("Engine", "cannot be excluded"),
    QT_TRANSLATE_NOOP("Engine", "is no language code such as en or de"),
    QT_TRANSLATE_NOOP("Engine", "is no date such as 2024, 2024-06 or 2024-06-30"),
    QT_TRANSLATE_NOOP("Engine", "is no type of file that is told apart"),
    # The machine.
    QT_TRANSLATE_NOOP("Engine", "The disk is full: Findling needs about {megabytes} MB to go on."),
    QT_TRANSLATE_NOOP("Engine", "Free some space; it goes on where it stopped, and what is indexed stays searchable."),
    QT_TRANSLATE_NOOP("Engine", "The {device} failed; the processor goes on in its place, and nothing is lost."),
    QT_TRANSLATE_NOOP("Engine", "Findling made a mistake ({error})."),
    QT_TRANSLATE_NOOP("Engine", "Your files are untouched. Please report it with the file {file}."),
    QT_TRANSLATE_NOOP("Engine", "The indexing process ended before it was done."),
    QT_TRANSLATE_NOOP("Engine", "Nothing that was indexed is lost."),
    QT_TRANSLATE_NOOP("Engine", "Please report it with the file {file}."),
    QT_TRANSLATE_NOOP("Engine", "The log {file} cannot be written: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The settings {file} cannot be written: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The settings {file} cannot be read: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The settings {file} are no text in UTF-8."),
    QT_TRANSLATE_NOOP("Engine", "Correct or delete the file."),
    QT_TRANSLATE_NOOP("Engine", "The settings {file} hold an unknown entry, {name}."),
    QT_TRANSLATE_NOOP("Engine", "In the settings {file}, {what}."),
    QT_TRANSLATE_NOOP("Engine", "Correct it."),
    QT_TRANSLATE_NOOP("Engine", "Check its folder."),
    # The library.
    QT_TRANSLATE_NOOP("Engine", "There is no library at {folder} yet."),
    QT_TRANSLATE_NOOP("Engine", "The library at {folder} was written by an older Findling."),
    QT_TRANSLATE_NOOP("Engine", "The library at {folder} cannot be used: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The library at {folder} is on a file system that cannot hold it safely."),
    QT_TRANSLATE_NOOP("Engine", "The library's database {file} cannot be used: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The library in {folder} cannot be locked for writing: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The library is being indexed by {program}."),
    QT_TRANSLATE_NOOP("Engine", "{program} (process {number})"),
    QT_TRANSLATE_NOOP("Engine", "another process"),
    QT_TRANSLATE_NOOP("Engine", "Wait until it is done, or end it."),
    QT_TRANSLATE_NOOP("Engine", "Check the folder's permissions."),
    QT_TRANSLATE_NOOP("Engine", "Check the disk that it is on, and the room that you have there."),
    QT_TRANSLATE_NOOP("Engine", "Another program holds it; try again in a moment."),
    QT_TRANSLATE_NOOP("Engine", "The vector index in {folder} cannot be written: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "Check that the folder exists and that you may write to it."),
    QT_TRANSLATE_NOOP("Engine", "The vector index in {folder} cannot be read: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "The vector index file {file} cannot be read: {reason}."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The vector index cannot be kept in {folder}: its name has letters that this Windows cannot pass on.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The word index in {folder} cannot be used: {reason}."),
    QT_TRANSLATE_NOOP("Engine", "Free some space, or check the folder's permissions."),
    QT_TRANSLATE_NOOP("Engine", "Another Findling writes the word index in {folder}."),
    QT_TRANSLATE_NOOP("Engine", "Wait until it is done."),
    QT_TRANSLATE_NOOP("Engine", "The damaged word index in {folder} cannot be removed."),
    # Clearing up.
    QT_TRANSLATE_NOOP("Engine", "There is no run {run}."),
    QT_TRANSLATE_NOOP("Engine", "There are: {numbers}."),
    QT_TRANSLATE_NOOP("Engine", "There is none yet."),
    QT_TRANSLATE_NOOP("Engine", "To move files, a folder to move them to is needed."),
    QT_TRANSLATE_NOOP("Engine", "No file can be called {name}."),
    QT_TRANSLATE_NOOP("Engine", "It is not a regular file"),
    QT_TRANSLATE_NOOP("Engine", "The file that is to survive has changed"),
    QT_TRANSLATE_NOOP("Engine", "The copy is not what was copied"),
    # How far a file could be read.
    QT_TRANSLATE_NOOP("Engine", "{read} of {all} pages"),
    QT_TRANSLATE_NOOP("Engine", "{read} of {all} slides"),
    QT_TRANSLATE_NOOP("Engine", "{read} of {all} chapters"),
    QT_TRANSLATE_NOOP("Engine", "{limit} characters"),
    QT_TRANSLATE_NOOP("Engine", "{limit} cells"),
    # What the system says, which Python has in English whatever the language.
    QT_TRANSLATE_NOOP("Engine", "Permission denied"),
    QT_TRANSLATE_NOOP("Engine", "Operation not permitted"),
    QT_TRANSLATE_NOOP("Engine", "No such file or directory"),
    QT_TRANSLATE_NOOP("Engine", "Not a directory"),
    QT_TRANSLATE_NOOP("Engine", "Is a directory"),
    QT_TRANSLATE_NOOP("Engine", "File exists"),
    QT_TRANSLATE_NOOP("Engine", "No space left on device"),
    QT_TRANSLATE_NOOP("Engine", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("Engine", "Read-only file system"),
    QT_TRANSLATE_NOOP("Engine", "Input/output error"),
    QT_TRANSLATE_NOOP("Engine", "File name too long"),
    QT_TRANSLATE_NOOP("Engine", "Transport endpoint is not connected"),
    QT_TRANSLATE_NOOP("Engine", "Stale file handle"),
    QT_TRANSLATE_NOOP("Engine", "Host is down"),
)

_NOTED_INSTEAD = MappingProxyType(
    {
        "See: findling folders": QT_TRANSLATE_NOOP("Engine", "The library lists your folders."),
        "See: findling files": QT_TRANSLATE_NOOP("Engine", "The library lists the files that are not searchable."),
        "Add a folder: findling index FOLDER": QT_TRANSLATE_NOOP("Engine", "Add a folder in the library."),
        "Bring it up to date: findling index": QT_TRANSLATE_NOOP(
            "Engine", "Wait a moment: it is being brought up to date."
        ),
        "Choose a folder on a local disk with --library.": QT_TRANSLATE_NOOP(
            "Engine", "Findling's library has to lie on a disk of this computer."
        ),
        "Choose a folder with a plain name, with --library.": QT_TRANSLATE_NOOP(
            "Engine", "Findling's library has to lie in a folder with a plain name."
        ),
        "Check the folder's permissions and the disk's space, or choose another folder with --library.": (
            QT_TRANSLATE_NOOP("Engine", "Free some space, or check the folder's permissions.")
        ),
        "Make the folder writable, or choose another with --library.": QT_TRANSLATE_NOOP(
            "Engine", "Make the folder writable."
        ),
        "Make the folder writable, or choose another place with --library.": QT_TRANSLATE_NOOP(
            "Engine", "Make the folder writable."
        ),
        "Choose another place with --library, or make it writable.": QT_TRANSLATE_NOOP(
            "Engine", "Make the folder writable."
        ),
        "Check the folder's permissions, or choose another with --library.": QT_TRANSLATE_NOOP(
            "Engine", "Check the folder's permissions."
        ),
        "Name one with --to FOLDER.": QT_TRANSLATE_NOOP("Engine", "Choose one."),
    }
)
"""What speaks of the terminal, and what is said of it in the window."""

# Qt's stubs say `object` of a text that is noted for translation.
_SAID_FOR = MappingProxyType(
    {
        **{str(said): str(said) for said in (*_NOTED, *modelphrases.NOTED)},
        **{said: str(instead) for said, instead in (*_NOTED_INSTEAD.items(), *modelphrases.NOTED_INSTEAD.items())},
    }
)
"""Every sentence that is known, with what the window says for it before that is translated."""

_SAID = frozenset({"detail", "device", "files", "program", "publisher", "reason", "what"})
"""Names that stand for words of the engine or the system; the others are the person's, and stay as they are."""

_MEASURED = frozenset(
    {"allowed", "expected", "far", "free", "length", "likeness", "milliseconds", "needed", "off", "seconds", "size",
     "tokens"}
)  # fmt: skip
"""Names that stand for figures, which every language writes in its own way."""

_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.(?P<decimals>\d+))?")
_NAME = re.compile(r"\{(\w+)\}")
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")


def reword(said: str) -> str:
    """What the engine said, in the window's language; as it is where the window does not know it.

    Args:
        said: one sentence, or some of them one after the other.
    """
    if not said:
        return said
    known = _find(said)
    if known is not None:
        return known
    for end in _SENTENCE_END.finditer(said):
        known = _find(said[: end.start()])
        if known is not None:
            return f"{known} {reword(said[end.end() :])}"
    return said


def _find(said: str) -> str | None:
    """A single sentence, if it is known."""
    for template, form in _forms():
        found = form.fullmatch(said)
        if found:
            return _say(template, found.groupdict())
    if said.endswith("."):
        known = _find(said.removesuffix("."))
        return None if known is None else f"{known}."
    return None


def _say(template: str, named: dict[str, str]) -> str:
    spoken = QCoreApplication.translate(_CONTEXT, _SAID_FOR[template])
    return _NAME.sub(lambda name: _say_named(name[1], named[name[1]], is_spoken=spoken != template), spoken)


def _say_named(name: str, value: str, *, is_spoken: bool) -> str:
    if name in _SAID:
        return in_our_language(reword(value))
    if not is_spoken:
        return value
    return _write_figure(value) if name in _MEASURED else isolate(one_line(value))


def _write_figure(figure: str) -> str:
    """A figure as the window's language writes it, with as many digits."""
    found = _FIGURE.fullmatch(figure)
    return QLocale().toString(float(figure.replace(",", "")), "f", len(found["decimals"] or "")) if found else figure


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every sentence with the form by which it is known; what names most in plain words is looked at first."""
    return tuple((each, _form(each)) for each in sorted(_SAID_FOR, key=lambda each: -len(_NAME.sub("", each))))


def _form(template: str) -> re.Pattern[str]:
    parts = _NAME.split(template)
    # Every other part is a name.
    return re.compile(
        "".join(f"(?P<{part}>.+?)" if odd % 2 else re.escape(part) for odd, part in enumerate(parts)), re.DOTALL
    )
