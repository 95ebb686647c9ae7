"""Export of embeddings as a NumPy array and their metadata as a Parquet table."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from findling.errors import FindlingError
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.storage.database import translated_errors
from findling.storage.file_filter import Filter
from findling.storage.half_precision import to_unit_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from arro3.core import Array, DataType, RecordBatch, Schema
    from numpy.typing import NDArray

    from findling.storage.database import Database
    from findling.storage.document_table import DocumentRow, FileLocation
    from findling.storage.vector_table import DocumentVectors, Space

_BLOCK = 4096

_LAST_LABEL = 2**63 - 1
_Row = tuple[Any, ...]


class ExportUnit(StrEnum):
    """Unit of a row of an export."""

    PASSAGES = "passages"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """Size and files of an export.

    Attributes:
        rows: of the array and of the table alike.
        dimensions: of every vector.
        files: the array and the table.
    """

    rows: int
    dimensions: int
    files: tuple[Path, Path]


def export(database: Database, space: Space, folder: Path, unit: ExportUnit, *, block: int = _BLOCK) -> ExportResult:
    """Write `UNIT.npy` and `UNIT.parquet` into a folder, `block` rows at a time.

    The array is float32 (rows, dimensions), rows of length 1. A file's vector is the mean of its passages', brought to
    length 1 again; a passage of several identical files is one row, under the path of the latest of them. Memory does
    not grow with the library. Files of these two names are replaced, and only when both are whole.

    Raises:
        FindlingError: the folder cannot be written, or the library cannot be read.
    """
    array, table = (folder / f"{unit}.{suffix}" for suffix in ("npy", "parquet"))
    aside = [path.with_name(f"{path.name}.part") for path in (array, table)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with database.reading(), aside[0].open("wb") as vectors, aside[1].open("wb") as metadata:
            rows = _Writer(database, space, unit, vectors, block).write(metadata)
        for part, path in zip(aside, (array, table), strict=True):
            part.replace(path)
    except OSError as error:
        raise FindlingError(
            SearchMessage.NOT_EXPORTED(folder=folder, reason=explain_os_error(error)), Remedy.FREE_SPACE_OR_FOLDER()
        ) from error
    finally:
        for part in aside:
            # What cannot be removed could not be written either, and that was reported.
            with suppress(OSError):
                part.unlink(missing_ok=True)
    return ExportResult(rows, space.dimensions, (array, table))


class _Writer:
    """One pass over the library that writes both files, so that their rows agree."""

    def __init__(self, database: Database, space: Space, unit: ExportUnit, vectors: BinaryIO, block: int) -> None:
        self._database = database
        self._space = space
        self._unit = unit
        self._vectors = vectors
        self._block = block
        self._rows = 0
        self._failure: FindlingError | OSError | None = None

    def write(self, metadata: BinaryIO) -> int:
        """Write all rows and return their number."""
        from arro3.core import RecordBatchReader
        from arro3.io import write_parquet

        schema = _schema(self._unit)
        sink = _Sink(metadata)
        self._write_header()
        batches = RecordBatchReader.from_batches(schema, self._batches(schema, sink))
        with io.BufferedWriter(sink) as buffered:
            write_parquet(batches, buffered, compression="zstd(3)", max_row_group_size=self._block)
        if failure := self._failure or sink.failure:
            raise failure
        self._write_header()
        return self._rows

    def _write_header(self) -> None:
        """Write the array's header; NumPy pads it, so that its length is constant."""
        self._vectors.seek(0)
        shape = (self._rows, self._space.dimensions)
        header = {"descr": "<f4", "fortran_order": False, "shape": shape}
        np.lib.format.write_array_header_1_0(self._vectors, header)

    def _batches(self, schema: Schema, sink: _Sink) -> Iterator[RecordBatch]:
        """Yield the table in blocks, each after its vectors; ends early on failure.

        What is raised in here would come out of the Parquet writer as something else: it is kept for later.
        """
        try:
            with translated_errors(self._database.path):
                for rows, vectors in self._blocks():
                    self._vectors.write(vectors.astype("<f4").tobytes())
                    self._rows += len(rows)
                    yield _to_batch(rows, schema)
                    if sink.failure:
                        return
        except (FindlingError, OSError) as error:
            self._failure = error

    def _blocks(self) -> Iterator[tuple[list[_Row], NDArray[np.float32]]]:
        rows: list[_Row] = []
        parts: list[NDArray[np.float32]] = []
        for document_rows, matrix in self._documents():
            rows += document_rows
            parts.append(matrix)
            if len(rows) >= self._block:
                yield rows, np.concatenate(parts)
                rows, parts = [], []
        if rows:
            yield rows, np.concatenate(parts)

    def _documents(self) -> Iterator[tuple[list[_Row], NDArray[np.float32]]]:
        """Yield rows and vectors of each document that still has a file."""
        documents = self._database.documents
        for found in self._database.vectors.between(0, _LAST_LABEL, self._space):
            document = documents.get([found.document_id])[found.document_id]
            places = documents.locations([found.document_id], Filter()).get(found.document_id, [])
            if not places:
                continue
            if self._unit is ExportUnit.FILES:
                rows = [(*self._describe(document, place), place.size, len(found.matrix)) for place in places]
                yield rows, np.tile(_centre(found.matrix), (len(places), 1))
            else:
                yield self._passage_rows(document, places[0], found), to_unit_length(found.matrix.astype(np.float32))

    def _passage_rows(self, document: DocumentRow, place: FileLocation, found: DocumentVectors) -> list[_Row]:
        placed = self._database.documents.passages(document.id, self._space.id)
        of_file = self._describe(document, place)
        return [
            (*of_file, label, row.passage.page, row.passage.heading, row.passage.start,
             row.passage.end, row.text)
            for label, row in zip(found.labels.tolist(), placed, strict=True)
        ]  # fmt: skip

    def _describe(self, document: DocumentRow, place: FileLocation) -> _Row:
        """Return what a file's rows begin with."""
        shown = os.fsencode(place.path).decode("utf-8", "replace")
        labels = list(self._database.labels.of_file(place.path))
        return shown, document.title, str(document.kind), document.language, place.modified_ns, labels


class _Sink(io.RawIOBase):
    """A file that stores its failure: the Parquet writer would panic if it were raised."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.failure: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401  # any object with the buffer interface
        if self.failure is None:
            try:
                self._file.write(data)
            except OSError as error:
                self.failure = error
        return len(data)

    def flush(self) -> None:
        if self.failure is None:
            try:
                self._file.flush()
            except OSError as error:
                self.failure = error


def _schema(unit: ExportUnit) -> Schema:
    from arro3.core import DataType, Field, Schema

    text, number, small = DataType.utf8(), DataType.int64(), DataType.int32()
    columns = [("path", text), ("title", text), ("type", text), ("language", text), ("modified_ns", number)]
    columns += [("labels", DataType.list(Field("item", text, nullable=True)))]
    if unit is ExportUnit.FILES:
        columns += [("bytes", number), ("passages", small)]
    else:
        columns += [("passage", number), ("page", small), ("heading", text), ("start", number), ("end", number)]
        columns += [("text", text)]
    return Schema([Field(name, kind, nullable=name == "page") for name, kind in columns])


def _to_batch(rows: list[_Row], schema: Schema) -> RecordBatch:
    from arro3.core import RecordBatch

    columns = [_to_column(values, kind) for values, kind in zip(zip(*rows, strict=True), schema.types, strict=True)]
    return RecordBatch.from_arrays(columns, schema=schema)


def _to_column(values: Sequence[Any], kind: DataType) -> Array:
    from arro3.core import Array, DataType, list_array

    if not isinstance(values[0], list):
        return Array(list(values), kind)
    ends = np.cumsum([0, *map(len, values)]).astype(np.int32)
    parts = Array([part for value in values for part in value], DataType.utf8())
    return list_array(Array.from_numpy(ends), parts, type=kind)


def _centre(matrix: NDArray[np.float16]) -> NDArray[np.float32]:
    """Return the normalised mean of a document's vectors: (1, dimensions)."""
    return to_unit_length(matrix.mean(axis=0, dtype=np.float32, keepdims=True))
