"""Plans as JSON files, which users read, edit and share; they are validated strictly."""

from __future__ import annotations

import json
import os
import uuid
from typing import TYPE_CHECKING

from findling.domain.plans import Action, Plan, Step
from findling.errors import FindlingError, UsageError
from findling.ipc.codec import Codec, MessageError
from findling.messages.command_templates import CommandMessage
from findling.messages.library_templates import ClearingMessage
from findling.messages.notice import Notice
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error

if TYPE_CHECKING:
    from pathlib import Path

_CODEC = Codec(Plan, Step)
_CONTENT_BYTES = 32
_ACTIONS = tuple(action for action in Action if action is not Action.DISCARD)
"""Actions in a plan: what nothing survives goes by the user's own hand only."""


def write_plan(plan: Plan, file: Path, *, overwrite: bool = False) -> None:
    """Write a plan as JSON, whole or not at all.

    Raises:
        UsageError: the file exists, and is not to be overwritten.
        FindlingError: it cannot be written.
    """
    if not overwrite and os.path.lexists(file):
        raise UsageError(ClearingMessage.PLAN_EXISTS(file=file), Remedy.CHOOSE_FREE_NAME())
    temporary = file.with_name(f"{file.name}.{uuid.uuid4().hex}")
    try:
        try:
            temporary.write_text(json.dumps(json.loads(_CODEC.to_line(plan)), indent=1) + "\n", "ascii")
            temporary.replace(file)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise FindlingError(ClearingMessage.PLAN_UNWRITABLE(file=file, reason=explain_os_error(error))) from error


def read_plan(file: Path) -> Plan:
    """Read a plan.

    Raises:
        UsageError: the file holds none, or one of its steps is invalid.
    """
    try:
        written = json.loads(file.read_bytes())
    except OSError as error:
        raise UsageError(
            ClearingMessage.PLAN_UNREADABLE(file=file, reason=explain_os_error(error)), Remedy.MAKE_PLAN()
        ) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(ClearingMessage.PLAN_NO_JSON(file=file), Remedy.MAKE_PLAN()) from error
    steps = written.get("steps") if isinstance(written, dict) else None
    if not isinstance(steps, list):
        raise UsageError(ClearingMessage.NO_PLAN(file=file), Remedy.MAKE_PLAN())
    try:
        plan = _CODEC.from_line(json.dumps({"type": "plan", "protected": []} | written | {"steps": []}).encode("ascii"))
    except MessageError as error:
        raise UsageError(ClearingMessage.PLAN_WRONG(file=file, reason=str(error)), Remedy.MEND_PLAN()) from error
    assert isinstance(plan, Plan)
    return Plan(tuple(_read_step(each, number, file) for number, each in enumerate(steps, 1)), plan.protected)


def _read_step(written: object, number: int, file: Path) -> Step:
    step = _to_step(written)
    wrong = step if isinstance(step, Notice) else _find_fault(step)
    if wrong is not None:
        raise UsageError(ClearingMessage.STEP_WRONG(number=number, file=file, reason=wrong), Remedy.MEND_STEP())
    assert isinstance(step, Step)
    return step


def _to_step(written: object) -> Step | Notice:
    """Return a step, or why there is none."""
    if not isinstance(written, dict):
        return CommandMessage.STEP_NO_OBJECT()
    if written.get("action") not in _ACTIONS:
        return CommandMessage.STEP_ACTION(actions=_ACTIONS)
    try:
        # Plans of earlier releases hold only what was proposed.
        step = _CODEC.from_line(json.dumps({"chosen": False} | written).encode("ascii"))
    except MessageError as error:
        return SystemMessage.PLAIN(text=str(error))
    return step if isinstance(step, Step) else CommandMessage.STEP_TYPE()


def _find_fault(step: Step) -> Notice | None:
    for key, path in (("file", step.file.path), ("survivor", step.survivor.path), ("target", step.target)):
        if path and not path.is_absolute():
            return CommandMessage.STEP_PATH(key=key, path=path)
    for key, seen in (("file", step.file), ("survivor", step.survivor)):
        if len(seen.content) != _CONTENT_BYTES:
            return CommandMessage.STEP_CONTENT(key=key)
    if step.target is None and step.action in (Action.MOVE, Action.RENAME):
        return CommandMessage.STEP_TARGET()
    return None
