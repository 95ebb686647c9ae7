"""What a person looks through: groups of files that are alike, with the one to keep, from what is stored."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from findling.duplicates import Changes, Group, Likeness, Member, Pair, Preferences
from findling.engine.duplicates.grouping import describe, group, group_templates
from findling.engine.duplicates.keeping import choose, is_below
from findling.engine.duplicates.versions import are_versions, find_stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from findling.storage.database import Database
    from findling.storage.duplicates import Copy

_HOLDS_ALL = "holds the text of the others"
_LATEST = "the latest version"


@dataclass(frozen=True, slots=True)
class Found:
    """All that the library knows of duplicates, as of one moment; light enough to be kept while a slider moves.

    Attributes:
        copies: files by the document that speaks for their wording.
        pairs: of such documents, by both.
        apart: pairs of contents that the person keeps apart.
    """

    copies: dict[int, tuple[Copy, ...]]
    pairs: dict[tuple[int, int], Pair]
    apart: frozenset[tuple[bytes, bytes]]


def load(database: Database) -> Found:
    """Read what was found so far."""
    with database.reading():
        return _arrange(
            [*database.duplicates.copies(), *database.duplicates.unread_copies()],
            list(database.duplicates.pairs()),
            database,
        )


def find_groups(
    found: Found,
    *,
    threshold: float = 0.0,
    kinds: Iterable[Likeness] = (),
    folder: Path | None = None,
    preferences: Preferences | None = None,
) -> list[Group]:
    """Group what was found.

    Args:
        found: what `load` gave.
        threshold: the least similarity, or containment, 0..1; identical files and same texts always count.
        kinds: groups of these kinds only; all where none is named.
        folder: groups with a file in there only.
        preferences: how to choose the file to keep; the usual rules by default.

    Returns:
        The groups from which most space comes back first.
    """
    preferences = preferences or Preferences()
    copies = _leave_out(found.copies, preferences.excluded) if preferences.excluded else found.copies
    pairs = [pair for key, pair in found.pairs.items() if key[0] in copies and key[1] in copies]
    linked = group(pairs, threshold)
    grouped = {number for members in linked for number in members}
    alone = [(number,) for number, files in copies.items() if len(files) > 1 and number not in grouped]
    groups = [
        _build(members, found, copies, preferences) for members in (*linked, *group_templates(pairs, threshold), *alone)
    ]
    wanted = set(kinds)
    chosen = [
        each
        for each in groups
        if (not wanted or each.likeness in wanted)
        and (folder is None or any(is_below(member.path, (folder,)) for member in each.members))
    ]
    return sorted(chosen, key=lambda each: (-each.reclaimable_bytes, each.members[0].path))


def _arrange(copies: list[Copy], pairs: list[Pair], database: Database) -> Found:
    """Gather files by the document that speaks for their wording, without what is kept apart."""
    apart = frozenset(database.duplicates.kept_apart())
    speaking = {number for pair in pairs for number in (pair.first, pair.second)}
    by_wording: dict[bytes, list[Copy]] = defaultdict(list)
    for copy in copies:
        by_wording[copy.wording].append(copy)
    classes: dict[int, tuple[Copy, ...]] = {}
    contents: dict[int, bytes] = {}
    for files in by_wording.values():
        for part in _part(files, apart):
            numbers = {file.document_id for file in part}
            speaker = min(numbers & speaking or numbers)
            classes[speaker] = tuple(part)
            contents[speaker] = next(file.content_hash for file in part if file.document_id == speaker)
    kept = {
        (pair.first, pair.second): pair
        for pair in pairs
        if pair.first in contents
        and pair.second in contents
        and _ordered(contents[pair.first], contents[pair.second]) not in apart
    }
    return Found(classes, kept, apart)


def _leave_out(copies: dict[int, tuple[Copy, ...]], excluded: Sequence[Path]) -> dict[int, tuple[Copy, ...]]:
    return {
        number: kept
        for number, files in copies.items()
        if (kept := tuple(file for file in files if not is_below(file.path, excluded)))
    }


def _part(files: list[Copy], apart: frozenset[tuple[bytes, bytes]]) -> list[list[Copy]]:
    """Files of one wording, in as many parts as it takes to keep apart what the person wants apart."""
    parts: list[list[Copy]] = []
    for file in files:
        for part in parts:
            if not any(_ordered(file.content_hash, other.content_hash) in apart for other in part):
                part.append(file)
                break
        else:
            parts.append([file])
    return parts


def _ordered(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    return min(one, other), max(one, other)


def _build(
    members: Sequence[int], found: Found, copies: dict[int, tuple[Copy, ...]], preferences: Preferences
) -> Group:
    files = [file for number in members for file in copies[number]]
    speakers = {file.path: number for number in members for file in copies[number]}
    likeness, similarity = _describe(members, files, found.pairs)
    keep, reason = _choose(likeness, members, files, speakers, found.pairs, preferences)
    kept_by = speakers[keep.path]
    listed = [
        _make_member(file, keep, _find(found.pairs, speakers[file.path], kept_by), speakers, preferences)
        for file in files
    ]
    listed.sort(key=lambda member: (not member.keep, -member.modified_ns, member.path))
    template = likeness is Likeness.TEMPLATE
    spared = 0 if template else sum(member.size for member in listed if not member.keep)
    return Group(likeness, similarity, spared, reason, tuple(listed))


def _describe(
    members: Sequence[int], files: Sequence[Copy], pairs: dict[tuple[int, int], Pair]
) -> tuple[Likeness, float]:
    if len(members) == 1:
        one_content = len({file.content_hash for file in files}) == 1
        return (Likeness.IDENTICAL if one_content else Likeness.SAME_TEXT), 1.0
    likeness, similarity = describe(members, pairs)
    if likeness is Likeness.NEAR and _are_versions(files):
        return Likeness.VERSION, similarity
    return likeness, similarity


def _are_versions(files: Sequence[Copy]) -> bool:
    """Whether the names of files of different wordings are those of one document's versions."""
    stem = find_stem(files[0].path)
    return all(find_stem(file.path) == stem for file in files) and all(
        are_versions(one.path, other.path) for one, other in combinations(files, 2) if one.wording != other.wording
    )


def _choose(
    likeness: Likeness,
    members: Sequence[int],
    files: Sequence[Copy],
    speakers: dict[Path, int],
    pairs: dict[tuple[int, int], Pair],
    preferences: Preferences,
) -> tuple[Copy, str]:
    """Of versions the latest stays, and what holds the others; else the person's rules decide."""
    if likeness is Likeness.CONTAINED:
        holder = max(
            members, key=lambda number: sum(_share(pairs, other, number) for other in members if other != number)
        )
        held = [file for file in files if speakers[file.path] == holder]
        return choose(held, preferences)[0], _HOLDS_ALL
    if likeness is Likeness.VERSION:
        return max(files, key=lambda file: (file.modified_ns, file.path)), _LATEST
    return choose(files, preferences)


def _find(pairs: dict[tuple[int, int], Pair], one: int, other: int) -> Pair | None:
    return pairs.get((min(one, other), max(one, other)))


def _share(pairs: dict[tuple[int, int], Pair], one: int, other: int) -> float:
    """Share of the words of `one` that `other` has too."""
    pair = _find(pairs, one, other)
    if pair is None:
        return 1.0
    return pair.first_within if one < other else pair.second_within


def _make_member(
    file: Copy, keep: Copy, pair: Pair | None, speakers: dict[Path, int], preferences: Preferences
) -> Member:
    same = speakers[file.path] == speakers[keep.path]
    protected = is_below(file.path, preferences.protected)
    within = 1.0
    if pair:
        within = pair.first_within if speakers[file.path] == pair.first else pair.second_within
    return Member(
        path=file.path,
        size=file.size,
        modified_ns=file.modified_ns,
        kind=file.kind,
        keep=file is keep,
        similarity=1.0 if same or pair is None else pair.similarity,
        containment=within,
        protected=protected,
        selected=same and file is not keep and not protected,
        changes=Changes() if same or pair is None else pair.changes,
    )
