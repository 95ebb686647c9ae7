"""Cost of the list of results: answers applied, a page painted, and 100,000 rows scrolled through.

Run by hand: `python tests/benchmarks/results.py [--json]`. Times are milliseconds of the window's only thread; a frame
has 16 of them at 60 Hz, and none may take over 50.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from findling.domain.search import Hit, Relevance, Result
from findling.formats import FileKind
from findling.settings import Appearance
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.result_model import ResultsModel
from findling.ui.theme.theme import Theme

WORDS = "the boiler lease garden energy report window invoice summer kitchen of and heating loses third".split()  # noqa: SIM905
QUERY = "why does the boiler lose heat"
SHOWN, MANY = 50, 100_000


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    app = QApplication([])
    theme = Theme(app, Appearance.LIGHT)
    rows = {
        "apply another 50 rows": measure(app, theme, apply_others),
        "apply the same 50 in another order": measure(app, theme, apply_reordered),
        "paint a page, first time": measure(app, theme, paint_fresh),
        "paint a page again": measure(app, theme, paint_again),
        f"scroll through {MANY:,} rows, a frame": measure(app, theme, scroll),
        f"apply {MANY:,} rows": measure(app, theme, apply_many),
    }
    if as_json:
        print(json.dumps(rows))
        return
    for name, times in rows.items():
        print(f"{name:<40}" + "".join(f"{key} {value:8.2f}   " for key, value in times.items()))


def measure(app: QApplication, theme: Theme, steps: Callable[[ResultsList, Callable[[], None]], list[float]]) -> dict:
    """Median, 95th percentile and maximum of what steps take, on a list of its own."""
    view = ResultsList(theme, ResultsModel())
    view.resize(640, 640)
    view.show()
    app.processEvents()
    times = sorted(steps(view, app.processEvents))
    view.close()
    p95 = times[min(int(len(times) * 0.95), len(times) - 1)]
    return {"p50": round(statistics.median(times), 2), "p95": round(p95, 2), "max": round(times[-1], 2)}


def apply_others(view: ResultsList, settle: Callable[[], None]) -> list[float]:
    """Apply other results, as between two letters, laid out and painted."""
    answers = [make_results(SHOWN, seed) for seed in range(30)]
    return [clock(lambda found=found: (view.show_results(found, QUERY, is_new=True), settle())) for found in answers]


def apply_reordered(view: ResultsList, settle: Callable[[], None]) -> list[float]:
    """Apply an answer as between the words' and the last one."""
    found = make_results(SHOWN, 0)
    orders = [random.Random(seed).sample(found, len(found)) for seed in range(30)]
    return [clock(lambda order=order: (view.show_results(order, QUERY, is_new=False), settle())) for order in orders]


def paint_fresh(view: ResultsList, settle: Callable[[], None]) -> list[float]:
    """Passages that were never set before."""
    times = []
    for seed in range(30):
        view.show_results(make_results(SHOWN, seed), QUERY, is_new=True)
        times.append(clock(lambda: paint(view)))
    return times


def paint_again(view: ResultsList, settle: Callable[[], None]) -> list[float]:
    """Passages that are laid out already."""
    view.show_results(make_results(SHOWN, 0), QUERY, is_new=True)
    settle()
    return [clock(lambda: paint(view)) for _ in range(60)]


def scroll(view: ResultsList, settle: Callable[[], None]) -> list[float]:
    """Scroll from the top to the end in 300 steps, each painted."""
    view.show_results(make_results(MANY, 0), QUERY, is_new=True)
    bar = view.verticalScrollBar()
    while view.visualRect(view.model().index(MANY, 0)).isEmpty():
        settle()
    places = [bar.maximum() * step // 300 for step in range(301)]
    return [clock(lambda place=place: (bar.setValue(place), paint(view))) for place in places]


def apply_many(view: ResultsList, settle: Callable[[], None]) -> list[float]:
    """Measure the longest standstill of the window while so many rows come in: the turns of its event loop."""
    found = make_results(MANY, 0)
    times = [clock(lambda: view.show_results(found, QUERY, is_new=True))]
    return times + [clock(settle) for _ in range(300)]


def paint(view: ResultsList) -> None:
    """Paint what is in view."""
    canvas = QPixmap(view.viewport().size())
    view.viewport().render(canvas)


def clock(step: Callable[[], object]) -> float:
    """Measure a step, in milliseconds."""
    started = time.perf_counter()
    step()
    return (time.perf_counter() - started) * 1_000


def make_results(number: int, seed: int) -> list[Result]:
    """Results with three passages each."""
    chance = random.Random(seed)
    texts = [". ".join(" ".join(chance.choices(WORDS, k=12)) for _ in range(5)) for _ in range(min(number * 3, 3_000))]
    return [make_result(at, seed, texts) for at in range(number)]


def make_result(at: int, seed: int, texts: list[str]) -> Result:
    """One result; passages are taken in turn."""
    hits = tuple(
        Hit(texts[(3 * at + n) % len(texts)], 0.5, n + 1, "A › Heating", n, n + 9, ("meaning", "words"))
        for n in range(3)
    )
    kinds = (FileKind.PDF, FileKind.DOCX, FileKind.EML, FileKind.MARKDOWN)
    path = Path(f"/home/ada/house/{seed}/{at} report on the boiler.pdf")
    relevance = Relevance.STRONG if at < 10 else Relevance.WEAK
    return Result(path, path.name, kinds[at % 4], 0.5, relevance, 1_700_000_000 * 10**9 + at, hits)


if __name__ == "__main__":
    main()
