"""Documents made up for the preview, and a reader that answers when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from findling.domain.preview import PageImage, PageMark, Preview, PreviewForm
from findling.domain.search import Hit, Relevance, Result
from findling.formats import FileKind
from findling.processes.reader.messages import Question, Reply
from findling.processes.reader.preview_messages import DocumentShown, DrawPage, PageDrawn, ShowDocument
from findling.ui.services.result_selection import Selection


class ScriptedLink:
    """Keeps questions until the test answers them, or answers at once what it was told how to answer."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.forgotten: set[int] = set()
        self.answers: Callable[[Question], Reply | None] = lambda _: None
        self._receivers: list[Callable[[Reply, bool], None]] = []

    def ask(self, question: Question, receive: Callable[[Reply, bool], None]) -> int:
        self.questions.append(question)
        self._receivers.append(receive)
        reply = self.answers(question)
        if reply is not None:
            receive(reply, True)
        return len(self.questions)

    def forget(self, number: int) -> None:
        self.forgotten.add(number)

    def reply(self, index: int, reply: Reply) -> None:
        """Answer a question, whether or not anyone still waits: the worst that a process can do."""
        self._receivers[index](reply, True)

    @property
    def shows(self) -> list[Path]:
        return [question.path for question in self.questions if isinstance(question, ShowDocument)]

    @property
    def draws(self) -> list[DrawPage]:
        return [question for question in self.questions if isinstance(question, DrawPage)]


@dataclass
class RecordingDesktop:
    opened: list[Path] = field(default_factory=list)
    revealed: list[Path] = field(default_factory=list)
    browsed: list[str] = field(default_factory=list)

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return True

    def reveal(self, path: Path) -> bool:
        self.revealed.append(path)
        return True

    def browse(self, address: str) -> bool:
        self.browsed.append(address)
        return True


def hit(text: str, page: int | None = None, start: int = 0) -> Hit:
    return Hit(text, 0.9, page, "", start, start + len(text), ("meaning",))


def selection(path: str | Path, *hits: Hit, at: int = 0, query: str = "boiler", words: str = "") -> Selection:
    result = Result(Path(path), Path(path).name, FileKind.TEXT, 0.9, Relevance.STRONG, 0, hits)
    return Selection(result, query, at if hits else -1, words)


def text_preview(path: str | Path, text: str) -> Preview:
    return Preview(Path(path), PreviewForm.TEXT, FileKind.TEXT, Path(path).name, text=text)


def markup_preview(path: str | Path, html: str) -> Preview:
    return Preview(Path(path), PreviewForm.MARKUP, FileKind.HTML, Path(path).name, text=html)


def pages_preview(path: str | Path, pages: int) -> Preview:
    return Preview(Path(path), PreviewForm.PAGES, FileKind.PDF, Path(path).name, sizes=((600.0, 800.0),) * pages)


def paper(
    question: DrawPage, marks: tuple[tuple[PageMark, ...], ...] = (), word_marks: tuple[PageMark, ...] = ()
) -> PageDrawn:
    """A white page of the width that was asked for."""
    height = round(question.width * 800 / 600)
    image = QImage(question.width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    known = marks or tuple(() for _ in question.needles)
    png = bytes(data.data())
    return PageDrawn(PageImage(question.path, question.page, question.width, height, png, known, word_marks))


def shown(preview: Preview) -> DocumentShown:
    return DocumentShown(preview)
