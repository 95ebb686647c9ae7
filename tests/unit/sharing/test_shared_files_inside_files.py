"""Files inside files are shared as the file on the disk is that they are in: wholly, or not at all."""

from __future__ import annotations

import json
from typing import Any

import pytest

from containers import mail
from findling.errors import FindlingError
from findling.sharing.operations import OPERATIONS
from findling.sharing.shared_library import SharedLibrary
from workspace import Workspace
from zips import pack

LEASE = "The landlord repairs the chimney before the autumn storms. " * 3
ZEBRA = "A zebra has stripes so that flies do not land on it. " * 3
KEPT_BACK = ("diary", "Walrus.txt", "walrus", "zebra.zip", "hidden.eml")


@pytest.fixture
def indexed(workspace: Workspace) -> Workspace:
    workspace.write("open/house.eml", mail("The house", {"Lease.txt": LEASE, "zebra.txt": ZEBRA}))
    # Of the same bytes as what is shared, and of others.
    inner = pack({"diary/zebra.txt": ZEBRA, "diary/Walrus.txt": "A walrus sleeps on the ice and dreams of mussels."})
    workspace.write("closed/hidden.eml", mail("A diary", {"Lease.txt": LEASE, "zebra.zip": inner}))
    workspace.index()
    return workspace


def ask(workspace: Workspace, name: str, **arguments: object) -> dict[str, Any]:
    with workspace.reading() as library:
        shared = SharedLibrary(library, (workspace.folder / "open",))
        operation = OPERATIONS[name]
        return operation.answer_to(shared, operation.parse(arguments))


def test_what_is_in_a_shared_file_is_found_read_and_listed(indexed):
    lease = str(indexed.folder / "open/house.eml/Lease.txt")
    found = ask(indexed, "search", query="who repairs the chimney")["files"][0]
    assert (found["file"], list(found["copies"])) == (lease, [])
    assert ask(indexed, "read", file=lease)["text"].startswith("The landlord repairs")
    listed = [each["file"] for each in ask(indexed, "documents")["documents"]]
    assert listed == [str(indexed.folder / "open" / name) for name in (
        "house.eml", "house.eml/Lease.txt", "house.eml/zebra.txt",
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("search", {"query": "a walrus sleeps on the ice", "limit": 50}),
        ("search", {"query": "name:walrus"}),
        ("search", {"query": "stripes against flies", "limit": 50}),
        ("search", {"query": "diary", "limit": 50}),
        ("find", {"text": "mussels"}),
        ("similar", {"file": "open/house.eml/zebra.txt", "limit": 50}),
        ("duplicates", {"file": "open/house.eml/Lease.txt"}),
        ("documents", {}),
        ("folders", {}),
    ],
)
def test_nothing_of_what_is_in_a_file_that_is_kept_back_is_told(indexed, name, arguments):
    if "file" in arguments:
        arguments = arguments | {"file": str(indexed.folder / arguments["file"])}
    told = json.dumps(ask(indexed, name, **arguments))
    assert [word for word in (*KEPT_BACK, "closed") if word in told] == []


@pytest.mark.parametrize("path", ["closed/hidden.eml/Lease.txt", "closed/hidden.eml/zebra.zip/diary/Walrus.txt"])
def test_it_is_refused_like_what_does_not_exist(indexed, path):
    for name in ("read", "outline", "similar", "duplicates"):
        refusals = []
        for place in (path, "closed/hidden.eml/none.txt"):
            with pytest.raises(FindlingError) as refusal:
                ask(indexed, name, file=str(indexed.folder / place))
            refusals.append(str(refusal.value.notice).replace(str(indexed.folder / place), ""))
        assert refusals[0] == refusals[1]
