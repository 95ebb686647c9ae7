"""Processes that are spoken to in lines, and how they end."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, QObject, QProcess

from findling.ui.ipc.json_line_process import JsonLineProcess

READER = [sys.executable, "-c", "import sys; print('up', flush=True); sys.stdin.read()"]
DEAF = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(600)"]


@pytest.fixture
def owner(qapp):
    owner = QObject()
    yield owner
    owner.deleteLater()


def begin(qtbot, command, owner) -> JsonLineProcess:
    process = JsonLineProcess(command, parent=owner)
    with qtbot.waitSignal(process.line_received):
        process.start()
    return process


@pytest.mark.parametrize("command", [READER, DEAF])
def test_no_process_is_let_go_of_while_it_runs(qtbot, qapp, owner, command, capfd):
    process = begin(qtbot, command, owner)
    process.restart()
    # What is to be deleted is, before the system has told that the process is gone.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    process.restart()
    process.stop()
    process.wait()
    assert all(each.state() is QProcess.ProcessState.NotRunning for each in process.findChildren(QProcess))
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "Destroyed" not in capfd.readouterr().err


def test_one_that_was_replaced_says_nothing_more_and_is_forgotten(qtbot, owner):
    process = begin(qtbot, READER, owner)
    deaths = []
    process.exited.connect(deaths.append)
    with qtbot.waitSignal(process.line_received):
        process.restart()
    qtbot.waitUntil(lambda: len(process.findChildren(QProcess)) == 1)
    assert not deaths
    process.stop()
    process.wait()


def test_the_log_has_what_a_process_wrote_last_before_it_ended(qtbot, owner, caplog):
    command = [sys.executable, "-c", "import sys; sys.stderr.write('x' * 200_000); import a_module_that_is_missing"]
    process = JsonLineProcess(command, delays=(600_000,), parent=owner)
    with qtbot.waitSignal(process.exited):
        process.start()
    (record,) = caplog.records
    assert "with status 1" in record.message
    assert "No module named 'a_module_that_is_missing'" in record.message
    assert len(record.message) < 5_000
    process.stop()
    process.wait()
