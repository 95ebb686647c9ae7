"""The page searches the shared library that was joined or the user's own, and tells who shares what it shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from searchstubs import answer, result, titles

from findling.domain.search import Mode, SortOrder
from findling.messages.team_templates import TeamMessage
from findling.processes.reader.membership_messages import AskMembership, MembershipTold
from findling.processes.reader.search_messages import SearchResponse, SearchShared
from findling.ui.i18n.translation import isolate
from findling.ui.pages.search.result_labels import describe_row
from findling.ui.pages.search.source_button import SourceButton


def tell_membership(link, address):
    number = max(each for each, question in link.asked.items() if isinstance(question, AskMembership))
    link.say(MembershipTold(address), number=number)


@pytest.fixture
def source(page, link):
    """The choice, on a page that has joined a shared library."""
    tell_membership(link, "postgresql://ann@db.example.org/findling")
    return page.findChild(SourceButton)


def choose(qtbot, page, link, words):
    before = len(link.searches)
    next(each for each in page.offered_actions() if each.words == words).do()
    if page.text():
        qtbot.waitUntil(lambda: len(link.searches) > before)


def elsewhere(name):
    return replace(result(name), path=Path(f"bob-pc:/home/bob/{name}"), shared_by="bob", machine="bob-pc")


def test_without_a_shared_library_there_is_no_choice(page, link):
    source = page.findChild(SourceButton)
    assert not source.isVisible()
    tell_membership(link, "")
    assert not source.isVisible()
    assert [each.words for each in page.offered_actions() if "Search in" in each.words] == []


def test_the_shared_library_is_searched_once_it_is_chosen(qtbot, page, box, link, source, results):
    assert source.isVisible()
    qtbot.keyClicks(box, "boat")
    qtbot.waitUntil(lambda: bool(link.searches) and link.searches[-1].query == "boat")
    link.give(result("mine.pdf"))
    choose(qtbot, page, link, "Search in: Shared library")
    assert link.searches[-1] == SearchShared("boat", Mode.HYBRID, order=SortOrder.RELEVANCE)
    link.give(result("mine.pdf"), elsewhere("his.pdf"))
    assert titles(results) == ["mine.pdf", "his.pdf"]
    assert [f"shared by {isolate('bob')}" in describe_row(results.model().row(at)) for at in range(2)] == [False, True]
    choose(qtbot, page, link, "Search in: My files")
    assert link.searches[-1].query == "boat"
    assert not isinstance(link.searches[-1], SearchShared)


def test_who_leaves_the_shared_library_searches_their_own_files_again(qtbot, page, box, link, source):
    qtbot.keyClicks(box, "boat")
    choose(qtbot, page, link, "Search in: Shared library")
    source.refresh()
    tell_membership(link, "")
    qtbot.waitUntil(lambda: not isinstance(link.searches[-1], SearchShared))
    assert not source.isVisible()


def test_that_the_library_on_this_computer_answered_is_said(qtbot, page, box, link, source):
    qtbot.keyClicks(box, "boat")
    choose(qtbot, page, link, "Search in: Shared library")
    reason = TeamMessage.UNREACHABLE(host="db.example.org", reason="timeout")
    found = replace(answer("boat", result("mine.pdf")), notes=(TeamMessage.LOCAL_INSTEAD(reason=reason),))
    link.say(SearchResponse(found))
    said = " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
    assert "This comes from the library on this computer." in said
    assert "cannot be reached: timeout" in said


def test_a_file_on_another_computer_is_not_opened_here_but_its_passage_is_copied(qtbot, page, box, link, source):
    qtbot.keyClicks(box, "boat")
    choose(qtbot, page, link, "Search in: Shared library")
    link.give(elsewhere("his.pdf"))
    qtbot.waitUntil(lambda: page.current() is not None)
    possible = {each.words: each.enabled for each in page.offered_actions()}
    impossible = ("Open the file", "Show the file in its folder", "Versions, and what changed…")
    for words in (*impossible, "Save the results as a list…"):
        assert not possible[words]
    for words in ("Copy the file's path", "Passages like this one", "Only this folder"):
        assert possible[words]


def test_a_change_of_ones_own_files_asks_nothing_of_the_server(qtbot, page, box, link, source):
    qtbot.keyClicks(box, "boat")
    choose(qtbot, page, link, "Search in: Shared library")
    link.give(elsewhere("his.pdf"))
    before = len(link.searches)
    page.refresh()
    qtbot.settle(page)
    assert len(link.searches) == before
