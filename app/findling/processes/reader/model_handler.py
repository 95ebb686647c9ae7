"""Handler of questions about models: their costs, and the benchmarks of this machine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.models import ModelOffer
from findling.embedding.catalogue import read_catalogue, read_suggested
from findling.models.active_model import open_snapshot
from findling.models.cost_estimate import Speed, estimate_costs
from findling.models.embedder import installed_model
from findling.models.model_listing import list_models
from findling.models.provider_choice import ProviderSelector
from findling.models.recommendation import Recommendation, count_languages, estimate_surveyed, recommend
from findling.processes.reader.model_messages import (
    AskHardware,
    AskModels,
    ModelChoices,
    Models,
    ProviderReports,
    WeighModels,
)
from findling.processes.reader.request_thread import RequestHandler
from findling.search.reranker_benchmark import recall_seconds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from findling.domain.library import Survey
    from findling.domain.models import ModelCost
    from findling.embedding.catalogue import ModelSpec
    from findling.models.embedder import SharedEmbedder
    from findling.models.throughput import Throughput
    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.settings import Settings


class ModelHandler(RequestHandler):
    """Handler of questions about models.

    Args:
        paths: the library, in which models are installed.
        settings: the user's.
        model: the model that `throughput` is measured with.
        throughput: speed of this machine.
    """

    questions = (AskModels, WeighModels, AskHardware)

    def __init__(self, paths: LibraryPaths, settings: Settings, model: SharedEmbedder, throughput: Throughput) -> None:
        self._paths = paths
        self._settings = settings
        self._model = model
        self._throughput = throughput

    def answer(self, context: RequestContext) -> Reply:
        """List the models, those worth choosing, or the benchmarks."""
        match context.question:
            case AskModels(costs):
                return self._list(context) if costs else Models(self._offer())
            case WeighModels(surveys):
                return self._weigh(surveys)
            case AskHardware():
                model = installed_model(self._paths, self._settings.model)
                return ProviderReports(ProviderSelector(self._paths, self._settings).recall(model))
        raise TypeError(f"{type(context.question).__name__} is not about models")

    def _list(self, context: RequestContext) -> Models:
        offers = self._offer()
        context.send(Models(offers))
        tokens = self._throughput.tokens_a_second()
        costs = estimate_costs(self._paths, Speed(self._model.get().encoder.spec, tokens))
        offers = tuple(replace(offer, cost=costs.get(offer.card.id), counted=True) for offer in offers)
        if not costs:
            return Models(offers)
        chosen = self._recommend(costs)
        reasons = {chosen.best: chosen.reasons[chosen.best]}
        return Models(tuple(replace(offer, reason=reasons.get(offer.card.id)) for offer in offers))

    def _recommend(self, costs: Mapping[str, ModelCost]) -> Recommendation:
        with open_snapshot(self._paths) as database:
            languages = database.documents.languages() if database else {}
        return recommend(_find_bundled(), read_suggested(), languages, costs)

    def _weigh(self, surveys: Sequence[Survey]) -> ModelChoices:
        """Weigh the suggested models for folders that are not in the library yet."""
        measured = Speed(self._model.get().encoder.spec, self._throughput.tokens_a_second())
        ready, suggested = _find_bundled(), read_suggested()
        costs = {spec.id: estimate_surveyed(surveys, spec, measured) for spec in (ready, *suggested)}
        chosen = recommend(ready, suggested, count_languages(surveys), costs)
        cards = {card.id: card for card in list_models(self._paths, self._settings)}
        offers = (
            ModelOffer(cards[model], cost=costs[model], counted=True, reason=reason)
            for model, reason in chosen.reasons.items()
        )
        return ModelChoices(tuple(offers), chosen.best)

    def _offer(self) -> tuple[ModelOffer, ...]:
        """List the models on the disk, without loading one."""
        seconds = recall_seconds(self._paths, self._settings)
        return tuple(
            ModelOffer(card, reranking_seconds=seconds.get(card.id))
            for card in list_models(self._paths, self._settings)
        )


def _find_bundled() -> ModelSpec:
    return next(spec for spec in read_catalogue() if spec.bundled)
