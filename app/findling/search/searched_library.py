"""The library as a search sees it: documents, vectors, words and names, wherever it lies.

The database and the word index on this computer have these methods as they are; another store of a library implements
them, and is searched by the same code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from findling.domain.origin import Origin
    from findling.domain.search import SortOrder
    from findling.index.lexical.lexical_reader import WeighedWord
    from findling.index.lexical.schema import LexicalQuery
    from findling.storage.document_table import DocumentRow, FileLocation
    from findling.storage.file_filter import Filter
    from findling.storage.name_table import NamedFile, NamedFiles
    from findling.storage.stored_passages import StoredPassages
    from findling.storage.vector_blocks import BestCosines
    from findling.storage.vector_table import Space


class SearchedDocuments(Protocol):
    """Documents, their passages and files, as told by `storage.document_table.Documents`."""

    def get(self, document_ids: Sequence[int]) -> Mapping[int, DocumentRow]:
        """Return the documents with these ids that still exist."""

    def locations(self, document_ids: Sequence[int], wanted: Filter) -> Mapping[int, Sequence[FileLocation]]:
        """Return the files that have these contents and pass the filter, latest first."""

    def select(self, wanted: Filter, limit: int) -> list[int]:
        """Return up to `limit` documents of which at least one file passes the filter, by id."""

    def select_in_order(self, wanted: Filter, order: SortOrder, limit: int) -> list[int]:
        """Return documents as `select` does, in an order of their files."""

    def estimate_share(self, wanted: Filter) -> float:
        """Estimate the share of documents of which a file passes the filter."""

    def of_passages(self, passage_ids: Sequence[int]) -> Mapping[int, int]:
        """Map these passages to their documents, without those of removed documents."""

    def passages_of(self, document_ids: Sequence[int], space_id: int | None) -> Mapping[int, StoredPassages]:
        """Return the passages of documents as cut for a space, or for any."""

    def names(self, file_ids: Sequence[int], wanted: Filter) -> Sequence[tuple[int, str]]:
        """Return the documents of those files that pass a filter, each with the name of its file."""


class SearchedVectors(Protocol):
    """Vectors of documents, as `storage.vector_table.Vectors` scores them."""

    def best_cosines(self, document_ids: Sequence[int], space: Space, query: NDArray[np.float32]) -> BestCosines:
        """Return the cosine of the nearest passage of each of these documents that is embedded."""

    def passage_cosines(
        self, document_ids: Sequence[int], space: Space, query: NDArray[np.float32]
    ) -> Mapping[int, Mapping[int, float]]:
        """Return the cosines of all passages with a query, by passage id, by document id."""

    def means(self, document_ids: Sequence[int], space: Space) -> Mapping[int, NDArray[np.float32]]:
        """Return the mean vectors, (dimensions,) float32, of these documents, by document."""


class SearchedOrigins(Protocol):
    """Dates and people, as `storage.origin_table.Origins` has them."""

    def of_documents(self, document_ids: Iterable[int]) -> Mapping[int, Origin]:
        """Return what documents, or their first messages, say of themselves, if anything."""


class SearchedNames(Protocol):
    """Names of files, as `storage.name_table.Names` finds them by parts."""

    def find(self, words: Sequence[str], excluded: Sequence[str], wanted: Filter, limit: int) -> NamedFiles:
        """Return the files whose names bear the folded words."""

    def unread(self, excluded: Sequence[str], wanted: Filter, order: SortOrder, limit: int) -> tuple[NamedFile, ...]:
        """Return up to `limit` files without a text that pass a filter, in an order."""


class SearchedLibrary(Protocol):
    """All that a search asks of a library beside its words."""

    @property
    def documents(self) -> SearchedDocuments:
        """Documents and files."""

    @property
    def vectors(self) -> SearchedVectors:
        """Vectors of passages."""

    @property
    def origins(self) -> SearchedOrigins:
        """Dates and people."""

    @property
    def names(self) -> SearchedNames:
        """Names of files."""


class SearchedWords(Protocol):
    """Words of a library that rank documents, as in `index.lexical.lexical_reader`."""

    @property
    def documents(self) -> int:
        """Number of documents."""

    def search(self, terms: LexicalQuery, limit: int, only: Collection[int] | None = None) -> list[tuple[int, float]]:
        """Return the best documents: (document id, BM25), best first; of `only` these, if given."""

    def score(self, terms: LexicalQuery, document_ids: Collection[int]) -> dict[int, float]:
        """Return the BM25 of each given document, 0.0 for those that do not match."""

    def matching(self, terms: LexicalQuery, document_ids: Collection[int]) -> set[int]:
        """Return the given documents that hold every phrase and nothing excluded."""

    def search_names(self, terms: LexicalQuery, limit: int) -> list[tuple[int, float]]:
        """Return the best files by name: (file id, score)."""

    def weigh_words(self, terms: LexicalQuery) -> tuple[WeighedWord, ...]:
        """Return the content words of a query and its phrases with their rarity."""

    def frequency(self, word: str) -> int:
        """Return how many documents hold a word unstemmed, or the rarest of its parts."""

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a word unstemmed."""
