"""Licence of a model: as its text is recognised, as its model card says, and what to know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.messages.licence_templates import LicenceMessage

if TYPE_CHECKING:
    from findling.messages.notice import Notice

SEPARATOR = ", "
"""Separator of the names of several licences."""

_NON_COMMERCIAL = re.compile(r"(?i)\bnc\b|non-?commercial")
_OWN_TERMS = re.compile(r"(?i)^(gemma|llama)")


@dataclass(frozen=True, slots=True)
class Licence:
    """Licence of a model.

    Attributes:
        name: SPDX identifier, or another name, of the text; "" where there is none, or it is not known.
        stated: what the model card names; "" for nothing.
        text: "" where there is none.
    """

    name: str = ""
    stated: str = ""
    text: str = ""

    @property
    def is_contradicted(self) -> bool:
        """True if text and model card speak of different licences."""
        return bool(self.name and self.stated) and self.stated not in self.name.split(SEPARATOR)

    @property
    def shown(self) -> str:
        """Name under which it is known; "" where nobody says one, or two disagree."""
        return "" if self.is_contradicted else self.name or self.stated

    def list_notes(self) -> tuple[Notice, ...]:
        """Return what has to be known beside the name."""
        return (*self._list_doubts(), *self._list_terms())

    def _list_doubts(self) -> tuple[Notice, ...]:
        if self.is_contradicted:
            return (LicenceMessage.CONTRADICTED(stated=self.stated, name=self.name),)
        if self.name:
            return (LicenceMessage.SEVERAL(),) if SEPARATOR in self.name else ()
        if self.stated:
            said = LicenceMessage.STATED_AND_UNKNOWN if self.text else LicenceMessage.STATED_ONLY
            return (said(stated=self.stated),)
        return (LicenceMessage.UNKNOWN() if self.text else LicenceMessage.NONE_KNOWN(),)

    def _list_terms(self) -> tuple[Notice, ...]:
        names = list(dict.fromkeys(filter(None, (*self.name.split(SEPARATOR), self.stated))))
        return (
            *(LicenceMessage.NON_COMMERCIAL(name=name) for name in names if _NON_COMMERCIAL.search(name)),
            *(LicenceMessage.OWN_TERMS(name=name) for name in names if _OWN_TERMS.search(name)),
        )
