"""The locks hold every dependency of the project, each with its hashes, and name no host."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).resolve().parents[3]
LOCKS = (
    "requirements.lock",
    "requirements-build.lock",
    "requirements-dev.lock",
    "requirements-native.lock",
    "requirements-freeze.lock",
)


def read_pins(name: str) -> dict[str, list[Requirement]]:
    pins: dict[str, list[Requirement]] = {}
    for line in (REPOSITORY / "packaging" / name).read_text(encoding="utf-8").splitlines():
        if re.match(r"[a-z]", line):
            pin = Requirement(line.removesuffix("\\").strip())
            pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


def required(table: dict[str, list[object]], group: str) -> list[str]:
    found: list[str] = []
    for entry in table[group]:
        found += [entry] if isinstance(entry, str) else required(table, entry["include-group"])  # type: ignore[index]
    return found


def wanted(lock: str) -> list[str]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    if lock == "requirements.lock":
        return project["project"]["dependencies"]
    return required(project["dependency-groups"], lock.removeprefix("requirements-").removesuffix(".lock"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_pinned_to_a_version_that_it_allows(lock: str):
    pins = read_pins(lock)
    for text in wanted(lock):
        asked = Requirement(text)
        versions = [next(iter(pin.specifier)).version for pin in pins.get(canonicalize_name(asked.name), [])]
        assert any(asked.specifier.contains(version) for version in versions), f"{text}: run packaging/lock.py"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_exact_and_hashed(lock: str):
    text = (REPOSITORY / "packaging" / lock).read_text(encoding="utf-8")
    pins = re.split(r"\n(?=[a-z])", text.strip())
    assert pins
    for pin in pins:
        assert re.match(r"[a-z0-9._-]+(\[[a-z0-9,-]+\])?==[^ ]+ ", pin), pin.partition("\n")[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", pin), pin.partition("\n")[0]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_host(lock: str):
    text = (REPOSITORY / "packaging" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_one_package_has_one_version_in_all_locks():
    run, build, dev, *_ = (read_pins(lock) for lock in LOCKS)
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
