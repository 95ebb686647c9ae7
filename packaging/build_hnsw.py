"""Builds hnsw/hnsw.cpp and hnswlib for every system, with one compiler: `build_hnsw.py [--headers | TARGET ...]`.

hnswlib's own files are headers, taken from the package index and checked. Building for all systems needs ziglang, which
brings the headers of all of them: `uv run --no-project --with ziglang==VERSION packaging/...` has it for this alone.
The set-up uses `compile_library` where no built library fits, with the compiler that is there.
"""

from __future__ import annotations

import ctypes
import hashlib
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "app"))

from findling.platform_tag import name_library  # noqa: E402 - it is not installed yet

SOURCES = ROOT / "packaging" / "hnsw"
HEADERS = ROOT / ".venv" / "hnswlib"
"""Where hnswlib's headers lie once they are fetched."""
HNSWLIB, HNSWLIB_SHA256 = "0.8.0", "cb6d037eedebb34a7134e7dc78966441dfd04c9cf5ee93911be911ced951c44c"
BUILT = ROOT / "resources" / "native"
PROVENANCE = BUILT / "provenance.toml"

TARGETS = {
    "hnsw-linux-x86_64.so": "x86_64-linux-gnu.2.17",
    "hnsw-linux-aarch64.so": "aarch64-linux-gnu.2.17",
    "hnsw-windows-x86_64.dll": "x86_64-windows-gnu",
    "hnsw-macos-x86_64.dylib": "x86_64-macos.13.0",
    "hnsw-macos-aarch64.dylib": "aarch64-macos.13.0",
}
"""File -> zig's name of what it is for, with the oldest C library or system that it runs on."""

FLAGS = ("-std=gnu++17", "-O3", "-DNDEBUG", "-s", "-shared", "-fPIC", "-fvisibility=hidden", "-ffp-contract=fast")
FLAGS_BY_SUFFIX = {
    ".so": ("-pthread", "-Wl,--gc-sections", "-Wl,--version-script=exports.map"),
    # The name would else be the path on the machine that builds.
    ".dylib": ("-install_name", "@rpath/hnsw.dylib"),
    ".dll": (),
}


def fetch_headers(python: str = sys.executable) -> None:
    """Fetch hnswlib's source package, unless it is there, and put its headers into `HEADERS`.

    Args:
        python: one that has pip.

    Raises:
        subprocess.CalledProcessError: pip failed; `stdout` is what it said.
        OSError: the folder cannot be written.
        ValueError: the package is not the one that this was written for.
    """
    if (HEADERS / "hnswlib" / "hnswlib.h").is_file():
        return
    with tempfile.TemporaryDirectory() as folder:
        # Only this one as source: for what builds its metadata there are wheels.
        asked = ["--no-deps", "--no-binary", "hnswlib", "--dest", folder, f"hnswlib=={HNSWLIB}"]
        command = [python, "-m", "pip", "--disable-pip-version-check", "download", *asked]
        subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        package = Path(folder) / f"hnswlib-{HNSWLIB}.tar.gz"
        if not package.is_file() or digest_file(package) != HNSWLIB_SHA256:
            raise ValueError(f"The package index has another hnswlib {HNSWLIB} than the one that was tested.")
        (HEADERS / "hnswlib").mkdir(parents=True, exist_ok=True)
        with tarfile.open(package) as archive:
            for member in archive.getmembers():
                name = Path(member.name)
                if name.parent.name == "hnswlib" and name.suffix == ".h" and (stream := archive.extractfile(member)):
                    (HEADERS / "hnswlib" / name.name).write_bytes(stream.read())


def compile_library(compiler: list[str], output: Path) -> str:
    """Compile the library with the headers that were fetched, and return what the compiler said.

    No flag names a processor: what newer ones can do is chosen when the library is loaded.

    Raises:
        subprocess.CalledProcessError: the compiler failed; `stdout` is what it said.
        OSError: it cannot be started.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    command = [
        *compiler,
        *FLAGS,
        *FLAGS_BY_SUFFIX[output.suffix],
        "-isystem",
        str(HEADERS),
        "-o",
        str(output),
        "hnsw.cpp",
    ]
    ran = subprocess.run(
        command, cwd=SOURCES, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    return ran.stdout


def find_compiler() -> list[str] | None:
    """Return the command of the C++ compiler that is there, if there is one."""
    if sys.platform == "darwin" and subprocess.run(["/usr/bin/xcode-select", "-p"], check=False).returncode:
        return None  # /usr/bin/c++ is there all the same, as a stub that asks for the tools
    for named in (sysconfig.get_config_var("CXX"), "c++", "g++", "clang++"):
        if named and shutil.which(named.split()[0]):
            return [named.split()[0]]
    return None


def library_path() -> Path:
    """Return where Findling looks for the library on this system and processor."""
    return BUILT / name_library("hnsw")


def fits() -> bool:
    """Return whether there is a library that this Python can load."""
    try:
        ctypes.CDLL(str(library_path()))
    except OSError:
        return False
    return True


def digest_sources() -> str:
    """Return the SHA-256 of all that is compiled, names included, and hnswlib by that of its package."""
    digest = hashlib.sha256(HNSWLIB_SHA256.encode())
    for path in sorted(SOURCES.rglob("*")):
        if path.suffix in {".cpp", ".h", ".map"}:
            digest.update(f"{path.relative_to(SOURCES).as_posix()}\n".encode())
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def digest_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build(names: list[str], zig: list[str]) -> None:
    """Build the libraries of `names`, then write what all of them come from.

    Raises:
        subprocess.CalledProcessError: zig failed; `stdout` is what it said.
    """
    for name in names:
        print(f"{name} ...", end="", flush=True)
        compile_library([*zig, "c++", "-target", TARGETS[name]], BUILT / name)
        for left in (*BUILT.glob("*.pdb"), *BUILT.glob("*.lib")):
            left.unlink()
        print(f" {(BUILT / name).stat().st_size:,} bytes", flush=True)
    version = subprocess.run([*zig, "version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    PROVENANCE.write_text(_describe(version), encoding="utf-8")


def _describe(version: str) -> str:
    lines = [
        "# Written by packaging/build_hnsw.py; tests/unit/packaging/test_build_hnsw.py holds files and sources to it.",
        f'compiler = "ziglang {version}"',
        f'flags = "{" ".join(FLAGS)}"',
        f'hnswlib = "{HNSWLIB}, Apache-2.0 (LICENSE.txt)"',
        f'sources = "{digest_sources()}"',
    ]
    for name, target in TARGETS.items():
        path = BUILT / name
        if path.exists():
            lines += ["", f'["{name}"]', f'target = "{target}"', f'sha256 = "{digest_file(path)}"']
    return "\n".join(lines) + "\n"


def main() -> int:
    """Build what is named, or everything, or fetch the headers alone (`--headers`); 3 if something fails."""
    names = [] if sys.argv[1:] == ["--headers"] else sys.argv[1:] or list(TARGETS)
    if unknown := [name for name in names if name not in TARGETS]:
        print(f"No such target: {', '.join(unknown)}. There are: {', '.join(TARGETS)}", file=sys.stderr)
        return 2
    try:
        fetch_headers()
        if names:
            build(names, [sys.executable, "-m", "ziglang"])
    except ValueError as error:
        print(error, file=sys.stderr)
        return 3
    except subprocess.CalledProcessError as error:
        print(error.stdout or f"zig failed ({error.returncode}); is ziglang installed?", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
