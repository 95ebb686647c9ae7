"""Files inside files are documents of their own, and go wherever the file around them goes."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from containers import mail, mailbox, pdf, tar
from findling.domain.files import FileStatus, Reason
from findling.duplicates.fileops import FileSystem
from findling.duplicates.group_builder import find_groups
from findling.duplicates.plan import make_plan
from findling.duplicates.snapshot import PairLookup
from findling.extraction.embedded import file_holder
from findling.extraction.embedded.file_holder import NESTING_LIMIT
from madepapers import png
from scans import draw_page, save
from workspace import Workspace
from zips import pack

LEASE = "The landlord repairs the chimney before the autumn storms. " * 3
ZEBRA = "A zebra has stripes so that flies do not land on it. " * 3
INDEXED, SKIPPED = FileStatus.INDEXED, FileStatus.SKIPPED


def statuses(workspace: Workspace) -> dict[str, FileStatus]:
    return {name: status for name, (status, _) in workspace.files().items()}


def test_files_inside_files_are_found_as_documents_of_their_own(workspace):
    inner = pack({"animals/zebra.txt": ZEBRA, ".git/config": "hidden walrus", "empty.txt": ""})
    workspace.write("house.eml", mail("Re: the house", {"Lease.txt": LEASE, "animals.zip": inner}))
    workspace.write("cover.pdf", pdf("A cover sheet about nothing.", {"annex.txt": "Penguins slide on their bellies."}))
    workspace.write("scan.pdf", pdf("", {"behind.txt": "Otters hold hands when they sleep."}))
    workspace.write("old.tar.gz", tar({"letters/otter.txt": "An owl turns its head."}, "w:gz"))

    summary = workspace.index()

    assert workspace.files() == {
        "cover.pdf": (INDEXED, None),
        "cover.pdf/annex.txt": (INDEXED, None),
        "house.eml": (INDEXED, None),
        "house.eml/Lease.txt": (INDEXED, None),
        "house.eml/animals.zip": (INDEXED, None),
        "house.eml/animals.zip/animals/zebra.txt": (INDEXED, None),
        "house.eml/animals.zip/empty.txt": (SKIPPED, Reason.EMPTY),
        "old.tar.gz": (INDEXED, None),
        "old.tar.gz/letters/otter.txt": (INDEXED, None),
        "scan.pdf": (SKIPPED, Reason.NO_TEXT),
        "scan.pdf/behind.txt": (INDEXED, None),
    }
    assert (summary.found, summary.indexed, summary.skipped) == (11, 9, 2)
    with workspace.reading() as library:
        results = library.search("who repairs the chimney").results
        assert (results[0].path, results[0].outermost) == (
            workspace.folder / "house.eml/Lease.txt", workspace.folder / "house.eml"
        )  # fmt: skip
        deep = library.search("stripes against flies").results[0]
        assert deep.outermost == workspace.folder / "house.eml"
        assert library.search('"hold hands"').results[0].path == workspace.folder / "scan.pdf/behind.txt"
        assert [each.path for each in library.search(f'owl in:"{workspace.folder}/old.tar.gz"').results[:1]] == [
            workspace.folder / "old.tar.gz/letters/otter.txt"
        ]


def test_what_is_inside_goes_where_the_file_around_it_goes(workspace):
    path = workspace.write("a/house.eml", mail("House", {"lease.zip": pack({"Lease.txt": LEASE}), "zebra.txt": ZEBRA}))
    workspace.index()

    path.rename(workspace.folder / "moved.eml")
    moved = workspace.index()

    assert (moved.chunks, moved.removed) == (0, 0)
    assert sorted(workspace.files()) == [
        "moved.eml", "moved.eml/lease.zip", "moved.eml/lease.zip/Lease.txt", "moved.eml/zebra.txt",
    ]  # fmt: skip
    (workspace.folder / "moved.eml").unlink()
    workspace.index()
    assert workspace.files() == {}
    with workspace.looking_inside() as database:
        assert list(database.documents.all_ids()) == []


def test_a_changed_file_embeds_only_what_is_new_in_it(workspace):
    workspace.write("box.mbox", mailbox(*(mail(f"Mail {i}", {f"{i}.txt": f"{LEASE} {i}"}) for i in range(3))))
    workspace.index()
    before = {path: ids for path, ids in passages(workspace).items() if "/" in path}

    workspace.write("box.mbox", mailbox(*(mail(f"Mail {i}", {f"{i}.txt": f"{LEASE} {i}"}) for i in range(1, 4))))
    workspace.index()

    after = passages(workspace)
    assert sorted(after) == ["box.mbox", *(f"box.mbox/Mail {i}/{i}.txt" for i in (1, 2, 3))]
    assert all(after[path] == ids for path, ids in before.items() if path in after)


def passages(workspace: Workspace) -> dict[str, list[int]]:
    with workspace.looking_inside() as database:
        space = database.spaces.active()
        rows = [database.files.find(workspace.folder / name) for name in workspace.files()]
        return {
            row.path.relative_to(workspace.folder).as_posix(): [
                each.id for each in database.documents.passages(row.document_id, space.id)
            ]
            for row in rows
        }


def test_a_folder_may_take_the_place_of_a_file_with_files_in_it_and_the_reverse(workspace):
    data = pack({"zebra.txt": ZEBRA})
    workspace.write("a.zip", data)
    workspace.index()
    (workspace.folder / "a.zip").unlink()
    workspace.write("a.zip/zebra.txt", LEASE)
    workspace.index()
    assert statuses(workspace) == {"a.zip/zebra.txt": INDEXED}
    assert workspace.search("chimney") == ["zebra.txt"]

    (workspace.folder / "a.zip/zebra.txt").unlink()
    (workspace.folder / "a.zip").rmdir()
    workspace.write("a.zip", data)
    workspace.index()
    assert statuses(workspace) == {"a.zip": INDEXED, "a.zip/zebra.txt": INDEXED}
    assert workspace.search("stripes")[0] == "zebra.txt"


def test_rules_hold_inside_files_and_changing_them_is_seen(workspace):
    workspace.write("a.zip", pack({"keep.txt": LEASE, "drop/zebra.txt": ZEBRA}))
    workspace.index()
    with workspace.writing() as indexer:
        indexer.add(workspace.folder, ("drop/",))
    workspace.index()
    assert sorted(workspace.files()) == ["a.zip", "a.zip/keep.txt"]
    with workspace.writing() as indexer:
        indexer.add(workspace.folder, ())
    workspace.index()
    assert sorted(workspace.files()) == ["a.zip", "a.zip/drop/zebra.txt", "a.zip/keep.txt"]


def test_copies_of_a_file_have_what_is_in_it_each(workspace):
    data = mail("House", {"Lease.txt": LEASE})
    for name in ("a.eml", "b.eml", "c.eml"):
        workspace.write(name, data)
    summary = workspace.index()
    assert sorted(workspace.files()) == [
        "a.eml", "a.eml/Lease.txt", "b.eml", "b.eml/Lease.txt", "c.eml", "c.eml/Lease.txt",
    ]  # fmt: skip
    assert summary.chunks == 2


def test_secrets_inside_files_stay_out(workspace):
    key = "-----BEGIN RSA PRIVATE KEY-----\n" + "A" * 400 + "\n-----END RSA PRIVATE KEY-----\n"
    workspace.write("a.zip", pack({"server.pem": key, "store.kdbx": "x"}))
    workspace.index()
    assert {reason for name, (_, reason) in workspace.files().items() if "/" in name} == {Reason.SECRET}


def test_files_are_read_down_to_a_depth_and_what_is_deeper_is_told(workspace):
    data = pack({"zebra.txt": ZEBRA})
    for depth in range(NESTING_LIMIT + 2):
        data = pack({f"{depth}.zip": data})
    workspace.write("nested.zip", data)
    workspace.index()
    found = workspace.files()
    assert len(found) == NESTING_LIMIT + 1
    assert found[max(found, key=len)] == (INDEXED, Reason.ATTACHMENTS)


def test_files_are_read_up_to_a_number_in_all_depths_together(workspace, monkeypatch):
    monkeypatch.setattr(file_holder, "FILES_LIMIT", 4)
    inner = pack({"1.txt": "one", "2.txt": "two", "3.txt": "three"})
    workspace.write("a.zip", pack({"inner.zip": inner, "4.txt": "four"}))
    workspace.index()
    found = workspace.files()
    assert len(found) == 5
    assert found["a.zip"] == (INDEXED, None)
    assert found["a.zip/inner.zip"] == (INDEXED, Reason.ATTACHMENTS)


def test_duplicates_are_found_inside_files_and_never_proposed(workspace):
    workspace.write("house.eml", mail("House", {"Lease.txt": LEASE * 9, "photo.png": png(1)}))
    workspace.write("photo.png", png(1))
    workspace.write("twins.zip", pack({"Zebra.txt": ZEBRA * 9, "Zebra again.txt": ZEBRA * 9}))
    workspace.write("Lease.txt", LEASE * 9)
    workspace.write("copy/Lease.txt", LEASE * 9)
    workspace.index()
    with workspace.reading() as library:
        found = library.found_duplicates()
    groups = find_groups(found)
    lease = next(group for group in groups if len(group.members) == 3)
    assert lease.members[0].path in (workspace.folder / "Lease.txt", workspace.folder / "copy/Lease.txt")
    assert {member.path.name for member in lease.members if member.selected} == {"Lease.txt"}
    assert all(not member.selected for group in groups for member in group.members if member.is_embedded)
    photo = next(group for group in groups if group.members[0].path.name == "photo.png")
    assert [member.is_embedded for member in photo.members] == [False, True]
    (zebra,) = (group for group in groups if group not in (lease, photo))
    assert [member.is_embedded for member in zebra.members] == [True, True]

    # Not even if somebody chooses them, or would keep what is inside a file in place of one on the disk.
    forced = tuple(
        replace(
            group,
            members=tuple(
                replace(member, selected=not member.is_embedded or index > 0, keep=False, protected=False)
                for index, member in enumerate(group.members)
            ),
        )
        for group in groups
    )
    planned = make_plan(forced, PairLookup(found), FileSystem())
    assert planned.plan.steps == ()


def test_a_file_that_is_gone_from_its_file_before_it_is_read_is_forgotten(workspace):
    workspace.write("a.zip", pack({"1.txt": LEASE, "2.txt": ZEBRA}))
    stops = iter([False] * 3)
    workspace.index(should_stop=lambda: next(stops, True))
    path = workspace.write("a.zip", pack({"1.txt": LEASE}))
    os.utime(path, ns=(1, 1))
    workspace.index()
    assert statuses(workspace) == {"a.zip": INDEXED, "a.zip/1.txt": INDEXED}


@pytest.mark.parametrize("name", ["house.eml", "house.zip"])
def test_a_file_that_is_damaged_later_loses_what_was_in_it(workspace, name):
    data = mail("House", {"Lease.txt": LEASE}) if name.endswith("eml") else pack({"Lease.txt": LEASE})
    workspace.write(name, data)
    workspace.index()
    workspace.write(name, b"PK\3\4" + b"\xff" * 100 if name.endswith("zip") else mail("House", {}))
    workspace.index()
    assert list(workspace.files()) == [name]


def test_text_on_a_picture_inside_a_file_is_recognised(workspace):
    workspace = replace(workspace, settings=replace(workspace.settings, recognise=True))
    page = save(draw_page(), "PNG")
    workspace.write("house.eml", mail("House", {"papers.zip": pack({"deposit.png": page})}))
    workspace.index()
    assert workspace.files()["house.eml/papers.zip/deposit.png"] == (INDEXED, None)
    with workspace.reading() as library:
        (found,) = library.search('"security of two months"').results
    assert (found.outermost, found.is_recognised) == (workspace.folder / "house.eml", True)


def test_files_inside_files_are_found_by_their_names(workspace):
    workspace.write("a.zip", pack({"annual/Otter report.txt": LEASE, "walrus.bin": b"\0\1\2" * 99}))
    workspace.index()
    with workspace.reading() as library:
        named = library.search("otter").results[0]
        unread = library.search("name:walrus").results[0]
        folder = library.search("name:otter").results[0]
    outermost = workspace.folder / "a.zip"
    assert [(each.path.name, each.outermost) for each in (named, unread, folder)] == [
        ("Otter report.txt", outermost), ("walrus.bin", outermost), ("Otter report.txt", outermost),
    ]  # fmt: skip
    assert not any(each.is_missing for each in (named, unread, folder))
    outermost.rename(workspace.folder / "moved.zip")
    workspace.index()
    with workspace.reading() as library:
        assert library.search("name:walrus").results[0].outermost == workspace.folder / "moved.zip"
