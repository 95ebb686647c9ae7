"""The settings tell of an encrypted library, and change it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtWidgets import QPushButton
from settingspage import named, says

from findling.encryption.library_key import make_key, open_key, write_key
from findling.errors import LibraryLockedError
from findling.paths import LibraryPaths
from findling.ui.pages.settings.encryption_section import EncryptionSection, NewPassphraseDialog
from keydrawer import Drawer, Locked, taking_the_place

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")

PASSPHRASE = "correct horse battery"


@pytest.fixture(autouse=True)
def drawer() -> Iterator[Drawer]:
    with taking_the_place(Drawer()) as drawer:
        yield drawer


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    """Paths of a library with a key; nothing of it has to be there but the key's file."""
    plain = LibraryPaths.inside(tmp_path)
    key = make_key()
    write_key(plain.key_file, key, PASSPHRASE, cost=16)
    return plain.as_kept().unlocked(key)


@pytest.fixture
def section(paths, qtbot) -> EncryptionSection:
    section = EncryptionSection(paths)
    qtbot.addWidget(section)
    section.show()
    return section


def test_a_plain_library_is_said_to_be_and_how_to_encrypt_it(tmp_path, qtbot):
    section = EncryptionSection(LibraryPaths.inside(tmp_path))
    qtbot.addWidget(section)
    section.show()
    assert says(section, "is not encrypted")
    assert says(section, "findling encrypt")
    assert section.findChildren(QPushButton) == []


def test_the_key_goes_into_the_keyring_and_out_again(section, paths, drawer):
    named(section, QPushButton, "Open without asking").click()
    assert list(drawer.kept.values()) == [paths.key.hex()]
    assert says(section, "The next start asks nothing.")
    named(section, QPushButton, "Ask for the passphrase").click()
    assert drawer.kept == {}
    assert says(section, "The next start asks for the passphrase.")
    assert not says(section, "The next start asks nothing.")


def test_a_keyring_that_refuses_is_told(section):
    keyring.set_keyring(Locked())
    named(section, QPushButton, "Open without asking").click()
    assert says(section, "The keyring does not open")


def test_the_passphrase_is_changed_by_who_knows_it(paths, qtbot):
    dialog = NewPassphraseDialog(paths)
    qtbot.addWidget(dialog)
    dialog.show()
    for field, typed in ((dialog.old, "incorrect"), (dialog.new, "another one"), (dialog.again, "another two")):
        qtbot.keyClicks(field, typed)
    assert not dialog.change.isEnabled()
    assert "differ" in dialog.words.text()
    dialog.again.setText("another one")
    dialog.change.click()
    assert "not the passphrase" in dialog.words.text()
    assert dialog.isVisible()
    dialog.old.setText(PASSPHRASE)
    dialog.change.click()
    assert not dialog.isVisible()
    assert open_key(paths.key_file, "another one") == paths.key
    with pytest.raises(LibraryLockedError):
        open_key(paths.key_file, PASSPHRASE)


def test_a_short_passphrase_is_refused(paths, qtbot):
    dialog = NewPassphraseDialog(paths)
    qtbot.addWidget(dialog)
    for field, typed in ((dialog.old, PASSPHRASE), (dialog.new, "short"), (dialog.again, "short")):
        field.setText(typed)
    dialog.change.click()
    assert "8 characters" in dialog.words.text()
    assert open_key(paths.key_file, PASSPHRASE) == paths.key
