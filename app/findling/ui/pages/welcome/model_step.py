"""Second step: the choice among the models that suit the chosen folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from findling.embedding.install.hub_address import hub_name
from findling.ipc.failures import Failed
from findling.processes.model_jobs.messages import Install
from findling.processes.reader.model_messages import ModelChoices, WeighModels
from findling.ui.i18n import formatting
from findling.ui.pages.welcome.choice_card import ChoiceCard
from findling.ui.pages.welcome.welcome_steps import WelcomeStep
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.library import Survey
    from findling.domain.models import ModelOffer
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme


class ModelStep(WelcomeStep):
    """Two or three cards: what is ready, and what understands more, each with its cost."""

    chosen = Signal(object)
    """An `Install`, or the id of a model that is installed."""
    back_wanted = Signal()

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("How well shall Findling understand?"),
            self.tr("A model tells what a text is about. It runs on this computer. You can change it later."),
            self.tr("Continue"),
            parent,
        )
        self._choices: ModelChoices | None = None
        self._is_counted = False
        self._cards: dict[str, ChoiceCard] = {}
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._show_consequence)
        self._looking = Label(self.tr("Looking at what suits your files…"), "soft")
        self._internet = Label()
        self.notice = NoticeBar(theme)
        self._polling = Polling(link, self._receive, rest_ms=0, parent=self)
        self.middle.addWidget(self._looking)
        self.middle.addWidget(self.notice)
        self.middle.addWidget(self._internet)
        self.middle.addWidget(Label(self.tr("Reading your files has begun already."), "soft"))
        back = Button(self.tr("Back"))
        back.clicked.connect(self.back_wanted)
        self.buttons.addWidget(back)
        self.go_on.clicked.connect(self._choose)
        self._show_consequence()

    @property
    def cards(self) -> tuple[ChoiceCard, ...]:
        """The cards, in their order."""
        return tuple(self._cards.values())

    @property
    def consequence(self) -> str:
        """The sentence about the internet; "" where nothing is downloaded."""
        return self._internet.text() if self._internet.isVisibleTo(self) else ""

    def weigh(self, surveys: tuple[Survey, ...], *, counted: bool) -> None:
        """Ask what suits folders; unless they are `counted`, their cost is not known yet."""
        self._is_counted = counted
        self._polling.ask_instead(WeighModels(surveys))

    def stop(self) -> None:
        """Ask no more."""
        self._polling.forget()

    def _receive(self, reply: Reply) -> None:
        if isinstance(reply, ModelChoices):
            self._show_choices(reply)
        elif isinstance(reply, Failed):
            self.notice.tell("bad", reply.notice)
        self._looking.hide()

    def _show_choices(self, choices: ModelChoices) -> None:
        before = self._find_chosen()
        self._choices = choices
        for model in self._cards.keys() - {offer.card.id for offer in choices.offers}:
            self._drop(model)
        for at, offer in enumerate(choices.offers):
            self._card(offer.card.id, at).show_offer(
                offer, recommended=offer.card.id == choices.recommended, counted=self._is_counted
            )
        kept = before.card.id if before and before.card.id in self._cards else choices.offers[0].card.id
        self._cards[kept].radio.setChecked(True)
        self._show_consequence()

    def _card(self, model: str, at: int) -> ChoiceCard:
        if model not in self._cards:
            card = self._cards[model] = ChoiceCard()
            card.folder_chosen.connect(self._show_consequence)
            self._group.addButton(card.radio)
            self.middle.insertWidget(at, card)
        return self._cards[model]

    def _drop(self, model: str) -> None:
        card = self._cards.pop(model)
        self._group.removeButton(card.radio)
        self.middle.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _find_chosen(self) -> ModelOffer | None:
        offers = self._choices.offers if self._choices else ()
        ticked = (offer for offer in offers if offer.card.id in self._cards)
        return next((offer for offer in ticked if self._cards[offer.card.id].radio.isChecked()), None)

    def _show_consequence(self) -> None:
        """Say what is downloaded from where, before it is."""
        offer = self._find_chosen()
        is_download = offer is not None and not offer.card.installed and self._cards[offer.card.id].folder is None
        self._internet.setVisible(is_download)
        self.go_on.setText(self.tr("Continue"))
        if offer is None or not is_download:
            return
        size = formatting.size(offer.card.bytes) if offer.card.bytes else self.tr("an unknown size")
        words = self.tr(
            "This goes to the internet: {size} from {hub}. Nothing is sent but the names of the files. Until it is"
            " there and has read your files, the model that is part of Findling answers."
        )
        self._internet.setText(words.format(size=size, hub=hub_name()))
        self.go_on.setText(self.tr("Download {size}").format(size=size))

    def _choose(self) -> None:
        offer = self._find_chosen()
        if offer is not None and not offer.card.installed:
            self.chosen.emit(Install(offer.card.id, self._cards[offer.card.id].folder))
        else:
            self.chosen.emit(offer.card.id if offer else "")
