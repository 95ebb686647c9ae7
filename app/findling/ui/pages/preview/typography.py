"""How documents of running text are set: a style sheet made from the theme's tokens, for Qt's own HTML."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from findling.ui.theme.tokens import LINE_HEIGHT, Spacing, TextSize

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from findling.ui.theme.theme import Theme

MEASURE = 680
"""The widest that lines of text become, in pixels at 100 %; beyond it the eye loses the next line."""

# Sizes of headings are steps of Qt's own scale: it puts them on top of what a style sheet says in pixels.
_SHEET = Template("""
body, p, li, td, th, dd, dt, blockquote { color: $ink; line-height: $height%; }
p { margin-top: 0; margin-bottom: ${s}px; }
h1 { font-size: x-large; margin-top: ${xl}px; margin-bottom: ${m}px; }
h2 { font-size: large; margin-top: ${xl}px; margin-bottom: ${s}px; }
h3 { font-size: medium; margin-top: ${l}px; margin-bottom: ${s}px; }
h4, h5, h6 { font-size: medium; color: $soft; margin-top: ${l}px; margin-bottom: ${xs}px; }
ul, ol { margin-top: 0; margin-bottom: ${s}px; -qt-list-indent: 1; }
li { margin-bottom: ${xs}px; }
a { color: $accent; text-decoration: none; }
code, tt, kbd, samp { font-family: "$mono"; background-color: $raised; }
pre { font-family: "$mono"; background-color: $raised; margin: ${s}px 0; white-space: pre-wrap; }
hr { background-color: $line; }
blockquote p { color: $soft; }
blockquote { margin-left: ${l}px; margin-right: 0; margin-bottom: ${s}px; }
table { border-collapse: collapse; border: 1px solid $line; margin-top: ${xs}px; margin-bottom: ${m}px; }
th { font-weight: 600; text-align: left; background-color: $raised; }
td, th { border: 1px solid $line; padding: ${xs}px ${s}px; }
""")


def make_style_sheet(theme: Theme, factor: float) -> str:
    """The style sheet.

    Args:
        theme: where colours and fonts come from.
        factor: by how much everything is enlarged.
    """
    spaces = {space.name.lower(): round(space * factor) for space in Spacing}
    tokens = theme.tokens
    colours = {name: getattr(tokens, name) for name in ("ink", "soft", "accent", "raised", "line")}
    mono = theme.font(TextSize.BODY, mono=True).family()
    return _SHEET.substitute(colours, mono=mono, height=_line_height(theme.font(TextSize.BODY)), **spaces)


def _line_height(font: QFont) -> int:
    """In per cent of what the font takes by itself, which differs from font to font."""
    return max(round(100 * LINE_HEIGHT * font.pixelSize() / QFontMetricsF(font).height()), 100)
