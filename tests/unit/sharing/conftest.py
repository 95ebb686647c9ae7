"""A library of which one folder is shared and one is not, for all tests of sharing."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatedlibrary import GatedLibrary, make_gated_library


@pytest.fixture(scope="session")
def gated(tmp_path_factory: pytest.TempPathFactory, sample_library: Path) -> GatedLibrary:
    return make_gated_library(tmp_path_factory.mktemp("gated"), sample_library)
