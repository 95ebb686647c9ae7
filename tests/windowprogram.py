"""The desktop app for tests: the real program, which reports its state on its standard streams.

`windowprogram.py LIBRARY [FOLDER...]`; each line of its input is answered with one line of JSON.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget

from findling.domain.launch_request import LaunchRequest
from findling.paths import LibraryPaths
from findling.ui.app.single_instance import SingleInstance

TICK_MS = 10


class WindowProbe(QObject):
    """Answers a test's questions about the window."""

    def __init__(self, started: float) -> None:
        super().__init__()
        self._started = started
        self._painted = 0.0
        self._lags: list[float] = []
        self._last = time.perf_counter()
        self._ticks = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()
        self._stopwatch: Stopwatch | None = None
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)

    def note_paint(self) -> None:
        self._painted = time.time()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._lags.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def _answer(self) -> None:
        line = sys.stdin.readline().strip()
        if not line:
            self._notifier.setEnabled(False)
            QApplication.quit()
            return
        print(json.dumps(self._tell(line)), flush=True)

    def _tell(self, what: str) -> dict[str, object]:
        if what == "lags":
            lags, self._lags = sorted(self._lags), []
            at = lambda share: lags[min(len(lags) - 1, int(len(lags) * share))] if lags else 0.0  # noqa: E731
            return {"count": len(lags), "p50": at(0.5), "p95": at(0.95), "p99": at(0.99), "max": at(1.0)}
        if what == "watch":
            window = next(each for each in QApplication.topLevelWidgets() if hasattr(each, "show_page"))
            box = next(each for each in window.findChildren(QLineEdit) if each.property("role") == "search")
            rows = next(each for each in window.findChildren(QListView) if type(each).__name__ == "ResultsList")
            self._stopwatch = Stopwatch(box, rows)
            return {}
        if what == "laps":
            return {"laps": self._stopwatch.take() if self._stopwatch else []}
        if what == "start":
            return {"paint_ms": (self._painted - self._started) * 1000, "memory_mb": _memory(), "heavy": _heavy()}
        return {"windows": [_describe(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()]}


class Stopwatch(QObject):
    """Measures the time from each change of the search box's text to the painting of its rows."""

    def __init__(self, box: QLineEdit, rows: QListView) -> None:
        super().__init__()
        self._rows = rows
        self._typed = 0.0
        self._has_news = False
        self._laps: list[list[float]] = []
        box.textChanged.connect(self._start)
        model = rows.model()
        for news in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.layoutChanged, model.modelReset):
            news.connect(self._note)
        rows.viewport().installEventFilter(self)

    def take(self) -> list[list[float]]:
        """Return the milliseconds to the paintings after each change since the last call."""
        laps, self._laps = self._laps, []
        return laps

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._has_news and self._laps:
            self._has_news = False
            # The painting itself is part of the time.
            QTimer.singleShot(0, self._lap)
        return super().eventFilter(watched, event)

    def _start(self) -> None:
        self._typed = time.perf_counter()
        self._laps.append([])

    def _note(self) -> None:
        self._has_news = True

    def _lap(self) -> None:
        self._laps[-1].append((time.perf_counter() - self._typed) * 1000)


def _memory() -> float:
    with Path("/proc/self/statm").open() as told:
        return int(told.read().split()[1]) * resource.getpagesize() / 1e6


def _heavy() -> list[str]:
    return sorted(sys.modules.keys() & {"numpy", "onnxruntime", "hnswlib", "tantivy", "watchdog", "lxml", "pypdfium2"})


def _describe(window: QWidget) -> dict[str, object]:
    """Return what can be read in a window, by accessible name where there is one."""
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    focus = window.focusWidget()
    return {
        "title": window.windowTitle(),
        "focus": (focus.accessibleName() or type(focus).__name__) if focus else "",
        "texts": [str(text) for widget in shown if (text := widget.property("text"))],
        "first_row": _first_row(shown),
        "names": [widget.accessibleName() for widget in shown if widget.accessibleName()],
        "lists": {
            view.accessibleName(): [
                str(view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
                for row in range(min(view.model().rowCount(), 30))
            ]
            for view in shown
            if isinstance(view, QListView) and view.model() is not None
        },
    }


def _first_row(shown: list[QWidget]) -> list[int]:
    """Return the middle of the first result on the screen."""
    view = next((each for each in shown if type(each).__name__ == "ResultsList"), None)
    if not isinstance(view, QListView) or view.model().rowCount() == 0:
        return []
    at = view.viewport().mapToGlobal(view.visualRect(view.model().index(0, 0)).center())
    return [at.x(), at.y()]


def main() -> int:
    # As `launch` does it.
    gc.disable()
    from findling.ui.app.application import Application
    from findling.ui.app.exit_request import RestartState
    from findling.ui.app.garbage_collector import GarbageCollector

    started = float(sys.argv[1])
    paths = LibraryPaths.inside(Path(sys.argv[2]))
    paths.create()
    qt = QApplication([sys.argv[0]])
    qt.setApplicationDisplayName("Findling")
    instance = SingleInstance(paths)
    instance.claim()
    application = Application(qt, paths, instance)
    gc.freeze()
    probe = WindowProbe(started)
    application.painted.connect(probe.note_paint)
    with GarbageCollector():
        status = application.run(LaunchRequest(folders=tuple(Path(each) for each in sys.argv[3:])))
        while isinstance(scene := application.exit_request, RestartState):
            application = Application(qt, paths, instance)
            status = application.run(LaunchRequest(query=scene.query), page=scene.page)
    return status


if __name__ == "__main__":
    sys.exit(main())
