"""Random plans on a real file system whose calls fail, or stop the process, at random.

FINDLING_PLANS says how many plans are tried; `tests/benchmarks/clearing.py` tries many times as many.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findling.domain.plans import Action, Plan, Seen, Step, StepOutcome
from findling.duplicates.executor import PlanExecutor
from findling.duplicates.fileops import FileSystem
from findling.duplicates.plan import plan_rename
from findling.duplicates.trash import FreedesktopTrash
from findling.storage.database import Database

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")

PLANS = int(os.environ.get("FINDLING_PLANS", "150"))
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EXDEV)
MOMENTS = ("none",) * 12 + ("error before", "error after", "kill before", "kill after")


class Killed(BaseException):
    """Simulated end of the process."""


@dataclass
class Faults:
    """Faults of calls: none, an error before or after the call, or the end of the process."""

    drawn: Iterator[tuple[str, int]]
    active: bool = True

    def strike(self, moment: str) -> None:
        if not self.active:
            return
        if moment == "before":
            self.now = next(self.drawn, ("none", 0))
        kind, error = self.now
        if kind == f"error {moment}":
            raise OSError(error, os.strerror(error))
        if kind == f"kill {moment}":
            raise Killed


@dataclass
class FailingDisk(FileSystem):
    """File system whose calls fail."""

    faults: Faults

    def _run(self, call, *arguments):
        self.faults.strike("before")
        result = call(*arguments)
        self.faults.strike("after")
        return result

    def see(self, path: Path) -> Seen:
        return self._run(super().see, path)

    def create(self, path: Path, content: bytes) -> None:
        self._run(super().create, path, content)

    def reserve(self, path: Path) -> None:
        self._run(super().reserve, path)

    def rename(self, source: Path, target: Path) -> None:
        self._run(super().rename, source, target)

    def link(self, source: Path, target: Path) -> None:
        self._run(super().link, source, target)

    def remove(self, path: Path) -> None:
        self._run(super().remove, path)

    def _copy(self, source: Path, target: Path) -> None:
        self._run(super()._copy, source, target)


@dataclass
class World:
    """Groups of files, and their places."""

    place: Path
    groups: list[list[Path]] = field(default_factory=list)
    before: dict[Path, bytes] = field(default_factory=dict)

    def make(self, sizes: list[list[str]]) -> None:
        for number, kinds in enumerate(sizes):
            group: list[Path] = []
            for place, kind in enumerate(kinds):
                path = self.place / f"folder{place % 2}" / f"{number}-{place}.txt"
                path.parent.mkdir(exist_ok=True)
                if kind == "link" and group:
                    os.link(group[0], path)
                else:
                    path.write_text(f"content {number}" + (f" edited {place}" if kind == "edited" else ""))
                group.append(path)
            self.groups.append(group)
        self.before = self.contents()

    def contents(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.place.rglob("*") if path.is_file()}

    def has_copy(self, group: list[Path]) -> bool:
        """Tell whether a file of a group is whole, by its old name or a new one."""
        contents = {self.before[path] for path in group}
        return any(path.exists() and path.read_bytes() == self.before[path] for path in group) or any(
            path.read_bytes() in contents for path in self.place.glob("*/renamed *")
        )


steps = st.tuples(st.integers(0, 1), st.integers(0, 3), st.integers(0, 3), st.sampled_from(list(Action)))
faults = st.lists(st.tuples(st.sampled_from(MOMENTS), st.sampled_from(ERRORS)), max_size=60)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    database = Database.open_for_writing(tmp_path_factory.mktemp("library") / "library.db")
    yield database
    database.close()


@given(
    sizes=st.lists(
        st.lists(st.sampled_from(["copy", "edited", "link"]), min_size=2, max_size=4), min_size=1, max_size=2
    ),
    wanted=st.lists(steps, min_size=2, max_size=8),
    first_faults=faults,
    second_faults=faults,
    third_faults=faults,
    protect=st.booleans(),
)
@settings(max_examples=PLANS, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_group_loses_its_last_copy_and_all_comes_back(
    database, sizes, wanted, first_faults, second_faults, third_faults, protect
):
    place = Path(tempfile.mkdtemp(prefix="plan", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    try:
        try_plan(database, place, sizes, wanted, first_faults, second_faults, third_faults, protect)
    finally:
        shutil.rmtree(place)


def try_plan(database, place, sizes, wanted, first_faults, second_faults, third_faults, protect) -> None:
    latest = max((run for run, *_ in database.history.runs()), default=0)
    (place / "files").mkdir()
    world = World(place / "files")
    world.make(sizes)
    trouble = Faults(iter(first_faults), active=False)
    disk = FailingDisk(trouble)
    # Edited copies are planned as well, as if the library knew them for what they are.
    bin_folder = FreedesktopTrash(disk, place / "Trash")
    clearing = PlanExecutor(database, disk, bin_folder, object_to=lambda _: None)
    protected = (world.place / "folder1",) if protect else ()
    plan = Plan(tuple(make_steps(world, disk, wanted, place / "moved")), protected)

    trouble.active = True
    try:
        report = clearing.apply(plan)
    except Killed:
        report = None
    trouble.active = False

    now = world.contents()
    assert all(world.has_copy(group) for group in world.groups)
    if protect:
        inside = {path: content for path, content in world.before.items() if path.parent == protected[0]}
        assert {path: now.get(path) for path in inside} == inside
    if report:
        done = {step.step.file.path for step in report.steps if step.outcome is StepOutcome.DONE}
        assert all(path in now for path in world.before if path not in done and path not in failed(report))

    # A process that ended is followed by one that brings to an end what was cut short, and may end at it as well.
    trouble.drawn, trouble.active = iter(second_faults), True
    with contextlib.suppress(Killed):
        clearing.recover()
    trouble.active = False
    assert all(world.has_copy(group) for group in world.groups)
    clearing.recover()
    assert_all_is_settled(world, place / "Trash", report is None)

    runs = [run for run, *_ in database.history.runs() if run > latest]
    trouble.drawn, trouble.active = iter(third_faults), True
    with contextlib.suppress(Killed):
        for run in runs:
            clearing.undo(run)
    trouble.active = False
    assert all(world.has_copy(group) for group in world.groups)
    clearing.recover()
    for run in runs:
        undone = clearing.undo(run)
        assert [step for step in undone.steps if step.outcome is not StepOutcome.UNDONE] == []
    assert world.contents() == world.before
    assert not [path for path in (place / "Trash").rglob("*") if path.is_file()]


def assert_all_is_settled(world: World, bin_folder: Path, killed: bool) -> None:
    """Check that nothing is half done: each file in the bin has its info file, and no temporary file is left."""
    names = {part: {path.name for path in (bin_folder / part).glob("*")} for part in ("files", "info")}
    assert {f"{name}.trashinfo" for name in names["files"]} == names["info"]
    if killed:
        assert not list(world.place.parent.rglob(".findling-*"))


def failed(report) -> set[Path]:
    return {step.step.file.path for step in report.steps if step.outcome is StepOutcome.FAILED}


def make_steps(world: World, disk: FileSystem, wanted, target: Path) -> Iterator[Step]:
    for number, file, survivor, action in wanted:
        group = world.groups[number % len(world.groups)]
        one, other = group[file % len(group)], group[survivor % len(group)]
        if action is Action.RENAME:
            # Few names for many files: some are taken by then.
            yield from plan_rename(one, f"renamed {survivor}.txt", disk).steps
        else:
            yield Step(action, disk.see(one), disk.see(other), target if action is Action.MOVE else None)
