"""What a row says in words: to screen readers, in tooltips, and where a mark alone would be a riddle."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from findling.domain.search import Relevance, Result
from findling.formats import FileKind, Unit, format_of
from findling.ui.i18n.formatting import day, folder, one_line
from findling.ui.pages.search.result_rows import ResultRow, RowForm

translate = QCoreApplication.translate


class CountLabels(QObject):
    """Numbers of things, which only an object's own `tr` puts into the plural that a language wants."""

    def copies(self, number: int) -> str:
        """How often a document is there."""
        return self.tr("%Ln copies", "", number)

    def more_passages(self, number: int) -> str:
        """How many passages of a result are folded away."""
        return self.tr("%Ln more passage(s)", "", number)


def speak(row: ResultRow) -> str:
    """A row in one sentence."""
    if row.form is RowForm.WEAKER:
        return translate("Results", "Weaker matches")
    if row.form is RowForm.NO_GOOD:
        return translate("Results", "No good match. Perhaps one of these:")
    assert row.result is not None
    passage = " ".join(row.hit.text.split()) if row.hit else ""
    if row.form is RowForm.PASSAGE:
        return ", ".join(filter(None, (tell_place(row), passage)))
    result = row.result
    state = tell_gone() if row.gone else tell_relevance(result.relevance)
    parts = (title_of(row), folder(result.path.parent), day(result.modified_ns), state)
    return ", ".join(filter(None, (*parts, passage)))


def title_of(row: ResultRow) -> str:
    """The document's own title, or its file's name."""
    assert row.result is not None
    return one_line(row.result.title or row.result.path.name)


def tell_place(row: ResultRow) -> str:
    """Where in its document a passage stands: page, slide, sheet or message, and the innermost heading."""
    if row.hit is None or row.result is None:
        return ""
    heading = one_line(row.hit.heading.rpartition(" › ")[2])
    if row.form is RowForm.RESULT and heading == title_of(row):
        heading = ""
    return " · ".join(filter(None, (_tell_page(row.result.kind, row.hit.page), heading)))


def tell_more(row: ResultRow) -> str:
    """How many further passages a result has; "" for none."""
    return CountLabels().more_passages(row.more) if row.more else ""


def tell_copies(result: Result) -> str:
    """In how many places a document lies; "" for one."""
    return CountLabels().copies(len(result.copies) + 1) if result.copies else ""


def tell_gone() -> str:
    """That a file was moved, renamed or deleted since it was found."""
    return translate("Results", "no longer there")


def tell_relevance(relevance: Relevance) -> str:
    """How good a match is."""
    return {
        Relevance.STRONG: translate("Results", "strong match"),
        Relevance.FAIR: translate("Results", "fair match"),
        Relevance.WEAK: translate("Results", "weak match"),
    }[relevance]


def tell_reason(by: str) -> str:
    """Why a passage was found."""
    if by == "words":
        return translate("Results", "Has words that you typed")
    return translate("Results", "Is near in meaning to what you typed")


def _tell_page(kind: FileKind, page: int | None) -> str:
    if page is None:
        return ""
    words = {
        Unit.PAGE: translate("Results", "p. {number}"),
        Unit.SLIDE: translate("Results", "slide {number}"),
        Unit.SHEET: translate("Results", "sheet {number}"),
        Unit.MESSAGE: translate("Results", "message {number}"),
    }
    return words[format_of(kind).unit].format(number=page)
