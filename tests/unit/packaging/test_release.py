"""All parts of a release fit together."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

import environment
import smoke_test
from findling import __version__
from findling.ui.app.display_check import list_packages

ROOT = environment.ROOT


def test_every_page_of_the_documentation_is_in_the_site():
    site = (ROOT / "packaging" / "mkdocs.yml").read_text(encoding="utf-8")
    named = set(re.findall(r": (\w+\.md)$", site, re.MULTILINE))
    assert named == {path.name for path in (ROOT / "docs").glob("*.md")}


def test_the_citation_names_this_version():
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


@pytest.mark.skipif(
    shutil.which("appstreamcli") is None, reason="needs a check of AppStream metadata (sudo apt-get install appstream)"
)
def test_the_metadata_for_software_centres_are_valid():
    path = ROOT / "resources" / "desktop" / "org.findling.Findling.metainfo.xml"
    said = subprocess.run(["appstreamcli", "validate", "--no-net", path], capture_output=True, text=True)
    assert said.returncode == 0, said.stdout


def test_the_checks_install_what_a_window_needs():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    installed = set(re.search(r"needs=\(([^)]*)\)", script)[1].split())
    # What these bring along.
    assert set(list_packages()) - installed <= {"libfreetype6", "libx11-6"}


def test_the_smoke_test_asks_what_the_sample_answers():
    names = {path.name for path in smoke_test.SAMPLE.rglob("*")}
    assert {smoke_test.ANSWER, smoke_test.TWICE} <= names
