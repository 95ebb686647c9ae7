"""Batches of about a second's work."""

import numpy as np
import pytest

from findling.indexing.adaptive_batch import AdaptiveBatcher


class Slow:
    """A model that takes a fixed time for each text; `now` is its clock."""

    def __init__(self, seconds: float) -> None:
        self.embedder, self.space, self.dimensions = self, self, 3
        self.seconds = seconds
        self.sizes: list[int] = []
        self.time = 0.0

    def now(self) -> float:
        return self.time

    def embed_cancellable(self, texts, should_stop):
        self.time += self.seconds * len(texts)
        self.sizes.append(len(texts))
        return np.full((len(texts), self.dimensions), len(self.sizes), np.float32)


@pytest.mark.parametrize(("seconds", "passages"), [(10.0, 4), (0.15, 7), (0.05, 20), (0.0, 96)])
def test_a_step_grows_or_shrinks_to_a_second_of_work(seconds, passages):
    model = Slow(seconds)
    stride = AdaptiveBatcher(model, model.now)
    matrix = stride.embed(["text"] * 30, lambda _: None, lambda: False)
    assert matrix.shape == (30, 3)
    assert stride.passages == passages


def test_every_batch_is_reported_and_keeps_its_place():
    model, reported = Slow(0.0), []
    matrix = AdaptiveBatcher(model).embed(["text"] * 200, reported.append, lambda: False)
    assert reported == model.sizes
    assert matrix[:, 0].tolist() == [step for step, size in enumerate(reported, 1) for _ in range(size)]


def test_a_stop_takes_effect_between_two_batches():
    model = Slow(0.0)
    assert AdaptiveBatcher(model).embed(["text"] * 200, lambda _: None, lambda: len(model.sizes) == 1) is None
    assert len(model.sizes) == 1


def test_nothing_to_embed_gives_no_rows():
    assert AdaptiveBatcher(Slow(0.0)).embed([], lambda _: None, lambda: True).shape == (0, 3)
