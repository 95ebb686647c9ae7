"""The rules of a folder: parsed, suggested, and edited in place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from findling.exclusion import Exclusion
from findling.processes.reader.library_messages import TryExcludes
from findling.ui.pages.library.exclude_rules import Rules, RulesPanel, suggestions


@pytest.fixture
def panel(qtbot, home, link, theme):
    panel = RulesPanel(home / "Papers", ("*.zip", "!keep.zip"), link, theme)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


def lists(panel):
    return panel.findChildren(QPlainTextEdit)


def save(panel):
    return next(each for each in panel.findChildren(QPushButton) if each.text() == "Save rules")


def test_it_shows_the_rules_in_two_lists_and_what_they_do(panel):
    assert [each.toPlainText() for each in lists(panel)] == ["*.zip", "keep.zip"]
    assert panel.preview == "Leaves out 2 of 100 file(s)."


def test_unchanged_rules_cannot_be_saved(panel):
    assert not save(panel).isEnabled()


def test_typing_is_tried_once_it_rests(qtbot, panel, link):
    qtbot.keyClicks(lists(panel)[0], "*.mp4 ")
    assert link.count(TryExcludes) == 1
    qtbot.waitUntil(lambda: link.count(TryExcludes) == 2)
    assert link.asked[-1].exclude == panel.rules.patterns


def test_what_is_saved_is_what_is_written(qtbot, panel):
    lists(panel)[0].setPlainText("*.zip\nBackup/")
    with qtbot.waitSignal(panel.saved) as saved:
        qtbot.mouseClick(save(panel), Qt.MouseButton.LeftButton)
    assert saved.args == [("*.zip", "Backup/", "!keep.zip")]


def test_a_wrong_pattern_is_said_and_cannot_be_saved(qtbot, panel):
    lists(panel)[0].setPlainText("[")
    qtbot.waitUntil(lambda: panel.preview == "“[” is not a pattern")
    assert not save(panel).isEnabled()
    lists(panel)[0].setPlainText("*.7z")
    qtbot.waitUntil(lambda: panel.preview.startswith("Leaves out"))
    assert save(panel).isEnabled()


def test_ready_made_rules_are_added_once(panel):
    panel.add(("*.zip", "*.7z"))
    panel.add(("*.7z",))
    assert panel.rules == Rules(("*.zip", "*.7z"), ("keep.zip",))


def test_a_late_trial_of_earlier_rules_is_not_shown(qtbot, panel, link):
    link.waits = True
    lists(panel)[0].setPlainText("[")
    qtbot.waitUntil(lambda: link.count(TryExcludes) == 2)
    lists(panel)[0].setPlainText("*.7z")
    qtbot.waitUntil(lambda: link.count(TryExcludes) == 3)
    link.held.reverse()
    link.tell()
    assert panel.preview.startswith("Leaves out")


def test_escape_leaves_and_tab_goes_on_to_the_next_list(qtbot, panel):
    panel.focus()
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    assert panel.focusWidget() is lists(panel)[1]
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_patterns_are_taken_apart_and_put_together_again():
    rules = Rules.of(("*.zip", "!keep.zip", " Backup/ "))
    assert rules == Rules(("*.zip", "Backup/"), ("keep.zip",))
    assert rules.patterns == ("*.zip", "Backup/", "!keep.zip")


def test_what_is_typed_is_read_line_by_line_and_once():
    rules = Rules.typed(" *.zip \n\n*.zip\nBackup/", "!keep.zip\nother.zip")
    assert rules == Rules(("*.zip", "Backup/"), ("keep.zip", "other.zip"))


@given(st.lists(st.from_regex(r"!?[a-z*/.]{1,8}", fullmatch=True)))
def test_taking_apart_what_was_put_together_changes_nothing(patterns):
    rules = Rules.of(patterns)
    assert Rules.of(rules.patterns) == rules


@pytest.mark.parametrize(
    ("name", "directory"),
    [("film.mp4", False), ("a/song.flac", False), ("x.tar.gz", False), ("deep/Backup", True), ("setup.exe", False)],
)
def test_ready_made_rules_leave_out_what_they_name(tmp_path, name, directory):
    patterns = [pattern for each in suggestions() for pattern in each.patterns]
    assert Exclusion(tmp_path, patterns).covers(str(tmp_path / name), directory=directory)


def test_ready_made_rules_keep_documents(tmp_path):
    patterns = [pattern for each in suggestions() for pattern in each.patterns]
    exclusion = Exclusion(tmp_path, patterns)
    for name in ("letter.pdf", "notes.md", "backup plan.docx", "golden.txt"):
        assert not exclusion.covers(str(tmp_path / name), directory=False)
