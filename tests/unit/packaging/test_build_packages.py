"""Packages hold the program and its way into the system, and are the same whenever they are built."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

import build_packages
from findling import __version__

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages for Linux"),
    # click-man's own.
    pytest.mark.filterwarnings("ignore:'click.utils.make_default_short_help' is deprecated:DeprecationWarning"),
]

debian = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="needs Debian's tools (apt-get install dpkg)")


def make_frozen(folder: Path) -> Path:
    """Make what stands for a frozen program: it can be started, and asks for libraries of the system."""
    frozen = folder / "findling"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "findling").write_text("#!/bin/sh\necho Findling\n")
    (frozen / "findling").chmod(0o755)
    (frozen / "_internal" / "data").write_text("data")
    (frozen / "_internal" / "link").symlink_to("data")
    (frozen / "_internal" / "THIRD-PARTY-NOTICES.txt").write_text("Of others\n")
    return frozen


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")
    return make_frozen(tmp_path / "first")


@pytest.mark.parametrize("packager", ["deb", "rpm"])
def test_the_same_program_makes_the_same_package_at_another_time_and_place(frozen: Path, tmp_path: Path, packager: str):
    first = build_packages.build_package(packager, frozen, tmp_path / "work", tmp_path)
    content = first.read_bytes()
    again = make_frozen(tmp_path / "second")
    os.utime(again / "_internal" / "data", (1, 1))
    (tmp_path / "other").mkdir()
    second = build_packages.build_package(packager, again, tmp_path / "work2", tmp_path / "other")
    assert second.name == first.name
    assert second.read_bytes() == content


def test_the_archive_is_the_same_whenever_it_is_packed_and_starts(frozen: Path, tmp_path: Path):
    content = build_packages.build_archive(frozen, tmp_path).read_bytes()
    os.utime(frozen / "findling", (1, 1))
    path = build_packages.build_archive(frozen, tmp_path)
    assert path.read_bytes() == content
    with tarfile.open(path) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    program = tmp_path / "unpacked" / path.name.removesuffix(".tar.xz") / "findling"
    assert subprocess.run([program], capture_output=True, text=True, check=True).stdout == "Findling\n"


@debian
def test_the_debian_package_is_unpacked_to_a_program_with_all_around_it(frozen: Path, tmp_path: Path):
    package = build_packages.build_package("deb", frozen, tmp_path / "work", tmp_path)
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path / "root"], check=True)
    usr = tmp_path / "root" / "usr"
    assert (usr / "bin" / "findling").readlink() == Path("/usr/lib/findling/findling")
    assert os.access(usr / "lib" / "findling" / "findling", os.X_OK)
    assert (usr / "lib" / "findling" / "_internal" / "link").readlink() == Path("data")
    for place in (
        "applications/findling.desktop",
        "metainfo/org.findling.Findling.metainfo.xml",
        "icons/hicolor/48x48/apps/findling.png",
        "icons/hicolor/scalable/apps/findling.svg",
        "man/man1/findling-search.1.gz",
        "bash-completion/completions/findling",
        "zsh/vendor-completions/_findling",
        "doc/findling/copyright",
    ):
        assert (usr / "share" / place).stat().st_size
    assert not (usr / "share" / "zsh" / "site-functions").exists()
    licence = (usr / "share" / "doc" / "findling" / "copyright").read_text()
    assert licence.startswith("MIT License")
    notices = next(line.strip() for line in licence.splitlines() if line.strip().startswith("/"))
    assert (tmp_path / "root" / notices.lstrip("/")).read_text() == "Of others\n"
    control = subprocess.run(["dpkg-deb", "--field", package], capture_output=True, text=True, check=True).stdout
    assert f"Version: {__version__}\n" in control
    assert "Depends: libc6 (>= 2." in control


@debian
def test_the_debian_package_is_smaller_than_its_files_packed_one_by_one(frozen: Path, tmp_path: Path):
    content = random.Random(1).randbytes(1_000_000)
    for name in ("one", "again"):
        (frozen / "_internal" / name).write_bytes(content)
    package = build_packages.build_package("deb", frozen, tmp_path / "work", tmp_path)
    assert package.stat().st_size < 1.5 * len(content)
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path / "root"], check=True)
    assert (tmp_path / "root" / "usr" / "lib" / "findling" / "_internal" / "again").read_bytes() == content


@pytest.mark.skipif(not shutil.which("rpm"), reason="needs rpm, to read what was written (apt-get install rpm)")
def test_the_rpm_package_says_what_it_holds_and_needs(frozen: Path, tmp_path: Path):
    package = build_packages.build_package("rpm", frozen, tmp_path / "work", tmp_path)
    ask = ["rpm", "--query", "--package", package]
    files = subprocess.run([*ask, "--list"], capture_output=True, text=True, check=True).stdout.split()
    assert {"/usr/bin/findling", "/usr/lib/findling/findling", "/usr/share/zsh/site-functions/_findling"} <= set(files)
    # Folders of the system belong to the system.
    assert not {"/usr", "/usr/bin", "/usr/lib", "/usr/share"} & set(files)
    needs = subprocess.run([*ask, "--requires"], capture_output=True, text=True, check=True).stdout
    assert "libc.so.6(GLIBC_2." in needs


@pytest.mark.skipif(not shutil.which("g++"), reason="needs a compiler (apt-get install g++)")
def test_packages_ask_for_what_the_program_s_libraries_need(frozen: Path, tmp_path: Path):
    screen, module = tmp_path / "libX11.so.6", frozen / "_internal" / "module.so"
    compile_ = ["g++", "-shared", "-fPIC", "-x", "c", "-", "-o"]
    make_screen = [*compile_, screen, "-Wl,-soname,libX11.so.6"]
    subprocess.run(make_screen, input="int draw(void) { return 1; }", text=True, check=True)
    make_module = [*compile_, module, "-x", "none", screen]
    subprocess.run(make_module, input="int draw(void); int f(void) { return draw(); }", text=True, check=True)
    overrides = build_packages.describe(frozen, tmp_path / "share")["overrides"]
    assert "libx11-6" in overrides["deb"]["depends"]
    assert "libX11.so.6()(64bit)" in overrides["rpm"]["depends"]
