"""Writes the pages of docs/ that the program knows: commands with their options, messages with their remedies.

    python packaging/write_reference.py

The pages are in the repository, so that they are read without a tool; a test holds them to what the program says.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import click

from findling.cli.main import findling
from findling.domain.files import Reason
from findling.domain.reasons import explain
from findling.messages.message_json import CATALOGUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from findling.messages.notice import Message

_ROOT = Path(__file__).resolve().parents[1]
_SOURCES = _ROOT / "app" / "findling"
_REMEDIES = ("Remedy", "ModelRemedy", "TeamRemedy")
_NAMES = frozenset(each.__name__ for each in CATALOGUES)
_AREAS = {
    "LibraryMessage": "Folders and the library",
    "SearchMessage": "Searching",
    "ClearingMessage": "Clearing up duplicates",
    "ArrivalMessage": "Files that arrive",
    "SystemMessage": "What the system says",
    "ModelMessage": "Models",
    "ChoiceMessage": "Choosing a model",
    "FindingMessage": "What is found out about a model",
    "ServerMessage": "Servers",
    "SharingMessage": "Sharing with assistants",
    "TeamMessage": "A library shared with others",
    "CommandMessage": "The command line",
    "WindowMessage": "The window",
    "CheckMessage": "findling doctor",
}
"""Headings of the catalogues, in the order of the page; what is not here comes last, under its own name."""


def main() -> None:
    """Write both pages."""
    for name, text in write_pages().items():
        (_ROOT / "docs" / name).write_text(text, "utf-8")


def write_pages() -> dict[str, str]:
    """Return the text of each page by its name."""
    return {"commands.md": "".join(_write_commands()), "messages.md": "".join(_write_messages())}


def _write_commands() -> Iterator[str]:
    yield "# Commands\n\n"
    yield "This page is written by the program itself. `findling COMMAND --help` says the same in a terminal.\n"
    # By which options help is asked for, each command has from the program's settings.
    top = click.Context(findling, info_name="findling", **findling.context_settings)
    for command, context in _walk(findling, top):
        level = "##" if context.command_path.count(" ") < 2 else "###"
        yield f"\n{level} {context.command_path}\n\n"
        yield f"    {' '.join([context.command_path, *command.collect_usage_pieces(context)])}\n\n"
        yield f"{_unwrap(command.help or '')}\n"
        rows = [record for each in command.get_params(context) if (record := each.get_help_record(context))]
        if rows:
            yield "\n| option | |\n|---|---|\n"
            yield from (f"| {_code(option)} | {_cell(said)} |\n" for option, said in rows)
        if command.epilog:
            yield f"\n{_unwrap(command.epilog)}\n"


def _walk(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Yield a command and all below it, each with the context that names it."""
    yield command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from _walk(below, click.Context(below, parent=context, info_name=name))


def _write_messages() -> Iterator[str]:
    yield "# When something does not work\n\n"
    yield "Every message of Findling and what to do about it, as the command line says it; the window has buttons\n"
    yield "instead. Words in ‹angle brackets› stand for what differs; advice that depends on the case is parted by\n"
    yield "dots. This page is written by the program itself.\n"
    yield "\n## Files that are not searchable, or not wholly\n\n"
    yield "`findling files` and the library list them with these reasons.\n\n"
    yield "| reason | what to do |\n|---|---|\n"
    for reason in Reason:
        advice = explain(reason)
        yield f"| {_sentence(advice.message)} | {_sentence(advice.remedy) if advice.remedy else ''} |\n"
    remedies = _find_remedies()
    catalogues = {each.__name__: each for each in CATALOGUES if each.__name__ not in (*_REMEDIES, "FileMessage")}
    for name in (*_AREAS, *sorted(set(catalogues) - set(_AREAS))):
        yield f"\n## {_AREAS.get(name, name)}\n\n| message | what to do |\n|---|---|\n"
        yield from (f"| {_sentence(each)} | {_advise(each, remedies)} |\n" for each in catalogues[name])


def _advise(message: Message, remedies: Mapping[str, Iterable[str]]) -> str:
    """Return the remedies that come with a message anywhere in the program, one after the other."""
    known = {f"{type(each).__name__}.{each.name}": each for catalogue in CATALOGUES for each in catalogue}
    names = sorted(remedies.get(f"{type(message).__name__}.{message.name}", ()))
    return " · ".join(_sentence(known[name]) for name in names)


def _find_remedies() -> dict[str, set[str]]:
    """Return, by the name of each message, the names of the remedies that are given with it in the sources.

    They come together as arguments of an error, or as those of `advising`.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(_SOURCES.rglob("*.py")):
        text = path.read_text("utf-8")
        # Most modules give no remedy, and parsing is what takes long.
        if any(f"{name}." in text for name in _REMEDIES):
            for function in ast.walk(ast.parse(text)):
                if isinstance(function, ast.FunctionDef):
                    for message, remedy in _pair(function):
                        found[message].add(remedy)
    return found


def _pair(function: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """Yield each message of a function with each remedy that is given with it."""
    # A message that is made in one line and raised in the next goes by its variable.
    named: dict[str, set[str]] = defaultdict(set)
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named[node.targets[0].id] |= set(_name_members(node.value, named))
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            parts = list(node.args)
            if isinstance(node.func, ast.Attribute) and node.func.attr == "advising":
                parts.append(node.func.value)
            said = {each for part in parts for each in _name_members(part, named)}
            advised = {each for each in said if each.split(".")[0] in _REMEDIES}
            yield from ((message, remedy) for message in said - advised for remedy in advised)


def _name_members(node: ast.expr, named: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield the members of catalogues that an expression calls, directly, or by a variable."""
    if isinstance(node, ast.Name):
        yield from named.get(node.id, ())
    elif isinstance(node, ast.Starred):
        yield from _name_members(node.value, named)
    elif isinstance(node, ast.IfExp):
        yield from _name_members(node.body, named)
        yield from _name_members(node.orelse, named)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = node.func.value
        if isinstance(owner, ast.Name) and owner.id in _NAMES:
            yield f"{owner.id}.{node.func.attr}"


def _sentence(message: Message) -> str:
    """Return the template with its facts in angle brackets, and that of the frozen program where it has its own."""
    said = f"{message.template} (In a package: {message.frozen})" if message.frozen else message.template
    fields = Formatter().parse(said)
    return _cell("".join(plain + (f"‹{name.replace('_', ' ')}›" if name else "") for plain, name, _, _ in fields))


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").replace("<", "&lt;").strip()


def _code(text: str) -> str:
    return "`" + text.replace("|", "\\|") + "`"


def _unwrap(text: str) -> str:
    """Return a docstring's paragraphs, each in one line, without click's marks."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\b\n", "").strip())
    return "\n\n".join(_cell(each).replace("\\|", "|") for each in paragraphs)


if __name__ == "__main__":
    main()
