"""Controls of OpenDocument forms (1.3, part 3, 13): their captions, and what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
_UNSHOWN = frozenset({"hidden", "password"})
_TYPED = frozenset({"text", "textarea", "formatted-text", "number", "date", "time", "combobox", "file"})


def read_control(tag: str, attributes: Mapping[str, str]) -> str:
    """Return the label and the value of a control by its element; "" for any other element."""
    if not tag.startswith(_FORM) or (name := tag.removeprefix(_FORM)) in _UNSHOWN:
        return ""
    value = attributes.get(f"{_FORM}current-value", attributes.get(f"{_FORM}value", "")) if name in _TYPED else ""
    return " ".join(filter(None, (attributes.get(f"{_FORM}label", ""), value)))
