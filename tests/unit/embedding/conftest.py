"""The bundled model, loaded once for all tests of this room."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from findling.embedding.catalogue import InstalledModel, ModelSpec, find_model, read_catalogue
from findling.embedding.encoder import Encoder


@pytest.fixture(scope="session")
def spec() -> ModelSpec:
    return find_model("all-MiniLM-L6-v2", read_catalogue())


@pytest.fixture(scope="session")
def installed(spec: ModelSpec) -> InstalledModel:
    return InstalledModel.bundled(spec)


@pytest.fixture
def copied(installed: InstalledModel, tmp_path: Path) -> InstalledModel:
    """A copy of the bundled model that a test may damage."""
    return InstalledModel(installed.spec, Path(copytree(installed.folder, tmp_path / "model")))


@pytest.fixture(scope="session")
def encoder(installed: InstalledModel) -> Encoder:
    return Encoder.open(installed)
