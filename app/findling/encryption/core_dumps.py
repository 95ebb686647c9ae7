"""Records of crashed processes, which the system would write to the disk with all that was in their memory."""

from __future__ import annotations

import sys


def forbid_core_dumps() -> None:
    """Have the system write none of this process, nor of those that it starts, where a system writes any at all."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
