"""Map of a library for the window: places, topics as regions, and what colours points."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from findling.domain.topics import MapLabel, TopicMap, TopicRegion

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from findling.storage.database import Database

_T = TypeVar("_T", bound="Hashable")

FOLDERS = 10
"""Folders that have a colour of their own: more could not be told apart."""

_OUTLINED_SHARE = 0.7
_FIRST_SECOND, _LAST_SECOND = 0, 32_503_680_000
"""Seconds from 1970 to 3000."""


def draw_map(database: Database) -> TopicMap:
    """Return the map as it is stored; empty where nothing has a place."""
    topics = database.topics
    placed = {each.document_id: each for each in topics.placed()}
    files = [file for file in topics.all_files() if file.document_id in placed]
    if not files:
        return TopicMap()
    parents = {topic_id: parent or topic_id for topic_id, parent, _ in topics.all()}
    rows = [placed[file.document_id] for file in files]
    places = np.array([(row.x, row.y) for row in rows], "<f4")
    outer = np.array([parents.get(row.topic_id or 0, 0) for row in rows], np.int64)
    tree = topics.tree().topics
    position = {topic.id: at for at, topic in enumerate(tree)}
    folder_at, folder_names = _rank([_top_folder(file.path) for file in files], FOLDERS)
    kind_at, kinds = _rank([file.kind for file in files], len(files))
    regions = []
    for topic in tree:
        middle, outline = _outline(places[outer == topic.id])
        regions.append(
            TopicRegion(topic_id=topic.id, name=topic.name, size=topic.size, x=middle[0], y=middle[1], outline=outline)
        )
    return TopicMap(
        document_ids=np.array([file.document_id for file in files], "<i4").tobytes(),
        places=places.tobytes(),
        topics=np.array([position.get(topic, -1) for topic in outer.tolist()], "<i2").tobytes(),
        folders=np.array(folder_at, "<i2").tobytes(),
        kinds=np.array(kind_at, "<i2").tobytes(),
        years=np.array([_year(file.modified_ns) for file in files], "<i2").tobytes(),
        regions=tuple(regions),
        folder_names=tuple(folder_names),
        kind_names=tuple(kinds),
        labels=tuple(_list_labels(database, [file.document_id for file in files])),
    )


def _list_labels(database: Database, document_ids: Sequence[int]) -> list[MapLabel]:
    """Return the labels of documents, those of most documents first."""
    row_of = {document_id: row for row, document_id in enumerate(document_ids)}
    colours = {each.name: each.colour for each in database.labels.all()}
    rows = {
        name: sorted(row_of[each] for each in bearers if each in row_of)
        for name, bearers in database.labels.documents().items()
    }
    return [
        MapLabel(name=name, colour=colours[name], rows=np.array(rows[name], "<i4").tobytes())
        for name in sorted(rows, key=lambda name: (-len(rows[name]), name))
        if rows[name]
    ]


def _rank(values: Sequence[_T], most: int) -> tuple[list[int], list[_T]]:
    """Return the rank of each value by frequency, and the values; beyond `most`, one rank."""
    ranked = [value for value, _ in Counter(values).most_common(most)]
    position = {value: at for at, value in enumerate(ranked)}
    return [position.get(value, len(ranked)) for value in values], ranked


def _top_folder(path: Path) -> str:
    return str(path.parent)


def _year(modified_ns: int) -> int:
    """Return the year of a time; what no calendar has is taken for its nearest end."""
    seconds = min(max(modified_ns // 1_000_000_000, _FIRST_SECOND), _LAST_SECOND)
    return datetime.fromtimestamp(seconds, UTC).astimezone().year


def _outline(places: NDArray[np.float32]) -> tuple[tuple[float, float], tuple[tuple[float, float], ...]]:
    """Return the middle of documents, and the convex hull of those that are nearest to it."""
    middle = np.median(places, axis=0)
    distances = np.square(places - middle).sum(axis=1)
    nearest = places[np.argsort(distances, kind="stable")[: max(int(_OUTLINED_SHARE * len(places)), 1)]]
    return (float(middle[0]), float(middle[1])), _find_hull(nearest)


def _find_hull(places: NDArray[np.float32]) -> tuple[tuple[float, float], ...]:
    """Return the convex hull by Andrew's monotone chain (1979); of a line or a place, its ends."""
    ordered = sorted({(float(x), float(y)) for x, y in places.tolist()})
    if len(ordered) < 3:
        return tuple(ordered)
    chains = []
    for points in (ordered, ordered[::-1]):
        chain: list[tuple[float, float]] = []
        for point in points:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        chains.append(chain[:-1])
    return (*chains[0], *chains[1])


def _turn(first: tuple[float, float], second: tuple[float, float], third: tuple[float, float]) -> float:
    """Return a number above 0 where the way by three points turns left."""
    along, aside = second[0] - first[0], second[1] - first[1]
    return along * (third[1] - first[1]) - aside * (third[0] - first[0])
