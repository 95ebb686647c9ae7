"""Table of an e-mail's headers, or of what somebody wrote in a document's properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from findling.ui.i18n.formatting import one_line
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from findling.ui.theme.theme import Theme

_LONGEST = 400
_LONGEST_NAME = 40
# Of a mail names stand as they are written there, and no property has the name of one that is shown.
_PROPERTIES = frozenset(
    {
        QT_TRANSLATE_NOOP("Properties", "Title"),
        QT_TRANSLATE_NOOP("Properties", "Author"),
        QT_TRANSLATE_NOOP("Properties", "Topic"),
        QT_TRANSLATE_NOOP("Properties", "Headline"),
        QT_TRANSLATE_NOOP("Properties", "Keywords"),
        QT_TRANSLATE_NOOP("Properties", "Category"),
        QT_TRANSLATE_NOOP("Properties", "Description"),
        QT_TRANSLATE_NOOP("Properties", "Comment"),
    }
)


class MailHeaders(QWidget):
    """Names and values of headers; hidden if there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._form = QFormLayout()
        self._form.setContentsMargins(Spacing.XL, Spacing.M, Spacing.XL, Spacing.M)
        self._form.setHorizontalSpacing(Spacing.M)
        self._form.setVerticalSpacing(Spacing.XS)
        rule = QFrame()
        set_role(rule, "hairline")
        fill(QVBoxLayout(self), self._form, rule)
        self.hide()

    def show_headers(self, headers: tuple[tuple[str, str], ...]) -> None:
        """Show these names and values."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, value in headers:
            self._form.addRow(self._label(label_property(name), "soft"), self._label(shorten_property(value), ""))
        self.setVisible(bool(headers))

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, textFormat=Qt.TextFormat.PlainText)
        label.setFont(self._theme.font(TextSize.BODY))
        if role:
            set_role(label, role)
            label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            return label
        label.setWordWrap(True)
        label.setMinimumWidth(1)  # or a word of hundreds of letters would widen the window
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return label


def label_property(name: str) -> str:
    """Return the label of a header or a property; of a file's own, the beginning in one line."""
    if name in _PROPERTIES:
        return QCoreApplication.translate("Properties", name)
    name = one_line(" ".join(name.split()))
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def shorten_property(value: str) -> str:
    """Return the beginning of a value, in one paragraph and no longer than anyone reads here."""
    value = " ".join(value.split())
    return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
