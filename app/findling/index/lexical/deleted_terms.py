"""Terms of deleted entries, which a segment of tantivy's keeps until it is written again."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.index.lexical.schema import ID, MARKER

if TYPE_CHECKING:
    from pathlib import Path

    from tantivy import DocAddress, Searcher


@dataclass(frozen=True, slots=True)
class DeletedTerms:
    """Words of dropped entries in an index, and the entries to be rewritten to be rid of them.

    Attributes:
        dead: dropped entries whose words are still there.
        labels: entries that share a segment with dropped ones; once all of them are put again, tantivy removes it.
        size: bytes of these segments.
    """

    dead: int = 0
    labels: tuple[int, ...] = ()
    size: int = 0


@dataclass(frozen=True, slots=True)
class _Segment:
    """One segment, as the index's meta file describes it."""

    name: str
    entries: int
    dead: int


def find_deleted_terms(folder: Path, searcher: Searcher) -> DeletedTerms:
    """Find the segments that hold dropped entries.

    Each commit leaves the marker of the last one dead, as the last entry of a segment. Only where no segment has more
    than that are those with one suspected: after merges it may stand anywhere.
    """
    segments = _read_segments(folder)
    # The frequency of a term counts the dead as well.
    dead = sum(segment.dead for segment in segments) - max(searcher.doc_freq(MARKER, 1) - 1, 0)
    if dead <= 0:
        return DeletedTerms()
    live = _list_live(searcher)
    if any(segment.entries - segment.dead != len(live[order]) for order, segment in enumerate(segments)):
        # Merged meanwhile: what the file says and what the searcher sees are two states, and the next time is soon.
        return DeletedTerms(dead)
    suspects = [order for order, segment in enumerate(segments) if segment.dead > int(_ends_dead(segment, live[order]))]
    suspects = suspects or [order for order, segment in enumerate(segments) if segment.dead]
    addresses = [address for order in suspects for address in live[order]]
    labels = [label for label in searcher.fast_field_values(ID, addresses) if label is not None]
    size = sum(_size(folder, segments[order]) for order in suspects)
    return DeletedTerms(dead, tuple(int(label) for label in labels), size)


def _read_segments(folder: Path) -> list[_Segment]:
    """Read the segments of the last commit, in the order in which a searcher numbers them."""
    meta = json.loads((folder / "meta.json").read_bytes())
    return [
        _Segment(
            segment["segment_id"].replace("-", ""),
            segment["max_doc"],
            segment["deletes"]["num_deleted_docs"] if segment["deletes"] else 0,
        )
        for segment in meta["segments"]
    ]


def _list_live(searcher: Searcher) -> defaultdict[int, list[DocAddress]]:
    """List the entries that were not dropped, by segment."""
    from tantivy import Query

    live: defaultdict[int, list[DocAddress]] = defaultdict(list)
    for _, address in searcher.search(Query.all_query(), max(searcher.num_docs, 1), count=False).hits:
        live[address.segment_ord].append(address)
    return live


def _ends_dead(segment: _Segment, live: list[DocAddress]) -> bool:
    return max((address.doc for address in live), default=-1) < segment.entries - 1


def _size(folder: Path, segment: _Segment) -> int:
    return sum(path.stat().st_size for path in folder.glob(f"{segment.name}.*"))
