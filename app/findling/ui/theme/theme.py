"""The theme: puts colours, type and styles on the application, and follows the desktop from light to dark and back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap

from findling.formats import format_of
from findling.paths import resources
from findling.settings import Appearance
from findling.ui.theme.icons import Drawings, app_icon
from findling.ui.theme.motion import prefers_reduced_motion
from findling.ui.theme.style import Typeface, make_palette, make_stylesheet
from findling.ui.theme.tokens import DARK, LIGHT, TextSize

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractButton, QApplication

    from findling.formats import FileKind
    from findling.ui.theme.tokens import Tokens

_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}
_HALF_LIGHT = 128
_SOFT = "soft"


class Theme(QObject):
    """How everything looks, now."""

    changed = Signal()
    """Colours are others now; what was drawn by hand must be drawn again."""

    def __init__(self, app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
        """Dress the application.

        Args:
            app: the application; its palette, style, font and style sheet are the theme's from now on.
            appearance: light, dark, or as the desktop has it.
        """
        super().__init__(app)
        self._app = app
        self._appearance = appearance
        app.setPalette(QPalette())
        self._desktop_is_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < _HALF_LIGHT
        self._typeface = Typeface(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
        self._icons = Drawings(resources() / "icons" / "lucide")
        self._kind_marks = Drawings(resources() / "icons" / "kinds")
        self._drawings = Drawings(resources() / "drawings")
        QDir.setSearchPaths("controls", [str(resources() / "icons" / "controls")])
        app.setStyle("fusion")
        app.setFont(self.font(TextSize.BODY))
        app.setWindowIcon(app_icon(resources() / "icons" / "app"))
        app.styleHints().setColorScheme(_SCHEMES[appearance])
        self._tokens = self._choose_tokens()
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.layoutDirectionChanged.connect(self._apply)

    @property
    def tokens(self) -> Tokens:
        """The colours."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Whether text is light on dark."""
        return self._tokens is DARK

    @cached_property
    def motion(self) -> bool:
        """Whether things may move; not where the system asked for stillness when that was first of interest."""
        return not prefers_reduced_motion()

    def choose(self, appearance: Appearance) -> None:
        """Look light, dark, or as the desktop does."""
        self._appearance = appearance
        self._app.styleHints().setColorScheme(_SCHEMES[appearance])
        self._follow()

    def colour(self, name: str) -> QColor:
        """A token as Qt's colour."""
        return QColor(getattr(self._tokens, name))

    def font(self, size: TextSize, *, medium: bool = False, mono: bool = False) -> QFont:
        """The system's font in a size of the scale."""
        return self._typeface.font(size, medium=medium, mono=mono)

    def icon(self, name: str, token: str = _SOFT) -> QIcon:
        """An icon of the set, in the colour of a token, as it is now; see `set_icon`.

        Raises:
            KeyError: the set has no such icon.
        """
        return self._icons.icon(name, self._tokens, token)

    def pixmap(self, name: str, size: int, token: str = _SOFT, ratio: float = 1.0) -> QPixmap:
        """An icon of the set, `size` pixels at 100 % high and wide.

        Raises:
            KeyError: the set has no such icon.
        """
        return self._icons.pixmap(name, QSize(size, size), ratio, self._tokens, token)

    def kind_icon(self, kind: FileKind | None) -> QIcon:
        """The mark of a kind of file; None is a file of which nothing is known."""
        return self._kind_marks.icon(format_of(kind).icon, self._tokens, "soft")

    def kind_pixmap(self, kind: FileKind | None, size: int, ratio: float = 1.0) -> QPixmap:
        """The mark of a kind of file, `size` pixels at 100 % high and wide."""
        return self._kind_marks.pixmap(format_of(kind).icon, QSize(size, size), ratio, self._tokens, "soft")

    def drawing(self, name: str, size: QSize, ratio: float = 1.0) -> QPixmap:
        """One of the drawings that stand where there is nothing else to show.

        Raises:
            KeyError: there is no such drawing.
        """
        return self._drawings.pixmap(name, size, ratio, self._tokens, "soft")

    def set_icon(self, target: QAbstractButton | QAction, name: str, token: str = _SOFT) -> None:
        """Give a button or an action an icon of the set, which changes with the theme.

        Raises:
            KeyError: the set has no such icon.
        """
        themed = target.findChild(_ThemedIcon, options=Qt.FindChildOption.FindDirectChildrenOnly) or _ThemedIcon(
            self, target
        )
        themed.set_icon(name, token)

    def _follow(self) -> None:
        tokens = self._choose_tokens()
        if tokens is not self._tokens:
            self._tokens = tokens
            self._apply()
            self.changed.emit()

    def _choose_tokens(self) -> Tokens:
        if self._appearance is not Appearance.SYSTEM:
            return DARK if self._appearance is Appearance.DARK else LIGHT
        scheme = self._app.styleHints().colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            return DARK if self._desktop_is_dark else LIGHT
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        self._app.setPalette(make_palette(self._tokens))
        sheet = make_stylesheet(self._tokens, self._typeface, self._app.layoutDirection())
        # Every widget is dressed anew by it, which takes long.
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet(sheet)


class _ThemedIcon(QObject):
    """The icon that something wears; lives as long as its target, and hears of every change of the theme."""

    def __init__(self, theme: Theme, target: QAbstractButton | QAction) -> None:
        super().__init__(target)
        self._theme = theme
        self._target = target
        self._icon = ("", "")
        theme.changed.connect(self._refresh)

    def set_icon(self, name: str, token: str) -> None:
        """Wear this icon from now on."""
        self._target.setIcon(self._theme.icon(name, token))
        self._icon = (name, token)

    def _refresh(self) -> None:
        self._target.setIcon(self._theme.icon(*self._icon))
