"""Messages keep the promises of their catalogues, survive pipes, and are rendered for the terminal."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given

import findling
from findling.embedding.catalogue import read_tables
from findling.messages.library_templates import LibraryMessage
from findling.messages.message_json import CATALOGUES, find_message, from_plain, to_plain
from findling.messages.notice import Language, Notice, render, render_message, render_remedies
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error
from notices import MESSAGES, NOTICES

FORMS = {
    "",
    "number",
    "size",
    "percent",
    "list",
    "language",
    "languages",
    "format",
    *(f"number.{digits}" for digits in range(1, 6)),
}
SOURCES = Path(findling.__file__).parent


def test_each_code_names_one_message():
    assert [code for code, count in Counter(message.code for message in MESSAGES).items() if count > 1] == []
    assert [find_message(message.code) for message in MESSAGES] == list(MESSAGES)


@pytest.mark.parametrize(
    "code", ["", "library", "library.", "library.no_such_message", "nobody.busy", "library.BUSY.x"]
)
def test_an_unknown_code_is_refused(code):
    with pytest.raises(ValueError, match="no message"):
        find_message(code)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.code)
def test_all_forms_of_a_message_name_only_its_facts_in_known_forms(message):
    for template in message.sentences:
        fields = [(name, form) for _, name, form, _ in Formatter().parse(template) if name is not None]
        assert {name for name, _ in fields} <= message.names()
        assert {form for _, form in fields} <= FORMS


OF_PYTHON = re.compile(r"\bpip\b|\bpython|\bcompiler\b|\bpackaging/|\.py\b", re.IGNORECASE)


def test_the_frozen_program_sends_nobody_to_a_python_that_it_has_not(monkeypatch):
    speaks = {message for message in MESSAGES if any(map(OF_PYTHON.search, (message.template, message.window)))}
    assert Remedy.COMPILE_NATIVE in speaks
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert [message.code for message in speaks if OF_PYTHON.search(Language().template(message))] == []


def test_only_the_frozen_program_says_its_own_advice(monkeypatch):
    notice = LibraryMessage.NATIVE_NOT_LOADED(error="no such file").advising(Remedy.COMPILE_NATIVE())
    assert "packaging/start.py" in str(notice)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert str(notice).endswith("Install Findling again, from a package for this system and its processor.")


@given(NOTICES)
def test_a_message_comes_back_from_json_as_it_was(notice):
    assert from_plain(json.loads(json.dumps(to_plain(notice)))) == notice


@given(NOTICES)
def test_every_message_can_be_said(notice):
    assert render(notice, Language()) == str(notice)


@pytest.mark.parametrize(
    "written",
    [
        None,
        [],
        {},
        {"code": "library.busy"},
        {"code": "library.busy", "facts": {}},
        {"code": "library.busy", "facts": {"holder": None}},
        {"code": "library.busy", "facts": {"holder": {"path": 3}}},
        {"code": "library.busy", "facts": {"holder": [1]}},
        {"code": "library.busy", "facts": {"holder": "x", "more": "y"}},
        {"code": "library.busy", "facts": {"holder": "x"}, "more": 1},
        {"code": "library.busy", "facts": {"holder": "x"}, "remedies": ["y"]},
    ],
)
def test_what_is_no_message_is_refused(written):
    with pytest.raises(ValueError, match="no "):
        from_plain(written)


def test_the_terminal_says_what_happened_and_then_what_to_do():
    notice = LibraryMessage.FOLDER_EMPTY(folder=Path("/a"), count=1234).advising(Remedy.CONNECT_DISK(folder=Path("/a")))
    assert render_message(notice, Language()) == "The folder /a is empty, but 1,234 files in it are known."
    assert render_remedies(notice, Language()) == "Connect its disk, or forget the folder: findling remove /a"
    assert str(notice) == f"{render_message(notice, Language())} {render_remedies(notice, Language())}"


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 B"), (999, "999 B"), (1234, "1.2 kB"), (12_345_678, "12 MB"), (3.2e12, "3.2 TB")]
)
def test_bytes_are_said_in_the_unit_that_suits_them(size, said):
    assert Language().size(size) == said


def test_what_the_system_says_is_a_message_where_it_is_known():
    with pytest.raises(FileNotFoundError) as raised:
        Path("/no such folder/file").read_bytes()
    assert explain_os_error(raised.value) == SystemMessage.NO_SUCH_FILE()
    assert str(explain_os_error(OSError(9999, "Quite unheard of"))) == "Quite unheard of"


def calls() -> list[tuple[str, str, str, frozenset[str]]]:
    """Return all uses of messages in the package: file, catalogue, message, names of the facts."""
    names = {catalogue.__name__ for catalogue in CATALOGUES}
    found = []
    for file in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=catalogue), attr=name), keywords=facts) if (
                    catalogue in names and name.isupper()
                ):
                    found.append((file.name, catalogue, name, frozenset(str(fact.arg) for fact in facts)))
    return found


def test_every_message_is_said_with_the_facts_that_it_names():
    catalogues = {catalogue.__name__: catalogue for catalogue in CATALOGUES}
    said = calls()
    assert len(said) > 100
    assert [each for each in said if catalogues[each[1]][each[2]].names() != each[3]] == []


def written_facts() -> list[tuple[str, int, str]]:
    """Return texts of several words that the package hands to a message, or to an error that makes one of it."""
    names = {catalogue.__name__ for catalogue in CATALOGUES}
    found = []
    # In a terminal, commands tell of their results in sentences of their own.
    for file in (each for each in SOURCES.rglob("*.py") if each.parent.name != "cli"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name)) | ast.Name(id=name)) if (
                    name in names or name in ("ExtractionError", "unusable")
                ):
                    texts = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
                    words = (text for text in texts if isinstance(text, str) and re.search(r"[a-z] |[a-z]$", text))
                    found += [(file.name, node.lineno, text) for text in words if " " in text]
    return found


def test_no_fact_of_a_message_is_a_sentence_that_nobody_can_translate():
    assert written_facts() == []


def test_no_message_is_kept_that_nobody_says():
    listed = "\n".join(f"LimitMessage.{limit['says']}" for limit in read_tables()["limit"])
    sources = "\n".join([*(file.read_text("utf-8") for file in SOURCES.rglob("*.py")), listed])
    unsaid = [
        f"{type(message).__name__}.{message.name}"
        for message in MESSAGES
        if f"{type(message).__name__}.{message.name}" not in sources
    ]
    assert unsaid == []


def test_a_notice_knows_its_facts():
    notice = LibraryMessage.NO_FILE(file=Path("/a"))
    assert notice.fact("file") == Path("/a")
    assert isinstance(notice, Notice)
    with pytest.raises(KeyError):
        notice.fact("folder")
