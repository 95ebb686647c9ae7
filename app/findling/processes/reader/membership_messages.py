"""Question whether a shared library was joined, and the answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskMembership:
    """Ask which shared library was joined; its server is not asked."""


@dataclass(frozen=True, slots=True)
class MembershipTold:
    """Address of the shared library that was joined; "" for none."""

    address: str
