"""The model in use as the engine sees it: what cuts a document into passages, and what turns them into vectors."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from findling.embedding.catalogue import InstalledModel, find_model, read_catalogue
from findling.errors import ModelError
from findling.extraction.chunking import Chunker, ChunkingRules

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from findling.embedding.encoder import Encoder
    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from findling.storage.database import Database
    from findling.storage.vectors import Space
    from findling.types import Extraction, Passage


class Embedder:
    """One model with the rules of cutting that go with it; together they make a space.

    Attributes:
        encoder: the model.
        fingerprint: names model, tokenizer, precision and chunking rules; vectors meet only where it is equal.
    """

    def __init__(self, encoder: Encoder) -> None:
        spec = encoder.spec
        rules = ChunkingRules(passage_tokens=spec.passage_tokens, heading_tokens=spec.heading_tokens)
        self.encoder = encoder
        self._chunker = Chunker(encoder.tokenizer, rules)
        self.fingerprint = f"{encoder.fingerprint}|{self._chunker.stamp}"

    @classmethod
    def open(cls, paths: LibraryPaths, settings: Settings, *, threads: int = 1) -> Embedder:
        """Load the model that the settings name.

        Raises:
            ModelError: it is unknown, not installed, or damaged.
        """
        from findling.embedding.encoder import Encoder

        return cls(Encoder.open(installed_model(paths, settings.model), threads=threads))

    def space(self, database: Database) -> Space | None:
        """This embedder's space in a library, if it has vectors there."""
        return database.vectors.find_space(self.fingerprint)

    def ensure_space(self, database: Database) -> Space:
        """This embedder's space in a library, made if there is none; inside a transaction."""
        return database.vectors.ensure_space(self.fingerprint, self.encoder.spec.id, self.encoder.dimensions)

    def cut(self, extraction: Extraction) -> tuple[Passage, ...]:
        """Cut a document into passages."""
        return self._chunker.cut(extraction)

    def texts(self, extraction: Extraction, passages: Sequence[Passage]) -> list[str]:
        """What is embedded of each passage: title and headings, then its own text."""
        return [
            self._chunker.describe(extraction.title, passage) + extraction.text[passage.start : passage.end]
            for passage in passages
        ]

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages, (texts, dimensions) float32."""
        return self.encoder.encode_passages(texts)

    def close(self) -> None:
        """Let the encoder's threads end."""
        self.encoder.close()


class SharedEmbedder:
    """An embedder that is loaded when it is first wanted, by whichever thread wants it first."""

    def __init__(self, paths: LibraryPaths, settings: Settings) -> None:
        self._paths = paths
        self._settings = settings
        self._lock = threading.Lock()
        self._embedder: Embedder | None = None

    def get(self) -> Embedder:
        """The embedder; loading it takes some tenths of a second.

        Raises:
            ModelError: the model is unknown, not installed, or damaged.
        """
        with self._lock:
            if self._embedder is None:
                self._embedder = Embedder.open(self._paths, self._settings)
            return self._embedder


def installed_model(paths: LibraryPaths, model_id: str) -> InstalledModel:
    """The model of that name, with the folder that its files lie in.

    Raises:
        ModelError: it is unknown or not installed.
    """
    spec = find_model(model_id, read_catalogue())
    if spec.bundled:
        return InstalledModel.bundled(spec)
    model = InstalledModel(spec, paths.models / spec.id)
    if not model.folder.is_dir():
        raise ModelError(f"The model {model_id} is not installed.", "Choose another: findling models")
    return model
