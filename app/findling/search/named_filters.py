"""Labels and topics named by a query: new names of renamed ones, notes on unknown ones."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.labels import fold_label
from findling.domain.topics import GroupingState
from findling.messages.library_templates import LabelMessage
from findling.messages.topic_templates import TopicMessage
from findling.storage.topic_terms import fold_topic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from findling.messages.notice import Notice
    from findling.search.query import ParsedQuery
    from findling.storage.database import Database

_NEAR = 3
"""Names that are proposed at most."""


def resolve_names(
    database: Database, query: ParsedQuery, *, names_others: bool
) -> tuple[ParsedQuery, tuple[Notice, ...]]:
    """Return a query with the present names of labels, and notes on unknown labels and topics.

    Args:
        database: of the library.
        query: that may name a label as it was called before.
        names_others: the reader may hear other names of labels and topics.
    """
    wanted = query.filter
    if not (wanted.labels or wanted.topics):
        return query, ()
    labels = tuple(map(database.labels.current_name, wanted.labels))
    notes: list[Notice] = []
    for name, now in zip(wanted.labels, labels, strict=True):
        if name != now and names_others:
            notes.append(LabelMessage.RENAMED(name=name, now=now))
    notes += _explain_labels(database, labels, names_others=names_others)
    if wanted.topics:
        notes += _explain_topics(database, wanted.topics, names_others=names_others)
    return replace(query, filter=replace(wanted, labels=labels)), tuple(notes)


def _explain_labels(database: Database, wanted: Sequence[str], *, names_others: bool) -> Iterator[Notice]:
    unknown = [name for name in wanted if not database.labels.exists(name)]
    names = {fold_label(each.name): each.name for each in database.labels.all()} if unknown and names_others else {}
    for name in unknown:
        if near := _find_near(fold_label(name), names):
            yield LabelMessage.NO_SUCH_FILTER_BUT(name=name, near=", ".join(near))
        else:
            yield LabelMessage.NO_SUCH_FILTER(name=name)


def _explain_topics(database: Database, wanted: Sequence[str], *, names_others: bool) -> Iterator[Notice]:
    tree = database.topics.tree()
    names = {fold_topic(name): name for topic in tree.topics for name in (topic.name, *(p.name for p in topic.parts))}
    for name in wanted:
        if fold_topic(name) in names:
            continue
        if tree.notice is not None and (names_others or tree.state is GroupingState.UNKNOWN):
            yield TopicMessage.NO_TOPICS(name=name, reason=tree.notice)
        elif near := _find_near(fold_topic(name), names) if names_others else ():
            yield TopicMessage.NO_SUCH_FILTER_BUT(name=name, near="; ".join(near))
        else:
            yield TopicMessage.NO_SUCH_FILTER(name=name)


def _find_near(typed: str, names: Mapping[str, str]) -> list[str]:
    """Return names that hold the typed text, or are held by it or like it.

    `names` are theirs by the folded ones.
    """
    near = [folded for folded in names if typed in folded or folded in typed]
    near += [folded for folded in difflib.get_close_matches(typed, names, _NEAR) if folded not in near]
    return [names[folded] for folded in near[:_NEAR]]
