"""Quality, stability and cost of grouping documents by topic.

    python tests/benchmarks/topics.py quality NAME=LIBRARY [NAME=LIBRARY ...] [--each 250] [--json]
    python tests/benchmarks/topics.py scale [--documents 20000] [--json]
    python tests/benchmarks/topics.py drawing [--documents 100000] [--json]
    python tests/benchmarks/topics.py large [--documents 100000] [--json]

`quality` takes documents and vectors from libraries that were indexed before, which it only reads. Of one library the
classes are the folders that the files lie in, of several the libraries, with `--each` documents of each. Normalised
mutual information is by the mean of both entropies. "Kept" are names after a part of the documents was exchanged for
others: by the stage as it works in the product, and when everything is grouped anew. `scale` groups made-up vectors of
200 subjects in 384 dimensions; `drawing` paints the map without a screen. `large` puts given topics and places into
such a library instead, and measures what is asked of it again and again: labels suggested, new documents assigned, the
map read.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from findling.domain.files import Extraction, Passage, Stat
from findling.domain.labels import LabelChoice
from findling.domain.topics import GroupingState
from findling.formats import FileKind
from findling.indexing.user_choices import choose_label, watch_label
from findling.models.embedder import Embedder
from findling.paths import LibraryPaths
from findling.search.label_suggestions import count_new_suggestions, suggest_files
from findling.search.query import parse_query
from findling.settings import Settings
from findling.storage.database import Database
from findling.storage.half_precision import widen
from findling.storage.topic_table import PlacedDocument
from findling.topics.grouping import TopicGrouping
from findling.topics.later_documents import place_later
from findling.topics.neighbour_graph import centre, normalise
from findling.topics.topic_map import draw_map

STAT = Stat(size=1, mtime_ns=1, inode=1)
NEIGHBOURS = 15
SAMPLED = 1_500


class Documents:
    """Documents with their vectors and classes."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []
        self.vectors: list[NDArray[np.float32]] = []
        self.classes: list[str] = []

    def read(self, name: str, library: Path, each: int, *, by_folder: bool) -> None:
        """Add documents of a library, at random."""
        connection = sqlite3.connect(f"file:{library / 'library.db'}?mode=ro", uri=True)
        space, dimensions = connection.execute("SELECT id, dimensions FROM spaces WHERE answering = 1").fetchone()
        rows = connection.execute(
            "SELECT d.title, d.text, d.language, m.vector,"
            " (SELECT path FROM files f WHERE f.document_id = d.id LIMIT 1)"
            " FROM documents d JOIN mean_vectors m ON m.document_id = d.id AND m.space_id = ? ORDER BY d.id",
            (space,),
        ).fetchall()
        connection.close()
        order = np.random.default_rng(1).permutation(len(rows))
        for at in order if by_folder else order[:each]:
            title, text, language, vector, path = rows[at]
            self.rows.append((title, text, language))
            self.vectors.append(widen(vector, dimensions)[0])
            self.classes.append(Path(os.fsdecode(path)).parent.name if by_folder else name)


class Shelf:
    """Library of documents whose vectors are given."""

    def __init__(self, folder: Path, documents: Documents) -> None:
        self.database = Database.open_for_writing(folder / "library.db")
        self.documents = documents
        self.ids: dict[int, int] = {}
        with self.database.transaction():
            self.folder = self.database.folders.add(Path("/d")).id
            self.space = self.database.vectors.ensure_space("bench:1", "bench", len(documents.vectors[0]))
            self.database.spaces.make_active(self.space)

    def add(self, rows: NDArray[np.int64]) -> None:
        with self.database.transaction():
            for row in rows.tolist():
                title, text, language = self.documents.rows[row]
                extraction = Extraction(FileKind.TEXT, title, text, (), language=language)
                document = self.database.documents.add(f"{row}".encode(), "bench", extraction)
                self.database.vectors.add(document, self.space, [Passage(0, 1)], self.documents.vectors[row][None])
                file = self.database.files.add_pending(self.folder, Path("/d") / str(row), STAT, 0)
                self.database.files.set_indexed(file, document, STAT, "bench")
                self.ids[row] = document

    def remove(self, rows: NDArray[np.int64]) -> None:
        with self.database.transaction():
            for row in rows.tolist():
                self.database.files.remove([self.database.files.find(Path("/d") / str(row)).id])  # type: ignore[union-attr]
            self.database.documents.remove([self.ids[row] for row in rows.tolist()])

    def group(self, encoder: Any) -> float:
        """Group all; return CPU seconds."""
        return sum(self.group_by_phases(encoder).values())

    def group_by_phases(self, encoder: Any) -> dict[str, float]:
        """Group all; return CPU seconds of the graph, the map, and the topics with their names."""
        spent = dict.fromkeys(("graph", "map", "topics"), 0.0)
        before = time.process_time()
        steps = TopicGrouping(self.database, self.space, encoder, lambda: 0.03).steps()
        for done in chain(steps, (1.0,)):
            phase = "graph" if done <= 0.3 else "map" if done < 0.9 else "topics"
            now = time.process_time()
            spent[phase], before = spent[phase] + now - before, now
        return spent

    def topics(self) -> dict[int, int]:
        """Return the outer topic of each row."""
        parents = {topic: parent or topic for topic, parent, _ in self.database.topics.all()}
        placed = {each.document_id: parents.get(each.topic_id or 0, 0) for each in self.database.topics.placed()}
        return {row: placed[document] for row, document in self.ids.items() if document in placed}

    def names(self) -> dict[int, str]:
        return {topic: " ".join(terms) for topic, _, terms in self.database.topics.all()}


def mutual_information(first: NDArray[np.int64], second: NDArray[np.int64]) -> float:
    counts = np.zeros((first.max() + 1, second.max() + 1))
    np.add.at(counts, (first, second), 1)
    joint = counts / counts.sum()
    rows, columns = joint.sum(axis=1), joint.sum(axis=0)
    present = joint > 0
    shared = (joint[present] * np.log((joint / np.outer(rows, columns))[present])).sum()
    entropies = [-(each[each > 0] * np.log(each[each > 0])).sum() for each in (rows, columns)]
    return float(2 * shared / sum(entropies))


def trustworthiness(places: NDArray[np.float32], vectors: NDArray[np.float32]) -> float:
    """Return the trustworthiness of Venna and Kaski (2001) among 15 neighbours, of a sample of documents."""
    count = len(places)
    rows = np.random.default_rng(0).permutation(count)[:SAMPLED]
    penalty = 0.0
    for row in rows:
        cosines = vectors @ vectors[row]
        cosines[row] = np.inf
        ranks = np.empty(count, np.int64)
        ranks[np.argsort(-cosines, kind="stable")] = np.arange(count)
        distances = np.square(places - places[row]).sum(axis=1)
        distances[row] = np.inf
        nearest = np.argpartition(distances, NEIGHBOURS)[:NEIGHBOURS]
        penalty += float(np.maximum(ranks[nearest] - NEIGHBOURS, 0).sum())
    return 1 - 2 * penalty / (len(rows) * NEIGHBOURS * (2 * count - 3 * NEIGHBOURS - 1))


def measure_quality(libraries: list[str], each: int) -> dict[str, Any]:
    documents = Documents()
    for entry in libraries:
        name, _, library = entry.partition("=")
        documents.read(name, Path(library), each, by_folder=len(libraries) == 1)
    with tempfile.TemporaryDirectory() as folder:
        encoder = Embedder.open(LibraryPaths.inside(Path(folder)), Settings()).encoder
        whole = Shelf(Path(folder), documents)
        count = len(documents.rows)
        whole.add(np.arange(count))
        seconds = whole.group(encoder)
        found = whole.topics()
        classes = np.unique(documents.classes, return_inverse=True)[1]
        topics = np.unique([found[row] for row in range(count)], return_inverse=True)[1]
        places = np.array([(each.x, each.y) for each in whole.database.topics.placed()], np.float32)
        vectors = centre(np.stack(documents.vectors))
        result: dict[str, Any] = {
            "documents": count,
            "classes": int(classes.max()) + 1,
            "topics": int(topics.max()) + 1,
            "nmi": round(mutual_information(topics, classes), 3),
            "trustworthiness": round(trustworthiness(places, vectors), 3),
            "cpu_seconds": round(seconds, 2),
            "names": [
                {"name": topic.name, "size": topic.size, "parts": [part.name for part in topic.parts]}
                for topic in whole.database.topics.tree().topics
            ],
        }
        whole.database.close()
    result["kept"] = {share: measure_kept(documents, encoder, share) for share in (0.05, 0.10)}
    return result


def measure_kept(documents: Documents, encoder: Any, share: float) -> dict[str, float]:
    """Exchange a share of the documents; return the shares of outer and inner names that are still there."""
    order = np.random.default_rng(2).permutation(len(documents.rows))
    part = int(share * len(order))
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder), documents)
        shelf.add(order[part:])
        shelf.group(encoder)
        before = shelf.names()
        shelf.add(order[:part])
        shelf.remove(order[-part:])
        place_later(shelf.database, shelf.space)
        assigned = shelf.names()
        shelf.group(encoder)
        after = shelf.names()
        shelf.database.close()
    return {
        "assigned": round(sum(assigned.get(topic) == name for topic, name in before.items()) / len(before), 3),
        "grouped anew": round(sum(after.get(topic) == name for topic, name in before.items()) / len(before), 3),
    }


def measure_scale(count: int) -> dict[str, Any]:
    drawn = np.random.default_rng(1)
    subjects = normalise(drawn.standard_normal((200, 384), dtype=np.float32))
    of = drawn.integers(0, len(subjects), count)
    documents = Documents()
    words = [f"subject{number}" for number in range(len(subjects))]
    for start in range(0, count, 10_000):
        chosen = of[start : start + 10_000]
        noise = drawn.standard_normal((len(chosen), 384), dtype=np.float32) * np.float32(0.05)
        documents.vectors += list(normalise(subjects[chosen] + noise))
        documents.rows += [
            ("", " ".join(drawn.choice(words, 200).tolist() + [words[subject]] * 10), "en") for subject in chosen
        ]
    with tempfile.TemporaryDirectory() as folder:
        encoder = Embedder.open(LibraryPaths.inside(Path(folder)), Settings()).encoder
        shelf = Shelf(Path(folder), documents)
        shelf.add(np.arange(count))
        del documents.vectors, documents.rows
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        phases = shelf.group_by_phases(encoder)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        topics = len(shelf.database.topics.tree().topics)
        shelf.database.close()
    return {
        "documents": count,
        "topics": topics,
        "cpu_seconds": round(sum(phases.values()), 1),
        "phases": {name: round(seconds, 1) for name, seconds in phases.items()},
        "peak_mb": peak // 1024,
        "before_mb": before // 1024,
    }


def measure_large(count: int) -> dict[str, Any]:
    """Return CPU milliseconds of what is asked of a large library again and again, each once for the first time."""
    drawn = np.random.default_rng(1)
    subjects = normalise(drawn.standard_normal((50, 384), dtype=np.float32))
    documents = Documents()
    for _ in range(0, count, 10_000):
        of = drawn.integers(0, len(subjects), min(10_000, count))
        noise = drawn.standard_normal((len(of), 384), dtype=np.float32) * np.float32(0.05)
        documents.vectors += list(normalise(subjects[of] + noise))
        documents.rows += [("", f"subject {subject}", "en") for subject in of]
        documents.classes += [str(subject) for subject in of]
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder), documents)
        database, topics = shelf.database, shelf.database.topics
        shelf.add(np.arange(count - 1_000))
        with database.transaction():
            ids = {name: topics.add(None, (f"subject {name}",)) for name in dict.fromkeys(documents.classes)}
            topics.place(
                PlacedDocument(document, ids[documents.classes[row]], 0.5, *drawn.normal(size=2).tolist())
                for row, document in shelf.ids.items()
            )
            topics.set_record(GroupingState.GROUPED, shelf.space, len(shelf.ids))
        bearers = [Path("/d") / str(row) for row in range(2_000) if documents.classes[row] == documents.classes[0]]
        choose_label(database, "First", bearers[:20], LabelChoice.GIVEN)
        watch_label(database, "First", watched=True)
        parsed = parse_query(f'topic:"subject {documents.classes[0]}"', now=datetime.now(UTC), home=Path("/"))
        shelf.add(np.arange(count - 1_000, count - 999))
        asked: dict[str, Callable[[], object]] = {
            "20 suggestions": lambda: suggest_files(database, "First", 20),
            "suggestions for what is new": lambda: count_new_suggestions(database),
            "a label given": lambda: choose_label(database, "First", bearers[20:21], LabelChoice.GIVEN),
            "a new document assigned": lambda: place_later(database, shelf.space),
            "the map read": lambda: draw_map(database),
            "documents of a topic listed": lambda: database.documents.select(parsed.filter, count),
            "files of topics counted": topics.count_files,
        }
        spent = {}
        for name, ask in asked.items():
            began = time.process_time()
            ask()
            spent[name] = round((time.process_time() - began) * 1_000)
        shelf.add(np.arange(count - 999, count))
        began = time.process_time()
        place_later(database, shelf.space)
        spent["999 new documents assigned"] = round((time.process_time() - began) * 1_000)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        database.close()
    return {"documents": count, "cpu_milliseconds": spent, "peak_mb": peak // 1024}


def measure_drawing(count: int) -> dict[str, Any]:
    """Return CPU milliseconds of one picture of the map, all of it in sight and a section."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from findling.domain.topics import TopicMap
    from findling.settings import Appearance
    from findling.ui.pages.topics.map_points import MapPoints
    from findling.ui.pages.topics.map_view import MapView
    from findling.ui.theme.theme import Theme

    application = QApplication([])
    drawn = np.random.default_rng(1)
    places = drawn.normal(0, 15, (count, 2)) + drawn.uniform(-100, 100, (12, 2))[np.arange(count) % 12]
    column = np.zeros(count, "<i2").tobytes()
    points = MapPoints(
        TopicMap(
            document_ids=np.arange(count, dtype="<i4").tobytes(),
            places=places.astype("<f4").tobytes(),
            topics=(np.arange(count) % 12).astype("<i2").tobytes(),
            folders=column,
            kinds=column,
            years=column,
        )
    )
    view = MapView(Theme(application, Appearance.LIGHT))
    view.resize(1_200, 900)
    view.show_map(points)
    view.grab()
    milliseconds = {}
    for name, factor in (("all", 1.0), ("nearer", 4.0)):
        view.zoom(factor)
        began = time.process_time()
        for _ in range(20):
            view.zoom(1.0)
            view.grab()
        milliseconds[name] = round((time.process_time() - began) * 1_000 / 20, 1)
    return {"documents": count, "milliseconds": milliseconds}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    commands = parser.add_subparsers(dest="command", required=True)
    quality = commands.add_parser("quality")
    quality.add_argument("libraries", nargs="+", metavar="NAME=LIBRARY")
    quality.add_argument("--each", type=int, default=250)
    scale = commands.add_parser("scale")
    scale.add_argument("--documents", type=int, default=20_000)
    drawing = commands.add_parser("drawing")
    drawing.add_argument("--documents", type=int, default=100_000)
    large = commands.add_parser("large")
    large.add_argument("--documents", type=int, default=100_000)
    for command in (quality, scale, drawing, large):
        command.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    match chosen.command:
        case "quality":
            result = measure_quality(chosen.libraries, chosen.each)
        case "scale":
            result = measure_scale(chosen.documents)
        case "large":
            result = measure_large(chosen.documents)
        case _:
            result = measure_drawing(chosen.documents)
    if chosen.json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
        return
    for name, value in result.items():
        for line in value if isinstance(value, list) else [value]:
            print(f"{name}: {line}")


if __name__ == "__main__":
    main()
