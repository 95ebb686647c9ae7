"""The library says which files the model does not understand, and leads to one that would."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from findling.domain.library import LanguageGap
from findling.processes.reader.library_messages import AskStatus
from readerstub import ReaderStub, folder_report


class Foreign(ReaderStub):
    """A library with files in languages that the model does not know."""

    gap: LanguageGap | None = LanguageGap(37, ("de", "fr"), None, "e5-world", 37)

    def reply(self, question):
        reply = super().reply(question)
        return replace(reply, gap=self.gap) if isinstance(question, AskStatus) else reply


@pytest.fixture
def link():
    return Foreign()


def test_files_in_other_languages_are_counted_and_a_button_leads_to_the_model_for_them(qtbot, shown, link, home):
    link.folders = [folder_report(home / "Papers")]
    page = shown()
    assert page.languages.words.startswith(
        "37 file(s) are in languages that the model in use does not know (German, French)"
    )
    button = next(each for each in page.languages.findChildren(QPushButton) if each.text() == "Show it")
    with qtbot.waitSignal(page.model_wanted) as told:
        button.click()
    assert told.args == ["e5-world"]


def test_where_all_is_understood_nothing_is_said(shown, link, home):
    link.folders = [folder_report(home / "Papers")]
    link.gap = None
    assert shown().languages.words == ""
