"""Notice about files in languages that the model does not know."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from findling.ui.i18n import formatting
from findling.ui.i18n.language_names import name_language
from findling.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.library import LanguageGap
    from findling.ui.theme.theme import Theme

_NAMED = 4


class LanguageNotice(NoticeBar):
    """Notice that stays closed until there is something else to say."""

    model_wanted = Signal(str)
    """Id of the model to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._gap: LanguageGap | None = None

    def show_gap(self, gap: LanguageGap | None) -> None:
        """Show a language gap; None hides the notice."""
        if gap == self._gap:
            return
        self._gap = gap
        if gap is None:
            self.hide()
        elif gap.model:
            words = f"{self._describe(gap)} {self._offer(gap)}"
            self.say("warn", words, self.tr("Show it"), partial(self.model_wanted.emit, gap.model))
        else:
            self.say("soft", self._describe(gap))

    def _describe(self, gap: LanguageGap) -> str:
        named = self.tr(", ").join(map(name_language, gap.languages[:_NAMED]))
        if len(gap.languages) > _NAMED:
            named = self.tr("{some}, …").format(some=named)
        words = self.tr(
            "%Ln file(s) are in languages that the model in use does not know ({languages}): they are found by their"
            " words, and hardly by what they mean.",
            "",
            gap.files,
        )
        return words.format(languages=named)

    def _offer(self, gap: LanguageGap) -> str:
        if gap.helped >= gap.files:
            return self.tr("The model {model} knows them.").format(model=gap.model)
        helped = formatting.count(gap.helped)
        return self.tr("The model {model} knows those of {count} of them.").format(model=gap.model, count=helped)
