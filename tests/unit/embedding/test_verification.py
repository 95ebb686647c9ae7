"""Findings of `verify`: the real model passes, and every difference is found."""

from __future__ import annotations

import dataclasses
import json

import pytest

from findling.embedding.catalogue import (
    FileRole,
    InstalledModel,
    KnownAnswer,
    Pooling,
    find_model,
    hash_file,
    read_catalogue,
)
from findling.embedding.verification import describe_common, verify
from findling.messages.model_templates import FindingMessage, ModelMessage


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


def test_it_is_said_that_nothing_was_there_to_compare_a_users_own_model_with(installed: InstalledModel):
    own = changed(installed, id="mine", source="", bundled=False, full_precision="")
    verification = verify(own)
    assert verification.findings[0].ok is None
    assert "nothing published was there to compare the 4 files with" in str(verification.findings[0].detail)
    assert verification.findings[0].detail.fact("detail") == FindingMessage.SAME_GRAPH(model="all-MiniLM-L6-v2")
    assert verification.ok


def test_what_is_as_large_as_a_known_model_and_differs_is_named(copied: InstalledModel):
    graph = copied.path(FileRole.GRAPH)
    data = bytearray(graph.read_bytes())
    data[len(data) // 2] ^= 1
    graph.write_bytes(data)
    files = tuple(dataclasses.replace(file, sha256=hash_file(copied.folder / file.path)) for file in copied.spec.files)
    own = changed(copied, id="mine", source="", bundled=False, full_precision="", files=files)
    tried = verify(own)
    assert tried.findings[0].detail.fact("detail") == FindingMessage.SAME_SIZE(model="all-MiniLM-L6-v2")
    assert (tried.differs_from, tried.compared) == ("all-MiniLM-L6-v2", False)


def test_a_model_of_another_size_is_akin_to_none(installed: InstalledModel):
    graph = dataclasses.replace(installed.spec.file(FileRole.GRAPH), bytes=12345, sha256="0" * 64)
    own = dataclasses.replace(installed.spec, files=(graph,))
    assert describe_common(own, read_catalogue()) is None


def test_sizes_that_were_published_rounded_are_near_enough(installed: InstalledModel):
    known = find_model("bge-base-en", read_catalogue())
    graph = dataclasses.replace(installed.spec.file(FileRole.GRAPH), bytes=435_900_000, sha256="0" * 64)
    own = dataclasses.replace(installed.spec, files=(graph,))
    assert describe_common(own, [known]) == FindingMessage.SAME_SIZE(model="bge-base-en")


def test_what_computes_is_called_as_users_call_it(installed: InstalledModel):
    assert str(verify(installed).findings[1].detail) == "loads; the processor (CPU) computes it"


def test_a_damaged_file_is_a_finding(copied: InstalledModel):
    graph = copied.path(FileRole.GRAPH)
    graph.write_bytes(graph.read_bytes()[:-1])
    verification = verify(copied)
    assert verification.failed == ("files",)
    detail = verification.findings[0].detail
    assert (detail.message, detail.fact("file")) == (ModelMessage.MODEL_FILE_DAMAGED, graph)


def test_a_graph_that_does_not_load_is_a_finding(copied: InstalledModel):
    copied.path(FileRole.GRAPH).write_bytes(b"\x08\x01")
    files = tuple(dataclasses.replace(file, bytes=None, sha256=None) for file in copied.spec.files)
    assert verify(changed(copied, files=files)).failed == ("graph",)


def test_other_dimensions_are_a_finding(installed: InstalledModel):
    assert verify(changed(installed, dimensions=768)).failed == ("dimensions",)


def test_another_answer_is_a_finding_with_its_likely_cause(installed: InstalledModel):
    verification = verify(changed(installed, known_answer=KnownAnswer("hello world", (0.5,) * 5, 0.001)))
    assert verification.failed == ("answer",)
    assert verification.findings[-2].detail.message is FindingMessage.ANSWER_DIFFERS


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
    assert verification.findings[-1].detail.message is FindingMessage.NO_VECTORS


def test_without_a_published_answer_there_is_nothing_to_hold_against_it(installed: InstalledModel):
    verification = verify(changed(installed, known_answer=None))
    assert verification.ok
    assert next(finding.ok for finding in verification.findings if finding.name == "answer") is None


@pytest.mark.parametrize("prefix", ["query: ", "Represent this sentence for searching relevant passages: "])
def test_a_prefix_moves_a_querys_vector(installed: InstalledModel, prefix: str):
    verification = verify(changed(installed, query_prefix=prefix))
    assert verification.ok
    detail = next(finding.detail for finding in verification.findings if finding.name == "prefix")
    assert detail.fact("prefix") == prefix
