"""The window as a screen reader has it: a tree of named parts, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from windowparts import focused

from findling.ui.app.page_stack import DUPLICATES, LIBRARY, MODELS, SEARCH, SETTINGS, TOPICS

Role, Text = QAccessible.Role, QAccessible.Text
NAMELESS = {Role.Client, Role.NoRole, Role.Border, Role.LayeredPane, Role.ScrollBar}


def read(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Iterate over all that is shown of a part, as a screen reader walks it."""
    if part.state().invisible:
        return
    yield part
    for at in range(part.childCount()):
        child = part.child(at)
        if child is not None:
            yield from read(child)


def tree(window) -> list[QAccessibleInterface]:
    return list(read(QAccessible.queryAccessibleInterface(window)))


def name(part: QAccessibleInterface) -> str:
    return part.text(Text.Name)


def find(window, role: Role, wanted: str) -> QAccessibleInterface:
    """Find what has a role and a name that begins so."""
    return next(part for part in tree(window) if part.role() == role and name(part).startswith(wanted))


def test_a_document_is_found_chosen_and_read_by_what_a_screen_reader_is_told(qtbot, whole):
    assert find(whole, Role.EditableText, "Search").state().focused
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    rows = [part for part in read(find(whole, Role.List, "Results")) if part.role() == Role.ListItem]
    assert [name(row).split(",")[0] for row in rows] == ["contract.txt", "invoice.txt", "letter.txt"]
    (chosen,) = [row for row in rows if row.state().selected]
    assert name(chosen).startswith(
        "invoice.txt, /home/ada, 14 Nov 2023, strong match, The boiler of invoice.txt leaks."
    )

    def is_shown() -> bool:
        document = find(whole, Role.EditableText, "Document")
        return "All of invoice.txt" in document.textInterface().text(0, document.textInterface().characterCount())

    qtbot.waitUntil(is_shown)
    assert find(whole, Role.EditableText, "Document").state().readOnly
    assert find(whole, Role.Button, "Open the file").state().focusable


def test_parts_come_in_the_order_in_which_they_are_read(whole):
    names = [name(part) for part in tree(whole)]
    wanted = ["Settings", "Search", "Add a filter", "Results", "Open the file", "Document", "Facts", "Pause indexing"]
    places = [len(names) - 1 - names[::-1].index(each) for each in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize("page", [SEARCH, DUPLICATES, TOPICS, LIBRARY, MODELS, SETTINGS])
def test_all_that_takes_the_focus_has_a_name_and_says_what_it_is(qtbot, whole, page):
    whole.show_page(page)
    qtbot.settle(whole)
    parts = [part for part in tree(whole) if part.state().focusable]
    assert [part.role() for part in parts if not name(part).strip()] == []
    assert [name(part) for part in parts if part.role() in NAMELESS] == []
    for part in parts:
        if part.role() in (Role.Slider, Role.ComboBox):
            assert part.text(Text.Value)
            assert part.text(Text.Description) or name(part)


def test_a_choice_among_the_duplicates_says_what_is_chosen_and_of_what(qtbot, whole):
    whole.show_page(DUPLICATES)
    qtbot.settle(whole)
    boxes = [part for part in tree(whole) if part.role() == Role.ComboBox]
    assert [part.text(Text.Description) for part in boxes] == ["Kind", "Folder"]
    assert [part.text(Text.Value) for part in boxes] == ["All kinds", "All folders"]
