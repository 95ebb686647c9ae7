"""Sets up .venv with the exact, hashed versions of the locks, and keeps what is unchanged."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

import build_native
import diagnosis

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
COMMAND = SCRIPTS / ("findling.exe" if os.name == "nt" else "findling")
_LOG = VENV / "setup.log"
_STAMP = VENV / "setup.json"
_ZIG = VENV / "zig"
_DOWNLOADING = re.compile(r"\s*Downloading .*\((?P<size>[0-9.]+) (?P<unit>kB|MB)\)")
"""Lines of pip on each file that it fetches."""


class SetupError(Exception):
    """Obstacle to the set-up; the message is one line for the user."""


class Step(NamedTuple):
    """Step of the set-up; it is taken again when what it depends on has changed.

    Attributes:
        title: what the user reads while it runs.
        inputs: all that its outcome depends on, besides Python and the folder.
        take: does it; raises SetupError.
    """

    title: str
    inputs: bytes
    take: Callable[[], None]

    @property
    def digest(self) -> str:
        """Digest by which the stamp knows a step that is done."""
        around = f"{self.title}\n{sys.implementation.cache_tag} {sysconfig.get_platform()}\n{ROOT}\n"
        return hashlib.sha256(around.encode() + self.inputs).hexdigest()


def prepare(*, tools: bool = False, window: bool = False) -> None:
    """Bring `VENV` up to date with the locks and report it.

    Args:
        tools: add what the checks need.
        window: look first whether the system has what Qt needs.

    Raises:
        SetupError: something is missing on this machine, or a step failed.
    """
    try:
        steps = _plan(tools=tools)
        done = _read_stamp()
        due = [step for step in steps if step.digest not in done]
        if not due:
            return
        if obstacle := diagnosis.find_obstacle(ROOT, window=window):
            raise SetupError(obstacle)
        print(f"Setting up Findling in {VENV}. This happens once and takes some minutes.", flush=True)
        for step in due:
            line = f"  {steps.index(step) + 1}/{len(steps)} {step.title} ..."
            print(line, end="", flush=True)
            started = time.monotonic()
            step.take()
            done.add(step.digest)
            _STAMP.write_text(json.dumps(sorted(done)), encoding="utf-8")
            print(f" {time.monotonic() - started:.0f} s", flush=True)
    except OSError as error:
        raise SetupError(diagnosis.explain(str(error)) or f"The set-up failed: {error}.") from error


def remove() -> None:
    """Delete the environment."""
    shutil.rmtree(VENV, ignore_errors=True)


def list_folders() -> list[str]:
    """Return the folders of the user's library that there are, as the installed Findling names them."""
    program = (
        "from findling.paths import LibraryPaths; p = LibraryPaths.of_platform()\n"
        "print(*{str(each): 0 for each in (p.data, p.cache, p.config, p.logs) if each.exists()}, sep='\\n')"
    )
    if not PYTHON.exists():
        return []
    ran = subprocess.run([str(PYTHON), "-P", "-c", program], capture_output=True, text=True, check=False)
    return ran.stdout.split("\n")[:-1]


def call(*command: str) -> int:
    """Run a command in the project's folder and return its exit code; interrupts are left to it."""
    with subprocess.Popen(command, cwd=ROOT) as running:
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:
                continue


def _plan(*, tools: bool) -> list[Step]:
    build, run, dev = (ROOT / "packaging" / f"requirements{kind}.lock" for kind in ("-build", "", "-dev"))
    project = (ROOT / "pyproject.toml").read_bytes()
    steps = [
        Step("Python's virtual environment", b"", _make_venv),
        Step("Build tools", build.read_bytes(), lambda: _install_locked(build)),
        Step("Libraries, about 150 MB to download", run.read_bytes(), lambda: _install_locked(run)),
        Step("Findling itself", project, _install_project),
    ]
    if missing := build_native.find_missing():
        sources = "".join(library.digest_sources() for library in missing).encode()
        compiler = build_native.find_compiler()
        if compiler:
            steps.append(Step("Compiling, half a minute", sources, lambda: _compile(missing, compiler)))
        else:
            steps.append(Step("A compiler, about 90 MB", sources, lambda: _compile_with_zig(missing)))
    if tools:
        steps.append(Step("Tools for the checks", dev.read_bytes(), lambda: _install_locked(dev)))
    return steps


def _read_stamp() -> set[str]:
    """Return the digests of the steps that are done; none if the environment is broken."""
    try:
        return set(json.loads(_STAMP.read_text(encoding="utf-8"))) if PYTHON.exists() else set()
    except (FileNotFoundError, ValueError):
        return set()


def _make_venv() -> None:
    """Make the environment, or keep one of the same Python and add pip to it."""
    tag = "import sys; print(sys.implementation.cache_tag)"
    there = PYTHON.exists() and subprocess.run([str(PYTHON), "-c", tag], capture_output=True, text=True, check=False)
    keep = there and there.stdout.strip() == sys.implementation.cache_tag
    _run([sys.executable, "-m", "venv", *([] if keep else ["--clear"]), str(VENV)])


def _install_locked(lock: Path) -> None:
    """Install what a lock says, from wheels only."""
    _pip("install", "--require-hashes", "--only-binary=:all:", "--requirement", str(lock))


def _compile(libraries: Sequence[build_native.Library], compiler: list[str]) -> None:
    """Compile libraries for this system and processor, for which none are shipped."""
    said = ""
    try:
        build_native.fetch_headers(str(PYTHON))
        for library in libraries:
            said += build_native.compile_library(library, compiler, library.path)
    except ValueError as error:
        raise SetupError(str(error)) from error
    except subprocess.CalledProcessError as error:
        raise _explain_failure(compiler[0], error.returncode, error.stdout) from error
    _note(" ".join(compiler), said)


def _compile_with_zig(libraries: Sequence[build_native.Library]) -> None:
    """Fetch a compiler for as long as it is needed: it takes 440 MB on the disk."""
    lock = ROOT / "packaging" / "requirements-native.lock"
    try:
        _pip("install", "--require-hashes", "--only-binary=:all:", "--target", str(_ZIG), "--requirement", str(lock))
        # By itself zig compiles for the very processor at hand.
        _compile(libraries, [sys.executable, str(_ZIG / "ziglang"), "c++", "-mcpu=baseline"])
    finally:
        shutil.rmtree(_ZIG, ignore_errors=True)


def _install_project() -> None:
    """Install Findling so that it runs from this very folder."""
    _pip("install", "--no-deps", "--no-index", "--no-build-isolation", "--force-reinstall", "--editable", str(ROOT))


def _pip(*arguments: str) -> None:
    _run([str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments])


def _run(command: list[str]) -> None:
    """Run a command quietly, show how much it has downloaded, and append its output to the log.

    Raises:
        SetupError: it failed; the message says why where that is known, and names the log.
    """
    # A user's own pip settings may ask for --user, which a virtual environment refuses.
    settings = os.environ | {"PIP_USER": "0", "PYTHONUTF8": "1"}
    settings.pop("PYTHONPATH", None)
    lines = []
    with subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as running:
        assert running.stdout is not None
        meter = Meter()
        for raw in running.stdout:
            lines.append(raw.decode("utf-8", errors="replace"))
            meter.note(lines[-1])
    said = "".join(lines)
    _note(" ".join(command), said)
    if running.returncode:
        raise _explain_failure(command[0], running.returncode, said)


class Meter:
    """Shows on a terminal how many megabytes pip has begun to download."""

    def __init__(self, out: TextIO = sys.stdout) -> None:
        self._out = out
        self._shows = out.isatty()
        self._megabytes = 0.0
        self._shown = ""

    def note(self, line: str) -> None:
        """Take a line of pip's output into account."""
        match = _DOWNLOADING.match(line)
        if not match or not self._shows:
            return
        self._megabytes += float(match["size"]) / (1 if match["unit"] == "MB" else 1_000)
        erased = "\b" * len(self._shown)
        self._shown = f" {self._megabytes:.0f} MB"
        print(erased + self._shown, end="", file=self._out, flush=True)


def _note(command: str, said: str) -> None:
    if VENV.is_dir():
        with _LOG.open("a", encoding="utf-8") as log:
            log.write(f"$ {command}\n{said}\n")


def _explain_failure(command: str, code: int, said: str) -> SetupError:
    last = said.strip().rpartition("\n")[2] or f"{command} ended with {code}"
    return SetupError(f"{diagnosis.explain(said) or last} (All that was said is in {_LOG}.)")
