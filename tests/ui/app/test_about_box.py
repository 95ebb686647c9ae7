"""The about box names version, privacy and licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QTreeWidget

from findling import __version__
from findling.ui.app.about_box import AboutBox, shipped
from findling.ui.theme.theme import Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_names_the_libraries_that_are_needed_and_those_that_these_need() -> None:
    parts = {part.name for part in shipped()}
    assert {"numpy", "lxml", "onnxruntime", "mdurl"} <= parts
    assert not {"findling", "pytest", "ruff"} & parts


def test_every_part_has_a_licence() -> None:
    assert [part.name for part in shipped() if not part.licence] == []


def test_the_box_tells_version_promise_and_licences(qtbot: QtBot, theme: Theme) -> None:
    box = AboutBox(theme)
    qtbot.addWidget(box)
    words = " ".join(label.text() for label in box.findChildren(QLabel))
    assert __version__ in words
    assert "sends nothing" in words
    assert "Lesser General Public License" in words
    table = box.findChild(QTreeWidget)
    assert table is not None
    rows = [table.topLevelItem(at) for at in range(table.topLevelItemCount())]
    assert {"Qt and PySide6", "Icons by Lucide", "numpy"} <= {row.text(0) for row in rows}
