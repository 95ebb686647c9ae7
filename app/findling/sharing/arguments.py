"""Requests of other programs, with bounds and explanations, which make their schemas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from findling.domain.search import Mode

_STRICT = ConfigDict(extra="forbid")

File = Annotated[
    str, Field(min_length=1, max_length=8_192, description="Full path of a file, or its address, as answers give it.")
]
Limit = Annotated[int, Field(ge=1, le=50, description="The most entries of the answer.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchArguments:
    """Question for files by meaning and words."""

    __pydantic_config__: ClassVar = _STRICT

    query: Annotated[
        str,
        Field(
            max_length=2_000,
            description=(
                "What is looked for, in plain words of any language. Filters may stand in it: type:pdf,"
                ' in:"/a/folder", name:lease, lang:de, after:2024-01, before:2025, "exact words", -without; of the'
                " document's own date and people date:2019, date:2019-03..2020, from:ann, to:bob, subject:rent,"
                " author:lee. Filters alone list the latest files."
            ),
        ),
    ]
    limit: Annotated[int, Field(ge=1, le=50, description="The most files of the answer.")] = 5
    passages: Annotated[
        int | None,
        Field(
            ge=1,
            le=10,
            description="The most passages of each file; without it three of the best file, and one of each other.",
        ),
    ] = None
    mode: Annotated[Mode, Field(description="By meaning, by words, or by both (hybrid).")] = Mode.HYBRID


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarArguments:
    """Question for the files that are most like one."""

    __pydantic_config__: ClassVar = _STRICT

    file: File
    limit: Limit = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArguments:
    """Request of a piece of a document's text."""

    __pydantic_config__: ClassVar = _STRICT

    file: File
    page: Annotated[
        int | None, Field(ge=1, description="Page, slide or sheet to read, from 1; without it the whole document.")
    ] = None
    start: Annotated[
        int,
        Field(
            ge=0,
            description=(
                "Where to begin, in characters of the document: the `start` of a passage, or the `next` of the piece"
                " before."
            ),
        ),
    ] = 0
    length: Annotated[int, Field(ge=1, le=20_000, description="The most characters of the piece.")] = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineArguments:
    """Request of a document's headings."""

    __pydantic_config__: ClassVar = _STRICT

    file: File
    skip: Annotated[int, Field(ge=0, description="Headings to pass over.")] = 0
    limit: Annotated[int, Field(ge=1, le=500, description="The most headings of the answer.")] = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FindArguments:
    """Question for places with exact words."""

    __pydantic_config__: ClassVar = _STRICT

    text: Annotated[
        str, Field(min_length=1, max_length=1_000, description="Words as they stand, whatever their case and spacing.")
    ]
    file: Annotated[
        str | None, Field(max_length=8_192, description="The one file to look into; without it all are looked into.")
    ] = None
    limit: Limit = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicatesArguments:
    """Question for copies, versions and other files of nearly the same text."""

    __pydantic_config__: ClassVar = _STRICT

    file: File
    limit: Limit = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldersArguments:
    """Question for the shared folders."""

    __pydantic_config__: ClassVar = _STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsArguments:
    """Question for the documents in a folder, by path."""

    __pydantic_config__: ClassVar = _STRICT

    folder: Annotated[
        str | None, Field(max_length=8_192, description="A shared folder, or one in it; without it all of them.")
    ] = None
    after: Annotated[
        str | None, Field(max_length=8_192, description="The last file of the answer before, to go on behind it.")
    ] = None
    limit: Annotated[int, Field(ge=1, le=500, description="The most files of the answer.")] = 50
