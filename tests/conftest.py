"""Settings and fixtures of all tests."""

from __future__ import annotations

import gc
import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A shell that starts the tests in the background has them ignore interrupts, and all that they start as well.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Before anything imports Qt: a test needs no screen, unless it asks for one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Beside programs that use all processors, the writer and the parser would get a hundredth of one at their own priority.
os.environ["FINDLING_PRIORITY"] = "normal"

# Durations of examples depend on the machine. The same tests try the same examples, so that whether a commit passes is
# no matter of luck; EXPLORE=1 looks for new ones.
settings.register_profile("same", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("explore", settings.get_profile("same"), derandomize=False, max_examples=1_000)
settings.load_profile("explore" if os.environ.get("EXPLORE") else "same")

pytest_plugins = ["notrun"]

REPOSITORY = Path(__file__).resolve().parent.parent
NO_DATA = "needs documents and judged collections (not shipped: put those of docs/benchmarks.md into ../shared/data)"


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Name a test by the name of an argument of bytes, not by the bytes: packed ones hold the second they were made in.

    Processes that run the tests side by side each collect them, and have to find the same names.
    """
    return argname if isinstance(val, bytes) else None


def pytest_collection_finish(session: pytest.Session) -> None:
    """Take the tests themselves, millions of objects that stay, out of what each garbage collection looks at."""
    gc.freeze()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real documents and judged collections beside a developer's checkout."""
    folder = REPOSITORY.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(NO_DATA)
    return folder


@pytest.fixture(scope="session")
def sample_library() -> Path:
    """Return the folder of everyday documents that README's first command searches."""
    return REPOSITORY / "resources" / "sample"
