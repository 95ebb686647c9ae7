"""`findling check`: whether a file is in the library already, as what, and what the exit status says."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from findling.cli.main import run
from findling.indexing.user_choices import keep_apart
from workspace import Workspace

EARLIER, LONG_AGO, LATER = 1_500_000_000, 1_600_000_000, 1_700_000_000

LEASE = """The landlord lets to the tenant the flat on the second floor with its cellar, its loft and the
bicycle shed in the yard. The rent is due on the third working day of each month and is paid to the
account that the landlord names in writing. Repairs of up to a small sum are borne by the tenant,
larger ones by the landlord, unless the tenant caused the damage. Pets other than small ones in
cages need the consent of the landlord, which may be withdrawn if neighbours complain. Either side
may end the lease with three months' notice in writing; the deposit is paid back when the keys are
returned."""

ADDED = """The stairs are swept by those who live on a floor, in turns of a week, and a list of the turns hangs
beside the letter boxes. Bicycles stand in the shed and not in the hall, where they would be in the
way of the fire brigade. Laundry may be dried under the roof on the days that are agreed upon. Noise
has to end at ten in the evening and on Sundays at noon."""

MINUTES = """The meeting was opened by the chair at seven and the agenda was accepted as it stood. The treasurer
reported that the subscriptions had come in late, and that the roof of the boat house would cost
more than was put aside for it. After a long discussion it was agreed to ask two more builders for
their prices before anything is signed by anyone. The summer party is to be held in the garden of
the club house, with a tent in case of rain, as in the year before."""

INVOICE = """Invoice No. {number} of {day} for {name}. We delivered the goods that were ordered and ask for payment of
{sum} euros within thirty days to the account below. Goods stay our property until they are paid in full. Please give
the number of the invoice with your payment, and write to us within a week if anything was broken on its way to you."""


def write(path: Path, text: str, at: int = LONG_AGO) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("known"))
    write(workspace.folder / "lease-v1.txt", LEASE)
    write(workspace.folder / "minutes.txt", MINUTES)
    write(workspace.folder / "handbook.txt", "\n\n".join(reversed(ESSAY)))
    for number, (name, day) in enumerate([("Ada Quist", "3 May"), ("Ben Orr", "9 June"), ("Cy Ott", "11 July")]):
        filled = INVOICE.format(number=4711 + number, day=day, name=name, sum=120 + 7 * number)
        write(workspace.folder / f"invoice-{number}.txt", filled)
    (workspace.folder / "photo.bin").write_bytes(bytes(range(256)) * 40)
    (workspace.folder / "copies").mkdir()
    shutil.copy2(workspace.folder / "minutes.txt", workspace.folder / "copies" / "minutes.txt")
    workspace.index()
    return workspace


ESSAY = [
    f"{first} {second} and nobody who had seen the {third} doubted it for a moment afterwards, whatever was said of it."
    for first, second, third in (
        ("Bees leave the hive", "when the lime trees are in flower", "meadow behind the mill"),
        ("Bakers rise early", "since dough takes its time in winter", "oven of the old bakery"),
        ("Rivers change their beds", "after floods that come once in a lifetime", "bridge without water"),
        ("Clocks in towers were wound by hand", "until motors took that over", "keeper climbing the stairs"),
        ("Glass is blown on long pipes", "which are turned all the while", "furnace glowing at night"),
    )
]


def ask(workspace: Workspace, capfd, *files: Path) -> tuple[int, list[dict]]:
    library = str(workspace.paths.database.parent)
    code = run(["--library", library, "--json", "check", *map(str, files)], lambda *_, **__: 0)
    return code, json.loads(capfd.readouterr().out)["files"]


@pytest.mark.parametrize(
    ("name", "text", "at", "verdict", "of"),
    [
        ("minutes-again.txt", MINUTES, LATER, "identical", {"minutes.txt", "copies/minutes.txt"}),
        ("minutes.html", f"<p>{MINUTES}</p>", LATER, "same-text", {"minutes.txt", "copies/minutes.txt"}),
        ("lease-v2.txt", LEASE.replace("three months'", "six weeks'"), LATER, "newer-version", {"lease-v1.txt"}),
        ("lease-v0.txt", LEASE.replace("three months'", "six weeks'"), EARLIER, "older-version", {"lease-v1.txt"}),
        ("lease-v2.txt", f"{LEASE}\n{ADDED}", LATER, "newer-version", {"lease-v1.txt"}),
        ("contract.txt", LEASE.replace("neighbours complain", "residents object"), LATER, "near", {"lease-v1.txt"}),
        ("part.txt", "\n\n".join(ESSAY[:2]), LATER, "contained", {"handbook.txt"}),
        ("all.txt", "\n\n".join([ADDED, *reversed(ESSAY)]), LATER, "holds", {"handbook.txt"}),
        ("invoice.txt", INVOICE.format(number=9120, day="1 March", name="Dee Fox", sum=99), LATER, "new", set()),
        ("poem.txt", "Snow lay upon the silent harbour while gulls slept under upturned boats and lamps burned low.",
         LATER, "new", set()),
        ("note.txt", "Thank you!", LATER, "new", set()),
    ],
)  # fmt: skip
def test_a_file_from_elsewhere_is_told_for_what_it_is_to_the_library(
    workspace, tmp_path, capfd, name, text, at, verdict, of
):
    code, (checked,) = ask(workspace, capfd, write(tmp_path / name, text, at))
    assert checked["verdict"] == verdict
    found = {Path(match["path"]).relative_to(workspace.folder).as_posix() for match in checked["of"]}
    assert found == of
    assert code == (3 if of else 0)


def test_a_file_without_text_is_known_by_its_bytes(workspace, tmp_path, capfd):
    same = tmp_path / "scan.bin"
    same.write_bytes(bytes(range(256)) * 40)
    other = tmp_path / "other.bin"
    other.write_bytes(bytes(range(255, -1, -1)) * 40)
    code, checked = ask(workspace, capfd, same, other)
    assert [each["verdict"] for each in checked] == ["identical", "new"]
    assert code == 3
    assert [Path(match["path"]).name for match in checked[0]["of"]] == ["photo.bin"]


def test_a_file_of_the_library_is_compared_with_all_others_and_not_with_itself(workspace, capfd):
    code, checked = ask(workspace, capfd, workspace.folder / "minutes.txt", workspace.folder / "lease-v1.txt")
    assert [(each["verdict"], len(each["of"])) for each in checked] == [("identical", 1), ("new", 0)]
    assert code == 3


def test_the_most_alike_is_named_first_and_its_likeness_told(workspace, tmp_path, capfd):
    _, (checked,) = ask(workspace, capfd, write(tmp_path / "lease.txt", LEASE.replace("cellar", "attic"), LATER))
    (match,) = checked["of"]
    assert 0.9 < match["similarity"] < 1
    assert match["similarity"] == match["containment"]


def test_pairs_that_the_user_keeps_apart_are_not_told(tmp_path, capfd):
    workspace = Workspace.at(tmp_path)
    first, second = workspace.write("a.txt", MINUTES), workspace.write("b.txt", MINUTES + "\n")
    workspace.index()
    with workspace.writing() as indexer:
        keep_apart(indexer.database, first, second)
    assert ask(workspace, capfd, second) == (0, [{"path": str(second), "verdict": "new", "reason": None, "of": []}])


def test_a_file_that_is_not_there_is_a_mistake_and_nothing_is_said_of_the_others(workspace, tmp_path, capfd):
    library = str(workspace.paths.database.parent)
    good = write(tmp_path / "good.txt", MINUTES)
    assert run(["--library", library, "check", str(good), str(tmp_path / "no.txt")], lambda *_, **__: 0) == 2
    said = capfd.readouterr()
    assert "There is no file" in said.err
    assert not said.out


def test_a_file_that_cannot_be_read_is_neither_new_nor_known(workspace, tmp_path, capfd):
    link = tmp_path / "link.txt"
    link.symlink_to(write(tmp_path / "good.txt", "Thank you!"))
    code, (checked,) = ask(workspace, capfd, link)
    assert (code, checked["verdict"], checked["reason"]) == (1, "unreadable", "link")


def test_on_the_terminal_each_file_says_what_it_is(workspace, tmp_path, capfd):
    library = str(workspace.paths.database.parent)
    again = write(tmp_path / "again.txt", MINUTES)
    assert run(["--library", library, "check", str(again)], lambda *_, **__: 0) == 3
    lines = capfd.readouterr().out.splitlines()
    assert lines == [
        f"{again}: identical to {workspace.folder / 'copies' / 'minutes.txt'}",
        f"{again}: identical to {workspace.folder / 'minutes.txt'}",
    ]


def test_of_a_folder_all_files_in_it_are_checked_but_hidden_ones(workspace, tmp_path, capfd):
    write(tmp_path / "came" / "deep" / "lease.txt", LEASE)
    write(tmp_path / "came" / "novel.txt", ADDED)
    write(tmp_path / "came" / ".git" / "config.txt", MINUTES)
    (tmp_path / "none").mkdir()
    library = ["--library", str(workspace.paths.database.parent)]
    code = run([*library, "--json", "check", str(tmp_path / "came")], lambda *_, **__: 0)
    files = json.loads(capfd.readouterr().out)["files"]
    assert code == 3
    assert [(Path(each["path"]).name, each["verdict"]) for each in files] == [
        ("lease.txt", "identical"),
        ("novel.txt", "new"),
    ]
    assert run([*library, "check", str(tmp_path / "none")], lambda *_, **__: 0) == 2
    assert "There are no files in" in capfd.readouterr().err
