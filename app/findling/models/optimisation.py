"""A faster build of a model, and the passages on which models are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.model_store import ModelStore
from findling.embedding.quantise.builder import UNMONITORED, BuildForm, BuildMonitor, build
from findling.embedding.tokenizer import Tokenizer
from findling.models.active_model import open_snapshot
from findling.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.models import BuildReport
    from findling.embedding.catalogue import InstalledModel
    from findling.paths import LibraryPaths

_COMPARED = 300
_LEAST = 100
"""Fewest passages of the user's own; with less, texts that ship with Findling are taken too."""
_LEAST_CHARACTERS = 40


def optimise_model(
    paths: LibraryPaths, model_id: str, form: BuildForm = BuildForm.INT8, monitor: BuildMonitor = UNMONITORED
) -> BuildReport:
    """Make a faster build of an installed model, and install it if its vectors agree.

    Takes half a minute for a model of a hundred million parameters, most of it for comparing.

    Raises:
        BuildStoppedError: the monitor says so.
        ModelError: the model is not installed or damaged, or no such build can be made of it.
    """
    store = ModelStore.open(paths.models)
    model = store.model(model_id)
    return build(store, model_id, form, _choose_passages(paths, model), monitor)


def _choose_passages(paths: LibraryPaths, model: InstalledModel) -> list[str]:
    """Return passages of the library, and bundled ones where those are too few."""
    texts = list(dict.fromkeys(library_passages(paths, _COMPARED)))
    if len(texts) < _LEAST:
        texts += [text for text in dict.fromkeys(bundled_passages()) if text not in texts]
    tokenizer = Tokenizer.open(model)
    longest = model.spec.max_tokens - len(tokenizer.encode(model.spec.passage_prefix))
    return [text for text in texts if tokenizer.count(text) <= longest][:_COMPARED]


def library_passages(paths: LibraryPaths, count: int) -> Iterator[str]:
    """Yield about so many passages from all over the library, if anything is embedded."""
    with open_snapshot(paths) as database:
        space = database.spaces.active() if database else None
        if not (database and space):
            return
        ids = list(database.documents.all_ids())
        for document_id in ids[:: max(len(ids) // count, 1)]:
            placed = database.documents.passages(document_id, space.id)
            yield from (passage.text for passage in placed[:: max(len(placed) * len(ids) // count, 1)])


def bundled_passages() -> Iterator[str]:
    """Paragraphs of the models' licences."""
    for path in sorted((resources() / "models" / "licences").glob("*.txt")):
        for part in path.read_text("utf-8").split("\n\n"):
            line = " ".join(part.split())
            if len(line) >= _LEAST_CHARACTERS:
                yield line
