"""Operations that other programs may ask for: one table, of which every way in is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from findling.errors import UsageError
from findling.messages.sharing_templates import SharingMessage
from findling.sharing import answers
from findling.sharing import arguments as asked
from findling.sharing.shared_library import SharedLibrary


@dataclass(frozen=True)
class Operation:
    """Operation by its name.

    Attributes:
        name: by which it is asked for.
        title: what it does, in some words.
        description: what it does, for a program to choose by.
        arguments: dataclass of the arguments.
        answer: dataclass of the answer.
        run: answers a request.
    """

    name: str
    title: str
    description: str
    arguments: type
    answer: type
    run: Callable[[SharedLibrary, Any], object]

    @cached_property
    def arguments_schema(self) -> dict[str, Any]:
        """JSON schema of the arguments."""
        return self._requests.json_schema()

    @cached_property
    def answer_schema(self) -> dict[str, Any]:
        """JSON schema of the answer."""
        return TypeAdapter(self.answer).json_schema(mode="serialization")

    def parse(self, arguments: Mapping[str, object]) -> object:
        """Read the arguments.

        Raises:
            UsageError: they are not what they should be.
        """
        try:
            return self._requests.validate_python(dict(arguments))
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            what = ": ".join(filter(None, (".".join(map(str, first["loc"])), first["msg"])))
            raise UsageError(SharingMessage.NOT_TO_BE_ASKED(operation=self.name, what=what)) from error

    def answer_to(self, library: SharedLibrary, request: object) -> dict[str, Any]:
        """Answer a request as JSON has it.

        Raises:
            FindlingError: it cannot be answered.
        """
        answer = self.run(library, request)
        assert is_dataclass(answer)
        assert not isinstance(answer, type)
        return asdict(answer)

    @cached_property
    def _requests(self) -> TypeAdapter[object]:
        return TypeAdapter(self.arguments)


OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        each.name: each
        for each in (
            Operation(
                "search",
                "Search files",
                "Searches the user's shared files by meaning and by words, and quotes the best passages with file,"
                " page, heading and place. Begin here; one call as a rule answers a question.",
                asked.SearchArguments,
                answers.FoundFiles,
                SharedLibrary.search,
            ),
            Operation(
                "read",
                "Read a document",
                "Reads a piece of a document's text: from the place of a passage, by page, or from the beginning and"
                " on. Pieces are small; ask again with `next`.",
                asked.ReadArguments,
                answers.DocumentPiece,
                SharedLibrary.read,
            ),
            Operation(
                "outline",
                "Outline of a document",
                "Lists a document's headings with their pages and places, to read on from one of them.",
                asked.OutlineArguments,
                answers.DocumentOutline,
                SharedLibrary.outline,
            ),
            Operation(
                "find",
                "Find exact words",
                "Finds every place with exact words, in one document or in all, with page and what is around them.",
                asked.FindArguments,
                answers.FoundPlaces,
                SharedLibrary.find,
            ),
            Operation(
                "similar",
                "Similar files",
                "Finds the files that are most like one in what they are about.",
                asked.SimilarArguments,
                answers.FoundFiles,
                SharedLibrary.find_similar,
            ),
            Operation(
                "duplicates",
                "Duplicates of a file",
                "Finds copies, other versions, and files of nearly the same text as one.",
                asked.DuplicatesArguments,
                answers.LikeFiles,
                SharedLibrary.find_duplicates,
            ),
            Operation(
                "documents",
                "List documents",
                "Lists the documents in the shared folders, or in one, by path.",
                asked.DocumentsArguments,
                answers.DocumentList,
                SharedLibrary.list_documents,
            ),
            Operation(
                "folders",
                "Shared folders",
                "Lists the folders that the user shares. Nothing outside of them can be asked about.",
                asked.FoldersArguments,
                answers.SharedFolderList,
                SharedLibrary.list_folders,
            ),
        )
    }
)
"""Operations by their names, in the order in which they are offered."""
