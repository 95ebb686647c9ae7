"""Time until a large document stands in the preview, and the longest that it holds the window up.

python tests/benchmarks/previewing.py [--json]

Documents come at once, as if the reader took no time, so that what is measured is the window's part alone:
until something is painted, until the passage is in sight, and the longest turn of the event loop.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser

from findling.domain.preview import PageImage, Preview, PreviewForm, Sheet
from findling.domain.search import Hit, Relevance, Result
from findling.formats import FileKind
from findling.processes.reader.messages import Question, Reply
from findling.processes.reader.preview_messages import DocumentShown, DrawPage, PageDrawn, ShowDocument
from findling.ui.pages.preview.document_loader import REST_MS
from findling.ui.pages.preview.document_view import DocumentView
from findling.ui.pages.preview.preview_pane import PreviewPane
from findling.ui.services.desktop import SystemDesktop
from findling.ui.services.file_actions import FileActions
from findling.ui.services.preferences import Preferences
from findling.ui.services.result_selection import Selection
from findling.ui.services.shortcuts import Shortcuts
from findling.ui.theme.theme import Theme

WORDS = [
    "the",
    "old",
    "boiler",
    "loses",
    "a",
    "third",
    "of",
    "its",
    "heat",
    "through",
    "the",
    "flue",
    "so",
    "every",
    "pipe",
    "is",
    "wrapped",
    "before",
    "winter",
]
SETTLE_SECONDS = 4.0
PASSAGE = 700


@dataclass(frozen=True)
class Measurement:
    """Milliseconds.

    Attributes:
        painted: from the wish until something of the document is painted, without the time that a selection rests.
        placed: until the passage is marked; None where the document has none that could be.
        longest_turn: the longest that the event loop was held up.
    """

    document: str
    painted: float
    placed: float | None
    longest_turn: float


class InstantLink:
    """Answers in the next turn of the event loop."""

    def __init__(self) -> None:
        self.preview: Preview | None = None

    def ask(self, question: Question, receive: Callable[[Reply, bool], None]) -> int:
        QTimer.singleShot(0, lambda: receive(self._answer(question), True))
        return 1

    def forget(self, number: int) -> None:
        pass

    def _answer(self, question: Question) -> Reply:
        match question:
            case ShowDocument() if self.preview is not None:
                return DocumentShown(self.preview)
            case DrawPage():
                return _draw(question)
        raise AssertionError(question)


def documents() -> list[tuple[str, Preview, str]]:
    """Yield what is measured: a name, the document, and the text that its passages are taken from."""
    text = "\n\n".join(_paragraph(70) for _ in range(5_400))[:2_000_000]
    html = "".join(_chapter() for _ in range(560))[:1_200_000]
    html = html[: html.rindex("<h2>")]
    code = "\n".join(
        f"def heat_{number}(room):\n    return room.warm({number})  # at last\n" for number in range(15_000)
    )
    rows = tuple(tuple(f"cell {row} {column}" for column in range(100)) for row in range(2_000))

    def make(form: PreviewForm, kind: FileKind, **fields: object) -> Preview:
        return Preview(Path(f"/{form}.{kind}"), form, kind, form, **fields)  # type: ignore[arg-type]

    return [
        ("2 MB of text", make(PreviewForm.TEXT, FileKind.TEXT, text=text), text),
        ("2 MB in one line", make(PreviewForm.TEXT, FileKind.MARKDOWN, text=text.replace("\n", " ")), text),
        ("1 MB of HTML", make(PreviewForm.MARKUP, FileKind.HTML, text=html), unescape(re.sub("<[^>]*>", " ", html))),
        ("1 MB of code", make(PreviewForm.CODE, FileKind.CODE, text=code, lexer="python"), code),
        ("3,000 pages", make(PreviewForm.PAGES, FileKind.PDF, sizes=((595.0, 842.0),) * 3_000), ""),
        ("200,000 cells", make(PreviewForm.TABLE, FileKind.CSV, sheets=(Sheet("", rows),)), ""),
    ]


def measure(app: QApplication, name: str, preview: Preview, text: str) -> Measurement:
    """Show one document in a fresh pane."""
    link = InstantLink()
    link.preview = preview
    with tempfile.TemporaryDirectory() as folder:
        shortcuts = Shortcuts(Preferences(Path(folder) / "settings.toml"))
        pane = PreviewPane(link, Theme(app), FileActions(SystemDesktop()), shortcuts)
        pane.resize(560, 720)
        pane.show()
        _run(app, 0.2)
        turns = Turns()
        begin = time.perf_counter()
        pane.show_selection(_select(preview, text))
        painted = _wait(app, lambda: any(map(_is_seen, pane.findChildren(DocumentView)))) - begin
        is_text = bool(text)
        placed = _wait(app, lambda: any(view.extraSelections() for view in _editors(pane))) - begin if is_text else None
        _run(app, SETTLE_SECONDS)
        longest = turns.stop()
        pane.close()
    rest = REST_MS / 1_000
    return Measurement(
        name,
        round((painted - rest) * 1_000, 1),
        None if placed is None else round((placed - rest) * 1_000, 1),
        round(longest * 1_000, 1),
    )


class Turns:
    """Notes how long each turn of the event loop takes."""

    def __init__(self) -> None:
        self._longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def stop(self) -> float:
        """The longest turn, in seconds."""
        self._timer.stop()
        return self._longest

    def _note(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


def main() -> None:
    """Measure all documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    random.seed(0)
    app = QApplication([])
    found = [measure(app, *document) for document in documents()]
    if options.json:
        print(json.dumps([asdict(each) for each in found], indent=2))
        return
    print(f"{'document':<18} {'painted':>9} {'placed':>9} {'longest turn':>13}  (ms)")
    for each in found:
        print(f"{each.document:<18} {each.painted:>9} {each.placed or '-':>9} {each.longest_turn:>13}")


def _is_seen(view: DocumentView) -> bool:
    return view.isVisible() and view.updatesEnabled()


def _editors(pane: PreviewPane) -> list[QPlainTextEdit | QTextBrowser]:
    return [*pane.findChildren(QPlainTextEdit), *pane.findChildren(QTextBrowser)]


def _select(preview: Preview, text: str) -> Selection:
    starts = [round(len(text) * share) for share in (0.8, 0.1, 0.5)] if text else []
    hits = tuple(Hit(text[at : at + PASSAGE], 0.9, None, "", at, at + PASSAGE, ("meaning",)) for at in starts)
    return Selection(Result(preview.path, preview.title, preview.kind, 0.9, Relevance.STRONG, 0, hits), "boiler", 0)


def _draw(question: DrawPage) -> PageDrawn:
    image = QImage(question.width, round(question.width * 1.415), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    marks = tuple(() for _ in question.needles)
    return PageDrawn(PageImage(question.path, question.page, image.width(), image.height(), bytes(data.data()), marks))


def _paragraph(words: int) -> str:
    return f"{' '.join(random.choices(WORDS, k=words)).capitalize()}."


def _chapter() -> str:
    paragraphs = "".join(f"<p>{_paragraph(60)} <b>{_paragraph(3)}</b></p>" for _ in range(4))
    rows = "".join(f"<tr><td>{_paragraph(3)}</td><td>{_paragraph(4)}</td></tr>" for _ in range(5))
    return f"<h2>{_paragraph(4)}</h2>{paragraphs}<table>{rows}</table>"


def _run(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()


def _wait(app: QApplication, done: Callable[[], bool], seconds: float = 20.0) -> float:
    end = time.perf_counter() + seconds
    while not done() and time.perf_counter() < end:
        app.processEvents()
    return time.perf_counter()


if __name__ == "__main__":
    main()
