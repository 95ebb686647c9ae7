"""A text without room loses its middle, and only on the screen."""

from __future__ import annotations

from findling.ui.widgets.controls import ElidedButton

WORDS = "1,062 files, 12 waiting · indexing, about 4 minutes left · ~/Papers/Old/letter & invoice.pdf"


def test_both_ends_stay_where_there_is_little_room(qtbot):
    button = ElidedButton()
    qtbot.addWidget(button)
    button.resize(200, 30)
    button.say(WORDS)
    assert "…" in button.text()
    assert button.text().startswith("1,062")
    assert button.text().endswith(".pdf")
    assert button.accessibleName() == WORDS


def test_all_of_it_is_there_again_with_more_room(qtbot):
    button = ElidedButton()
    qtbot.addWidget(button)
    button.resize(200, 30)
    button.say(WORDS)
    button.show()
    button.resize(2_000, 30)
    qtbot.waitUntil(lambda: button.text() == WORDS.replace("&", "&&"))
