"""Stub of the reader, which answers at once or on request."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from findling.domain.confinement_report import Access, ConfinementReport
from findling.domain.files import Reason
from findling.domain.library import ExcludePreview, FileIssue, FolderReport, IssueFile, Status, Survey
from findling.domain.reasons import explain
from findling.ipc.failures import Failed
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import LibraryMessage
from findling.processes.reader.label_messages import AskLabels, LabelCounts
from findling.processes.reader.library_messages import (
    AskConfinement,
    AskFileIssues,
    AskFolders,
    AskIssueFiles,
    AskStatus,
    FileIssues,
    FolderReports,
    IssueFiles,
    MakeSurvey,
    Surveyed,
    TryExcludes,
)
from findling.processes.reader.model_messages import ModelChoices, WeighModels
from findling.processes.reader.preview_messages import ShowDocument


def folder_report(path: Path, files: int = 10, **other) -> FolderReport:
    return FolderReport(path=path, files=files, **{"indexed": files} | other)


def survey(path: Path, files: int = 100, seconds: float | None = 360.0, *, complete: bool = True) -> Survey:
    sizes = {"size": files * 10_000, "disk": files * 20_000}
    return Survey(path=path, files=files, others=5, seconds=seconds, complete=complete, **sizes)


@dataclass
class ReaderStub:
    """Search link that answers from lists; it holds questions back while it `waits`."""

    folders: list[FolderReport] = field(default_factory=list)
    ailing: dict[Reason, list[Path]] = field(default_factory=dict)
    surveys: list[Survey] = field(default_factory=list)
    choices: ModelChoices | None = None
    waits: bool = False
    refusal: Failed | None = None
    confinement: ConfinementReport = field(default_factory=lambda: ConfinementReport(tuple(Access)))
    asked: list = field(default_factory=list)
    forgotten: set[int] = field(default_factory=set)
    held: list = field(default_factory=list)
    rows_read: int = 0

    def ask(self, question, receive) -> int:
        self.asked.append(question)
        number = len(self.asked)
        if self.waits:
            self.held.append((number, question, receive))
        else:
            receive(self.reply(question), True)
        return number

    def forget(self, number: int) -> None:
        self.forgotten.add(number)

    def tell(self) -> None:
        """Answer all questions, those too that were cancelled."""
        held, self.held = self.held, []
        for _, question, receive in held:
            receive(self.reply(question), True)

    def count(self, kind: type) -> int:
        return sum(isinstance(question, kind) for question in self.asked)

    def reply(self, question):
        if self.refusal:
            return self.refusal
        match question:
            case AskStatus():
                return self.status()
            case AskFolders():
                return FolderReports(tuple(self.folders))
            case AskLabels():
                return LabelCounts(())
            case AskFileIssues():
                return FileIssues(tuple(self.issue(reason, len(paths)) for reason, paths in self.ailing.items()))
            case AskIssueFiles(reason, _, after, until, limit):
                wanted = (
                    path
                    for path in sorted(self.ailing[reason])
                    if (after is None or path > after) and (until is None or path <= until)
                )
                paths = list(islice(wanted, limit))
                self.rows_read += len(paths)
                return IssueFiles(
                    reason, tuple(IssueFile(path, FileMessage.PAGES_READ(read=3, all=4)) for path in paths)
                )
            case AskConfinement():
                return self.confinement
            case TryExcludes(_, exclude):
                problem = LibraryMessage.NOT_A_PATTERN(pattern="[") if "[" in exclude else None
                return ExcludePreview(
                    kept=100 - len(exclude),
                    left_out=len(exclude),
                    examples=("a.zip",) if exclude else (),
                    complete=True,
                    problem=problem,
                )
            case ShowDocument():
                return Failed(FileMessage.DAMAGED())
            case WeighModels():
                return self.choices
            case MakeSurvey(folders):
                known = {each.path: each for each in self.surveys}
                return Surveyed(tuple(known.get(path, survey(path)) for path in folders) or tuple(self.surveys))
        raise AssertionError(question)

    def status(self) -> Status:
        names = ("files", "indexed", "skipped", "failed")
        counts = {name: sum(getattr(each, name) for each in self.folders) for name in names}
        pending = 2 * counts["files"] - sum(counts.values())
        return Status(model="m", pending=pending, provider="CPUExecutionProvider", **counts)

    @staticmethod
    def issue(reason: Reason, count: int) -> FileIssue:
        return FileIssue(reason, explain(reason).status, count)
