"""Names of topics as compared, and conditions on a file's topics; apart from the vectors."""

from __future__ import annotations

BETWEEN_TERMS = "\n"
"""Separator of the terms that make a name, as they are stored."""


def fold_topic(name: str) -> str:
    """Return a topic's name, or its stored terms, as compared: whatever case and spaces."""
    terms = name.replace(BETWEEN_TERMS, ",").split(",")
    return ", ".join(term for each in terms if (term := " ".join(each.split()).casefold()))


def is_about(topics: int) -> str:
    """Return the condition on files `f` to be about one of so many topics, by folded names."""
    return (
        "EXISTS (SELECT 1 FROM topic_documents about WHERE about.document_id = f.document_id AND about.topic_id IN"
        " (SELECT part.id FROM topics named JOIN topics part ON named.id IN (part.id, part.parent_id)"
        f" WHERE fold_topic(named.terms) IN ({', '.join('?' * topics)})))"
    )
