"""Processes of their own that publish until they are killed, or search until they have seen a label.

python vectorprocesses.py publish FOLDER
python vectorprocesses.py read FOLDER LAST_LABEL
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from findling.index.vectors.publisher import VectorPublisher
from findling.index.vectors.vector_reader import VectorReader
from vectorsets import DIMENSIONS, SMALL, StoredVectors, make_unit_vectors

FINGERPRINT = "model"


def publish(folder: Path) -> None:
    """Publish endless changes of about a thousand vectors, and print a line for each round."""
    vectors = make_unit_vectors(250)
    publisher = VectorPublisher(folder, FINGERPRINT, DIMENSIONS, policy=SMALL)
    stored = StoredVectors(vectors[:0])
    label = publisher.last_label
    while True:
        labels = np.arange(label + 1, label + 251, dtype=np.int64)
        label += 250
        stored.labels, stored.vectors = (
            np.concatenate([stored.labels, labels]),
            np.concatenate([stored.vectors, vectors]),
        )
        stored.delete(stored.labels < label - 1_000)
        stored.publish_all(publisher)
        print(publisher.last_label, flush=True)


def read(folder: Path, last_label: int) -> None:
    """Search and refresh until a label is published, and print the number of states seen."""
    reader = VectorReader.open(folder, FINGERPRINT, DIMENSIONS)
    query = make_unit_vectors(1)[0].astype(np.float32)
    states = 0
    while reader.last_label < last_label:
        before = reader.last_label
        states += reader.refresh()
        labels = reader.search(query, 10_000).labels
        assert len(np.unique(labels)) == len(labels) == reader.count
        assert reader.last_label >= before
    print(states)


if __name__ == "__main__":
    if sys.argv[1] == "publish":
        publish(Path(sys.argv[2]))
    else:
        read(Path(sys.argv[2]), int(sys.argv[3]))
