"""Inline notice with buttons for its remedies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel

from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, IconButton, Label
from findling.ui.widgets.remedies import RemedyButtons, find_offers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from findling.messages.notice import Notice
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.remedies import Offer

_ICONS = {"good": "circle-check", "warn": "triangle-alert", "bad": "circle-alert", "soft": "info"}
_ICON_SIZE = 16
_NARROW = 420


class NoticeBar(QFrame):
    """Notice with buttons and a close button; hidden while it has no text."""

    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._theme = theme
        self._tone = "soft"
        self._act: Callable[[], None] | None = None
        self._icon = QLabel()
        self._words = Label()
        self._action = Button("")
        self._action.clicked.connect(self._perform)
        self._remedies = RemedyButtons()
        self._remedies.wanted.connect(self.remedy_wanted)
        self._close = IconButton(theme, "x", self.tr("Put this away"))
        self._close.clicked.connect(self.hide)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self._words, 1)
        self._middle.addWidget(self._remedies)
        self._middle.addWidget(self._action)
        row = QHBoxLayout(self)
        row.setContentsMargins(Spacing.M, Spacing.S, Spacing.S, Spacing.S)
        row.setSpacing(Spacing.M)
        row.addWidget(self._icon)
        row.addLayout(self._middle, 1)
        row.addWidget(self._close)
        theme.changed.connect(self._draw)
        self.hide()

    @property
    def words(self) -> str:
        """Return the text; "" while the notice is hidden."""
        return "" if self.isHidden() else self._words.text()

    @property
    def tone(self) -> str:
        """Return the tone: "soft", "good", "warn" or "bad"."""
        return self._tone

    def tell(self, tone: str, notice: Notice, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a notice, with buttons for the remedies that the window can carry out.

        Args:
            tone: "soft", "good", "warn" or "bad".
            notice: event with its remedies.
            action: label of a further button; "" for none.
            act: called by that button, which also hides the notice.
        """
        self.say(tone, describe(notice), action, act, offers=find_offers(notice))

    def say(
        self,
        tone: str,
        words: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        offers: Sequence[Offer] = (),
    ) -> None:
        """Show a text.

        Args:
            tone: "soft", "good", "warn" or "bad".
            words: one or two sentences.
            action: label of a button; "" for none.
            act: called by that button, which also hides the notice.
            offers: actions of the window elsewhere.
        """
        self._tone, self._act = tone, act
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._remedies.show_offers(offers)
        self._draw()
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hide on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the icon for a screen of another density."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the text where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _perform(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _draw(self) -> None:
        self._icon.setPixmap(self._theme.pixmap(_ICONS[self._tone], _ICON_SIZE, self._tone, self.devicePixelRatioF()))
