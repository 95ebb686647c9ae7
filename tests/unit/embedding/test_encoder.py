from __future__ import annotations

import dataclasses
import json
import random

import numpy as np
import pytest

from findling.embedding.catalogue import FileRole, InstalledModel
from findling.embedding.encoder import Encoder
from findling.errors import ModelError


@pytest.fixture(scope="module")
def passages(shared_data):
    """Real passages of every length that fits the window."""
    lines = (shared_data / "ir" / "scifact" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in random.Random(0).sample(lines, 24)]
    return [text[: 20 + 35 * number] for number, text in enumerate(texts)]


def _with(installed, **changes):
    """An encoder of the same files under another catalogue entry."""
    return Encoder.open(InstalledModel(dataclasses.replace(installed.spec, **changes), installed.folder))


def test_the_known_answer(encoder):
    """8-bit weights and activations move components of this very short text by up to 0.005 (measured)."""
    answer = encoder.spec.known_answer
    values = encoder.encode_documents([answer.text])[0][: len(answer.values)]
    np.testing.assert_allclose(values, answer.values, atol=answer.tolerance)


def test_vectors_are_unit_rows_in_the_order_given(encoder, passages):
    vectors = encoder.encode_passages(passages)
    assert vectors.shape == (len(passages), encoder.dimensions)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    np.testing.assert_array_equal(encoder.encode_passages(passages[::-1])[::-1], vectors)


def test_a_text_has_the_same_vector_to_the_bit_whatever_stands_beside_it(encoder, passages):
    short = ["A cat sat.", "A dog ran.", "The sun shone.", "Rain fell.", "Snow lay deep."] * 9
    together = encoder.encode_passages([*short, *passages])
    alone = np.array([encoder.encode_passages([text])[0] for text in [*short, *passages]])
    np.testing.assert_array_equal(together, alone)


def test_threads_change_nothing(installed, encoder, passages):
    threaded = Encoder.open(installed, threads=3)
    np.testing.assert_array_equal(threaded.encode_passages(passages), encoder.encode_passages(passages))
    threaded.close()


def test_each_kind_of_text_gets_its_own_prefix(installed, encoder):
    prefixed = _with(installed, query_prefix="query: ", passage_prefix="passage: ")
    queries, texts, documents = (
        prefixed.encode_query("tea"),
        prefixed.encode_passages(["tea"]),
        prefixed.encode_documents(["tea"]),
    )
    plain = encoder.encode_documents(["query: tea", "passage: tea", "tea"])
    np.testing.assert_array_equal(np.array([queries, texts[0], documents[0]]), plain)


def test_without_prefixes_a_query_is_a_passage(encoder):
    np.testing.assert_array_equal(encoder.encode_query("green tea"), encoder.encode_passages(["green tea"])[0])


def test_a_passage_beyond_the_window_is_refused_rather_than_cut(encoder):
    fits, too_long = "word " * 254, "word " * 255
    assert encoder.encode_passages([fits]).shape == (1, 384)
    with pytest.raises(ValueError, match="257 tokens does not fit the window of 256"):
        encoder.encode_passages([fits, too_long])


def test_a_query_beyond_the_window_is_cut_and_said_to_be(encoder):
    query = "word " * 400
    assert not encoder.fits_query(query)
    assert encoder.fits_query("word " * 254)
    np.testing.assert_array_equal(encoder.encode_query(query), encoder.encode_query("word " * 254))


def test_no_text_and_empty_text_are_fine(encoder):
    assert encoder.encode_passages([]).shape == (0, 384)
    assert np.isfinite(encoder.encode_passages(["", "\ud800", " \n"])).all()


def test_the_fingerprint_tells_what_made_the_vectors(installed, encoder):
    assert encoder.fingerprint.startswith("all-MiniLM-L6-v2:int8:")
    assert installed.spec.file(FileRole.GRAPH).sha256[:16] in encoder.fingerprint
    assert Encoder.open(installed).fingerprint == encoder.fingerprint
    assert _with(installed, precision="fp32").fingerprint != encoder.fingerprint


def test_it_says_what_it_computes_with(encoder):
    assert encoder.provider == "CPUExecutionProvider"


def test_a_damaged_model_is_not_opened(copied):
    graph = copied.path(FileRole.GRAPH)
    graph.write_bytes(graph.read_bytes()[: 1 << 20])
    with pytest.raises(ModelError, match=r"model\.onnx .* is damaged"):
        Encoder.open(copied)


def test_likeness_agrees_with_people(encoder, shared_data):
    """Spearman's correlation on STS-B; published for full precision: 0.820."""
    lines = (shared_data / "sts" / "stsb_test.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    left, right = (encoder.encode_documents([row[side] for row in rows]) for side in (2, 3))
    judged = np.array([float(row[1]) for row in rows])
    assert np.corrcoef(_ranks((left * right).sum(axis=1)), _ranks(judged))[0, 1] >= 0.81


def _ranks(values):
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[places]
