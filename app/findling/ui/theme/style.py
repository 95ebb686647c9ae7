"""Palette, style sheet and fonts made from the tokens, and the roles of plain widgets."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette

from findling.paths import resources
from findling.ui.theme import tokens as scale
from findling.ui.theme.tokens import DARK, TextSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.ui.theme.tokens import Tokens

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "soft",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "line",
}
_TEXT_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
# Desktops come with 11 to 16 pixels. Who set more wants larger text everywhere, up to twice the size.
_LARGEST_USUAL = 16
_LARGEST_FACTOR = 2.0


class Typeface:
    """Fonts in the sizes of the type scale."""

    def __init__(self, system: QFont) -> None:
        self._system = QFont(system)
        self._fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        pixels = QFontInfo(system).pixelSize()
        self._factor = min(pixels / TextSize.BODY, _LARGEST_FACTOR) if pixels > _LARGEST_USUAL else 1.0

    def pixels(self, size: TextSize) -> int:
        """Return the height of a size, scaled up with a large system font."""
        return round(size * self._factor)

    def font(self, size: TextSize, *, medium: bool = False, mono: bool = False) -> QFont:
        """Return a font, with tabular figures where the family has them."""
        font = QFont(self._fixed if mono else self._system)
        font.setPixelSize(self.pixels(size))
        font.setWeight(QFont.Weight.DemiBold if medium else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def make_palette(tokens: Tokens) -> QPalette:
    """Make Qt's palette for a set of colours."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, token)))
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(tokens.line))
    return palette


def make_stylesheet(tokens: Tokens, typeface: Typeface, direction: Qt.LayoutDirection) -> str:
    """Make the style sheet from resources/theme/findling.qss."""
    template = Template((resources() / "theme" / "findling.qss").read_text("utf-8"))
    return template.substitute(
        asdict(tokens),
        shade="dark" if tokens is DARK else "light",
        # Qt turns the controls around by itself, but not their paddings and pictures.
        start="right" if direction is Qt.LayoutDirection.RightToLeft else "left",
        end="left" if direction is Qt.LayoutDirection.RightToLeft else "right",
        meta=typeface.pixels(TextSize.META),
        title=typeface.pixels(TextSize.TITLE),
        heading=typeface.pixels(TextSize.SEARCH),
        empty=typeface.pixels(TextSize.EMPTY),
        row_corner=scale.ROW_CORNER,
        popup_corner=scale.POPUP_CORNER,
        # A border of one pixel, and one of two with the focus, on each side.
        search_inside=scale.SEARCH_HEIGHT - 2,
        search_focused=scale.SEARCH_HEIGHT - 4,
    )


def set_role(widget: QWidget, role: str) -> None:
    """Set a widget's role in the style sheet."""
    _set(widget, "role", role)


def set_state(widget: QWidget, state: str) -> None:
    """Set a widget's state in the style sheet: "bad", or "" for none."""
    _set(widget, "state", state)


def _set(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # The style sheet reads properties when it first meets a widget, and not again by itself.
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
