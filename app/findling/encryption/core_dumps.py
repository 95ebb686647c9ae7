"""Records of crashed processes, which systems write to the disk with all their memory."""

from __future__ import annotations

import sys


def forbid_core_dumps() -> None:
    """Have the system write no record of this process and its children, where it writes any."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
