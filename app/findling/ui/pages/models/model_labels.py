"""Labels and sentences about models: facts, size, quality and cost."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from findling.domain.models import ModelKind
from findling.messages.licence_templates import LicenceMessage
from findling.ui.i18n import formatting
from findling.ui.i18n.language_names import name_language
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate

if TYPE_CHECKING:
    from findling.domain.models import BuildReport, CitedSource, ModelCard, ModelCost, ModelOffer
    from findling.ui.pages.models.card_actions import CardState

_NAMED = 3
_TENTH = 0.1
_HALVES = "fp16"
_UNKNOWN = "own"
"""Precision of a model of the user's own."""
_SEPARATOR = " · "


def join_facts(*parts: str) -> str:
    """Join short facts on one line."""
    return _SEPARATOR.join(filter(None, parts))


class ModelLabels(QObject):
    """Sentences with counts; an object, since Qt Linguist knows plurals only from `tr`."""

    def describe(self, card: ModelCard) -> str:
        """Return what a user chooses a model by, on one line."""
        return join_facts(
            self._languages(card), formatting.size(card.bytes) if card.bytes else self.tr("size not known")
        )

    def details(self, card: ModelCard) -> str:
        """Return the technical facts of a model on one line."""
        return join_facts(
            self.tr("%Ln dimension(s)", "", card.dimensions) if card.dimensions else "",
            self.tr("reads %Ln token(s) at once", "", card.max_tokens),
            self._precision(card),
        )

    def limits(self, card: ModelCard) -> str:
        """Return a model's limits, a line each, below the publication stating them; "" for none."""
        by_source = groupby(card.limits, lambda limit: limit.source)
        return "\n".join(
            line
            for source, limits in by_source
            for line in (
                self.tr("Limits, as {source} states them:").format(source=self._name(source)),
                *(f"• {describe(limit.what)}" for limit in limits),
            )
        )

    def licence_notes(self, card: ModelCard) -> str:
        """Return what has to be known of a model's licence, a line each, but for the warning."""
        notes = (note for note in card.license_notes if note.message is not LicenceMessage.NON_COMMERCIAL)
        return "\n".join(map(describe, notes))

    def licence_warning(self, card: ModelCard) -> str:
        """Return that a model may not be used to earn money; "" where it may, or nobody knows."""
        notes = (note for note in card.license_notes if note.message is LicenceMessage.NON_COMMERCIAL)
        return "\n".join(map(describe, notes))

    def purpose(self, card: ModelCard) -> str:
        """Return the purpose of a model; "" where it is plain."""
        if card.kind is ModelKind.RERANKER:
            return self.tr(
                "Reads your question and each of the thirty best results together, and puts those first that answer it:"
                " each search takes longer for that."
            )
        if card.bundled:
            return self.tr("Ships with Findling: ready with no download, and fast on any machine.")
        if card.original:
            return self.tr("A smaller and faster form of {model}.").format(model=card.original)
        return "" if card.source else self.tr("A model of your own.")

    def state(self, card: ModelCard, card_state: CardState) -> str:
        """Return the state of a model."""
        if card.id == card_state.answering != card_state.wanted:
            return self.tr("Answers until the change is done")
        if card.id == card_state.wanted != card_state.answering:
            return self.tr("Will answer when the change is done")
        if card.id in (card_state.wanted, card_state.reranker):
            return self.tr("In use")
        return self.tr("Installed") if card.installed else self.tr("Not installed")

    def cost(self, offer: ModelOffer, model: str) -> str:
        """Describe the cost for the library, and the files that the model is no good for.

        `model` is the one in use.
        """
        if offer.card.kind is ModelKind.RERANKER:
            return self._read_again(offer.reranking_seconds)
        cost = offer.cost
        if cost is None:
            return self.tr("There is nothing to go through yet.") if offer.counted else self.tr("Being worked out…")
        taken = self._take(cost, offer.card, is_used=offer.card.id == model)
        foreign = self.tr("%Ln file(s) in languages that it does not know", "", cost.foreign) if cost.foreign else ""
        return "\n".join(filter(None, (taken, foreign)))

    def seconds(self, seconds: float) -> str:
        """Format a short measured time."""
        if seconds < _TENTH:
            return self.tr("less than a tenth of a second")
        return self.tr("{seconds} seconds").format(seconds=_figure(seconds, 1))

    def build(self, report: BuildReport) -> str:
        """Describe the measured quality and speed of a build."""
        if report.form == _HALVES:
            measured = self.tr("{size} instead of {original}; how fast a graphics card is with it is measured below.")
        else:
            measured = self.tr(
                "{speed} passages a second on one core instead of {before}, {size} instead of {original}."
            )
        agreement = self.tr(
            "Compared on %Ln passage(s): their vectors agree to {cosine} in the mean, where 1 is the same, and"
            " {overlap} of the ten nearest are the same.",
            "",
            report.agreement.passages,
        ).format(cosine=_figure(report.agreement.cosine, 4), overlap=formatting.percent(report.agreement.overlap))
        speed, before = _figure(report.speed, 1), _figure(report.original_speed, 1)
        size, original = formatting.size(report.bytes), formatting.size(report.original_bytes)
        return f"{measured.format(speed=speed, before=before, size=size, original=original)} {agreement}"

    def _name(self, source: CitedSource) -> str:
        title = isolate(source.title) if source.title else self.tr("model card")
        rest = (isolate(str(part)) for part in (source.year, source.reference) if part)
        return self.tr(", ").join((title, *rest))

    def _take(self, cost: ModelCost, card: ModelCard, *, is_used: bool) -> str:
        size = formatting.size(cost.disk)
        if is_used:
            return self.tr("{size} on disk").format(size=size)
        if cost.seconds < 1:
            words = self.tr("ready at once, {size} on disk")
            if not card.installed:
                words = self.tr("ready as soon as it is installed, {size} on disk")
            return words.format(size=size)
        return self.tr("{time} to go over, {size} on disk").format(time=formatting.about(cost.seconds), size=size)

    def _read_again(self, seconds: float | None) -> str:
        nothing_embedded = self.tr("Your files need not be gone through again for it.")
        if seconds is None:
            measured = self.tr("How long a search takes with it is measured before it is used.")
            return f"{nothing_embedded} {measured}"
        more = self.tr("{time} more for each search").format(time=self.seconds(seconds))
        return f"{more}\n{nothing_embedded}"

    def _precision(self, card: ModelCard) -> str:
        """Return the precision, with the version of a local build; "" if unknown."""
        if card.precision == _UNKNOWN:
            return ""
        if not card.build:
            return card.precision
        return self.tr("{form}, build {version}").format(form=card.number_format, version=card.build)

    def _languages(self, card: ModelCard) -> str:
        if not card.languages:
            return self.tr("languages not known")
        if len(card.languages) > _NAMED:
            return self.tr("%Ln language(s)", "", len(card.languages))
        return self.tr(", ").join(map(name_language, card.languages))


def _figure(number: float, digits: int) -> str:
    return QLocale().toString(number, "f", digits)
