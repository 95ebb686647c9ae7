"""Answers which models there are, what each would cost here, and what was measured of this machine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.models import ModelOffer
from findling.models.cost_estimate import Speed, estimate_costs
from findling.models.embedder import installed_model
from findling.models.model_listing import list_models
from findling.models.provider_choice import ProviderSelector as Trials
from findling.processes.reader.model_messages import AskHardware, AskModels, Models, ProviderReports
from findling.search.reranker_benchmark import recall_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.models.embedder import SharedEmbedder
    from findling.models.throughput import Throughput
    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.settings import Settings


class ModelHandler:
    """Answers `AskModels` and `AskHardware`."""

    questions = (AskModels, AskHardware)

    def __init__(self, paths: LibraryPaths, settings: Settings, model: SharedEmbedder, pace: Throughput) -> None:
        """Prepare.

        Args:
            paths: the library, in which models are installed.
            settings: the user's.
            model: the one that `pace` is measured with.
            pace: how fast this machine is.
        """
        self._paths = paths
        self._settings = settings
        self._model = model
        self._pace = pace

    def prepare(self) -> Iterator[None]:
        """Nothing."""
        return iter(())

    def answer(self, turn: RequestContext) -> Reply:
        """List the models, or what was measured.

        Raises:
            ModelError: the list or the folder of models cannot be read, or the model in use cannot be loaded.
        """
        match turn.question:
            case AskModels(costs):
                return self._list(turn) if costs else Models(self._offer())
            case AskHardware():
                return self._recall()
        raise TypeError(f"{type(turn.question).__name__} is not about models")

    def _list(self, turn: RequestContext) -> Models:
        offers = self._offer()
        turn.tell(Models(offers))
        tokens = self._pace.tokens_a_second()
        costs = estimate_costs(self._paths, Speed(self._model.get().encoder.spec, tokens))
        return Models(tuple(replace(offer, cost=costs.get(offer.card.id), counted=True) for offer in offers))

    def _offer(self) -> tuple[ModelOffer, ...]:
        """The models as the disk has them now; no model is loaded for that."""
        seconds = recall_seconds(self._paths, self._settings)
        return tuple(
            ModelOffer(card, reranking_seconds=seconds.get(card.id))
            for card in list_models(self._paths, self._settings)
        )

    def _recall(self) -> ProviderReports:
        model = installed_model(self._paths, self._settings.model)
        trials = Trials(self._paths, self._settings).recall(model)
        return ProviderReports(trials)
