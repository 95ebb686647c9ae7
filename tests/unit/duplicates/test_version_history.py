"""`findling history`: the versions of a document, newest first, and what changed from each to the next."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from findling.cli.main import run
from workspace import Workspace

DAY = 86_400
BEGIN = 1_600_000_000

FIRST = """The offer holds until 3 May 2023 and covers the roof of the main house with its gutters and both chimneys.

The price is 18,400 euros, of which a third is due when the work begins and the rest when it is accepted.

Tiles are taken down by hand and stacked in the yard, and broken ones are replaced at no further charge to you.

We begin in the second week of June and need three weeks, unless the weather holds us up for longer than that."""
SECOND = FIRST.replace("3 May 2023", "1 July 2023").replace("18,400", "19,250")
THIRD = SECOND.replace("three weeks", "four weeks") + (
    "\n\nThe scaffold is put up by a firm of your own choice, which you pay, and has to stand before we come."
)
FORM = """Receipt of the sum of {sum} euros from {name} for the rent of the hall on one evening, paid in cash and
without a deposit. The keys were handed over on the same day, and are to be put into the letter box of
the caretaker by noon."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("versions"))
    for number, text in enumerate((FIRST, SECOND, THIRD)):
        write(workspace, f"offer v{number + 1}.txt", text, number)
    shutil.copy2(workspace.folder / "offer v2.txt", workspace.folder / "sent to Ada.txt")
    for number, name in enumerate(("Quist", "Orr")):
        write(workspace, f"receipt {number}.txt", FORM.format(sum=120 + number, name=name), number)
        write(
            workspace,
            f"hall draft v{number}.txt",
            FORM.replace("rent", "hire").format(sum=80 + number, name="Fenn"),
            number,
        )
    workspace.index()
    return workspace


def write(workspace: Workspace, name: str, text: str, day: int) -> None:
    os.utime(workspace.write(name, text), (BEGIN + day * DAY,) * 2)


def ask(workspace: Workspace, capfd, name: str) -> list[dict]:
    library = str(workspace.paths.database.parent)
    file = str(workspace.folder / name)
    assert run(["--library", library, "--json", "history", file], lambda *_, **__: 0) == 0
    return json.loads(capfd.readouterr().out)["versions"]


@pytest.mark.parametrize("name", ["offer v1.txt", "offer v3.txt", "sent to Ada.txt"])
def test_any_version_gives_all_of_them_newest_first_with_what_changed_in_each(workspace, capfd, name):
    versions = ask(workspace, capfd, name)
    assert [Path(each["path"]).name for each in versions] == ["offer v3.txt", "offer v2.txt", "offer v1.txt"]
    assert [[Path(copy).name for copy in each["copies"]] for each in versions] == [[], ["sent to Ada.txt"], []]
    third, second, first = (each["changes"] for each in versions)
    assert first == []
    assert second == [
        {"kind": "date", "before": "3 May", "after": "1 July"},
        {"kind": "number", "before": "18,400", "after": "19,250"},
    ]
    assert third[0] == {"kind": "words", "before": "three", "after": "four"}
    assert (third[1]["kind"], third[1]["before"]) == ("clause", "")
    assert third[1]["after"].startswith("The scaffold is put up by a firm")


def test_papers_of_one_form_are_versions_only_where_their_names_say_so(workspace, capfd):
    assert len(ask(workspace, capfd, "receipt 0.txt")) == 1
    drafts = ask(workspace, capfd, "hall draft v0.txt")
    assert [Path(each["path"]).name for each in drafts] == ["hall draft v1.txt", "hall draft v0.txt"]


def test_what_only_stands_elsewhere_is_no_change(tmp_path, capfd):
    workspace = Workspace.at(tmp_path)
    *body, last = FIRST.split("\n\n")
    write(workspace, "plan.txt", FIRST, 0)
    write(workspace, "plan new.txt", "\n\n".join([last, *body]).replace("stacked", "piled"), 1)
    workspace.index()
    newest, _ = ask(workspace, capfd, "plan.txt")
    assert newest["changes"] == [{"kind": "words", "before": "stacked", "after": "piled"}]


def test_on_the_terminal_each_version_says_what_is_new(workspace, capfd):
    library = str(workspace.paths.database.parent)
    assert run(["--library", library, "history", str(workspace.folder / "offer v1.txt")], lambda *_, **__: 0) == 0
    said = capfd.readouterr().out
    assert "number: 18,400 → 19,250" in said
    assert "clause new: The scaffold" in said
    assert "also in 1 other file" in said


def test_of_a_file_that_the_library_has_not_read_it_says_so(workspace, capfd):
    library = str(workspace.paths.database.parent)
    assert run(["--library", library, "history", "/no/such.txt"], lambda *_, **__: 0) == 2
    assert "has not read" in capfd.readouterr().err


def search(workspace: Workspace, capfd, *arguments: str) -> list[dict]:
    library = str(workspace.paths.database.parent)
    arguments = ("--library", library, "--json", "search", "--mode", "words", *arguments)
    assert run(list(arguments), lambda *_, **__: 0) == 0
    return json.loads(capfd.readouterr().out)["results"]


def test_versions_are_one_result_which_tells_all_of_them_newest_first(workspace, capfd):
    (offer,) = search(workspace, capfd, "broken tiles chimneys")
    assert Path(offer["path"]).name == "offer v3.txt"
    versions = [Path(each["path"]).name for each in offer["versions"]]
    assert versions[0] == "offer v3.txt"
    assert versions[1] in ("offer v2.txt", "sent to Ada.txt")
    assert versions[2] == "offer v1.txt"


def test_as_many_documents_as_are_asked_for_are_listed_though_one_has_several_versions(workspace, capfd):
    found = search(workspace, capfd, "tiles evening", "-n", "2")
    assert len(found) == 2
    assert sum(bool(each["versions"]) for each in found) >= 1


def test_each_version_is_a_result_where_that_is_asked_for(workspace, capfd):
    found = search(workspace, capfd, "broken tiles chimneys", "--all-versions")
    assert len(found) == 3
    assert len({json.dumps(each["versions"]) for each in found}) == 1


def test_papers_of_one_form_are_results_of_their_own(workspace, capfd):
    found = [each for each in search(workspace, capfd, "receipt caretaker noon") if "receipt" in each["path"]]
    assert [each["versions"] for each in found] == [[], []]


def test_who_is_shown_but_a_part_of_the_library_hears_nothing_of_other_versions(workspace):
    with workspace.reading() as library:
        answer = library.search("broken tiles chimneys", within=(workspace.folder / "offer v1.txt",))
    assert [each.versions for each in answer.results] == [()]


def test_two_documents_that_each_have_versions_of_their_own_are_two_however_alike(tmp_path, capfd):
    workspace = Workspace.at(tmp_path)
    texts = (FIRST, FIRST.replace("both chimneys", "all chimneys"))
    for day, version in enumerate(("a", "b")):
        folder = workspace.folder / version
        folder.mkdir()
        for name, text in zip(("house", "barn"), texts, strict=True):
            said = text.replace("main house", f"main {name}") + f"\n\nCopy {version} was read by {day + 7} people."
            path = folder / f"{name}.txt"
            path.write_text(said, "utf-8")
            os.utime(path, (BEGIN + day * DAY,) * 2)
    workspace.index()
    for name in ("house", "barn"):
        versions = ask(workspace, capfd, f"b/{name}.txt")
        assert [Path(each["path"]).relative_to(workspace.folder) for each in versions] == [
            Path("b", f"{name}.txt"),
            Path("a", f"{name}.txt"),
        ]


REPORT = """Yearly report of the garden society

The society has kept the orchard behind the mill since the parish gave it up, and lends ladders to whoever helps.
Members meet on the first Monday of each month in the back room of the inn, where the tools are kept as well.

{body}"""
FROST = "This spring a late frost took most of the plums, while pears came through and filled forty crates by autumn."
HEDGE = """A hedge was planted along the brook, the old pump was mended twice, and three hives moved in beside the shed,
whose honey was sold at the fair; from that the roof could be paid, which had leaked since the storm two years ago. Next
winter the paths get gravel, and whoever has a cart is asked to lend it for a weekend in January or later."""
BODIES = (FROST, HEDGE)


def write_below(workspace: Workspace, folder: str, name: str, text: str, day: int) -> None:
    (workspace.folder / folder).mkdir(exist_ok=True)
    write(workspace, f"{folder}/{name}", text, day)


def test_a_document_of_one_name_is_followed_though_most_of_its_words_were_written_anew(tmp_path, capfd):
    workspace = Workspace.at(tmp_path)
    for year, body in zip(("2022", "2023"), BODIES, strict=True):
        write_below(workspace, year, "report.txt", REPORT.format(body=f"{body} {body.upper()[::-1]}"), int(year))
    write_below(workspace, "2024", "report.txt", FORM.format(sum=120, name="Quist"), 2024)
    workspace.index()
    versions = ask(workspace, capfd, "2022/report.txt")
    assert [Path(each["path"]).parent.name for each in versions] == ["2023", "2022"]
    (found,) = (each for each in search(workspace, capfd, "orchard mill ladders") if "2023" in each["path"])
    assert [Path(each["path"]).parent.name for each in found["versions"]] == ["2023", "2022"]


def test_files_of_one_name_that_share_no_sentence_or_but_a_form_are_no_versions(tmp_path, capfd):
    workspace = Workspace.at(tmp_path)
    for number, name in enumerate(("Quist", "Orr", "Vane")):
        write_below(workspace, name, "receipt.txt", FORM.format(sum=120 + number, name=name), number)
        write_below(
            workspace, name, "notes.txt", f"Notes of the meeting\n\n{BODIES[number % 2][: 90 + number]}", number
        )
    workspace.index()
    assert len(ask(workspace, capfd, "Orr/receipt.txt")) == 1
    assert len(ask(workspace, capfd, "Orr/notes.txt")) == 1


def test_two_of_a_series_that_each_have_versions_of_their_own_are_two_documents(tmp_path, capfd):
    workspace = Workspace.at(tmp_path)
    for day, folder in enumerate(("before", "after")):
        for name in ("terms-3", "terms-11"):
            text = FIRST.replace("both chimneys", f"chimney {name}").replace("18,400", ("18,400", "19,250")[day])
            write_below(workspace, folder, f"{name}.txt", text.replace("in the yard", f"in the {folder} yard"), day)
    workspace.index()
    versions = ask(workspace, capfd, "before/terms-11.txt")
    assert [Path(each["path"]).relative_to(workspace.folder) for each in versions] == [
        Path("after", "terms-11.txt"),
        Path("before", "terms-11.txt"),
    ]


def test_the_name_tells_which_version_is_newer_though_the_older_file_was_touched_last(tmp_path, capfd):
    workspace = Workspace.at(tmp_path)
    write(workspace, "offer v1.txt", FIRST, 9)
    write(workspace, "offer v2.txt", SECOND, 1)
    workspace.index()
    versions = ask(workspace, capfd, "offer v1.txt")
    assert [Path(each["path"]).name for each in versions] == ["offer v2.txt", "offer v1.txt"]
    assert [each["newer_by"] for each in versions] == ["name", None]


def test_where_nothing_tells_which_version_is_newer_that_is_said_and_none_is_called_the_newest(tmp_path, capfd):
    workspace = Workspace.at(tmp_path)
    for folder, text in (("home", FIRST), ("work", FIRST.replace("stacked in the yard", "piled behind a barn"))):
        write_below(workspace, folder, "offer.txt", text, 0)
    workspace.index()
    assert [each["newer_by"] for each in ask(workspace, capfd, "home/offer.txt")] == [None, None]
    library = str(workspace.paths.database.parent)
    file = str(workspace.folder / "home" / "offer.txt")
    assert run(["--library", library, "history", file], lambda *_, **__: 0) == 0
    assert "order not known" in capfd.readouterr().out
    assert run(["--library", library, "search", "--mode", "words", "broken tiles"], lambda *_, **__: 0) == 0
    said = capfd.readouterr().out
    assert "2 versions" in said
    assert "newest" not in said
