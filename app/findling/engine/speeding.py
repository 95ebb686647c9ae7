"""A faster build of a model, tried on the person's own passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.building.builder import Build, Form, build
from findling.embedding.store import ModelStore
from findling.embedding.tokenizer import Tokenizer
from findling.errors import LibraryError
from findling.paths import resources
from findling.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.embedding.catalogue import InstalledModel
    from findling.paths import LibraryPaths

COMPARED = 300
_LEAST_CHARACTERS = 40
_LEAST = 100
"""With fewer passages of the person's own, texts that ship with Findling are taken too."""


def speed_up(paths: LibraryPaths, model_id: str, form: Form = Form.INTEGERS) -> Build:
    """Make a faster build of an installed model; it is there afterwards if its vectors agree, under the name it says.

    Takes half a minute for a model of a hundred million parameters, most of it for comparing.

    Raises:
        ModelError: the model is not installed or damaged, or no such build can be made of it.
    """
    store = ModelStore.open(paths.models)
    model = store.model(model_id)
    return build(store, model_id, form, _choose_passages(paths, model))


def _choose_passages(paths: LibraryPaths, model: InstalledModel) -> list[str]:
    """Passages from all over the library, and of what ships with Findling where there are too few."""
    texts = list(dict.fromkeys(_own_passages(paths)))
    if len(texts) < _LEAST:
        texts += [text for text in dict.fromkeys(_shipped_passages()) if text not in texts]
    tokenizer = Tokenizer.open(model)
    longest = model.spec.max_tokens - len(tokenizer.encode(model.spec.passage_prefix))
    return [text for text in texts if tokenizer.count(text) <= longest][:COMPARED]


def _own_passages(paths: LibraryPaths) -> Iterator[str]:
    try:
        database = Database.open_for_reading(paths.database)
    except LibraryError:
        return
    try:
        with database.reading():
            space = database.spaces.answering()
            ids = list(database.documents.all_ids())
            for document_id in ids[:: max(len(ids) // COMPARED, 1)]:
                placed = database.documents.passages(document_id, space.id) if space else []
                yield from (passage.text for passage in placed[:: max(len(placed) * len(ids) // COMPARED, 1)])
    finally:
        database.close()


def _shipped_passages() -> Iterator[str]:
    """Paragraphs of the models' licences."""
    for path in sorted((resources() / "models" / "licences").glob("*.txt")):
        for part in path.read_text("utf-8").split("\n\n"):
            line = " ".join(part.split())
            if len(line) >= _LEAST_CHARACTERS:
                yield line
