"""Questions about models: which there are, what they cost, which suit the documents."""

from __future__ import annotations

from dataclasses import dataclass

from findling.domain.library import Survey
from findling.domain.models import ModelOffer, ProviderReport


@dataclass(frozen=True, slots=True)
class AskModels:
    """Ask for the available models; the last reply has the cost of each, where that is wanted."""

    costs: bool = True


@dataclass(frozen=True, slots=True)
class Models:
    """Models of the catalogue in its order, then the user's own."""

    offers: tuple[ModelOffer, ...]


@dataclass(frozen=True, slots=True)
class AskHardware:
    """Ask for the stored benchmarks of the execution providers; none is run for it."""


@dataclass(frozen=True, slots=True)
class ProviderReports:
    """Benchmarks of the model that the settings name; empty where none was run."""

    providers: tuple[ProviderReport, ...]


@dataclass(frozen=True, slots=True)
class WeighModels:
    """Ask which models to choose among for surveyed folders, and their costs; reads no file."""

    surveys: tuple[Survey, ...]


@dataclass(frozen=True, slots=True)
class ModelChoices:
    """Models to choose among, the ready one first, each with its cost and the reason for it.

    Attributes:
        recommended: id of the one that suits these files.
    """

    offers: tuple[ModelOffer, ...]
    recommended: str
