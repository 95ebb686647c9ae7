"""Keys and passwords stay out of the library wherever they lie, are listed with their reason, and let in by a rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.files import FileStatus, Reason
from workspace import INDEXED, Workspace

LEFT_OUT = (FileStatus.SKIPPED, Reason.SECRET)
KEY = "-----BEGIN PRIVATE KEY-----\n" + "kanarienvogel" * 20 + "\n-----END PRIVATE KEY-----\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace.at(tmp_path)
    workspace.write("server/id_rsa", KEY)
    workspace.write("export.csv", "name,url,username,password\nbank,https://bank.example,ada,kanarienvogel\n")
    workspace.write("passwords.kdbx", b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5" + b"x" * 500)
    workspace.write("firefox/ab12cd34.default/prefs.js", 'user_pref("kanarienvogel", true);\n')
    workspace.write("server/cert.pem", KEY.replace("PRIVATE KEY", "CERTIFICATE"))
    workspace.write("letter.txt", "The password is changed every year, says the letter.")
    return workspace


def test_secrets_are_listed_with_their_reason_and_not_found(workspace: Workspace):
    workspace.index()
    files = workspace.files()
    assert {name for name, state in files.items() if state == LEFT_OUT} == {
        "server/id_rsa", "export.csv", "passwords.kdbx", "firefox/ab12cd34.default/prefs.js",
    }  # fmt: skip
    assert files["letter.txt"] == files["server/cert.pem"] == INDEXED
    assert workspace.search("password letter")[0] == "letter.txt"
    assert "export.csv" not in workspace.search("kanarienvogel")


def test_a_rule_of_the_users_own_lets_one_in_and_no_other(workspace: Workspace):
    workspace.index()
    settings = replace(workspace.settings, exclude=("!export.csv",))
    allowing = replace(workspace, settings=settings)
    allowing.index()
    assert allowing.files()["export.csv"] == INDEXED
    assert allowing.files()["server/id_rsa"] == LEFT_OUT
    assert allowing.index().indexed == 0, "and is not read again"


def test_it_is_left_out_again_once_the_rule_is_gone(workspace: Workspace):
    replace(workspace, settings=replace(workspace.settings, exclude=("!export.csv",))).index()
    workspace.index()
    assert workspace.files()["export.csv"] == LEFT_OUT


def test_what_is_let_in_in_one_place_is_not_elsewhere(workspace: Workspace):
    workspace.write("copy.csv", (workspace.folder / "export.csv").read_bytes())
    allowing = replace(workspace, settings=replace(workspace.settings, exclude=("!export.csv",)))
    allowing.index()
    assert allowing.files()["export.csv"] == INDEXED
    assert allowing.files()["copy.csv"] == LEFT_OUT


def test_a_text_that_becomes_a_key_is_forgotten(workspace: Workspace):
    workspace.index()
    workspace.write("letter.txt", KEY)
    workspace.index()
    assert workspace.files()["letter.txt"] == LEFT_OUT
    assert "letter.txt" not in workspace.search("password letter")
