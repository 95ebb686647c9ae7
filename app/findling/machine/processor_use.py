"""Share of the processors that other programs use."""

from __future__ import annotations

import psutil


class ProcessorUse:
    """Measures how much of the processors other programs had since the last time.

    Linux's /proc/pressure counts a process of the lowest priority that waits as well, so that it would never say that
    the computer has nothing else to do.
    """

    def __init__(self) -> None:
        self._last = _read_seconds()

    def measure_others(self) -> float:
        """Return the share of other programs since the last call, 0..1."""
        before, self._last = self._last, _read_seconds()
        total, busy, own = (now - then for now, then in zip(self._last, before, strict=True))
        return min(max((busy - own) / total, 0.0), 1.0) if total > 0 else 0.0


def _read_seconds() -> tuple[float, float, float]:
    """Return the seconds of all processors, the busy ones of these, and Findling's own."""
    times = psutil.cpu_times()._asdict()
    # Guests are in what their hosts used already.
    total = sum(seconds for name, seconds in times.items() if not name.startswith("guest"))
    busy = total - times["idle"] - times.get("iowait", 0.0)
    itself = psutil.Process()
    own = sum(itself.cpu_times()[:4])
    for child in itself.children(recursive=True):
        try:
            own += sum(child.cpu_times()[:2])
        except psutil.Error:  # ended in between
            continue
    return total, busy, own
