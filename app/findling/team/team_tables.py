"""Documents, files and vectors of the shared library, as a search asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import numpy as np

from findling.domain.origin import Origin, Role
from findling.domain.search import SortOrder
from findling.formats import FileKind
from findling.index.vectors.exact import Neighbours
from findling.search.proposals import PASSAGE_CANDIDATES
from findling.storage.document_table import DocumentRow, FileLocation
from findling.storage.name_table import NamedFiles
from findling.storage.stored_passages import StoredPassages
from findling.storage.vector_blocks import BestCosines
from findling.team.rights_lookup import looking_up_by_list
from findling.team.team_filter import TeamFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import psycopg
    from numpy.typing import NDArray

    from findling.storage.file_filter import Filter
    from findling.storage.name_table import NamedFile
    from findling.storage.vector_table import Space
    from findling.team.team_words import TeamWords

_FILES = "files f JOIN documents d ON d.id = f.document_id JOIN folders o ON o.id = f.folder_id"

_ORDERS = {
    SortOrder.RELEVANCE: "max(f.mtime_ns) DESC",
    SortOrder.DATE: "max(f.mtime_ns) DESC",
    SortOrder.NAME: "min(f.folded)",
    SortOrder.SIZE: "max(f.size) DESC",
}

_BIG_HALF = np.dtype(">f2")
"""Component of a vector as the extension sends it."""

_HEAD = 4
"""Bytes before the components of a sent vector: their number, and two that are not used."""

_FEWEST_SCANNED, _MOST_SCANNED = 100, 1_000
"""Bounds of `hnsw.ef_search`: below, the few that are wanted are missed; above, the extension allows none."""


class TeamDocuments:
    """Documents and files that one user may see, in one transaction.

    Files of other computers are shown as `COMPUTER:PATH`, those of this one by their paths.
    """

    def __init__(self, connection: psycopg.Connection[Any], machine: str) -> None:
        """Read what a connection's user may see; `machine` identifies this computer's library."""
        self._connection = connection
        self._machine = machine

    def _to_condition(self, wanted: Filter) -> tuple[str, list[object]]:
        return TeamFilter(wanted, self._machine).to_condition()

    def get(self, document_ids: Sequence[int]) -> dict[int, DocumentRow]:
        """Return the documents with these ids that still exist."""
        rows = self._connection.execute(
            "SELECT id, kind, title, language, pages, recognised FROM documents WHERE id = ANY (%s)",
            (list(document_ids),),
        )
        return {row[0]: DocumentRow(row[0], FileKind(row[1]), *row[2:]) for row in rows}

    def locations(self, document_ids: Sequence[int], wanted: Filter) -> dict[int, list[FileLocation]]:
        """Return the files that have these contents and pass the filter, latest first."""
        condition, values = self._to_condition(wanted)
        rows = self._connection.execute(
            f"SELECT d.id, o.owner, o.machine, o.machine_name, o.path, f.path, f.mtime_ns, f.size FROM {_FILES}"
            f" WHERE d.id = ANY (%s) {condition} ORDER BY f.mtime_ns DESC, length(f.path), f.path, o.id",
            (list(document_ids), *values),
        )
        found: dict[int, list[FileLocation]] = {}
        for document_id, owner, machine, name, folder, path, modified, size in rows:
            whole = PurePosixPath(folder, path)
            elsewhere = "" if machine == self._machine else name
            shown = Path(f"{elsewhere}:{whole}" if elsewhere else whole)
            place = FileLocation(shown, modified, size, shared_by=owner, machine=elsewhere)
            found.setdefault(document_id, []).append(place)
        return found

    def select(self, wanted: Filter, limit: int) -> list[int]:
        """Return up to `limit` documents of which at least one file passes the filter, by id."""
        condition, values = self._to_condition(wanted)
        with looking_up_by_list(self._connection):
            rows = self._connection.execute(
                f"SELECT DISTINCT d.id FROM {_FILES} WHERE true {condition} ORDER BY d.id LIMIT %s", (*values, limit)
            )
        return [row[0] for row in rows]

    def select_in_order(self, wanted: Filter, order: SortOrder, limit: int) -> list[int]:
        """Return documents as `select` does, in an order of their files."""
        condition, values = self._to_condition(wanted)
        with looking_up_by_list(self._connection):
            rows = self._connection.execute(
                f"SELECT d.id FROM {_FILES} WHERE true {condition}"
                f" GROUP BY d.id ORDER BY {_ORDERS[order]}, d.id LIMIT %s",
                (*values, limit),
            )
        return [row[0] for row in rows]

    def estimate_share(self, wanted: Filter) -> float:
        """Return the share of documents of which a file passes the filter."""
        condition, values = self._to_condition(wanted)
        with looking_up_by_list(self._connection):
            row = self._connection.execute(
                # Only of files that may pass the documents are looked up.
                "SELECT (SELECT count(DISTINCT document_id) FROM files),"
                f" (SELECT count(DISTINCT d.id) FROM {_FILES} WHERE true {condition})",
                values,
            ).fetchone()
        assert row is not None
        return row[1] / row[0] if row[0] else 0.0

    def of_passages(self, passage_ids: Sequence[int]) -> dict[int, int]:
        """Map these passages to their documents."""
        rows = self._connection.execute(
            "SELECT id, document_id FROM passages WHERE id = ANY (%s)", (list(passage_ids),)
        )
        return dict(rows.fetchall())

    def passages_of(self, document_ids: Sequence[int], space_id: int | None) -> dict[int, StoredPassages]:
        """Return the passages of documents, with their texts."""
        texts = self._connection.execute("SELECT id, body FROM documents WHERE id = ANY (%s)", (list(document_ids),))
        rows_of: dict[int, list[tuple[int, int, int, int | None, str]]] = {}
        found = {number: StoredPassages(text, rows_of.setdefault(number, [])) for number, text in texts}
        rows = self._connection.execute(
            "SELECT document_id, id, beginning, ending, page, heading FROM passages"
            " WHERE document_id = ANY (%s) ORDER BY id",
            (list(found),),
        )
        for document_id, *row in rows:
            rows_of[document_id].append(tuple(row))
        return found

    def names(self, file_ids: Sequence[int], wanted: Filter) -> list[tuple[int, str]]:
        """Return the documents of those files that pass a filter, each with the name of its file."""
        condition, values = self._to_condition(wanted)
        rows = self._connection.execute(
            f"SELECT d.id, f.path FROM {_FILES} WHERE f.id = ANY (%s) {condition}", (list(file_ids), *values)
        )
        return [(document_id, PurePosixPath(path).name) for document_id, path in rows]


class TeamVectors:
    """Vectors of what one user may see, scored by the server, so that none but the means travel.

    Args:
        connection: of the user.
        wanted: what a file of each passage that `search` finds has to pass.
    """

    def __init__(self, connection: psycopg.Connection[Any], wanted: TeamFilter) -> None:
        self._connection = connection
        self._wanted = wanted

    def best_cosines(self, document_ids: Sequence[int], space: Space, query: NDArray[np.float32]) -> BestCosines:
        """Return the cosine of the nearest passage of each of these documents."""
        rows = self._connection.execute(
            "SELECT document_id, -min(vector <#> %s::halfvec) FROM passages WHERE document_id = ANY (%s)"
            " GROUP BY document_id ORDER BY document_id",
            (write_vector(query), list(document_ids)),
        ).fetchall()
        return BestCosines(np.array([row[0] for row in rows], np.int64), np.array([row[1] for row in rows], np.float64))

    def passage_cosines(
        self,
        document_ids: Sequence[int],
        space: Space,
        query: NDArray[np.float32],
    ) -> dict[int, dict[int, float]]:
        """Return the cosines of all passages with a query, by passage id, by document id."""
        rows = self._connection.execute(
            "SELECT document_id, id, -(vector <#> %s::halfvec) FROM passages WHERE document_id = ANY (%s)",
            (write_vector(query), list(document_ids)),
        )
        scored: dict[int, dict[int, float]] = {}
        for document_id, number, cosine in rows:
            scored.setdefault(document_id, {})[number] = cosine
        return scored

    def means(self, document_ids: Sequence[int], space: Space) -> dict[int, NDArray[np.float32]]:
        """Return the mean vectors, (dimensions,) float32, of these documents, by document."""
        rows = self._connection.execute(
            "SELECT id, halfvec_send(mean) FROM documents WHERE id = ANY (%s)", (list(document_ids),)
        )
        return {number: _read_vector(sent) for number, sent in rows}

    def search(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Find about the `k` passages nearest to a unit vector that pass the filter and are visible.

        The index goes on until so many pass; where it gives up before, all of these are compared. Who asks for more
        than `PASSAGE_CANDIDATES` does so since a filter will hold back some, which is done here.
        """
        if self._wanted:
            k = min(k, PASSAGE_CANDIDATES)
        if self._wanted:
            with looking_up_by_list(self._connection):
                near = self._find_nearest(query, k)
        else:
            near = self._find_nearest(query, k)
        return near if len(near) >= k else self.compare_all(query, k)

    def compare_all(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Find the `k` nearest passages as `search` does, whatever it takes."""
        self._connection.execute("SET LOCAL enable_indexscan = off")
        with looking_up_by_list(self._connection):
            near = self._find_nearest(query, k)
        self._connection.execute("SET LOCAL enable_indexscan = on")
        return near

    def _find_nearest(self, query: NDArray[np.float32], k: int) -> Neighbours:
        self._connection.execute("SET LOCAL hnsw.iterative_scan = relaxed_order")
        self._connection.execute(f"SET LOCAL hnsw.ef_search = {min(max(k, _FEWEST_SCANNED), _MOST_SCANNED)}")
        written = write_vector(query)
        condition, values = self._wanted.to_condition()
        passing = f"WHERE document_id IN (SELECT d.id FROM {_FILES} WHERE true {condition})" if condition else ""
        rows = self._connection.execute(
            f"SELECT id, -(vector <#> %s::halfvec) FROM passages {passing} ORDER BY vector <#> %s::halfvec LIMIT %s",
            (written, *values, written, k),
        ).fetchall()
        rows.sort(key=lambda row: (-row[1], row[0]))
        return Neighbours(np.array([row[0] for row in rows], np.int64), np.array([row[1] for row in rows], np.float32))


class TeamOrigins:
    """Dates and people of the documents that one user may see."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def of_documents(self, document_ids: Iterable[int]) -> dict[int, Origin]:
        """Return what documents, or their first messages, say of themselves, if anything."""
        rows = self._connection.execute(
            "SELECT DISTINCT ON (own.document_id) own.document_id, own.dated_ns, own.subject, ARRAY("
            "SELECT ARRAY[p.role, p.shown] FROM origin_people p WHERE p.origin_id = own.id ORDER BY p.place)"
            " FROM origins own WHERE own.document_id = ANY (%s) ORDER BY own.document_id, own.id",
            (list(document_ids),),
        )
        return {number: _read_origin(dated_ns, subject, people) for number, dated_ns, subject, people in rows}


class TeamNames:
    """Names of files by any of their parts, which are not searched yet."""

    def find(self, words: Sequence[str], excluded: Sequence[str], wanted: Filter, limit: int) -> NamedFiles:
        """Return no file."""
        return NamedFiles()

    def unread(self, excluded: Sequence[str], wanted: Filter, order: SortOrder, limit: int) -> tuple[NamedFile, ...]:
        """Return no file: only what was read is published."""
        return ()


@dataclass(frozen=True, slots=True)
class TeamTables:
    """All that a search asks of the shared library, as one user sees it in one transaction."""

    documents: TeamDocuments
    vectors: TeamVectors
    origins: TeamOrigins
    names: TeamNames
    words: TeamWords


def write_vector(vector: Iterable[float]) -> str:
    """Return a vector as the extension reads it."""
    return f"[{','.join(f'{float(each):.6g}' for each in vector)}]"


def _read_origin(dated_ns: int | None, subject: str, people: Sequence[Sequence[str]]) -> Origin:
    senders, recipients, copied, authors = (
        tuple(shown for found, shown in people if found == role)
        for role in (Role.SENDER, Role.RECIPIENT, Role.COPIED, Role.AUTHOR)
    )
    return Origin(
        dated_ns=dated_ns, senders=senders, recipients=recipients, copied=copied, authors=authors, subject=subject
    )


def _read_vector(sent: bytes) -> NDArray[np.float32]:
    return np.frombuffer(sent, _BIG_HALF, offset=_HEAD).astype(np.float32)
