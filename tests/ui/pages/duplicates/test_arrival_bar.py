"""Files that came lately and are known already stand above the groups, and lead to their own."""

from __future__ import annotations

from duplicatestubs import HOME, GroupsStub
from PySide6.QtWidgets import QMenu, QPushButton

from findling.domain.duplicate_check import Arrival, CheckedFile, KnownFile, Verdict
from findling.ui.pages.duplicates.page import DuplicatesPage


def arrival(name: str, verdict: Verdict, known: str) -> Arrival:
    return Arrival(CheckedFile(HOME / name, verdict, (KnownFile(HOME / known, verdict),)), 1)


def ask_to_see(page: DuplicatesPage) -> None:
    page.arrivals.findChild(QPushButton).click()


def test_nothing_is_said_where_nothing_came(page):
    assert page.arrivals.words == ""


def test_one_that_came_says_what_it_is_and_leads_to_its_group(link: GroupsStub, show):
    link.arrivals = (arrival("draft (2).txt", Verdict.NEWER_VERSION, "draft.txt"),)
    page = show()
    assert page.arrivals.words == "draft (2).txt has come, and is a newer version of draft.txt."
    ask_to_see(page)
    assert page.groups.current.members[0].path == HOME / "draft.txt"


def test_of_several_each_can_be_gone_to(link: GroupsStub, show):
    link.arrivals = (
        arrival("letter (2).txt", Verdict.SAME_TEXT, "letter.txt"),
        arrival("inbox/report.txt", Verdict.IDENTICAL, "report.txt"),
    )
    page = show()
    assert page.arrivals.words.startswith("2 files have come that are like others. letter (2).txt has come")
    ask_to_see(page)
    (menu,) = page.arrivals.findChildren(QMenu)
    assert str(HOME / "report.txt") in menu.actions()[1].text()
    menu.actions()[0].trigger()
    menu.close()
    assert page.groups.current.members[0].path == HOME / "letter.txt"


def test_a_group_that_is_not_listed_is_said_to_be_elsewhere(link: GroupsStub, show):
    link.arrivals = (arrival("other.txt", Verdict.NEAR, "another.txt"),)
    page = show()
    ask_to_see(page)
    assert "other.txt" in page.notice.words
