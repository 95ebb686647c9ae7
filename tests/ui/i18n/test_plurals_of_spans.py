"""Spans of time are named in the number that they have, in every language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from findling.ui.i18n.translation import install
from findling.ui.pages.search.query_filters import SpanLabels


@pytest.fixture
def speak(qapp):
    """Speaks a language until the test is over."""
    spoken, locale, direction = [], QLocale(), qapp.layoutDirection()
    yield lambda language: spoken.extend(install(qapp, language))
    for translator in spoken:
        QApplication.removeTranslator(translator)
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(direction)


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "the last year", "the last 3 years"),
        ("de", "das letzte Jahr", "die letzten 3 Jahre"),
        ("he", "השנה האחרונה", "\N{RIGHT-TO-LEFT MARK}3 השנים האחרונות"),
    ],
)
def test_one_is_not_named_as_many(speak, language, one, many):
    speak(language)
    assert (SpanLabels().after(1, "y"), SpanLabels().after(3, "y")) == (one, many)


@pytest.mark.parametrize("unit", "dwmy")
def test_no_number_stands_before_a_single_one(speak, unit):
    speak("en")
    assert not any("1" in label for label in (SpanLabels().after(1, unit), SpanLabels().before(1, unit)))
