"""Card of a model that can be chosen at the first run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout

from findling.messages.model_templates import ChoiceMessage
from findling.ui.i18n import formatting
from findling.ui.i18n.language_names import name_language
from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Button, Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.models import ModelCost, ModelOffer
    from findling.messages.notice import Fact

_SEPARATOR = " · "
_MOST_NAMED = 2


class ChoiceCard(QFrame):
    """Model as a radio button with reason and cost, from the internet or a folder."""

    folder_chosen = Signal()
    """A folder was chosen or given up as the source of the model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._folder: Path | None = None
        self.radio = QRadioButton()
        self.radio.setProperty("role", "title")
        self._badge = Label(self.tr("Recommended"), "good", wraps=False)
        self._reason, self._cost, self._foreign = Label(), Label(role="soft"), Label(role="soft")
        self._name = Label(role="meta")
        self._source = Button("", "quiet")
        self._source.clicked.connect(self._toggle_folder)
        self._lay_out()

    @property
    def folder(self) -> Path | None:
        """The folder that the model is to come from; None for the internet."""
        return self._folder

    @property
    def words(self) -> tuple[str, ...]:
        """Visible text, line by line."""
        labels = (self._badge, self._reason, self._cost, self._foreign)
        return (self.radio.text(), *(label.text() for label in labels if label.isVisibleTo(self)))

    def show_offer(self, offer: ModelOffer, *, recommended: bool, counted: bool) -> None:
        """Show a model; until the folders are `counted`, what it costs is being worked out."""
        assert offer.reason is not None
        title = self._title(offer)
        self.radio.setText(title)
        self._badge.setVisible(recommended)
        self._reason.setText(describe(offer.reason))
        cost = offer.cost if counted else None
        self._cost.setText(self._describe_cost(offer, cost))
        foreign = cost.foreign if cost and cost.foreign else 0
        self._foreign.setText(self.tr("About %Ln document(s) would be found by their words only.", "", foreign))
        self._foreign.setVisible(bool(foreign))
        self._name.setText(offer.card.id)
        self._source.setVisible(not offer.card.installed)
        self._show_source()
        parts = (self._badge.text() if recommended else "", self._reason.text(), self._cost.text())
        self.radio.setAccessibleName(f"{title}. {' '.join(filter(None, parts))}")

    def take_from(self, folder: Path | None) -> None:
        """Take the model from a folder; None for the internet."""
        self._folder = folder
        self.radio.setChecked(True)
        self._show_source()
        self.folder_chosen.emit()

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's form
        """Choose the model by a click anywhere on the card."""
        self.radio.setChecked(True)
        self.radio.setFocus()

    def _title(self, offer: ModelOffer) -> str:
        assert offer.reason is not None
        match offer.reason.message:
            case ChoiceMessage.BETTER:
                return self.tr("Better in English")
            case ChoiceMessage.WIDER:
                return self.tr("For {languages}").format(languages=self._name_languages(offer.reason.fact("languages")))
        return self.tr("Ready now")

    def _name_languages(self, codes: Fact) -> str:
        names = [name_language(code) for code in codes] if isinstance(codes, tuple) else []
        if len(names) > _MOST_NAMED:
            return self.tr("{some} and more").format(some=self.tr(", ").join(names[:_MOST_NAMED]))
        return self.tr(" and ").join(names)

    def _describe_cost(self, offer: ModelOffer, cost: ModelCost | None) -> str:
        card = offer.card
        parts = []
        if not card.installed and card.bytes:
            parts.append(self.tr("{size} to download, once").format(size=formatting.size(card.bytes)))
        if cost is None:
            parts.append(self.tr("working out how long it takes for these folders…"))
        else:
            parts.append(self.tr("{time} for these folders").format(time=formatting.about(cost.seconds)))
            parts.append(self.tr("{size} on disk").format(size=formatting.size(cost.disk)))
        return _SEPARATOR.join(parts)

    def _toggle_folder(self) -> None:
        if self._folder is not None:
            self.take_from(None)
            return
        dialog = QFileDialog(self.window(), self.tr("Folder with the files of the model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.take_from(Path(chosen)))
        dialog.open()

    def _show_source(self) -> None:
        if self._folder is None:
            self._source.setText(self.tr("I have it in a folder…"))
        else:
            shown = formatting.short(formatting.folder(self._folder))
            self._source.setText(self.tr("From {folder}; download it instead").format(folder=shown))

    def _lay_out(self) -> None:
        top = fill(QHBoxLayout(), (self.radio, 1), self._badge, spacing=Spacing.S)
        below = fill(QHBoxLayout(), (self._name, 1), self._source, spacing=Spacing.S)
        inner = QVBoxLayout()
        # Below the words of the radio button, not below its mark.
        fill(
            inner, self._reason, self._cost, self._foreign, below,
            margins=(ICON_SIZE + Spacing.M, 0, 0, 0), spacing=Spacing.XS,
        )  # fmt: skip
        fill(QVBoxLayout(self), top, inner, margins=(Spacing.M, Spacing.S, Spacing.L, Spacing.S), spacing=Spacing.XS)
