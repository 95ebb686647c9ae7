"""Embedding about a second's work at a time."""

import numpy as np
import pytest

from findling.indexing.adaptive_batch import AdaptiveBatcher


class Slow:
    """A model that takes so many seconds a text, as a large one does on a small machine; `now` is its clock."""

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


def test_every_step_is_told_of_and_stands_in_its_place():
    model, told = Slow(0.0), []
    matrix = AdaptiveBatcher(model).embed(["text"] * 200, told.append, lambda: False)
    assert told == model.sizes
    assert matrix[:, 0].tolist() == [step for step, size in enumerate(told, 1) for _ in range(size)]


def test_a_stop_is_heard_between_two_steps():
    model = Slow(0.0)
    assert AdaptiveBatcher(model).embed(["text"] * 200, lambda _: None, lambda: len(model.sizes) == 1) is None
    assert len(model.sizes) == 1


def test_nothing_to_embed_gives_no_rows():
    assert AdaptiveBatcher(Slow(0.0)).embed([], lambda _: None, lambda: True).shape == (0, 3)
