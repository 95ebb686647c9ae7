"""Expected work of a file before it is read, from its kind and size."""

from __future__ import annotations

import os

from findling.extraction.document import TEXT_LIMIT
from findling.formats import FileKind, format_of, kind_by_name

_TELLING_BYTES = 300_000
"""What a file has beyond so many bytes is pictures, as a rule; `Format.tokens_per_byte` was measured up to there.

Measured with all-MiniLM-L6-v2's tokenizer over the 1,059 readable files of the evaluation set "formats": the sum of
tokens, headings counted with each passage, by the sum of bytes, for each kind; kinds of which it has fewer than five
may be far off. So may any single file, but of folders of a hundred of these files, drawn at random, nine in ten were
taken for 0.7 to 2 times their tokens.
"""

_TOKENS_A_PASSAGE = 125
"""The mean of what `chunking` cuts for the bundled model; another model's passages change the pace by as much."""

_TOKENS_A_FILE = 150
"""What opening a file costs, in tokens that could be embedded meanwhile: 15 ms, of 10,000 tokens a second."""


def expect_tokens(size: int, kind: FileKind) -> float:
    """Estimate the tokens of a file from its size and the average of its kind.

    Of text no more than `TEXT_LIMIT` characters are ever read; a byte counts as one here.
    """
    known = format_of(kind)
    return min(size, TEXT_LIMIT if known.is_all_text else _TELLING_BYTES) * known.tokens_per_byte


def expect_work(path: bytes, size: int) -> float:
    """Estimate the work of a file in tokens, opening it included."""
    kind = kind_by_name(os.fsdecode(path).rpartition(os.sep)[2])
    return _TOKENS_A_FILE + (expect_tokens(size, kind) if kind else 0.0)


def count_work(files: int, passages: int) -> float:
    """Return the finished work in tokens: files opened and passages embedded."""
    return files * _TOKENS_A_FILE + passages * _TOKENS_A_PASSAGE
