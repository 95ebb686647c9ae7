"""A library of documents that say something, with the bundled model and a worse one, for trials."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from findling.domain.trials import TrialState
from findling.trial.compared_models import ComparedModel
from weakenedmodels import cut_layers, install_weakened
from workspace import Workspace

WORSE = "two-layers"
ASKED = "who carried the violin at the mill?"
_WHO = ("baker", "sailor", "tailor", "miller", "glazier", "printer", "cooper", "weaver", "gardener", "surgeon", "judge")
_DID = ("sold", "found", "buried", "painted", "repaired", "borrowed", "measured", "forgot", "carried", "weighed", "hid")
_WHAT = ("ladder", "lantern", "bell", "carpet", "kettle", "anchor", "saddle", "violin", "hammer", "mirror", "barrel")
_WHERE = ("harbour", "market", "mill", "chapel", "orchard", "bridge", "cellar", "quarry", "stable", "tower")
_WHEN = ("dawn", "noon", "dusk", "midnight", "Easter", "harvest", "winter", "carnival", "thunder", "payday")


@dataclass(frozen=True)
class Tried:
    """A library whose trial was run."""

    workspace: Workspace
    candidates: tuple[ComparedModel, ...]
    state: TrialState


def make_trial_library(place: Path, documents: int = 32) -> Workspace:
    """Index made-up documents, each with a title and unlike the others."""
    workspace, rng = Workspace.at(place), random.Random(4)
    for number in range(documents):
        what, where = _WHAT[number % len(_WHAT)], _WHERE[number % len(_WHERE)]
        sentences = [
            f"At {rng.choice(_WHEN)} the {rng.choice(_WHO)} of the {where} {rng.choice(_DID)} "
            f"a {rng.choice(_WHAT)} and {rng.choice(_DID)} the {rng.choice(_WHO)}'s {rng.choice((what, 'coat'))}."
            for _ in range(6)
        ]
        text = f"# How the {what} came to the {where}\n\n{' '.join(sentences)}"
        workspace.write(f"{'letters' if number % 3 else 'stories'}/{number}.md", text)
    workspace.index()
    install_weakened(workspace.paths, WORSE, cut_layers(2))
    return workspace
