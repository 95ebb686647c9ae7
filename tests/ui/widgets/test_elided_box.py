"""Box that may be narrower than what it offers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from findling.ui.widgets.elided_box import ElidedBox


def paint(box: ElidedBox, width: int, beginning: int) -> bytes:
    """Return what is seen of the beginning of a box of that width."""
    box.resize(width, box.sizeHint().height())
    image = box.grab(QRect(0, 0, beginning, box.height())).toImage()
    return bytes(image.constBits())


@pytest.fixture
def make(qtbot, theme):
    def make_box(words: str) -> ElidedBox:
        box = ElidedBox("Folder")
        qtbot.addWidget(box)
        box.addItem(words)
        box.show()
        return box

    return make_box


@pytest.mark.parametrize("words", ["All folders", "Alle Ordner", "Topic", "W", "Everything that is alike"])
def test_a_box_as_wide_as_it_asks_for_shows_all_of_its_words(make, words):
    box = make(words)
    asked, text = box.sizeHint().width(), box.fontMetrics().horizontalAdvance(words)
    assert paint(box, asked, text) == paint(box, asked + 60, text)


def test_a_narrower_one_ends_in_dots(make):
    box = make("All folders")
    asked, least = box.sizeHint().width(), box.minimumSizeHint().width()
    assert least < asked
    assert paint(box, least, least // 2) != paint(box, asked, least // 2)
