"""First loading of an untrusted graph, in a process of its own.

A crafted graph can end ONNX Runtime, or make it take all memory, while it loads. Nothing else can be lost here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from findling.embedding.onnx_session import open_session
from findling.errors import ModelError
from findling.ipc.command import ProcessRole, build_command
from findling.messages.message_json import from_plain, to_plain
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECONDS = 120
_MEMORY = 4 << 30
_TIMES_ITS_SIZE = 6
"""Memory that loading may take: the runtime holds weights twice or more while it rearranges them."""


def read_output_shape(name: str, graph: Path) -> list[int | str | None]:
    """Return the declared shape of a graph's first output; axes that vary are names or None.

    Raises:
        ModelError: the runtime does not take the graph, or does not survive it.
    """
    try:
        tried = subprocess.run(  # noqa: S603 - our own program, without a shell
            [*build_command(ProcessRole.MODEL_TRIAL), str(graph)],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        slow = ModelMessage.LOADS_TOO_LONG(model=name, seconds=_SECONDS)
        raise ModelError(slow, ModelRemedy.OTHER_BUILD()) from error
    if tried.returncode:
        raise ModelError(ModelMessage.BRINGS_DOWN(model=name), ModelRemedy.OTHER_BUILD_OF_IT())
    answer = json.loads(tried.stdout)
    if "refused" in answer:
        raise ModelError(from_plain(answer["refused"]), ModelRemedy.OTHER_BUILD_OF_IT())
    shape: list[int | str | None] = answer["shape"]
    return shape


def main(arguments: Sequence[str]) -> int:
    """Load the graph named, and print the shape of its first output."""
    graph = Path(arguments[0])
    _limit_itself(graph)
    try:
        answer: dict[str, object] = {"shape": open_session(graph).get_outputs()[0].shape}
    except ModelError as error:
        answer = {"refused": to_plain(error.notice)}
    print(json.dumps(answer))  # noqa: T201 - what the parent reads
    return 0


def _limit_itself(graph: Path) -> None:
    """Bound memory and processor time, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    memory = _MEMORY + _TIMES_ITS_SIZE * graph.stat().st_size
    for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
