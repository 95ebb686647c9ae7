"""Compiled files come from the sources beside them, and can be compiled wherever there is a compiler."""

from __future__ import annotations

import platform
import sys
import tomllib

import numpy as np
import pytest

import build_native
from findling.duplicates import word_library
from findling.index.vectors import hnsw_library
from findling.native_library import open_library
from findling.platform_tag import name_library

PROVENANCE = tomllib.loads(build_native.PROVENANCE.read_text(encoding="utf-8"))


FILES = [name for library in build_native.LIBRARIES for name in library.targets]


@pytest.mark.parametrize("library", build_native.LIBRARIES, ids=lambda library: library.name)
def test_what_is_shipped_was_built_from_these_sources(library: build_native.Library):
    assert PROVENANCE[library.name]["sources"] == library.digest_sources(), "run packaging/build_native.py"


@pytest.mark.parametrize("name", FILES)
def test_each_library_is_the_one_that_was_built(name: str):
    assert PROVENANCE[name]["sha256"] == build_native.digest_file(build_native.BUILT / name)
    assert (build_native.BUILT / name).stat().st_size < 700_000


@pytest.mark.parametrize("name", FILES)
def test_none_names_the_machine_that_built_it(name: str):
    place = f"{build_native.BUILT.name}/{name.partition('-')[0]}-"
    assert place not in (build_native.BUILT / name).read_bytes().decode("latin-1")


def test_it_comes_from_the_compiler_that_the_lock_names():
    lock = (build_native.ROOT / "packaging" / "requirements-native.lock").read_text(encoding="utf-8")
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
    assert name_library("hnsw") in FILES


@pytest.mark.skipif(not build_native.find_compiler(), reason="needs a C++ compiler (sudo apt-get install g++)")
@pytest.mark.skipif(
    not build_native.HEADERS.is_dir(), reason="needs hnswlib's headers (packaging/build_native.py --headers)"
)
def test_the_compiler_that_is_there_makes_one_that_works(tmp_path):
    compiler = build_native.find_compiler()
    assert compiler is not None
    for library in build_native.LIBRARIES:
        build_native.compile_library(library, compiler, tmp_path / "made" / f"{library.name}.so")
    ones, letters = np.ones(100, np.float32), np.array([97, 98], np.uint32)
    graphs = open_library(tmp_path / "made" / "hnsw.so", hnsw_library.GRAPH_PROTOTYPES)
    words = open_library(tmp_path / "made" / "words.so", word_library.WORD_PROTOTYPES)
    assert graphs.hnsw_inner_product(-1, ones, ones, 100) == 100
    assert words.words_hash(letters.ctypes.data, 2) == word_library.hash_letters(letters)
