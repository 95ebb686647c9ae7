"""The versions of a document are listed with what changed in each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from searchstubs import SlowReader

from findling.domain.versions import ChangeKind, OrderClue, Version, VersionChange
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage
from findling.processes.reader.history_messages import AskHistory, VersionList
from findling.ui.pages.search.version_dialog import VersionDialog

OFFER = Path("/home/ada/offer v2.txt")
VERSIONS = (
    Version(
        OFFER,
        2 * 86_400 * 10**9,
        (),
        (
            VersionChange(ChangeKind.NUMBER, "18,400", "19,250"),
            VersionChange(ChangeKind.CLAUSE, "", "The scaffold is put up by a firm of your own choice."),
            VersionChange(ChangeKind.WORDS, "at no charge", ""),
        ),
        OrderClue.NAME,
    ),
    Version(Path("/home/ada/offer v1.txt"), 86_400 * 10**9, (), ()),
)


@pytest.fixture
def reader():
    return SlowReader()


@pytest.fixture
def dialog(reader, theme, qtbot, in_english):
    dialog = VersionDialog(reader, theme, OFFER)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def changes(dialog: VersionDialog) -> list[tuple[str, str]]:
    return [(line.title, line.detail) for line in dialog.changes.lines.rows]


def test_what_changed_in_the_newest_version_is_shown_first(dialog, reader):
    assert reader.asked == {1: AskHistory(OFFER)}
    reader.say(VersionList(OFFER, VERSIONS), number=1)
    assert "2 versions" in dialog.words.text()
    assert changes(dialog) == [
        ("18,400 → 19,250", "number"),
        ("The scaffold is put up by a firm of your own choice.", "sentence or more, new"),
        ("at no charge", "words, gone"),
    ]


def test_of_the_oldest_version_it_is_said_that_it_is_the_oldest(dialog, reader):
    reader.say(VersionList(OFFER, VERSIONS), number=1)
    dialog.versions.setCurrentIndex(dialog.versions.lines.index(1))
    assert changes(dialog) == [("The oldest version that is known.", "")]


def test_where_nothing_tells_which_version_is_newer_the_row_and_the_line_above_say_so(dialog, reader):
    reader.say(VersionList(OFFER, (replace(VERSIONS[0], newer_by=None), VERSIONS[1])), number=1)
    newer, older = dialog.versions.lines.rows
    assert newer.detail.startswith("order not known")
    assert not older.detail.startswith("order not known")
    assert "nothing tells the order" in dialog.words.text()
    dialog.versions.setCurrentIndex(dialog.versions.lines.index(1))
    assert changes(dialog) == [("Nothing tells whether this or the one above is the older version.", "")]


def test_a_version_is_opened(dialog, reader, qtbot):
    reader.say(VersionList(OFFER, VERSIONS), number=1)
    with qtbot.waitSignal(dialog.opened) as opened:
        dialog.open_button.click()
    assert opened.args == [OFFER]


def test_a_document_without_other_versions_says_so(dialog, reader):
    reader.say(VersionList(OFFER, VERSIONS[:1]), number=1)
    assert dialog.words.text() == "No other version of it is known."


def test_why_there_is_no_history_is_said(dialog, reader):
    reader.say(Failed(LibraryMessage.FILE_NOT_READ(file=OFFER)), number=1)
    assert "offer v2.txt" in dialog.words.text()
