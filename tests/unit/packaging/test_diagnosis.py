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
    "bindings.cpp:1:10: fatal error: Python.h: No such file or directory": "headers are missing",
    "error: Microsoft Visual C++ 14.0 or greater is required. Get it with Build Tools": "compiler is missing",
    "RuntimeError: Unsupported compiler -- at least C++11 support is needed!": "compiler is missing",
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
    log = "Retrying after connection broken by ReadTimeoutError\nfatal error: Python.h: No such file or directory"
    assert "headers" in str(diagnosis.explain(log))


def start_in(folder: Path, *command: str, path: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command in a copy of the project that has no environment yet."""
    shutil.copytree(PACKAGING, folder / "packaging", ignore=shutil.ignore_patterns("__pycache__", "sample", "models"))
    shutil.copy(PACKAGING.parent / "pyproject.toml", folder)
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={"PATH": path},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the compiler is not looked for on the PATH")
@pytest.mark.parametrize("script", ["start.py", "check.py"])
def test_a_machine_without_a_compiler_is_told_so_at_once(tmp_path: Path, script: str):
    ran = start_in(tmp_path, f"packaging/{script}")
    assert ran.returncode == 3
    assert ran.stderr.strip().startswith("Missing: a C++ compiler")
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_python_without_venv_is_told_so(tmp_path: Path):
    without = (
        "import sys; sys.modules['ensurepip'] = None; sys.path.insert(0, 'packaging')\nimport check; check.main([])"
    )
    ran = start_in(tmp_path, "-c", without)
    assert ran.stderr.strip().startswith("Python's venv module is missing.")


def test_help_sets_nothing_up(tmp_path: Path):
    ran = start_in(tmp_path, "packaging/start.py", "--help")
    assert ran.returncode == 0
    assert "[FOLDER] [-- QUERY]" in ran.stdout
    assert not (tmp_path / ".venv").exists()
