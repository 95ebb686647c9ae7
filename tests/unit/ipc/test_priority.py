"""Processes and threads that let all others go first."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from findling.ipc.priority import PRIORITY_VARIABLE

PROGRAM = """
import os, threading
from findling.ipc.priority import lower_priority, make_thread_idle
lower_priority(19, disk=True)
policies = []
def begin():
    make_thread_idle()
    policies.append(os.sched_getscheduler(0) == os.SCHED_IDLE)
thread = threading.Thread(target=begin)
thread.start()
thread.join()
print(os.getpriority(os.PRIO_PROCESS, 0), policies[0], os.sched_getscheduler(0) == os.SCHED_IDLE)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these numbers")
@pytest.mark.parametrize(("wish", "printed"), [("lowest", "19 True False"), ("normal", "0 False False")])
def test_a_thread_is_idle_within_a_process_that_is_not(wish, printed):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, PRIORITY_VARIABLE: wish},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == printed.split()
