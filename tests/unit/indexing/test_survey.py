"""Surveys of folders before they are indexed."""

from __future__ import annotations

import math
import os
from pathlib import Path

import pytest

from findling.errors import UsageError
from findling.extraction.document import TEXT_LIMIT
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.formats import FileKind
from findling.indexing.language_sample import LanguageSample, LanguageSurvey
from findling.indexing.survey import Surveyor, usual_folders
from findling.indexing.workload import expect_tokens
from findling.models.embedder import SharedEmbedder
from findling.models.throughput import Throughput
from workspace import Workspace


@pytest.fixture(scope="module")
def pace(tmp_path_factory) -> Throughput:
    workspace = Workspace.at(tmp_path_factory.mktemp("pace"))
    return Throughput(SharedEmbedder(workspace.paths, workspace.settings), threads=1)


def test_files_that_are_read_are_counted_apart_from_others(workspace, pace):
    for name in ("a.txt", "b.PDF", "sub/c.docx", "picture.png", "no ending", ".hidden.txt", "~$lock.docx"):
        workspace.write(name, "x" * 1000)
    (survey,) = Surveyor(pace).survey([workspace.folder])
    assert (survey.path, survey.files, survey.others, survey.size) == (workspace.folder, 4, 1, 4000)
    assert survey.complete


def test_the_rules_of_the_library_hold(workspace, pace):
    for name in ("a.txt", "b.log", "own/library.txt"):
        workspace.write(name, "words")
    (survey,) = Surveyor(pace, ["*.log"], [workspace.folder / "own"]).survey([workspace.folder])
    assert survey.files + survey.others == 1


def test_an_empty_folder_takes_neither_time_nor_room(workspace, pace):
    (survey,) = Surveyor(pace).survey([workspace.folder])
    assert (survey.files, survey.seconds, survey.disk, survey.complete) == (0, 0.0, 0, True)


def test_twice_as_much_text_takes_about_twice_as_long(workspace, pace):
    for name, size in (("one/a.txt", 1_000_000), ("two/a.txt", 2_000_000)):
        workspace.write(name, "x" * size)
    one, two = Surveyor(pace).survey([workspace.folder / "one", workspace.folder / "two"])
    assert two.seconds == pytest.approx(2 * one.seconds, rel=0.1)
    assert two.disk == pytest.approx(2 * one.disk, rel=0.1)


def test_text_recognition_on_pictures_takes_its_time_unless_it_is_off(workspace, pace):
    for number in range(10):
        workspace.write(f"{number}.jpg", "x" * 1000)
    (on,), (off,) = (Surveyor(pace, recognises=each).survey([workspace.folder]) for each in (True, False))
    assert on.seconds >= off.seconds + 5


def test_of_a_large_document_only_the_beginning_is_taken_for_text():
    assert expect_tokens(50_000_000, FileKind.PDF) == expect_tokens(300_000, FileKind.PDF)
    assert expect_tokens(50_000_000, FileKind.TEXT) > expect_tokens(300_000, FileKind.TEXT)
    assert expect_tokens(300_000_000, FileKind.TEXT) == expect_tokens(TEXT_LIMIT, FileKind.TEXT)
    assert all(expect_tokens(1_000, kind) > 0 for kind in FileKind if kind is not FileKind.OTHER)


def test_a_survey_that_is_stopped_or_out_of_time_says_so(workspace, pace):
    workspace.write("a.txt", "words")
    (stopped,) = Surveyor(pace).survey([workspace.folder], should_stop=lambda: True)
    assert (stopped.complete, stopped.seconds) == (False, None)
    (late,) = Surveyor(pace).survey([workspace.folder], seconds=0.0)
    assert not late.complete


def test_a_folder_that_is_not_there_is_said_to_be_so(workspace, pace):
    with pytest.raises(UsageError, match="There is no folder"):
        Surveyor(pace).survey([workspace.folder / "nowhere"])


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="the desktop says where its folders are")
def test_the_usual_folders_are_those_of_the_desktop_that_exist(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "Papers").mkdir()
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "user-dirs.dirs").write_text(
        'XDG_DOCUMENTS_DIR="$HOME/Papers"\nXDG_DESKTOP_DIR="$HOME/"\nXDG_DOWNLOAD_DIR="$HOME/Downloads"\n'
    )
    assert usual_folders() == (Path(tmp_path / "Papers"),)


def test_the_languages_of_a_folder_are_told_by_a_sample_of_it(workspace, pace):
    german = "Die Heizung im Keller wird am Donnerstag repariert, hat der Klempner gesagt. " * 5
    english = "The heating in the cellar is repaired on Thursday, or so the plumber has said. " * 5
    for number in range(12):
        workspace.write(f"{number}.txt", german if number % 3 == 0 else english)
        workspace.write(f"{number}.png", "x" * 1_000)
    (survey,) = Surveyor(pace).survey([workspace.folder], languages=LanguageSurvey(Sandbox, seconds=math.inf))
    assert survey.languages == (("en", 8), ("de", 4))


def test_a_sample_is_even_and_the_same_each_time(workspace):
    for number in range(300):
        workspace.write(f"{number:03}.txt", "x" * 200)
    with os.scandir(workspace.folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    once, again = LanguageSample(limit=60), LanguageSample(limit=60)
    for sample in (once, again):
        sample.add(entries)
    assert (once.seen, len(set(once.paths)), once.paths) == (300, 60, again.paths)
    first_half = [path for path in once.paths if Path(path).stem < "150"]
    assert 15 <= len(first_half) <= 45


def test_a_survey_without_time_for_a_sample_knows_no_languages(workspace):
    workspace.write("a.txt", "The heating in the cellar is repaired on Thursday. " * 5)
    sample = LanguageSample()
    with os.scandir(workspace.folder) as listing:
        sample.add(list(listing))
    assert LanguageSurvey(Sandbox).count([sample], should_stop=lambda: True) == ({},)
