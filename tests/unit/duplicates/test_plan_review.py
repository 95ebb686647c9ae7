"""Rules of a plan: which file survives another, why a file is left out, and by how much text a plan is the poorer."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.domain.comparisons import DiffCounts, MatchKind, Pair
from findling.domain.duplicates import Member
from findling.domain.plans import Action, Obstacle, Seen, Step, TextLoss
from findling.duplicates.plan import find_obstacle, find_survivor, find_text_losses
from findling.duplicates.snapshot import DuplicateSnapshot, PairLookup
from findling.formats import FileKind
from findling.storage.duplicate_table import Copy

GOES, STAYS = Path("/d/goes.txt"), Path("/d/stays.txt")


def member(
    path: Path, *, keep: bool = False, survivor: Path | None = None, likeness: MatchKind | None = None
) -> Member:
    return Member(
        path=path,
        size=4,
        modified_ns=1,
        kind=FileKind.TEXT,
        keep=keep,
        similarity=1.0,
        containment=1.0,
        protected=False,
        selected=not keep,
        changes=DiffCounts(),
        survivor=survivor,
        likeness=likeness,
    )


def seen(path: Path, *, modified_ns: int = 1, content: bytes = b"text") -> Seen:
    return Seen(path=path, size=4, modified_ns=modified_ns, mode=0o644, content=content)


def knowing(**held: tuple[float, float]) -> PairLookup:
    """Return a lookup of files by name: similarity to the file that goes, and the share of it that each holds."""
    names = [GOES.name, *(f"{name}.txt" for name in held)]
    copies = {
        number: (Copy(number, b"", b"", GOES.with_name(name), 4, 1, FileKind.TEXT),)
        for number, name in enumerate(names)
    }
    pairs = {
        (0, number): Pair(
            first=0, second=number, likeness=MatchKind.NEAR, similarity=alike, first_within=share, second_within=share
        )
        for number, (alike, share) in enumerate(held.values(), 1)
    }
    return PairLookup(DuplicateSnapshot(copies, pairs, frozenset()))


@pytest.mark.parametrize(
    ("hindrance", "facts"),
    [
        (None, {}),
        (Obstacle.NOTHING_IN_COMMON, {"stays": None}),
        (Obstacle.NO_SURVIVOR, {"survivor": None, "seen": None}),
        (Obstacle.SAME_FILE, {"is_one_file": True}),
        (Obstacle.UNREADABLE, {"seen": None}),
        (Obstacle.CHANGED, {"seen": seen(GOES, modified_ns=2)}),
        (Obstacle.CHANGED, {"survivor": seen(STAYS, modified_ns=2)}),
        (None, {"survivor": seen(STAYS, content=b"html")}),
        (Obstacle.NOT_THE_SAME_BYTES, {"survivor": seen(STAYS, content=b"html"), "action": Action.LINK}),
        (None, {"action": Action.LINK}),
    ],
)
def test_a_file_is_left_out_for_the_first_reason_that_holds(hindrance, facts):
    usual = {
        "member": member(GOES),
        "stays": member(STAYS, keep=True),
        "seen": seen(GOES),
        "survivor": seen(STAYS),
        "action": Action.BIN,
        "is_one_file": False,
    }
    assert find_obstacle(**usual | facts) is hindrance


@pytest.mark.parametrize(
    ("likeness", "held", "survivor"),
    [
        # A twin survives even what another file holds as well.
        (MatchKind.SAME_TEXT, {"twin": (0.9, 0.9), "whole": (1.0, 1.0)}, "twin.txt"),
        (MatchKind.NEAR, {"twin": (0.9, 0.9), "whole": (0.5, 0.99)}, "whole.txt"),
        (MatchKind.NEAR, {"twin": (0.5, 1.0), "whole": (0.6, 0.99)}, "whole.txt"),
        (MatchKind.NEAR, {"twin": (0.9, 0.98), "stays": (0.5, 0.6)}, "stays.txt"),
        (MatchKind.NEAR, {}, None),
    ],
)
def test_what_holds_the_text_of_a_file_survives_it_else_what_its_group_keeps(likeness, held, survivor):
    staying = [member(STAYS, keep=True), *(member(GOES.with_name(f"{name}.txt")) for name in ("twin", "whole"))]
    goes = member(GOES, survivor=GOES.with_name("twin.txt"), likeness=likeness)
    found = find_survivor(goes, staying, knowing(**held))
    assert (found.path.name if found else None) == survivor


@pytest.mark.parametrize(("share", "lost"), [(0.5, True), (0.98, True), (0.99, False), (1.0, False)])
def test_text_is_lost_where_less_of_it_stays_than_counts_as_all(share, lost):
    step = Step(Action.BIN, seen(GOES), seen(STAYS))
    expected = [TextLoss(GOES, share)] if lost else []
    assert list(find_text_losses([step], knowing(stays=(0.5, share)))) == expected


def test_nothing_is_said_to_be_lost_of_files_that_are_the_same():
    step = Step(Action.BIN, seen(GOES), seen(GOES))
    assert list(find_text_losses([step], knowing())) == []
