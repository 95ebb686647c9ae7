"""A faster build of a model, tried on the user's own passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.model_store import ModelStore
from findling.embedding.quantise.builder import UNWATCHED, Build, Form, Supervision, build
from findling.embedding.tokenizer import Tokenizer
from findling.models.sample_passages import own_passages, shipped_passages

if TYPE_CHECKING:
    from findling.embedding.catalogue import InstalledModel
    from findling.paths import LibraryPaths

COMPARED = 300
_LEAST = 100
"""With fewer passages of the user's own, texts that ship with Findling are taken too."""


def speed_up(
    paths: LibraryPaths, model_id: str, form: Form = Form.INTEGERS, supervision: Supervision = UNWATCHED
) -> Build:
    """Make a faster build of an installed model; it is there afterwards if its vectors agree, under the name it says.

    Takes half a minute for a model of a hundred million parameters, most of it for comparing.

    Raises:
        BuildStoppedError: whoever looks on had it left off.
        ModelError: the model is not installed or damaged, or no such build can be made of it.
    """
    store = ModelStore.open(paths.models)
    model = store.model(model_id)
    return build(store, model_id, form, _choose_passages(paths, model), supervision)


def _choose_passages(paths: LibraryPaths, model: InstalledModel) -> list[str]:
    """Passages from all over the library, and of what ships with Findling where there are too few."""
    texts = list(dict.fromkeys(own_passages(paths, COMPARED)))
    if len(texts) < _LEAST:
        texts += [text for text in dict.fromkeys(shipped_passages()) if text not in texts]
    tokenizer = Tokenizer.open(model)
    longest = model.spec.max_tokens - len(tokenizer.encode(model.spec.passage_prefix))
    return [text for text in texts if tokenizer.count(text) <= longest][:COMPARED]
