"""Messages on topics: where there are none, or not those that a query names."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class TopicMessage(Message):
    """Messages on topics that there are not."""

    NOT_YET = "Topics are made when everything else is done."
    TOO_FEW = "There are too few documents for topics: {documents:number}. From {least:number} on they are grouped."
    ONE_SUBJECT = "All {documents:number} documents are about one subject."
    NO_SUCH_FILTER = "There is no topic {name}, so nothing is found by it."
    NO_SUCH_FILTER_BUT = "There is no topic {name}, so nothing is found by it. There is: {near}."
    NO_TOPICS = "There is no topic {name}, so nothing is found by it. {reason}"
