"""The window outlives the process that opened it."""

from __future__ import annotations

import pytest

from findling.paths import LibraryPaths
from findling.processes.desktop_search.window_launcher import WindowLauncher
from waiting import wait_until


@pytest.mark.parametrize(("unit", "is_apart"), [("abc", True), (None, False)])
def test_in_a_unit_of_systemd_the_window_gets_a_scope_of_its_own(tmp_path, monkeypatch, unit, is_apart):
    said = tmp_path / "said"
    for name in ("systemd-run", "python"):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho {name} "$@" > {said}.new && mv {said}.new {said}\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    monkeypatch.delenv("INVOCATION_ID", raising=False)
    if unit:
        monkeypatch.setenv("INVOCATION_ID", unit)
    WindowLauncher(LibraryPaths.inside(tmp_path / "library")).open("findling:search?q=a")
    wait_until(said.exists)
    command = said.read_text()
    assert command.startswith("systemd-run --user --scope" if is_apart else "python -P -m findling --library ")
    assert command.endswith(" app findling:search?q=a\n")
