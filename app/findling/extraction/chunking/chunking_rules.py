"""Parameters of a chunker: the lengths of passages, and the tokenizer's interface."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SMALLEST_PASSAGE = 16
"""Tokens; below it a single character of a byte-level vocabulary could fill a passage."""


class PassageTokenizer(Protocol):
    """Interface of a tokenizer that gives the offsets of the model's tokens."""

    def spans(self, text: str) -> NDArray[np.int32]:
        """Return the tokens' places as an int32 array of shape (n, 2): start and end, in code points of `text`.

        They ascend, special tokens are not among them, and no span begins or ends with white space.
        """
        ...


@dataclass(frozen=True, slots=True)
class ChunkingRules:
    """Lengths by which a document is cut.

    Attributes:
        passage_tokens: the most that a passage may have, counted without heading path and special tokens.
        overlap_tokens: the longest sentence that is repeated where a paragraph had to be cut; 0 repeats none.
        min_tokens: a section shorter than this goes on into its next sibling or child.
        heading_tokens: the most that stands before a passage when it is embedded; 0 embeds the passage alone.
        max_chars: the most code points of a passage, however few tokens a tokenizer makes of them.
    """

    passage_tokens: int
    overlap_tokens: int = 32
    min_tokens: int = 40
    heading_tokens: int = 40
    max_chars: int = 4000

    def __post_init__(self) -> None:
        if self.passage_tokens < SMALLEST_PASSAGE:
            raise ValueError(f"passages of fewer than {SMALLEST_PASSAGE} tokens cannot be promised")
        if not 0 <= self.overlap_tokens <= self.passage_tokens // 2:
            raise ValueError("an overlap has to leave at least half of a passage to new text")
        if not 0 <= self.min_tokens < self.passage_tokens:
            raise ValueError("a small section has to be smaller than a passage")
        if self.heading_tokens < 0 or self.max_chars < 1:
            raise ValueError("lengths are positive")

    def __str__(self) -> str:
        return " ".join(f"{field.name}={value}" for field, value in zip(fields(self), astuple(self), strict=True))
