"""Makes the app's icons in all sizes and formats, and the marks of controls, from drawings."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from findling.ui.theme.icons import coloured
from findling.ui.theme.tokens import DARK, LIGHT

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24, 32, 48, 64, 128, 256, 512, 1024)
LARGEST_SMALL = 24
WINDOWS_SIZES = (16, 20, 24, 32, 48, 64, 256)
MAC_SIZES = (16, 32, 64, 128, 256, 512, 1024)
SHADES = {"light": LIGHT, "dark": DARK}
# The mark of a control -> the icon that it is drawn from, its token, its stroke.
CONTROLS = {
    "check": ("check", "on_accent", "3"),
    "minus": ("minus", "on_accent", "3"),
    "tick": ("check", "accent", "2"),
    "x": ("x", "soft", "1.5"),
    "chevron-down": ("chevron-down", "soft", "2"),
    "chevron-up": ("chevron-up", "soft", "2"),
    "chevron-left": ("chevron-left", "soft", "2"),
    "chevron-right": ("chevron-right", "soft", "2"),
}
DOT = """<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">
  <circle cx="12" cy="12" r="5" fill="currentColor"/>
</svg>
"""


def draw(size: int) -> Image.Image:
    """Draw the app's icon, `size` pixels wide and high; small ones from a simpler drawing."""
    name = "findling-small" if size <= LARGEST_SMALL else "findling"
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / f"{name}.svg")).render(painter, QRectF(image.rect()))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(content.data()))


def write_app_icons(folder: Path) -> None:
    """Write the app's icon: a PNG of each size, one file for Windows, one for macOS."""
    images = {size: draw(size) for size in SIZES}
    for size, image in images.items():
        image.save(folder / f"findling-{size}.png", optimize=True)
    _save_all(folder / "findling.ico", [images[size] for size in WINDOWS_SIZES])
    _save_all(folder / "findling.icns", [images[size] for size in MAC_SIZES])


def control_marks() -> dict[str, str]:
    """Return names and contents of the marks that the style sheet shows, which cannot recolour files."""
    marks = {}
    for shade, tokens in SHADES.items():
        for name, (icon, token, stroke) in CONTROLS.items():
            drawing = (ICONS / "lucide" / f"{icon}.svg").read_text("utf-8")
            drawing = drawing.replace('stroke-width="1.5"', f'stroke-width="{stroke}"')
            marks[f"{name}-{shade}.svg"] = coloured(drawing, tokens, token)
        marks[f"dot-{shade}.svg"] = coloured(DOT, tokens, "on_accent")
    return marks


def main() -> None:
    """Write everything into resources/icons."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    write_app_icons(ICONS / "app")
    for name, content in control_marks().items():
        (ICONS / "controls" / name).write_text(content, "utf-8")
    app.quit()


def _save_all(path: Path, images: list[Image.Image]) -> None:
    largest = images[-1]
    sizes = [image.size for image in images]
    largest.save(path, sizes=sizes, append_images=images[:-1])


if __name__ == "__main__":
    main()
