"""A preview pane with a reader that answers when the test says so."""

from __future__ import annotations

import pytest
from documents import RecordingDesktop, ScriptedLink

from findling.ui.pages.preview.preview_pane import PreviewPane
from findling.ui.services.file_actions import FileActions
from findling.ui.services.shortcuts import Shortcuts


@pytest.fixture
def link():
    return ScriptedLink()


@pytest.fixture
def desktop():
    return RecordingDesktop()


@pytest.fixture
def shortcuts(preferences):
    return Shortcuts(preferences)


@pytest.fixture
def pane(qtbot, link, theme, desktop, shortcuts):
    pane = PreviewPane(link, theme, FileActions(desktop), shortcuts)
    qtbot.addWidget(pane)
    pane.resize(500, 600)
    pane.show()
    return pane
