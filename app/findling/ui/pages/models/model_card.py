"""Card of one model: facts, cost and actions; proposals and progress unfold within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from findling.ui.i18n.notices import describe
from findling.ui.pages.models.card_actions import FOLDED, CardAction, CardState, list_actions
from findling.ui.pages.models.model_labels import ModelLabels
from findling.ui.pages.models.proposal import Proposal
from findling.ui.pages.models.quality_bar import QualityBars
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ICON_SIZE, Spacing, TextSize
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Button, ElidedLabel, Label
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from findling.domain.models import Finding, ModelCard, ModelOffer, Verification
    from findling.ui.pages.models.quality_bar import Quality
    from findling.ui.theme.theme import Theme

_SIZE = QSize(640, 560)


class LicenceBox(QDialog):
    """The text of a licence."""

    def __init__(self, card: ModelCard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licence of {model}").format(model=card.id))
        text = QPlainTextEdit(card.license_text, readOnly=True)
        text.setAccessibleName(self.windowTitle())
        text.setFont(theme.font(TextSize.BODY, mono=True))
        # Tab is the way to the button, not a letter of the text.
        text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.L, Spacing.L, Spacing.L, Spacing.L)
        rows.setSpacing(Spacing.M)
        rows.addWidget(Label(": ".join(filter(None, (card.id, card.license))), "title"))
        rows.addWidget(text, 1)
        rows.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)


_SIGNS = {True: ("circle-check", "good"), False: ("circle-alert", "bad"), None: ("info", "soft")}


class FindingsList(QWidget):
    """Findings of a verification, a line for each; hidden while there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._signs: list[tuple[QLabel, bool | None]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, Spacing.S, 0, 0)
        self._grid.setHorizontalSpacing(Spacing.S)
        self._grid.setVerticalSpacing(Spacing.XS)
        self._grid.setColumnStretch(2, 1)
        theme.changed.connect(self._draw)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """Visible text, line by line."""
        items = (self._grid.itemAtPosition(row, 2) for row in range(len(self._signs)))
        return tuple(widget.text() for item in items if item and isinstance(widget := item.widget(), QLabel))

    def show_findings(self, verification: Verification) -> None:
        """Show the findings of a verification."""
        self.clear()
        for row, finding in enumerate(verification.findings):
            self._add(row, finding)
        self._draw()
        self.show()

    def clear(self) -> None:
        """Remove all findings."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._signs.clear()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the icons for another pixel density."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def _add(self, row: int, finding: Finding) -> None:
        sign = QLabel()
        name = Label(self._name(finding.name), "soft", wraps=False)
        detail = Label(describe(finding.detail), "bad" if finding.ok is False else "")
        detail.setAccessibleName(f"{name.text()}: {detail.text()}")
        for column, label in enumerate((sign, name, detail)):
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0))
        self._signs.append((sign, finding.ok))

    def _name(self, name: str) -> str:
        names = {
            "files": self.tr("Files"),
            "graph": self.tr("Computing"),
            "dimensions": self.tr("Dimensions"),
            "length": self.tr("Length"),
            "answer": self.tr("Known answer"),
            "prefix": self.tr("Prefix"),
            "order": self.tr("Order"),
            "speed": self.tr("Speed"),
        }
        return names.get(name, name)

    def _draw(self) -> None:
        for sign, ok in self._signs:
            icon, token = _SIGNS[ok]
            sign.setPixmap(self._theme.pixmap(icon, ICON_SIZE, token, self.devicePixelRatioF()))


_NARROW = 560


class ModelView(QFrame):
    """A model as a card."""

    wanted = Signal(str)
    """A `CardAction` was chosen."""
    licence_wanted = Signal()
    source_wanted = Signal()

    def __init__(self, offer: ModelOffer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.offer = offer
        self._words = ModelLabels(self)
        self._name = ElidedLabel(offer.card.id, "title")
        self._state = Label(wraps=False)
        self._about = Label(role="soft")
        self._purpose = Label()
        self._cost = Label()
        self._facts, self._pinned, self._limits, self._notes = (Label(role="soft") for _ in range(4))
        self._warning = Label(role="warn")
        self._details = QWidget()
        self._unfold = Button("", "quiet")
        self._unfold.clicked.connect(lambda: self._show_details(is_open=self._details.isHidden()))
        self.gauges = QualityBars()
        self.proposal = Proposal()
        self.strip = ProgressStrip()
        self.findings = FindingsList(theme)
        self.notice = NoticeBar(theme)
        # A card within a card would be a box within a box.
        set_role(self.notice, "")
        self._buttons = self._make_buttons()
        self._licence, self._source = Button("", "quiet"), Button(self.tr("Where it comes from"), "quiet")
        self._licence.clicked.connect(self.licence_wanted)
        self._source.clicked.connect(self.source_wanted)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    @property
    def words(self) -> tuple[str, ...]:
        """Visible text, line by line."""
        labels = (self._state, self._about, self._purpose, self._cost)
        return tuple(label.text() for label in labels if not label.isHidden())

    @property
    def details(self) -> tuple[str, ...]:
        """Text that is folded away, line by line; empty while it is."""
        labels = () if self._details.isHidden() else (self._facts, self._pinned)
        return tuple(label.text() for label in labels if not label.isHidden())

    def unfold(self) -> None:
        """Show the technical details."""
        self._show_details(is_open=True)

    def button(self, action: CardAction) -> Button:
        """Return the button of an action."""
        return self._buttons[action]

    def focus(self) -> None:
        """Focus the first available action."""
        for button in self._buttons.values():
            if not button.isHidden() and button.isEnabled():
                button.setFocus()
                return

    def show_offer(
        self, offer: ModelOffer, card_state: CardState, quality: Quality, baseline: Quality | None, *, is_busy: bool
    ) -> None:
        """Show the model's current state.

        `baseline` is the quality of the model in use, None on its own card.
        """
        self.offer = offer
        card = offer.card
        state = self._words.state(card, card_state)
        self.setAccessibleName(f"{card.id}: {state}")
        self._state.setText(state)
        self._state.show_role("good" if card.id in (card_state.wanted, card_state.reranker) else "soft")
        self._about.setText(self._words.describe(card))
        self._facts.setText(self._words.details(card))
        for label, words in (
            (self._limits, self._words.limits(card)),
            (self._notes, self._words.licence_notes(card)),
            (self._warning, self._words.licence_warning(card)),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._purpose.setText(describe(offer.reason) if offer.reason else self._words.purpose(card))
        self._purpose.setVisible(bool(self._purpose.text()))
        self._cost.setText(self._words.cost(offer, card_state.wanted))
        self._show_pinned()
        self.gauges.show_quality(quality, baseline, card.scores)
        self._licence.setText(card.license or self.tr("licence not known"))
        self._licence.setEnabled(bool(card.license_text))
        self._licence.setAccessibleName(self.tr("Licence of {model}: {name}").format(model=card.id, name=card.license))
        self._source.setVisible(bool(card.source))
        self._source.setAccessibleName(self.tr("Where {model} comes from").format(model=card.id))
        self._show_actions(list_actions(card, card_state), is_busy=is_busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cost below the quality in a narrow window."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _show_details(self, *, is_open: bool) -> None:
        self._details.setVisible(is_open)
        self._unfold.setText(self.tr("Fewer details") if is_open else self.tr("Details"))
        words = self.tr("{action}: {model}").format(action=self._unfold.text(), model=self.offer.card.id)
        self._unfold.setAccessibleName(words)

    def _show_pinned(self) -> None:
        count = len(self.offer.card.unhashed)
        self._pinned.setVisible(bool(count) and not self.offer.card.installed)
        self._pinned.setText(
            self.tr("The hash of %Ln of its file(s) was not published: a revision alone names them.", "", count)
        )

    def _show_actions(self, actions: tuple[CardAction, ...], *, is_busy: bool) -> None:
        for action, button in self._buttons.items():
            button.setVisible(action in actions)
            button.setEnabled(not is_busy)
            set_role(button, "primary" if action in (CardAction.USE, CardAction.CALL_OFF) else "")

    def _make_buttons(self) -> dict[CardAction, Button]:
        words = {
            CardAction.USE: self.tr("Use"),
            CardAction.CALL_OFF: self.tr("Call off the change"),
            CardAction.STOP_USING: self.tr("Stop using"),
            CardAction.INSTALL: self.tr("Install…"),
            CardAction.FROM_FOLDER: self.tr("From a folder…"),
            CardAction.SPEED_UP: self.tr("Speed up…"),
            CardAction.SPEED_UP_GRAPHICS: self.tr("Speed up for the graphics card…"),
            CardAction.VERIFY: self.tr("Verify"),
            CardAction.REMOVE: self.tr("Remove…"),
        }
        buttons = {action: Button(each) for action, each in words.items()}
        for action, button in buttons.items():
            name = self.tr("{action}: {model}").format(action=words[action].rstrip("…"), model=self.offer.card.id)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, action=action: self.wanted.emit(action))
        return buttons

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Spacing.M)
        top.addWidget(self._name, 1)
        top.addWidget(self._state)
        cost = QVBoxLayout()
        cost.setSpacing(2)
        cost.addWidget(Label(self.tr("For your folders"), "soft", wraps=False))
        cost.addWidget(self._cost)
        cost.addStretch()
        self._middle.setSpacing(Spacing.M)
        self._middle.addWidget(self.gauges, 1)
        self._middle.addLayout(cost, 1)
        shown, folded = FlowLayout(), FlowLayout()
        for action, button in self._buttons.items():
            (folded if action in FOLDED else shown).addWidget(button)
        shown.addWidget(self._unfold)
        for aside in (self._licence, self._source):
            folded.addWidget(aside)
        for buttons in (shown, folded):
            buttons.setSpacing(Spacing.S)
        facts = (self._facts, self._limits, self._notes, self._pinned)
        fill(QVBoxLayout(self._details), *facts, folded, spacing=Spacing.XS)
        self._show_details(is_open=False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.M)
        rows.setSpacing(Spacing.XS)
        rows.addLayout(top)
        rows.addWidget(self._about)
        rows.addWidget(self._purpose)
        rows.addWidget(self._warning)
        rows.addSpacing(Spacing.S)
        rows.addLayout(self._middle)
        rows.addSpacing(Spacing.S)
        rows.addLayout(shown)
        for part in (self._details, self.proposal, self.strip, self.notice, self.findings):
            rows.addWidget(part)
