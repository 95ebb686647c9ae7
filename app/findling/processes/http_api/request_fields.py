"""Typed fields of a request's JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from findling.processes.http_api.http_refusal import HttpRefusal

if TYPE_CHECKING:
    from collections.abc import Mapping

_Value = TypeVar("_Value", str, bool)

MAX_TEXTS = 32
"""In one request, as with TEI."""


def read_texts(document: Mapping[str, object], name: str) -> list[str]:
    """Read a field of one text or several.

    Raises:
        HttpRefusal: there are none, too many, or they are no texts.
    """
    value = document.get(name)
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise HttpRefusal(422, "Validation", f"{name} has to be a text or a list of texts")
    if not texts:
        raise HttpRefusal(400, "Empty", f"{name} is empty")
    if len(texts) > MAX_TEXTS:
        raise HttpRefusal(422, "Validation", f"{len(texts)} texts are more than the {MAX_TEXTS} of one request")
    return texts


def read_text(document: Mapping[str, object], name: str, usual: str = "") -> str:
    """Read a field of one text; `usual` where it is missing or null.

    Raises:
        HttpRefusal: it is no text.
    """
    return _read(document, name, usual, "a text")


def read_flag(document: Mapping[str, object], name: str, *, usual: bool) -> bool:
    """Read a field that is true or false; `usual` where it is missing or null.

    Raises:
        HttpRefusal: it is neither.
    """
    return _read(document, name, usual, "true or false")


def _read(document: Mapping[str, object], name: str, usual: _Value, due: str) -> _Value:
    value = document.get(name)
    if value is None:
        return usual
    if not isinstance(value, type(usual)):
        raise HttpRefusal(422, "Validation", f"{name} has to be {due}")
    return value
