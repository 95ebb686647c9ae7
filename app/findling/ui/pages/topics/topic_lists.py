"""Lists of topics and of their documents, which show all that the map does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from findling.ui.i18n import formatting
from findling.ui.i18n.translation import isolate
from findling.ui.widgets.line_list import LineList, ListLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from findling.domain.topics import Topic, TopicFile, TopicTree
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index

ALL = 0
"""Key of the row that stands for all documents; no topic has this id."""

_NEAR_END_PAGES = 1.5


class TopicList(LineList):
    """List of topics, each followed by those that it is made of."""

    chosen = Signal(int)
    """Id of a topic; `ALL` for all documents."""
    entered = Signal()
    """The documents of the topic are wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Topics and their parts"))
        self._names: dict[int, str] = {}

    @property
    def current(self) -> int:
        """Id of the chosen topic."""
        key = self.lines.key_at(self.currentIndex())
        return key if isinstance(key, int) else ALL

    def show_topics(self, tree: TopicTree) -> None:
        """Show the topics; the chosen one stays so while it is there."""
        self._names = {each.id: each.name for topic in tree.topics for each in (topic, *topic.parts)}
        self.show_lines(tuple(self._list_lines(tree)))

    def name_of(self, topic_id: int) -> str:
        """Return the name of a topic; "" for all documents."""
        return self._names.get(topic_id, "")

    def choose(self, topic_id: int) -> None:
        """Choose a topic."""
        index = self.lines.find_key(topic_id)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which topic is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the documents with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _list_lines(self, tree: TopicTree) -> Iterator[ListLine]:
        yield ListLine(ALL, self.tr("All documents"), self._count(tree.documents), "library")
        for topic in tree.topics:
            yield self._make_line(topic, "map", "ink")
            for part in topic.parts:
                yield self._make_line(part, "minus", "faint")

    def _make_line(self, topic: Topic, icon: str, tone: str) -> ListLine:
        return ListLine(topic.id, formatting.one_line(topic.name), self._count(topic.size), icon, tone)

    def _count(self, documents: int) -> str:
        return self.tr("%Ln document(s)", "", documents)


class TopicFileList(LineList):
    """List of documents, the most typical first."""

    chosen = Signal(object)
    """The chosen `TopicFile`, or None."""
    opened = Signal()
    left = Signal()
    """The topics are wanted."""
    end_neared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Documents of the topic"))
        self._files: dict[int, TopicFile] = {}
        self._labels_of: Callable[[int], tuple[str, ...]] = lambda _: ()
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)

    @property
    def files(self) -> Sequence[TopicFile]:
        """All documents listed so far."""
        return tuple(self._files.values())

    @property
    def current(self) -> TopicFile | None:
        """The chosen document."""
        key = self.lines.key_at(self.currentIndex())
        return self._files.get(key) if isinstance(key, int) else None

    def show_files(self, files: Sequence[TopicFile]) -> None:
        """Show documents; the chosen one stays so while it is there."""
        before = self.current
        self._files = {file.document_id: file for file in files}
        self._show()
        if self.current != before:
            self.chosen.emit(self.current)

    def name_labels(self, labels_of: Callable[[int], tuple[str, ...]]) -> None:
        """Tell the labels of each document, by its id, from now on."""
        self._labels_of = labels_of
        self._show()

    def choose(self, document_id: int) -> None:
        """Choose a document."""
        index = self.lines.find_key(document_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which document is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go back with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self.show_lines([_make_file_line(file, self._labels_of(number)) for number, file in self._files.items()])

    def _look_for_end(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value > 0 and value + _NEAR_END_PAGES * bar.pageStep() > bar.maximum():
            self.end_neared.emit()


def _make_file_line(file: TopicFile, labels: tuple[str, ...]) -> ListLine:
    title = formatting.one_line(file.title or file.path.name)
    # A path keeps its own direction within a window that is read from the right.
    parts = (isolate(formatting.folder(file.path)), ", ".join(map(formatting.one_line, labels)))
    return ListLine(file.document_id, title, " · ".join(filter(None, parts)), "tag" if labels else "file-text")
