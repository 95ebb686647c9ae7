"""Actions on a model in its current state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from findling.domain.models import ModelKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from findling.domain.models import ModelCard

_FULL = ("fp32", "own")
"""Precisions of which a faster build can be made; what one of the user's own has, nobody has looked at."""
_INTEGERS, _HALVES = "-int8", "-fp16"


class CardAction(StrEnum):
    """An action and its button."""

    USE = "use"
    CALL_OFF = "call-off"
    STOP_USING = "stop-using"
    INSTALL = "install"
    FROM_FOLDER = "from-folder"
    VERIFY = "verify"
    SPEED_UP = "speed-up"
    SPEED_UP_GRAPHICS = "speed-up-graphics"
    REMOVE = "remove"


FOLDED = frozenset({CardAction.VERIFY, CardAction.SPEED_UP, CardAction.SPEED_UP_GRAPHICS})
"""Actions for those who look at a model's details."""


@dataclass(frozen=True, slots=True)
class CardState:
    """Models in use.

    Attributes:
        wanted: id of the configured model.
        answering: id of the active model, which differs during a switch.
        known: ids of all models.
        reranker: id of the configured reranker; "" for none.
        has_graphics: True if something other than the processor computes correctly here.
    """

    wanted: str
    answering: str
    known: Collection[str] = ()
    reranker: str = ""
    has_graphics: bool = False

    @property
    def used(self) -> tuple[str, str, str]:
        """Models that cannot be removed."""
        return self.wanted, self.answering, self.reranker


def list_actions(card: ModelCard, card_state: CardState) -> tuple[CardAction, ...]:
    """Return the actions on a model, the most likely first."""
    if not card.installed:
        return (CardAction.INSTALL, CardAction.FROM_FOLDER) if card.source else ()
    embeds = card.kind is ModelKind.EMBEDDER
    return (
        *(_list_uses(card, card_state) if embeds else _list_readings(card, card_state)),
        *(_list_builds(card, card_state) if embeds and card.precision in _FULL and card.buildable else ()),
        CardAction.VERIFY,
        *((CardAction.REMOVE,) if not (card.bundled or card.id in card_state.used) else ()),
    )


def _list_uses(card: ModelCard, card_state: CardState) -> tuple[CardAction, ...]:
    if card.id == card_state.wanted:
        return ()
    # The one that answers while a change goes on needs nothing but that the change is called off.
    return (CardAction.CALL_OFF,) if card.id == card_state.answering else (CardAction.USE,)


def _list_readings(card: ModelCard, card_state: CardState) -> tuple[CardAction, ...]:
    return (CardAction.STOP_USING,) if card.id == card_state.reranker else (CardAction.USE,)


def _list_builds(card: ModelCard, card_state: CardState) -> tuple[CardAction, ...]:
    return (
        *((CardAction.SPEED_UP,) if card.id + _INTEGERS not in card_state.known else ()),
        *(
            (CardAction.SPEED_UP_GRAPHICS,)
            if card_state.has_graphics and card.id + _HALVES not in card_state.known
            else ()
        ),
    )
