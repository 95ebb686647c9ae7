"""A model of the catalogue from a folder: the same checks as from the hub, without a network."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from shutil import copyfile, copytree

import numpy as np
import pytest

from findling.embedding.catalogue import FileRole, InstalledModel, ModelFile
from findling.embedding.encoder import Encoder
from findling.embedding.install.installer import Installer
from findling.embedding.install.model_source import FolderSource
from findling.embedding.model_store import ModelStore
from findling.errors import ModelError
from installprogram import NAME, published


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models", [published()])


def install(store: ModelStore, folder: Path) -> None:
    Installer(store).install(published(), FolderSource(folder))


def test_the_publishers_own_layout_is_taken(store: ModelStore, installed: InstalledModel, encoder: Encoder):
    install(store, installed.folder)
    vectors = Encoder.open(store.model(NAME)).encode_passages(["a rowing boat"])
    assert np.array_equal(vectors, encoder.encode_passages(["a rowing boat"]))


def test_files_side_by_side_are_found_by_their_names(store: ModelStore, installed: InstalledModel, tmp_path: Path):
    spec = published()
    nested = tuple(
        dataclasses.replace(file, path=f"onnx/{file.path}") if file.role is not FileRole.OTHER else file
        for file in spec.files
        if "/" not in file.path
    )
    spec = dataclasses.replace(spec, files=nested)
    Installer(store).install(spec, FolderSource(installed.folder))
    assert (store.folder_of(NAME) / "onnx" / "model.onnx").is_file()


def test_the_folder_that_it_came_from_is_left_alone(store: ModelStore, installed: InstalledModel, tmp_path: Path):
    folder = Path(copytree(installed.folder, tmp_path / "stick"))
    before = sorted(path for path in folder.rglob("*"))
    install(store, folder)
    store.remove(NAME)
    assert sorted(folder.rglob("*")) == before


def test_a_missing_file_is_named(store: ModelStore, tmp_path: Path, installed: InstalledModel):
    copyfile(installed.path(FileRole.GRAPH), tmp_path / "model.onnx")
    with pytest.raises(ModelError, match=r"has no file tokenizer\.json"):
        install(store, tmp_path)
    assert not store.has(NAME)


def test_a_folder_that_is_not_there_is_said_to_be_missing(store: ModelStore, tmp_path: Path):
    with pytest.raises(ModelError, match=r"There is no folder .*nowhere"):
        install(store, tmp_path / "nowhere")


def test_one_wrong_bit_is_no_installation(store: ModelStore, installed: InstalledModel, tmp_path: Path):
    folder = Path(copytree(installed.folder, tmp_path / "stick"))
    data = bytearray((folder / "model.onnx").read_bytes())
    data[1000] ^= 1
    (folder / "model.onnx").write_bytes(data)
    with pytest.raises(ModelError, match=rf"model\.onnx of {NAME} is damaged"):
        install(store, folder)
    assert not store.folder_of(NAME).exists()


@pytest.mark.parametrize("path", ["model.py", "../model.onnx", "/etc/model.onnx", "weights.pkl"])
def test_a_file_that_is_none_of_a_models_is_refused(store: ModelStore, installed: InstalledModel, path: str):
    spec = dataclasses.replace(published(), files=(ModelFile(path, FileRole.GRAPH),))
    with pytest.raises(ModelError, match="A model has no file such as"):
        Installer(store).install(spec, FolderSource(installed.folder))


def test_what_was_installed_is_known_by_its_hashes_from_then_on(store: ModelStore, installed: InstalledModel):
    files = tuple(dataclasses.replace(file, bytes=None, sha256=None) for file in published().files)
    unhashed = dataclasses.replace(published(), files=files)
    Installer(store).install(unhashed, FolderSource(installed.folder))
    store.model(NAME).verify()
    place = store.model(NAME).path(FileRole.TOKENIZER)
    place.write_bytes(place.read_bytes() + b" ")
    with pytest.raises(ModelError, match=r"tokenizer\.json .* is damaged"):
        store.model(NAME).verify()


def test_the_bundled_model_stays(tmp_path: Path):
    with pytest.raises(ModelError, match="ships with Findling and stays"):
        ModelStore.open(tmp_path).remove("all-MiniLM-L6-v2")


def test_a_reranker_is_not_taken_for_a_model_of_vectors(tmp_path: Path):
    store = ModelStore.open(tmp_path)
    with pytest.raises(ModelError, match="makes no vectors"):
        store.model("gte-multilingual-reranker-base")
    with pytest.raises(ModelError, match="does not rerank"):
        store.reranker("all-MiniLM-L6-v2")
    with pytest.raises(ModelError, match="findling models install gte-multilingual-reranker-base"):
        store.reranker("gte-multilingual-reranker-base")
