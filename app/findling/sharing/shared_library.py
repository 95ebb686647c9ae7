"""The library for another program: searched and read in the shared folders, never written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind
from findling.domain.files import BlockKind
from findling.domain.search import Mode
from findling.errors import FindlingError
from findling.messages.remedy_templates import Remedy
from findling.messages.sharing_templates import SharingMessage
from findling.sharing.answers import (
    DocumentList,
    DocumentOutline,
    DocumentPiece,
    FoundFile,
    FoundFiles,
    FoundPlace,
    FoundPlaces,
    LikeFile,
    LikeFiles,
    ListedDocument,
    OutlineHeading,
    QuotedPassage,
    SharedFolder,
    SharedFolderList,
)
from findling.sharing.file_references import name_file, parse_reference
from findling.sharing.shared_document import SharedDocument
from findling.sharing.shared_folders import is_inside
from findling.storage.file_filter import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from findling.domain.search import Answer, Result
    from findling.search.library_reader import Library
    from findling.sharing.arguments import (
        DocumentsArguments,
        DuplicatesArguments,
        FindArguments,
        FoldersArguments,
        OutlineArguments,
        ReadArguments,
        SearchArguments,
        SimilarArguments,
    )

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OF_THE_BEST = 3
"""Passages of the best file: for 13 of the 16 questions on the sample library one of them answers, for 7 the first."""


class SharedLibrary:
    """View of a library for one call.

    What is not shared is nowhere in an answer: no path, title, number or passage, and no difference between a file
    that is kept back and one that does not exist. Texts come from the database; no file is opened for them.

    Args:
        library: that is read.
        shared: folders that may be seen.
    """

    def __init__(self, library: Library, shared: tuple[Path, ...]) -> None:
        self._library = library
        self._database = library.database
        self._shared = shared

    def search(self, request: SearchArguments) -> FoundFiles:
        """Search by meaning and words."""
        found = _quote(
            self._library.search(
                request.query,
                mode=request.mode,
                limit=request.limit,
                passages=request.passages or _OF_THE_BEST,
                within=self._require_shared(),
            )
        )
        if request.passages is not None:
            return found
        return replace(
            found, files=(*found.files[:1], *(replace(each, passages=each.passages[:1]) for each in found.files[1:]))
        )

    def find_similar(self, request: SimilarArguments) -> FoundFiles:
        """Find the files that are most like one of the shared files.

        Raises:
            FindlingError: it is not among them.
        """
        document = self._open(request.file)
        return _quote(
            self._library.similar(document.path, limit=request.limit, passages=1, within=self._require_shared())
        )

    def read(self, request: ReadArguments) -> DocumentPiece:
        """Read a piece of a document.

        Raises:
            FindlingError: it is not among the shared files, or has no such page.
        """
        document = self._open(request.file)
        first, last = document.find_page(request.page) if request.page else (0, len(document.text))
        start = request.start if first <= request.start <= last else (first if request.page else last)
        end = document.find_break(start, min(start + request.length, last))
        return DocumentPiece(
            file=name_file(document.path),
            title=document.title,
            page=document.page_at(start),
            pages=document.pages,
            start=start,
            end=end,
            length=len(document.text),
            next=end if end < last else None,
            text=document.text[start:end],
        )

    def outline(self, request: OutlineArguments) -> DocumentOutline:
        """List the headings of a document.

        Raises:
            FindlingError: it is not among the shared files.
        """
        document = self._open(request.file)
        headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
        return DocumentOutline(
            file=name_file(document.path),
            title=document.title,
            type=document.kind.value,
            language=document.language,
            pages=document.pages,
            length=len(document.text),
            headings_in_all=len(headings),
            headings=tuple(
                OutlineHeading(
                    level=block.level, text=document.text[block.start : block.end], page=block.page, start=block.start
                )
                for block in headings[request.skip : request.skip + request.limit]
            ),
        )

    def find(self, request: FindArguments) -> FoundPlaces:
        """Find exact words, in one document or in all.

        Raises:
            FindlingError: the document is not among the shared files, or there is nothing to find.
        """
        shared = self._require_shared()
        if not any(map(str.isalnum, request.text)):
            raise FindlingError(SharingMessage.NOTHING_TO_FIND())
        if request.file is not None:
            documents: Iterator[SharedDocument] = iter([self._open(request.file)])
        else:
            phrase = '"{}"'.format(request.text.replace('"', " "))
            # One more, to know whether there are others.
            answer = self._library.search(phrase, mode=Mode.WORDS, limit=request.limit + 1, passages=0, within=shared)
            documents = (self._open(str(result.path)) for result in answer.results)
        places = (place for document in documents for place in _find_places(document, request.text))
        found = tuple(islice(places, request.limit + 1))
        return FoundPlaces(places=found[: request.limit], more=len(found) > request.limit)

    def find_duplicates(self, request: DuplicatesArguments) -> LikeFiles:
        """Find the duplicates of a file.

        Raises:
            FindlingError: it is not among the shared files.
        """
        document = self._open(request.file)
        with self._database.reading():
            alike = [(document.id, MatchKind.IDENTICAL, 1.0, 1.0), *self._database.duplicates.find_alike(document.id)]
            places = self._database.documents.locations(
                [number for number, _, _, _ in alike], Filter(within=self._require_shared())
            )
        found = [
            LikeFile(file=name_file(place.path), kind=kind.value, similarity=similarity, containment=share)
            for number, kind, similarity, share in alike
            for place in places.get(number, ())
            if place.path != document.path
        ]
        return LikeFiles(files=tuple(found[: request.limit]))

    def list_folders(self, _request: FoldersArguments) -> SharedFolderList:
        """List the shared folders that have files; where nothing is shared, the list is empty."""
        with self._database.reading():
            counted = ((folder, self._database.shared.count(folder)) for folder in self._shared)
            folders = tuple(SharedFolder(folder=name_file(folder), files=files) for folder, files in counted)
        return SharedFolderList(folders=folders)

    def list_documents(self, request: DocumentsArguments) -> DocumentList:
        """List the documents of a shared folder, or of all."""
        folders: Sequence[Path] = self._require_shared()
        if request.folder is not None:
            folder = parse_reference(request.folder)
            if not is_inside(folder, folders):
                raise FindlingError(SharingMessage.NOT_SHARED(file=folder))
            folders = [folder]
        after = parse_reference(request.after) if request.after else None
        with self._database.reading():
            rows = self._database.shared.list(folders, request.limit + 1, after)
        documents = tuple(
            ListedDocument(
                file=name_file(row.path),
                title=row.title or row.path.name,
                type=row.kind.value,
                pages=row.pages,
                language=row.language,
                bytes=row.size,
                modified=_write_time(row.modified_ns),
            )
            for row in rows[: request.limit]
        )
        return DocumentList(documents=documents, after=documents[-1].file if len(rows) > request.limit else None)

    def _require_shared(self) -> tuple[Path, ...]:
        if not self._shared:
            raise FindlingError(SharingMessage.NOTHING_SHARED(), Remedy.SHARE_FOLDER())
        return self._shared

    def _open(self, reference: str) -> SharedDocument:
        """Open a document.

        Raises:
            FindlingError: it is not among the shared files.
        """
        path = parse_reference(reference)
        if is_inside(path, self._require_shared()):
            with self._database.reading():
                row = self._database.files.find(path)
                found = self._database.documents.extraction(row.document_id) if row and row.document_id else None
            if row and row.document_id and found:
                return SharedDocument(path, row.document_id, found)
        raise FindlingError(SharingMessage.NOT_SHARED(file=path))


def _quote(answer: Answer) -> FoundFiles:
    return FoundFiles(files=tuple(map(_quote_result, answer.results)), notes=tuple(map(str, answer.notes)))


def _quote_result(result: Result) -> FoundFile:
    return FoundFile(
        file=name_file(result.path),
        title=result.title,
        type=result.kind.value,
        modified=_write_time(result.modified_ns),
        relevance=result.relevance.value,
        passages=tuple(
            QuotedPassage(text=hit.text, page=hit.page, heading=hit.heading, start=hit.start, end=hit.end)
            for hit in result.hits
        ),
        copies=tuple(map(name_file, result.copies)),
    )


def _find_places(document: SharedDocument, text: str) -> Iterator[FoundPlace]:
    for start, end in document.find_text(text):
        yield FoundPlace(
            file=name_file(document.path),
            page=document.page_at(start),
            start=start,
            end=end,
            context=document.cut_context(start, end),
        )


def _write_time(ns: int) -> str:
    """Return nanoseconds since 1970 in ISO 8601, in UTC."""
    try:
        return (_EPOCH + timedelta(microseconds=ns // 1000)).isoformat(timespec="seconds")
    except OverflowError:
        return ""
