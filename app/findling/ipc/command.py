"""Command lines of Findling's own processes."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from findling.frozen_program import is_frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = frozenset({"findling", "findling.exe"})
_MODULE = ("-m", "findling")


class ProcessRole(StrEnum):
    """Part that a process plays; the value is the program's first argument."""

    PARSER = "--parser"
    RECOGNISER = "--recogniser"
    WRITER = "--writer"
    READER = "--reader"
    MODEL_JOB = "--model-job"
    MODEL_TRIAL = "--model-trial"


EUROPEAN = "--european"
"""Argument of a recogniser that reads no other than European languages."""


def build_command(role: ProcessRole, *arguments: str) -> list[str]:
    """Return the command that starts Findling itself in a role."""
    return [*find_program(), str(role), *arguments]


def find_program() -> list[str]:
    """Return the command that starts Findling itself; from a checkout, installed or frozen."""
    if is_frozen():
        return [sys.executable]
    # -P: the current folder may hold anything, and must not be where Python looks for modules.
    return [sys.executable, "-P", "-m", "findling"]


def strip_program(command: Sequence[str]) -> tuple[str, ...] | None:
    """Return the arguments of a command that starts this or another Findling, or None."""
    program, arguments = Path(*command[:1]).name.lower(), tuple(command[1:])
    if program in _NAMES:
        return arguments
    options = arguments[1:] if arguments[:1] == ("-P",) else arguments
    return options[2:] if options[:2] == _MODULE else None
