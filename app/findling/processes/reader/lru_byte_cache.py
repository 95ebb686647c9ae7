"""What was made a moment ago, kept up to so many bytes: flipping back to it is instant."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

_T = TypeVar("_T")


class LruByteCache(Generic[_T]):
    """Things by key; those that were not wanted for longest go first."""

    def __init__(self, limit: int) -> None:
        """Begin with nothing.

        Args:
            limit: bytes.
        """
        self._limit = limit
        self._bytes = 0
        self._things: OrderedDict[Hashable, tuple[_T, int]] = OrderedDict()

    def get(self, key: Hashable) -> _T | None:
        """What is kept under a key."""
        if key not in self._things:
            return None
        self._things.move_to_end(key)
        return self._things[key][0]

    def put(self, key: Hashable, thing: _T, size: int) -> None:
        """Keep a thing of so many bytes; one that is larger than the limit is not kept."""
        self._bytes += size - self._things.pop(key, (thing, 0))[1]
        self._things[key] = (thing, size)
        while self._bytes > self._limit:
            _, (_, gone) = self._things.popitem(last=False)
            self._bytes -= gone
