"""View of rendered documents, which never fetches anything."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from string import Template
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QPoint, QSizeF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout

from findling.ui.pages.preview.card_frames import CardFrames
from findling.ui.pages.preview.document_view import MEASURE, DocumentView, Passages
from findling.ui.pages.preview.highlights import TextHighlights
from findling.ui.pages.preview.inline_pictures import InlinePictures
from findling.ui.pages.preview.long_text import slice_markup
from findling.ui.pages.preview.mail_headers import MailHeaders
from findling.ui.theme.tokens import LINE_HEIGHT, Spacing, TextSize
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from findling.domain.preview import Preview, SlideCard
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.services.file_actions import FileActions
    from findling.ui.theme.theme import Theme


# Sizes of headings are steps of Qt's own scale: it puts them on top of what a style sheet says in pixels.
_SHEET = Template("""
body, p, li, td, th, dd, dt, blockquote { color: $ink; line-height: $height%; }
p { margin-top: 0; margin-bottom: ${s}px; }
h1 { font-size: x-large; margin-top: ${xl}px; margin-bottom: ${m}px; }
h2 { font-size: large; margin-top: ${xl}px; margin-bottom: ${s}px; }
h3 { font-size: medium; margin-top: ${l}px; margin-bottom: ${s}px; }
h4, h5, h6 { font-size: medium; color: $soft; margin-top: ${l}px; margin-bottom: ${xs}px; }
ul, ol { margin-top: 0; margin-bottom: ${s}px; -qt-list-indent: 1; }
li { margin-bottom: ${xs}px; }
a { color: $accent; text-decoration: none; }
code, tt, kbd, samp { font-family: "$mono"; background-color: $raised; }
pre { font-family: "$mono"; background-color: $raised; margin: ${s}px 0; white-space: pre-wrap; }
hr { background-color: $line; }
blockquote p { color: $soft; }
blockquote { margin-left: ${l}px; margin-right: 0; margin-bottom: ${s}px; }
table { border-collapse: collapse; border: 1px solid $line; margin-top: ${xs}px; margin-bottom: ${m}px; }
th { font-weight: 600; text-align: left; background-color: $raised; }
td, th { border: 1px solid $line; padding: ${xs}px ${s}px; }
""")
# Code in Markdown ends with a newline, which would be shown as an empty line.
_LAST_LINE_END = re.compile(r"\n((?:</code>)?</pre>)")
_SLICE = 6_000
"""Characters of HTML that Qt parses in about ten milliseconds."""
_TURN_SECONDS = 0.012
_ZOOM_STEP = 1.1
_SMALLEST, _LARGEST = 0.6, 3.0
_ROUNDED = 2
_BROWSABLE = frozenset({"http", "https", "mailto"})


def make_style_sheet(theme: Theme, factor: float) -> str:
    """Return the style sheet for documents in the theme, enlarged by `factor`."""
    spaces = {space.name.lower(): round(space * factor) for space in Spacing}
    tokens = theme.tokens
    colours = {name: getattr(tokens, name) for name in ("ink", "soft", "accent", "raised", "line")}
    mono = theme.font(TextSize.BODY, mono=True).family()
    return _SHEET.substitute(colours, mono=mono, height=_line_height(theme.font(TextSize.BODY)), **spaces)


def _line_height(font: QFont) -> int:
    """Return the line height in per cent of the own height of the font."""
    return max(round(100 * LINE_HEIGHT * font.pixelSize() / QFontMetricsF(font).height()), 100)


class OfflineBrowser(QTextBrowser):
    """Browser without access to network and files."""

    painting = Signal()
    fitted = Signal()
    """The text may have another width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document().documentLayout().documentSizeChanged.connect(self._update_scroll_bar)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401, ARG002
        """Return nothing: no resource of a document is loaded."""
        return QByteArray()

    def doSetSource(
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.HtmlResource
    ) -> None:
        """Ignore all navigation."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Update the margins; what is read at the top stays there, though lines break elsewhere."""
        bar = self.verticalScrollBar()
        first = self.cursorForPosition(QPoint(0, 0)) if bar.value() else None
        before = self.cursorRect(first).top() if first else 0
        super().resizeEvent(event)
        self.fit()
        if first:
            bar.setValue(bar.value() + self.cursorRect(first).top() - before)

    @property
    def column(self) -> int:
        """Width of the text, in pixels."""
        return max(self.viewport().width() - 2 * self._side, 1)

    @property
    def _side(self) -> int:
        return max(Spacing.XL, (self.viewport().width() - MEASURE) // 2)

    def fit(self) -> None:
        """Set the margins for a readable line length."""
        side = self._side
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        if shape.leftMargin() != side:
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(Spacing.L)
            shape.setBottomMargin(Spacing.XXL)
            frame.setFrameFormat(shape)
        self.fitted.emit()

    def _update_scroll_bar(self, size: QSizeF) -> None:
        """Show the scroll bar only if needed: Qt makes tables a pixel too wide by rounding."""
        is_wider = size.width() - self.viewport().width() > _ROUNDED
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_wider else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(bar)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and let others paint beside it."""
        super().paintEvent(event)
        self.painting.emit()


class RichTextView(DocumentView):
    """View of a rendered document; a long one is built in slices."""

    def __init__(self, link: ReaderClient, theme: Theme, actions: FileActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self._factor = 1.0
        self._preview: Preview | None = None
        self._passages = Passages()
        self._pieces: Iterator[str | SlideCard] = iter(())
        self._page = OfflineBrowser()
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setOpenLinks(False)
        self._page.setUndoRedoEnabled(False)
        self._page.setAccessibleName(self.tr("Document"))
        self._page.anchorClicked.connect(self._follow)
        self._marks = TextHighlights(self._page, theme)
        self._marks.found.connect(self.found)
        self._marks.counted.connect(self.counted)
        self._marks.settled.connect(self._settle)
        self._page.painting.connect(self._marks.paint_edges)
        self._pictures = InlinePictures(self._page, link, theme)
        self._cards = CardFrames(self._page.document(), theme)
        self._page.fitted.connect(self._fit)
        self._headers = MailHeaders(theme)
        self._build = QTimer(self, interval=0)
        self._build.timeout.connect(self._build_on)
        self.take_zoom_from(self._page)
        self.take_zoom_from(self._page.viewport())
        self.setFocusProxy(self._page)
        fill(QVBoxLayout(self), self._headers, (self._page, 1))
        theme.changed.connect(self._rebuild)

    def show_preview(self, preview: Preview, passages: Passages) -> None:
        """Show another document at its current passage."""
        self._preview, self._passages = preview, passages
        self.hold()
        self._headers.show_headers(preview.headers)
        self._rebuild()

    def mark(self, passages: Passages) -> None:
        """Mark other passages and go to the current one."""
        self._passages = passages
        if not self._build.isActive():
            self._go()

    def search(self, words: str) -> None:
        """Mark words and go to the next occurrence."""
        self._marks.find(words)

    def search_next(self, step: int) -> None:
        """Go to the next occurrence of the words."""
        self._marks.find_next(step)

    def step_word(self, step: int) -> bool:
        """Go to the next or previous word that was searched for."""
        return self._marks.step_word(step)

    def zoom(self, step: int) -> None:
        """Zoom the text."""
        factor = self._factor * _ZOOM_STEP**step if step else 1.0
        self._factor = min(max(factor, _SMALLEST), _LARGEST)
        self._rebuild()

    def stop(self) -> None:
        """Stop building and marking."""
        self._build.stop()
        self._marks.stop()
        self._pictures.close()

    def _rebuild(self) -> None:
        if self._preview is None:
            return
        self._marks.forget()
        self._cards.forget()
        document = self._page.document()
        document.clear()
        font = self._theme.font(TextSize.BODY)
        font.setPixelSize(round(font.pixelSize() * self._factor))
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(make_style_sheet(self._theme, self._factor))
        self._page.fit()
        self._pictures.open(self._preview, self._page.column, self._factor)
        markup = self._pictures.keep_room(self._preview.text)
        pieces = slice_markup(_LAST_LINE_END.sub(r"\1", markup), _SLICE)
        cards = (replace(card, text=self._pictures.keep_room(card.text)) for card in self._preview.slides)
        self._pieces = chain(pieces, cards)
        self._build.start()
        self._build_on()

    def _build_on(self) -> None:
        """Insert slices for one turn of the event loop; mark passages after the last one."""
        end = perf_counter() + _TURN_SECONDS
        while perf_counter() < end:
            piece = next(self._pieces, None)
            if piece is None:
                self._build.stop()
                self._go()
                return
            self._add(piece)

    def _add(self, piece: str | SlideCard) -> None:
        if not isinstance(piece, str):
            self._cards.add(piece, len(self._preview.slides) if self._preview else 0)
            return
        cursor = QTextCursor(self._page.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if cursor.position() and cursor.block().length() > 1:
            cursor.insertBlock(QTextBlockFormat())
        cursor.insertHtml(piece)

    def _fit(self) -> None:
        """Fit pictures and cards to the width of the text."""
        if not self._build.isActive():
            self._pictures.fit(self._page.column)
            self._cards.fit(self._page.column)

    def _go(self) -> None:
        self._pictures.place(self._page.toPlainText())
        self._cards.fit(self._page.column)
        self._marks.read()
        self._marks.mark(self._passages)

    def _settle(self, is_placed: bool) -> None:
        """Show the document, at the page of the passage if it was not found itself."""
        hit = self._passages.current
        if not is_placed and hit is not None and hit.page:
            self._page.scrollToAnchor(f"page-{hit.page}")
        self.release()
        # Last, and where the view has come to rest: for the text nobody waits.
        self._pictures.draw()

    def _follow(self, address: QUrl) -> None:
        if address.scheme().lower() in _BROWSABLE:
            self._actions.browse(address.toString())
        elif not address.scheme() and address.hasFragment():
            self._page.scrollToAnchor(address.fragment())
