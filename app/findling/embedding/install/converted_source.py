"""Source of a model's files whose graph is made here, from its weights."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from findling.embedding.catalogue import FileRole, ModelFile
from findling.embedding.install.model_source import FileOffer, FolderSource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.embedding.onnx_graph import OnnxGraph

_GRAPH = "model.onnx"


class ConvertedSource(FolderSource):
    """Source of a graph that is in memory; all other files are those of a folder.

    Attributes:
        graph: the graph's file.
    """

    def __init__(self, folder: Path, graph: OnnxGraph) -> None:
        super().__init__(folder)
        self._chunks = graph.write()
        digest = hashlib.sha256()
        for chunk in self._chunks:
            digest.update(chunk)
        self.graph = ModelFile(_GRAPH, FileRole.GRAPH, sum(map(len, self._chunks)), digest.hexdigest())

    def offer(self, file: ModelFile) -> FileOffer:
        """Return what there is of a file.

        Raises:
            ModelError: there is no such file.
        """
        return FileOffer(file, file.bytes) if file == self.graph else super().offer(file)

    def fetch(self, offer: FileOffer, target: Path, arrived: Callable[[int], None]) -> None:
        """Write a file, from its beginning each time.

        Raises:
            ModelError: it cannot be read.
            OSError: it cannot be written.
        """
        if offer.file != self.graph:
            super().fetch(offer, target, arrived)
            return
        written = 0
        with target.open("wb") as out:
            for chunk in self._chunks:
                written += out.write(chunk)
                arrived(written)
