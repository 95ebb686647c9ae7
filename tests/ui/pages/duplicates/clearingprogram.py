"""A writer that clears up one file at a time, as slowly as a test needs: real processes and pipes."""

from __future__ import annotations

import os
import time
from pathlib import Path

from findling.domain.plans import CutShort, PlanReport, StepOutcome, StepReport
from findling.processes.writer import main

BEGUN = Path(os.environ.get("BEGUN", os.devnull))


class Writer:
    def index(self, folders, *, report, should_stop, retry=False, arrived):
        while not should_stop():
            time.sleep(0.01)

    def follow(self, report, should_stop, offline, arrived):
        while not should_stop():
            time.sleep(0.01)

    def clear(self, plan, should_stop, answer):
        done = []
        BEGUN.touch()
        for step in plan.steps:
            while step.file.size and not should_stop():
                time.sleep(0.01)
            if should_stop():
                break
            done.append(StepReport(step, StepOutcome.DONE))
            # Long enough that it is told of.
            time.sleep(0.21)
            answer(len(done), len(plan.steps))
        BEGUN.unlink()
        return PlanReport(1, tuple(done))

    def undo(self, run, should_stop, answer):
        return PlanReport(run, ())

    def recover(self):
        """Whoever follows one that died at clearing finds what it had done."""
        return (CutShort(run=4, done=3, planned=8),) if BEGUN.exists() else ()

    def close(self):
        pass


if __name__ == "__main__":
    raise SystemExit(main.run(lambda paths, settings, allowance: Writer()))
