"""Growth of what a search of the shared library takes: made vectors, real texts, by someone who may see all of it.

    PYTHONPATH=tests python tests/benchmarks/shared_library_growth.py --data ../shared/data/ir/msmarco_sub5k \
        --library .cache/search [--json] [PASSAGES ...]

Each number of passages is a database of its own on a server that is started for it. A document has four passages, each
a text of the collection with a made vector around one of a hundred centres. Tables are filled by COPY, before the index
of vectors is made; what publishing costs is measured by `shared_library.py`. A million passages take hours and 30 GB.

For each filter: the milliseconds of hybrid searches, by the clock and of processors, here and on the server together;
and what share of the ten nearest passages is found, against comparing all that pass.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from shared_library import measure_cpu

from findling.evaluation.beir import read_collection
from findling.models.embedder import SharedEmbedder
from findling.paths import LibraryPaths
from findling.search.proposals import PASSAGE_CANDIDATES
from findling.search.query import parse_query
from findling.settings import Settings
from findling.storage.file_filter import Filter
from findling.team.document_terms import DocumentTerms
from findling.team.library_address import LibraryAddress
from findling.team.library_creation import create_library
from findling.team.membership import Membership
from findling.team.server_link import ServerLink
from findling.team.team_library import TeamLibrary, describe_model
from findling.team.team_passwords import PASSWORD_VARIABLE
from findling.team.team_tables import write_vector
from findling.team.team_words import EXACT_SIGN
from postgresserver import PASSWORD, PostgresServer, running_server

SIZES = (10_000, 50_000)
PER_DOCUMENT = 4
CENTRES = 100
NOISE = 0.6
QUERIES = 30
FILTERS = {"none": "", "half": "type:pdf", "5 %": "lang:de", "0.5 %": "name:rare"}


@dataclass(frozen=True)
class Growth:
    """Figures of one size, by filter.

    Attributes:
        filling_s, index_s: by the clock.
        bytes: of the database.
        median_ms, p95_ms: of a hybrid search, by the clock.
        cpu_ms: mean of one, of all processes.
        recall: @10 of the nearest passages.
    """

    passages: int
    filling_s: float
    index_s: float
    bytes: int
    median_ms: dict[str, float]
    p95_ms: dict[str, float]
    cpu_ms: dict[str, float]
    recall: dict[str, float]


class MadeDocuments:
    """Documents of real texts with made vectors."""

    def __init__(self, texts: list[str], dimensions: int) -> None:
        self._draw = np.random.default_rng(17)
        self._texts = texts
        self._terms = [DocumentTerms.of("", text, "en") for text in texts]
        self._centres = self._draw.standard_normal((CENTRES, dimensions))
        self._dimensions = dimensions

    def vector(self) -> np.ndarray:
        centre = self._centres[self._draw.integers(CENTRES)]
        vector = centre + NOISE * self._draw.standard_normal(self._dimensions)
        return (vector / np.linalg.norm(vector)).astype(np.float32)

    def fill(self, connection, passages: int) -> None:
        """Fill the tables with documents of the numbers from 1 on."""
        drawn = self._draw.integers(len(self._texts), size=(passages // PER_DOCUMENT, PER_DOCUMENT)).tolist()
        documents = list(enumerate(drawn, 1))
        tables = {
            "documents (id, key, kind, title, language, recognised, body, stems, words, mean)": self._documents,
            "lengths (document_id, language, stems, words)": self._lengths,
            "files (id, folder_id, path, folded, words, size, mtime_ns, source, key)": self._files,
            "passages (document_id, beginning, ending, heading, vector)": self._passages,
            "postings (term, document_id, frequency, length)": self._postings,
            "word_runs (document_id, words)": self._runs,
        }
        connection.execute(
            "INSERT INTO folders (owner, machine, machine_name, path, readers)"
            " VALUES ('admin', 'm', 'pc', '/many', '{findling_reader}')"
        )
        for table, rows in tables.items():
            with connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                for number, places in documents:
                    for row in rows(number, places):
                        copy.write_row(row)

    def _files(self, number: int, places: list[int]) -> Iterator[tuple]:
        name = " rare " if number % 200 == 0 else " usual "
        yield number, 1, f"{number}.txt", name, [], 1, number, b"", number.to_bytes(8, "big")

    def _measure(self, places: list[int]) -> tuple[int, int]:
        return sum(self._terms[at].stems for at in places), sum(self._terms[at].words for at in places)

    def _lengths(self, number: int, places: list[int]) -> Iterator[tuple]:
        yield number, name_language(number), *self._measure(places)

    def _documents(self, number: int, places: list[int]) -> Iterator[tuple]:
        stems, words = self._measure(places)
        kind, language = "pdf" if number % 2 == 0 else "txt", name_language(number)
        body = "\n".join(self._texts[at] for at in places)
        mean = write_vector(self.vector().tolist())
        yield number, number.to_bytes(8, "big"), kind, "", language, False, body, stems, words, mean

    def _passages(self, number: int, places: list[int]) -> Iterator[tuple]:
        start = 0
        for at in places:
            end = start + len(self._texts[at])
            yield number, start, end, "", write_vector(self.vector().tolist())
            start = end + 1

    def _postings(self, number: int, places: list[int]) -> Iterator[tuple]:
        frequencies: Counter[str] = sum((self._terms[at].frequencies for at in places), Counter())
        stems, words = self._measure(places)
        return (
            (term, number, frequency, words if term.startswith(EXACT_SIGN) else stems)
            for term, frequency in frequencies.items()
        )

    def _runs(self, number: int, places: list[int]) -> Iterator[tuple]:
        return ((number, run) for at in places for run in self._terms[at].runs)


def name_language(number: int) -> str:
    return "de" if number % 20 == 0 else "en"


def measure(server: PostgresServer, paths: LibraryPaths, folder: Path, passages: int) -> Growth:
    collection = read_collection(folder)
    model = SharedEmbedder(paths, Settings())
    corpus = map(json.loads, (folder / "corpus.jsonl").read_text("utf-8").splitlines())
    made = MadeDocuments([each["text"] for each in corpus if each["text"]], model.get().encoder.dimensions)
    database = server.create_database()
    with ServerLink.open(LibraryAddress.parse(server.url(database))[0]) as link:
        create_library(link, describe_model(model.get()))
    with server.connect(database) as connection:
        connection.execute("SET search_path = findling, public")
        started = time.perf_counter()
        made.fill(connection, passages)
        filled = time.perf_counter()
        connection.execute("SET maintenance_work_mem = '512MB'")
        connection.execute("SELECT build_index(1)")
        built = time.perf_counter()
    server.analyse(database)
    person = f"reader_of_{database}"
    server.create_person(person, "findling_reader")
    queries = list(collection.queries.values())[:QUERIES]
    times: dict[str, list[float]] = {}
    cpu: dict[str, float] = {}
    recall: dict[str, float] = {}
    with TeamLibrary.open(Membership.make(LibraryAddress.parse(server.url(database, person))[0])) as team:
        for name, typed in FILTERS.items():
            team.search(f"{queries[0]} {typed}", paths, model)
            before = measure_cpu(server)
            times[name] = [time_search(team, f"{text} {typed}", paths, model) for text in queries]
            cpu[name] = round((measure_cpu(server) - before) / len(queries) * 1000, 1)
            wanted = parse_query(typed, now=datetime.now().astimezone(), home=Path.home()).filter
            recall[name] = round(float(np.mean([find_recall(team, wanted, made.vector()) for _ in range(QUERIES)])), 3)
    return Growth(
        passages=passages,
        filling_s=round(filled - started, 1),
        index_s=round(built - filled, 1),
        bytes=server.measure(database),
        median_ms={name: round(float(np.median(each)), 1) for name, each in times.items()},
        p95_ms={name: round(float(np.percentile(each, 95)), 1) for name, each in times.items()},
        cpu_ms=cpu,
        recall=recall,
    )


def time_search(team: TeamLibrary, query: str, paths: LibraryPaths, model: SharedEmbedder) -> float:
    """Return the milliseconds of one hybrid search."""
    started = time.perf_counter()
    team.search(query, paths, model)
    return (time.perf_counter() - started) * 1000


def find_recall(team: TeamLibrary, wanted: Filter, query: np.ndarray) -> float:
    """Return what share of the ten nearest is among the best ten of what a search asks for."""
    with team.snapshot(wanted) as tables:
        found = tables.vectors.search(query, PASSAGE_CANDIDATES)
        nearest = tables.vectors.compare_all(query, 10)
    return len({*found.labels[:10].tolist()} & {*nearest.labels.tolist()}) / len(nearest)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", nargs="*", type=int, default=SIZES)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    os.environ[PASSWORD_VARIABLE] = PASSWORD
    with running_server() as server:
        for passages in options.passages:
            found = measure(server, LibraryPaths.inside(options.library), options.data, passages)
            print(json.dumps(asdict(found)) if options.json else found, flush=True)


if __name__ == "__main__":
    main()
