"""The Models page with the processes that it has in the window, and the bundled model."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from findling.paths import resources
from findling.processes.model_jobs.messages import InstallOwn
from findling.ui.ipc.model_job_client import ModelJobClient
from findling.ui.ipc.reader_link import ReaderLink
from findling.ui.ipc.writer_activity import Activity
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.pages.models.card_actions import CardAction
from findling.ui.pages.models.page import ModelsPage
from findling.ui.services.preferences import Preferences
from workspace import Workspace

BUNDLED = "all-MiniLM-L6-v2"


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace.at(tmp_path)
    for number in range(6):
        workspace.write(f"note {number}.txt", f"Note {number} is about the harbour, the boats and {number} gulls.")
    workspace.index()
    return workspace


@pytest.fixture
def paths(workspace):
    return workspace.paths


@pytest.fixture
def link(qtbot, paths):
    reader = ReaderLink(paths)
    reader.start()
    yield reader
    reader.stop()
    reader.wait()


@pytest.fixture
def writer(qtbot, paths):
    writer = WriterLink(paths)
    writer.start()
    yield writer
    writer.stop()
    writer.wait()


@pytest.fixture
def preferences(paths, link, writer):
    preferences = Preferences(paths.settings)
    # As the window does it for settings that the processes read at their start.
    preferences.changed.connect(link.restart)
    preferences.changed.connect(writer.restart)
    return preferences


@pytest.fixture
def work(paths):
    work = ModelJobClient(paths)
    yield work
    work.leave()


@pytest.fixture
def page(qtbot, services):
    page = ModelsPage(services)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    return page


def press(inside, words):
    next(each for each in inside.findChildren(QPushButton) if each.text() == words).click()


def model_of(workspace):
    with workspace.reading() as library:
        return library.status().model


@pytest.mark.slow
def test_a_model_of_ones_own_comes_takes_over_and_goes_again(qtbot, workspace, writer, page):
    views = page.cards.views
    qtbot.waitUntil(lambda: BUNDLED in views and writer.state.activity is Activity.FOLLOWING)
    qtbot.waitUntil(lambda: "on disk" in " ".join(views[BUNDLED].words))

    page.own.agreed.emit(InstallOwn(model="mine", folder=resources() / "models" / BUNDLED, query_prefix=""))
    qtbot.waitUntil(lambda: page.notice.words == "mine is installed.")
    qtbot.waitUntil(lambda: "mine" in views)

    views["mine"].button(CardAction.USE).click()
    press(views["mine"].proposal, "Use mine")
    # So few files are embedded anew before the page may have asked how far that is.
    qtbot.waitUntil(lambda: model_of(workspace) == "mine")
    qtbot.waitUntil(lambda: views["mine"].words[0] == "In use" and not page.change.words)

    views[BUNDLED].button(CardAction.USE).click()
    press(views[BUNDLED].proposal, f"Use {BUNDLED}")
    qtbot.waitUntil(lambda: views["mine"].button(CardAction.REMOVE).isVisibleTo(page))
    views["mine"].button(CardAction.REMOVE).click()
    press(views["mine"].proposal, "Remove mine")
    qtbot.waitUntil(lambda: "mine" not in views)
    assert not (workspace.paths.models / "mine").exists()
