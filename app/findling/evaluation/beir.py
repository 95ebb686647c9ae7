"""Judged collections in BEIR's layout: corpus.jsonl, queries.jsonl and qrels."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from findling.errors import FindlingError
from findling.messages.library_templates import SearchMessage
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.messages.notice import Notice

_QRELS = ("qrels.tsv", "qrels/test.tsv", "qrels/dev.tsv")


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a collection."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """A judged collection.

    Attributes:
        queries: text by id, only those with a relevant document.
        judgements: grade by document, by query.
    """

    folder: Path
    queries: dict[str, str]
    judgements: dict[str, dict[str, int]]

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    def documents(self) -> Iterator[Document]:
        """All documents, in the collection's order."""
        for row in _rows(self.folder / "corpus.jsonl"):
            yield Document(str(row["_id"]), row.get("title") or "", row.get("text") or "")


def read_collection(folder: Path) -> Collection:
    """Read queries and judgements.

    Raises:
        FindlingError: a file is missing or not in this layout.
    """
    folder = folder.expanduser().absolute()
    judgements = _read_judgements(folder)
    judgements = {query: grades for query, grades in judgements.items() if any(grade > 0 for grade in grades.values())}
    queries = {str(row["_id"]): row.get("text") or "" for row in _rows(folder / "queries.jsonl")}
    return Collection(folder, {query: text for query, text in queries.items() if query in judgements}, judgements)


def _read_judgements(folder: Path) -> dict[str, dict[str, int]]:
    path = next((folder / name for name in _QRELS if (folder / name).is_file()), folder / _QRELS[0])
    judgements: dict[str, dict[str, int]] = {}
    try:
        with path.open(encoding="utf-8") as lines:
            next(lines, None)
            for line in lines:
                query, document, grade = line.rstrip("\n").split("\t")
                judgements.setdefault(query, {})[document] = int(grade)
    except (OSError, ValueError) as error:
        raise _unreadable(path, _explain(error)) from error
    return judgements


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    row = json.loads(line)
                    if not isinstance(row, dict) or "_id" not in row:
                        raise _unreadable(path, SearchMessage.LINE_WITHOUT_ID())
                    if not all(isinstance(row.get(name) or "", str) for name in ("title", "text")):
                        raise _unreadable(path, SearchMessage.TITLE_OR_TEXT_IS_NONE())
                    yield row
    except (OSError, ValueError) as error:
        raise _unreadable(path, _explain(error)) from error


def _explain(error: OSError | ValueError) -> Notice | str:
    return explain_os_error(error) if isinstance(error, OSError) else str(error)


def _unreadable(path: Path, reason: Notice | str) -> FindlingError:
    unreadable = SearchMessage.COLLECTION_UNREADABLE(file=path, reason=reason)
    return FindlingError(unreadable, SearchMessage.COLLECTION_FORMAT())
