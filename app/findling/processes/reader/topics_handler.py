"""Handler of questions on topics and the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.search import Mode
from findling.domain.topics import GroupingState, TopicMap, TopicTree
from findling.processes.reader.request_thread import RequestHandler
from findling.processes.reader.topic_messages import (
    AskMapFiles,
    AskTopicFiles,
    AskTopicMap,
    AskTopics,
    FindOnMap,
    FoundOnMap,
    MapFiles,
    TopicFiles,
)
from findling.topics.topic_map import draw_map

if TYPE_CHECKING:
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_connection import LibraryConnection
    from findling.search.library_reader import Library


_MOST_FILTERED = 10_000
"""Documents that light up at most for a query of filters alone."""


class TopicsHandler(RequestHandler):
    """Handler of topics, their files, and the map."""

    questions = (AskTopics, AskTopicFiles, AskTopicMap, AskMapFiles)

    def __init__(self, connection: LibraryConnection) -> None:
        self._connection = connection

    def answer(self, context: RequestContext) -> Reply:
        """Read what is stored."""
        question = context.question
        with self._connection.library() as library:
            match question:
                case AskTopics():
                    return _read_tree(library)
                case AskTopicFiles(topic_id, offset, limit):
                    files = library.database.topics.files(topic_id, limit, offset) if library else []
                    return TopicFiles(topic_id, offset, tuple(files))
                case AskTopicMap():
                    return _read_map(library)
                case AskMapFiles(document_ids):
                    return MapFiles(tuple(library.database.topics.files_of(document_ids) if library else ()))
        raise TypeError(f"{type(question).__name__} is not about topics")


class MapSearchHandler(RequestHandler):
    """Handler of searches whose results light up on the map, apart from slower work."""

    questions = (FindOnMap,)

    def __init__(self, connection: LibraryConnection) -> None:
        self._connection = connection

    def answer(self, context: RequestContext) -> Reply:
        """Search by words and meaning."""
        question = context.question
        assert isinstance(question, FindOnMap)
        with self._connection.library() as library:
            if library is None:
                return FoundOnMap(question.query, ())
            with library.prepare(question.query, Mode.HYBRID) as prepared:
                # What filters alone leave is no ranking, of which the first would be the best.
                limit = question.limit if prepared.question.query.text else _MOST_FILTERED
                found = tuple(each.candidate.document_id for each in prepared.search.rank(limit))
        return FoundOnMap(question.query, found, prepared.notes)


def _read_tree(library: Library | None) -> TopicTree:
    if library is None:
        return TopicTree(GroupingState.UNKNOWN)
    with library.database.reading():
        return library.database.topics.tree()


def _read_map(library: Library | None) -> TopicMap:
    if library is None:
        return TopicMap()
    with library.database.reading():
        return draw_map(library.database)
