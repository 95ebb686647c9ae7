"""Languages have names in the window's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from findling.embedding.catalogue import read_catalogue
from findling.ui.i18n.language_names import NAMED, name_language
from findling.ui.i18n.translation import translations_folder
from findling.ui.pages.search.query_filters import OFFERED_LANGUAGES

_CODES = sorted({code for model in read_catalogue() for code in model.languages} | set(OFFERED_LANGUAGES))


@pytest.fixture
def german(qapp):
    translator = QTranslator(qapp)
    translator.load("findling_de", str(translations_folder()))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    translator.deleteLater()


@pytest.mark.parametrize("code", _CODES)
def test_a_language_that_a_model_knows_or_a_menu_offers_is_noted_for_translation(code):
    assert QLocale.languageToString(QLocale.codeToLanguage(code)) in NAMED


def test_in_english_a_language_has_its_english_name():
    assert name_language("de") == "German"
    assert name_language("tlh") == "tlh"


@pytest.mark.usefixtures("german")
def test_in_german_languages_have_german_names():
    assert [name_language(code) for code in ("de", "he", "nb")] == ["Deutsch", "Hebräisch", "Norwegisch"]
    assert name_language("en") == "Englisch"
