"""Sets up Findling and opens its window on a folder: `start.py [FOLDER] [-- QUERY]`; `start.py --remove` undoes it."""

import argparse
import sys
from pathlib import Path

import interpreter


def main(arguments: "list[str]") -> int:
    """Set up and open, or remove; return the exit code of the command that failed, or 3 if the set-up did."""
    chosen, query = _parse(arguments)
    obstacle = interpreter.find_obstacle()
    if obstacle:
        print(obstacle, file=sys.stderr)
        return 3
    import environment
    import menu_entry
    import session

    try:
        if chosen.remove:
            return _remove()
        environment.prepare(window=session.has_screen())
        for line in menu_entry.put():
            print(line, flush=True)
        return session.hold(str(chosen.folder.expanduser().absolute()) if chosen.folder else "", query)
    except (environment.SetupError, OSError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


def _remove() -> int:
    """End what runs, and take away all that was put on this machine but the user's library."""
    import environment
    import menu_entry
    import session

    if not session.end_windows():
        return 3
    folders = environment.list_folders()
    menu_entry.take_away()
    environment.remove()
    print("Findling is removed: its menu entry, its command and .venv.")
    if folders:
        print("Your library, settings and logs are still there. To delete them, too, delete:", *folders, sep="\n  ")
    return 0


def _parse(arguments: "list[str]") -> "tuple[argparse.Namespace, str]":
    """Return what is to be done, and the query; "" if none is given."""
    divide = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(
        usage="%(prog)s [FOLDER] [-- QUERY] | %(prog)s --remove",
        description="Set up Findling and search FOLDER (without one: a sample library), in a window if it can.",
    )
    parser.add_argument("folder", nargs="?", type=Path, help="the folder to search; nothing in it is changed")
    parser.add_argument("--remove", action="store_true", help="take away what the set-up put on this machine")
    return parser.parse_args(arguments[:divide]), " ".join(arguments[divide + 1 :])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
