"""A filter that is being typed is completed by the values that the library has."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.facets import Facet, Facets
from findling.search.filter_completion import is_filter_unfinished, propose
from findling.search.query import parse_query

HOME = Path("/home/ada")
FACETS = Facets(
    files=100,
    types=(Facet("pdf", 60), Facet("text", 30), Facet("docx", 10), Facet("odt", 0)),
    folders=(Facet("/home/ada", 90), Facet("/home/ada/My notes", 40), Facet("/srv/notes", 10), Facet("/srv/new", 9)),
    languages=(Facet("en", 70), Facet("de", 20)),
    days=(Facet("today", 3), Facet("7d", 12)),
    dates=(Facet("today", 2), Facet("2023", 9)),
    senders=(Facet("Ann Lee", 7), Facet("lee@x.org", 2), Facet('Bob "B" Ray', 1)),
    recipients=(Facet("Bob", 5),),
    authors=(Facet("Ann Lee", 8),),
)


def proposed(text: str) -> list[tuple[str, int]]:
    return [(proposal.text, proposal.count) for proposal in propose(text, FACETS, HOME)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("type:", [("type:pdf", 60), ("type:text", 30), ("type:docx", 10)]),
        ("lease TYPE:P", [("lease TYPE:pdf", 60)]),
        ("type:pdf,d", [("type:pdf,docx", 10)]),
        ("lang:", [("lang:en", 70), ("lang:de", 20)]),
        ("after:", [("after:today", 3), ("after:7d", 12)]),
        ("before:7", [("before:7d", 88)]),
        ("in:~/m", [('in:"~/My notes"', 40)]),
        ('in:"~/My', [('in:"~/My notes"', 40)]),
        ("in:no", [("in:/srv/notes", 10)]),  # a name within the path
        ("in:/srv/n", [("in:/srv/notes", 10), ("in:/srv/new", 9)]),
        ("date:", [("date:today", 2), ("date:2023", 9)]),
        ("date:20", [("date:2023", 9)]),
        ("from:le", [("from:lee@x.org", 2), ('from:"Ann Lee"', 7)]),
        ("from:bo", [('from:"Bob  B  Ray"', 1)]),
        ("to:", [("to:Bob", 5)]),
        ("author:ann", [('author:"Ann Lee"', 8)]),
        ("subject:", []),
        ("type:pdf", []),  # nothing is left to complete
        ("type:pdf ", []),
        ("type:x", []),
        ("prototype:p", []),
        ("name:", []),
        ("", []),
    ],
)
def test_values_are_proposed_with_the_files_that_they_leave(typed, expected):
    assert proposed(typed) == expected


@given(
    st.sampled_from(["", "lease ", "-draft "]),
    st.sampled_from(["type", "in", "lang", "after", "before", "date", "from", "to", "author"]),
)
def test_whatever_is_proposed_is_a_filter_that_holds(before, key):
    for proposal in propose(f"{before}{key}:", FACETS, HOME):
        parsed = parse_query(proposal.text, now=datetime(2024, 7, 10).astimezone(), home=HOME)
        assert parsed.filter
        assert not parsed.notes
    assert is_filter_unfinished(f"{before}{key}:")
