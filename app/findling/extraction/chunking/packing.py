"""Packing of tokens into passages up to a model's limit, ended at the strongest boundary."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from findling.extraction.chunking.boundaries import Border, find_borders

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import NDArray

    from findling.domain.files import Block

SMALLEST_PASSAGE = 16
"""Tokens; below it a single character of a byte-level vocabulary could fill a passage."""

_OVERLAP, _SMALL_SECTION = 32, 40


class PassageTokenizer(Protocol):
    """Interface of a tokenizer that gives the offsets of the model's tokens."""

    def spans(self, text: str) -> NDArray[np.int32]:
        """Return the tokens' places as int32 (n, 2): start and end, in code points of `text`.

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
    overlap_tokens: int = _OVERLAP
    min_tokens: int = _SMALL_SECTION
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

    @classmethod
    def of_model(cls, passage_tokens: int, heading_tokens: int) -> ChunkingRules:
        """Return the rules for a model's lengths; short passages have less to repeat and join."""
        return cls(
            passage_tokens,
            overlap_tokens=min(_OVERLAP, passage_tokens // 2),
            min_tokens=min(_SMALL_SECTION, passage_tokens - passage_tokens // 4),
            heading_tokens=heading_tokens,
        )

    def __str__(self) -> str:
        return " ".join(f"{field.name}={value}" for field, value in zip(fields(self), astuple(self), strict=True))


class TokenSpan(NamedTuple):
    """`text[start:end]`, with the number of its tokens when tokenised alone."""

    start: int
    end: int
    tokens: int


class Packer:
    """Packs one document's tokens into stretches, by arithmetic on its boundaries.

    The document is tokenised once. Only where a stretch begins or ends inside a word, or between two that no white
    space parts, the tokenizer is asked again, since it may see other tokens there.
    """

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        tokenizer: PassageTokenizer,
        rules: ChunkingRules,
        preferred: Collection[int] = (),
    ) -> None:
        """Prepare a document; of places as good as each other, a stretch ends at a `preferred` one."""
        spans = tokenizer.spans(text)
        borders = find_borders(text, blocks, spans)
        self._text = text
        self._tokenizer = tokenizer
        self._rules = rules
        self._places = borders.places
        self._strengths = borders.strengths
        self._sections = np.flatnonzero(borders.strengths >= Border.SECTION)
        self._walls = np.flatnonzero(borders.strengths == Border.WALL)
        self._preferred = np.isin(borders.places, list(preferred)) if preferred else None

    def pack(self) -> Iterator[TokenSpan]:
        """Yield the stretches in order; they cover the whole text."""
        first = done = 0
        while done < len(self._places) - 1:
            found = self._fill(first, done)
            if found is None:
                # With the sentence that is repeated nothing new would fit.
                first, found = done, self._fill(done, done)
            if found is None:
                end = done + 1 + int(np.argmax(self._strengths[done + 1 :] > Border.NONE))
                yield from self._chop(int(self._places[done]), int(self._places[end]))
                first = done = end
            else:
                end, tokens = found
                yield TokenSpan(int(self._places[first]), int(self._places[end]), tokens)
                first, done = self._step_back(first, end), end

    def _fill(self, first: int, done: int) -> tuple[int, int] | None:
        """Return the end of a stretch from token `first`, beyond `done`, and its number of tokens.

        None if nothing there can be cut short enough.
        """
        reach = first + self._rules.passage_tokens
        while (end := self._choose(first, done, reach)) is not None:
            tokens = self._count(first, end)
            if tokens <= self._rules.passage_tokens:
                return end, tokens
            reach = end - (tokens - self._rules.passage_tokens)
        return None

    def _choose(self, first: int, done: int, reach: int) -> int | None:
        """Return the first section's end past the minimum, else the last of the strongest places.

        Of places of the same strength, one that leaves the rest of the section under the minimum is skipped, and a
        preferred one is taken.
        """
        high = min(reach, self._next(self._walls, done + 1), self._reach_of_chars(first))
        if high <= done:
            return None
        low = max(first + self._rules.min_tokens, done + 1)
        is_short = low > high
        if is_short:
            low = done + 1
        window = self._strengths[low : high + 1]
        best = window.max()
        if best == Border.NONE:
            return None
        if best >= Border.SECTION and not is_short:
            return low + int(np.argmax(window >= Border.SECTION))
        candidates = low + np.flatnonzero(window == best)
        rest = self._next(self._sections, low) - candidates
        roomy = candidates[(rest == 0) | (rest >= self._rules.min_tokens)]
        choice = roomy if roomy.size else candidates
        if self._preferred is not None and (kept := choice[self._preferred[choice]]).size:
            choice = kept
        return int(choice[-1])

    @staticmethod
    def _next(borders: NDArray[np.intp], token: int) -> int:
        """Return the first of the ascending `borders` at or after `token`.

        The text's end is always among them.
        """
        return int(borders[np.searchsorted(borders, token)])

    def _reach_of_chars(self, first: int) -> int:
        """Return the last place within the permitted characters from token `first`."""
        farthest = self._places[first] + self._rules.max_chars
        return int(np.searchsorted(self._places, farthest, side="right")) - 1

    def _count(self, first: int, end: int) -> int:
        start, stop = int(self._places[first]), int(self._places[end])
        if self._is_apart(start) and self._is_apart(stop):
            return end - first
        return len(self._tokenizer.spans(self._text[start:stop]))

    def _is_apart(self, place: int) -> bool:
        """Return whether white space precedes `place`, so that a cut there changes no token."""
        return place in (0, len(self._text)) or self._text[place - 1].isspace()

    def _step_back(self, first: int, end: int) -> int:
        """Return the start of the stretch after `end`: a sentence earlier, if a paragraph was cut."""
        if self._strengths[end] != Border.SENTENCE:
            return end
        earliest = max(end - self._rules.overlap_tokens, first + 1)
        begins = np.flatnonzero(self._strengths[earliest:end] >= Border.SENTENCE)
        return earliest + int(begins[-1]) if begins.size else end

    def _chop(self, start: int, stop: int) -> Iterator[TokenSpan]:
        """Cut `text[start:stop]`, which has no boundary, by characters."""
        while start < stop:
            end = min(start + self._rules.max_chars, stop)
            while (tokens := len(self._tokenizer.spans(self._text[start:end]))) > self._rules.passage_tokens:
                end = start + (end - start) // 2
            yield TokenSpan(start, end, tokens)
            start = end
