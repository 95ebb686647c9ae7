"""Models of the user's own that come as weights: the graph is made here, and all else is as for any model."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest

from findling.embedding.catalogue import FileRole, InstalledModel, Pooling, read_license
from findling.embedding.encoder import Encoder
from findling.embedding.install.custom_model import ModelOptions, inspect_folder, prepare_custom_model
from findling.embedding.install.installer import Installer
from findling.embedding.model_store import ModelStore
from findling.embedding.quantise.builder import BuildForm, build
from findling.errors import ModelError, UsageError
from madeencoders import MadeEncoder, make_encoder

TEXT = "a rowing boat"


@pytest.fixture(scope="module")
def made(installed: InstalledModel) -> MadeEncoder:
    return make_encoder(hidden=64, vocabulary=30_522)


@pytest.fixture
def folder(tmp_path: Path, made: MadeEncoder, installed: InstalledModel) -> Path:
    """Weights as sentence-transformers lays them out."""
    folder = made.write(tmp_path / "weights")
    copyfile(installed.path(FileRole.TOKENIZER), folder / "tokenizer.json")
    modules = [{"path": path, "type": f"sentence_transformers.models.{kind}"} for path, kind in (
        ("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize"),
    )]  # fmt: skip
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode_mean_tokens": true}')
    (folder / "sentence_bert_config.json").write_text('{"max_seq_length": 128}')
    return folder


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore.open(tmp_path / "models")


def install(store: ModelStore, folder: Path) -> InstalledModel:
    prepared = prepare_custom_model(folder, "mine", ModelOptions())
    Installer(store).install(prepared.spec, prepared.source, prepared.licence)
    return store.model("mine")


def test_weights_are_installed_as_a_graph_that_gives_their_vectors(store: ModelStore, folder: Path, made: MadeEncoder):
    encoder = Encoder.open(install(store, folder))
    mean = made.compute(encoder.tokenizer.encode(TEXT)).mean(axis=0)
    np.testing.assert_allclose(encoder.encode_passages([TEXT])[0], mean / np.linalg.norm(mean), atol=1e-5)
    assert encoder.dimensions == 64
    assert {path.name for path in store.folder_of("mine").iterdir()} == {
        "model.onnx", "tokenizer.json", "findling-model.toml",
    }  # fmt: skip


def test_the_same_weights_make_the_same_graph_and_others_take_its_place(store: ModelStore, folder: Path):
    before = install(store, folder).spec
    assert install(store, folder).spec == before
    make_encoder(hidden=64, vocabulary=30_522, seed=1).write(folder)
    assert install(store, folder).spec.file(FileRole.GRAPH).sha256 != before.file(FileRole.GRAPH).sha256


def test_a_faster_build_is_made_of_it(store: ModelStore, folder: Path):
    (folder / "LICENSE").write_text("Do good.")
    install(store, folder)
    passages = [f"{number} boats lie in harbour {number % 7}" for number in range(12)]
    report = build(store, "mine", BuildForm.INT8, passages)
    assert report.agreement.cosine > 0.99
    assert report.bytes < report.original_bytes / 2
    assert read_license(store.model("mine-int8").spec, store.folder_of("mine-int8")) == "Do good."


def test_what_the_folder_says_is_told_before_anything_is_asked(folder: Path):
    said = inspect_folder(folder)
    assert (said.graphs, said.pooling, said.max_tokens) == (("model.safetensors",), "mean", 128)
    assert said.is_converted


def test_a_graph_that_is_there_is_taken_instead(folder: Path, installed: InstalledModel):
    copyfile(installed.path(FileRole.GRAPH), folder / "model.onnx")
    assert prepare_custom_model(folder, "mine", ModelOptions()).spec.dimensions == 384
    named = prepare_custom_model(folder, "mine", ModelOptions(graph="model.safetensors")).spec
    assert (named.dimensions, named.file(FileRole.GRAPH).path) == (64, "model.onnx")


def test_what_the_folder_leaves_open_is_asked_for(folder: Path):
    (folder / "modules.json").unlink()
    (folder / "1_Pooling" / "config.json").unlink()
    with pytest.raises(UsageError, match="give --pooling, --query-prefix"):
        prepare_custom_model(folder, "mine", ModelOptions())
    told = ModelOptions(pooling=Pooling.CLS, query_prefix="")
    assert prepare_custom_model(folder, "mine", told).spec.pooling is Pooling.CLS


def test_a_window_longer_than_the_model_s_positions_is_refused(folder: Path):
    with pytest.raises(UsageError, match="has positions for 512 tokens, not for 513"):
        prepare_custom_model(folder, "mine", ModelOptions(max_tokens=513))
    assert prepare_custom_model(folder, "mine", ModelOptions(max_tokens=512)).spec.max_tokens == 512
    config = folder / "config.json"
    config.write_text(json.dumps(json.loads(config.read_text()) | {"model_type": "roberta", "type_vocab_size": 2}))
    with pytest.raises(UsageError, match="has positions for 511 tokens, not for 512"):
        prepare_custom_model(folder, "mine", ModelOptions(max_tokens=512))


def test_weights_of_a_part_that_is_not_computed_are_not_taken_for_the_model(folder: Path):
    (folder / "2_Dense").mkdir()
    copyfile(folder / "model.safetensors", folder / "2_Dense" / "model.safetensors")
    assert inspect_folder(folder).graphs == ("model.safetensors",)
    modules = json.loads((folder / "modules.json").read_text())
    part = {"path": "2_Dense", "type": "sentence_transformers.models.Dense"}
    (folder / "modules.json").write_text(json.dumps([*modules, part]))
    with pytest.raises(ModelError, match="a part that Findling does not compute: Dense"):
        prepare_custom_model(folder, "mine", ModelOptions())


def test_weights_in_the_folder_of_the_transformer_are_found(folder: Path):
    inner = folder / "0_Transformer"
    inner.mkdir()
    for name in ("model.safetensors", "config.json", "tokenizer.json"):
        (folder / name).rename(inner / name)
    spec = prepare_custom_model(folder, "mine", ModelOptions()).spec
    assert [file.path for file in spec.files] == ["model.onnx", "0_Transformer/tokenizer.json"]


def test_weights_that_would_run_a_program_are_refused(folder: Path):
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match=r"pytorch_model\.bin only\. That is a format \(pickle\) that runs programs"):
        inspect_folder(folder)


def test_weights_in_several_files_are_refused(folder: Path):
    (folder / "model.safetensors").rename(folder / "model-00001-of-00002.safetensors")
    (folder / "model.safetensors.index.json").write_text("{}")
    with pytest.raises(ModelError, match="are in several files"):
        inspect_folder(folder)


@pytest.mark.parametrize("written", ["[]", "{}", '"bert"', '{"model_type": 3}'])
def test_settings_that_say_nothing_of_a_model_are_refused(folder: Path, written: str):
    (folder / "config.json").write_text(written)
    with pytest.raises(ModelError, match="makes no graph"):
        inspect_folder(folder)
    with pytest.raises(ModelError, match="makes no graph"):
        prepare_custom_model(folder, "mine", ModelOptions())


def test_weights_without_settings_are_refused(folder: Path):
    (folder / "config.json").unlink()
    with pytest.raises(ModelError, match=r"has no file config\.json"):
        inspect_folder(folder)


def test_damage_is_met_before_anything_is_written(folder: Path, store: ModelStore):
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"model\.safetensors are damaged"):
        install(store, folder)
    assert not store.own()
    assert not store.folder.exists()
