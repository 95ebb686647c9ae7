"""Selection of the window's language and installation of its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from findling.paths import resources

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SOURCE = "en"
"""The language that the texts are written in; its own file holds plurals only."""

KEY_NAMES = (QT_TRANSLATE_NOOP("QShortcut", "Return"),)
"""Names of keys that Qt's own translations leave in English; Qt looks for them among Findling's first."""


def install(app: QApplication, language: str) -> list[QTranslator]:
    """Set the application's language and layout direction.

    Args:
        app: to which the translations are given.
        language: as an ISO 639-1 code; "" for the system's, or English where there is no translation into that.

    Returns:
        The translations in use, to be kept as long as they are to hold.
    """
    locale = _locale(language)
    QLocale.setDefault(locale)
    translators = [
        each
        for prefix, folder in (("qtbase", _qt_folder()), ("findling", str(translations_folder())))
        if (each := _load(locale, prefix, folder)) is not None
    ]
    for each in translators:
        QCoreApplication.installTranslator(each)
    app.setLayoutDirection(locale.textDirection())
    return translators


def languages() -> list[tuple[str, str]]:
    """Return ISO 639-1 codes and native names of the available languages, by name."""
    codes = {path.stem.removeprefix("findling_") for path in translations_folder().glob("findling_*.qm")} | {SOURCE}
    return sorted(((code, _own_name(code)) for code in codes), key=lambda pair: pair[1].casefold())


def translations_folder() -> Path:
    """Return the folder of Findling's translations."""
    return resources() / "translations"


def leading_side() -> Qt.AlignmentFlag:
    """Return the leading alignment, for a field that would follow the keyboard while empty."""
    is_rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def isolate(text: str) -> str:
    """Isolate a name or path from the direction of the text around it (Unicode's FSI)."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def _locale(language: str) -> QLocale:
    """Return the system's locale if it has the language, else the language's default."""
    known = {code for code, _ in languages()}
    system = QLocale.system()
    spoken = QLocale.languageToCode(system.language())
    if spoken in known and language in ("", spoken):
        return system
    return QLocale(language if language in known else SOURCE)


def _load(locale: QLocale, prefix: str, folder: str) -> QTranslator | None:
    # By its own parent, as it has to live on for as long as the application does.
    translator = QTranslator(QCoreApplication.instance())
    code = QLocale.languageToCode(locale.language())
    return translator if translator.load(f"{prefix}_{code}", folder) else None


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def _own_name(code: str) -> str:
    # Most languages write themselves without a capital, which looks like a mistake at the head of a list's line.
    name = QLocale(code).nativeLanguageName()
    return {"en": "English"}.get(code, name[:1].upper() + name[1:])
