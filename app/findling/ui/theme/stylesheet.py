"""The style sheet: how plain widgets look by their role, from one template for both sets of colours."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from findling.paths import resources
from findling.ui.theme import tokens as scale
from findling.ui.theme.tokens import DARK, TextSize

if TYPE_CHECKING:
    from findling.ui.theme.tokens import Tokens
    from findling.ui.theme.typeface import Typeface


def make_stylesheet(tokens: Tokens, typeface: Typeface, direction: Qt.LayoutDirection) -> str:
    """The application's style sheet, from resources/theme/findling.qss."""
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
