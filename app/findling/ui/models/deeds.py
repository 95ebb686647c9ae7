"""What can be done with a model as it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from findling.models import ModelKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from findling.models import ModelCard

_FULL = "fp32"
_BUILD = "-int8"


class Deed(StrEnum):
    """One thing to do, and the button for it."""

    USE = "use"
    INSTALL = "install"
    FROM_FOLDER = "from-folder"
    VERIFY = "verify"
    SPEED_UP = "speed-up"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is in use, beside the model at hand.

    Attributes:
        wanted: id of the model that the settings name.
        answering: id of the one that answers, which is another while a change goes on.
        known: ids of all models that there are.
        reranker: id of the one that reranks; "" where the settings name none.
    """

    wanted: str
    answering: str
    known: Collection[str] = ()
    reranker: str = ""


def list_deeds(card: ModelCard, standing: Standing) -> tuple[Deed, ...]:
    """What can be done with a model, the most likely first."""
    if not card.installed:
        return (Deed.INSTALL, Deed.FROM_FOLDER) if card.source else ()
    embeds = card.kind is ModelKind.EMBEDDER
    is_used = card.id in (standing.wanted, standing.answering, standing.reranker)
    is_slow = embeds and card.precision == _FULL and card.id + _BUILD not in standing.known
    return (
        *((Deed.USE,) if embeds and card.id != standing.wanted else ()),
        *((Deed.SPEED_UP,) if is_slow else ()),
        *((Deed.VERIFY,) if embeds else ()),
        *((Deed.REMOVE,) if not (card.bundled or is_used) else ()),
    )
