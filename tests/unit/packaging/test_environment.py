"""A step of the set-up is taken again when what it depends on has changed, and only then."""

from __future__ import annotations

import re

import environment


def nothing() -> None:
    """Take no step."""


def test_a_step_is_the_same_while_its_inputs_are():
    assert (
        environment.Step("Libraries", b"a==1", nothing).digest == environment.Step("Libraries", b"a==1", print).digest
    )


def test_other_inputs_make_another_step():
    steps = {environment.Step(title, inputs, nothing).digest for title in ("one", "two") for inputs in (b"", b"a==1")}
    assert len(steps) == 4


def test_the_compiled_dependency_is_the_one_that_the_lock_has_without_a_wheel():
    lock = (environment.ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    hashes = re.search(r"^hnswlib==\S+ \\\n((?:    --hash=\S+(?: \\)?\n)+)", lock, re.MULTILINE)
    assert hashes is not None
    assert hashes.group(1).count("--hash") == 1, "hnswlib has wheels now: it need not be compiled any more"
