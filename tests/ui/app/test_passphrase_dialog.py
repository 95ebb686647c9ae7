"""The window asks for the passphrase of an encrypted library, until it is the right one or the user gives up."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt

from findling.encryption.kept_key import keep_key
from findling.encryption.library_key import make_key
from findling.paths import LibraryPaths
from findling.storage.library_encryption import encrypt_library
from findling.ui.app.passphrase_dialog import PassphraseDialog, unlock_in_window
from memory_keyrings import LockedKeyring, MemoryKeyring, replacing_system_keyring

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")

PASSPHRASE = "correct horse battery"


@pytest.fixture(autouse=True)
def key_store() -> Iterator[MemoryKeyring]:
    with replacing_system_keyring(MemoryKeyring()) as key_store:
        yield key_store


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[LibraryPaths]:
    plain = LibraryPaths.inside(tmp_path / "library")
    plain.create()
    paths = encrypt_library(plain, make_key(), PASSPHRASE, cost=16)
    yield paths
    assert paths.memory
    shutil.rmtree(paths.memory)


@pytest.fixture
def dialog(paths, qtbot) -> PassphraseDialog:
    dialog = PassphraseDialog(paths)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def give(qtbot, dialog: PassphraseDialog, passphrase: str) -> None:
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, passphrase)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)


def test_the_passphrase_opens_and_is_shown_to_nobody(paths, dialog, qtbot):
    give(qtbot, dialog, PASSPHRASE)
    assert dialog.key == paths.key
    assert not dialog.isVisible()
    assert dialog.field.displayText() != PASSPHRASE


def test_a_wrong_one_is_said_to_be_and_may_be_typed_again(paths, dialog, qtbot):
    give(qtbot, dialog, "incorrect horse")
    assert dialog.key is None
    assert dialog.isVisible()
    assert "not the passphrase" in dialog.form.fault.text()
    assert dialog.field.accessibleDescription() == dialog.form.fault.text()
    give(qtbot, dialog, PASSPHRASE)
    assert dialog.key == paths.key


def test_who_gives_up_gets_no_key(dialog, qtbot):
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.key is None
    assert not dialog.isVisible()


def test_a_key_goes_to_the_keyring_only_if_that_is_wished(paths, dialog, qtbot, key_store):
    give(qtbot, dialog, "incorrect horse")
    assert key_store.kept == {}
    dialog.keep.setChecked(True)
    give(qtbot, dialog, PASSPHRASE)
    assert list(key_store.kept.values()) == [paths.key.hex()]


def test_a_keyring_that_refuses_is_told_and_the_library_opens_without_it(paths, dialog, qtbot):
    keyring.set_keyring(LockedKeyring())
    dialog.keep.setChecked(True)
    give(qtbot, dialog, PASSPHRASE)
    assert "keyring" in dialog.form.fault.text()
    assert dialog.isVisible()
    dialog.keep.setChecked(False)
    give(qtbot, dialog, PASSPHRASE)
    assert dialog.key == paths.key


def test_nobody_is_asked_where_the_keyring_has_the_key_or_there_is_none(paths, qtbot):
    keep_key(paths.key)
    locked = LibraryPaths.inside(paths.data)
    assert locked.key is None
    opened = unlock_in_window(locked)
    assert opened
    assert opened.key == paths.key
    plain = LibraryPaths.inside(paths.data.parent / "other")
    assert unlock_in_window(plain) is plain
