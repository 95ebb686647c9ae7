"""Cuts a document into passages: as long as the model reads, as whole as the text allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import Passage
from findling.extraction.chunking.outline import SEPARATOR, Outline
from findling.extraction.chunking.packing import Packer

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.chunking.chunking_rules import ChunkingRules, PassageTokenizer

VERSION = 1
"""Raised whenever the same document and the same rules would give other passages."""


class Chunker:
    """Cuts documents by the tokens of one model.

    Attributes:
        rules: the lengths that it keeps to.
        stamp: names its version and its rules; passages with another stamp have to be cut again. The tokenizer is
            not in it: the model's own fingerprint names that.
    """

    def __init__(self, tokenizer: PassageTokenizer, rules: ChunkingRules) -> None:
        self._tokenizer = tokenizer
        self.rules = rules
        self.stamp = f"chunker {VERSION}: {rules}"

    def cut(self, extraction: Extraction) -> tuple[Passage, ...]:
        """Cut a document into passages, in time linear in its length.

        Their starts ascend, and together they hold every character of `extraction.text`; white space belongs to the
        passage before it. Each has at most `rules.passage_tokens` tokens when it is tokenised alone, and at most
        `rules.max_chars` code points. None crosses a heading of level 1 or 2 or the beginning of a block that breaks;
        only a heading with nothing of its own stays with the deeper heading below it. They overlap by one sentence
        where a paragraph was cut between two sentences, and nowhere else.
        """
        text, blocks = extraction.text, extraction.blocks
        if not text:
            return ()
        outline = Outline(text, blocks)
        return tuple(
            Passage(start, end, outline.page(start), outline.path(start, end), tokens)
            for start, end, tokens in Packer(text, blocks, self._tokenizer, self.rules).pack()
        )

    def describe(self, title: str, passage: Passage) -> str:
        """Return what is put before a passage's text when it is embedded: title and headings, then a line end.

        Of more than `rules.heading_tokens` tokens the last are kept, since the nearest heading says most.

        Args:
            title: the document's own title, or "". A file's name is no substitute: one that says nothing makes the
                passage harder to find (docs/benchmarks.md, "Passages").
            passage: one of this chunker's.
        """
        path = passage.heading
        if title and path != title and not path.startswith(title + SEPARATOR):
            path = SEPARATOR.join(filter(None, (title, path)))
        path = self._keep_last(path)
        return f"{path}\n" if path else ""

    def _keep_last(self, line: str) -> str:
        """Drop words from the left, or else characters, until no more tokens are left than may stand before a body."""
        limit = self.rules.heading_tokens
        while (excess := len(spans := self._tokenizer.spans(line)) - limit) > 0:
            cut = int(spans[excess, 0]) if limit else len(line)
            word = line.find(" ", cut - 1) + 1 if cut else 0
            line = line[word or max(cut, 1) :].lstrip(" ›")
        return line
