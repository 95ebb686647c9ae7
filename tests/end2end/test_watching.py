"""`index --watch` as a user runs it: new files are found, and deleted ones no more."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from waiting import PATIENCE_SECONDS, wait_until

QUERY = "boat departure to the island"


def first_name(library: Path) -> str:
    """Return the file that a search gives first; "" while none is a good match."""
    command = [sys.executable, "-m", "findling", "--library", str(library), "--json", "search", "-n", "1", QUERY]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    results = json.loads(done.stdout)["results"] if done.returncode == 0 else []
    return Path(results[0]["path"]).name if results and results[0]["relevance"] != "weak" else ""


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent in another way there")
def test_changes_are_followed_for_longer_than_the_first_moments(tmp_path: Path):
    folder, library = tmp_path / "papers", tmp_path / "library"
    folder.mkdir()
    (folder / "bread.txt").write_text("Knead the dough and let it rest over night.")
    command = [
        sys.executable,
        "-m",
        "findling",
        "--library",
        str(library),
        "--no-progress",
        "index",
        "--watch",
        str(folder),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("1 of 1 files")
        # Only then does a run have an estimate of the time that is left.
        time.sleep(6)
        (folder / "ferry.txt").write_text("The ferry to Gotland leaves at seven from the old harbour.")
        wait_until(lambda: first_name(library) == "ferry.txt")
        (folder / "ferry.txt").rename(folder / "boat.txt")
        wait_until(lambda: first_name(library) == "boat.txt")
        (folder / "boat.txt").unlink()
        wait_until(lambda: first_name(library) == "")
        assert process.poll() is None
    finally:
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=PATIENCE_SECONDS)
    assert "mistake" not in complaints
    assert process.returncode in (0, 130)
