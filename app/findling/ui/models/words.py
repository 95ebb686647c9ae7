"""What is said of a model: what it knows, how large it is, what it gives and what it costs."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QLocale, QObject

from findling.models import ModelKind
from findling.ui import wording

if TYPE_CHECKING:
    from findling.models import BuildReport, ModelCard, ModelCost

HUB = "https://huggingface.co"
_NAMED = 3
_COMMAND = re.compile(r"[^.:;]*[.:;]?\s*\bfindling \w.*$")
_SEPARATOR = " · "


def without_commands(remedy: str) -> str:
    """A remedy without the sentence that names a command to be typed, always its last: here are buttons for that."""
    return _COMMAND.sub("", remedy).strip()


def join(*parts: str) -> str:
    """Short facts on one line."""
    return _SEPARATOR.join(filter(None, parts))


def hub_name() -> str:
    """The host that models come from: the hub's, or that of the mirror which the person chose."""
    address = os.environ.get("HF_ENDPOINT") or HUB
    return urlsplit(address).netloc or address


def language(code: str) -> str:
    """A language by its name in English, or its code where that is not known."""
    known = QLocale.codeToLanguage(code)
    return code if known is QLocale.Language.AnyLanguage else QLocale.languageToString(known)


class ModelWords(QObject):
    """The words; an object, since Qt Linguist learns of plurals only from `tr`."""

    def describe(self, card: ModelCard) -> str:
        """What it is, on one line."""
        return join(
            self._languages(card),
            self.tr("%Ln dimension(s)", "", card.dimensions) if card.dimensions else "",
            self.tr("reads %Ln token(s) at once", "", card.max_tokens),
            card.precision,
            wording.size(card.bytes) if card.bytes else self.tr("size not known"),
        )

    def purpose(self, card: ModelCard) -> str:
        """What it is for, where that is not plain; "" where it is."""
        if card.kind is ModelKind.RERANKER:
            return self.tr("Reads your question and each of the best passages together, and puts them in better order.")
        if card.bundled:
            return self.tr("Ships with Findling: ready with no download, and fast on any machine.")
        if card.original:
            return self.tr("A smaller and faster build of {model}.").format(model=card.original)
        return "" if card.source else self.tr("A model of your own.")

    def state(self, card: ModelCard, model: str) -> str:
        """Where it stands; `model` is the one in use."""
        if card.id == model:
            return self.tr("In use")
        return self.tr("Installed") if card.installed else self.tr("Not installed")

    def cost(self, card: ModelCard, cost: ModelCost | None, model: str) -> str:
        """What it costs for what is in the library."""
        if card.kind is ModelKind.RERANKER:
            return self.tr("Nothing is embedded anew for it.")
        if cost is None:
            return self.tr("Nothing to go by yet.")
        size = wording.size(cost.disk)
        if card.id == model:
            return self.tr("{size} on disk").format(size=size)
        if cost.seconds < 1:
            return self.tr("ready at once, {size} on disk").format(size=size)
        return self.tr("{time} to go over, {size} on disk").format(time=wording.about(cost.seconds), size=size)

    def build(self, report: BuildReport) -> str:
        """What speaks for a faster build, or against it."""
        faster = QLocale().toString(report.speed / report.original_speed, "f", 1) if report.original_speed else "?"
        measured = self.tr("{times} times as fast, {size} instead of {original}.").format(
            times=faster, size=wording.size(report.size), original=wording.size(report.original_size)
        )
        agreement = self.tr(
            "On %Ln passage(s), its vectors agree to {cosine}, and {overlap} of the ten nearest are the same.",
            "",
            report.passages,
        ).format(cosine=QLocale().toString(report.cosine, "f", 4), overlap=percent(report.overlap))
        return f"{measured} {agreement}"

    def _languages(self, card: ModelCard) -> str:
        if not card.languages:
            return self.tr("languages not known")
        if len(card.languages) > _NAMED:
            return self.tr("%Ln language(s)", "", len(card.languages))
        return self.tr(", ").join(map(language, card.languages))


def percent(share: float) -> str:
    """A share of the whole, as people write it."""
    return QLocale().toString(round(share * 100)) + QLocale().percent()
