"""A step of the set-up is taken again when what it depends on has changed, and only then."""

from __future__ import annotations

import io

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


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_much_is_downloaded():
    out = Terminal()
    meter = environment.Meter(out)
    meter.note("Collecting pyside6-essentials==6.11.3\n")
    assert out.getvalue() == ""
    meter.note("Downloading pyside6_essentials-6.11.3-cp310-abi3-manylinux_2_34_x86_64.whl (80.4 MB)\n")
    meter.note("  Downloading click-8.4.0-py3-none-any.whl (900 kB)\n")
    assert out.getvalue().replace("\b", "") == " 80 MB 81 MB"


def test_a_file_of_output_has_whole_lines_only():
    out = io.StringIO()
    environment.Meter(out).note("Downloading click-8.4.0-py3-none-any.whl (900 kB)\n")
    assert out.getvalue() == ""
