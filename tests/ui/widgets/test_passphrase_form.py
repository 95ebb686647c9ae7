"""Fields for a passphrase hide it unless that is wished, and tell what is wrong while it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from findling.ui.widgets.passphrase_form import NewPassphraseForm, PassphraseForm


@pytest.fixture
def form(qtbot, in_english) -> NewPassphraseForm:
    form = NewPassphraseForm()
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.mark.parametrize(
    ("new", "again", "fault", "is_ready"),
    [
        ("", "", "", False),
        ("short", "", "Too short: 3 more", False),
        ("short", "short", "Too short: 3 more", False),
        ("long enough", "", "", False),
        ("long enough", "long enouhg", "differ", False),
        ("long enough", "long enough", "", True),
    ],
)
def test_what_is_wrong_is_said_while_it_is_typed_also_to_who_does_not_see_it(form, new, again, fault, is_ready):
    form.new.setText(new)
    form.again.setText(again)
    assert fault in form.fault.text()
    assert bool(form.fault.text()) == bool(fault)
    assert form.new.accessibleDescription() == form.fault.text()
    assert form.is_ready is is_ready


def test_what_is_typed_is_hidden_until_it_is_to_be_seen(form):
    form.new.setText("long enough")
    assert form.new.displayText() != "long enough"
    form.shown.click()
    assert form.new.displayText() == "long enough"
    form.shown.click()
    assert form.new.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_told_by_letters_that_are_large_without_shift_or_small_with_it(qtbot, in_english):
    form = PassphraseForm("Passphrase")
    qtbot.addWidget(form)
    (field,) = form.fields
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for letter, held, is_on in (
        ("a", none, False), ("A", shift, False), ("7", none, False), ("A", none, True), ("7", none, True),
        ("a", none, False), ("a", shift, True), ("א", none, True),
    ):  # fmt: skip
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), held, letter))
        assert form.has_caps_lock is is_on, letter
    qtbot.keyPress(field, Qt.Key.Key_CapsLock)
    assert not form.has_caps_lock
