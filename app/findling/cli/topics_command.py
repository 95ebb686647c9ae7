"""Command on what is in the library, by topic: topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, make_line, plural, print_json, show_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.domain.topics import Topic, TopicFile

_DEPTH = 2
_SHOWN = 3


@click.command()
@click.option(
    "--depth", default=_DEPTH, show_default=True, type=click.IntRange(1, _DEPTH),
    help="How far topics are divided.",
)  # fmt: skip
@click.option(
    "-n", "limit", default=_SHOWN, show_default=True, type=click.IntRange(0, 1_000_000),
    help="How many files of each, the most typical first.",
)  # fmt: skip
@pass_context
def topics(context: Context, depth: int, limit: int) -> None:
    """Say what the library is about: its documents grouped by meaning, each group with a name."""
    with context.library() as library, library.database.reading():
        tree = library.database.topics.tree()

        def list_files(topic_id: int) -> list[TopicFile]:
            return library.database.topics.files(topic_id, limit)

        if context.json:
            notice = tree.notice
            print_json(
                {
                    "topics": [_as_document(topic, depth, list_files) for topic in tree.topics],
                    "state": tree.state.value,
                    "documents": tree.documents,
                    "notice": str(notice) if notice else None,
                }
            )
            return
        out = console()
        if tree.notice:
            out.print(str(tree.notice))
        for topic in tree.topics:
            for line in _describe(topic, depth, list_files, ""):
                out.print(line)


def _as_document(topic: Topic, depth: int, list_files: Callable[[int], list[TopicFile]]) -> dict[str, object]:
    parts = topic.parts if depth > 1 else ()
    return {
        "id": topic.id,
        "name": topic.name,
        "size": topic.size,
        "files": [{"path": str(file.path), "closeness": round(file.closeness, 4)} for file in list_files(topic.id)],
        "topics": [_as_document(part, depth - 1, list_files) for part in parts],
    }


def _describe(topic: Topic, depth: int, list_files: Callable[[int], list[TopicFile]], margin: str) -> Iterator[str]:
    yield f"{margin}{make_line(topic.name)} ({plural(topic.size, 'document')})"
    parts = topic.parts if depth > 1 else ()
    for part in parts:
        yield from _describe(part, depth - 1, list_files, f"{margin}    ")
    if not parts:
        yield from (f"{margin}    {show_path(file.path)}" for file in list_files(topic.id))
