"""Command that exports embeddings: export."""

from __future__ import annotations

from pathlib import Path

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, print_json, show_path
from findling.errors import FindlingError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--what", required=True, type=click.Choice(["passages", "files"]))
@pass_context
def export(context: Context, folder: Path, what: str) -> None:
    """Write embeddings (.npy) and what they belong to (.parquet) into DIR, row by row."""
    from findling.search.export import ExportUnit
    from findling.search.export import export as write
    from findling.storage.database import Database

    database = Database.open_for_reading(context.paths.database, context.paths.key)
    try:
        space = database.spaces.active()
        if space is None:
            raise FindlingError(LibraryMessage.NOTHING_INDEXED(), Remedy.ADD_FOLDER())
        done = write(database, space, folder, ExportUnit(what))
    finally:
        database.close()
    if context.json:
        print_json({"rows": done.rows, "dimensions": done.dimensions, "files": [str(path) for path in done.files]})
    else:
        console().print(f"{done.rows:,} rows of {done.dimensions} dimensions: {', '.join(map(show_path, done.files))}")
