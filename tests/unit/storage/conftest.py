"""Fixtures of real databases, each in a file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.storage.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def database(path: Path):
    database = Database.open_for_writing(path)
    yield database
    database.close()
