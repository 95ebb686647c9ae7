"""Refusal of an HTTP request."""

from __future__ import annotations


class HttpRefusal(Exception):  # noqa: N818 - it is an answer rather than an error
    """The request is at fault, or comes at the wrong time.

    Attributes:
        status: of HTTP.
        kind: TEI's name for it, e.g. "Validation".
        words: what is wrong; never anything of what was sent.
        headers: that belong to the answer.
    """

    def __init__(self, status: int, kind: str, words: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(words)
        self.status = status
        self.kind = kind
        self.words = words
        self.headers = headers or {}
