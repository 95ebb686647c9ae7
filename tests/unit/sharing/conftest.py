"""A library of which one folder is shared and one is not, for all tests of sharing."""

from __future__ import annotations

from pathlib import Path

import pytest

from shareddoor import Door, open_door


@pytest.fixture(scope="session")
def door(tmp_path_factory: pytest.TempPathFactory, sample_library: Path) -> Door:
    return open_door(tmp_path_factory.mktemp("door"), sample_library)
