"""Labels of results for screen readers, tooltips and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from findling.domain.files import FileStatus
from findling.domain.reasons import explain_absence, explain_unread
from findling.domain.search import Relevance, Result, are_ordered
from findling.formats import FileKind, Unit, format_of
from findling.ui.i18n.formatting import day, location, one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.search.result_rows import ResultRow, RowForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.search import ResultVersion

translate = QCoreApplication.translate


class CountLabels(QObject):
    """Labels with numbers, whose plural forms need the `tr` of an object."""

    def copies(self, number: int) -> str:
        """Return the label of the number of copies."""
        return self.tr("%Ln copies", "", number)

    def more_passages(self, number: int) -> str:
        """Return the label of the number of folded passages."""
        return self.tr("%Ln more passage(s)", "", number)

    def versions(self, versions: Sequence[ResultVersion]) -> str:
        """Return the label of the versions that a result stands for."""
        if not are_ordered(versions):
            return self.tr("%Ln versions", "", len(versions))
        return self.tr("%Ln versions, newest first", "", len(versions))


def describe_row(row: ResultRow) -> str:
    """Return a row as one sentence."""
    if row.form is RowForm.WEAKER:
        return translate("Results", "Weaker matches")
    if row.form is RowForm.NO_GOOD:
        return translate("Results", "No good match. Perhaps one of these:")
    assert row.result is not None
    passage = " ".join(row.hit.text.split()) if row.hit else ""
    if row.form is RowForm.VERSION:
        return version_label(row)
    if row.form is RowForm.PASSAGE:
        return ", ".join(filter(None, (place_label(row), passage)))
    result = row.result
    listed = "" if row.is_listed else relevance_label(result.relevance)
    state = gone_label() if row.gone else name_label(result) or listed
    where = location(result.path, result.outermost)
    parts = (title_label(row), where, day(result.modified_ns), state, absence_label(result), labels_label(result))
    return ", ".join(filter(None, (*parts, sharing_label(result), passage)))


def title_label(row: ResultRow) -> str:
    """Return the title of the document, or the name of its file."""
    assert row.result is not None
    return one_line(row.result.title or row.result.path.name)


def place_label(row: ResultRow) -> str:
    """Return the position of a passage: page, slide, sheet or message, and innermost heading."""
    if row.hit is None or row.result is None:
        return ""
    heading = one_line(row.hit.heading.rpartition(" › ")[2])
    if row.form is RowForm.RESULT and heading == title_label(row):
        heading = ""
    recognised = recognised_label() if row.result.is_recognised and row.form is RowForm.RESULT else ""
    return " · ".join(filter(None, (_page_label(row.result.kind, row.hit.page), heading, recognised)))


def more_label(row: ResultRow) -> str:
    """Return the label of the further passages and versions; "" for none."""
    labels = CountLabels()
    passages = labels.more_passages(row.more) if row.more else ""
    versions = labels.versions(row.result.versions) if row.result and row.versions else ""
    return " · ".join(filter(None, (passages, versions)))


def version_label(row: ResultRow) -> str:
    """Return date, name and folder of a version."""
    assert row.result is not None
    result = row.result
    shown = translate("Results", "shown above") if row.above == result.path else ""
    newest = "" if result.version else translate("Results", "the newest")
    parts = (day(result.modified_ns), newest, shown, isolate(one_line(result.path.name)))
    return " · ".join(filter(None, (*parts, isolate(location(result.path, result.outermost)))))


def copies_label(result: Result) -> str:
    """Return the label of the copies; "" for none."""
    return CountLabels().copies(len(result.copies) + 1) if result.copies else ""


def labels_label(result: Result) -> str:
    """Return the names of a document's labels; "" for none."""
    names = ", ".join(map(one_line, result.labels))
    return translate("Results", "labelled {names}").format(names=names) if names else ""


def recognised_label() -> str:
    """Return the label of a text that was read off pictures."""
    return translate("Results", "read by text recognition")


def name_label(result: Result) -> str:
    """Return the label of a file found by its name, with why not by its text; "" for others."""
    if not result.found_by_name:
        return ""
    label = translate("Results", "found by name")
    if result.status is FileStatus.INDEXED:
        return label
    why = describe(explain_unread(result.status, result.reason))
    return translate("Results", "{label}: {why}").format(label=label, why=why)


def absence_label(result: Result) -> str:
    """Return the label of a file that is kept though it is not there; "" for others."""
    return describe(explain_absence(result.absence)) if result.absence else ""


def sharing_label(result: Result) -> str:
    """Return the label of who shares a result with others; "" for one's own files."""
    if not result.shared_by:
        return ""
    return translate("Results", "shared by {person}").format(person=isolate(one_line(result.shared_by)))


def gone_label() -> str:
    """Return the label of a file that is no longer there."""
    return translate("Results", "no longer there")


def relevance_label(relevance: Relevance) -> str:
    """Return the label of a relevance."""
    return {
        Relevance.STRONG: translate("Results", "strong match"),
        Relevance.FAIR: translate("Results", "fair match"),
        Relevance.WEAK: translate("Results", "weak match"),
        Relevance.UNRATED: translate("Results", "not rated"),
    }[relevance]


def reason_label(by: str) -> str:
    """Return the reason why a passage was found."""
    if by == "words":
        return translate("Results", "Has words that you typed")
    return translate("Results", "Is near in meaning to what you typed")


def _page_label(kind: FileKind, page: int | None) -> str:
    if page is None:
        return ""
    words = {
        Unit.PAGE: translate("Results", "p. {number}"),
        Unit.SLIDE: translate("Results", "slide {number}"),
        Unit.SHEET: translate("Results", "sheet {number}"),
        Unit.MESSAGE: translate("Results", "message {number}"),
    }
    return words[format_of(kind).unit].format(number=page)
