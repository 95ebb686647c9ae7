"""First session with Findling: in its window, or on the command line where none can be opened."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

import environment

SAMPLE = environment.ROOT / "resources" / "sample"
SAMPLE_LIBRARY = environment.VENV / "sample-library"
EXAMPLES = ("moving out before the contract allows it", "stolen bike", "hearty meal for winter")
"""Questions that share hardly a word with the sample documents that answer them."""


def hold(folder: str, query: str) -> int:
    """Make a folder searchable and search it.

    The sample has a library of its own, so that it does not turn up among the user's files.

    Args:
        folder: the folder; "" for the sample library.
        query: what to search for; "" to ask.

    Returns:
        The exit code of the command that failed, or 0.
    """
    findling = [str(environment.COMMAND), *([] if folder else ["--library", str(SAMPLE_LIBRARY)])]
    obstacle = find_obstacle()
    if obstacle:
        print(f"{obstacle}\nGoing on without a window.\n", flush=True)
        return _hold_in_terminal(findling, folder, query)
    again = _quote(findling) if not folder or sys.platform == "win32" else "your menu, or " + _quote(findling)
    print(f"Opening Findling on {folder or SAMPLE}. To open it again: {again}", flush=True)
    return environment.call(*findling, "app", folder or str(SAMPLE), "--search", query)


def has_screen() -> bool:
    """Return whether someone sits before a screen on which a window could be."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def end_windows() -> bool:
    """Have the windows of the user's library and of the sample end; return False if one would not."""
    findling = str(environment.COMMAND)
    libraries: tuple[list[str], ...] = ([], ["--library", str(SAMPLE_LIBRARY)] if SAMPLE_LIBRARY.exists() else [])
    return not environment.COMMAND.exists() or not any(
        environment.call(findling, *library, "app", "--quit") for library in libraries
    )


def find_obstacle(*, screen: bool = True) -> str:
    """Return why no window can be opened here, in one line; "" if one can be.

    Args:
        screen: False asks only whether Qt can be loaded, as tests do.
    """
    around = dict(os.environ) if screen else os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    look = [str(environment.PYTHON), "-m", "findling.ui.app.display_check"]
    looked = subprocess.run(look, env=around, capture_output=True, text=True, check=False)
    said = (looked.stdout or looked.stderr).strip().splitlines()
    return said[-1] if looked.returncode and said else ""


def _hold_in_terminal(findling: list[str], folder: str, query: str) -> int:
    """Index, then search for `query`, for what the user types, or for examples without a terminal."""
    print(f"Making {folder or SAMPLE} searchable", flush=True)
    code = environment.call(*findling, "index", folder or str(SAMPLE))
    if code:
        return code
    examples = () if folder else EXAMPLES
    if sys.stdin.isatty() and not query:
        _ask(findling, examples)
    else:
        code = max([_search(findling, text) for text in ([query] if query else examples)], default=0)
    print(f"\nTo search again: {_quote([*findling, 'search', 'your words'])}")
    return code


def _ask(findling: list[str], examples: tuple[str, ...]) -> None:
    """Search for what the user types, until that is nothing."""
    print("\nWhat are you looking for? An empty line ends.")
    if examples:
        print(f"For example: {' · '.join(examples)}")
    try:
        for query in iter(lambda: input("> ").strip(), ""):
            _search(findling, query)
    except EOFError:
        print()


def _search(findling: list[str], query: str) -> int:
    print(f"\nSearching for: {query}", flush=True)
    return environment.call(*findling, "search", "-n", "3", "--", query)


def _quote(command: list[str]) -> str:
    """Return a command as the user's shell takes it."""
    return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
