"""Embedder: a model with its chunking rules, which cut documents into passages to embed."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.embedding.model_store import ModelStore
from findling.embedding.providers import PROCESSOR
from findling.extraction.chunking.chunker import Chunker
from findling.extraction.chunking.packing import ChunkingRules
from findling.models.active_model import find_active_model

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from findling.domain.files import Extraction, Passage
    from findling.embedding.catalogue import InstalledModel
    from findling.embedding.encoder import Encoder
    from findling.embedding.providers import Provider
    from findling.embedding.remote.remote_encoder import RemoteEncoder
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from findling.storage.database import Database
    from findling.storage.vector_table import Space


class Embedder:
    """One model with the rules of cutting that go with it; together they make a space.

    Attributes:
        encoder: the model.
        fingerprint: names model, tokenizer, precision and chunking rules; vectors meet only where it is equal.
    """

    def __init__(self, encoder: Encoder | RemoteEncoder) -> None:
        spec = encoder.spec
        rules = ChunkingRules.of_model(spec.passage_tokens, spec.heading_tokens)
        self.encoder = encoder
        self._chunker = Chunker(encoder.tokenizer, rules)
        self.fingerprint = f"{encoder.fingerprint}|{self._chunker.stamp}"

    @classmethod
    def open(
        cls,
        paths: LibraryPaths,
        settings: Settings,
        *,
        threads: int = 1,
        model: str = "",
        remote: str = "",
        provider: Provider | None = None,
        begin_thread: Callable[[], None] | None = None,
    ) -> Embedder:
        """Load a model; `begin_thread` is called by each thread that computes.

        Raises:
            ModelError: it is unknown, not installed, or damaged.
            RemoteError: the server cannot be used, or has another model.
        """
        from findling.embedding.encoder import Encoder

        installed = installed_model(paths, model or settings.model)
        encoder = Encoder.open(installed, threads=threads, provider=provider or PROCESSOR, begin_thread=begin_thread)
        if not remote:
            return cls(encoder)
        from findling.embedding.remote.configured_server import open_remote

        return cls(open_remote(encoder, remote))

    def space(self, database: Database) -> Space | None:
        """Return this embedder's space in a library, if it has vectors there."""
        return database.vectors.find_space(self.fingerprint)

    def fits_queries(self, space: Space) -> bool:
        """Return whether its queries fit a space, whose chunking rules may differ."""
        encoder, _, _ = space.fingerprint.partition("|")
        return encoder == self.encoder.fingerprint

    def ensure_space(self, database: Database) -> Space:
        """Return this embedder's space in a library, made if there is none; inside a transaction."""
        return database.vectors.ensure_space(self.fingerprint, self.encoder.spec.id, self.encoder.dimensions)

    def cut(self, extraction: Extraction, ends: Collection[int] = ()) -> tuple[Passage, ...]:
        """Cut a document into passages, which rather end at `ends` than at other places as good."""
        return self._chunker.cut(extraction, ends)

    def texts(self, title: str, text: str, passages: Sequence[Passage]) -> list[str]:
        """Return the text to embed of each passage of a document: title and headings, then its own."""
        return [self._chunker.describe(title, passage) + text[passage.start : passage.end] for passage in passages]

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages, (texts, dimensions) float32."""
        return self.encoder.encode_passages(texts)

    def embed_cancellable(self, texts: Sequence[str], should_stop: Callable[[], bool]) -> NDArray[np.float32] | None:
        """Embed like `embed`; return None where a server was waited for and it should stop."""
        from findling.embedding.remote.remote_encoder import RemoteEncoder

        if isinstance(self.encoder, RemoteEncoder):
            return self.encoder.encode_cancellable(texts, should_stop)
        return self.embed(texts)

    @property
    def provider(self) -> str:
        """The execution provider in use, or the address of a server."""
        return self.encoder.provider

    @property
    def notice(self) -> Notice | None:
        """Notice for the user, as that a device failed; None while there is none."""
        return self.encoder.notice

    def limit(self, threads: int) -> None:
        """Compute on one thread from the next call on, or on all that there are."""
        self.encoder.limit(threads)

    def close(self) -> None:
        """Close the encoder."""
        self.encoder.close()


@dataclass(frozen=True, slots=True)
class BoundEmbedder:
    """An embedder with its own space in one library; vectors are added only through such a pair.

    Raises:
        ValueError: they do not belong together.
    """

    embedder: Embedder
    space: Space

    def __post_init__(self) -> None:
        if self.embedder.fingerprint != self.space.fingerprint:
            raise ValueError(f"vectors of {self.embedder.fingerprint} do not belong into {self.space.fingerprint}")


class SharedEmbedder:
    """Thread-safe embedder that is loaded when first needed; one model at a time."""

    def __init__(self, paths: LibraryPaths, settings: Settings) -> None:
        self._paths = paths
        self._settings = settings
        self._lock = threading.Lock()
        self._embedder: Embedder | None = None

    def get(self, model: str = "") -> Embedder:
        """Return a model's embedder, by default the loaded one or else the library's active one.

        During a switch to another model only one of them has to be in memory. Loading takes some tenths of a second.

        Raises:
            ModelError: the model is unknown, not installed, or damaged.
        """
        with self._lock:
            if self._embedder is None or model not in ("", self._embedder.encoder.spec.id):
                self._embedder = Embedder.open(self._paths, self._settings, model=model or self._choose())
            return self._embedder

    def _choose(self) -> str:
        """Return the active model if it is still installed, else the one that the settings name."""
        answering = find_active_model(self._paths)
        return answering if answering and ModelStore.open(self._paths.models).has(answering) else self._settings.model


def installed_model(paths: LibraryPaths, model_id: str) -> InstalledModel:
    """The model of that name, with the folder that its files lie in.

    Raises:
        ModelError: it is unknown or not installed.
    """
    return ModelStore.open(paths.models).model(model_id)
