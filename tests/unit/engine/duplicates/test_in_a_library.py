"""From files on the disk to groups, from groups to a plan, and back: through what the commands and the window use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk import Desk
from findling.duplicates import Action, Likeness, Outcome, Side
from findling.engine.duplicates.disk import Disk
from findling.engine.duplicates.planning import make_plan, plan_rename
from findling.errors import UsageError

TEXT = """The boiler in the basement is going to be replaced next month, and the water will be off while the work is
done. Please fill a bucket or two in the morning, and leave the door to the cellar open. The firm has promised to be
quick, and to clean the stairs when they leave."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch) -> Desk:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    desk = Desk.at(tmp_path)
    desk.write("notice.txt", TEXT)
    desk.write("notice.html", f"<html><body><p>{TEXT}</p></body></html>")
    desk.write("old/notice.txt", TEXT)
    desk.write("garden.txt", "Beans go into the ground when the nights are warm, and need poles to climb on.")
    desk.index()
    return desk


def test_the_same_text_in_another_format_is_found_when_it_is_indexed(desk):
    with desk.reading() as library:
        (group,) = library.duplicates()
    assert group.likeness is Likeness.SAME_TEXT
    assert {member.path.name for member in group.members} == {"notice.txt", "notice.html"}
    assert group.reclaimable_bytes == sum(member.size for member in group.members if not member.keep)


@pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")
def test_what_is_cleared_away_is_found_no_more_and_is_found_again_when_it_is_taken_back(desk):
    with desk.reading() as library:
        groups = library.duplicates()
    plan = make_plan(groups, Disk())
    with desk.writing() as indexer:
        report = indexer.clear(plan)
    assert [step.outcome for step in report.steps] == [Outcome.DONE, Outcome.DONE]
    assert [name for name in desk.search("boiler") if name.startswith("notice")] == ["notice.html"]
    with desk.reading() as library:
        assert library.duplicates() == []
        (run,) = library.runs()
    assert (run.run, run.done, run.undone) == (report.run, 2, 0)
    with desk.writing() as indexer:
        indexer.undo(run.run)
    desk.index()
    with desk.reading() as library:
        assert library.duplicates() == groups


def test_two_files_that_are_kept_apart_are_no_group(desk):
    with desk.writing() as indexer:
        indexer.keep_apart(desk.folder / "notice.txt", desk.folder / "notice.html")
        indexer.keep_apart(desk.folder / "notice.txt", desk.folder / "notice.txt")
    with desk.reading() as library:
        assert library.duplicates() == []


def test_two_files_are_compared_as_they_were_read(desk):
    desk.write("edited.txt", TEXT.replace("quick", "slow"))
    desk.index()
    with desk.reading() as library:
        comparison = library.compare(desk.folder / "notice.txt", desk.folder / "edited.txt")
        with pytest.raises(UsageError, match="has not read"):
            library.compare(desk.folder / "notice.txt", desk.folder / "gone.txt")
    changed = [stretch for stretch in comparison.stretches if stretch.side is Side.CHANGED]
    assert [comparison.first_text[s.first_start : s.first_end] for s in changed] == ["quick"]
    assert comparison.pair.likeness is Likeness.NEAR


def test_a_plan_takes_what_is_selected_and_links_only_what_is_identical(desk, tmp_path):
    with desk.reading() as library:
        groups = library.duplicates()
    steps = make_plan(groups, Disk(), action=Action.LINK).steps
    assert {step.file.content for step in steps} <= {step.survivor.content for step in steps}
    assert len(make_plan(groups, Disk(), action=Action.MOVE, target=tmp_path).steps) == 2
    with pytest.raises(UsageError, match="folder"):
        make_plan(groups, Disk(), action=Action.MOVE)


def test_a_file_that_is_renamed_stays_in_its_group_by_its_new_name(desk):
    with desk.writing() as indexer:
        report = indexer.clear(plan_rename(desk.folder / "notice.html", "water.html", Disk()))
    assert [step.outcome for step in report.steps] == [Outcome.DONE]
    desk.index()
    with desk.reading() as library:
        (group,) = library.duplicates()
    assert {member.path.name for member in group.members} == {"notice.txt", "water.html"}


def test_a_file_that_was_written_to_since_it_was_compared_is_in_no_plan(tmp_path):
    desk = Desk.at(tmp_path / "new")
    for name in ("a.txt", "b.txt"):
        desk.write(name, TEXT)
    desk.index()
    with (desk.folder / "b.txt").open("a") as file:
        file.write("MY NEW CHAPTER")
    with desk.reading() as library:
        assert make_plan(library.duplicates(), Disk()).steps == ()
    desk.index()
    with desk.reading() as library:
        assert make_plan(library.duplicates(), Disk()).steps == ()


def test_another_name_of_the_file_that_stays_is_in_no_plan(tmp_path):
    desk = Desk.at(tmp_path / "new")
    (desk.folder / "b.txt").hardlink_to(desk.write("a.txt", TEXT))
    desk.index()
    with desk.reading() as library:
        groups = library.duplicates()
    assert make_plan(groups, Disk()).steps == ()
    assert make_plan(groups, Disk(), action=Action.LINK).steps == ()
