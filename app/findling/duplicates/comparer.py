"""Compares new documents with those compared before, and stores pairs."""

from __future__ import annotations

import os
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from findling.duplicates.classify import STAMP, judge
from findling.duplicates.fileops import FileSystem
from findling.duplicates.identical import find_identical
from findling.duplicates.shingle_index import ShingleIndex
from findling.duplicates.sketch import sketch
from findling.duplicates.word_tokens import WordTokens, hash_wording, is_distinctive, split_words
from findling.storage.duplicate_table import SketchRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.domain.comparisons import Pair
    from findling.storage.database import Database

_AT_ONCE = 100
_KEPT_WORDS = 2_000_000


class Comparer:
    """Comparer of the documents of a library, for the holder of the writer's lock.

    The sketches of all documents are loaded when there is first something to compare, and stay in memory.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._index: ShingleIndex | None = None
        # The document that represents each wording, and all that do.
        self._wordings: dict[bytes, int] = {}
        self._representatives: set[int] = set()
        self._texts = _Texts(database)
        self._disk = FileSystem()
        # Documents have ascending numbers: what was looked through once is not looked through again.
        self._sketched_to = 0

    def run(
        self, *, should_stop: Callable[[], bool] = lambda: False, compared: Callable[[], None] = lambda: None
    ) -> None:
        """Compare all that is new; what is not done when stopped is done the next time.

        Args:
            should_stop: asked between any two documents.
            compared: called after each.
        """
        self._match_unread(should_stop)
        self.sketch_new(should_stop)
        waiting = list(self._database.duplicates.sketches(STAMP, compared=False))
        if not waiting or should_stop():
            return
        index = self._load(waiting)
        while waiting and not should_stop():
            part, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
            pairs: list[Pair] = []
            done = []
            for row in part:
                if should_stop():
                    break
                pairs += self._find_pairs(row, index)
                done.append(row.document_id)
                compared()
            with self._database.transaction():
                self._database.duplicates.add_pairs(pairs)
                self._database.duplicates.set_compared(done)

    def sketch_new(self, should_stop: Callable[[], bool] = lambda: False) -> None:
        """Sketch the documents that have no sketch, as `run` does first."""
        database = self._database
        while not should_stop() and (numbers := database.duplicates.without_sketch(STAMP, self._sketched_to, _AT_ONCE)):
            rows = []
            for number in numbers:
                text = database.documents.text(number)
                assert text is not None
                rows.append(_make_row(number, split_words(text[1])))
            with database.transaction():
                database.duplicates.add_sketches(rows, STAMP)
            self._sketched_to = numbers[-1]

    def _match_unread(self, should_stop: Callable[[], bool]) -> None:
        """Match files without text by their bytes, reading no more than needed to tell them apart."""
        duplicates = self._database.duplicates
        for files in duplicates.unmatched():
            if should_stop():
                return
            # By the file and not by its path, for the further names of one are in no group.
            contents: dict[tuple[int, int] | None, bytes] = {}
            for group in find_identical(path for _, path, _, _ in files):
                contents |= dict.fromkeys(map(_find_node, group), self._hash(Path(group[0])))
            contents.pop(None, None)
            with self._database.transaction():
                for number, path, size, modified in files:
                    duplicates.add_content(number, size, modified, contents.get(_find_node(path), b""))

    def _hash(self, path: Path) -> bytes:
        try:
            return self._disk.see(path).content
        except OSError:  # gone in this moment: the next scan tells
            return b""

    def _load(self, waiting: list[SketchRow]) -> ShingleIndex:
        """Return the index of all sketches, and note the documents that represent a wording."""
        if self._index is None:
            compared = list(self._database.duplicates.sketches(STAMP, compared=True))
            for row in compared:
                self._wordings.setdefault(row.wording, row.document_id)
            rows = compared + waiting
            self._index = ShingleIndex([row.document_id for row in rows], [row.hashes for row in rows])
        else:
            for row in waiting:
                self._index.add(row.document_id, row.hashes)
        self._representatives = set(self._wordings.values())
        return self._index

    def _find_pairs(self, row: SketchRow, index: ShingleIndex) -> list[Pair]:
        """Find the pairs of a document with those compared before it."""
        documents = self._database.documents
        representative = self._wordings.get(row.wording)
        if representative is not None and representative != row.document_id and documents.get([representative]):
            return []
        self._wordings[row.wording] = row.document_id
        self._representatives.add(row.document_id)
        if not row.words:
            return []
        candidates = [number for number in index.find(row.hashes) if number in self._representatives]
        own = self._texts.get(row.document_id)
        pairs = [
            judge((row.document_id, own), (number, self._texts.get(number)))
            for number in documents.get(candidates)
            if number != row.document_id
        ]
        return [pair for pair in pairs if pair]


def _find_node(path: Path | str) -> tuple[int, int] | None:
    """Return device and inode of a file; None where it is gone."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _make_row(document: int, tokens: WordTokens) -> SketchRow:
    """Return the row of a document; too few words get a wording of their own, so only bytes match."""
    if not is_distinctive(tokens):
        return SketchRow(document, document.to_bytes(16, "big"), 0, sketch(()))
    return SketchRow(document, hash_wording(tokens), len(tokens), sketch(tokens.folded))


class _Texts:
    """Cache of the words of documents."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: OrderedDict[int, WordTokens] = OrderedDict()
        self._words = 0

    def get(self, document: int) -> WordTokens:
        """Return the words of a document."""
        if document in self._kept:
            self._kept.move_to_end(document)
            return self._kept[document]
        text = self._database.documents.text(document)
        assert text is not None
        tokens = self._kept[document] = split_words(text[1])
        self._words += len(tokens)
        while self._words > _KEPT_WORDS and len(self._kept) > 2:
            self._words -= len(self._kept.popitem(last=False)[1])
        return tokens
