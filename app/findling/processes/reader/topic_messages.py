"""Questions on topics and the map, and the replies to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from findling.domain.topics import TopicFile, TopicMap, TopicTree
from findling.messages.notice import Notice


@dataclass(frozen=True, slots=True)
class AskTopics:
    """Ask for the topics of the library; the reply is `TopicTree`."""


@dataclass(frozen=True, slots=True)
class AskTopicFiles:
    """Ask for a topic's files, most typical first, from the `offset`th on; None is the library."""

    topic_id: int | None
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class TopicFiles:
    """Files of a topic."""

    topic_id: int | None
    offset: int
    files: tuple[TopicFile, ...]


@dataclass(frozen=True, slots=True)
class AskTopicMap:
    """Ask for the map; the reply is `TopicMap`."""


@dataclass(frozen=True, slots=True)
class AskMapFiles:
    """Ask for the files of some documents on the map."""

    document_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MapFiles:
    """Files of documents on the map, in the order in which they were asked for."""

    files: tuple[TopicFile, ...]


@dataclass(frozen=True, slots=True)
class FindOnMap:
    """Search for documents to show on the map; a query of filters alone is not cut at `limit`."""

    query: str
    limit: int = 60


@dataclass(frozen=True, slots=True)
class FoundOnMap:
    """Documents that were found, the best first, with what the user should know of the query."""

    query: str
    document_ids: tuple[int, ...]
    notes: tuple[Notice, ...] = ()


TopicQuestion: TypeAlias = AskTopics | AskTopicFiles | AskTopicMap | AskMapFiles | FindOnMap
TopicReply: TypeAlias = TopicTree | TopicFiles | TopicMap | MapFiles | FoundOnMap
