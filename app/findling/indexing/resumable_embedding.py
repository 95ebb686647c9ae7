"""Embedding of documents one by one, of long ones in parts that outlive the process.

They outlive a loss of power as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from blake3 import blake3

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from findling.indexing.adaptive_batch import AdaptiveBatcher
    from findling.storage.database import Database
    from findling.storage.vector_table import Space

LONG = 192
"""Passages from which a document is embedded in parts: some seconds of work, which is what a kill may cost."""


class ResumableEmbedding:
    """Embeds one document after the other; a long one's batches are stored as they are made."""

    def __init__(self, database: Database, space: Space, batcher: AdaptiveBatcher) -> None:
        self._database = database
        self._space = space
        self._batcher = batcher

    def embed(
        self,
        content_hash: bytes,
        texts: Sequence[str],
        advanced: Callable[[int], None],
        should_stop: Callable[[], bool],
    ) -> NDArray[np.float32] | None:
        """Embed a document's texts, those of a long one from where an earlier run stopped.

        Args:
            content_hash: names the document.
            texts: its passages as they are embedded; other texts of the same content begin again.
            advanced: called with the number of passages that were found or made.
            should_stop: asked between batches.

        Returns:
            (texts, dimensions) float32; None if stopped.
        """
        if len(texts) < LONG:
            return self._batcher.embed(texts, advanced, should_stop)
        texts_hash = _digest(texts)
        found = self._database.unfinished.find(content_hash, texts_hash, self._space)
        if len(found):
            advanced(len(found))
        parts = [found]
        count = len(found)
        for matrix in self._batcher.embed_batches(texts[count:], should_stop):
            with self._database.transaction():
                self._database.unfinished.add(content_hash, texts_hash, self._space, count, matrix)
            count += len(matrix)
            parts.append(matrix)
            advanced(len(matrix))
        return np.concatenate(parts) if count == len(texts) else None

    def forget(self, content_hash: bytes, passages: int) -> None:
        """Delete the parts of a document of so many passages, now stored; inside a transaction."""
        if passages >= LONG:
            self._database.unfinished.remove(content_hash, self._space)


def _digest(texts: Sequence[str]) -> bytes:
    """Return a digest of texts and of where each ends."""
    digest = blake3()
    for text in texts:
        encoded = text.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "little"))
        digest.update(encoded)
    return digest.digest()
