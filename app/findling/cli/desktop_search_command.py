"""Command that answers the search of the desktop, and lets it ask or not: desktop-search."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, print_json
from findling.errors import UsageError
from findling.messages.sharing_templates import SharingMessage

BUS_NAME = "org.findling.Search"


@click.command("desktop-search")
@click.option("--on/--off", "is_on", default=None, help="Let the desktop search what you share, or no more.")
@click.option("--idle-seconds", default=60.0, type=click.FloatRange(min=0), hidden=True)
@pass_context
def desktop_search(context: Context, is_on: bool | None, idle_seconds: float) -> None:
    """Let GNOME's or KDE's own search find what you share (findling share); it is off at first.

    The desktop starts this command itself, over D-Bus, and it ends when nothing was asked for a minute.
    """
    if is_on is None:
        _serve(context, idle_seconds)
        return
    from findling.settings import read_settings, write_settings

    context.paths.create()
    write_settings(context.paths.settings, replace(read_settings(context.paths.settings), desktop_search=is_on))
    if context.json:
        print_json({"desktop_search": is_on})
        return
    console().print(f"The desktop's own search finds {'what you share' if is_on else 'nothing of it any more'}.")
    if is_on:
        console().print("What that is: findling share")


def _serve(context: Context, idle_seconds: float) -> None:
    if not sys.platform.startswith("linux"):
        raise UsageError(SharingMessage.NO_DESKTOP_SEARCH())
    from findling.log import start_logging
    from findling.processes.desktop_search.bus_service import BusService, connect_to_bus
    from findling.processes.desktop_search.desktop_answers import DesktopAnswers
    from findling.processes.desktop_search.krunner_provider import KRunnerProvider
    from findling.processes.desktop_search.shell_provider import ShellProvider
    from findling.processes.desktop_search.window_launcher import WindowLauncher

    context.paths.create()
    start_logging(context.paths.log)
    answers, window = DesktopAnswers(context.paths), WindowLauncher(context.paths)
    with connect_to_bus() as connection:
        objects = (ShellProvider(answers, window).build(), KRunnerProvider(answers, window, connection).build())
        BusService(connection, BUS_NAME, objects, idle_seconds).run()
