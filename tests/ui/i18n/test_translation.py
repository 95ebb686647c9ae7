"""The window speaks other languages, wholly, and runs in their direction."""

from __future__ import annotations

import ast
import re
import shutil
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

import translate
from findling.ui.i18n.translation import install, isolate, languages, translations_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_NAME = re.compile(r"\{\w+(?::[\w.]+)?\}")


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Let the application speak a language for the length of a test."""
    before, in_use = QLocale(), []
    yield lambda language: in_use.extend(install(qapp, language))
    for each in in_use:
        QCoreApplication.removeTranslator(each)
        each.deleteLater()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """The translations of a .ts, by context and source; one for each plural form."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            forms = [form.text or "" for form in message.iter("numerusform")] or [message.findtext("translation", "")]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


@pytest.mark.parametrize("code", translate.LANGUAGES)
def test_every_text_of_the_window_is_translated(code: str, tmp_path: Path) -> None:
    name = f"findling_{code}.ts"
    for path in translations_folder().glob("*.ts"):
        shutil.copy(path, tmp_path)
    translate.collect(tmp_path)
    missing = [source for source, forms in _messages(tmp_path / name).items() if not all(forms)]
    assert missing == [], "run packaging/translate.py, and translate what is new in resources/translations"


def test_texts_that_are_built_anew_leave_those_whole_that_a_window_reads(tmp_path: Path) -> None:
    before = tmp_path / f"findling_{translate.LANGUAGES[0]}.qm"
    before.write_bytes(b"what a window has mapped")
    with before.open("rb") as mapped:
        translate.build(tmp_path)
        assert mapped.read() == b"what a window has mapped"
    names = {f"findling_{code}.qm" for code in (*translate.LANGUAGES, translate.PLURALS)}
    assert {each.name for each in tmp_path.iterdir()} == names


def _spoken(node: ast.AST, name: str = "") -> Iterator[tuple[str, str]]:
    """The texts that a module gives to `tr` and `translate`, each after its context; `name` is that of the class."""
    match node:
        case ast.ClassDef(name=name):
            pass
        case ast.Call(func=ast.Attribute(attr="tr"), args=[ast.Constant(str(text)), *_]):
            yield name, text
        case ast.Call(
            func=ast.Name("translate" | "QT_TRANSLATE_NOOP") | ast.Attribute(attr="translate"),
            args=[ast.Constant(str(context)), ast.Constant(str(text)), *_],
        ):
            yield context, text
    for child in ast.iter_child_nodes(node):
        yield from _spoken(child, name)


def test_no_text_is_written_so_that_it_is_not_collected() -> None:
    """Qt's tool sees no call within the braces of an f-string, for instance."""
    collected = _messages(translations_folder() / f"findling_{translate.LANGUAGES[0]}.ts").keys()
    counted = _messages(translations_folder() / f"findling_{translate.PLURALS}.ts").keys()
    modules = translate.TEXTS.rglob("*.py")
    written = {found for module in modules for found in _spoken(ast.parse(module.read_text("utf-8")))}
    assert (written | set(translate.format_labels())) - collected == set()
    assert {each for each in written if re.search("%L?n", each[1])} - counted == set(), "only `self.tr` knows plurals"


@pytest.mark.parametrize("code", [*translate.LANGUAGES, translate.PLURALS])
def test_names_that_stand_for_something_are_kept(code: str) -> None:
    for (_, source), forms in _messages(translations_folder() / f"findling_{code}.ts").items():
        for form in forms:
            assert set(_NAME.findall(form)) == set(_NAME.findall(source)), form


def test_what_ships_is_built_from_what_is_translated(tmp_path: Path) -> None:
    translate.build(tmp_path)
    for built in tmp_path.glob("*.qm"):
        assert built.read_bytes() == (translations_folder() / built.name).read_bytes(), "run packaging/translate.py"


def test_german_is_spoken_by_findling_and_by_qt(speak: Callable[[str], None]) -> None:
    speak("de")
    assert QCoreApplication.translate("Tray", "Quit Findling") == "Findling beenden"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().language() is QLocale.Language.German


def test_hebrew_runs_from_right_to_left(speak: Callable[[str], None], qapp: QApplication) -> None:
    speak("he")
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert "Findling" in QCoreApplication.translate("Tray", "Quit Findling")
    assert QCoreApplication.translate("Tray", "Quit Findling") != "Quit Findling"


@pytest.mark.parametrize(("language", "one", "many"), [("en", "1 core", "2 cores"), ("de", "1 Kern", "2 Kerne")])
def test_numbers_have_their_plurals(speak: Callable[[str], None], language: str, one: str, many: str) -> None:
    speak(language)
    said = [QCoreApplication.translate("HardwareSection", "%Ln core(s)", "", number) for number in (1, 2)]
    assert said == [one, many]


def test_a_language_that_is_not_known_is_english(speak: Callable[[str], None], qapp: QApplication) -> None:
    speak("xx")
    assert QCoreApplication.translate("Tray", "Quit Findling") == "Quit Findling"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_languages_are_offered_by_their_own_names() -> None:
    assert languages() == [("de", "Deutsch"), ("en", "English"), ("he", "עברית")]


def test_a_path_keeps_its_direction_within_a_sentence() -> None:
    assert isolate("~/a") == "\u2068~/a\u2069"


def test_every_english_text_with_a_number_has_its_forms():
    written = (translations_folder() / "findling_en.ts").read_text("utf-8")
    assert 'type="unfinished"' not in written


@pytest.mark.parametrize(("code", "named"), [("de", "Strg+Eingabe"), ("en", "Ctrl+Return")])
def test_keys_have_their_names_in_the_language_of_the_window(speak, code: str, named: str) -> None:
    speak(code)
    assert QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText) == named
