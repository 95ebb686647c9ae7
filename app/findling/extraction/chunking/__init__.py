"""Cutting a document into passages that a model can embed whole, along the seams that its text has."""

from __future__ import annotations

from findling.extraction.chunking.chunker import Chunker
from findling.extraction.chunking.chunking_rules import ChunkingRules, PassageTokenizer

__all__ = ["Chunker", "ChunkingRules", "PassageTokenizer"]
