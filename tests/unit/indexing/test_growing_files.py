"""Only the new passages of a file that grows or is edited are embedded."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from containers import mail, mailbox
from workspace import Workspace
from zips import pack

WORDS = (
    "the",
    "a",
    "rent",
    "house",
    "garden",
    "letter",
    "was",
    "is",
    "of",
    "and",
    "chimney",
    "winter",
    "paid",
    "bread",
)


def sentences(count: int, seed: int = 7) -> list[str]:
    drawn = random.Random(seed)
    return [" ".join(drawn.choices(WORDS, k=drawn.randint(4, 25))).capitalize() + "." for _ in range(count)]


def note(lines: list[str]) -> str:
    return "\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, len(lines), 4))


def vectors(workspace: Workspace) -> dict[str, np.ndarray]:
    """Return the vectors of each passage by its text."""
    with workspace.looking_inside() as database:
        space = database.spaces.active()
        found = {}
        for document in database.documents.all_ids():
            passages = database.documents.passages(document, space.id)
            for stored in database.vectors.of_documents([document], space):
                assert len(stored.matrix) == len(passages)
                found |= {placed.text: row for placed, row in zip(passages, stored.matrix, strict=True)}
        return found


@pytest.fixture
def afresh(tmp_path: Path) -> Workspace:
    return Workspace.at(tmp_path / "afresh")


def test_a_mailbox_that_grows_by_a_mail_costs_a_mail(workspace, afresh):
    mails = [mail(f"Letter {number}", {}, text=text) for number, text in enumerate(sentences(60))]
    workspace.write("box.mbox", mailbox(*mails[:-1]))
    assert workspace.index().chunks >= 59
    workspace.write("box.mbox", mailbox(*mails))
    assert 1 <= workspace.index().chunks <= 3

    afresh.write("box.mbox", mailbox(*mails))
    afresh.index()
    one, other = vectors(workspace), vectors(afresh)
    assert one.keys() == other.keys()
    assert all(np.allclose(one[text], other[text], atol=0.01) for text in one)


@pytest.mark.parametrize("at", [0, 150, 299], ids=["at its beginning", "in its middle", "at its end"])
def test_an_edit_in_a_long_note_costs_the_passages_around_it(workspace, at):
    lines = sentences(300)
    path = workspace.write("note.txt", note(lines))
    assert workspace.index().chunks > 12
    lines[at] = "The boiler was mended by a plumber who came from far away and stayed for dinner."
    path.write_text(note(lines))
    assert 1 <= workspace.index().chunks <= 4
    assert workspace.search("who mended the boiler") == ["note.txt"]
    with workspace.looking_inside() as database:
        assert len(list(database.documents.all_ids())) == 1
        # What was kept went into the vectors of the document, and all of those are there.
        assert database.vectors.count(database.spaces.active().id) == len(vectors(workspace))


def test_a_text_that_only_loses_passages_costs_nothing(workspace):
    parts = [f"# Part {number}\n\n{text}" for number, text in enumerate(sentences(20))]
    path = workspace.write("note.md", "\n\n".join(parts))
    workspace.index()
    path.write_text("\n\n".join(parts[:9] + parts[12:]))
    assert workspace.index().chunks <= 1
    assert len(vectors(workspace)) == len(set(vectors(workspace)))


def test_a_file_inside_a_file_that_grows_costs_what_is_new(workspace):
    lines = sentences(200)
    workspace.write("a.zip", pack({"log.txt": note(lines)}))
    workspace.index()
    workspace.write("a.zip", pack({"log.txt": note([*lines, "The last line was added."])}))
    assert 1 <= workspace.index().chunks <= 3
