"""Cost of thumbnails: the search that they follow, the rows that show them, and each one that is drawn.

Run by hand: `python tests/benchmarks/thumbnails.py LIBRARY QUERY... [--json]`, on a library with PDFs or pictures among
the first results. Times are milliseconds of computing, which other programs on the machine leave as they are; those
with and without thumbnails are measured in turns, of which the middle one counts.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtWidgets import QApplication

from findling.domain.search import Result
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.formats import FileKind
from findling.paths import LibraryPaths
from findling.processes.reader.messages import Init, Request, Response, from_reader, to_line
from findling.processes.reader.search_messages import SearchRequest, SearchResponse
from findling.processes.reader.thumbnail_handler import WIDTH
from findling.processes.reader.thumbnail_messages import AskThumbnail, ThumbnailShown
from findling.settings import Appearance
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.result_model import ResultsModel
from findling.ui.pages.search.row_thumbnails import RowThumbnails
from findling.ui.services.preferences import Preferences
from findling.ui.theme.theme import Theme

IN_VIEW, TURNS = 8, 9
SHOWN = (FileKind.PDF, FileKind.PICTURE)


class Reader:
    """Client of a reader process, which is asked one thing at a time."""

    def __init__(self, paths: LibraryPaths) -> None:
        command = (sys.executable, "-m", "findling", "--reader")
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._number = 0
        self._write(to_line(Init(paths)))
        self._read()

    def ask(self, question):
        self._number += 1
        self._write(to_line(Request(self._number, question)))
        while True:
            heard = self._read()
            if isinstance(heard, Response) and heard.final:
                return heard.reply

    def computing(self) -> float:
        spent = psutil.Process(self._process.pid).cpu_times()
        return spent.user + spent.system

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()

    def _write(self, line: bytes) -> None:
        self._process.stdin.write(line)
        self._process.stdin.flush()

    def _read(self):
        return from_reader(self._process.stdout.readline())


class Cache:
    """Answers for thumbnails as the reader's, once it has drawn them."""

    def __init__(self, thumbnails: dict[Path, ThumbnailShown]) -> None:
        self._thumbnails = thumbnails

    def ask(self, question: AskThumbnail, receive) -> int:
        receive(self._thumbnails[question.path], True)
        return 1

    def forget(self, number: int) -> None:
        """Nothing waits."""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("queries", nargs="+")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    found = measure(LibraryPaths.inside(chosen.library), chosen.queries)
    print(json.dumps(found) if chosen.json else "\n".join(f"{name:<46}{value}" for name, value in found.items()))


def measure(paths: LibraryPaths, queries: list[str]) -> dict[str, float]:
    reader = Reader(paths)
    answers = {query: reader.ask(SearchRequest(query)) for query in queries}
    results = {query: reply.answer.results for query, reply in answers.items() if isinstance(reply, SearchResponse)}
    asked = {
        query: [question(each) for each in found[:IN_VIEW] if each.kind in SHOWN] for query, found in results.items()
    }
    thumbnails = {each.path: reader.ask(each) for questions in asked.values() for each in questions}

    def search(*, with_thumbnails: bool) -> float:
        before = reader.computing()
        for query, questions in asked.items():
            reader.ask(SearchRequest(query))
            for each in questions if with_thumbnails else ():
                reader.ask(each)
        return 1_000 * (reader.computing() - before) / len(asked)

    plain, more = in_turns(lambda: search(with_thumbnails=False), lambda: search(with_thumbnails=True))
    reader.close()
    drawing = measure_drawing([each for questions in asked.values() for each in questions])
    bare, illustrated = measure_painting(paths, results, thumbnails)
    return {
        "thumbnails in view, a search": round(sum(map(len, asked.values())) / len(asked), 1),
        "reader, a search, ms": round(plain, 1),
        "reader, a search and its thumbnails, ratio": round(more / plain, 3),
        "window, rows painted, ms": round(bare, 2),
        "window, rows and thumbnails painted, ratio": round(illustrated / bare, 3),
        "parser, a thumbnail drawn, ms": round(drawing, 1),
    }


def question(found: Result) -> AskThumbnail:
    return AskThumbnail(found.path, (found.hits[0].page or 1) if found.hits else 1)


def in_turns(one, other) -> tuple[float, float]:
    both = [(one(), other()) for _ in range(TURNS)]
    return statistics.median(each for each, _ in both), statistics.median(each for _, each in both)


def measure_drawing(questions: list[AskThumbnail]) -> float:
    """Return what drawing one takes, the start of the parser left out."""
    with Sandbox() as sandbox:
        sandbox.start()
        (child,) = psutil.Process().children()
        before = sum(child.cpu_times()[:2])
        for each in questions:
            sandbox.draw(each.path, each.page, WIDTH)
        return 1_000 * (sum(child.cpu_times()[:2]) - before) / max(len(questions), 1)


def measure_painting(paths: LibraryPaths, results, thumbnails) -> tuple[float, float]:
    app = QApplication.instance() or QApplication([])
    theme = Theme(app, Appearance.LIGHT)
    shown = RowThumbnails(Cache(thumbnails), Preferences(paths.settings))
    views = [ResultsList(theme, ResultsModel()), ResultsList(theme, ResultsModel(), thumbnails=shown)]
    for view in views:
        view.resize(640, 800)
        view.show()
    found = [(query, each[:IN_VIEW]) for query, each in results.items()]

    def paint(view: ResultsList) -> float:
        before = time.process_time()
        for query, each in found:
            view.show_results(each, query, is_new=True)
            view.grab()
        return 1_000 * (time.process_time() - before) / len(found)

    for query, each in found:  # so that all have come
        views[1].show_results(each, query, is_new=True)
        views[1].grab()
        for _ in range(60):
            app.processEvents()
            time.sleep(0.01)
    return in_turns(lambda: paint(views[0]), lambda: paint(views[1]))


if __name__ == "__main__":
    main()
