from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys

import pytest

from findling.embedding.catalogue import (
    FileRole,
    InstalledModel,
    ModelFile,
    find_model,
    read_catalogue,
    read_license,
    read_published,
    read_tables,
)
from findling.embedding.published_limits import read_limits
from findling.errors import ModelError
from findling.messages.limit_templates import LimitMessage


@pytest.mark.parametrize("spec", read_published(), ids=lambda spec: spec.id)
def test_an_entry_is_complete(spec):
    assert spec.file(FileRole.GRAPH).sha256, "a graph without a hash could be any program"
    assert spec.file(FileRole.TOKENIZER)
    assert all(re.fullmatch("[0-9a-f]{64}", file.sha256) for file in spec.files if file.sha256)
    assert spec.bundled or re.fullmatch("[0-9a-f]{40}", spec.revision), "no revision pins its files"
    assert spec.bytes, "nobody could say how much room it takes"
    assert spec.languages
    assert "free of charge" in read_license(spec) or "Apache License" in read_license(spec)


@pytest.mark.parametrize("spec", read_published(), ids=lambda spec: spec.id)
def test_an_entry_says_what_the_model_cannot_do_and_who_states_it(spec):
    limits = read_limits()[spec.id]
    assert len({str(limit.what) for limit in limits}) == len(limits) > 0
    for limit in limits:
        assert limit.what.message.names() == {name for name, _ in limit.what.facts}
        assert limit.source.title or limit.source.reference.count("/") == 1, "neither a paper nor a model card"
        assert re.fullmatch(r"arXiv:\d{4}\.\d{5}|10\.\d{4,}/\S+|[\w.-]+/[\w.-]+", limit.source.reference)


def test_no_limit_is_of_a_model_that_there_is_not_and_no_source_of_none():
    assert read_limits().keys() == {spec.id for spec in read_published()}
    tables = read_tables()
    assert {table["source"] for table in tables["limit"]} == {table["id"] for table in tables["source"]}


def test_a_model_s_window_is_the_one_that_its_limits_speak_of():
    for spec in read_published():
        for limit in read_limits()[spec.id]:
            facts = dict(limit.what.facts)
            if limit.what.message is LimitMessage.READS_AT_MOST:
                assert facts["tokens"] == spec.max_tokens
            if limit.what.message is LimitMessage.COULD_READ_MORE:
                assert facts["given"] == spec.max_tokens < facts["tokens"]
            if limit.what.message is LimitMessage.ENGLISH_ONLY:
                assert spec.languages == ("en",)


@pytest.mark.parametrize("spec", read_catalogue(), ids=lambda spec: spec.id)
def test_an_entry_can_be_embedded_with_and_compared(spec):
    assert spec.passage_tokens + spec.heading_tokens + 2 <= spec.max_tokens
    assert spec.known_answer is None or len(spec.known_answer.values) >= 5
    assert all(0 < score < 1 for _, score in spec.scores)
    assert not spec.full_precision or find_model(spec.full_precision, read_catalogue()).precision == "fp32"


def test_a_licence_names_its_publisher():
    assert "Copyright (c) BAAI" in read_license(find_model("bge-base-en", read_catalogue()))


def test_the_bundled_model_is_what_the_catalogue_says(installed):
    assert installed.verify() == {file.path: file.sha256 for file in installed.spec.files}
    assert all(file.bytes for file in installed.spec.files)


def test_the_bundled_model_is_small_enough_to_ship(installed):
    assert installed.path(FileRole.GRAPH).stat().st_size < 30_000_000


def test_the_provenance_is_of_the_files_beside_it(installed):
    listed = json.loads((installed.folder / "PROVENANCE.json").read_text())["files"]
    assert {path: file["sha256"] for path, file in listed.items() if path != "LICENSE"} == installed.verify()


def test_a_file_that_is_missing_is_named_with_what_to_do(copied):
    copied.path(FileRole.TOKENIZER).unlink()
    with pytest.raises(ModelError, match=r"tokenizer\.json .* No such file .* Install Findling again"):
        copied.verify()


def test_a_file_cut_short_is_damaged(copied):
    graph = copied.path(FileRole.GRAPH)
    graph.write_bytes(graph.read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"model\.onnx .* is damaged"):
        copied.verify()


def test_a_single_flipped_bit_is_damage(copied):
    graph = copied.path(FileRole.GRAPH)
    data = bytearray(graph.read_bytes())
    data[len(data) // 2] ^= 1
    graph.write_bytes(data)
    with pytest.raises(ModelError, match=r"model\.onnx .* is damaged"):
        copied.verify()


def test_a_model_that_the_user_installed_is_to_be_installed_again(copied):
    spec = dataclasses.replace(copied.spec, bundled=False, files=(ModelFile("absent.onnx", FileRole.GRAPH),))
    with pytest.raises(ModelError, match=f"Delete the folder {re.escape(str(copied.folder))}"):
        InstalledModel(spec, copied.folder).verify()


def test_a_file_pinned_by_revision_only_is_hashed_all_the_same(copied):
    free = tuple(dataclasses.replace(file, bytes=None, sha256=None) for file in copied.spec.files)
    unpinned = InstalledModel(dataclasses.replace(copied.spec, files=free), copied.folder)
    assert unpinned.verify() == copied.verify()


def test_an_unknown_model_is_answered_with_the_known_ones():
    with pytest.raises(ModelError, match=r"no model named word2vec.*all-MiniLM-L6-v2"):
        find_model("word2vec", read_catalogue())


@pytest.mark.parametrize("content", [None, b"[[model]", b"\xff"])
def test_a_list_that_cannot_be_read_is_named(tmp_path, content):
    path = tmp_path / "catalogue.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=r"catalogue\.toml cannot be read"):
        read_catalogue(path)


def test_reading_the_catalogue_loads_nothing_heavy():
    program = (
        "import sys, findling.embedding.catalogue, findling.embedding.batching;"
        "print(*{'numpy', 'onnxruntime', 'tokenizers'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert loaded.split() == []
