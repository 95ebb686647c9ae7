"""Duplicates of a library, from files to groups, to a plan and back: through what commands and window use."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from findling.cli.main import run
from findling.domain.comparisons import MatchKind, Side
from findling.domain.duplicates import DuplicatePreferences, Group, KeepRule, Review, count_freed
from findling.domain.plans import Action, Plan, Planned, Step, StepOutcome
from findling.duplicates.fileops import FileSystem
from findling.duplicates.group_builder import find_groups
from findling.duplicates.plan import make_plan, plan_rename
from findling.duplicates.plan_file import read_plan, write_plan
from findling.duplicates.snapshot import PairLookup
from findling.errors import UsageError
from findling.indexing.user_choices import keep_apart
from findling.messages.library_templates import ClearingMessage
from findling.search.library_reader import Library
from workspace import Workspace

TEXT = """The boiler in the basement is going to be replaced next month, and the water will be off while the work is
done. Please fill a bucket or two in the morning, and leave the door to the cellar open. The firm has promised to be
quick, and to clean the stairs when they leave."""


def groups_of(library: Library, **options) -> list[Group]:
    return find_groups(library.found_duplicates(), Review(**options))


def plan_of(library: Library, groups: list[Group] | None = None, **options) -> Planned:
    return make_plan(groups or groups_of(library), PairLookup(library.found_duplicates()), FileSystem(), **options)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch) -> Workspace:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    workspace = Workspace.at(tmp_path)
    workspace.write("notice.txt", TEXT)
    workspace.write("notice.html", f"<html><body><p>{TEXT}</p></body></html>")
    workspace.write("old/notice.txt", TEXT)
    workspace.write("garden.txt", "Beans go into the ground when the nights are warm, and need poles to climb on.")
    workspace.index()
    return workspace


def test_the_same_text_in_another_format_is_found_when_it_is_indexed(workspace):
    with workspace.reading() as library:
        (group,) = groups_of(library)
    assert group.likeness is MatchKind.SAME_TEXT
    assert {member.path.name for member in group.members} == {"notice.txt", "notice.html"}
    assert group.reclaimable_bytes == sum(member.size for member in group.members if not member.keep)


@pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")
def test_what_is_cleared_away_is_found_no_more_and_is_found_again_when_it_is_taken_back(workspace):
    with workspace.reading() as library:
        groups = groups_of(library)
        plan = plan_of(library).plan
    with workspace.writing() as indexer:
        report = indexer.clear(plan)
    assert [step.outcome for step in report.steps] == [StepOutcome.DONE, StepOutcome.DONE]
    assert [name for name in workspace.search("boiler") if name.startswith("notice")] == ["notice.html"]
    with workspace.reading() as library:
        assert groups_of(library) == []
        (run,) = library.runs()
    assert (run.run, run.done, run.undone) == (report.run, 2, 0)
    with workspace.writing() as indexer:
        indexer.undo(run.run)
    workspace.index()
    with workspace.reading() as library:
        assert groups_of(library) == groups


def test_two_files_that_are_kept_apart_are_no_group(workspace):
    with workspace.writing() as indexer:
        keep_apart(indexer.database, workspace.folder / "notice.txt", workspace.folder / "notice.html")
        keep_apart(indexer.database, workspace.folder / "notice.txt", workspace.folder / "notice.txt")
    with workspace.reading() as library:
        assert groups_of(library) == []


def test_two_files_are_compared_as_they_were_read(workspace):
    workspace.write("edited.txt", TEXT.replace("quick", "slow"))
    workspace.index()
    with workspace.reading() as library:
        comparison = library.compare(workspace.folder / "notice.txt", workspace.folder / "edited.txt")
        with pytest.raises(UsageError, match="has not read"):
            library.compare(workspace.folder / "notice.txt", workspace.folder / "gone.txt")
    changed = [stretch for stretch in comparison.spans if stretch.side is Side.CHANGED]
    assert [comparison.first_text[s.first_start : s.first_end] for s in changed] == ["quick"]
    assert comparison.pair.likeness is MatchKind.NEAR


def test_a_plan_takes_what_is_selected_and_links_only_what_is_identical(workspace, tmp_path):
    with workspace.reading() as library:
        steps = plan_of(library, action=Action.LINK).plan.steps
        assert {step.file.content for step in steps} <= {step.survivor.content for step in steps}
        assert len(plan_of(library, action=Action.MOVE, target=tmp_path).plan.steps) == 2
        with pytest.raises(UsageError, match="folder"):
            plan_of(library, action=Action.MOVE)


def test_a_file_that_is_renamed_stays_in_its_group_by_its_new_name(workspace):
    with workspace.writing() as indexer:
        report = indexer.clear(plan_rename(workspace.folder / "notice.html", "water.html", FileSystem()))
    assert [step.outcome for step in report.steps] == [StepOutcome.DONE]
    workspace.index()
    with workspace.reading() as library:
        (group,) = groups_of(library)
    assert {member.path.name for member in group.members} == {"notice.txt", "water.html"}


def test_a_file_that_was_written_to_since_it_was_compared_is_in_no_plan(tmp_path):
    workspace = Workspace.at(tmp_path / "new")
    for name in ("a.txt", "b.txt"):
        workspace.write(name, TEXT)
    workspace.index()
    with (workspace.folder / "b.txt").open("a") as file:
        file.write("MY NEW CHAPTER")
    with workspace.reading() as library:
        assert plan_of(library).plan.steps == ()
    workspace.index()
    with workspace.reading() as library:
        assert plan_of(library).plan.steps == ()


def test_names_of_one_file_are_no_group_and_give_nothing_back_beside_a_copy(tmp_path):
    workspace = Workspace.at(tmp_path / "new")
    (workspace.folder / "b.txt").hardlink_to(workspace.write("a.txt", TEXT))
    workspace.index()
    with workspace.reading() as library:
        assert groups_of(library) == []
    copy = workspace.write("folder/c.txt", TEXT)
    workspace.index()
    with workspace.reading() as library:
        (group,) = groups_of(library, preferences=DuplicatePreferences((KeepRule.SHORTEST_PATH,)))
        (other,) = groups_of(library, preferences=DuplicatePreferences((KeepRule.PREFERRED_FOLDER,), (copy.parent,)))
        planned, of_both = plan_of(library, [group]), plan_of(library, [other])
    assert [member.path.name for member in group.members if member.selected] == ["c.txt"]
    assert group.reclaimable_bytes == len(TEXT)
    assert [step.file.path for step in planned.plan.steps] == [copy]
    # Both names go for the copy, and with the last of them the bytes come back, once.
    assert {member.path.name for member in other.members if member.selected} == {"a.txt", "b.txt"}
    assert other.reclaimable_bytes == len(TEXT)
    assert (len(of_both.plan.steps), of_both.freed) == (2, len(TEXT))
    one_goes = count_freed(replace(member, selected=member.path.name == "a.txt") for member in other.members)
    assert one_goes == 0


def test_a_picture_of_two_names_gives_its_bytes_back_with_the_last_of_them(tmp_path):
    workspace = Workspace.at(tmp_path / "new")
    picture = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9
    (workspace.folder / "b.jpg").hardlink_to(workspace.write("a.jpg", picture))
    copy = workspace.write("folder/c.jpg", picture)
    workspace.index()
    with workspace.reading() as library:
        (group,) = groups_of(library, preferences=DuplicatePreferences((KeepRule.PREFERRED_FOLDER,), (copy.parent,)))
    assert {member.path.name for member in group.members if member.selected} == {"a.jpg", "b.jpg"}
    assert group.reclaimable_bytes == len(picture)


def test_what_goes_is_survived_by_its_twin_and_without_that_by_what_the_group_keeps(tmp_path):
    workspace = Workspace.at(tmp_path / "new")
    for name, text in (("a.txt", TEXT.replace("quick", "fast")), ("b/b.txt", TEXT), ("c/d/c.txt", TEXT)):
        workspace.write(name, text)
    workspace.index()
    with workspace.reading() as library:
        (group,) = groups_of(library, preferences=DuplicatePreferences((KeepRule.SHORTEST_PATH,)))
        (step,) = plan_of(library, [group]).plan.steps
        members = tuple(replace(member, selected=not member.keep) for member in group.members)
        steps = plan_of(library, [replace(group, members=members)]).plan.steps
    assert (step.file.path.name, step.survivor.path.name) == ("c.txt", "b.txt")
    assert {(step.file.path.name, step.survivor.path.name) for step in steps} == {
        ("b.txt", "a.txt"),
        ("c.txt", "a.txt"),
    }


@pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")
@pytest.mark.parametrize(
    ("survivor", "done"),
    [
        ("old/notice.txt", True),
        ("notice.html", True),
        ("edited.txt", True),
        ("garden.txt", False),
        ("empty.txt", False),
    ],
)
def test_a_chosen_file_goes_only_for_one_that_is_known_to_have_something_in_common_with_it(workspace, survivor, done):
    workspace.write("edited.txt", TEXT.replace("quick", "fast"))
    workspace.write("empty.txt", "")
    workspace.index()
    disk = FileSystem()
    file, stays = (disk.see(workspace.folder / name) for name in ("notice.txt", survivor))
    step = Step(Action.BIN, file, stays, chosen=True)
    with workspace.writing() as indexer:
        (report,) = indexer.clear(Plan((step,))).steps
    assert (report.outcome is StepOutcome.DONE) == done != (workspace.folder / "notice.txt").exists()
    assert done or (report.outcome is StepOutcome.SKIPPED and report.why == ClearingMessage.NOTHING_IN_COMMON())


SCRIPTED = f"<html><body><script>fill()</script><p>{TEXT}</p></body></html>"


@pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")
@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("edited.txt", TEXT.replace("quick", "fast"), ClearingMessage.OTHER_WORDS()),
        ("loud.txt", TEXT.upper(), ClearingMessage.CHARACTERS_DIFFER()),
        ("part.html", SCRIPTED, ClearingMessage.UNREAD_IN_SURVIVOR(part=ClearingMessage.PART_SCRIPTS())),
    ],
)
def test_a_plan_of_an_earlier_release_takes_only_what_is_the_same_and_all_of_it_comes_back(
    workspace, tmp_path, name, content, why
):
    workspace.write(name, content)
    workspace.index()
    disk = FileSystem()
    file, other, stays = (disk.see(workspace.folder / each) for each in ("notice.txt", "old/notice.txt", name))
    steps = (Step(Action.BIN, file, stays), Step(Action.BIN, other, file))
    write_plan(Plan(steps), tmp_path / "plan.json")
    earlier = json.loads((tmp_path / "plan.json").read_bytes())
    for step in earlier["steps"]:
        del step["chosen"]
    (tmp_path / "plan.json").write_text(json.dumps(earlier))
    with workspace.writing() as indexer:
        report = indexer.clear(read_plan(tmp_path / "plan.json"))
    assert [(each.outcome, each.why) for each in report.steps] == [(StepOutcome.SKIPPED, why), (StepOutcome.DONE, None)]
    assert file.path.exists() > other.path.exists()
    with workspace.writing() as indexer:
        undone = indexer.undo(report.run)
    assert [each.outcome for each in undone.steps] == [StepOutcome.UNDONE]
    assert disk.see(other.path) == other


@pytest.mark.parametrize(
    ("contents", "found", "said"),
    [
        ([TEXT], [], "No duplicates found."),
        ([TEXT] * 10, [(10, 9)], "1 group, "),
        ([""] * 3, [], "No duplicates found."),
        (["\n \n"] * 3, [], "No duplicates found."),
        ([], [], "No duplicates found."),
    ],
)
def test_small_libraries_are_sensible_and_said(tmp_path, capsys, contents, found, said):
    workspace = Workspace.at(tmp_path / "small")
    for number, content in enumerate(contents):
        workspace.write(f"{number}.txt", content)
    workspace.write("image.bin", bytes(range(256)))
    workspace.index()
    with workspace.reading() as library:
        groups = groups_of(library)
    assert [(len(each.members), sum(member.selected for member in each.members)) for each in groups] == found
    assert run(["--library", str(tmp_path / "small" / "library"), "duplicates"], None) == 0
    assert said in capsys.readouterr().out


def test_the_terminal_says_why_nothing_is_proposed_and_programs_get_the_code(workspace, tmp_path, capsys):
    workspace = Workspace.at(tmp_path / "scripted")
    for name in "ab":
        workspace.write(f"{name}.html", SCRIPTED.replace("fill()", f"{name}()"))
    workspace.index()
    command = ["--library", str(tmp_path / "scripted" / "library"), "duplicates"]
    assert run(command, None) == 0
    said = "a part of both was not read: what scripts or other pages add"
    assert f"not proposed: {said}" in " ".join(capsys.readouterr().out.split())
    assert run([*command[:2], "--json", "duplicates"], None) == 0
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    why = {"code": "clearing.unread_in_both", "facts": {"part": {"code": "clearing.part_scripts", "facts": {}}}}
    assert group["withheld"] == why | {"message": said}
    assert [each["withheld"] for each in group["files"]] == [None, group["withheld"]]
    assert run([*command, "--plan", str(tmp_path / "plan.json")], None) == 0
    assert "1 file not proposed, though another has the same words" in " ".join(capsys.readouterr().out.split())
    assert run([*command[:2], "--json", "duplicates", "--plan", str(tmp_path / "plan.json")], None) == 0
    (withheld,) = json.loads(capsys.readouterr().out)["withheld"]
    assert withheld == {"path": group["files"][1]["path"]} | group["withheld"]
    assert not (tmp_path / "plan.json").exists()


@pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")
def test_a_file_that_is_not_proposed_can_be_chosen_and_comes_back(workspace):
    workspace.write("part.html", SCRIPTED)
    workspace.index()
    with workspace.reading() as library:
        (group,) = groups_of(library)
        (partly,) = (member for member in group.members if member.withheld)
        assert (partly.path.name, partly.selected) == ("part.html", False)
        assert group.members[0].path.name == "notice.html"
        members = tuple(replace(each, selected=each is partly) for each in group.members)
        (step,) = plan_of(library, [replace(group, members=members)]).plan.steps
    assert step.chosen
    with workspace.writing() as indexer:
        report = indexer.clear(Plan((step,)))
        assert [each.outcome for each in report.steps] == [StepOutcome.DONE]
        assert [each.outcome for each in indexer.undo(report.run).steps] == [StepOutcome.UNDONE]
    assert FileSystem().see(partly.path) == step.file


@pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")
def test_a_paper_does_not_go_for_another_of_its_template(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    workspace = Workspace.at(tmp_path / "new")
    papers = [workspace.write(f"{number}.txt", f"Invoice No. {number}. {TEXT}") for number in (20231, 20232)]
    workspace.index()
    with workspace.reading() as library:
        assert [group.likeness for group in groups_of(library, kinds=(MatchKind.TEMPLATE,))] == [MatchKind.TEMPLATE]
    with workspace.writing() as indexer:
        (report,) = indexer.clear(Plan((Step(Action.BIN, *map(FileSystem().see, papers)),))).steps
    assert report.outcome is StepOutcome.SKIPPED


def test_pictures_of_random_bytes_are_the_same_only_to_the_byte(tmp_path):
    workspace = Workspace.at(tmp_path / "new")
    chance = Random(1)
    for size in (1, 2, 3, 4, 16, 200, 1000):
        for number in range(6):
            workspace.write(f"{size}-{number}.jpg", chance.randbytes(size))
    workspace.index()
    with workspace.reading() as library:
        for group in groups_of(library):
            assert len({member.path.read_bytes() for member in group.members}) == 1
