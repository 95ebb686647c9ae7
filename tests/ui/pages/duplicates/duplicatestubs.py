"""Stubs for the Duplicates page: made-up groups, and a reader that answers about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from findling.domain.comparisons import DiffCategory, DiffCounts, MatchKind, Pair, Piece, Side, SideRow
from findling.domain.duplicate_check import Arrival
from findling.domain.duplicates import Group, Member
from findling.domain.plans import Action, LeftOut, Obstacle, Plan, Planned, RunReport, Seen, Step, TextLoss
from findling.duplicates.selection import SelectionRules, add_up
from findling.formats import FileKind
from findling.ipc.failures import Failed
from findling.messages.library_templates import ClearingMessage
from findling.paths import LibraryPaths
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
from findling.processes.reader.messages import Question, Reply
from findling.processes.writer.messages import KeepApart
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.pages.duplicates.page import DuplicatesPage

HOME = Path("/home/ada")


def member(name: str, *, keep: bool = False, selected: bool = False, protected: bool = False, **other) -> Member:
    similarity = other.pop("similarity", 1.0)
    facts = {
        "size": 1_000,
        "modified_ns": 1_700_000_000 * 10**9,
        "kind": FileKind.TEXT,
        "changes": DiffCounts(),
    } | other
    return Member(
        path=HOME / name,
        keep=keep,
        selected=selected,
        protected=protected,
        similarity=similarity,
        containment=similarity,
        **facts,
    )


class WriterStub(WriterLink):
    """Link to a writer that never runs: notes what it is told, and lets a test say what comes of it.

    Attributes:
        told: plans, runs to take back, and pairs of files with whether they are to be kept apart, in order.
        is_clearing: whether there is something to leave off.
    """

    def __init__(self, paths: LibraryPaths) -> None:
        super().__init__(paths)
        self.sent: list[object] = []
        self.is_clearing = False

    def clear(self, plan: Plan) -> None:
        self.sent.append(plan)

    def undo(self, run: int) -> None:
        self.sent.append(run)

    def store(self, choice: KeepApart) -> None:
        self.sent.append((choice.first, choice.second, choice.apart))

    def cancel_plan(self) -> bool:
        return self.is_clearing


def choose_from_menu(page: DuplicatesPage, words: str) -> None:
    """Choose something from the menu of the current file."""
    page.members.menu_wanted.emit(QPoint(0, 0))
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def group(name: str, copies: int = 1, likeness: MatchKind = MatchKind.IDENTICAL, similarity: float = 1.0) -> Group:
    proposed = likeness in (MatchKind.IDENTICAL, MatchKind.SAME_TEXT)
    members = [member(f"{name}.txt", keep=True)]
    for number in range(copies):
        members.append(member(f"{name} ({number + 2}).txt", selected=proposed, similarity=similarity))
    return group_of(*members, likeness=likeness, similarity=similarity, reclaimable_bytes=1_000 * copies * proposed)


def group_of(*members: Member, likeness: MatchKind = MatchKind.IDENTICAL, similarity: float = 1.0, **other) -> Group:
    facts = {"reclaimable_bytes": 1_000, "reason": ClearingMessage.NEWEST()} | other
    return Group(likeness=likeness, similarity=similarity, members=members, **facts)


def keep_other(group: Group, path: Path) -> Group:
    """A group of which another file stays: the rest may go."""
    members = [replace(each, keep=each.path == path, selected=each.path != path) for each in group.members]
    return replace(group, members=tuple(sorted(members, key=lambda each: not each.keep)))


def sides(*differing: int, rows: int = 6) -> tuple[SideRow, ...]:
    """Rows of which some differ in a number."""
    same = (Piece("The same on both sides.", Side.SAME),)
    changed = tuple((Piece(number, Side.CHANGED, (DiffCategory.NUMBER,)),) for number in ("1017", "1034"))
    return tuple(SideRow(*changed) if at in differing else SideRow(same, same) for at in range(rows))


def step(name: str, survivor: str) -> Step:
    return Step(
        Action.BIN,
        *(Seen(path=HOME / each, size=1_000, modified_ns=0, mode=0o644, content=b"") for each in (name, survivor)),
    )


def rename_plan(name: str, new: str) -> Plan:
    seen = Seen(path=HOME / name, size=1_000, modified_ns=0, mode=0o644, content=b"")
    return Plan((Step(Action.RENAME, seen, seen, HOME / new),))


@dataclass
class GroupsStub:
    """Answers about groups as the reader does, at once or when told to."""

    groups: Sequence[Group] = ()
    folders: tuple[Path, ...] = (HOME,)
    uncompared: int = 0
    refusal: Failed | None = None
    waits: bool = False
    rows: tuple[SideRow, ...] = field(default_factory=lambda: sides(2, 4))
    left_out: tuple[LeftOut, ...] = ()
    losing: tuple[TextLoss, ...] = ()
    doubted: tuple[str, ...] = ()
    taken_names: tuple[str, ...] = ()
    runs: tuple[RunReport, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    asked: list[Question] = field(default_factory=list)
    waiting: dict[int, tuple[Question, Callable[[Reply, bool], None]]] = field(default_factory=dict)

    def ask(self, question: Question, receive: Callable[[Reply, bool], None]) -> int:
        self.asked.append(question)
        number = len(self.asked)
        if self.waits:
            self.waiting[number] = (question, receive)
        else:
            receive(self.reply(question), True)
        return number

    def forget(self, number: int) -> None:
        """Forget a question, which is answered all the same: whoever forgot it must cope."""

    def answer(self, number: int | None = None) -> None:
        """Answer what waits, or one question of it."""
        for each in [number] if number else list(self.waiting):
            question, receive = self.waiting.pop(each)
            receive(self.reply(question), True)

    def latest(self, kind: type) -> Question:
        return next(question for question in reversed(self.asked) if isinstance(question, kind))

    def count(self, kind: type) -> int:
        return sum(isinstance(question, kind) for question in self.asked)

    def reply(self, question: Question) -> Reply:
        if self.refusal:
            return self.refusal
        match question:
            case AskGroups(review):
                wanted = [
                    each
                    for each in self.groups
                    if each.similarity >= review.threshold and (not review.kinds or each.likeness in review.kinds)
                ]
                chosen = SelectionRules(keep_other, review.choices).choose(wanted)
                page = tuple(chosen[question.offset : question.offset + question.limit])
                return Groups(
                    groups=page,
                    offset=question.offset,
                    shown=len(chosen),
                    totals=add_up(chosen),
                    uncompared=self.uncompared,
                    folders=self.folders,
                    arrivals=self.arrivals,
                )
            case Compare(first, second):
                return SideBySide(
                    first,
                    second,
                    Pair(
                        first=0,
                        second=1,
                        likeness=MatchKind.NEAR,
                        similarity=0.98,
                        first_within=0.98,
                        second_within=0.98,
                    ),
                    self.rows,
                )
            case MakePlan(review):
                groups = self.reply(AskGroups(review)).groups
                steps = [
                    replace(step(each.path.name, one.members[0].path.name), chosen=each.path.name in self.doubted)
                    for one in groups
                    for each in one.members
                    if each.selected
                ]
                return Planned(Plan(tuple(steps)), self.left_out, self.losing, sum(each.file.size for each in steps))
            case PlanRename(path, name):
                if name in self.taken_names:
                    return Planned(Plan(()), (LeftOut(path, Obstacle.NAME_TAKEN),))
                return Planned(rename_plan(path.name, name), ())
            case AskRuns():
                return Runs(self.runs)
            case WriteList(_, file):
                return ListWritten(file, len(self.groups))
        raise AssertionError(question)
