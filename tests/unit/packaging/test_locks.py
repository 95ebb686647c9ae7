"""The locks hold every dependency of the project, each with its hashes, and name no host."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import lock

REPOSITORY = Path(__file__).resolve().parents[3]
LOCKS = tuple(lock.SELECTIONS)


def read_pins(name: str) -> dict[str, list[Requirement]]:
    pins: dict[str, list[Requirement]] = {}
    for line in (REPOSITORY / "packaging" / name).read_text(encoding="utf-8").splitlines():
        if re.match(r"[a-z]", line):
            pin = Requirement(line.removesuffix("\\").strip())
            pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_is_pinned_to_a_version_that_it_allows(name: str):
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    text = (REPOSITORY / "packaging" / name).read_text(encoding="utf-8")
    assert lock.find_stale(project, name, text) == [], "run packaging/lock.py"


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_is_exact_and_hashed(name: str):
    text = (REPOSITORY / "packaging" / name).read_text(encoding="utf-8")
    pins = re.split(r"\n(?=[a-z])", text.strip())
    assert pins
    for pin in pins:
        assert re.match(r"[a-z0-9._-]+(\[[a-z0-9,-]+\])?==[^ ]+ ", pin), pin.partition("\n")[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", pin), pin.partition("\n")[0]


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_host(name: str):
    text = (REPOSITORY / "packaging" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_one_package_has_one_version_in_all_locks():
    run, build, dev, *_ = (read_pins(each) for each in LOCKS)
    for name in run.keys() & (build.keys() | dev.keys()):
        for other in (build, dev):
            theirs = {str(pin.specifier) for pin in other.get(name, run[name])}
            ours = {str(pin.specifier) for pin in run[name]}
            # One of them may be needed for fewer versions of Python.
            assert theirs <= ours or ours <= theirs


def test_what_is_frozen_is_what_was_tested():
    run, freeze = read_pins("requirements.lock"), read_pins("requirements-freeze.lock")
    for name in run.keys() & freeze.keys():
        assert {str(pin.specifier) for pin in run[name]} == {str(pin.specifier) for pin in freeze[name]}


def test_every_set_up_on_linux_has_what_encrypts_a_library():
    (pin,) = read_pins("requirements.lock")["sqlcipher3"]
    assert pin.marker
    for version in ("3.11", "3.12", "3.13", "3.14"):
        systems = ("linux", "win32", "darwin")
        needed = [each for each in systems if pin.marker.evaluate({"sys_platform": each, "python_version": version})]
        assert needed == ["linux"]
