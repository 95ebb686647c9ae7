"""Handler of questions about models: their costs, and the benchmarks of this machine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.models import ModelOffer
from findling.models.cost_estimate import Speed, estimate_costs
from findling.models.embedder import installed_model
from findling.models.model_listing import list_models
from findling.models.provider_choice import ProviderSelector
from findling.processes.reader.messages import AskHardware, AskModels, Models, ProviderReports
from findling.processes.reader.request_thread import RequestHandler
from findling.search.reranker_benchmark import recall_seconds

if TYPE_CHECKING:
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

    questions = (AskModels, AskHardware)

    def __init__(self, paths: LibraryPaths, settings: Settings, model: SharedEmbedder, throughput: Throughput) -> None:
        self._paths = paths
        self._settings = settings
        self._model = model
        self._throughput = throughput

    def answer(self, context: RequestContext) -> Reply:
        """List the models, or the benchmarks."""
        match context.question:
            case AskModels(costs):
                return self._list(context) if costs else Models(self._offer())
            case AskHardware():
                model = installed_model(self._paths, self._settings.model)
                return ProviderReports(ProviderSelector(self._paths, self._settings).recall(model))
        raise TypeError(f"{type(context.question).__name__} is not about models")

    def _list(self, context: RequestContext) -> Models:
        offers = self._offer()
        context.send(Models(offers))
        tokens = self._throughput.tokens_a_second()
        costs = estimate_costs(self._paths, Speed(self._model.get().encoder.spec, tokens))
        return Models(tuple(replace(offer, cost=costs.get(offer.card.id), counted=True) for offer in offers))

    def _offer(self) -> tuple[ModelOffer, ...]:
        """List the models on the disk, without loading one."""
        seconds = recall_seconds(self._paths, self._settings)
        return tuple(
            ModelOffer(card, reranking_seconds=seconds.get(card.id))
            for card in list_models(self._paths, self._settings)
        )
