"""Puts versions of a document in order by names, texts and dates; says where none tells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.versions import OrderClue
from findling.duplicates.group_builder import find_stem
from findling.duplicates.stated_editions import find_named_day, find_named_edition

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from findling.duplicates.dated_names import DatedNames
    from findling.duplicates.stated_editions import Edition

_TOGETHER_NS = 10 * 10**9
"""Times as close as that say nothing: files that are unpacked or copied together come within seconds of each other."""

_YEARS = 1_000
"""Numbers in names from which on they do not count versions."""

_Said = dict[int, tuple[float, ...]]
"""Testimony of a clue: for drafts by their place, values of which the greater is the newer one's."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Document that is a version of another, with what may tell how old it is.

    Attributes:
        number: of the document.
        names: of its files, and when each was changed.
        dated_ns: when it was changed by its own properties.
        stated: the editions that its text says that it is, by their labels.
    """

    number: int
    names: DatedNames
    dated_ns: int | None = None
    stated: Mapping[str, Edition] = field(default_factory=dict)


def sort_drafts(drafts: Sequence[Draft]) -> list[tuple[Draft, OrderClue | None]]:
    """Sort versions of a document, the oldest first.

    What the user wrote into names goes before what the texts say of themselves, that before the dates that programs
    keep in documents, and all of it before the times of files, which a copy or a download changes. What a weaker clue
    says against a stronger one is not heeded.

    Returns:
        Each with the clue by which it is known to be newer than the one before it. None where nothing tells, and of
        the first: such drafts stand by their times all the same.
    """
    drafts = sorted(drafts, key=lambda each: (each.names.age, each.number))
    ages = _KnownAges(len(drafts))
    for clue, said in _find_clues(drafts):
        ages.note(said, clue)
    order = ages.sort()
    before = (None, *order)
    return [(drafts[place], ages.tell(earlier, place)) for earlier, place in zip(before, order, strict=False)]


def find_newer(one: Draft, other: Draft) -> Draft | None:
    """Return the newer one of two drafts; None where nothing tells."""
    (_, _), (newer, clue) = sort_drafts((one, other))
    return newer if clue else None


class _KnownAges:
    """Known ages of drafts relative to each other, by their places, and what follows of them."""

    def __init__(self, count: int) -> None:
        # Of each the drafts that are older and newer, as bits.
        self._older = [0] * count
        self._newer = [0] * count
        self._clues: dict[tuple[int, int], OrderClue] = {}

    def note(self, said: _Said, clue: OrderClue) -> None:
        """Note what a clue says, as far as nothing that is known speaks against it."""
        order = sorted(said, key=said.__getitem__)
        # Neighbours first, of which most others follow.
        for distance in range(1, len(order)):
            for older, newer in zip(order, order[distance:], strict=False):
                if said[older] != said[newer] and not self._know(older, newer):
                    self._add(older, newer, clue)

    def tell(self, older: int | None, newer: int) -> OrderClue | None:
        """Return by what a draft is known to be newer than another."""
        return None if older is None else self._clues.get((older, newer))

    def sort(self) -> list[int]:
        """Return the drafts from the oldest on; those of which nothing is known by their places."""
        left, order, done = list(range(len(self._older))), [], 0
        while left:
            place = next(each for each in left if self._older[each] & ~done == 0)
            left.remove(place)
            order.append(place)
            done |= 1 << place
        return order

    def _know(self, one: int, other: int) -> bool:
        return bool((self._older[one] | self._newer[one]) >> other & 1)

    def _add(self, older: int, newer: int, clue: OrderClue) -> None:
        below, above = self._older[older] | 1 << older, self._newer[newer] | 1 << newer
        for place in _list_bits(below):
            for later in _list_bits(above & ~self._newer[place]):
                self._clues[place, later] = clue
            self._newer[place] |= above
        for place in _list_bits(above):
            self._older[place] |= below


def _list_bits(bits: int) -> Iterator[int]:
    while bits:
        yield (lowest := (bits & -bits).bit_length() - 1)
        bits ^= 1 << lowest


def _find_clues(drafts: Sequence[Draft]) -> Iterator[tuple[OrderClue, _Said]]:
    """Yield what each clue says of those drafts that it tells apart, the strongest clue first."""
    for find in (find_named_edition, find_named_day):
        yield from _sort_by_kind(
            OrderClue.NAME,
            (
                (find_stem(path), place, edition)
                for place, draft in enumerate(drafts)
                for path, _ in draft.names.files
                if (edition := find(path)) is not None
            ),
        )
    stated = ((label, place, edition) for place, each in enumerate(drafts) for label, edition in each.stated.items())
    yield from _sort_by_kind(OrderClue.TEXT, stated)
    yield OrderClue.OWN_DATE, _tell_apart({at: each.dated_ns for at, each in enumerate(drafts) if each.dated_ns})
    yield OrderClue.FILE_TIME, _tell_apart({at: each.names.age[0] for at, each in enumerate(drafts)})
    numbered = ((stem, at, each.names.age[1]) for at, each in enumerate(drafts) for stem in each.names.stems)
    for _, said in _sort_by_kind(OrderClue.NAME, numbered):
        # "letter" is older than "letter 2", but "report" may be the one of this year, beside "report 2023".
        is_counted = all(number < _YEARS for figures in said.values() for number in figures)
        yield OrderClue.NAME, said if is_counted else {at: figures for at, figures in said.items() if figures}


def _sort_by_kind(
    clue: OrderClue, said: Iterator[tuple[Hashable, int, tuple[float, ...]]]
) -> Iterator[tuple[OrderClue, _Said]]:
    """Yield what is said of each kind; of a text with several names, the oldest counts."""
    kinds: defaultdict[Hashable, _Said] = defaultdict(dict)
    for kind, place, value in said:
        kinds[kind][place] = min(value, kinds[kind].get(place, value))
    yield from ((clue, values) for values in kinds.values())


def _tell_apart(moments: Mapping[int, int]) -> _Said:
    """Return moments as they are told apart: those that follow each other closely are one."""
    said: _Said = {}
    before, count = None, 0
    for place in sorted(moments, key=moments.__getitem__):
        if before is not None and moments[place] - before > _TOGETHER_NS:
            count += 1
        before, said[place] = moments[place], (count,)
    return said
