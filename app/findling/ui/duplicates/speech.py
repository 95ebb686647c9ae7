"""What is said of files that are alike, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject

from findling.duplicates import Action, KeepRule, Likeness, floor_percent
from findling.searcher.choosing import CHOSEN
from findling.searcher.reviews import Hindrance
from findling.ui.wording import count

if TYPE_CHECKING:
    from findling.duplicates import CutShort

translate = QCoreApplication.translate

_KINDS = {
    Likeness.IDENTICAL: QT_TRANSLATE_NOOP("Duplicates", "Identical"),
    Likeness.SAME_TEXT: QT_TRANSLATE_NOOP("Duplicates", "Same text"),
    Likeness.NEAR: QT_TRANSLATE_NOOP("Duplicates", "Nearly the same"),
    Likeness.CONTAINED: QT_TRANSLATE_NOOP("Duplicates", "One inside the other"),
    Likeness.VERSION: QT_TRANSLATE_NOOP("Duplicates", "Versions"),
    Likeness.TEMPLATE: QT_TRANSLATE_NOOP("Duplicates", "Same template"),
}
_EXPLANATIONS = {
    Likeness.IDENTICAL: QT_TRANSLATE_NOOP("Duplicates", "The same to the byte."),
    Likeness.SAME_TEXT: QT_TRANSLATE_NOOP(
        "Duplicates", "The same words, saved in another way. Pictures and layout are not compared."
    ),
    Likeness.NEAR: QT_TRANSLATE_NOOP("Duplicates", "Edited copies of one text."),
    Likeness.CONTAINED: QT_TRANSLATE_NOOP("Duplicates", "The text of one is part of another's."),
    Likeness.VERSION: QT_TRANSLATE_NOOP("Duplicates", "Stages of one document."),
    Likeness.TEMPLATE: QT_TRANSLATE_NOOP(
        "Duplicates", "Filled in from one template: they differ in numbers, dates or names, and are not duplicates."
    ),
}
_REASONS = {
    "lies in a preferred folder": QT_TRANSLATE_NOOP("Duplicates", "lies in a preferred folder"),
    "lies in a protected folder": QT_TRANSLATE_NOOP("Duplicates", "lies in a protected folder"),
    "its name is not that of a copy": QT_TRANSLATE_NOOP("Duplicates", "its name is not that of a copy"),
    "the newest": QT_TRANSLATE_NOOP("Duplicates", "the newest"),
    "the oldest": QT_TRANSLATE_NOOP("Duplicates", "the oldest"),
    "the best format": QT_TRANSLATE_NOOP("Duplicates", "the best format"),
    "the largest": QT_TRANSLATE_NOOP("Duplicates", "the largest"),
    "the shortest path": QT_TRANSLATE_NOOP("Duplicates", "the shortest path"),
    "the latest version": QT_TRANSLATE_NOOP("Duplicates", "the latest version"),
    "holds the text of the others": QT_TRANSLATE_NOOP("Duplicates", "holds the text of the others"),
    "no rule tells them apart": QT_TRANSLATE_NOOP("Duplicates", "no rule tells them apart"),
    "the only one": QT_TRANSLATE_NOOP("Duplicates", "the only one"),
    CHOSEN: QT_TRANSLATE_NOOP("Duplicates", "chosen by you"),
}
_OBJECTIONS = {
    "it lies in a protected folder": QT_TRANSLATE_NOOP("Duplicates", "it lies in a protected folder"),
    "it is the file that is to survive": QT_TRANSLATE_NOOP("Duplicates", "it is the last copy"),
    "the file that is to survive has changed": QT_TRANSLATE_NOOP("Duplicates", "the copy that stays has changed"),
    "it has changed since the plan was made": QT_TRANSLATE_NOOP("Duplicates", "it has changed in the meantime"),
    "another program has it open": QT_TRANSLATE_NOOP("Duplicates", "another program has it open"),
    "only files that are the same to the byte can be linked": QT_TRANSLATE_NOOP(
        "Duplicates", "only files that are the same to the byte can be linked"
    ),
    "it is on another volume than the file that survives": QT_TRANSLATE_NOOP(
        "Duplicates", "it is on another disk than the copy that stays"
    ),
    "both are one file already": QT_TRANSLATE_NOOP("Duplicates", "both are one file already"),
    "it is a link, not a file": QT_TRANSLATE_NOOP("Duplicates", "it is a link, not a file"),
    "it is not there any more": QT_TRANSLATE_NOOP("Duplicates", "it is not there any more"),
    "the file that is to survive is not there any more": QT_TRANSLATE_NOOP(
        "Duplicates", "the copy that stays is not there any more"
    ),
    "nothing is known that it has in common with the file that is to survive": QT_TRANSLATE_NOOP(
        "Duplicates", "nothing is known that it has in common with a file that stays"
    ),
    "it was cleared up already": QT_TRANSLATE_NOOP("Duplicates", "it was cleared up already"),
    "its new name is taken": QT_TRANSLATE_NOOP("Duplicates", "its new name is taken"),
    "its new name is that of another folder": QT_TRANSLATE_NOOP("Duplicates", "its new name is that of another folder"),
    "another file is at its place now": QT_TRANSLATE_NOOP("Duplicates", "another file is in its place now"),
}
_HINDRANCES = {
    Hindrance.NOT_THE_SAME_BYTES: QT_TRANSLATE_NOOP(
        "Duplicates", "only files that are the same to the byte can be linked"
    ),
    Hindrance.UNREADABLE: QT_TRANSLATE_NOOP("Duplicates", "it cannot be read now"),
    Hindrance.CHANGED: QT_TRANSLATE_NOOP("Duplicates", "it has changed since it was compared"),
    Hindrance.SAME_FILE: QT_TRANSLATE_NOOP("Duplicates", "it is only another name of the file that stays"),
    Hindrance.NO_SURVIVOR: QT_TRANSLATE_NOOP("Duplicates", "the copy that stays cannot be read now"),
    Hindrance.NOTHING_IN_COMMON: QT_TRANSLATE_NOOP(
        "Duplicates", "nothing is known that it has in common with a file that stays"
    ),
    Hindrance.NAME_TAKEN: QT_TRANSLATE_NOOP("Duplicates", "its new name is taken"),
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
    Likeness.IDENTICAL: "good",
    Likeness.SAME_TEXT: "good",
    Likeness.NEAR: "accent",
    Likeness.CONTAINED: "accent",
    Likeness.VERSION: "accent",
    Likeness.TEMPLATE: "warn",
}
"""The colour of a kind's word."""


def kind_words(kind: Likeness) -> str:
    """What a kind of likeness is called."""
    return translate("Duplicates", str(_KINDS[kind]))


def explain_kind(kind: Likeness) -> str:
    """What a kind of likeness means."""
    return translate("Duplicates", str(_EXPLANATIONS[kind]))


def reason_words(reason: str) -> str:
    """Why a file is the one to keep, in the window's language."""
    return translate("Duplicates", str(_REASONS.get(reason, reason)))


def objection_words(objection: str) -> str:
    """Why a file was left where it is; as it was said where the window does not know it."""
    # What the system says of files is among the messages, word for word.
    known = objection in _OBJECTIONS
    return translate("Duplicates", str(_OBJECTIONS[objection])) if known else translate("Messages", objection)


def hindrance_words(why: Hindrance) -> str:
    """Why a file is in no plan."""
    return translate("Duplicates", str(_HINDRANCES[why]))


def rule_words(rule: KeepRule) -> str:
    """By what a rule decides."""
    return translate("Duplicates", str(_RULES[rule]))


def percent(share: float) -> str:
    """A share of 0..1, rounded down: what is not all of it is never called 100 %."""
    whole = floor_percent(share)
    return translate("Duplicates", "{number} %").format(number=QLocale().toString(whole))


class Speech(QObject):
    """Sentences with counts in them; an object, since Qt Linguist learns of plurals only from `tr`."""

    def files(self, number: int) -> str:
        """How many files."""
        return self.tr("%Ln file(s)", "", number)

    def groups(self, number: int) -> str:
        """How many groups."""
        return self.tr("%Ln group(s)", "", number)

    def differences(self, numbers: int, dates: int, names: int, negations: int, words: int) -> str:
        """By how much a file differs from the one that stays, the telling things first; "" where in nothing."""
        parts = [
            self.tr("%Ln number(s)", "", numbers) if numbers else "",
            self.tr("%Ln date(s)", "", dates) if dates else "",
            self.tr("%Ln name(s)", "", names) if names else "",
            self.tr("%Ln negation(s)", "", negations) if negations else "",
        ]
        said = [part for part in parts if part] or ([self.tr("%Ln word(s)", "", words)] if words else [])
        return self.tr("differs in {what}").format(what=self.tr(", ").join(said)) if said else ""

    def doing(self, action: Action, number: int) -> str:
        """What a button does that clears files away."""
        match action:
            case Action.BIN:
                return self.tr("Move %Ln file(s) to the bin", "", number)
            case Action.MOVE:
                return self.tr("Move %Ln file(s) to a folder", "", number)
        return self.tr("Replace %Ln file(s) by hard links", "", number)

    def done(self, action: Action, number: int) -> str:
        """What was done."""
        match action:
            case Action.BIN:
                return self.tr("%Ln file(s) moved to the bin.", "", number)
            case Action.MOVE:
                return self.tr("%Ln file(s) moved.", "", number)
        return self.tr("%Ln file(s) replaced by hard links.", "", number)

    def undone(self, number: int) -> str:
        """What was taken back."""
        return self.tr("%Ln file(s) put back", "", number)

    def nothing(self) -> str:
        """That nothing was done."""
        return self.tr("Nothing was moved.")

    def cleared(self, number: int) -> str:
        """How many files a run took away."""
        return self.tr("%Ln file(s) cleared up", "", number)

    def renamed(self, number: int) -> str:
        """How many files a run gave another name."""
        return self.tr("%Ln file(s) renamed", "", number)

    def named_back(self, number: int) -> str:
        """How many files have the name again that they had before a run."""
        return self.tr("%Ln file(s) named as before", "", number)

    def stopped(self, number: int) -> str:
        """That a plan was stopped before its end."""
        return self.tr("%Ln file(s) were left as they are, since you stopped.", "", number)

    def interrupted(self, found: CutShort) -> str:
        """What was cut short, how far it was, and how it goes on."""
        if not (found.done or found.already or found.undoing):
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
        return words.format(done=count(found.done), total=count(found.planned), already=count(found.already))

    def left(self, number: int) -> str:
        """How many files were not touched."""
        return self.tr("%Ln file(s) left alone:", "", number)
