"""Parts of a whole window without processes: a reader that has answers for all places, and what is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from findling.domain.facets import Facets
from findling.domain.library import FolderReport, Status
from findling.domain.preview import Preview, PreviewForm
from findling.domain.search import Answer, Hit, Mode, Relevance, Result
from findling.formats import FileKind
from findling.processes.reader.duplicate_messages import AskGroups, Groups
from findling.processes.reader.library_messages import (
    AskFacets,
    AskFileIssues,
    AskFolders,
    AskStatus,
    FileIssues,
    FolderReports,
)
from findling.processes.reader.messages import Question, Reply
from findling.processes.reader.preview_messages import DocumentShown, ShowDocument
from findling.processes.reader.search_messages import SearchRequest, SearchResponse
from findling.ui.pages.preview.preview_pane import PreviewPane
from findling.ui.pages.search.page import SearchPage

HOME = Path("/home/ada")
WINDOW_SIZE = (1_280, 800)


def found(name: str, passages: int = 1) -> Result:
    hits = tuple(
        Hit(f"The boiler of {name} leaks.", 0.5, None, "", at * 100, at * 100 + 30, ("words",))
        for at in range(passages)
    )
    return Result(HOME / name, name, FileKind.TEXT, 0.5, Relevance.STRONG, 1_700_000_000 * 10**9, hits, size=2_000)


@dataclass
class WindowReader:
    """Answers in the next turn: the same results to every search, and a text to every document."""

    results: tuple[Result, ...] = (found("contract.txt", 3), found("invoice.txt"), found("letter.txt"))
    asked: list[Question] = field(default_factory=list)
    forgotten: set[int] = field(default_factory=set)

    def ask(self, question: Question, receive: Callable[[Reply, bool], None]) -> int:
        self.asked.append(question)
        if (reply := self.reply(question)) is not None:
            number = len(self.asked)
            QTimer.singleShot(0, lambda: number in self.forgotten or receive(reply, True))
        return len(self.asked)

    def forget(self, number: int) -> None:
        self.forgotten.add(number)

    def reply(self, question: Question) -> Reply | None:
        match question:
            case SearchRequest():
                return SearchResponse(Answer(question.query, Mode.HYBRID, self.results, 12.3))
            case ShowDocument(path):
                text = f"All of {path.name}.\nThe boiler of {path.name} leaks.\n"
                return DocumentShown(Preview(path, PreviewForm.TEXT, FileKind.TEXT, path.name, text=text))
            case AskFolders():
                return FolderReports((FolderReport(path=HOME, files=3, indexed=3),))
            case AskStatus():
                return Status(model="m", files=3, indexed=3)
            case AskFileIssues():
                return FileIssues(())
            case AskGroups():
                return Groups()
            case AskFacets():
                return Facets()
        return None


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def preview_of(window: QWidget) -> PreviewPane:
    """Return the preview beside the results; other places have their own."""
    preview = window.findChild(SearchPage).parentWidget().findChild(PreviewPane)
    assert preview is not None
    return preview
