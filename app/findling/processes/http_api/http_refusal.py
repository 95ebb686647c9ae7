"""Refusal of an HTTP request."""

from __future__ import annotations


class HttpRefusal(Exception):  # noqa: N818 - it is an answer rather than an error
    """The request is at fault, or comes at the wrong time.

    Attributes:
        status: of HTTP.
        kind: TEI's name for it, e.g. "Validation".
        message: what is wrong; never anything of what was sent.
        headers: that belong to the answer.
    """

    def __init__(self, status: int, kind: str, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.message = message
        self.headers = headers or {}
