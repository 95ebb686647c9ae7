"""The values by which a library can be narrowed are counted as its filters find them."""

from __future__ import annotations

import os
from datetime import datetime, timedelta

import pytest

from findling.domain.facets import Facets
from findling.search.library_reader import Library
from workspace import Workspace

GERMAN = "Sehr geehrte Damen und Herren, hiermit kündige ich den Vertrag für mein Telefon zum Ende des Monats. " * 3
ENGLISH = "The boiler of the house has to be looked at before the winter comes, and somebody has to be there. " * 3


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    workspace = Workspace.at(tmp_path_factory.mktemp("facets"))
    for name, text in (("a.txt", ENGLISH), ("notes/b.md", ENGLISH), ("notes/old/c.txt", GERMAN), ("notes/d.eml", "")):
        workspace.write(name, text)
    old = datetime.now().astimezone() - timedelta(days=500)
    os.utime(workspace.folder / "notes/old/c.txt", (old.timestamp(), old.timestamp()))
    workspace.index()
    with workspace.reading() as library:
        yield library


@pytest.fixture(scope="module")
def facets(library: Library) -> Facets:
    return library.facets()


def test_each_value_leaves_as_many_files_as_are_counted(library, facets):
    assert facets.files == 4
    for key, values in (
        ("type", facets.types), ("in", facets.folders), ("lang", facets.languages), ("after", facets.days)
    ):  # fmt: skip
        assert values
        for facet in values:
            found = library.search(f'{key}:"{facet.value}"', limit=50).results
            assert sum(1 + len(result.copies) for result in found) == facet.count, (key, facet)


def test_the_most_frequent_values_come_first_and_the_latest_days(facets):
    assert [facet.count for facet in facets.folders] == [4, 3, 1]
    assert (facets.days[0].value, facets.days[-1].value) == ("today", "last-year")
