"""Measurement of cosines of a library's unrelated texts, to calibrate an unjudged model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.domain.calibration import Background
from findling.paths import resources

if TYPE_CHECKING:
    from findling.models.embedder import BoundEmbedder
    from findling.storage.database import Database

SAMPLED = 500
"""Documents that are asked at most."""

_PASSAGES = 8
_GROWTH = 4


def update_background(database: Database, bound: BoundEmbedder) -> None:
    """Measure how unrelated texts lie in a library, if unknown, or known of few documents.

    A model that judged queries were asked of needs none.

    Raises:
        ModelError: the model, or the server that computes for it, fails.
    """
    if bound.embedder.encoder.spec.relevance is not None:
        return
    known = database.spaces.background(bound.space)
    if known is not None and known.documents >= SAMPLED:
        return
    documents = min(database.vectors.count_documents(bound.space), SAMPLED)
    if not documents or (known is not None and documents < _GROWTH * known.documents and documents < SAMPLED):
        return
    background = measure_background(database, bound)
    if background is not None:
        with database.transaction():
            database.spaces.set_background(bound.space, background)


def measure_background(database: Database, bound: BoundEmbedder) -> Background | None:
    """Return mean and deviation of the cosines of passages with questions on all subjects.

    Returns:
        None where nothing is embedded, or all texts are one and the same to the model.
    """
    encoder = bound.embedder.encoder
    rows = [vectors.matrix[:_PASSAGES].astype(np.float32) for vectors in database.vectors.sample(bound.space, SAMPLED)]
    if not rows:
        return None
    questions = np.stack([encoder.encode_query(question) for question in read_unrelated_questions()])
    cosines = np.concatenate(rows) @ questions.T
    deviation = float(cosines.std())
    return Background(float(cosines.mean()), deviation, len(rows)) if deviation > 0 else None


def read_unrelated_questions() -> list[str]:
    """Return questions on so many subjects that a library has to do with few of them."""
    text = (resources() / "relevance" / "unrelated_questions.txt").read_text("utf-8")
    return text.splitlines()
