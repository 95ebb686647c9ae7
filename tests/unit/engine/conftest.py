"""What the tests of the engine share: a desk of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path)
