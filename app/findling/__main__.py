"""The one program: the command line, and the doors of the worker and of the parser child."""

from __future__ import annotations

import sys


def main() -> int:
    """Go through the door that the arguments name; gives the exit status."""
    door = sys.argv[1] if len(sys.argv) > 1 else ""
    if door == "--parser":
        from findling.extraction.child import main as parse

        return parse() or 0
    if door == "--worker":
        from findling.worker.loop import main as work

        return work(sys.argv[2:])
    from findling.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
