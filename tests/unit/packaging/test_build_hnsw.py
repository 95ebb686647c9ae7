"""The compiled vector index comes from the sources beside it, and can be compiled wherever there is a compiler."""

from __future__ import annotations

import platform
import sys
import tomllib

import numpy as np
import pytest

import build_hnsw
from findling.index.vectors.hnsw_library import open_library
from findling.platform_tag import name_library

PROVENANCE = tomllib.loads(build_hnsw.PROVENANCE.read_text(encoding="utf-8"))


def test_what_is_shipped_was_built_from_these_sources():
    assert PROVENANCE["sources"] == build_hnsw.digest_sources(), "run packaging/build_hnsw.py"


@pytest.mark.parametrize("name", build_hnsw.TARGETS)
def test_each_library_is_the_one_that_was_built(name: str):
    assert PROVENANCE[name]["sha256"] == build_hnsw.digest_file(build_hnsw.BUILT / name)
    assert (build_hnsw.BUILT / name).stat().st_size < 700_000


@pytest.mark.parametrize("name", build_hnsw.TARGETS)
def test_none_names_the_machine_that_built_it(name: str):
    assert str(build_hnsw.BUILT.name) + "/hnsw-" not in (build_hnsw.BUILT / name).read_bytes().decode("latin-1")


def test_it_comes_from_the_compiler_that_the_lock_names():
    lock = (build_hnsw.ROOT / "packaging" / "requirements-native.lock").read_text(encoding="utf-8")
    assert PROVENANCE["compiler"] == lock.partition(" \\")[0].replace("==", " ")


SYSTEMS = {
    ("linux", "x86_64"): "hnsw-linux-x86_64.so",
    ("linux", "aarch64"): "hnsw-linux-aarch64.so",
    ("win32", "AMD64"): "hnsw-windows-x86_64.dll",
    ("darwin", "x86_64"): "hnsw-macos-x86_64.dylib",
    ("darwin", "arm64"): "hnsw-macos-aarch64.dylib",
}


@pytest.mark.parametrize(("system", "machine"), SYSTEMS)
def test_each_system_takes_its_own(system: str, machine: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    assert name_library("hnsw") == SYSTEMS[system, machine]
    assert name_library("hnsw") in build_hnsw.TARGETS


@pytest.mark.skipif(not build_hnsw.find_compiler(), reason="needs a C++ compiler (sudo apt-get install g++)")
@pytest.mark.skipif(
    not build_hnsw.HEADERS.is_dir(), reason="needs hnswlib's headers (packaging/build_hnsw.py --headers)"
)
def test_the_compiler_that_is_there_makes_one_that_works(tmp_path):
    compiler = build_hnsw.find_compiler()
    assert compiler is not None
    build_hnsw.compile_library(compiler, tmp_path / "made" / "hnsw.so")
    ones = np.ones(100, np.float32)
    assert open_library(tmp_path / "made" / "hnsw.so").hnsw_inner_product(-1, ones, ones, 100) == 100
