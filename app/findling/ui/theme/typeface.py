"""The type scale on the system's own font."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from findling.ui.theme.tokens import TextSize

# Desktops come with 11 to 16 pixels. Who set more wants larger text everywhere, up to twice the size.
_LARGEST_USUAL = 16
_LARGEST_FACTOR = 2.0


class Typeface:
    """Fonts of one family in the scale's sizes."""

    def __init__(self, system: QFont) -> None:
        self._system = QFont(system)
        self._fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        pixels = QFontInfo(system).pixelSize()
        self._factor = min(pixels / TextSize.BODY, _LARGEST_FACTOR) if pixels > _LARGEST_USUAL else 1.0

    def pixels(self, size: TextSize) -> int:
        """The height of a size, larger where the system's font is set to be large."""
        return round(size * self._factor)

    def font(self, size: TextSize, *, medium: bool = False, mono: bool = False) -> QFont:
        """A font, with figures that are all equally wide where the family has them."""
        font = QFont(self._fixed if mono else self._system)
        font.setPixelSize(self.pixels(size))
        font.setWeight(QFont.Weight.DemiBold if medium else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font
