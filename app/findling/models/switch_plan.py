"""What choosing a model means for a library: whether there is a change to another one, and what that takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from findling.models.active_model import looking
from findling.models.cost_estimate import CHARACTERS_A_TOKEN, NOWHERE
from findling.models.embedder import SharedEmbedder
from findling.models.throughput import Throughput

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.settings import Settings


@dataclass(frozen=True, slots=True)
class SwitchPlan:
    """What follows when a model is chosen.

    Attributes:
        model: the one that is chosen.
        answering: the one that answers now; "" while nothing is embedded.
        documents: that are stored.
        left: of these, how many are to be embedded with the chosen one before it answers.
        seconds: that embedding them takes on this machine; None where there is nothing to do, or a server does it.
        waiting: files that are still to be read, which comes first.
    """

    model: str
    answering: str = ""
    documents: int = 0
    left: int = 0
    seconds: float | None = None
    waiting: int = 0


def plan_switch(paths: LibraryPaths, settings: Settings) -> SwitchPlan:
    """What follows from the model that the settings name; where there is something to embed, it is loaded and timed.

    Raises:
        ModelError: it is unknown, not installed, or damaged.
    """
    with looking(paths) as database:
        answering = database.spaces.active() if database else None
        documents = database.documents.count_texts() if database and answering else 0
        if not (database and answering and documents):
            return SwitchPlan(settings.model, answering.model if answering else "")
        shared = SharedEmbedder(paths, settings)
        embedder = shared.get(settings.model)
        space = embedder.space(database)
        waiting = database.files.counts().pending
        prospect = SwitchPlan(settings.model, answering.model, documents, waiting=waiting)
        if space == answering:
            return prospect
        backlog = database.spaces.count_unembedded(space or NOWHERE)
    pace = None if settings.remote or not backlog.characters else Throughput(shared, settings.indexing_threads)
    seconds = backlog.characters / CHARACTERS_A_TOKEN / pace.tokens_a_second() if pace else None
    return replace(prospect, left=backlog.documents, seconds=seconds)
