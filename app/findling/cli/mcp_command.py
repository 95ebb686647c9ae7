"""Command that serves assistants on standard streams, and registers itself with them: mcp."""

from __future__ import annotations

import sys

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, print_json, show_path


@click.command()
@click.option("--register", is_flag=True, help="Enter Findling into the settings of the assistants on this computer.")
@click.option("--unregister", is_flag=True, help="Take Findling out of their settings again.")
@click.option("--assistant", "names", multiple=True, metavar="NAME", help="Only this one; may be given several times.")
@pass_context
def mcp(context: Context, register: bool, unregister: bool, names: tuple[str, ...]) -> None:
    """Let assistants search and read what you share, by the Model Context Protocol.

    An assistant starts this command itself, and speaks with it over standard input and output; --register tells the
    assistants found on this computer how. Nothing is shared unless you share it (`findling share`), and
    `findling calls` shows what was asked.
    """
    if register or unregister:
        _change_entries(context, names, register=register)
        return
    if sys.stdin.isatty():
        print("Waiting for an assistant on standard input. To enter it into yours: findling mcp --register",
              file=sys.stderr)  # fmt: skip
    _serve(context)


def _serve(context: Context) -> None:
    import anyio

    from findling.log import start_logging
    from findling.processes.mcp_server.assistant_server import serve_streams
    from findling.sharing.access_gate import AccessGate

    context.paths.create()
    start_logging(context.paths.log)
    gate = AccessGate(context.paths, context.settings)
    anyio.run(serve_streams, gate)


def _change_entries(context: Context, names: tuple[str, ...], *, register: bool) -> None:
    from findling.sharing.assistants import choose_assistants, find_entry, register_assistant, unregister_assistant

    entry = find_entry(context.paths)
    changed = [
        (assistant, register_assistant(assistant, entry) if register else unregister_assistant(assistant))
        for assistant in choose_assistants(names)
    ]
    if context.json:
        documents = [
            {"name": assistant.name, "file": str(assistant.file), "registered": register, "changed": is_changed}
            for assistant, is_changed in changed
        ]
        print_json({"assistants": documents})
        return
    for assistant, is_changed in changed:
        said = ("entered" if register else "taken out") if is_changed else "as it was"
        console().print(f"{assistant.title}: {said} ({show_path(assistant.file)})")
    if register:
        console().print("Start them again. What they may see: findling share FOLDER")
