"""SVG files painted in the theme's colours, for `currentColor` and `var(--token)`."""

from __future__ import annotations

import re
from pathlib import Path  # noqa: TC003
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from findling.ui.theme.tokens import Tokens

_VARIABLE = re.compile(r"var\(--([a-z-]+)\)")
# 16 and 20 pixels at 100 and 200 %, 16 at 150 %; Qt makes what lies between from the next larger one.
_ICON_SIDES = (16, 20, 24, 32, 40)
_APP_ICON_SIDES = (16, 24, 32, 48, 64, 128, 256)


class Drawings:
    """Cached pixmaps of the SVG files in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: dict[str, str] = {}
        self._icons: dict[tuple[object, ...], QIcon] = {}
        self._pixmaps: dict[tuple[object, ...], QPixmap] = {}

    def pixmap(self, name: str, size: QSize, ratio: float, tokens: Tokens, token: str) -> QPixmap:
        """Return a drawing scaled into a size.

        Raises:
            KeyError: there is no such drawing.
        """
        key = (name, size.width(), size.height(), ratio, tokens, token)
        if key not in self._pixmaps:
            self._pixmaps[key] = _paint(self._open(name, tokens, token), size, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, tokens: Tokens, token: str) -> QIcon:
        """Return a drawing as an icon for buttons and menus.

        Raises:
            KeyError: there is no such drawing.
        """
        key = (name, tokens, token)
        if key not in self._icons:
            icon = self._icons[key] = QIcon()
            for drawn in self._draw_sides(name, tokens, token):
                icon.addPixmap(drawn)
                # Or else Qt tints it in a selected row.
                icon.addPixmap(drawn, QIcon.Mode.Selected)
            for drawn in self._draw_sides(name, tokens, "faint"):
                icon.addPixmap(drawn, QIcon.Mode.Disabled)
        return self._icons[key]

    def _draw_sides(self, name: str, tokens: Tokens, token: str) -> list[QPixmap]:
        drawing = self._open(name, tokens, token)
        return [_paint(drawing, QSize(side, side), 1.0) for side in _ICON_SIDES]

    def _open(self, name: str, tokens: Tokens, token: str) -> QSvgRenderer:
        if name not in self._texts:
            try:
                self._texts[name] = (self._folder / f"{name}.svg").read_text("utf-8")
            except FileNotFoundError:
                raise KeyError(name) from None
        drawing = QSvgRenderer(QByteArray(coloured(self._texts[name], tokens, token).encode()))
        drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        return drawing


def coloured(text: str, tokens: Tokens, token: str) -> str:
    """Return an SVG text with its colour variables replaced."""
    text = text.replace("currentColor", getattr(tokens, token))
    return _VARIABLE.sub(lambda found: str(getattr(tokens, found[1].replace("-", "_"))), text)


def app_icon(folder: Path) -> QIcon:
    """Return the app's icon from its files: the small sizes are not the large ones scaled."""
    icon = QIcon()
    for side in _APP_ICON_SIDES:
        icon.addFile(str(folder / f"findling-{side}.png"), QSize(side, side))
    return icon


def _paint(drawing: QSvgRenderer, size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
