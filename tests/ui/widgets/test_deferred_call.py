"""Calls that wait for the event loop."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QObject

from findling.ui.widgets.deferred_call import call_soon


class Pane(QObject):
    """Owner that is called."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []

    def go(self) -> None:
        self.calls.append("gone")


def test_it_is_called_once_and_not_at_once(qtbot):
    pane = Pane()
    call_soon(pane, pane.go)
    assert pane.calls == []
    qtbot.waitUntil(lambda: pane.calls == ["gone"])
    qtbot.waitUntil(lambda: pane.children() == [])
    assert pane.calls == ["gone"]


@pytest.mark.parametrize("make", [lambda pane: pane.go, lambda pane: lambda: pane.go()], ids=["method", "function"])
def test_nothing_is_called_or_kept_where_the_owner_is_deleted_before(qapp, make):
    pane = Pane()
    calls, gone = pane.calls, weakref.ref(pane)
    call_soon(pane, make(pane))
    pane.deleteLater()
    qapp.sendPostedEvents(pane, QEvent.Type.DeferredDelete)
    del pane
    gc.collect()
    qapp.processEvents()
    assert (calls, gone()) == ([], None)
