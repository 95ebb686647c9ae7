"""Links ask for a search or for a look at a file of the library, and for nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from findling.domain.launch_request import LaunchRequest
from findling.errors import UsageError
from findling.sharing.desktop_links import is_link, make_file_link, make_search_link, parse_link
from findling.sharing.file_references import make_address

LETTER = LaunchRequest(query='in:"/home/me/my letter.pdf"')
NAMES = st.binary(min_size=1, max_size=20).filter(lambda name: not set(name) & set(b'/"\x7f') and min(name) >= 32)
PATHS = st.lists(NAMES.map(os.fsdecode), min_size=1, max_size=4).map(lambda names: Path(os.sep, *names))


@pytest.mark.parametrize(
    ("link", "request_"),
    [
        ("findling:search?q=stolen%20bike", LaunchRequest(query="stolen bike")),
        ("findling:search?q=stolen+bike", LaunchRequest(query="stolen bike")),
        ("findling:search?q=c%2B%2B%26c", LaunchRequest(query="c++&c")),
        ("findling:search?q=type:pdf+a%0Ab", None),
        ("FINDLING:search?q=Stra%C3%9Fe", LaunchRequest(query="Straße")),
        ("findling:search?q=Straße", LaunchRequest(query="Straße")),
        ("findling:show?path=/home/me/my%20letter.pdf", LETTER),
        ("findling:show?path=%2Fhome%2Fme%2Fmy+letter.pdf", LETTER),
        ("findling:///home/me/my%20letter.pdf", LETTER),
        ("findling:show?path=/home/me/a.pdf&q=damp+patch", LaunchRequest(query='in:"/home/me/a.pdf" damp patch')),
    ],
)
def test_what_a_link_asks_for(link, request_):
    if request_ is None:
        with pytest.raises(UsageError):
            parse_link(link)
    else:
        assert parse_link(link) == request_


@pytest.mark.parametrize(
    "verb", ["delete", "index", "add", "quit", "open", "similar", "Search", "search/", "", "%73earch"]
)
def test_a_verb_that_is_not_known_is_refused_in_one_line(verb):
    with pytest.raises(UsageError, match="does not do") as refusal:
        parse_link(f"findling:{verb}?q=a&path=/b")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/?q=a",
        "findling:search",
        "findling:search?",
        "findling:search?q=",
        "findling:search?q=%20",
        "findling:search?q=a&q=b",
        "findling:search?q=a&path=/b",
        "findling:search?q=a&",
        "findling:search?q=a#b",
        "findling:search?q=%",
        "findling:search?q=%zz",
        "findling:search?q=%ff",
        "findling:search?q=a%00",
        "findling:search?q=a b",
        "findling:search?q=" + "a" * 3_000,
        "findling:show?q=a",
        "findling:show?path=",
        "findling:show?path=letter.pdf",
        "findling:show?path=~/letter.pdf",
        "findling:show?path=/home/me/../you/letter.pdf",
        "findling:show?path=/home/me/%2e%2e/you/letter.pdf",
        "findling:show?path=/a%22+in:/b",
        "findling:show?path=/a%E2%80%9D",
        "findling://host/letter.pdf",
        "findling:///a/%2e%2e/b",
        "findling:///a?q=b",
        "findling://",
    ],
)
def test_what_is_no_plain_link_is_refused_in_one_line(link):
    with pytest.raises(UsageError) as refusal:
        parse_link(link)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 300


@given(PATHS)
@example(Path("/a/\udcff+%20&q=b#?.pdf"))
def test_a_file_is_shown_by_the_link_and_by_the_address_that_name_it(path):
    shown = LaunchRequest(query=f'in:"{path}"')
    if any(mark in str(path) for mark in "“”„‟") or ".." in path.parts:
        return
    assert parse_link(make_file_link(path)) == shown
    assert parse_link(make_address(path)) == shown
    assert parse_link(make_file_link(path, "damp  patch")) == LaunchRequest(query=f'in:"{path}" damp patch')


@given(st.text(max_size=60).filter(lambda text: text.strip() and text.isprintable()))
def test_a_search_link_says_what_was_asked_for(query):
    assert parse_link(make_search_link(query)) == LaunchRequest(query=" ".join(query.split()))


@given(st.text(max_size=80), st.sampled_from(["", "search?q=", "show?path=/", "//"]))
def test_whatever_a_link_says_it_only_searches_or_is_refused(text, beginning):
    link = f"findling:{beginning}{text}"
    assert is_link(link)
    try:
        request = parse_link(link)
    except UsageError:
        return
    assert request == LaunchRequest(query=request.query)
    assert "\n" not in request.query
