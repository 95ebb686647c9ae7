"""Sample of a library for a trial, by folder and type, bounded by characters to embed."""

from __future__ import annotations

import zlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.trials import SampleText
from findling.format_table import format_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from findling.storage.content_table import ReadContent
    from findling.storage.database import Database

MOST_DOCUMENTS = 400
LEAST_SAMPLE = 30
"""Documents that make a sample: with fewer, every model finds everything."""

LONGEST_TEXT = 8_000
"""Characters of a document that are taken: some twenty passages, of the hundreds that a book has."""
_LEAST_TEXT = 250
_SEED = 20_16


@dataclass(frozen=True, slots=True)
class RequiredText:
    """Document that a sample has to hold, and the place in it, in characters, that was found."""

    content: str
    place: int = 0


class LibrarySample:
    """Draws documents of one library; the caller holds a snapshot."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def draw(self, characters: float) -> list[SampleText]:
        """Draw documents until so many characters are taken; of those known to be alike only one is.

        Each folder and type has the share that it has of the library, whatever the length of the sample.
        """
        chosen: list[SampleText] = []
        ids: set[int] = set()
        alike = self._find_alike()
        taken = 0
        for content in interleave(self._database.contents.all()):
            if len(chosen) >= MOST_DOCUMENTS or (taken >= characters and len(chosen) >= LEAST_SAMPLE):
                break
            text = self._read(content.document_id, RequiredText(content.name), content.name)
            if text and len(text.text) >= _LEAST_TEXT and not alike[content.document_id] & ids:
                chosen.append(text)
                ids.add(content.document_id)
                taken += len(text.text)
        return chosen

    def read(self, wanted: Sequence[RequiredText]) -> list[SampleText]:
        """Read certain documents, as far as the library still has them."""
        found = self._database.contents.find([each.content for each in wanted])
        texts = (self._read(found[each.content], each, "") for each in wanted if each.content in found)
        return [text for text in texts if text]

    def _read(self, document_id: int, wanted: RequiredText, seed: str) -> SampleText | None:
        found = self._database.documents.text(document_id)
        if found is None or not found[1].strip():
            return None
        title, text, _ = found
        # A heading that is the title would stand in the sample twice.
        body = text.lstrip()[len(title) :] if title and text.lstrip().startswith(title) else text
        return SampleText(wanted.content, title, _cut_out(body, wanted.place, seed))

    def _find_alike(self) -> Mapping[int, set[int]]:
        alike: dict[int, set[int]] = defaultdict(set)
        for pair in self._database.duplicates.pairs():
            alike[pair.first].add(pair.second)
            alike[pair.second].add(pair.first)
        return alike


def interleave(contents: Sequence[ReadContent]) -> Iterator[ReadContent]:
    """Yield contents in an order of chance of which every beginning is a stratified sample.

    Within its stratum, the n-th of N has the place (n - u) / N, with a chance u for each stratum.
    """
    strata: dict[tuple[Path, str], list[ReadContent]] = defaultdict(list)
    for content in contents:
        strata[_find_folder(content), format_of(content.kind).families[0]].append(content)
    rng = np.random.default_rng(_SEED)
    places: list[tuple[float, ReadContent]] = []
    for stratum in sorted(strata, key=str):
        members, start = strata[stratum], float(rng.random())
        order = rng.permutation(len(members))
        places += [((number + start) / len(members), members[at]) for number, at in enumerate(order)]
    places.sort(key=lambda each: (each[0], each[1].name))
    yield from (content for _, content in places)


def _find_folder(content: ReadContent) -> Path:
    """Return the folder just below the library's folder that a file is in, or that one itself."""
    inner = content.path.relative_to(content.folder).parts if content.folder in content.path.parents else ()
    return content.folder / inner[0] if len(inner) > 1 else content.folder


def _cut_out(text: str, place: int, seed: str) -> str:
    """Return a part of a long text around a place, or a random one, from a line's start on."""
    if len(text) <= LONGEST_TEXT:
        return text
    last = len(text) - LONGEST_TEXT
    wanted = zlib.crc32(seed.encode()) % last if seed else place - LONGEST_TEXT // 2
    start = min(max(wanted, 0), last)
    line = text.rfind("\n", max(start - LONGEST_TEXT // 8, 0), start) + 1
    return text[line or start :][:LONGEST_TEXT]
