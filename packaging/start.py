"""Sets up Findling and opens its window on a folder: `start.py [FOLDER] [-- QUERY]`."""

import argparse
import sys
from pathlib import Path

import interpreter


def main(arguments: "list[str]") -> int:
    """Set up and open; return the exit code of the command that failed, or 3 if the set-up did."""
    folder, query = _parse(arguments)
    obstacle = interpreter.find_obstacle()
    if obstacle:
        print(obstacle, file=sys.stderr)
        return 3
    import environment
    import session

    try:
        environment.prepare(window=session.has_screen())
        return session.hold(folder, query)
    except environment.SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


def _parse(arguments: "list[str]") -> "tuple[str, str]":
    """Return the folder to index and the query; "" for each that is not given."""
    divide = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(
        usage="%(prog)s [FOLDER] [-- QUERY]",
        description="Set up Findling and search FOLDER (without one: a sample library), in a window if it can.",
    )
    parser.add_argument("folder", nargs="?", type=Path, help="the folder to search; nothing in it is changed")
    folder = parser.parse_args(arguments[:divide]).folder
    return str(folder.expanduser().absolute()) if folder else "", " ".join(arguments[divide + 1 :])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
