"""Remedies that the window can carry out itself, and the buttons for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from findling.messages.model_remedies import ModelRemedy
from findling.messages.notice import Notice
from findling.messages.remedy_templates import Remedy
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button
from findling.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from findling.messages.notice import Message

translate = QCoreApplication.translate


class RemedyAction(Enum):
    """Action of the window that carries out a remedy."""

    ADD_FOLDER = auto()
    SHOW_LIBRARY = auto()
    SHOW_FILES = auto()
    LOOK_AGAIN = auto()
    MEND = auto()
    RETRY = auto()
    SHOW_MODELS = auto()
    SET_SERVER = auto()
    REVEAL = auto()
    SEARCH_AS_TYPED = auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """Frozen record of an action and its subject.

    Attributes:
        action: what the window does.
        path: of the file or folder; None where it is about none.
        model: id of the model; "" where it is about none.
    """

    action: RemedyAction
    path: Path | None = None
    model: str = ""

    @property
    def label(self) -> str:
        """Return the button's label."""
        match self.action:
            case RemedyAction.ADD_FOLDER:
                return translate("Remedies", "Add a folder…")
            case RemedyAction.SHOW_LIBRARY:
                return translate("Remedies", "Open the library")
            case RemedyAction.SHOW_FILES:
                return translate("Remedies", "Show these files")
            case RemedyAction.LOOK_AGAIN:
                return translate("Remedies", "Look again")
            case RemedyAction.MEND:
                return translate("Remedies", "Make it again")
            case RemedyAction.RETRY:
                return translate("Remedies", "Read again")
            case RemedyAction.SHOW_MODELS:
                return translate("Remedies", "Show the model") if self.model else translate("Remedies", "Open Models")
            case RemedyAction.SET_SERVER:
                return translate("Remedies", "Open the server's settings")
            case RemedyAction.SEARCH_AS_TYPED:
                return translate("Remedies", "Search for it as typed")
        return translate("Remedies", "Show in folder")


_ACTIONS: Mapping[Message, RemedyAction] = MappingProxyType(
    {
        remedy: action
        for action, remedies in (
            (RemedyAction.ADD_FOLDER, (Remedy.ADD_FOLDER, Remedy.ADD_THIS_FOLDER, Remedy.NAME_FOLDER)),
            (RemedyAction.SHOW_LIBRARY, (Remedy.SEE_FOLDERS,)),
            (RemedyAction.SHOW_FILES, (Remedy.SEE_FILES,)),
            (RemedyAction.SEARCH_AS_TYPED, (Remedy.QUOTE_AS_TYPED,)),
            (RemedyAction.LOOK_AGAIN, (Remedy.CONNECT_DISK,)),
            (RemedyAction.MEND, (Remedy.REINDEX,)),
            (RemedyAction.RETRY, (Remedy.RETRY, Remedy.CONNECT_AND_RETRY)),
            (
                RemedyAction.SHOW_MODELS,
                (
                    ModelRemedy.SEE_ALL,
                    ModelRemedy.SEE_INSTALLED,
                    ModelRemedy.CHOOSE_ANOTHER,
                    ModelRemedy.CHOOSE_OTHER_FIRST,
                    ModelRemedy.CALL_OFF_FIRST,
                    ModelRemedy.COMPLETE_FIRST,
                    ModelRemedy.INSTALL,
                    ModelRemedy.INSTALL_ONE,
                    ModelRemedy.INSTALL_AGAIN_OR_CHOOSE,
                    ModelRemedy.INSTALL_AGAIN_FROM_FOLDER_OR_CHOOSE,
                    ModelRemedy.INSTALL_FOR_THESE,
                    ModelRemedy.INSTALL_FOR_LANGUAGES,
                    ModelRemedy.INSTALL_FOR_QUESTION,
                    ModelRemedy.USE_FOR_QUESTION,
                    ModelRemedy.INSTALL_AGAIN,
                ),
            ),
            (
                RemedyAction.SET_SERVER,
                (
                    ModelRemedy.NAME_SERVER,
                    ModelRemedy.STORE_KEY,
                    ModelRemedy.SERVE_MODEL,
                    ModelRemedy.SERVE_AGAIN,
                    ModelRemedy.SERVE_PRECISION,
                    ModelRemedy.SERVE_FULL_LENGTH,
                    ModelRemedy.WRITE_ADDRESS,
                    ModelRemedy.USE_HTTPS,
                    ModelRemedy.OPENAI_ADDRESS,
                    ModelRemedy.CHECK_ADDRESS,
                    ModelRemedy.TRUST_CERTIFICATE,
                ),
            ),
            (
                RemedyAction.REVEAL,
                (
                    Remedy.REPORT,
                    Remedy.REPORT_UNTOUCHED,
                    Remedy.RUN_AGAIN,
                    Remedy.CORRECT,
                    Remedy.CORRECT_OR_DELETE,
                    Remedy.MOVE_FILE_ASIDE,
                    Remedy.DELETE_AND_INDEX,
                ),
            ),
        )
        for remedy in remedies
    }
)


def find_offers(notice: Notice) -> tuple[Offer, ...]:
    """Return the actions for a notice and for those within it, each once."""
    return tuple(dict.fromkeys(_find_offers(notice)))


def _find_offers(notice: Notice) -> Iterator[Offer]:
    for remedy in notice.remedies:
        action = _ACTIONS.get(remedy.message)
        facts = dict(remedy.facts)
        path = next((value for _, value in (*remedy.facts, *notice.facts) if isinstance(value, Path)), None)
        if action is not None and (path is not None or action is not RemedyAction.REVEAL):
            yield Offer(action, path, str(facts.get("model", "")))
    for _, fact in notice.facts:
        if isinstance(fact, Notice):
            yield from _find_offers(fact)


class RemedyButtons(QWidget):
    """Row of buttons, one for each offer; hidden while there is none."""

    wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._row = FlowLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Spacing.S)
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Return the current offers."""
        return self._offers

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Replace the buttons."""
        if tuple(offers) == self._offers:
            return
        self._offers = tuple(offers)
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for offer in self._offers:
            button = Button(offer.label)
            button.clicked.connect(lambda _=False, offer=offer: self.wanted.emit(offer))
            self._row.addWidget(button)
        self.setVisible(bool(self._offers))
