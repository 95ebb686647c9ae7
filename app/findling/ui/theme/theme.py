"""Application-wide palette, style sheet, fonts and icons for light and dark mode."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPixmap

from findling.format_table import format_of
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
    """Current theme of the application."""

    changed = Signal()
    """The colours changed; custom painting must be repeated."""

    def __init__(self, app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
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
        """Return the current colours."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Return whether dark mode is on."""
        return self._tokens is DARK

    @cached_property
    def motion(self) -> bool:
        """Return whether animations are allowed; read from the system once."""
        return not prefers_reduced_motion()

    def choose(self, appearance: Appearance) -> None:
        """Choose light or dark mode, or the desktop's."""
        self._appearance = appearance
        self._app.styleHints().setColorScheme(_SCHEMES[appearance])
        self._follow()

    def colour(self, name: str) -> QColor:
        """Return a token as a QColor."""
        return QColor(getattr(self._tokens, name))

    def font(self, size: TextSize, *, medium: bool = False, mono: bool = False) -> QFont:
        """Return the system's font in a size of the scale."""
        return self._typeface.font(size, medium=medium, mono=mono)

    def icon(self, name: str, token: str = _SOFT) -> QIcon:
        """Return an icon in the current colours; see `set_icon`.

        Raises:
            KeyError: the set has no such icon.
        """
        return self._icons.icon(name, self._tokens, token)

    def pixmap(self, name: str, size: int, token: str = _SOFT, ratio: float = 1.0) -> QPixmap:
        """Return an icon as a square pixmap of `size` pixels at 100 %.

        Raises:
            KeyError: the set has no such icon.
        """
        return self._icons.pixmap(name, QSize(size, size), ratio, self._tokens, token)

    def kind_icon(self, kind: FileKind | None) -> QIcon:
        """Return the icon of a kind of file; None is an unknown kind."""
        return self._kind_marks.icon(format_of(kind).icon, self._tokens, "soft")

    def kind_pixmap(self, kind: FileKind | None, size: int, ratio: float = 1.0) -> QPixmap:
        """Return the icon of a kind of file, `size` pixels at 100 % high and wide."""
        return self._kind_marks.pixmap(format_of(kind).icon, QSize(size, size), ratio, self._tokens, "soft")

    def drawing(self, name: str, size: QSize, ratio: float = 1.0) -> QPixmap:
        """Return an illustration for an empty state.

        Raises:
            KeyError: there is no such drawing.
        """
        return self._drawings.pixmap(name, size, ratio, self._tokens, "soft")

    def set_icon(self, target: QAbstractButton | QAction, name: str, token: str = _SOFT) -> None:
        """Give a button or an action an icon that follows the theme.

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
        # Setting it restyles every widget, which takes long.
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet(sheet)


class _ThemedIcon(QObject):
    """Keeps the icon of a button or an action in sync with the theme."""

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
