"""Duplicates of a real library: groups with the choices of a user, comparisons, plans and lists."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.comparisons import DiffCategory, DiffCounts, MatchKind, Side
from findling.domain.duplicates import Choices, DuplicatePreferences, Group, KeepRule, ListForm, Member, Review
from findling.domain.plans import Action, LeftOut, Obstacle, Plan, Planned
from findling.domain.search import Mode, SortOrder
from findling.duplicates.report import write_list
from findling.duplicates.selection import SelectionRules
from findling.errors import FindlingError
from findling.formats import FileKind
from findling.messages.library_templates import ClearingMessage
from findling.models.embedder import SharedEmbedder
from findling.processes.reader.duplicate_messages import (
    AskGroups,
    AskRuns,
    Compare,
    Groups,
    ListWritten,
    MakePlan,
    PlanRename,
    Runs,
    SideBySide,
    WriteList,
)
from findling.processes.reader.duplicates_handler import ComparisonHandler, DuplicatesHandler
from findling.processes.reader.export_messages import ResultsWritten, WriteResults
from findling.processes.reader.request_thread import RequestContext
from findling.search.library_connection import LibraryConnection
from workspace import Workspace

LETTER = """Dear Mrs Quill,

since the heavy rain at the end of October there has been a dark patch on the outer wall of the back bedroom.
We air the room three times a day and heat it to nineteen degrees, as we have done in all the years before.

Would you please have the downpipe looked at by the end of the month, before the frost comes.

With kind regards, Ines and Tom Albrook
"""
REVIEW = Review(preferences=DuplicatePreferences(rules=(KeepRule.SHORTEST_PATH,)))
TEMPLATES = replace(REVIEW, kinds=(MatchKind.TEMPLATE,))
INVOICE = """Invoice {number}

Northwood Power Ltd, 14 Mill Lane. Dear Ms Miller, for our deliveries in {month} we charge {sum} euros.
Please pay by bank transfer within two weeks. Our terms of delivery and payment are unchanged, as you find them online.
"""


@pytest.fixture(scope="module")
def pile(tmp_path_factory) -> Workspace:
    """A letter thrice, once as a web page; an edited copy of it; two invoices; for reading only."""
    workspace = Workspace.at(tmp_path_factory.mktemp("pile"))
    workspace.write("letter.txt", LETTER)
    workspace.write("old/Copy of letter.txt", LETTER)
    page = "".join(f"<p>{part}</p>" for part in LETTER.split("\n\n"))
    workspace.write("web/letter.html", f"<html><body>{page}</body></html>")
    workspace.write(
        "drafts/to the landlord.txt", LETTER.replace("nineteen", "twenty").replace("dark patch", "damp patch")
    )
    workspace.write("invoice-1.txt", INVOICE.format(number=1017, month="March", sum="231.50"))
    workspace.write("invoice-2.txt", INVOICE.format(number=1034, month="April", sum="199.99"))
    workspace.index()
    return workspace


def asking(workspace: Workspace):
    """Return a function that has a library's handlers answer."""
    handlers = [
        kind(
            LibraryConnection(workspace.paths, workspace.settings, SharedEmbedder(workspace.paths, workspace.settings))
        )
        for kind in (DuplicatesHandler, ComparisonHandler)
    ]

    def ask(question):
        handler = handlers[0] if isinstance(question, AskGroups | AskRuns) else handlers[1]
        return handler.answer(RequestContext(question, lambda _: None, lambda: False))

    return ask


@pytest.fixture(scope="module")
def ask(pile):
    return asking(pile)


def names(group) -> list[str]:
    return [member.path.name for member in group.members]


def selected(groups) -> set[str]:
    return {member.path.name for group in groups for member in group.members if member.selected}


def letters(ask, review: Review) -> tuple:
    reply = ask(AskGroups(review))
    assert isinstance(reply, Groups), reply
    return next(each for each in reply.groups if "letter.txt" in names(each)), reply


def test_groups_come_with_what_they_add_up_to(ask):
    group, reply = letters(ask, REVIEW)
    assert names(group)[0] == "letter.txt"
    assert set(names(group)) == {"letter.txt", "Copy of letter.txt", "letter.html", "to the landlord.txt"}
    totals = reply.totals
    assert (totals.groups, totals.files, totals.templates, reply.shown) == (1, 4, 0, 1)
    assert totals.clearing == len(selected(reply.groups))
    assert reply.uncompared == 0


def test_only_what_loses_nothing_is_proposed(ask):
    _, reply = letters(ask, REVIEW)
    assert selected(reply.groups) == {"Copy of letter.txt", "letter.html"}


def test_what_is_of_one_template_is_shown_when_it_is_asked_for_and_never_proposed(ask):
    assert "invoice-1.txt" not in {name for each in ask(AskGroups(REVIEW)).groups for name in names(each)}
    reply = ask(AskGroups(TEMPLATES))
    assert [(each.likeness, set(names(each))) for each in reply.groups] == [
        (MatchKind.TEMPLATE, {"invoice-1.txt", "invoice-2.txt"})
    ]
    assert selected(reply.groups) == set()


def test_nothing_goes_for_the_sake_of_what_is_only_of_the_same_template(ask, pile):
    invoices = {pile.folder / f"invoice-{number}.txt" for number in (1, 2)}
    reply = ask(MakePlan(replace(TEMPLATES, choices=Choices(selected=tuple(invoices)))))
    assert reply.plan.steps == ()
    (left,) = reply.left_out
    assert (left.path in invoices, left.why) == (True, Obstacle.NOTHING_IN_COMMON)


def test_what_holds_a_file_survives_it_and_where_nothing_does_the_plan_says_how_much_is_lost(tmp_path):
    workspace = Workspace.at(tmp_path)
    excerpt = " ".join(LETTER.split()[5:45])
    workspace.write("excerpt.txt", excerpt)
    workspace.write("whole/letter.txt", LETTER)
    workspace.write("whole/further/letter.html", f"<html><body><p>{LETTER}</p></body></html>")
    workspace.index()
    ask = asking(workspace)
    kept, (one, other) = workspace.folder / "excerpt.txt", sorted((workspace.folder / "whole").rglob("letter.*"))
    choices = Choices(selected=(one,), deselected=(other,), keepers=(kept,))

    (step,) = (reply := ask(MakePlan(replace(REVIEW, choices=choices)))).plan.steps
    assert (step.file.path, step.survivor.path, reply.losing) == (one, other, ())

    reply = ask(MakePlan(replace(REVIEW, choices=replace(choices, selected=(one, other), deselected=()))))
    assert {(step.file.path, step.survivor.path) for step in reply.plan.steps} == {(one, kept), (other, kept)}
    assert {each.path for each in reply.losing} == {one, other}
    assert all(0.4 < each.held < 0.8 for each in reply.losing)

    choices = Choices(selected=(kept,), deselected=(one, other), keepers=(other,))
    (step,) = (reply := ask(MakePlan(replace(REVIEW, choices=choices)))).plan.steps
    assert (step.file.path, step.survivor.path, reply.losing) == (kept, other, ())


def test_what_holds_a_file_survives_it_before_what_its_group_keeps(tmp_path):
    workspace = Workspace.at(tmp_path)
    words = LETTER.split()
    excerpt = workspace.write("excerpt.txt", " ".join(words[5:45]))
    part = workspace.write("most of it.txt", " ".join(words[:60]))
    whole = workspace.write("letter.txt", LETTER)
    workspace.index()
    reply = asking(workspace)(MakePlan(replace(REVIEW, choices=Choices(selected=(part,), keepers=(excerpt,)))))
    (step,) = reply.plan.steps
    assert (step.file.path, step.survivor.path, reply.losing) == (part, whole, ())


def test_a_person_spares_what_is_proposed_and_takes_what_is_not(ask, pile):
    choices = Choices(
        selected=(pile.folder / "drafts/to the landlord.txt",), deselected=(pile.folder / "old/Copy of letter.txt",)
    )
    _, reply = letters(ask, replace(REVIEW, choices=choices))
    assert selected(reply.groups) == {"to the landlord.txt", "letter.html"}


def test_nothing_is_selected_when_no_proposal_is_wanted(ask):
    _, reply = letters(ask, replace(REVIEW, choices=Choices(propose=False)))
    assert reply.totals.clearing == 0


def test_another_file_may_stay_and_then_what_is_the_same_as_that_is_proposed(ask, pile):
    draft = pile.folder / "drafts/to the landlord.txt"
    group, _ = letters(ask, replace(REVIEW, choices=Choices(keepers=(draft,))))
    assert group.members[0].path == draft
    assert group.members[0].keep
    assert sum(member.keep for member in group.members) == 1
    assert all(member.similarity < 1 for member in group.members[1:])
    assert (len(selected([group])), draft.name in selected([group])) == (2, False)
    assert {member.survivor for member in group.members if member.selected} == {pile.folder / "letter.txt"}


def test_the_file_to_keep_cannot_be_taken(ask, pile):
    group, _ = letters(ask, replace(REVIEW, choices=Choices(selected=(pile.folder / "letter.txt",))))
    assert "letter.txt" not in selected([group])


def test_what_is_protected_is_not_selected_even_if_chosen(ask, pile):
    preferences = replace(REVIEW.preferences, protected=(pile.folder / "old",))
    choices = Choices(selected=(pile.folder / "old/Copy of letter.txt",))
    _, reply = letters(ask, replace(REVIEW, preferences=preferences, choices=choices))
    assert "Copy of letter.txt" not in selected(reply.groups)


def test_a_slider_takes_apart_what_is_less_alike(ask):
    group, _ = letters(ask, REVIEW)
    assert "to the landlord.txt" in names(group)
    reply = ask(AskGroups(replace(REVIEW, threshold=0.995), reload=False))
    assert "to the landlord.txt" not in [name for each in reply.groups for name in names(each)]


def test_groups_are_given_page_by_page(ask):
    everything = ask(AskGroups(REVIEW))
    pages = [ask(AskGroups(REVIEW, offset, 1)) for offset in range(everything.shown)]
    assert [page.groups[0] for page in pages] == list(everything.groups)
    assert all(page.totals == everything.totals for page in pages)


def test_a_library_that_is_not_there_yet_has_no_duplicates(workspace):
    ask = asking(workspace)
    assert ask(AskGroups(REVIEW)).groups == ()
    assert ask(AskRuns()) == Runs(())
    assert ask(MakePlan(REVIEW)) == Planned(Plan(()), ())


def test_all_of_it_travels_between_processes(pile, open_window):
    window = open_window(pile.paths)
    group, _ = letters(window.ask, REVIEW)
    assert isinstance(window.ask(Compare(*(member.path for member in group.members[:2]))), SideBySide)
    assert isinstance(window.ask(MakePlan(REVIEW)), Planned)
    assert window.ask(AskRuns()) == Runs(())


def test_two_files_are_laid_side_by_side_whole(ask, pile):
    first, second = pile.folder / "letter.txt", pile.folder / "drafts/to the landlord.txt"
    reply = ask(Compare(first, second))
    assert isinstance(reply, SideBySide), reply
    left = " ".join(piece.text for row in reply.rows for piece in row.first)
    right = " ".join(piece.text for row in reply.rows for piece in row.second)
    assert left.split() == first.read_text().split()
    assert right.split() == second.read_text().split()
    changed = [piece.text for row in reply.rows for piece in row.second if piece.side is Side.CHANGED]
    assert changed == ["damp", "twenty"]


def test_numbers_are_told_from_words(ask, pile):
    reply = ask(Compare(pile.folder / "invoice-1.txt", pile.folder / "invoice-2.txt"))
    about = {piece.text: piece.about for row in reply.rows for piece in row.first if piece.side is Side.CHANGED}
    assert about["1017"] == (DiffCategory.NUMBER,)


def test_a_plan_names_the_survivor_of_each_and_touches_nothing(ask, pile):
    before = sorted(path.name for path in pile.folder.rglob("*"))
    reply = ask(MakePlan(REVIEW))
    assert {step.file.path.name for step in reply.plan.steps} == {"Copy of letter.txt", "letter.html"}
    assert {step.survivor.path.name for step in reply.plan.steps} == {"letter.txt"}
    assert sorted(path.name for path in pile.folder.rglob("*")) == before


def test_a_plan_of_links_says_what_cannot_be_linked(ask):
    reply = ask(MakePlan(REVIEW, Action.LINK))
    assert [step.file.path.name for step in reply.plan.steps] == ["Copy of letter.txt"]
    assert [(each.path.name, each.why) for each in reply.left_out] == [("letter.html", Obstacle.NOT_THE_SAME_BYTES)]


def test_a_file_that_is_gone_is_said_to_be_unreadable(workspace):
    workspace.write("letter.txt", LETTER)
    copy = workspace.write("letter (2).txt", LETTER)
    workspace.index()
    copy.unlink()
    reply = asking(workspace)(MakePlan(REVIEW))
    assert reply.plan.steps == ()
    assert [(each.path, each.why) for each in reply.left_out] == [(copy, Obstacle.UNREADABLE)]


def test_a_new_name_is_planned_unless_it_is_taken_or_the_file_is_gone(ask, pile):
    letter = pile.folder / "letter.txt"
    (step,) = ask(PlanRename(letter, "boiler.txt", (pile.folder / "old",))).plan.steps
    assert (step.action, step.file.path, step.target) == (Action.RENAME, letter, pile.folder / "boiler.txt")
    taken, gone = ask(PlanRename(letter, "invoice-1.txt")), ask(PlanRename(pile.folder / "gone.txt", "here.txt"))
    assert (taken.plan.steps, taken.left_out) == ((), (LeftOut(letter, Obstacle.NAME_TAKEN),))
    assert gone.left_out == (LeftOut(pile.folder / "gone.txt", Obstacle.UNREADABLE),)


@pytest.mark.parametrize("form", ListForm)
def test_a_list_of_all_groups_is_written(ask, tmp_path, form):
    file = tmp_path / f"list.{form}"
    reply = ask(WriteList(REVIEW, file, form))
    assert reply == ListWritten(file, 1)
    text = file.read_text("utf-8")
    assert "Copy of letter.txt" in text
    if form is ListForm.CSV:
        rows = list(csv.DictReader(text.splitlines()))
        assert sum(row["keep"] == "True" for row in rows) == 1
    if form is ListForm.JSON:
        assert len(json.loads(text)["groups"]) == 1


@pytest.mark.parametrize("form", [ListForm.CSV, ListForm.JSON])
def test_what_a_search_finds_is_written_all_of_it_or_what_is_wanted_of_it(ask, pile, tmp_path, form):
    letter, file = pile.folder / "web" / "letter.html", tmp_path / f"found.{form}"
    question = WriteResults("downpipe", file, form, Mode.WORDS, SortOrder.NAME)
    assert ask(question) == ResultsWritten(file, len(read_list(file, form)))
    assert str(letter) in [row["path"] for row in read_list(file, form)]
    assert all("downpipe" in row["passage"] for row in read_list(file, form))
    assert ask(replace(question, only=(letter,))) == ResultsWritten(file, 1)
    (row,) = read_list(file, form)
    assert (row["path"], row["bytes"]) == (str(letter), type(row["bytes"])(letter.stat().st_size))


def read_list(file: Path, form: ListForm) -> list[dict[str, str]]:
    text = file.read_text("utf-8")
    return list(csv.DictReader(text.splitlines())) if form is ListForm.CSV else json.loads(text)


def test_a_list_cannot_be_written_where_no_folder_is(ask, tmp_path):
    with pytest.raises(FindlingError, match="cannot be written"):
        ask(WriteList(REVIEW, tmp_path / "none" / "list.csv", ListForm.CSV))


def test_a_name_that_a_spreadsheet_would_compute_is_only_a_name(tmp_path):
    group, file = make_group(Path("=1+1")), tmp_path / "list.csv"
    write_list([group], file, ListForm.CSV)
    assert "'=1+1" in file.read_text()


def make_group(path: Path):
    member = Member(
        path=path,
        size=1,
        modified_ns=0,
        kind=FileKind.TEXT,
        keep=True,
        similarity=1.0,
        containment=1.0,
        protected=False,
        selected=False,
        changes=DiffCounts(),
    )
    return Group(
        likeness=MatchKind.IDENTICAL,
        similarity=1.0,
        reclaimable_bytes=1,
        reason=ClearingMessage.NEWEST(),
        members=(member, replace(member, path=Path("b"), keep=False)),
    )


def family(likeness: MatchKind, *files: str, selected: tuple[str, ...] = ()) -> Group:
    members = (
        Member(
            path=Path(name),
            size=1,
            modified_ns=0,
            kind=FileKind.TEXT,
            keep=not at,
            similarity=1.0,
            containment=1.0,
            protected=False,
            selected=name in selected,
            changes=DiffCounts(),
        )
        for at, name in enumerate(files)
    )
    return Group(
        likeness=likeness, similarity=1.0, reclaimable_bytes=1, reason=ClearingMessage.NEWEST(), members=tuple(members)
    )


def choose(choices: Choices, *groups: Group) -> list[Group]:
    return SelectionRules(lambda group, _: group, choices).choose(groups)


@pytest.mark.parametrize("wanted", ["kept", "copy"])
def test_of_a_template_nothing_is_taken_that_another_group_keeps_or_takes(wanted):
    alike = family(MatchKind.IDENTICAL, "kept", "copy", selected=("copy",))
    template = family(MatchKind.TEMPLATE, "other", "kept", "copy", selected=("copy",))
    first, second = choose(Choices(selected=(Path(wanted),)), alike, template)
    assert selected([first]) == {"copy"}
    assert selected([second]) == set()


def test_of_a_template_nothing_is_taken_if_its_survivor_goes():
    alike = family(MatchKind.IDENTICAL, "kept", "copy", selected=("copy",))
    template = family(MatchKind.TEMPLATE, "copy", "other")
    assert selected(choose(Choices(selected=(Path("other"),)), alike, template)[1:]) == set()


def test_of_a_template_a_person_may_take_what_no_other_group_needs():
    template = family(MatchKind.TEMPLATE, "march", "april", selected=("april",))
    assert selected(choose(Choices(), template)) == set()
    assert selected(choose(Choices(selected=(Path("april"),)), template)) == {"april"}
