"""Data of topics: groups of related documents, and where these lie on a map."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from findling.formats import FileKind
from findling.messages.topic_templates import TopicMessage

if TYPE_CHECKING:
    from findling.messages.notice import Notice

LEAST_DOCUMENTS = 50
"""Documents below which a library has too few to tell topics from chance (docs/topics.md)."""


class GroupingState(StrEnum):
    """State of a library's topics.

    Attributes:
        UNKNOWN: nothing was grouped yet.
        TOO_FEW: there are fewer documents than `LEAST_DOCUMENTS`.
        ONE_SUBJECT: all documents are about one subject.
        GROUPED: there are topics.
    """

    UNKNOWN = "unknown"
    TOO_FEW = "too-few"
    ONE_SUBJECT = "one-subject"
    GROUPED = "grouped"


@dataclass(frozen=True, slots=True)
class Topic:
    """Topic with those that it is made of.

    Attributes:
        terms: words that name it, the best first.
        size: documents in it.
        parts: topics that it is made of; none where it is not divided.
    """

    id: int
    terms: tuple[str, ...]
    size: int
    parts: tuple[Topic, ...] = ()

    @property
    def name(self) -> str:
        """Words that name it, as one text."""
        return ", ".join(self.terms)


@dataclass(frozen=True, slots=True)
class TopicTree:
    """Topics of a library, the largest first.

    Attributes:
        documents: that were looked at.
    """

    state: GroupingState
    documents: int = 0
    topics: tuple[Topic, ...] = ()

    @property
    def notice(self) -> Notice | None:
        """Reason for which there are no topics; None where there are."""
        match self.state:
            case GroupingState.UNKNOWN:
                return TopicMessage.NOT_YET()
            case GroupingState.TOO_FEW:
                return TopicMessage.TOO_FEW(documents=self.documents, least=LEAST_DOCUMENTS)
            case GroupingState.ONE_SUBJECT:
                return TopicMessage.ONE_SUBJECT(documents=self.documents)
            case GroupingState.GROUPED:
                return None


@dataclass(frozen=True, slots=True)
class TopicFile:
    """File of a topic.

    Attributes:
        closeness: cosine of its document with the centre of the topic, of centred vectors: the typical ones have most.
    """

    document_id: int
    path: Path
    title: str
    kind: FileKind
    modified_ns: int
    closeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRegion:
    """Region of an outer topic on the map.

    Attributes:
        x, y: where its name stands, in the middle of its documents.
        outline: corners around most of its documents, each a pair of coordinates.
    """

    topic_id: int
    name: str
    size: int
    x: float
    y: float
    outline: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLabel:
    """Label of documents on the map.

    Attributes:
        colour: number of its colour, from 0 on, which stays the same.
        rows: little-endian int32, rows of the documents that bear it, ascending.
    """

    name: str
    colour: int
    rows: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMap:
    """Map of a library's documents, as packed columns with a row for each.

    Attributes:
        document_ids: little-endian int32.
        places: little-endian float32, x and y of each.
        topics: little-endian int16, positions in `regions`; -1 where a document has no topic.
        folders: little-endian int16, positions in `folder_names`.
        kinds: little-endian int16, positions in `kind_names`.
        years: little-endian int16, in which it was changed last.
        folder_names: folders, by the number of their documents; the last stands for all others.
        labels: those that a document bears, by the number of these.
    """

    document_ids: bytes = b""
    places: bytes = b""
    topics: bytes = b""
    folders: bytes = b""
    kinds: bytes = b""
    years: bytes = b""
    regions: tuple[TopicRegion, ...] = ()
    folder_names: tuple[str, ...] = ()
    kind_names: tuple[FileKind, ...] = ()
    labels: tuple[MapLabel, ...] = ()
