"""Checks that this Python can run Findling; written so that every Python 3 can read it."""

import shutil
import sys
from typing import Optional

OLDEST = (3, 11)
NEWEST = (3, 14)


def find_obstacle() -> Optional[str]:  # noqa: UP045 - the shorter form stops the very Pythons that this is for
    """Return one line for the user if this Python is too old or too new, else None."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return None
    line = f"Findling needs Python {name_range()}; this is {_dotted(sys.version_info[:2])}."
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        if shutil.which(f"python3.{minor}"):
            return f"{line} You have a fitting one: run this with python3.{minor} in place of python3."
    return f"{line} Install one of these, then run this again with it."


def name_range() -> str:
    """Return the range of Pythons that fit, for users."""
    return f"{_dotted(OLDEST)} to {_dotted(NEWEST)}"


def _dotted(version: "tuple[int, int]") -> str:
    return ".".join(map(str, version))
