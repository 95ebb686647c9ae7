from __future__ import annotations

import pytest

from findling.paths import resources
from findling.recognition.page_recogniser import PageRecogniser


@pytest.fixture(scope="session")
def recogniser() -> PageRecogniser:
    """Return the recogniser with its networks loaded."""
    return PageRecogniser.load(resources() / "recognition")
