"""A first session with Findling: a folder is made searchable, and then searched."""

from __future__ import annotations

import shlex
import subprocess
import sys

import environment

SAMPLE = environment.ROOT / "resources" / "sample"
SAMPLE_LIBRARY = environment.VENV / "sample-library"
EXAMPLES = ("moving out before the contract allows it", "stolen bike", "hearty meal for winter")
"""Questions that share hardly a word with the sample documents that answer them."""


def hold(folder: str, query: str) -> int:
    """Index a folder, then search: for `query`, or for what the person types, or for examples where nobody can type.

    The sample has a library of its own, so that it does not turn up among the person's files.

    Args:
        folder: the folder; "" for the sample library.
        query: what to search for; "" to ask.

    Returns:
        The exit code of the command that failed, or 0.
    """
    findling = [str(environment.COMMAND), *([] if folder else ["--library", str(SAMPLE_LIBRARY)])]
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
    """Search for what the person types, until that is nothing."""
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
    """A command as the person's shell takes it."""
    return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
