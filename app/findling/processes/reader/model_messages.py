"""What the window asks of models, and what the searching process answers: messages like those in `messages`."""

from __future__ import annotations

from dataclasses import dataclass

from findling.domain.models import ModelOffer, ProviderReport


@dataclass(frozen=True, slots=True)
class AskModels:
    """Model lane: the models that there are; the last answer has what each would cost, where costs are wanted."""

    costs: bool = True


@dataclass(frozen=True, slots=True)
class Models:
    """Those of the catalogue in its order, then the person's own."""

    offers: tuple[ModelOffer, ...]


@dataclass(frozen=True, slots=True)
class AskHardware:
    """Model lane: what was measured of the ways to compute; nothing is measured for it."""


@dataclass(frozen=True, slots=True)
class ProviderReports:
    """What was measured with the model that the settings name; nothing where that was never done."""

    providers: tuple[ProviderReport, ...]
