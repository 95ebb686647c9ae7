"""Pruning takes out of a frozen program only what nothing in it needs, and changes nothing that is loaded."""

from __future__ import annotations

import ctypes
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

import icu_data
import pruning
import system_libraries
from elf_files import read_image, read_needs, strip

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("g++"), reason="needs Linux and a compiler (g++)"
)


def compile_library(path: Path, code: str, *more: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    command = ["g++", "-shared", "-fPIC", "-g", "-x", "c", "-", "-o", str(path), f"-Wl,-soname,{path.name}"]
    subprocess.run([*command, "-x", "none", *more], input=code, text=True, check=True)
    return path


def make_package(parts: dict[str, bytes]) -> bytes:
    head = bytearray(32)
    struct.pack_into("<H", head, 0, len(head))
    head[2:4], head[12:16] = b"\xda\x27", b"CmnD"
    return icu_data.pack(bytes(head), parts)


def test_stripping_takes_symbols_and_leaves_what_is_loaded(tmp_path: Path):
    library = compile_library(tmp_path / "libanswer.so", "int answer(void) { return 42; }")
    before = read_image(library)
    assert strip(library) > 0
    assert read_image(library) == before
    assert ctypes.CDLL(str(library)).answer() == 42


def test_a_library_that_is_stripped_already_stays_as_it_is(tmp_path: Path):
    library = compile_library(tmp_path / "libanswer.so", "int answer(void) { return 42; }")
    strip(library)
    content = library.read_bytes()
    assert strip(library) == 0
    assert library.read_bytes() == content


def test_a_library_goes_when_the_plug_in_that_needed_it_has_gone(tmp_path: Path):
    internal = tmp_path / "_internal"
    far = compile_library(internal / "libfar.so.1", "int far(void) { return 1; }")
    near = compile_library(internal / "libnear.so.1", "int far(void); int near(void) { return far(); }", str(far))
    kept = compile_library(internal / "libkept.so.1", "int kept(void) { return 1; }")
    themes = internal / "PySide6" / "Qt" / "plugins" / "platformthemes"
    compile_library(themes / "libqgtk3.so", "int near(void); int theme(void) { return near(); }", str(near))
    compile_library(internal / "module.so", "int kept(void); int module(void) { return kept(); }", str(kept))
    pruning.prune(internal)
    assert {path.name for path in internal.rglob("*.so*")} == {"libkept.so.1", "module.so"}


def test_what_the_system_has_is_left_to_it_and_asked_of_it(tmp_path: Path):
    screen = compile_library(tmp_path / "libX11.so.6", "int draw(void) { return 1; }")
    compile_library(tmp_path / "module.so", "int draw(void); int module(void) { return draw(); }", str(screen))
    pruning.prune(tmp_path)
    assert not screen.exists()
    assert system_libraries.list_required(system_libraries.find_needs(tmp_path)) == ["libX11.so.6"]


def test_a_library_that_nobody_is_known_to_have_fails_the_build(tmp_path: Path):
    lost = compile_library(tmp_path / "libnowhere.so.3", "int lost(void) { return 1; }")
    module = compile_library(tmp_path / "module.so", "int lost(void); int module(void) { return lost(); }", str(lost))
    assert "libnowhere.so.3" in read_needs(module)
    lost.unlink()
    with pytest.raises(RuntimeError, match=r"libnowhere\.so\.3 by \{'module\.so'\}"):
        pruning.prune(tmp_path)


def test_notes_of_the_installer_do_not_stay(tmp_path: Path):
    metadata = tmp_path / "thing-1.0.dist-info"
    metadata.mkdir()
    (metadata / "sboms").mkdir()
    for name in ("METADATA", "RECORD", "direct_url.json", "entry_points.txt", "sboms/thing.cdx.json"):
        (metadata / name).touch()
    pruning.prune(tmp_path)
    assert {path.name for path in metadata.iterdir()} == {"METADATA", "entry_points.txt"}


def test_of_the_readers_of_pictures_only_that_of_the_icons_stays(tmp_path: Path):
    formats = tmp_path / "PySide6" / "Qt" / "plugins" / "imageformats"
    formats.mkdir(parents=True)
    for name in ("libqgif.so", "libqico.so", "libqjpeg.so", "libqsvg.so", "libqtiff.so", "libqwebp.so"):
        (formats / name).touch()
    pruning.prune(tmp_path)
    assert [path.name for path in formats.iterdir()] == ["libqsvg.so"]


PARTS = {
    "icudt73l/coll/root.res": b"order",
    "icudt73l/coll/sv.res": b"another order",
    "icudt73l/de_AT.res": b"German",
    "icudt73l/de.res": b"German at large",
    "icudt73l/translit/root.res": b"spelling",
    "icudt73l/ibm-930.cnv": b"an encoding",
}


def test_a_data_package_of_icu_is_read_as_it_was_written():
    head, parts = icu_data.unpack(make_package(PARTS))
    # What pads a part to the next one belongs to it.
    assert {name: data.rstrip(b"\0") for name, data in parts.items()} == PARTS
    assert list(parts) == sorted(PARTS)
    assert icu_data.pack(head, parts) == make_package(parts)


def test_of_icu_s_data_the_offered_languages_stay():
    assert set(icu_data.select(PARTS)) == {"icudt73l/coll/root.res", "icudt73l/de_AT.res", "icudt73l/de.res"}


def test_a_library_of_icu_s_data_still_has_its_name_and_the_kept_parts(tmp_path: Path):
    array = ", ".join(map(str, make_package(PARTS)))
    code = f"const unsigned char icudt73_dat[] __attribute__((aligned(16))) = {{{array}}};"
    library = compile_library(tmp_path / "libicudata.so.73", code)
    icu_data.shrink(library)
    data = ctypes.c_char.in_dll(ctypes.CDLL(str(library)), "icudt73_dat")
    expected = make_package(icu_data.select(icu_data.unpack(make_package(PARTS))[1]))
    assert ctypes.string_at(ctypes.addressof(data), len(expected)) == expected


def test_other_data_are_refused():
    with pytest.raises(ValueError, match="no package"):
        icu_data.unpack(bytes(64))
