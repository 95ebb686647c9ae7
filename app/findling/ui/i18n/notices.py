"""Messages of all processes, rendered in the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from findling.frozen_program import is_frozen
from findling.messages.notice import Language, render, render_message, render_remedies
from findling.ui.i18n import formatting
from findling.ui.i18n.language_names import name_language
from findling.ui.i18n.translation import isolate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.messages.notice import Message, Notice

translate = QCoreApplication.translate

_AS_WRITTEN = frozenset({QLocale.Language.English, QLocale.Language.C})
"""Languages in which the templates stand as they were written."""


class WindowLanguage(Language):
    """Language of the window: sentences by Qt's translators, figures by the locale in use."""

    def template(self, message: Message) -> str:
        """Return the window's sentence in its language."""
        said = (is_frozen() and message.frozen) or message.window
        return translate("Messages", said) if said else ""

    def text(self, value: str) -> str:
        """Return a name on one line, isolated from the direction of a foreign sentence."""
        shown = formatting.one_line(value)
        return shown if QLocale().language() in _AS_WRITTEN else isolate(shown)

    def path(self, value: Path) -> str:
        """Return a path, written as `text`."""
        return self.text(str(value))

    def number(self, value: float, digits: int) -> str:
        """Return a number with so many digits behind the point."""
        return QLocale().toString(float(value), "f", digits)

    def size(self, value: float) -> str:
        """Return a number of bytes in the unit that suits it."""
        return formatting.size(round(value))

    def percent(self, value: float) -> str:
        """Return a share of 0..1 as whole percents."""
        return formatting.percent(value)

    def name_language(self, code: str) -> str:
        """Return the name of a language, or its code if it has none."""
        return self.text(name_language(code))

    def name_format(self, label: str) -> str:
        """Return the name of a format."""
        return translate("Kinds", label)

    def enumerate(self, values: Sequence[str]) -> str:
        """Return names parted as the language does it."""
        return translate("Notices", ", ").join(values)


_LANGUAGE = WindowLanguage()


def describe(notice: Notice) -> str:
    """Return what happened and what the user can do about it."""
    return render(notice, _LANGUAGE)


def describe_message(notice: Notice) -> str:
    """Return what happened."""
    return render_message(notice, _LANGUAGE)


def describe_remedies(notice: Notice) -> str:
    """Return what the user can do about it; "" where there is nothing."""
    return render_remedies(notice, _LANGUAGE)
