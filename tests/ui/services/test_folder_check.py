"""Remarks on a folder before it is added."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.ui.services.folder_check import FolderVerdict, check_path, comment


@pytest.mark.parametrize(
    ("place", "known", "verdict", "words"),
    [
        ("Papers", [], FolderVerdict.FINE, ""),
        ("Nowhere", [], FolderVerdict.MISSING, "There is no folder ~/Nowhere."),
        ("letter.txt", [], FolderVerdict.FILE, "~/letter.txt is a file; Findling covers whole folders."),
        ("Papers", ["Papers"], FolderVerdict.KNOWN, "~/Papers is in the list already."),
        ("Papers/Old", ["Papers"], FolderVerdict.COVERED, "~/Papers/Old is covered already: it lies in ~/Papers."),
        (
            "Papers",
            ["Papers/Old"],
            FolderVerdict.AROUND,
            "~/Papers holds ~/Papers/Old, which stays a folder of its own",
        ),
        ("", [], FolderVerdict.WIDE, "~ is very wide"),
        ("", ["Papers"], FolderVerdict.WIDE, "~ is very wide"),
        ("..", [], FolderVerdict.WIDE, "is very wide"),
    ],
)
def test_a_place_is_judged_by_what_it_is_and_what_is_known(home, place, known, verdict, words):
    (home / "letter.txt").touch()
    candidate = check_path(home / place, [home / each for each in known])
    assert candidate.verdict is verdict
    assert words in comment(candidate)
    assert bool(words) == bool(comment(candidate))


def test_the_whole_disk_is_wide():
    assert check_path(Path(Path.cwd().anchor), []).verdict is FolderVerdict.WIDE


def test_a_folder_whose_name_begins_like_a_known_one_is_not_taken_for_part_of_it(home):
    (home / "Papers 2").mkdir()
    assert check_path(home / "Papers 2", [home / "Papers"]).verdict is FolderVerdict.FINE
