"""Typed fields of a request's JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from findling.processes.http_api.http_refusal import HttpRefusal

if TYPE_CHECKING:
    from collections.abc import Mapping

_Value = TypeVar("_Value", str, bool, int)


def read_text_fields(document: Mapping[str, object], name: str, most: int) -> list[str]:
    """Read a field of one text, or of several, `most` at most.

    Raises:
        HttpRefusal: there are none, too many, or they are no texts.
    """
    value = document.get(name)
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise HttpRefusal(422, "Validation", f"{name} has to be a text or a list of texts")
    if not texts:
        raise HttpRefusal(400, "Empty", f"{name} is empty")
    if len(texts) > most:
        said = (
            f"{len(texts)} texts are more than the {most} of one request; findling serve --max-batch sets another limit"
        )
        raise HttpRefusal(422, "Validation", said)
    return texts


def read_text_field(document: Mapping[str, object], name: str, usual: str = "") -> str:
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


def read_number_field(document: Mapping[str, object], name: str, *, usual: int) -> int:
    """Read a field of one whole number, not below zero; `usual` where it is missing or null.

    Raises:
        HttpRefusal: it is none.
    """
    value = _read(document, name, usual, "a whole number")
    if isinstance(value, bool) or value < 0:
        raise HttpRefusal(422, "Validation", f"{name} has to be a whole number")
    return value


def _read(document: Mapping[str, object], name: str, usual: _Value, due: str) -> _Value:
    value = document.get(name)
    if value is None:
        return usual
    if not isinstance(value, type(usual)):
        raise HttpRefusal(422, "Validation", f"{name} has to be {due}")
    return value
