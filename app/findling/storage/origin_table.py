"""Dates and people of documents, and of files that are known without a text."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from findling.domain.origin import Origin, Role
from findling.storage.name_folding import fold_name, fold_typed
from findling.storage.sql_parts import marks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_MOST_NAMES = 1_000


class Origins:
    """Tables `origins` and `origin_people`.

    A row is of a document, whatever files have it, or of a file that has none, as a picture. Each message of a mailbox
    has one.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put_document(self, document_id: int, origins: Iterable[Origin]) -> None:
        """Replace what a document says of itself."""
        self._connection.execute("DELETE FROM origins WHERE document_id = ?", (document_id,))
        self._add("document_id", document_id, origins)

    def put_file(self, file_id: int, origins: Iterable[Origin]) -> None:
        """Replace what a file without a text says of itself."""
        self._connection.execute("DELETE FROM origins WHERE file_id = ?", (file_id,))
        self._add("file_id", file_id, origins)

    def _add(self, column: str, owner: int, origins: Iterable[Origin]) -> None:
        for origin in origins:
            cursor = self._connection.execute(
                f"INSERT INTO origins ({column}, dated_ns, subject, folded) VALUES (?, ?, ?, ?)",
                (owner, origin.dated_ns, origin.subject, fold_name(origin.subject)),
            )
            rows = (
                (cursor.lastrowid, role, person, fold_name(person))
                for role, people in origin.people
                for person in people
            )
            self._connection.executemany("INSERT INTO origin_people VALUES (?, ?, ?, ?)", rows)

    def of_document(self, document_id: int) -> Origin | None:
        """Return what a document, or its first message, says of itself; None for nothing."""
        return self._find("document_id", document_id)

    def of_documents(self, document_ids: Iterable[int]) -> dict[int, Origin]:
        """Return of each of some documents what `of_document` does, without those that say nothing."""
        found = {document_id: self.of_document(document_id) for document_id in document_ids}
        return {document_id: origin for document_id, origin in found.items() if origin is not None}

    def of_messages(self, document_id: int) -> tuple[Origin, ...]:
        """Return what a document says of itself, or each message in it does."""
        rows = self._connection.execute(
            "SELECT id, dated_ns, subject FROM origins WHERE document_id = ? ORDER BY id", (document_id,)
        ).fetchall()
        return tuple(self._describe(*row) for row in rows)

    def of_file(self, file_id: int) -> Origin | None:
        """Return what a file without a text says of itself."""
        return self._find("file_id", file_id)

    def _find(self, column: str, owner: int) -> Origin | None:
        row = self._connection.execute(
            f"SELECT id, dated_ns, subject FROM origins WHERE {column} = ? ORDER BY id LIMIT 1", (owner,)
        ).fetchone()
        return self._describe(*row) if row else None

    def _describe(self, origin_id: int, dated_ns: int | None, subject: str) -> Origin:
        rows = self._connection.execute(
            "SELECT role, shown FROM origin_people WHERE origin_id = ? ORDER BY rowid", (origin_id,)
        ).fetchall()
        senders, recipients, copied, authors = (
            tuple(shown for found, shown in rows if found == role)
            for role in (Role.SENDER, Role.RECIPIENT, Role.COPIED, Role.AUTHOR)
        )
        return Origin(
            dated_ns=dated_ns, senders=senders, recipients=recipients, copied=copied, authors=authors, subject=subject
        )

    def span(self, document_id: int) -> tuple[int, int] | None:
        """Return the first and the last date of a document's messages; None where none has one."""
        first, last = self._connection.execute(
            "SELECT min(dated_ns), max(dated_ns) FROM origins WHERE document_id = ?", (document_id,)
        ).fetchone()
        return (first, last) if first is not None else None

    def file_dates(self) -> Iterator[tuple[int, int]]:
        """Iterate over the files and their dates, by the document or else the file; some have more."""
        rows = self._connection.execute(
            "SELECT f.id, coalesce(own.dated_ns, f.mtime_ns) FROM files f"
            " LEFT JOIN origins own ON own.document_id = f.document_id WHERE f.document_id IS NOT NULL"
            " UNION ALL SELECT f.id, coalesce(own.dated_ns, f.mtime_ns) FROM files f"
            " LEFT JOIN origins own ON own.file_id = f.id WHERE f.document_id IS NULL"
        )
        return ((file_id, dated_ns) for file_id, dated_ns in rows)

    def count_people(self, *roles: Role) -> Counter[str]:
        """Count the files of each person with some of these roles, by what they are called.

        Whoever goes by a name with several addresses is counted together, and of very many people those of the most
        files alone.
        """
        files: defaultdict[str, set[int]] = defaultdict(set)
        rows = self._connection.execute(
            f"SELECT p.shown, f.id FROM origin_people p JOIN origins own ON own.id = p.origin_id"
            " JOIN files f ON f.id = own.file_id OR f.document_id = own.document_id"
            f" WHERE p.role IN ({marks(roles)}) AND p.shown IN (SELECT shown FROM origin_people"
            f" WHERE role IN ({marks(roles)}) GROUP BY shown ORDER BY count(*) DESC LIMIT ?)",
            (*roles, *roles, _MOST_NAMES),
        )
        for shown, file_id in rows:
            files[shown].add(file_id)
        folded = {shown: fold_name(shown) for shown in files}
        counts: Counter[str] = Counter()
        for name in {call_person(shown): None for shown in files}:
            typed = fold_typed(name)
            counts[name] = len(set().union(*(files[shown] for shown, text in folded.items() if typed in text)))
        return counts


def call_person(shown: str) -> str:
    """Return the name of a person, or the address where there is none."""
    name, bracket, _ = shown.rpartition(" <")
    return name if bracket else shown
