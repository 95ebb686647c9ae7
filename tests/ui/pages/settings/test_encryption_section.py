"""The settings tell of an encrypted library, and change it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea
from settingspage import named, says

from findling.encryption.conversion_wish import ConversionKind, ConversionWish
from findling.encryption.library_key import make_key, open_key, write_key
from findling.errors import LibraryLockedError
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy
from findling.paths import LibraryPaths
from findling.ui.pages.settings.encryption_section import EncryptionSection
from findling.ui.pages.settings.protection_dialogs import NewPassphraseDialog, ProtectDialog
from memory_keyrings import LockedKeyring, MemoryKeyring, replacing_system_keyring

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")

PASSPHRASE = "correct horse battery"


@pytest.fixture(autouse=True)
def key_store() -> Iterator[MemoryKeyring]:
    with replacing_system_keyring(MemoryKeyring()) as key_store:
        yield key_store


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


@pytest.fixture
def wished(section) -> list[ConversionWish]:
    wished: list[ConversionWish] = []
    section.conversion_wanted.connect(wished.append)
    return wished


@pytest.fixture
def plain(tmp_path, qtbot, in_english) -> EncryptionSection:
    section = EncryptionSection(LibraryPaths.inside(tmp_path))
    qtbot.addWidget(section)
    section.show()
    return section


def begin_to_protect(section: EncryptionSection) -> ProtectDialog:
    named(section, QPushButton, "Protect this library with a passphrase").click()
    dialog = section.findChild(ProtectDialog)
    for field in (dialog.form.new, dialog.form.again):
        field.setText(PASSPHRASE)
    return dialog


def test_a_plain_library_gets_a_passphrase_once_what_that_protects_is_said(plain, key_store):
    wished: list[ConversionWish] = []
    plain.conversion_wanted.connect(wished.append)
    assert says(plain, "is not encrypted")
    dialog = begin_to_protect(plain)
    for words in ("Protected is what", "Not protected are", "Nobody can bring back a forgotten passphrase"):
        assert says(dialog, words)
    dialog.form.again.clear()
    assert not dialog.go_on.isEnabled()
    dialog.form.again.setText(PASSPHRASE)
    dialog.keep.setChecked(True)
    dialog.go_on.click()
    assert wished == [ConversionWish(ConversionKind.ENCRYPTION, PASSPHRASE, keeps_key=True)]
    assert PASSPHRASE not in repr(wished)
    assert key_store.kept == {}, "nothing is kept before the library is encrypted"


def test_who_thinks_better_of_it_changes_nothing(plain, qtbot):
    wished: list[ConversionWish] = []
    plain.conversion_wanted.connect(wished.append)
    qtbot.keyClick(begin_to_protect(plain), Qt.Key.Key_Escape)
    assert wished == []


def test_without_a_keyring_none_is_offered(plain):
    keyring.set_keyring(fail.Keyring())
    dialog = begin_to_protect(plain)
    assert not dialog.keep.isVisible()
    assert says(dialog, "no keyring")
    dialog.reject()


def test_where_it_cannot_be_encrypted_it_says_why_and_what_to_do_in_the_place_of_a_button(tmp_path, qtbot, in_english):
    obstacle = EncryptionMessage.NO_MEMORY_FOLDER().advising(Remedy.ENCRYPT_DISK())
    section = EncryptionSection(LibraryPaths.inside(tmp_path), find_lack=lambda: obstacle)
    qtbot.addWidget(section)
    section.show()
    assert says(section, "keeps no files in memory")
    assert says(section, "Encrypt the disk")
    assert section.findChildren(QPushButton) == []


def test_the_protection_is_removed_only_once_that_is_said_again(section, wished):
    named(section, QPushButton, "Remove the protection").click()
    assert says(section, "Who has the disk can read it then")
    named(section, QPushButton, "Keep it").click()
    assert wished == []
    named(section, QPushButton, "Remove the protection").click()
    yes = [each for each in section.findChildren(QPushButton) if each.text() == "Remove the protection"]
    yes[0].click()
    assert wished == [ConversionWish(ConversionKind.DECRYPTION)]


def test_the_key_goes_into_the_keyring_and_out_again(section, paths, key_store):
    named(section, QPushButton, "Open without asking").click()
    assert list(key_store.kept.values()) == [paths.key.hex()]
    assert says(section, "The next start asks nothing.")
    named(section, QPushButton, "Ask for the passphrase").click()
    assert key_store.kept == {}
    assert says(section, "The next start asks for the passphrase.")
    assert not says(section, "The next start asks nothing.")


def test_a_keyring_that_refuses_is_told(section):
    keyring.set_keyring(LockedKeyring())
    named(section, QPushButton, "Open without asking").click()
    assert says(section, "The keyring of this system refuses")


def test_the_question_comes_into_view_on_a_page_that_scrolls(paths, qtbot):
    page = QScrollArea(widgetResizable=True)
    qtbot.addWidget(page)
    page.resize(480, 120)
    page.setWidget(EncryptionSection(paths))
    page.show()
    named(page, QPushButton, "Remove the protection").click()
    qtbot.settle(page)
    answer = named(page, QPushButton, "Keep it")
    assert answer.visibleRegion().boundingRect() == answer.rect()


def test_the_passphrase_is_changed_by_who_knows_it(section, paths, qtbot):
    named(section, QPushButton, "Change the passphrase").click()
    dialog = section.findChild(NewPassphraseDialog)
    for field, typed in zip(dialog.form.fields, ("incorrect", "another one", "another two"), strict=True):
        qtbot.keyClicks(field, typed)
    assert not dialog.go_on.isEnabled()
    dialog.form.again.setText("another one")
    dialog.go_on.click()
    assert "not the passphrase" in dialog.form.fault.text()
    assert dialog.isVisible()
    dialog.old.setText(PASSPHRASE)
    dialog.go_on.click()
    assert not dialog.isVisible()
    assert says(section, "Changed.")
    assert open_key(paths.key_file, "another one") == paths.key
    with pytest.raises(LibraryLockedError):
        open_key(paths.key_file, PASSPHRASE)
