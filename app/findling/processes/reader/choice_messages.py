"""Messages between the window and the reader process about the choice of a model for surveyed folders."""

from __future__ import annotations

from dataclasses import dataclass

from findling.domain.library import Survey
from findling.domain.models import ModelOffer


@dataclass(frozen=True, slots=True)
class WeighModels:
    """Ask which models to choose among for folders that were surveyed, and what each costs; no file is read for it."""

    surveys: tuple[Survey, ...]


@dataclass(frozen=True, slots=True)
class ModelChoices:
    """Models to choose among, the one that is ready first, each with its cost and the reason why it is here.

    Attributes:
        recommended: id of the one that suits these files.
    """

    offers: tuple[ModelOffer, ...]
    recommended: str
