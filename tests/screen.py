"""Virtual screen for a test: an X server, a window manager, and input of real keys."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass

from waiting import PATIENCE_SECONDS, wait_until

TOOLS = ("Xvfb", "openbox", "xdotool")


def missing_tools() -> list[str]:
    """Return the tools that are missing for a screen."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@dataclass(frozen=True)
class Screen:
    """Running screen."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """Environment of a program that opens its window here."""
        around = {
            name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        }
        # Without it xdotool does not see titles that hold more than ASCII.
        return around | {"DISPLAY": self.display, "LC_ALL": "C.UTF-8"}

    def press(self, *keys: str) -> None:
        """Press keys, as xdotool calls them."""
        self._xdotool("key", "--delay", "30", *keys)

    def type(self, text: str, delay: int = 30) -> None:
        """Type a text, with so many milliseconds between letters."""
        self._xdotool("type", "--delay", str(delay), text)

    def activate(self, name: str) -> str:
        """Wait for the window of this name, bring it to the front and return its number."""
        found: list[str] = []

        def is_there() -> bool:
            found[:] = self._xdotool("search", "--onlyvisible", "--name", name, check=False).split()
            return bool(found)

        wait_until(is_there, lambda: f"no window {name!r}")
        self._xdotool("windowactivate", "--sync", found[-1], check=False)
        return found[-1]

    def resize(self, window: str, width: int, height: int) -> None:
        self._xdotool("windowsize", "--sync", window, str(width), str(height), check=False)

    def click(self, x: int, y: int, button: int = 1) -> None:
        self._xdotool("mousemove", str(x), str(y), "click", str(button))

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        """Drag from one point to another."""
        self._xdotool("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, steps + 1):
            time.sleep(0.05)
            at = [round(a + (b - a) * step / steps) for a, b in zip(start, end, strict=True)]
            self._xdotool("mousemove", *map(str, at))
        time.sleep(0.3)
        self._xdotool("mouseup", "1")

    def place(self, window: str, x: int, y: int, width: int, height: int) -> None:
        """Move and resize a window."""
        self.resize(window, width, height)
        self._xdotool("windowmove", "--sync", window, str(x), str(y), check=False)

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        ran = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_SECONDS,
        )
        assert ran.returncode == 0 or not check, ran.stderr
        return ran.stdout


@contextlib.contextmanager
def switched_on(width: int = 1280, height: int = 800) -> Iterator[Screen]:
    """Run a screen for the duration of the block."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writer)
    with os.fdopen(reader) as told:
        screen = Screen(f":{told.readline().strip()}")
    manager = subprocess.Popen(
        ["openbox"], env=screen.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield screen
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(PATIENCE_SECONDS)
