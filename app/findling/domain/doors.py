"""Ways out of the confinement in which untrusted files are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from findling.messages.notice import Notice


class Door(StrEnum):
    """Door to the user's files, network or programs, for a reader that a document took over."""

    READ = "read"
    LIST = "list"
    WRITE = "write"
    NETWORK = "network"
    SOCKETS = "sockets"
    EXECUTE = "execute"
    FORK = "fork"
    PROCESSES = "processes"
    NAMESPACES = "namespaces"


@dataclass(frozen=True, slots=True)
class Confinement:
    """Frozen record of what a confined process tried to do.

    Attributes:
        shut: what the system refused.
        open: what it did not refuse; what is in neither was not tried.
    """

    shut: tuple[Door, ...] = ()
    open: tuple[Door, ...] = ()


_WORDS: Mapping[Door, SystemMessage] = MappingProxyType(
    {
        Door.READ: SystemMessage.DOOR_READ,
        Door.LIST: SystemMessage.DOOR_LIST,
        Door.WRITE: SystemMessage.DOOR_WRITE,
        Door.NETWORK: SystemMessage.DOOR_NETWORK,
        Door.SOCKETS: SystemMessage.DOOR_SOCKETS,
        Door.EXECUTE: SystemMessage.DOOR_EXECUTE,
        Door.FORK: SystemMessage.DOOR_FORK,
        Door.PROCESSES: SystemMessage.DOOR_PROCESSES,
        Door.NAMESPACES: SystemMessage.DOOR_NAMESPACES,
    }
)


def describe_doors(doors: Sequence[Door]) -> Notice:
    """Return an enumeration of at least one door."""
    words = [_WORDS[door]() for door in doors]
    return reduce(lambda rest, first: SystemMessage.BOTH(first=first, rest=rest), reversed(words[:-1]), words[-1])


def describe_confinement(confinement: Confinement) -> Notice:
    """Return a sentence on what is not shut off, or on what is where all is."""
    if confinement.open:
        return SystemMessage.UNCONFINED(doors=describe_doors(confinement.open))
    return SystemMessage.CONFINED(doors=describe_doors(confinement.shut))
