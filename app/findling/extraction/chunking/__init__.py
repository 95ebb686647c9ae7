"""Division of documents into passages that a model can embed whole."""

from __future__ import annotations

from findling.extraction.chunking.chunker import Chunker
from findling.extraction.chunking.packing import ChunkingRules, PassageTokenizer

__all__ = ["Chunker", "ChunkingRules", "PassageTokenizer"]
