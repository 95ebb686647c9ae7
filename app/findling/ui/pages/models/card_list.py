"""Cards of all models, the recommended one first; a card persists while its model is listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from findling.ui.pages.models.card_actions import CardState
from findling.ui.pages.models.model_card import ModelView
from findling.ui.pages.models.quality_bar import compare_quality
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Button, Label

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
        self._looking = Label(self.tr("Looking at the models…"), "soft")
        self._title = Label(self.tr("Recommended for your files"), "title")
        self._title.hide()
        self._best, self._near, self._rest = (QVBoxLayout() for _ in range(3))
        self._folded = QWidget()
        self._folded.hide()
        self._more = Button("", "quiet")
        self._more.clicked.connect(lambda: self._show_rest(is_open=self._folded.isHidden()))
        self._more.hide()
        for layout in (self._best, self._near):
            layout.setSpacing(Spacing.M)
        fill(self._rest, spacing=Spacing.M)
        self._folded.setLayout(self._rest)
        parts = (self._looking, self._title, self._best, self._near, self._more, self._folded)
        rows = fill(QVBoxLayout(self), *parts, spacing=Spacing.M)
        rows.setAlignment(self._more, Qt.AlignmentFlag.AlignLeading)

    @property
    def views(self) -> Mapping[str, ModelView]:
        """The cards by model id, live."""
        return self._views

    @property
    def folded(self) -> tuple[str, ...]:
        """Ids of the models that are behind a button; empty once it was pressed."""
        return tuple(each.offer.card.id for each in _views_of(self._rest)) if self._folded.isHidden() else ()

    @property
    def recommended(self) -> str:
        """Id of the recommended model; "" while there is none."""
        return next((offer.card.id for offer in self._offers if offer.reason), "")

    def show_offers(self, offers: Sequence[ModelOffer]) -> None:
        """Show models; an unknown cost keeps its last value."""
        before = {offer.card.id: offer for offer in self._offers}
        self._offers = tuple(_keep_cost(offer, before.get(offer.card.id)) for offer in offers)
        for gone in self._views.keys() - {offer.card.id for offer in offers}:
            view = self._views.pop(gone)
            view.hide()
            view.deleteLater()
        for offer in self._offers:
            if offer.card.id not in self._views:
                view = self._views[offer.card.id] = ModelView(offer, self._theme)
                self.appeared.emit(view)
        self._looking.hide()
        self.renew()

    def unfold(self) -> None:
        """Show all models."""
        self._show_rest(is_open=True)

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
        self._arrange()
        wanted, answering, reranker = self._used
        card_state = CardState(wanted, answering, frozenset(self._views), reranker, self._has_graphics)
        qualities = compare_quality([offer.card for offer in self._offers])
        for offer in self._offers:
            model = offer.card.id
            baseline = None if model == wanted else qualities.get(wanted)
            view = self._views[model]
            view.show_offer(offer, card_state, qualities[model], baseline, is_busy=self._is_busy(model))

    def _arrange(self) -> None:
        """Put the recommended model first, then those installed or in work, others behind a button."""
        best = self.recommended
        ordered = _by_origin(self._offers)
        near = [each.card.id for each in ordered if each.card.id != best and self._is_near(each)]
        rest = [each.card.id for each in ordered if each.card.id not in (best, *near)]
        for layout, models in ((self._best, [best] if best else []), (self._near, near), (self._rest, rest)):
            for at, model in enumerate(models):
                if layout.indexOf(self._views[model]) != at:
                    layout.insertWidget(at, self._views[model])
        self._title.setVisible(bool(best))
        self._more.setVisible(bool(rest))
        self._show_rest(is_open=not self._folded.isHidden())

    def _is_near(self, offer: ModelOffer) -> bool:
        model = offer.card.id
        return offer.card.installed or model in self._used or self._is_busy(model)

    def _show_rest(self, *, is_open: bool) -> None:
        self._folded.setVisible(is_open)
        count = self._rest.count()
        self._more.setText(self.tr("Fewer models") if is_open else self.tr("%Ln other model(s)", "", count))


def _views_of(layout: QVBoxLayout) -> list[ModelView]:
    items = (layout.itemAt(at) for at in range(layout.count()))
    return [view for item in items if item and isinstance(view := item.widget(), ModelView)]


def _keep_cost(offer: ModelOffer, before: ModelOffer | None) -> ModelOffer:
    if offer.counted or before is None:
        return offer
    return replace(offer, cost=before.cost, counted=before.counted, reason=before.reason)


def _by_origin(offers: Sequence[ModelOffer]) -> list[ModelOffer]:
    """Sort builds made on this machine behind their originals."""
    places = {offer.card.id: at for at, offer in enumerate(offers)}

    def place(offer: ModelOffer) -> tuple[int, int]:
        card = offer.card
        own = places[card.id]
        is_made_here = card.original in places and not (card.source or card.bundled)
        return (places[card.original] if is_made_here else own, own)

    return sorted(offers, key=place)
