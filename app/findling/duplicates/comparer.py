"""Compares new documents with those compared before, and stores pairs."""

from __future__ import annotations

import os
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from findling.allocator import trim_heap
from findling.domain.comparisons import MatchKind
from findling.duplicates.classify import VERDICT_STAMP, judge
from findling.duplicates.fileops import FileSystem
from findling.duplicates.identical import find_identical
from findling.duplicates.shingle_index import ShingleIndex
from findling.duplicates.sketch import sketch
from findling.duplicates.template_families import TemplateFamilies, choose_ties
from findling.duplicates.word_tokens import WordTokens, hash_wording, is_distinctive, split_words
from findling.idle_timeout import IdleTimeout
from findling.storage.duplicate_table import SketchRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from findling.domain.comparisons import Pair
    from findling.duplicates.shingle_index import SketchMatch
    from findling.storage.database import Database

_AT_ONCE = 100
_PATIENCE = 32
"""Candidates in a row that may be no duplicates until the others, which share less, are left alone."""

_KIN_COSTS = 2, 8
"""Candidates that one of a template counts for beside another: where both share what few have, and where not."""

_CLOSEST = 12
"""Candidates that share most, whatever others share, by which a family is found where nothing else led to one."""

_REST_SECONDS = 120.0
"""Time without anything to compare after which the sketches are forgotten."""

_KEPT_WORDS = 1_000_000


class Comparer:
    """Comparer of the documents of a library, for the holder of the writer's lock.

    The sketches of all documents are loaded when there is something to compare, and stay in memory until nothing was
    for a while.
    """

    def __init__(self, database: Database, rest_seconds: float = _REST_SECONDS) -> None:
        self._database = database
        self._rest = IdleTimeout(rest_seconds, self._forget)
        self._index: ShingleIndex | None = None
        # The document that represents each wording.
        self._wordings: dict[bytes, int] = {}
        self._families = TemplateFamilies(())
        self._texts = _Texts(database)
        self._disk = FileSystem()
        # Documents have ascending numbers: what was looked through once is not looked through again.
        self._sketched_to = 0
        self._matched_at: int | None = None

    def run(
        self, *, should_stop: Callable[[], bool] = lambda: False, compared: Callable[[], None] = lambda: None
    ) -> None:
        """Compare all that is new; what is not done when stopped is done the next time.

        Args:
            should_stop: asked between any two documents.
            compared: called after each.
        """
        self._rest.begin()
        try:
            self._run(should_stop, compared)
        finally:
            self._rest.end()

    def _run(self, should_stop: Callable[[], bool], compared: Callable[[], None]) -> None:
        self._match_unread(should_stop)
        self.sketch_new(should_stop)
        self._compare(list(self._database.duplicates.sketches(VERDICT_STAMP, compared=False)), should_stop, compared)

    def compare_first(self, numbers: AbstractSet[int], should_stop: Callable[[], bool] = lambda: False) -> None:
        """Compare some documents with those compared, ahead of all that wait; match unread files."""
        duplicates = self._database.duplicates
        self._match_unread(should_stop)
        self._sketch(
            [number for number in numbers if number in duplicates.without_sketch(VERDICT_STAMP, number - 1, 1)]
        )
        waiting = duplicates.sketches(VERDICT_STAMP, compared=False)
        self._compare([row for row in waiting if row.document_id in numbers], should_stop)

    def _compare(
        self,
        waiting: list[SketchRow],
        should_stop: Callable[[], bool],
        compared: Callable[[], None] = lambda: None,
    ) -> None:
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
        while not should_stop() and (
            numbers := database.duplicates.without_sketch(VERDICT_STAMP, self._sketched_to, _AT_ONCE)
        ):
            self._sketch(numbers)
            self._sketched_to = numbers[-1]

    def _sketch(self, numbers: Sequence[int]) -> None:
        rows = []
        for number in numbers:
            text = self._database.documents.body(number)
            assert text is not None
            rows.append(_make_row(number, split_words(text)))
        with self._database.transaction():
            self._database.duplicates.add_sketches(rows, VERDICT_STAMP)

    def _match_unread(self, should_stop: Callable[[], bool]) -> None:
        """Match files without text by their bytes, reading no more than needed to tell them apart."""
        changes = self._database.totals.unread_changes()
        if changes == self._matched_at:
            return
        duplicates = self._database.duplicates
        for files in duplicates.unmatched():
            if should_stop():
                return
            # By the file and not by its path, for the further names of one are in no group.
            contents: dict[tuple[int, int] | None, bytes] = {}
            if files and duplicates.are_embedded(files[0][2]):
                contents |= {_find_node(path): self._hash(path) for _, path, _, _ in files}
            for group in find_identical(path for _, path, _, _ in files if not contents):
                contents |= dict.fromkeys(map(_find_node, group), self._hash(Path(group[0])))
            contents.pop(None, None)
            with self._database.transaction():
                for number, path, size, modified in files:
                    duplicates.add_content(number, size, modified, contents.get(_find_node(path), b""))
        self._matched_at = changes

    def _hash(self, path: Path) -> bytes:
        try:
            return self._disk.see(path).content
        except OSError:  # gone in this moment: the next scan tells
            return b""

    def _forget(self) -> None:
        """Forget what can be loaded again."""
        if self._index is not None:
            self._index = None
            self._wordings = {}
            self._families = TemplateFamilies(())
            self._texts = _Texts(self._database)
            trim_heap()

    def _load(self, waiting: list[SketchRow]) -> ShingleIndex:
        """Return the index of the documents that stand for a wording, with those that wait hidden."""
        if self._index is None:
            rows = [*self._database.duplicates.sketches(VERDICT_STAMP, compared=True), *waiting]
            # The first document of a wording represents it, be it compared or not.
            rows.sort(key=lambda row: row.document_id)
            for row in rows:
                self._wordings.setdefault(row.wording, row.document_id)
            rows = [row for row in rows if self._wordings[row.wording] == row.document_id]
            self._index = ShingleIndex([row.document_id for row in rows], [row.hashes for row in rows])
            self._families = TemplateFamilies(self._database.duplicates.template_ends())
        self._index.hide(row.document_id for row in waiting if row.document_id in self._index)
        for row in waiting:
            self._families.leave(row.document_id)
        return self._index

    def _find_pairs(self, row: SketchRow, index: ShingleIndex) -> list[Pair]:
        """Find the pairs of a document with those compared before it."""
        representative = self._wordings.get(row.wording)
        if representative is not None and representative != row.document_id and self._find_living([representative]):
            return []
        self._wordings[row.wording] = row.document_id
        pairs = self._judge_candidates(row, index) if row.words else []
        index.add(row.document_id, row.hashes)
        return pairs

    def _judge_candidates(self, row: SketchRow, index: ShingleIndex) -> list[Pair]:
        """Judge a document beside those that it may be like.

        Of its family's members only some are looked at beside the heads: those that share with it what few have.
        Whoever shares but what all of the family have is of the same template, and says so no better than the head.
        """
        candidates = self._find_candidates(row, index)
        if not candidates:
            return []
        number, own = row.document_id, self._texts.get(row.document_id)
        closest = [each.document for each in sorted(candidates, key=lambda each: -each.share)]
        heads = self._find_living([head for head in self._families.find_heads(closest) if head != number])
        verdicts: dict[int, Pair | None] = {}

        def judge_beside(other: int) -> Pair | None:
            if other not in verdicts:
                verdicts[other] = judge((number, own), (other, self._texts.get(other)))
            return verdicts[other]

        is_filled_form = any(_is_template(pair) for pair in list(map(judge_beside, heads)))
        patience = _PATIENCE
        for each in candidates:
            if each.document in heads:
                continue
            pair = judge_beside(each.document)
            if pair and not _is_template(pair):
                patience = _PATIENCE
                continue
            is_filled_form |= _is_template(pair)
            is_kin = is_filled_form and bool(self._families.get_heads(each.document))
            patience -= _KIN_COSTS[not each.is_telling] if is_kin else 1
            if patience <= 0:
                break
        for other in closest[:_CLOSEST]:
            if any(map(_is_template, verdicts.values())):
                break
            judge_beside(other)
        pairs = [pair for pair in verdicts.values() if pair and not _is_template(pair)]
        return pairs + self._tie(number, verdicts, heads)

    def _find_candidates(self, row: SketchRow, index: ShingleIndex) -> list[SketchMatch]:
        """Find the documents to be compared with one, in order."""
        while True:
            found = [each for each in index.find(row.hashes) if each.document != row.document_id]
            gone = {each.document for each in found} - self._find_living([each.document for each in found])
            if not gone:
                return found
            index.remove(gone)

    def _tie(self, number: int, verdicts: dict[int, Pair | None], heads: AbstractSet[int]) -> list[Pair]:
        """Choose the pairs that say of which templates a document is, and note them."""
        found = {other: pair for other, pair in verdicts.items() if pair and _is_template(pair)}
        with_heads = [pair for other, pair in found.items() if other in heads]
        ties = choose_ties(with_heads, list(found.values()))
        for pair in ties:
            other = pair.first if pair.second == number else pair.second
            if with_heads:
                self._families.join(number, other)
            else:
                # It is of no head's template but of a member's: it is a head itself.
                self._families.join(other, number)
        return ties

    def _find_living(self, numbers: Sequence[int]) -> set[int]:
        """Return those of these documents that were not deleted."""
        return self._database.documents.find_existing(numbers)


def _is_template(pair: Pair | None) -> bool:
    return pair is not None and pair.likeness is MatchKind.TEMPLATE


def _find_node(path: Path | str) -> tuple[int, int] | None:
    """Return device and inode of a file; None where it is gone."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _make_row(document: int, tokens: WordTokens) -> SketchRow:
    """Return a document's row; one of too few words has its own wording: only bytes match."""
    if not is_distinctive(tokens):
        return SketchRow(document, document.to_bytes(16, "big"), 0, sketch(tokens.words[:0]))
    return SketchRow(document, hash_wording(tokens), len(tokens), sketch(tokens.words))


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
        text = self._database.documents.body(document)
        assert text is not None
        tokens = self._kept[document] = split_words(text)
        self._words += len(tokens)
        while self._words > _KEPT_WORDS and len(self._kept) > 2:
            self._words -= len(self._kept.popitem(last=False)[1])
        return tokens
