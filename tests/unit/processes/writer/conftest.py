"""A library of its own for each test, and clients whose writer is quick."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import writerprogram
from findling.paths import LibraryPaths
from findling.processes.writer.writer_client import WriterClient


@pytest.fixture
def paths(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(writerprogram.__file__).parent), prepend=os.pathsep)
    monkeypatch.setenv("CLOSED", str(tmp_path / "closed"))
    return LibraryPaths.inside(tmp_path / "library")


@pytest.fixture
def start(paths):
    return lambda: WriterClient.start(paths, command=writerprogram.COMMAND)
