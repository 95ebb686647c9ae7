"""A model's tokenizer, safe for any text: nothing cut or padded, bounded memory, no panics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.catalogue import FileRole, InstalledFiles
from findling.errors import ModelError, is_panic
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from tokenizers import Encoding
    from tokenizers import Tokenizer as Backend

WINDOW = 16_384
"""Characters that are tokenised in one go, so that the memory of an encoding is bounded whatever the text."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_LAST_SPACE = re.compile(r"\s(?=\S*\Z)")


@dataclass(frozen=True, slots=True)
class Token:
    """Token of a text from `start` to `end` in code points; special ones stand nowhere."""

    id: int
    text: str
    is_special: bool
    start: int
    end: int


class Tokenizer:
    """The tokens of a text, as one model counts them."""

    def __init__(self, backend: Backend) -> None:
        # Published files switch on truncation and padding, which would cut texts unseen.
        backend.no_truncation()
        backend.no_padding()
        self._backend = backend
        self.special_tokens = backend.num_special_tokens_to_add(is_pair=False)

    @classmethod
    def open(cls, model: InstalledFiles) -> Tokenizer:
        """Load the tokenizer of an installed model.

        Raises:
            ModelError: its file is missing or damaged.
        """
        from tokenizers import Tokenizer as Backend

        path = model.path(FileRole.TOKENIZER)
        try:
            return cls(Backend.from_str(path.read_text(encoding="utf-8")))
        except Exception as error:
            # The library raises bare exceptions for files that it does not understand.
            if type(error) is not Exception and not isinstance(error, OSError | UnicodeDecodeError):
                raise
            not_loaded = ModelMessage.TOKENIZER_NOT_LOADED(file=path, model=model.spec.id, reason=str(error))
            raise ModelError(not_loaded, ModelRemedy.INSTALL_AGAIN()) from error

    def spans(self, text: str) -> NDArray[np.int32]:
        """Return the positions of a text's tokens.

        A text of more than `WINDOW` characters is tokenised in windows that end at white space. Word-piece vocabularies
        never join tokens across white space, so for them the result is that of the whole text, unless a window holds no
        white space at all and a word must be cut.

        Returns:
            (tokens, 2) int32: start and end of each token in code points of `text`, without special tokens, in order.
        """
        parts = [
            np.array(self._encode(window, special=False).offsets, dtype=np.int32).reshape(-1, 2) + offset
            for offset, window in split_windows(text)
        ]
        return np.concatenate(parts) if parts else np.empty((0, 2), dtype=np.int32)

    def count(self, text: str) -> int:
        """Count a text's tokens, without special ones, in windows as `spans` does."""
        return sum(len(self._encode(window, special=False)) for _, window in split_windows(text))

    def encode(self, text: str) -> list[int]:
        """The ids of a text's tokens, special tokens included, as the model takes them."""
        return self._encode(text, special=True).ids

    def list_tokens(self, text: str, *, special: bool) -> list[Token]:
        """List the tokens of a text, with or without special ones."""
        encoding = self._encode(text, special=special)
        return [
            Token(number, token, bool(is_special), start, end)
            for number, token, is_special, (start, end) in zip(
                encoding.ids, encoding.tokens, encoding.special_tokens_mask, encoding.offsets, strict=True
            )
        ]

    def decode(self, ids: Sequence[int]) -> str | None:
        """Return the text of token ids from `encode`; None of others, as another tokenizer's."""
        if not all(0 <= number < self._backend.get_vocab_size() for number in ids):
            return None
        text = self._backend.decode(list(ids))
        return text if self.special_tokens and self.encode(text) == list(ids) else None

    def encode_pair(self, first: str, second: str) -> Encoding:
        """Two texts as a cross-encoder takes them, special tokens included; nothing is cut."""
        return self._encode(first, second, special=True)

    def cut(self, text: str, tokens: int) -> str:
        """Return the beginning of a text of about so many tokens, without reading further.

        A word that is cut through may turn into a token or two more.
        """
        left, end = tokens, 0
        for offset, window in split_windows(text):
            offsets = self._encode(window, special=False).offsets
            if len(offsets) >= left:
                return text[: offset + offsets[left - 1][1]] if left else text[:end]
            left -= len(offsets)
            end = offset + len(window)
        return text

    def _encode(self, text: str, second: str | None = None, *, special: bool) -> Encoding:
        text = _SURROGATES.sub("\ufffd", text)
        if second is not None:
            second = _SURROGATES.sub("\ufffd", second)
        try:
            return self._backend.encode(text, second, add_special_tokens=special)
        except BaseException as error:
            if is_panic(error):
                raise RuntimeError(f"the tokenizer panicked: {error}") from error
            raise


def split_windows(text: str, size: int = WINDOW) -> Iterator[tuple[int, str]]:
    """Split a text after white space into windows of `size` characters at most, with offsets.

    A stretch of `size` characters without white space is cut where it is full.
    """
    start = 0
    while start < len(text):
        window = text[start : start + size]
        if start + size < len(text) and (space := _LAST_SPACE.search(window)):
            window = window[: space.end()]
        yield start, window
        start += len(window)
