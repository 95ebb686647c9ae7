"""Builds native/hnsw.cpp for every system, with one compiler: `build_hnsw.py [TARGET ...]`.

It needs ziglang, which brings the headers of all systems: `uv run --no-project --with ziglang==VERSION packaging/...`
has it for this alone. The set-up uses `compile_library` where no built library fits, with the compiler that is there.
"""

from __future__ import annotations

import ctypes
import hashlib
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "app"))

from findling.platform_tag import name_library  # noqa: E402 - it is not installed yet

SOURCES = ROOT / "native"
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


def compile_library(compiler: list[str], output: Path) -> str:
    """Compile the library and return what the compiler said.

    No flag names a processor: what newer ones can do is chosen when the library is loaded.

    Raises:
        subprocess.CalledProcessError: the compiler failed; `stdout` is what it said.
        OSError: it cannot be started.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    command = [*compiler, *FLAGS, *FLAGS_BY_SUFFIX[output.suffix], "-o", str(output), "hnsw.cpp"]
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
    """Return the SHA-256 of all that is compiled, names included."""
    digest = hashlib.sha256()
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
        f'sources = "{digest_sources()}"',
    ]
    for name, target in TARGETS.items():
        path = BUILT / name
        if path.exists():
            lines += ["", f'["{name}"]', f'target = "{target}"', f'sha256 = "{digest_file(path)}"']
    return "\n".join(lines) + "\n"


def main() -> int:
    """Build what is named, or everything; 3 if there is no zig or it fails."""
    names = sys.argv[1:] or list(TARGETS)
    if unknown := [name for name in names if name not in TARGETS]:
        print(f"No such target: {', '.join(unknown)}. There are: {', '.join(TARGETS)}", file=sys.stderr)
        return 2
    try:
        build(names, [sys.executable, "-m", "ziglang"])
    except subprocess.CalledProcessError as error:
        print(error.stdout or f"zig failed ({error.returncode}); is ziglang installed?", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
