"""What the engine says is said in the window's language, whichever sentence of it comes."""

from __future__ import annotations

import ast
import re
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import findling
from findling.engine.query import parse_query
from findling.engine.reasons import explain
from findling.errors import DiskFullError
from findling.ipc.failures import Failed
from findling.models import Finding, ProviderReport, Verification
from findling.modelworker.messages import Installed, Measured
from findling.paths import LibraryPaths
from findling.reports import AilingFile, Ailment, RulesTrial
from findling.searcher.messages import Ailing, Found, Health
from findling.searcher.offers import Hardware
from findling.types import Answer, FileStatus, Mode, Reason
from findling.ui import reasons
from findling.ui.bridge.rewording import reword_outcome, reword_reply
from findling.ui.duplicates.speech import objection_words
from findling.ui.phrases import reword

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PACKAGE = Path(findling.__file__).parent
# Where the sentences come from that the window shows of a library, its folders and files, of a search, of models, of
# servers and of clearing up.
_ROOMS = (
    "embedding", "engine/duplicates/clearing.py", "engine/duplicates/comparison.py", "engine/duplicates/planning.py",
    "engine/exclusion.py", "engine/facts.py", "engine/hardware.py", "engine/health.py", "engine/indexer.py",
    "engine/library.py", "engine/loss.py", "engine/notices.py",
    "engine/reranking.py", "engine/scan.py", "engine/survey.py", "engine/swapping.py",
    "engine/trial.py", "errors.py", "index", "modelworker", "paths.py", "searcher", "storage", "worker/lock.py",
    "worker/loop.py", "worker/requests.py", "worker/session.py", "ipc/failures.py",
)  # fmt: skip
# Where parts of such sentences come from.
_CORNERS = (
    "embedding/contest.py", "embedding/kinship.py", "embedding/providers.py", "embedding/remote/canaries.py",
    "embedding/unreachable.py", "embedding/verification.py", "engine/hardware.py", "engine/rereading.py",
)  # fmt: skip
# A damaged or too new library is told of by its kind (ui/bridge/plainwords), a damaged cache is made again unseen,
# without hnswlib nothing starts, and only a fault could ask a wrong thing of the worker.
_UNSEEN = re.compile(r"LibraryDamaged|LibraryTooNew|IndexDamaged|hnswlib|HNSWLIB|of an open library")
# What models are tried with.
_SAMPLES = re.compile(r"\b(plumber|hello world|boiler|heating)\b|^[A-Z_]+$")
# Put together of parts; a test of its own tells of them.
_FRAMES = ("The server Lists Lists.", "The server Lists wants less in one callLists.")
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


def _texts(node: ast.AST) -> Iterator[str]:
    """All that is written in a module but its docstrings, with a word in the place of what is named in it."""
    match node:
        case ast.Expr(ast.Constant()):
            return
        case ast.Call(func=ast.Name(id=name)) if _UNSEEN.search(name) or name in ("MessageError", "ValueError"):
            return
    text = _text(node)
    if text is not None:
        if not _UNSEEN.search(text) and not _SAMPLES.search(text):
            yield text
        return
    for child in ast.iter_child_nodes(node):
        yield from _texts(child)


def _is_sentence(text: str) -> bool:
    ends_so = text.endswith(_ENDS) or " findling " in text
    return bool(re.match(r"[A-Z“$]", text)) and " " in text and ends_so and text not in _FRAMES


def _is_part(text: str) -> bool:
    """Whether it reads like a part of a sentence: small letters, and words of its own besides what is named."""
    is_small = bool(re.match(r"[a-z]|Lists [a-z]+ [a-z]", text))
    return (
        is_small
        and " " in text
        and not text.endswith(".")
        and len(re.findall(r"[A-Za-z]+", text.replace("Lists", ""))) > 1
    )


def _find_all(rooms: tuple[str, ...], reads_so: Callable[[str], bool]) -> list[str]:
    found = set()
    for room in rooms:
        place = _PACKAGE / room
        for module in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            found.update(filter(reads_so, _texts(ast.parse(module.read_text("utf-8")))))
    return sorted(found)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("sentence", _find_all(_ROOMS, _is_sentence))
def test_a_sentence_of_the_engine_is_known_to_the_window(sentence: str) -> None:
    assert reword(sentence).startswith("‹"), "add it to ui/phrases.py, or to ui/modelphrases.py"
    assert "Lists" in reword(sentence) or "Lists" not in sentence or "findling " in sentence
    assert not re.search(r"--\w|\bfindling (?!serve)\w", reword(sentence)), "the window knows no commands"


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("part", _find_all(_CORNERS, _is_part))
def test_a_part_of_a_sentence_is_known_to_the_window(part: str) -> None:
    assert "‹" in reword(part), "add it to ui/modelphrases.py"


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("device", _find_all(("embedding/providers.py",), lambda text: text[:1] != "L" and " " in text))
def test_what_computes_is_known_to_the_window(device: str) -> None:
    assert reword(device).startswith("‹")
    assert f"‹{device}›" in reword(f"The {device} failed; the processor goes on in its place, and nothing is lost.")
    assert f"‹{device}›" in reword(f"loads; the {device} (Some) computes it")


@pytest.mark.usefixtures("marked")
def test_what_a_server_says_of_its_refusal_is_repeated() -> None:
    assert reword("The server http://x wants less in one call: too much.").startswith("‹")
    assert "too much" in reword("The server http://x wants less in one call: too much.")
    single = reword("The server http://x wants less in one call, even for a single text.")
    assert "‹‹The server" in single
    assert reword("The server http://x wants a key.").startswith("‹")
    assert reword("The server http://x does not take the key that is stored for it.").startswith("‹")


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("what", ["of 3 dimensions now, not of 4", "other than before: likeness 0.5, 0.99 is needed"])
def test_what_a_server_gives_is_told_wholly(what: str) -> None:
    seems = "It seems to serve another model; nothing of that was taken in."
    said = reword(f"The server http://x gives vectors {what}. {seems}")
    assert said.startswith("‹The server")
    assert said.endswith(f"{seems}›")
    assert reword(what) in said


@pytest.mark.usefixtures("marked")
def test_figures_are_written_as_the_language_does() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        assert "12.345 tokens" in reword("12,345 tokens a second on one core, 5 ms a query")
        assert "0,0050 off" in reword("its vectors are 0.0050 off")
        assert "nan off" in reword("its vectors are nan off")
    finally:
        QLocale.setDefault(before)


@pytest.mark.usefixtures("marked")
def test_why_a_file_was_left_alone_is_said_in_the_windows_language() -> None:
    assert objection_words("The copy is not what was copied").startswith("‹")
    assert objection_words("Permission denied") == "‹Permission denied›"
    assert objection_words("something new") == "something new"


@pytest.mark.usefixtures("marked")
def test_what_models_do_is_told_in_the_windows_language(tmp_path: Path) -> None:
    finding = Finding("prefix", True, "queries get no prefix")
    provider = ProviderReport("CPUExecutionProvider", "processor", False, 0.0, 0.0, "it ended the process")
    tried = Verification("m", (finding,))
    found = (reword_outcome(tried), reword_outcome(Installed("m", tried)), reword_outcome(Measured("m", (provider,))))
    assert "‹queries get no prefix›" in str(found[0])
    assert "‹queries get no prefix›" in str(found[1])
    for each in (found[2], reword_reply(Hardware((provider,)), LibraryPaths.inside(tmp_path))):
        assert "‹processor›" in str(each)
        assert "‹it ended the process›" in str(each)
    assert reword_outcome(Installed("m", None)) == Installed("m", None)


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
    refused = Failed("No preview: damaged or cut off.", "", "ExtractionError", Reason.DAMAGED)
    told = reword_reply(health, paths)
    assert isinstance(told, Health)
    assert told.ailments[0].words == "‹damaged or cut off›"
    listed = reword_reply(files, paths)
    assert isinstance(listed, Ailing)
    assert listed.files[0].detail.startswith("‹")
    assert listed.files[1].detail == "xref broken"
    shown = reword_reply(refused, paths)
    assert isinstance(shown, Failed)
    assert shown.message == "‹No preview: ‹damaged or cut off›.›"
    tried = reword_reply(RulesTrial(1, 0, (), True, "“[” is not a pattern"), paths)
    assert isinstance(tried, RulesTrial)
    assert tried.problem.startswith("‹")
