"""The theme styles the application, and everything changes with it at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QLabel, QPushButton

from findling.formats import FileKind
from findling.settings import Appearance
from findling.ui.theme.style import Typeface, set_role
from findling.ui.theme.theme import Theme
from findling.ui.theme.tokens import DARK, LIGHT, TextSize


@pytest.fixture
def theme(qapp):
    theme = Theme(qapp, Appearance.LIGHT)
    yield theme
    theme.deleteLater()


def test_the_palette_has_the_tokens_colours(theme, qapp):
    assert qapp.palette().window().color().name() == LIGHT.canvas.lower()
    assert qapp.palette().text().color().name() == LIGHT.ink.lower()
    assert not theme.is_dark


def test_choosing_dark_changes_palette_and_pixmaps_while_running(theme, qapp, qtbot):
    before = theme.pixmap("search", 16).toImage()
    with qtbot.waitSignal(theme.changed):
        theme.choose(Appearance.DARK)
    assert theme.is_dark
    assert qapp.palette().window().color().name() == DARK.canvas.lower()
    assert theme.pixmap("search", 16).toImage() != before


def test_widgets_that_are_there_already_change_too(theme, qtbot):
    label = QLabel("Findling")
    qtbot.addWidget(label)
    set_role(label, "bad")
    label.show()
    light = label.grab().toImage()
    theme.choose(Appearance.DARK)
    assert label.grab().toImage() != light


def test_as_the_desktop_has_it_is_light_where_the_desktop_does_not_say(theme):
    theme.choose(Appearance.DARK)
    theme.choose(Appearance.SYSTEM)
    assert not theme.is_dark


def test_the_windows_icon_is_findlings(theme, qapp):
    assert set(qapp.windowIcon().availableSizes()) >= {QSize(16, 16), QSize(48, 48), QSize(256, 256)}


def test_a_dressed_button_changes_its_icon_with_the_theme(theme, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    theme.set_icon(button, "search", "ink")
    light = image_of(button)
    theme.choose(Appearance.DARK)
    assert image_of(button) != light


def test_dressing_again_replaces_the_icon_for_good(theme):
    action = QAction()
    theme.set_icon(action, "play")
    theme.set_icon(action, "pause")
    theme.choose(Appearance.DARK)
    assert image_of(action) == theme.icon("pause").pixmap(16).toImage()


def test_a_dressed_button_that_is_gone_does_not_matter(theme, qapp):
    button = QPushButton()
    theme.set_icon(button, "search")
    button.deleteLater()
    qapp.sendPostedEvents(None, 0)
    theme.choose(Appearance.DARK)


def test_an_icon_is_drawn_in_its_tokens_colour_at_the_screens_resolution(theme):
    pixmap = theme.pixmap("minus", 16, "accent", ratio=2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.deviceIndependentSize().toSize() == QSize(16, 16)
    assert LIGHT.accent.lower() in colours_in(pixmap.toImage())


def test_a_disabled_icon_is_fainter(theme):
    icon = theme.icon("trash-2")
    assert icon.pixmap(16, icon.Mode.Disabled).toImage() != icon.pixmap(16).toImage()


def test_an_icon_that_the_set_lacks_is_an_error(theme):
    with pytest.raises(KeyError):
        theme.icon("unicorn")


@pytest.mark.parametrize("kind", [None, *FileKind])
def test_every_kind_of_file_has_a_mark(theme, kind):
    assert len(colours_in(theme.kind_pixmap(kind, 20, 2.0).toImage())) > 1


def test_type_keeps_to_its_scale(theme):
    assert theme.font(TextSize.TITLE, medium=True).pixelSize() == 15
    assert theme.font(TextSize.TITLE, medium=True).weight() > theme.font(TextSize.BODY).weight()
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    assert theme.font(TextSize.BODY, mono=True).family() == fixed.family()


@pytest.mark.parametrize(("pixels", "body"), [(12, 13), (16, 13), (20, 20), (60, 26)])
def test_text_is_larger_where_the_systems_font_is_set_to_be_large(qapp, pixels, body):
    system = QFont()
    system.setPixelSize(pixels)
    assert Typeface(system).font(TextSize.BODY).pixelSize() == body


def test_a_role_given_late_is_shown(theme, qtbot):
    label = QLabel("Findling")
    qtbot.addWidget(label)
    label.show()
    set_role(label, "heading")
    assert label.font().pixelSize() == TextSize.SEARCH


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_paddings_follow_the_direction_of_writing(theme, qapp, direction):
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(direction)
    sheet = qapp.styleSheet()
    qapp.setLayoutDirection(before)
    side = "left" if direction is Qt.LayoutDirection.RightToLeft else "right"
    assert f"QComboBox {{ padding-{side}: " in sheet


def image_of(wearer: QPushButton | QAction) -> QImage:
    return wearer.icon().pixmap(16).toImage()


def colours_in(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}
