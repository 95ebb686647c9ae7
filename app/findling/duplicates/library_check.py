"""Checks whether files, in the library or not, are in it already."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.duplicate_check import CheckedFile, KnownFile, Verdict
from findling.duplicates.classify import VERDICT_STAMP, judge
from findling.duplicates.dated_names import DatedNames
from findling.duplicates.draft_order import describe_match, sort_matches
from findling.duplicates.identical import find_identical
from findling.duplicates.shingle_index import ShingleIndex
from findling.duplicates.sketch import sketch
from findling.duplicates.stored_matches import find_ignored, read_names
from findling.duplicates.word_tokens import hash_wording, is_distinctive, split_words
from findling.errors import UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from findling.domain.files import Reason, Stat
    from findling.duplicates.word_tokens import WordTokens
    from findling.extraction.sandbox.parser_sandbox import Sandbox
    from findling.storage.database import Database

_AT_ONCE = 100
_PATIENCE = 64
"""Candidates in a row that are not alike until the others, which share less, are left alone."""

_ITSELF = -1
"""Number of the checked document, below those of all documents of the library."""


@dataclass(frozen=True, slots=True, eq=False)
class _Subject:
    """File to be checked.

    Attributes:
        tokens, hashes: of its text; None where it has too few words to be told by them, or was not read.
    """

    path: Path
    stat: Stat
    content: bytes
    reason: Reason | None
    tokens: WordTokens | None
    hashes: NDArray[np.uint64] | None


class LibraryCheck:
    """Check of files against a library, whose documents were sketched when they were read.

    Args:
        database: the library; nothing is written.
        sandbox: reads what the library has not read.
    """

    def __init__(self, database: Database, sandbox: Sandbox) -> None:
        self._database = database
        self._sandbox = sandbox

    def check(self, paths: Sequence[Path]) -> Iterator[CheckedFile]:
        """Compare absolute paths of files with the library, a hundred at a time, in their order.

        Nothing is compared with itself. A file whose text cannot be read is compared by its bytes.

        Raises:
            UsageError: one of them is no file; before any is read.
        """
        for path in paths:
            if not path.is_file():
                raise UsageError(LibraryMessage.NO_FILE(file=path), Remedy.CHECK_NAME())
        return self._check_all(paths)

    def _check_all(self, paths: Sequence[Path]) -> Iterator[CheckedFile]:
        for start in range(0, len(paths), _AT_ONCE):
            subjects = [self._read(path) for path in paths[start : start + _AT_ONCE]]
            index = self._load(each.hashes for each in subjects if isinstance(each, _Subject))
            for each in subjects:
                yield each if isinstance(each, CheckedFile) else self._compare(each, index)

    def _read(self, path: Path) -> _Subject | CheckedFile:
        """Read a file, or what the library knows of its content."""
        outcome = self._sandbox.read(path, lambda content: self._database.documents.find(content) is not None)
        if outcome.content_hash is None or outcome.stat is None:
            return CheckedFile(path, Verdict.UNREADABLE, reason=outcome.reason)
        text = outcome.extraction.body if outcome.extraction else self._known_text(outcome.content_hash)
        tokens = split_words(text)
        if not is_distinctive(tokens):
            return _Subject(path, outcome.stat, outcome.content_hash, outcome.reason, None, None)
        return _Subject(path, outcome.stat, outcome.content_hash, None, tokens, sketch(tokens.words))

    def _known_text(self, content: bytes) -> str:
        found = self._database.documents.find(content)
        return (self._database.documents.body(found[0]) or "") if found else ""

    def _load(self, sketches: Iterable[NDArray[np.uint64] | None]) -> ShingleIndex:
        """Return an index of the documents that share anything with these sketches, and no others.

        So the library's sketches are passed over once, and few of them kept.
        """
        wanted = {value for hashes in sketches if hashes is not None for value in hashes.tolist()}
        rows = [
            row
            for row in (self._database.duplicates.sketches(VERDICT_STAMP) if wanted else ())
            if row.words and not wanted.isdisjoint(row.hashes.tolist())
        ]
        return ShingleIndex([row.document_id for row in rows], [row.hashes for row in rows])

    def _compare(self, subject: _Subject, index: ShingleIndex) -> CheckedFile:
        matches = list(self._find_same_bytes(subject))
        if subject.tokens is not None:
            same = set(self._database.duplicates.of_wording(hash_wording(subject.tokens)))
            matches += self._find_same_text(same)
            matches += self._find_alike(subject, index, same)
        ignored = find_ignored(self._database, subject.content)
        places = {subject.path, subject.path.resolve()}
        kept: dict[Path, KnownFile] = {}
        for match in sort_matches(matches):
            if match.path not in places and match.path not in ignored:
                kept.setdefault(match.path, match)
        of = tuple(kept.values())
        return CheckedFile(subject.path, of[0].verdict if of else Verdict.NEW, of, subject.reason)

    def _find_same_bytes(self, subject: _Subject) -> Iterator[KnownFile]:
        known = self._database.documents.find(subject.content)
        if known:
            yield from (KnownFile(path, Verdict.IDENTICAL) for path, _ in read_names(self._database, known[0]).files)
        unread = self._database.duplicates.unread_of_size(subject.stat.size)
        yield from (KnownFile(path, Verdict.IDENTICAL) for path, content in unread if content == subject.content)
        own = str(subject.path)
        for group in find_identical([own, *(path for path, _ in unread if path != subject.path)]):
            if own in group:
                yield from (KnownFile(Path(path), Verdict.IDENTICAL) for path in group)

    def _find_same_text(self, numbers: Iterable[int]) -> Iterator[KnownFile]:
        for number in numbers:
            yield from (KnownFile(path, Verdict.SAME_TEXT) for path, _ in read_names(self._database, number).files)

    def _find_alike(self, subject: _Subject, index: ShingleIndex, same: set[int]) -> Iterator[KnownFile]:
        assert subject.tokens is not None
        assert subject.hashes is not None
        known = self._database.documents.find(subject.content)
        copies = read_names(self._database, known[0]).files if known else ()
        own = DatedNames(((subject.path, subject.stat.mtime_ns), *copies))
        patience = _PATIENCE
        for candidate in index.find(subject.hashes):
            text = self._database.documents.body(candidate.document)
            names = read_names(self._database, candidate.document)
            # A document without files is about to be deleted.
            if text is None or not names.files or candidate.document in same:
                continue
            pair = judge((_ITSELF, subject.tokens), (candidate.document, split_words(text)))
            found = describe_match(pair, _ITSELF, own, names) if pair else []
            yield from found
            patience = _PATIENCE if found else patience - 1
            if not patience:
                return
