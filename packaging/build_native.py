"""Builds what is compiled (hnsw, words) for every system, with one compiler: `build_native.py [--headers | FILE ...]`.

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
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "app"))

from findling.platform_tag import name_library  # noqa: E402 - it is not installed yet

HEADERS = ROOT / ".venv" / "hnswlib"
"""Folder of hnswlib's headers once they are fetched."""
HNSWLIB, HNSWLIB_SHA256 = "0.8.0", "cb6d037eedebb34a7134e7dc78966441dfd04c9cf5ee93911be911ced951c44c"
BUILT = ROOT / "resources" / "native"
PROVENANCE = BUILT / "provenance.toml"

SYSTEMS = {
    "linux-x86_64.so": "x86_64-linux-gnu.2.17",
    "linux-aarch64.so": "aarch64-linux-gnu.2.17",
    "windows-x86_64.dll": "x86_64-windows-gnu",
    "macos-x86_64.dylib": "x86_64-macos.13.0",
    "macos-aarch64.dylib": "aarch64-macos.13.0",
}
"""End of a file's name -> zig's name of what it is for, with the oldest C library or system that it runs on."""

FLAGS = ("-O3", "-s", "-shared", "-fPIC", "-fvisibility=hidden")


@dataclass(frozen=True)
class Library:
    """Compiled part of Findling.

    Attributes:
        name: of its sources' folder in packaging, and the beginning of its files' names.
        source: the file that is compiled.
        flags: of the compiler, besides `FLAGS`.
        origin: where sources come from that are not in the folder; empty where there are none.
    """

    name: str
    source: str
    flags: tuple[str, ...]
    origin: str = ""

    @property
    def sources(self) -> Path:
        """Folder of its sources."""
        return ROOT / "packaging" / self.name

    @property
    def language(self) -> str:
        """Command of zig's for it; that for C has no library of C++ to build for each system."""
        return "cc" if Path(self.source).suffix == ".c" else "c++"

    @property
    def path(self) -> Path:
        """Place where Findling looks for it on this system and processor."""
        return BUILT / name_library(self.name)

    @property
    def targets(self) -> dict[str, str]:
        """Files, and for each zig's name of what it is for."""
        return {f"{self.name}-{end}": target for end, target in SYSTEMS.items()}

    def digest_sources(self) -> str:
        """Return the SHA-256 of all that is compiled, names included, and of what is fetched by that of its package."""
        digest = hashlib.sha256(HNSWLIB_SHA256.encode() if self.origin else b"")
        for path in sorted(self.sources.rglob("*")):
            if path.suffix in {".c", ".cpp", ".h", ".map"}:
                digest.update(f"{path.relative_to(self.sources).as_posix()}\n".encode())
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
        return digest.hexdigest()


LIBRARIES = (
    Library(
        "hnsw",
        "hnsw.cpp",
        ("-std=gnu++17", "-DNDEBUG", "-ffp-contract=fast", "-isystem", str(HEADERS)),
        f"hnswlib {HNSWLIB}, Apache-2.0 (LICENSE.txt)",
    ),
    # Compilers of C++ take what has this suffix for C++ all the same.
    Library("words", "words.c", ("-x", "c", "-std=c11")),
)


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


def compile_library(library: Library, compiler: list[str], output: Path) -> str:
    """Compile a library, with the headers that were fetched, and return what the compiler said.

    No flag names a processor: what newer ones can do is chosen when the library is loaded.

    Raises:
        subprocess.CalledProcessError: the compiler failed; `stdout` is what it said.
        OSError: it cannot be started.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    by_suffix = {
        ".so": ("-pthread", "-Wl,--gc-sections", "-Wl,--version-script=exports.map"),
        # The name would else be the path on the machine that builds.
        ".dylib": ("-install_name", f"@rpath/{library.name}.dylib"),
        ".dll": (),
    }
    command = [*compiler, *FLAGS, *library.flags, *by_suffix[output.suffix], "-o", str(output), library.source]
    ran = subprocess.run(
        command, cwd=library.sources, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
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


def find_missing() -> list[Library]:
    """Return the libraries of which there is none that this Python can load."""
    return [library for library in LIBRARIES if not _is_loadable(library.path)]


def _is_loadable(path: Path) -> bool:
    try:
        ctypes.CDLL(str(path))
    except OSError:
        return False
    return True


def digest_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build(names: list[str], zig: list[str]) -> None:
    """Build the files of these names, then write what all of them come from.

    Raises:
        subprocess.CalledProcessError: zig failed; `stdout` is what it said.
    """
    for library in LIBRARIES:
        for name, target in library.targets.items():
            if name in names:
                print(f"{name} ...", end="", flush=True)
                compile_library(library, [*zig, library.language, "-target", target], BUILT / name)
                for left in (*BUILT.glob("*.pdb"), *BUILT.glob("*.lib")):
                    left.unlink()
                print(f" {(BUILT / name).stat().st_size:,} bytes", flush=True)
    version = subprocess.run([*zig, "version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    PROVENANCE.write_text(_describe(version), encoding="utf-8")


def _describe(version: str) -> str:
    lines = [
        "# Written by packaging/build_native.py; tests/unit/packaging/test_build_native.py holds files to it.",
        f'compiler = "ziglang {version}"',
        f'flags = "{" ".join(FLAGS)}"',
    ]
    for library in LIBRARIES:
        flags = [flag for flag in library.flags if flag not in {"-isystem", str(HEADERS)}]
        lines += ["", f"[{library.name}]", f'flags = "{" ".join(flags)}"', f'sources = "{library.digest_sources()}"']
        lines += [f'with = "{library.origin}"'] if library.origin else []
        for name, target in library.targets.items():
            if (path := BUILT / name).exists():
                lines += ["", f'["{name}"]', f'target = "{target}"', f'sha256 = "{digest_file(path)}"']
    return "\n".join(lines) + "\n"


def main() -> int:
    """Build what is named, or everything, or fetch the headers alone (`--headers`); 3 if something fails."""
    known = [name for library in LIBRARIES for name in library.targets]
    names = [] if sys.argv[1:] == ["--headers"] else sys.argv[1:] or known
    if unknown := [name for name in names if name not in known]:
        print(f"No such file: {', '.join(unknown)}. There are: {', '.join(known)}", file=sys.stderr)
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
