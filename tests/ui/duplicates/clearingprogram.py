"""A worker that clears up one file at a time, as slowly as a test needs: real processes and pipes."""

from __future__ import annotations

import time

from findling.duplicates import Outcome, PlanReport, StepReport
from findling.worker import loop


class Writer:
    def index(self, folders, *, report, should_stop, retry=False):
        while not should_stop():
            time.sleep(0.01)

    def follow(self, report, should_stop):
        while not should_stop():
            time.sleep(0.01)

    def clear(self, plan, should_stop):
        done = []
        for step in plan.steps:
            while step.file.size and not should_stop():
                time.sleep(0.01)
            if should_stop():
                break
            done.append(StepReport(step, Outcome.DONE))
        return PlanReport(1, tuple(done))

    def undo(self, run):
        return PlanReport(run, ())

    def close(self):
        pass


if __name__ == "__main__":
    raise SystemExit(loop.run(lambda paths, settings: Writer()))
