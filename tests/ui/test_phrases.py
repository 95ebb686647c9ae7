"""What the engine says is said in the window's language, whichever sentence of it comes."""

from __future__ import annotations

import ast
import re
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

import findling
from findling.engine.query import parse_query
from findling.engine.reasons import explain
from findling.errors import DiskFullError
from findling.paths import LibraryPaths
from findling.reports import AilingFile, Ailment, RulesTrial
from findling.searcher.messages import Ailing, Found, Health, Refused
from findling.types import Answer, FileStatus, Mode, Reason
from findling.ui import reasons
from findling.ui.bridge.rewording import reword_reply
from findling.ui.phrases import reword

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(findling.__file__).parent
# Where the sentences come from that the window shows of a library, its folders and files, and of a search.
_ROOMS = (
    "engine/exclusion.py", "engine/facts.py", "engine/health.py", "engine/indexer.py", "engine/library.py",
    "engine/scan.py", "engine/survey.py", "engine/trial.py", "embedding/computing.py", "errors.py", "paths.py",
    "searcher", "storage", "index", "worker/lock.py", "worker/loop.py", "worker/requests.py",
)  # fmt: skip
# A damaged or too new library is told of by its kind (ui/bridge/plainwords), a damaged cache is made again unseen,
# and without hnswlib nothing starts.
_UNSEEN = re.compile(r"LibraryDamaged|LibraryTooNew|IndexDamaged|hnswlib|HNSWLIB")
_ENDS = (".", " FOLDER", "findling folders", "findling files", "findling index")


class Marking(QTranslator):
    """A language in which everything that has a translation stands in angle quotes."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return f"‹{source}›" if context in ("Engine", "Reasons", "Library") else ""

    def isEmpty(self):
        return False


@pytest.fixture
def marked(qapp):
    translator = Marking(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    translator.deleteLater()


def _text(node: ast.AST) -> str | None:
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(parts):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else "Lists" for part in parts)
    return None


def _sentences(node: ast.AST) -> Iterator[str]:
    """All in a module that reads like a sentence for people, with a word in the place of what is named in it."""
    match node:
        case ast.Expr(ast.Constant()):
            return
        case ast.Call(func=ast.Name(id=name)) if _UNSEEN.search(name) or name in ("MessageError", "ValueError"):
            return
    text = _text(node)
    if text is not None:
        if re.match(r"[A-Z“]", text) and " " in text and text.endswith(_ENDS) and not _UNSEEN.search(text):
            yield text
        return
    for child in ast.iter_child_nodes(node):
        yield from _sentences(child)


def _spoken() -> list[str]:
    found = set()
    for room in _ROOMS:
        place = _PACKAGE / room
        for module in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            found.update(_sentences(ast.parse(module.read_text("utf-8"))))
    return sorted(found)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("sentence", _spoken())
def test_a_sentence_of_the_engine_is_known_to_the_window(sentence: str) -> None:
    assert reword(sentence).startswith("‹"), "add it to ui/phrases.py"
    assert "Lists" in reword(sentence) or "Lists" not in sentence
    assert "--library" not in reword(sentence)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_worded(reason: Reason) -> None:
    assert reasons.words(reason).startswith("‹")
    assert bool(reasons.remedy(reason)) is bool(explain(reason).remedy)


@pytest.mark.parametrize("reason", list(Reason))
def test_in_english_a_reason_is_what_the_engine_says(reason: Reason) -> None:
    assert reasons.words(reason) == explain(reason).words
    assert "findling " not in reasons.remedy(reason)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("query", ["-type:pdf", 'type:"two words" x', "lang:klingon", "after:yesteryear"])
def test_a_filter_that_is_none_is_said_with_its_words_as_typed(query: str, tmp_path: Path) -> None:
    from datetime import datetime

    notes = parse_query(query, now=datetime.now(UTC), home=tmp_path).notes
    assert len(notes) == 1
    answer = Answer(query, Mode.HYBRID, (), 1.0, notes=notes)
    reply = reword_reply(Found(answer), LibraryPaths.inside(tmp_path))
    assert isinstance(reply, Found)
    assert reply.answer.notes[0].startswith("‹")
    assert query.removesuffix(" x") in reply.answer.notes[0]


@pytest.mark.usefixtures("marked")
def test_sentences_one_after_the_other_are_each_said() -> None:
    offline = (
        "The folder /mnt/a. b is empty, but 3 files in it are known. "
        "Connect its disk, or forget the folder in the library."
    )
    assert reword(offline).count("‹") == 2
    assert "/mnt/a. b" in reword(offline)
    assert reword(str(DiskFullError.needing())).count("‹") == 2


@pytest.mark.usefixtures("marked")
def test_what_the_system_says_within_a_sentence_is_said_too() -> None:
    said = reword("The folder /mnt/x cannot be read: Permission denied.")
    assert "‹Permission denied›" in said
    assert "‹damaged or cut off›" in reword("The file /x/a.pdf cannot be compared: damaged or cut off.")


@pytest.mark.usefixtures("marked")
def test_a_folder_that_is_called_like_a_sentence_keeps_its_name() -> None:
    assert "‹Permission denied›" not in reword("There is no folder Permission denied.")


@pytest.mark.usefixtures("marked")
def test_what_is_not_known_is_shown_as_it_is() -> None:
    assert reword("Something quite new. Happened twice.") == "Something quite new. Happened twice."
    assert reword("") == ""


def test_in_english_nothing_is_changed() -> None:
    said = "The folder /mnt/x cannot be read: Permission denied. Connect its disk, or forget the folder in the library."
    assert reword(said) == said


@pytest.mark.usefixtures("marked")
def test_answers_about_files_arrive_in_the_windows_language(tmp_path: Path) -> None:
    paths = LibraryPaths.inside(tmp_path)
    health = Health((Ailment(Reason.DAMAGED, FileStatus.FAILED, "x", "y", 3),))
    files = Ailing(Reason.PARTLY_READ, (AilingFile(tmp_path, "12 of 40 pages"), AilingFile(tmp_path, "xref broken")))
    refused = Refused("No preview: damaged or cut off.", "", "ExtractionError", Reason.DAMAGED)
    told = reword_reply(health, paths)
    assert isinstance(told, Health)
    assert told.ailments[0].words == "‹damaged or cut off›"
    listed = reword_reply(files, paths)
    assert isinstance(listed, Ailing)
    assert listed.files[0].detail.startswith("‹")
    assert listed.files[1].detail == "xref broken"
    shown = reword_reply(refused, paths)
    assert isinstance(shown, Refused)
    assert shown.message == "‹No preview: ‹damaged or cut off›.›"
    tried = reword_reply(RulesTrial(1, 0, (), True, "“[” is not a pattern"), paths)
    assert isinstance(tried, RulesTrial)
    assert tried.problem.startswith("‹")
