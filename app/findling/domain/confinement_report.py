"""Report of what a confined reader of untrusted files could reach."""

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


class Access(StrEnum):
    """Access that a reader which a document has taken over must not get."""

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
class ConfinementReport:
    """Accesses that a confined process tried to get.

    Attributes:
        refused: what the system refused.
        granted: what it did not refuse; what is in neither was not tried.
    """

    refused: tuple[Access, ...] = ()
    granted: tuple[Access, ...] = ()


_WORDS: Mapping[Access, SystemMessage] = MappingProxyType(
    {
        Access.READ: SystemMessage.ACCESS_READ,
        Access.LIST: SystemMessage.ACCESS_LIST,
        Access.WRITE: SystemMessage.ACCESS_WRITE,
        Access.NETWORK: SystemMessage.ACCESS_NETWORK,
        Access.SOCKETS: SystemMessage.ACCESS_SOCKETS,
        Access.EXECUTE: SystemMessage.ACCESS_EXECUTE,
        Access.FORK: SystemMessage.ACCESS_FORK,
        Access.PROCESSES: SystemMessage.ACCESS_PROCESSES,
        Access.NAMESPACES: SystemMessage.ACCESS_NAMESPACES,
    }
)


def describe_accesses(accesses: Sequence[Access]) -> Notice:
    """Return an enumeration of at least one access."""
    words = [_WORDS[each]() for each in accesses]
    return reduce(lambda rest, first: SystemMessage.BOTH(first=first, rest=rest), reversed(words[:-1]), words[-1])


def describe_confinement(confinement: ConfinementReport) -> Notice:
    """Return a sentence on what is not shut off, or on what is where all is."""
    if confinement.granted:
        return SystemMessage.UNCONFINED(accesses=describe_accesses(confinement.granted))
    return SystemMessage.CONFINED(accesses=describe_accesses(confinement.refused))
