"""Command group, global options, and the mapping of errors to messages and exit codes."""

from __future__ import annotations

import itertools
import logging
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import shell_complete

from findling import __version__
from findling.cli.context import Context
from findling.cli.output import make_line
from findling.domain.launch_request import LaunchRequest
from findling.errors import FindlingError, UsageError
from findling.log import start_logging
from findling.messages.command_templates import CommandMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage
from findling.paths import LibraryPaths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.cli.context import OpenWindow
    from findling.messages.notice import Notice

_FAILED, USAGE, INTERRUPTED = 1, 2, 130

_COMPLETION = "_FINDLING_COMPLETE"
"""Variable by which a shell asks for completions; its name and values are click's."""

_MODULES = {
    "app": "app_command",
    "add": "folder_commands",
    "remove": "folder_commands",
    "forget": "folder_commands",
    "folders": "folder_commands",
    "index": "index_command",
    "search": "search_commands",
    "similar": "search_commands",
    "duplicates": "duplicates_command",
    "topics": "topics_command",
    "check": "check_command",
    "history": "history_command",
    "label": "label_commands",
    "labels": "label_commands",
    "status": "status_commands",
    "files": "status_commands",
    "models": "model_commands",
    "evaluate": "evaluate_command",
    "trial": "trial_command",
    "export": "export_command",
    "doctor": "status_commands",
    "serve": "serve_command",
    "remote": "remote_command",
    "library": "library_command",
    "mcp": "mcp_command",
    "share": "share_commands",
    "calls": "share_commands",
    "wipe": "wipe_command",
    "desktop-search": "desktop_search_command",
    "encrypt": "encryption_commands",
    "decrypt": "encryption_commands",
    "passphrase": "encryption_commands",
}
"""Commands, and the modules of this package in which they stand under their names, with _ for -."""


class _Commands(click.Group):
    """Group whose commands are imported when asked for: none waits for the others' imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _MODULES:
            return None
        command = getattr(import_module(f"findling.cli.{_MODULES[cmd_name]}"), cmd_name.replace("-", "_"))
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Everything stays on this computer. Your files are read where they lie, and never changed.",
)
@click.option(
    "--library", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="Keep database, index and settings in DIR (or in $FINDLING_LIBRARY).",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document.")
@click.option("-v", "--verbose", is_flag=True, help="Write everything to the log file.")
@click.option(
    "--passphrase-stdin", is_flag=True, help="Read the passphrase of an encrypted library from standard input, a line."
)
@click.option("--no-progress", is_flag=True, help="Do not show how work goes.")
@click.version_option(__version__, prog_name="findling", message="%(prog)s %(version)s")
@click.pass_context
def findling(
    click_context: click.Context,
    library: Path | None,
    as_json: bool,
    verbose: bool,
    passphrase_stdin: bool,
    no_progress: bool,
) -> int:
    """Search your own files by what they mean; without a command, in a window."""
    paths = LibraryPaths.choose(library)
    context = Context(paths, as_json, verbose, not no_progress, click_context.obj, passphrase_stdin)
    click_context.obj = context
    if verbose:
        paths.create()
        start_logging(paths.log, verbose=True)
    if click_context.invoked_subcommand is None:
        return context.show_window(LaunchRequest())
    return 0


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run the command line and return the exit status: 0, 1, 2 (usage), 130 (interrupted)."""
    for stream in (sys.stdout, sys.stderr):
        # A file's name may hold what the terminal's encoding cannot say.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if instruction := os.environ.get(_COMPLETION):
        return shell_complete(findling, {}, "findling", _COMPLETION, instruction)
    try:
        # Not by click's own `main`, which turns a closed pipe into a failure.
        with findling.make_context("findling", list(arguments), obj=open_window) as context:
            code = findling.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except BrokenPipeError:
        # Whoever reads our output has seen enough; without this Python complains when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except click.ClickException as error:
        error.show()
        return USAGE if isinstance(error, click.UsageError) else _FAILED
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except UsageError as error:
        return _fail(str(error), USAGE)
    except FindlingError as error:
        logging.getLogger("findling").info("failed", exc_info=True)
        return _fail(str(error), _FAILED)
    except Exception as error:  # noqa: BLE001 - an entry point: what gets here is a bug, and the user is told where it is written
        return _fail(str(_report_bug(error, arguments)), _FAILED)
    return code if isinstance(code, int) else 0


def _fail(message: str, code: int) -> int:
    print(f"findling: {make_line(message)}", file=sys.stderr)
    return code


def _report_bug(error: Exception, arguments: Sequence[str]) -> Notice:
    """Log a bug and return the message about it."""
    library = next((Path(b) for a, b in itertools.pairwise(arguments) if a == "--library"), None)
    paths = LibraryPaths.choose(library)
    bug = SystemMessage.BUG(error=type(error).__name__)
    try:
        paths.create()
        start_logging(paths.log)
    except (OSError, FindlingError):
        return bug.advising(CommandMessage.NOT_LOGGED(log=paths.log))
    logging.getLogger("findling").critical("a bug", exc_info=error)
    return bug.advising(Remedy.REPORT(file=paths.log))
