"""Messages on topics, where there are none."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class TopicMessage(Message):
    """Messages on why there are no topics."""

    NOT_YET = "Topics are made when everything else is done."
    TOO_FEW = "There are too few documents for topics: {documents:number}. From {least:number} on they are grouped."
    ONE_SUBJECT = "All {documents:number} documents are about one subject."
