"""Renaming and binning of what was found: asked for, planned, carried out by the writer, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from searchstubs import result

from findling.domain.plans import (
    Action,
    LeftOut,
    Obstacle,
    Plan,
    Planned,
    PlanReport,
    Seen,
    Step,
    StepOutcome,
    StepReport,
)
from findling.messages.library_templates import ClearingMessage
from findling.processes.reader.duplicate_messages import PlanDiscard, PlanRename
from findling.processes.writer.messages import Clear, Undo
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.rename_dialog import RenameDialog

HOME = Path("/home/ada")
Key = Qt.Key


class OrderedWriter(QObject):
    """Writer that takes orders, and reports when the test says so."""

    cleared = Signal(object, object)
    refused = Signal(object, object)
    finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[object] = []

    def clear(self, plan: Plan) -> None:
        self.orders.append(Clear(plan))

    def undo(self, run: int) -> None:
        self.orders.append(Undo(run))


@pytest.fixture
def writer(qapp):
    return OrderedWriter()


@pytest.fixture
def pause():
    """The Search page has no use for it."""


@pytest.fixture
def notice(page):
    return page.findChild(NoticeBar)


@pytest.fixture
def found(qtbot, page, link, results):
    page.search("boiler")
    qtbot.waitUntil(lambda: bool(link.searches))
    link.give(result("a.pdf"), result("b.pdf"))
    results.setFocus()
    return results


def seen(name: str) -> Seen:
    return Seen(path=HOME / name, size=10, modified_ns=1, mode=0o644, content=bytes(32))


def plan(*names: str, target: str = "") -> Plan:
    action = Action.RENAME if target else Action.DISCARD
    return Plan(tuple(Step(action, seen(name), seen(name), HOME / target if target else None) for name in names))


def report(done: Plan, outcome: StepOutcome = StepOutcome.DONE, why=None) -> PlanReport:
    return PlanReport(7, tuple(StepReport(step, outcome, why) for step in done.steps))


def press(role: QMessageBox.ButtonRole) -> None:
    box = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible())
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()


def last(link):
    return list(link.asked.values())[-1]


def test_delete_moves_what_is_selected_to_the_bin_after_asking_and_that_is_undone(qtbot, link, found, writer, notice):
    qtbot.keyClick(found, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(found, Key.Key_Delete)
    press(QMessageBox.ButtonRole.AcceptRole)
    assert last(link) == PlanDiscard((HOME / "a.pdf", HOME / "b.pdf"))
    wanted = plan("a.pdf", "b.pdf")
    link.say(Planned(wanted), number=len(link.asked))
    assert writer.orders == [Clear(wanted)]
    writer.cleared.emit(Clear(wanted), report(wanted))
    assert notice.words == "2 file(s) are in the bin."
    next(each for each in notice.findChildren(QPushButton) if each.text() == "Undo").click()
    assert writer.orders[1:] == [Undo(7)]
    writer.cleared.emit(Undo(7), report(wanted, StepOutcome.UNDONE))
    assert notice.words == "2 file(s) put back."


def test_nothing_goes_where_the_user_does_not_agree(qtbot, link, found, writer):
    before = len(link.asked)
    qtbot.keyClick(found, Key.Key_Delete)
    press(QMessageBox.ButtonRole.RejectRole)
    assert len(link.asked) == before
    assert writer.orders == []


def test_what_stays_is_named_with_its_reason(qtbot, link, found, writer, notice):
    qtbot.keyClick(found, Key.Key_Delete)
    press(QMessageBox.ButtonRole.AcceptRole)
    link.say(Planned(Plan(()), (LeftOut(HOME / "a.pdf", Obstacle.UNREADABLE),)), number=len(link.asked))
    assert "a.pdf" in notice.words
    assert writer.orders == []
    qtbot.keyClick(found, Key.Key_Delete)
    press(QMessageBox.ButtonRole.AcceptRole)
    link.say(Planned(plan("a.pdf")), number=len(link.asked))
    failed = report(plan("a.pdf"), StepOutcome.SKIPPED, ClearingMessage.CHANGED())
    writer.cleared.emit(Clear(plan("a.pdf")), failed)
    assert (notice.tone, "a.pdf" in notice.words) == ("warn", True)


def test_a_file_is_renamed_by_f2_from_box_or_list(qtbot, page, link, found, writer, notice):
    qtbot.keyClick(found, Key.Key_F2)
    dialog = next(each for each in page.findChildren(RenameDialog) if each.isVisible())
    dialog.field.setText("boiler")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert last(link) == PlanRename(HOME / "a.pdf", "boiler.pdf")
    wanted = plan("a.pdf", target="boiler.pdf")
    link.say(Planned(wanted), number=len(link.asked))
    assert writer.orders == [Clear(wanted)]
    writer.cleared.emit(Clear(wanted), report(wanted))
    plain = "".join(letter for letter in notice.words if letter.isprintable())
    assert plain == "a.pdf is called boiler.pdf from now on."


def test_what_other_pages_clear_away_is_not_said_here(found, writer, notice):
    writer.cleared.emit(Clear(plan("z.pdf")), report(plan("z.pdf")))
    assert notice.words == ""
