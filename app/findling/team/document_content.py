"""Content of a document, as the shared library keeps it and names it by."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.storage.name_folding import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.domain.files import Extraction
    from findling.domain.origin import Origin


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """Kind, title, text, dates and people of a document: who has the same file, has the same.

    Attributes:
        origins: its dates and people, as JSON; "" where it says nothing of them.
    """

    kind: str
    title: str
    language: str
    text: str
    origins: str

    @classmethod
    def of(cls, read: Extraction, origins: Iterable[Origin]) -> DocumentContent:
        """Take what a reader got from a file, in a form that PostgreSQL stores."""
        title, text = make_storable(read.title), make_storable(read.text)
        return cls(str(read.kind), title, read.language, text, write_origins(origins))

    @property
    def key(self) -> bytes:
        """Name of the document: a digest that the server's function `name_document` makes as well."""
        origins = [hashlib.sha256(self.origins.encode()).hexdigest()] if self.origins else []
        said = "\n".join((*origins, self.kind, self.language, self.title, self.text))
        return hashlib.sha256(said.encode()).digest()


def make_storable(text: str) -> str:
    """Return a text of the same length that PostgreSQL takes: no zeros, no half surrogates."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def write_origins(origins: Iterable[Origin]) -> str:
    """Return dates and people as JSON, with searched parts folded; "" where there are none."""
    written = [
        {
            "dated_ns": origin.dated_ns,
            "subject": make_storable(origin.subject),
            "folded": fold_name(make_storable(origin.subject)),
            "people": [
                [str(role), make_storable(person), fold_name(make_storable(person))]
                for role, people in origin.people
                for person in people
            ],
        }
        for origin in origins
    ]
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")) if written else ""
