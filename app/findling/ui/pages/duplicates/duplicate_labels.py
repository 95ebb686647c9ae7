"""Labels and sentences about duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject

from findling.domain.comparisons import MatchKind, floor_percent
from findling.domain.duplicates import KeepRule
from findling.domain.plans import OBSTACLE_MESSAGES, Action, Trouble
from findling.ui.i18n.formatting import count, folder, one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate

if TYPE_CHECKING:
    from findling.domain.duplicates import Group
    from findling.domain.plans import CutShort, Obstacle, UnsettledStep

translate = QCoreApplication.translate

_KINDS = {
    MatchKind.IDENTICAL: QT_TRANSLATE_NOOP("Duplicates", "Identical"),
    MatchKind.SAME_TEXT: QT_TRANSLATE_NOOP("Duplicates", "Same text"),
    MatchKind.NEAR: QT_TRANSLATE_NOOP("Duplicates", "Nearly the same"),
    MatchKind.CONTAINED: QT_TRANSLATE_NOOP("Duplicates", "One inside the other"),
    MatchKind.VERSION: QT_TRANSLATE_NOOP("Duplicates", "Versions"),
    MatchKind.TEMPLATE: QT_TRANSLATE_NOOP("Duplicates", "Same template"),
}
_EXPLANATIONS = {
    MatchKind.IDENTICAL: QT_TRANSLATE_NOOP("Duplicates", "The same to the byte."),
    MatchKind.SAME_TEXT: QT_TRANSLATE_NOOP(
        "Duplicates",
        "The same words, saved in another way. What was read in full, and is the same in all but layout, is proposed.",
    ),
    MatchKind.NEAR: QT_TRANSLATE_NOOP("Duplicates", "Edited copies of one text."),
    MatchKind.CONTAINED: QT_TRANSLATE_NOOP("Duplicates", "The text of one is part of another's."),
    MatchKind.VERSION: QT_TRANSLATE_NOOP("Duplicates", "Stages of one document."),
    MatchKind.TEMPLATE: QT_TRANSLATE_NOOP(
        "Duplicates", "Filled in from one template: they differ in numbers, dates or names, and are not duplicates."
    ),
}
_RULES = {
    KeepRule.PREFERRED_FOLDER: QT_TRANSLATE_NOOP("Duplicates", "In a preferred folder"),
    KeepRule.NOT_A_COPY: QT_TRANSLATE_NOOP("Duplicates", "Not named like a copy"),
    KeepRule.NEWEST: QT_TRANSLATE_NOOP("Duplicates", "The newest"),
    KeepRule.OLDEST: QT_TRANSLATE_NOOP("Duplicates", "The oldest"),
    KeepRule.BEST_FORMAT: QT_TRANSLATE_NOOP("Duplicates", "The best format"),
    KeepRule.LARGEST: QT_TRANSLATE_NOOP("Duplicates", "The largest"),
    KeepRule.SHORTEST_PATH: QT_TRANSLATE_NOOP("Duplicates", "The shortest path"),
}
TONES = {
    MatchKind.IDENTICAL: "good",
    MatchKind.SAME_TEXT: "good",
    MatchKind.NEAR: "accent",
    MatchKind.CONTAINED: "accent",
    MatchKind.VERSION: "accent",
    MatchKind.TEMPLATE: "warn",
}
"""The colour of a kind's word."""


_TOLD = 3
"""Number of files left half-way that a notice names."""


def group_words(group: Group) -> str:
    """Return the name of a group's kind; no more than "same words" where not all was read."""
    return translate("Duplicates", "Same words") if _is_doubtful(group) else kind_words(group.likeness)


def group_tone(group: Group) -> str:
    """Return the colour of the name of a group's kind."""
    return "accent" if _is_doubtful(group) else TONES[group.likeness]


def explain_group(group: Group) -> str:
    """Return the meaning of a group's kind, or why nothing of it is proposed."""
    if group.withheld is None or not _is_doubtful(group):
        return explain_kind(group.likeness)
    words = translate("Duplicates", "The same words, as far as they were read. Not proposed: {reason}.")
    return words.format(reason=describe(group.withheld))


def _is_doubtful(group: Group) -> bool:
    """Return whether texts are known to be the same only as far as they were read."""
    return group.likeness is MatchKind.SAME_TEXT and group.withheld is not None


def kind_words(kind: MatchKind) -> str:
    """Return the name of a kind of match."""
    return translate("Duplicates", str(_KINDS[kind]))


def explain_kind(kind: MatchKind) -> str:
    """Return the meaning of a kind of match."""
    return translate("Duplicates", str(_EXPLANATIONS[kind]))


def hindrance_words(why: Obstacle) -> str:
    """Return why a file is in no plan."""
    return describe(OBSTACLE_MESSAGES[why]())


def rule_words(rule: KeepRule) -> str:
    """Return the name of a keeper rule."""
    return translate("Duplicates", str(_RULES[rule]))


def share_label(share: float) -> str:
    """Format a share of 0..1, rounded down so that only all of it is 100 %."""
    whole = floor_percent(share)
    return translate("Duplicates", "{number} %").format(number=QLocale().toString(whole))


class DuplicateLabels(QObject):
    """Sentences with counts; an object, since Qt Linguist knows plurals only from `tr`."""

    def files(self, number: int) -> str:
        """Return a count of files."""
        return self.tr("%Ln file(s)", "", number)

    def groups(self, number: int) -> str:
        """Return a count of groups."""
        return self.tr("%Ln group(s)", "", number)

    def differences(self, numbers: int, dates: int, names: int, negations: int, words: int) -> str:
        """Describe a file's differences from the keeper, the most telling first; "" for none."""
        parts = [
            self.tr("%Ln number(s)", "", numbers) if numbers else "",
            self.tr("%Ln date(s)", "", dates) if dates else "",
            self.tr("%Ln name(s)", "", names) if names else "",
            self.tr("%Ln negation(s)", "", negations) if negations else "",
        ]
        said = [part for part in parts if part] or ([self.tr("%Ln word(s)", "", words)] if words else [])
        return self.tr("differs in {what}").format(what=self.tr(", ").join(said)) if said else ""

    def doing(self, action: Action, number: int) -> str:
        """Return the label of a button that clears files away."""
        match action:
            case Action.BIN:
                return self.tr("Move %Ln file(s) to the bin", "", number)
            case Action.MOVE:
                return self.tr("Move %Ln file(s) to a folder", "", number)
        return self.tr("Replace %Ln file(s) by hard links", "", number)

    def done(self, action: Action, number: int) -> str:
        """Describe a run that is done."""
        match action:
            case Action.BIN:
                return self.tr("%Ln file(s) moved to the bin.", "", number)
            case Action.MOVE:
                return self.tr("%Ln file(s) moved.", "", number)
        return self.tr("%Ln file(s) replaced by hard links.", "", number)

    def undone(self, number: int) -> str:
        """Describe a run that is undone."""
        return self.tr("%Ln file(s) put back", "", number)

    def nothing(self) -> str:
        """Describe a run that moved nothing."""
        return self.tr("Nothing was moved.")

    def cleared(self, number: int) -> str:
        """Return a count of cleared files."""
        return self.tr("%Ln file(s) cleared up", "", number)

    def renamed(self, number: int) -> str:
        """Return a count of renamed files."""
        return self.tr("%Ln file(s) renamed", "", number)

    def named_back(self, number: int) -> str:
        """Return a count of files that have their former name again."""
        return self.tr("%Ln file(s) named as before", "", number)

    def stopped(self, number: int) -> str:
        """Describe files left alone by a stopped run."""
        return self.tr("%Ln file(s) were left as they are, since you stopped.", "", number)

    def interrupted(self, found: CutShort) -> str:
        """Describe an interrupted run: its progress, and how to continue."""
        if not (found.done or found.already or found.undoing or found.unsettled):
            return self.tr("Clearing up was interrupted before anything was moved. Your files are where they were.")
        words = (
            self.tr(
                "Putting back was interrupted: {done} of {total} files are back. The history goes on with the rest."
            )
            if found.undoing
            else self.tr("Clearing up stopped half-way: {done} of {total} files are done. Clear up again to go on.")
        )
        if found.already:
            words = self.tr(
                "Clearing up stopped half-way: of {total} files {done} are done, and {already} were before. "
                "The history has both. Clear up again to go on."
            )
        said = words.format(done=count(found.done), total=count(found.planned), already=count(found.already))
        lines = [
            self.tr("{file}: {what}").format(file=isolate(self.unsettled_name(each)), what=self.unsettled(each))
            for each in found.unsettled[:_TOLD]
        ]
        more = len(found.unsettled) - len(lines)
        return " ".join([said, *lines, *([self.tr("%Ln more file(s) are left half-way.", "", more)] if more else [])])

    def unsettled_name(self, step: UnsettledStep) -> str:
        """Return the name of an unsettled file, as far as it is known."""
        known = step.path or next(iter(step.places), None)
        return one_line(known.name) if known else self.tr("A file")

    def unsettled(self, step: UnsettledStep) -> str:
        """Describe why a step is unsettled, and where its file may be."""
        match step.trouble:
            case Trouble.RECORD:
                why = self.tr("its entry in the history is damaged.")
            case Trouble.REFUSAL:
                why = self.tr("it could be neither cleared up nor put back ({reason}).")
                why = why.format(reason=isolate(describe(step.why)) if step.why else "")
            case _:
                why = self.tr("Findling made a mistake, which its log describes.")
        if not step.places:
            return self.tr("{why} The file may be gone.").format(why=why)
        places = self.tr(" and ").join(isolate(folder(each)) for each in step.places)
        return self.tr("{why} Look for the file at {places}.").format(why=why, places=places)

    def left(self, number: int) -> str:
        """Return a count of files left alone."""
        return self.tr("%Ln file(s) left alone:", "", number)
