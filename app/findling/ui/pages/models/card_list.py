"""Cards of all models in list order; a card persists while its model is listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from findling.ui.pages.models.card_actions import CardState
from findling.ui.pages.models.model_card import ModelView
from findling.ui.pages.models.quality_bar import compare
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from findling.domain.models import ModelOffer
    from findling.ui.theme.theme import Theme


class CardList(QWidget):
    """The models as cards."""

    appeared = Signal(object)
    """A new `ModelView`."""

    def __init__(self, theme: Theme, is_busy: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._is_busy = theme, is_busy
        self._views: dict[str, ModelView] = {}
        self._offers: tuple[ModelOffer, ...] = ()
        self._used = ("", "", "")
        self._has_graphics = False
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Spacing.M)

    @property
    def views(self) -> Mapping[str, ModelView]:
        """The cards by model id, live."""
        return self._views

    def show_offers(self, offers: Sequence[ModelOffer]) -> None:
        """Show models; an unknown cost keeps its last value."""
        before = {offer.card.id: offer for offer in self._offers}
        self._offers = tuple(_keep_cost(offer, before.get(offer.card.id)) for offer in offers)
        for gone in self._views.keys() - {offer.card.id for offer in offers}:
            view = self._views.pop(gone)
            self._rows.removeWidget(view)
            view.hide()
            view.deleteLater()
        for at, offer in enumerate(_by_origin(self._offers)):
            self._place(at, offer)
        self.renew()

    def show_use(self, wanted: str, answering: str, reranker: str) -> None:
        """Show which models are configured and active."""
        if (wanted, answering, reranker) != self._used:
            self._used = (wanted, answering, reranker)
            self.renew()

    def show_graphics(self, *, is_there: bool) -> None:
        """Show whether there is other hardware than the processor."""
        if is_there != self._has_graphics:
            self._has_graphics = is_there
            self.renew()

    def renew(self) -> None:
        """Update all cards."""
        wanted, answering, reranker = self._used
        card_state = CardState(wanted, answering, frozenset(self._views), reranker, self._has_graphics)
        qualities = compare([offer.card for offer in self._offers])
        for offer in self._offers:
            model = offer.card.id
            baseline = None if model == wanted else qualities.get(wanted)
            view = self._views[model]
            view.show_offer(offer, card_state, qualities[model], baseline, is_busy=self._is_busy(model))

    def _place(self, at: int, offer: ModelOffer) -> None:
        view = self._views.get(offer.card.id)
        if view is None:
            view = self._views[offer.card.id] = ModelView(offer, self._theme)
            self._rows.insertWidget(at, view)
            self.appeared.emit(view)
        elif self._rows.indexOf(view) != at:
            self._rows.insertWidget(at, view)


def _keep_cost(offer: ModelOffer, before: ModelOffer | None) -> ModelOffer:
    if offer.counted or before is None:
        return offer
    return replace(offer, cost=before.cost, counted=before.counted)


def _by_origin(offers: Sequence[ModelOffer]) -> list[ModelOffer]:
    """Sort builds made on this machine behind their originals."""
    places = {offer.card.id: at for at, offer in enumerate(offers)}

    def place(offer: ModelOffer) -> tuple[int, int]:
        card = offer.card
        own = places[card.id]
        is_made_here = card.original in places and not (card.source or card.bundled)
        return (places[card.original] if is_made_here else own, own)

    return sorted(offers, key=place)
