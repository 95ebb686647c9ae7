"""A second model for tests: the bundled one under another name, and so in another space."""

from __future__ import annotations

import shutil
from dataclasses import replace

from findling.embedding.model_manifest import write_model_manifest
from findling.embedding.model_store import ModelStore
from findling.paths import LibraryPaths

BUNDLED, STAND_IN = "all-MiniLM-L6-v2", "stand-in"


def install_stand_in(paths: LibraryPaths, *, passage_tokens: int | None = None) -> None:
    """Install it in a library, as a model of the user's own."""
    store = ModelStore.open(paths.models)
    model = store.model(BUNDLED)
    folder = store.folder_of(STAND_IN)
    shutil.copytree(model.folder, folder)
    spec = replace(
        model.spec,
        id=STAND_IN,
        bundled=False,
        passage_tokens=passage_tokens or model.spec.passage_tokens,
        relevance=None,
    )
    write_model_manifest(spec, folder)
