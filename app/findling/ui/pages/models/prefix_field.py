"""What stands before a text when a model reads it: what the files say, nothing, or words of the person's."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.wheel_guard import ChoiceBox


class _Source(StrEnum):
    FILES = "files"
    NOTHING = "nothing"
    WORDS = "words"


class PrefixField(QWidget):
    """A choice, and a field for the words where they are the person's."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Offer what can be chosen where nothing is known.

        Args:
            name: what is asked for, for those who hear the page.
            parent: the widget that it stands in.
        """
        super().__init__(parent)
        self._said: str | None = None
        self.source = ChoiceBox[_Source]((), lambda _: self._show())
        self.source.setPlaceholderText(self.tr("Choose…"))
        self.source.setAccessibleName(name)
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("{name}: the words").format(name=name))
        self.words.textChanged.connect(self.changed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Spacing.S)
        line.addWidget(self.source)
        line.addWidget(self.words, 1)
        line.addStretch()
        self.setFocusProxy(self.source)
        self.ask(None)

    @property
    def is_answered(self) -> bool:
        """Whether it is known what stands before a text."""
        return self.source.value in (_Source.FILES, _Source.NOTHING) or bool(self._written)

    @property
    def told(self) -> str | None:
        """What the person says; None for what the files say."""
        match self.source.value:
            case _Source.NOTHING:
                return ""
            case _Source.WORDS:
                return self._written
        return None

    def ask(self, said: str | None) -> None:
        """Ask anew.

        Args:
            said: what the files say; None where they say nothing.
        """
        self._said = said
        words = self.tr("As its files say: “{words}”") if said else self.tr("As its files say: nothing")
        known = ((_Source.FILES, words.format(words=isolate(said))),) if said is not None else ()
        others = ((_Source.NOTHING, self.tr("Nothing")), (_Source.WORDS, self.tr("These words:")))
        self.source.offer((*known, *others))
        if known:
            self.source.show_value(_Source.FILES)
        else:
            self.source.setCurrentIndex(-1)
        self.words.clear()
        self._show()

    @property
    def _written(self) -> str:
        return self.words.text() if self.source.value is _Source.WORDS else ""

    def _show(self) -> None:
        self.words.setVisible(self.source.value is _Source.WORDS)
        if self.source.value is _Source.WORDS:
            self.words.setFocus()
        self.changed.emit()
