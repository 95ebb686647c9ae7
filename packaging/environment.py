"""Sets up .venv with the exact, hashed versions of the locks, and keeps what is unchanged."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import diagnosis

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
COMMAND = SCRIPTS / ("findling.exe" if os.name == "nt" else "findling")
WHEELS = VENV / "wheels"
_LOG = VENV / "setup.log"
_STAMP = VENV / "setup.json"
_COMPILED = "hnswlib"
"""The one dependency that has no wheels."""


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


def prepare(*, tools: bool = False) -> None:
    """Bring `VENV` up to date with the locks and report it; `tools` adds what the checks need.

    Raises:
        SetupError: something is missing on this machine, or a step failed.
    """
    try:
        steps = _plan(tools=tools)
        done = _read_stamp()
        due = [step for step in steps if step.digest not in done]
        if not due:
            return
        if obstacle := diagnosis.find_obstacle(ROOT):
            raise SetupError(obstacle)
        print(f"Setting up Findling in {VENV}. This happens once and takes some minutes.", flush=True)
        for step in due:
            print(f"  {steps.index(step) + 1}/{len(steps)} {step.title} ...", end="", flush=True)
            started = time.monotonic()
            step.take()
            done.add(step.digest)
            _STAMP.write_text(json.dumps(sorted(done)), encoding="utf-8")
            print(f" {time.monotonic() - started:.0f} s", flush=True)
    except OSError as error:
        raise SetupError(diagnosis.explain(str(error)) or f"The set-up failed: {error}.") from error


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
    compiled = _find_requirement(run.read_text(encoding="utf-8"), _COMPILED)
    project = (ROOT / "pyproject.toml").read_bytes()
    steps = [
        Step("Python's virtual environment", b"", _make_venv),
        Step("Build tools", build.read_bytes(), lambda: _install_locked(build)),
        Step(f"Compiling {_COMPILED}, about a minute", compiled.encode(), lambda: _compile(compiled)),
        Step("Libraries, about 230 MB to download", run.read_bytes(), lambda: _install_locked(run)),
        Step("Findling itself", project, _install_project),
    ]
    if tools:
        steps.append(Step("Tools for the checks", dev.read_bytes(), lambda: _install_locked(dev)))
    return steps


def _read_stamp() -> set[str]:
    """Return the digests of the steps that are done; none if the environment is broken."""
    try:
        return set(json.loads(_STAMP.read_text(encoding="utf-8"))) if PYTHON.exists() else set()
    except (FileNotFoundError, ValueError):
        return set()


def _find_requirement(lock: str, name: str) -> str:
    """Return the lines of a lock that pin a package, with its hashes."""
    found = re.search(rf"^{re.escape(name)}==(?:.*\\\n)*.*$", lock, re.MULTILINE)
    if found is None:
        raise SetupError(f"The lock has no {name}: run packaging/lock.py.")
    return found.group()


def _make_venv() -> None:
    """Make the environment, or keep one of the same Python and add pip to it."""
    tag = "import sys; print(sys.implementation.cache_tag)"
    there = PYTHON.exists() and subprocess.run([str(PYTHON), "-c", tag], capture_output=True, text=True, check=False)
    keep = there and there.stdout.strip() == sys.implementation.cache_tag
    _run([sys.executable, "-m", "venv", *([] if keep else ["--clear"]), str(VENV)])


def _install_locked(lock: Path) -> None:
    """Install what a lock says, from wheels only: what has none is compiled by `_compile`."""
    _pip("install", "--require-hashes", "--only-binary=:all:", "--requirement", str(lock))


def _compile(requirement: str) -> None:
    """Build a wheel that runs on any processor of this kind, and install it.

    Without a cache: one may hold a wheel that was compiled for this very processor.
    """
    WHEELS.mkdir(exist_ok=True)
    listed = WHEELS / "requirement.txt"
    listed.write_text(requirement, encoding="utf-8")
    alone = ("--no-deps", "--no-cache-dir", "--no-build-isolation", "--no-binary=:all:", "--require-hashes")
    _pip("wheel", *alone, "--wheel-dir", str(WHEELS), "--requirement", str(listed))
    wheel = max(WHEELS.glob(f"{_COMPILED}-*.whl"), key=lambda path: path.stat().st_mtime)
    _pip("install", "--no-deps", "--no-index", "--force-reinstall", str(wheel))


def _install_project() -> None:
    """Install Findling so that it runs from this very folder."""
    _pip("install", "--no-deps", "--no-index", "--no-build-isolation", "--force-reinstall", "--editable", str(ROOT))


def _pip(*arguments: str) -> None:
    _run([str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments])


def _run(command: list[str]) -> None:
    """Run a command quietly and append its output to the log.

    Raises:
        SetupError: it failed; the message says why where that is known, and names the log.
    """
    # A user's own pip settings may ask for --user, which a virtual environment refuses.
    settings = os.environ | {"HNSWLIB_NO_NATIVE": "1", "PIP_USER": "0", "PYTHONUTF8": "1"}
    settings.pop("PYTHONPATH", None)
    ran = subprocess.run(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    said = ran.stdout.decode("utf-8", errors="replace")
    if VENV.is_dir():
        with _LOG.open("a", encoding="utf-8") as log:
            log.write(f"$ {' '.join(command)}\n{said}\n")
    if ran.returncode:
        last = said.strip().rpartition("\n")[2] or f"{command[0]} ended with {ran.returncode}"
        raise SetupError(f"{diagnosis.explain(said) or last} (All that was said is in {_LOG}.)")
