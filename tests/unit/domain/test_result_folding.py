"""Versions of one document among results become one, where the best of them stood."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from findling.domain.result_folding import fold_versions
from findling.domain.search import Relevance, Result, ResultVersion
from findling.formats import FileKind

STRONG, WEAK = Relevance.STRONG, Relevance.WEAK


def chain(name: str, number: int) -> tuple[ResultVersion, ...]:
    return tuple(ResultVersion(Path(f"/{name}{at}"), number - at) for at in range(number))


def result(name: str, version: int = 0, relevance: Relevance = STRONG, versions: int = 3) -> Result:
    all_versions = chain(name, versions)
    return Result(
        Path(f"/{name}{version}"), name, FileKind.TEXT, 0.5, relevance, 0, (), versions=all_versions, version=version
    )


def single(name: str) -> Result:
    return Result(Path(f"/{name}"), name, FileKind.TEXT, 0.5, STRONG, 0, ())


def paths(results: list[Result]) -> list[str]:
    return [str(each.path) for each in results]


def test_the_newest_of_those_that_are_as_relevant_stands_where_the_best_one_stood():
    found = [single("x"), result("a", 2), single("y"), result("a", 1), result("a", 0, WEAK)]
    assert paths(fold_versions(found)) == ["/x", "/a1", "/y"]


def test_a_newer_one_that_is_gone_does_not_stand_for_one_that_is_there():
    found = [result("a", 1), replace(result("a", 0), is_missing=True)]
    assert paths(fold_versions(found)) == ["/a1"]


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 2), st.sampled_from(list(Relevance))),
        unique_by=lambda each: each[:2],
    )
)
def test_each_document_is_there_once_in_the_order_of_its_best_version(drawn):
    found = [result(name, version, relevance) for name, version, relevance in drawn]
    folded = fold_versions(found)
    assert [each.title for each in folded] == list(dict.fromkeys(name for name, _, _ in drawn))
    assert fold_versions(folded) == folded
    first = {each.title: each for each in reversed(found)}
    assert all(each.relevance is first[each.title].relevance for each in folded)
