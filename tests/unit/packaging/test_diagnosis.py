"""A set-up that cannot succeed says why in one line, and what to install."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import diagnosis
from waiting import PATIENCE_SECONDS

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"

# What pip, setuptools and the compilers print, as they print it.
LOGS = {
    "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by 'NewConnectionError('<HTTPSConnection "
    "object>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /editables/\n"
    "ERROR: No matching distribution found for editables==0.6": "cannot be reached",
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device": "disk is full",
    "ERROR: Could not install packages due to an OSError: [WinError 112] There is not enough space": "disk is full",
    "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.": "not the one that was tested",
    "hnsw.cpp:7:10: fatal error: algorithm: No such file or directory": "compiler is missing",
    "xcrun: error: invalid active developer path, missing xcrun": "compiler is missing",
    "c++: fatal error: Killed signal terminated program cc1plus": "too little memory",
    "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed'))": "PIP_CERT",
    "ERROR: No matching distribution found for onnxruntime==1.32.0": "no ready-made onnxruntime==1.32.0",
    "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: 'x'": "may not be written",
    "ERROR: [WinError 32] The process cannot access the file": "in use",
}


@pytest.mark.parametrize(("log", "meaning"), LOGS.items())
def test_a_known_failure_is_told_in_one_line(log: str, meaning: str):
    line = diagnosis.explain(f"Collecting things\n{log}\n")
    assert line is not None
    assert meaning in line
    assert "\n" not in line


def test_an_unknown_failure_is_not_guessed():
    assert diagnosis.explain("ERROR: something that nobody has seen before") is None


def test_a_network_that_came_back_does_not_hide_what_failed_after_it():
    log = "Retrying after connection broken by ReadTimeoutError\nfatal error: algorithm: No such file or directory"
    assert "compiler" in str(diagnosis.explain(log))


def start_in(folder: Path, *command: str, path: str = "", **around: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a copy of the project that has no environment yet."""
    without = shutil.ignore_patterns("__pycache__", "sample", "models", "pages", "*.so")
    for room in ("packaging", "app", "resources/native"):
        shutil.copytree(PACKAGING.parent / room, folder / room, ignore=without)
    shutil.copy(PACKAGING.parent / "pyproject.toml", folder)
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={"PATH": path, **around},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
    )


def lacking(**lacks: str) -> str:
    """Return a program that starts the checks on a machine that lacks modules, or Linux, or libraries."""
    lines = [
        "import ctypes, sys, sysconfig; sysconfig.get_config_vars()",
        "sys.path.insert(0, 'packaging')",
        *(f"sys.modules[{name!r}] = None" for name in lacks.get("modules", "").split()),
        f"sys.platform = {lacks.get('platform', sys.platform)!r}",
        "load = ctypes.CDLL",
        "def refuse(name, *more):",
        f"    if any(part in str(name) for part in {lacks.get('libraries', '').split()!r}): raise OSError(name)",
        "    return load(name, *more)",
        "ctypes.CDLL = refuse",
        "import start; sys.exit(start.main([]))",
    ]
    return "\n".join(lines)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for what Linux lacks")
def test_all_that_a_machine_lacks_is_told_at_once_and_before_the_first_step(tmp_path: Path):
    program = lacking(modules="ensurepip", libraries="libGL libxcb-cursor")
    ran = start_in(tmp_path, "-c", program, path="/usr/bin", DISPLAY=":1")
    assert ran.returncode == 3
    lacks = "Python's venv module and libraries that a window needs (libGL.so.1, libxcb-cursor.so.0)"
    assert ran.stderr.strip().startswith(f"Missing: {lacks}. Install")
    assert len(ran.stderr.strip().splitlines()) == 1
    assert "libxcb-cursor" in ran.stderr.partition("nstall")[2]
    assert not (tmp_path / ".venv").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="looks for what Linux lacks")
def test_what_a_window_needs_is_not_asked_of_a_server(tmp_path: Path):
    ran = start_in(tmp_path, "-c", lacking(modules="ensurepip", libraries="libGL"), path="/usr/bin")
    assert ran.stderr.strip().startswith("Missing: Python's venv module. Install")


def test_a_system_without_a_fitting_library_and_without_a_compiler_is_told_so(tmp_path: Path):
    ran = start_in(tmp_path, "-c", lacking(platform="sunos5"))
    assert ran.returncode == 3
    assert ran.stderr.strip().startswith("Missing: a C++ compiler. Install g++")


def test_a_python_without_venv_is_told_so(tmp_path: Path):
    without = (
        "import sys; sys.modules['ensurepip'] = None; sys.path.insert(0, 'packaging')\nimport check; check.main([])"
    )
    ran = start_in(tmp_path, "-c", without)
    assert ran.stderr.strip().startswith("Missing: Python's venv module. ")


def test_help_sets_nothing_up(tmp_path: Path):
    ran = start_in(tmp_path, "packaging/start.py", "--help")
    assert ran.returncode == 0
    assert "[FOLDER] [-- QUERY]" in ran.stdout
    assert not (tmp_path / ".venv").exists()


def test_removing_what_was_never_set_up_is_no_trouble(tmp_path: Path):
    ran = start_in(tmp_path, "packaging/start.py", "--remove", HOME=str(tmp_path / "home"))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Findling is removed")
