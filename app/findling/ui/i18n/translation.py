"""The window's language: what Qt itself says and what we say, from the translations that ship with both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from findling.paths import resources

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SOURCE = "en"
"""The language that the texts are written in; its own file holds plurals only."""


def install(app: QApplication, language: str) -> list[QTranslator]:
    """Have the application speak a language, and run in the direction that it is written in.

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
    """The languages that there are: their ISO 639-1 codes, with what their speakers call them, by that name."""
    codes = {path.stem.removeprefix("findling_") for path in translations_folder().glob("findling_*.qm")} | {SOURCE}
    return sorted(((code, _own_name(code)) for code in codes), key=lambda pair: pair[1].casefold())


def translations_folder() -> Path:
    """Where our translations lie."""
    return resources() / "translations"


def leading_side() -> Qt.AlignmentFlag:
    """Where lines begin in the window's language: for a field whose caret, while it is empty, goes by the keyboard."""
    is_rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def isolate(text: str) -> str:
    """A name or a path within a sentence, so that neither turns the direction of the other's parts (Unicode's FSI)."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def _locale(language: str) -> QLocale:
    """The locale of a language: the person's own way to write dates and numbers where the language is theirs."""
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
