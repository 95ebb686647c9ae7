"""Quality and cost of a search of the shared library beside one of the library on this computer.

    PYTHONPATH=tests python tests/benchmarks/shared_library.py --data ../shared/data/ir --library .cache/search \
        [--json] [COLLECTION ...]

Each collection is indexed once into the library's cache, published to a server that is started for it, and asked there
by someone who may see all of it. CPU is that of the asking process, and for the shared library that of the server too.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from findling.domain.search import Mode
from findling.evaluation import metrics
from findling.evaluation.beir import Collection, read_collection
from findling.evaluation.evaluate import evaluation_folder, index_collection
from findling.models.embedder import SharedEmbedder
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.settings import Settings
from findling.team.library_address import LibraryAddress
from findling.team.library_creation import create_library
from findling.team.membership import Membership
from findling.team.server_link import ServerLink
from findling.team.team_library import EVERYONE, TeamLibrary, describe_model
from findling.team.team_passwords import PASSWORD_VARIABLE
from postgresserver import PASSWORD, PostgresServer, running_server

COLLECTIONS = ("time", "cranfield")
DEPTH = 100


@dataclass(frozen=True)
class Comparison:
    """Both libraries on one collection.

    Attributes:
        local, shared: nDCG@10 by mode.
        local_ms, shared_ms: CPU of one hybrid ranking.
        publishing_s: CPU of publishing everything, of this process and of the server.
        bytes: of the database on the server.
    """

    collection: str
    documents: int
    local: dict[str, float]
    shared: dict[str, float]
    local_ms: float
    shared_ms: float
    publishing_s: float
    bytes: int


def compare(folder: Path, paths: LibraryPaths, server: PostgresServer) -> Comparison:
    collection = read_collection(folder)
    own = evaluation_folder(collection, paths)
    inside = LibraryPaths.inside(own / "library", paths.models)
    ids = index_collection(collection, own, inside, Settings())
    model = SharedEmbedder(inside, Settings())
    database = server.create_database()
    address, _ = LibraryAddress.parse(server.url(database))
    with ServerLink.open(address) as link:
        create_library(link, describe_model(model.get()))
    server.create_person(f"member_of_{database}", "findling_member")
    server.create_person(f"reader_of_{database}", "findling_reader")
    member, reader = (
        Membership.make(LibraryAddress.parse(server.url(database, f"{each}_of_{database}"))[0])
        for each in ("member", "reader")
    )
    library = Library.open(inside, Settings(), model)
    try:
        with TeamLibrary.open(member) as team:
            team.share(own / "files", [EVERYONE])
            started = measure_cpu(server)
            done = team.publish(library.database, lambda _: None)
            publishing = measure_cpu(server) - started
        server.analyse(database)
        with TeamLibrary.open(reader) as team:
            asked = {
                mode: [
                    lambda text, mode=mode: library.rank(text, mode=mode, limit=DEPTH),
                    lambda text, mode=mode: team.rank(text, inside, model, mode=mode, limit=DEPTH),
                ]
                for mode in Mode
            }
            scored = {mode: [score(collection, ids, rank) for rank in ranks] for mode, ranks in asked.items()}
            costs = []
            for rank in asked[Mode.HYBRID]:
                started = measure_cpu(server)
                for text in collection.queries.values():
                    rank(text)
                costs.append((measure_cpu(server) - started) / len(collection.queries) * 1000)
    finally:
        library.close()
    return Comparison(
        collection=collection.name,
        documents=done.brought,
        local={mode.value: round(local, 4) for mode, (local, _) in scored.items()},
        shared={mode.value: round(shared, 4) for mode, (_, shared) in scored.items()},
        local_ms=round(costs[0], 1),
        shared_ms=round(costs[1], 1),
        publishing_s=round(publishing, 1),
        bytes=server.measure(database),
    )


def score(collection: Collection, ids: dict[str, str], rank) -> float:
    scores = []
    for query, text in collection.queries.items():
        found = [ids[path.name] for path, _ in rank(text)]
        scores.append(metrics.score([each for each in found if each != query], collection.judgements[query]))
    return metrics.mean(scores).ndcg_10


def measure_cpu(server: PostgresServer) -> float:
    """Return the CPU seconds of this process and of the server with all of its sessions."""
    total = time.process_time()
    for each in server.processes():
        try:
            used = each.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += used.user + used.system
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", nargs="*", default=COLLECTIONS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    os.environ[PASSWORD_VARIABLE] = PASSWORD
    paths = LibraryPaths.inside(options.library)
    with running_server() as server:
        for name in options.collections:
            found = compare(options.data / name, paths, server)
            print(json.dumps(asdict(found)) if options.json else found, flush=True)


if __name__ == "__main__":
    main()
