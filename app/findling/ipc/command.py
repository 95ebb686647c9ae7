"""Command lines of Findling's own processes."""

from __future__ import annotations

import sys
from enum import StrEnum


class ProcessRole(StrEnum):
    """Part that a process plays; the value is the program's first argument."""

    PARSER = "--parser"
    WRITER = "--writer"
    READER = "--reader"
    MODEL_JOB = "--model-job"
    MODEL_TRIAL = "--model-trial"


def build_command(role: ProcessRole) -> list[str]:
    """Return the command that starts Findling itself in a role."""
    return [*program_command(), str(role)]


def program_command() -> list[str]:
    """Return the command that starts Findling itself; from a checkout, installed or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    # -P: the current folder may hold anything, and must not be where Python looks for modules.
    return [sys.executable, "-P", "-m", "findling"]
