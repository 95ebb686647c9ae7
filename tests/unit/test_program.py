"""The program, whatever role it plays."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SEEN = """
import os, sys
from findling.__main__ import main
sys.argv = ["findling", "--version"]
main()
print(os.environ["OPENBLAS_NUM_THREADS"])
"""


@pytest.mark.parametrize(("given", "seen"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_numpy_starts_no_threads_unless_the_user_says_so(given, seen):
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"} | given
    done = subprocess.run([sys.executable, "-c", SEEN], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.splitlines()[-1] == seen
