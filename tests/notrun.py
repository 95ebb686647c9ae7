"""Reports in one line, at the end of a run, what could not be tested here and how to get what it needs.

Such a test is skipped with "needs WHAT (HOW TO GET IT)"; other reasons are left to pytest's own summary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pytest

_NEED = re.compile(r"(?:Skipped: )?needs (?P<what>[^()]+) \((?P<how>.+)\)$", re.DOTALL)


def describe_not_run(reasons: Iterable[str]) -> str:
    """Return the line for reasons to skip tests; "" if nothing can be done about them."""
    needs = Counter((found["what"], found["how"]) for reason in reasons if (found := _NEED.match(reason)))
    parts = [f"{count} for want of {what} ({how})" for (what, how), count in needs.most_common()]
    return f"Not run: {', '.join(parts)}" if parts else ""


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Write the line below everything else."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput"):
        return
    skipped = (report.longrepr for report in reporter.stats.get("skipped", ()))
    line = describe_not_run(place[2] for place in skipped if isinstance(place, tuple))
    if line:
        reporter.write_line(line)
