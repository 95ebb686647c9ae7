"""What `verify` finds out about a model: the real one passes, and every way to be another one is a finding."""

from __future__ import annotations

import dataclasses
import json

import pytest

from findling.embedding.catalogue import FileRole, InstalledModel, KnownAnswer, Pooling
from findling.embedding.verification import verify


def changed(model: InstalledModel, **changes: object) -> InstalledModel:
    return InstalledModel(dataclasses.replace(model.spec, **changes), model.folder)


def test_the_bundled_model_is_the_real_one(installed: InstalledModel):
    verification = verify(installed)
    assert verification.ok
    assert [finding.name for finding in verification.findings] == [
        "files", "graph", "dimensions", "length", "answer", "prefix", "speed",
    ]  # fmt: skip
    assert verification.tokens_per_second > 100
    assert 0 < verification.query_ms < 1000
    assert verification.provider == "CPUExecutionProvider"


def test_a_damaged_file_is_a_finding(copied: InstalledModel):
    graph = copied.path(FileRole.GRAPH)
    graph.write_bytes(graph.read_bytes()[:-1])
    verification = verify(copied)
    assert verification.failed == ("files",)
    assert "model.onnx" in verification.findings[0].detail


def test_a_graph_that_does_not_load_is_a_finding(copied: InstalledModel):
    copied.path(FileRole.GRAPH).write_bytes(b"\x08\x01")
    files = tuple(dataclasses.replace(file, bytes=None, sha256=None) for file in copied.spec.files)
    assert verify(changed(copied, files=files)).failed == ("graph",)


def test_other_dimensions_are_a_finding(installed: InstalledModel):
    assert verify(changed(installed, dimensions=768)).failed == ("dimensions",)


def test_another_answer_is_a_finding_with_its_likely_cause(installed: InstalledModel):
    verification = verify(changed(installed, known_answer=KnownAnswer("hello world", (0.5,) * 5, 0.001)))
    assert verification.failed == ("answer",)
    assert "the tokenizer or the precision differs" in verification.findings[-2].detail


def test_the_wrong_pooling_shows_in_the_answer(installed: InstalledModel):
    assert verify(changed(installed, pooling=Pooling.CLS)).failed == ("answer",)


def test_a_tokenizer_of_another_vocabulary_is_a_finding(copied: InstalledModel):
    path = copied.path(FileRole.TOKENIZER)
    tokenizer = json.loads(path.read_text("utf-8"))
    vocabulary = tokenizer["model"]["vocab"]
    vocabulary["hello"] = len(vocabulary) + 50_000
    path.write_text(json.dumps(tokenizer), "utf-8")
    files = tuple(dataclasses.replace(file, bytes=None, sha256=None) for file in copied.spec.files)
    verification = verify(changed(copied, files=files))
    assert verification.failed == ("graph",)
    assert "computes no vectors" in verification.findings[-1].detail


def test_without_a_published_answer_there_is_nothing_to_hold_against_it(installed: InstalledModel):
    verification = verify(changed(installed, known_answer=None))
    assert verification.ok
    assert next(finding.ok for finding in verification.findings if finding.name == "answer") is None


@pytest.mark.parametrize("prefix", ["query: ", "Represent this sentence for searching relevant passages: "])
def test_a_prefix_moves_a_querys_vector(installed: InstalledModel, prefix: str):
    verification = verify(changed(installed, query_prefix=prefix))
    assert verification.ok
    assert prefix in next(finding.detail for finding in verification.findings if finding.name == "prefix")
