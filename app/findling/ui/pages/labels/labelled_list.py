"""List of the files that bear a label, or that it is suggested for with how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from findling.ui.i18n.formatting import folder, one_line
from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import LARGE_ICON_SIZE, Spacing, TextSize
from findling.ui.widgets.keyed_model import KeyedModel
from findling.ui.widgets.row_delegate import RowDelegate, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from findling.domain.labels import LabelledFile
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index

translate = QCoreApplication.translate

_BAR = QSize(56, 4)
_GIVE = (Qt.Key.Key_Plus, Qt.Key.Key_Insert)
_REFUSE = (Qt.Key.Key_Minus, Qt.Key.Key_Delete)
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """Row of the list.

    Attributes:
        probability: that the user would give the label, 0..1; None where the file bears it.
        is_new: it came or was changed since the label is watched.
    """

    file: LabelledFile
    probability: float | None = None
    is_new: bool = False

    @property
    def title(self) -> str:
        """Title of the document, or the name of its file."""
        return one_line(self.file.title or self.file.path.name)


def name_sureness(probability: float) -> str:
    """Return in words how sure a suggestion is."""
    for least, words in (
        (0.85, translate("Sureness", "very likely")),
        (0.6, translate("Sureness", "likely")),
        (0.4, translate("Sureness", "as likely as not")),
        (0.15, translate("Sureness", "rather unlikely")),
    ):
        if probability >= least:
            return words
    return translate("Sureness", "unlikely")


class LabelledModel(KeyedModel[LabelledRow]):
    """Model of files with or without a label."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.file.path, parent)

    def accessible_text(self, row: LabelledRow) -> str:
        """Return a row as one sentence."""
        sure = "" if row.probability is None else name_sureness(row.probability)
        new = translate("Sureness", "new") if row.is_new else ""
        return ", ".join(filter(None, (row.title, folder(row.file.path), sure, new)))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a row, and its path as its tooltip."""
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return one_line(str(self.row(index.row()).file.path))
        return super().data(index, role)


class LabelledDelegate(RowDelegate):
    """Painter of title, folder and, trailing, how sure a suggestion is, in words and as a bar."""

    def __init__(self, theme: Theme, model: LabelledModel, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the height of a row; the list decides the width."""
        lines = self.line_height(TextSize.BODY) + self.line_height(TextSize.META)
        return QSize(0, lines + Spacing.XS + 2 * Spacing.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option)
        body, meta = self.line_height(TextSize.BODY), self.line_height(TextSize.META)
        inner = option.rect.adjusted(Spacing.M, Spacing.S, -Spacing.M, -Spacing.S)
        ratio = painter.device().devicePixelRatio()
        sign = QRect(inner.left(), inner.top(), LARGE_ICON_SIZE, LARGE_ICON_SIZE)
        kind = self._theme.kind_pixmap(row.file.kind, LARGE_ICON_SIZE, ratio)
        painter.drawPixmap(place(option, sign).topLeft(), kind)
        left = sign.right() + 1 + Spacing.S
        room = self._paint_sureness(painter, option, row, inner) if row.probability is not None else 0
        title = QRect(left, inner.top(), inner.right() + 1 - left - room, body)
        detail = QRect(left, title.bottom() + 1 + Spacing.XS, title.width(), meta)
        middle = Qt.TextElideMode.ElideMiddle
        self.write(painter, option, place(option, title), row.title, elide=middle)
        # A path keeps its own direction within a window that is read from the right.
        where = isolate(folder(row.file.path))
        self.write(painter, option, place(option, detail), where, size=TextSize.META, colour="soft", elide=middle)
        painter.restore()

    def _paint_sureness(self, painter: QPainter, option: QStyleOptionViewItem, row: LabelledRow, inner: QRect) -> int:
        """Paint how sure a suggestion is; return the width that it took."""
        assert row.probability is not None
        words = name_sureness(row.probability)
        if row.is_new:
            words = " · ".join((translate("Sureness", "new"), words))
        width = max(self.width_of(words, TextSize.META), _BAR.width())
        words_at = QRect(inner.right() + 1 - width, inner.top(), width, self.line_height(TextSize.BODY))
        colour = "accent" if row.is_new else "soft"
        self.write(painter, option, place(option, words_at), words, size=TextSize.META, colour=colour, trailing=True)
        bar = QRect(inner.right() + 1 - _BAR.width(), inner.bottom() - Spacing.S, _BAR.width(), _BAR.height())
        filled = QRect(bar.left(), bar.top(), max(round(row.probability * bar.width()), 2), bar.height())
        painter.setPen(Qt.PenStyle.NoPen)
        for part, tone in ((bar, "outline"), (filled, "good" if row.probability >= 0.5 else "soft")):
            painter.setBrush(self._theme.colour(tone))
            painter.drawRoundedRect(place(option, part), 2, 2)
        return width + Spacing.M


class LabelledList(QListView):
    """List of files, of which one is chosen; keys give, refuse and open."""

    chosen = Signal(object)
    """The chosen `LabelledRow`, or None."""
    given = Signal()
    refused = Signal()
    opened = Signal()
    left = Signal()
    """The labels are wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = LabelledModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(LabelledDelegate(theme, self.rows, self))
        self.setAccessibleName(self.tr("Files of the label"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    @property
    def current(self) -> LabelledRow | None:
        """The chosen row."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def show_rows(self, rows: Sequence[LabelledRow]) -> None:
        """Show files; the chosen one stays so while it is there, else the first is chosen."""
        before = self.current
        self.rows.change_to(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(0))
        if self.current != before:
            self.chosen.emit(self.current)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which file is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give with +, refuse with -, open with Enter, go back with Escape."""
        key = Qt.Key(event.key())
        for keys, signal in ((_GIVE, self.given), (_REFUSE, self.refused), (_OPEN, self.opened)):
            if key in keys:
                signal.emit()
                return
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
