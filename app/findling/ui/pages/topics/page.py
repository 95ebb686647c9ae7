"""Topics page: topics and their documents as lists, the map of all of them, and a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from findling.domain.search import Result
from findling.domain.topics import GroupingState, TopicMap, TopicTree
from findling.ipc.failures import Failed
from findling.processes.reader.topic_messages import (
    AskMapFiles,
    AskTopicFiles,
    AskTopicMap,
    AskTopics,
    FindOnMap,
    FoundOnMap,
    MapFiles,
    TopicFiles,
)
from findling.ui.i18n.notices import describe
from findling.ui.pages.preview.preview_pane import PreviewPane
from findling.ui.pages.topics.map_header import MapHeader
from findling.ui.pages.topics.map_points import Colouring, MapPoints
from findling.ui.pages.topics.map_view import MapView
from findling.ui.pages.topics.topic_lists import ALL, TopicFileList, TopicList
from findling.ui.services.result_selection import Selection
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.action_menu import ActionMenu
from findling.ui.widgets.controls import Hairline, Label
from findling.ui.widgets.document_actions import DocumentActions
from findling.ui.widgets.empty_state import EmptyState
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.offered_action import OfferedAction
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent, QShowEvent

    from findling.domain.topics import TopicFile
    from findling.processes.reader.messages import Reply
    from findling.ui.services.services import Services

_PAGE = 200
_MAP_REST_MS = 5_000
_MOST_ENCLOSED = 2_000
"""Documents of a line drawn on the map that are listed."""

_SIZES = (260, 560, 400)
_LIST_SIZES = (320, 280)


class TopicsPage(QWidget):
    """Page on which a library is looked through by topic."""

    search_wanted = Signal(str)
    """Name of a topic whose documents are to be searched."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = self._theme = services.theme
        self._link, self._writer, self._actions = services.search, services.writer, services.actions
        self._tree = TopicTree(GroupingState.UNKNOWN)
        self._points = MapPoints(TopicMap())
        self._colouring = Colouring.TOPIC
        self._enclosed: tuple[int, ...] = ()
        self._limit = _PAGE
        self.topics, self.files = TopicList(theme), TopicFileList(theme)
        self.header, self.map = MapHeader(theme), MapView(theme)
        self.notice, self.told = Label(role="meta"), NoticeBar(theme)
        self.preview = PreviewPane(services.search, theme, services.actions, services.shortcuts)
        self.empty = EmptyState(theme, "nothing-yet", self.tr("Looking at the topics…"))
        self._document_actions = DocumentActions(self, services, self.told, self._current_path, self._list_chosen)
        self._trees = Polling(self._link, self._receive, parent=self)
        self._maps = Polling(self._link, self._receive, rest_ms=_MAP_REST_MS, parent=self)
        self._lists = Polling(self._link, self._receive, parent=self)
        self._searches = Polling(self._link, self._receive, parent=self)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Ask for the topics and the map, or do so once the page is shown."""
        if self.isVisible():
            self._trees.ask(AskTopics())
            self._maps.ask(AskTopicMap())

    def offered_actions(self) -> list[OfferedAction]:
        """Return the actions on the chosen document, on those found or enclosed, and on the topic."""
        return [*self._document_actions.offered(), *self._offer_for_topic()]

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the current state."""
        super().showEvent(event)
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the topics."""
        super().focusInEvent(event)
        self.topics.setFocus(event.reason())

    def _lay_out(self) -> None:
        lists = QSplitter(Qt.Orientation.Vertical)
        lists.addWidget(self.topics)
        lists.addWidget(self.files)
        lists.setSizes(list(_LIST_SIZES))
        lists.setMinimumWidth(180)
        chart = QWidget()
        column = QVBoxLayout(chart)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Hairline())
        column.addWidget(self.map, 1)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        for pane in (lists, chart, self.preview):
            panes.addWidget(pane)
        panes.setSizes(list(_SIZES))
        panes.setStretchFactor(1, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.notice.setContentsMargins(Spacing.M, Spacing.S, Spacing.M, Spacing.S)
        rows.addWidget(self.told)
        rows.addWidget(self.notice)
        rows.addWidget(panes, 1)
        self._body.addWidget(self.empty)
        self._body.addWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._body)

    def _connect(self) -> None:
        self._writer.library_changed.connect(self.refresh)
        self.topics.chosen.connect(self._choose_topic)
        self.topics.entered.connect(self.files.setFocus)
        self.topics.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.topics.customContextMenuRequested.connect(self._open_topic_menu)
        self.files.left.connect(self.topics.setFocus)
        self.files.chosen.connect(self._show_file)
        self.files.opened.connect(self._open)
        self.files.end_neared.connect(self._ask_for_more)
        self._document_actions.add_menu(self.files)
        self._document_actions.add_menu(self.map)
        self.map.hovered.connect(self._ask_title)
        self.map.picked.connect(self._pick)
        self.map.enclosed.connect(self._list_enclosed)
        self.map.cleared.connect(self._clear)
        self.header.colouring_chosen.connect(self._colour)
        self.header.searched.connect(self._search)
        self.header.zoomed.connect(self._zoom)
        self.header.sample_chosen.connect(self._light_up_colour)
        self._document_actions.labelling.changed.connect(lambda: self._maps.ask_instead(AskTopicMap()))

    def _receive(self, reply: Reply) -> None:
        match reply:
            case TopicTree():
                self._show_tree(reply)
            case TopicMap():
                self._show_map(reply)
            case TopicFiles(topic_id, offset, files) if topic_id == self._question().topic_id and not self._enclosed:
                self.files.show_files((*self.files.files[:offset], *files))
            case MapFiles(files):
                self.files.show_files(files)
            case FoundOnMap(query, document_ids, notes) if query == self.header.search.text().strip():
                self.map.light_up(document_ids)
                self._list_enclosed(document_ids)
                if notes and not document_ids:
                    self.told.tell("soft", notes[0])
            case Failed():
                self._show_empty(describe(reply.notice))

    def _show_tree(self, tree: TopicTree) -> None:
        self._tree = tree
        notice = describe(tree.notice) if tree.notice else ""
        if tree.state in (GroupingState.UNKNOWN, GroupingState.TOO_FEW):
            self._show_empty(notice)
            return
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        self._body.setCurrentIndex(1)
        before = self.topics.current
        self.topics.show_topics(tree)
        if self.topics.current == before and not self._enclosed:
            self._lists.ask(self._question())

    def _show_empty(self, words: str) -> None:
        self.empty.set_words(words)
        self._body.setCurrentIndex(0)

    def _show_map(self, drawn: TopicMap) -> None:
        if drawn != self._points.map:
            self._points = MapPoints(drawn)
            self.map.show_map(self._points)
            self.files.name_labels(self._points.labels_of)
            self._explain()
            if query := self.header.search.text().strip():
                self._search(query)

    def _question(self) -> AskTopicFiles:
        topic_id = self.topics.current
        return AskTopicFiles(None if topic_id == ALL else topic_id, 0, self._limit)

    def _choose_topic(self, topic_id: int) -> None:
        self._enclosed, self._limit = (), _PAGE
        self._lists.ask_instead(self._question())
        outer = next(
            (at for at, topic in enumerate(self._tree.topics) if topic_id in (topic.id, *(p.id for p in topic.parts))),
            None,
        )
        if outer is None:
            self.map.show_all()
        else:
            self.map.go_to_topic(outer)

    def _offer_for_topic(self) -> list[OfferedAction]:
        name = self.topics.name_of(self.topics.current)
        if not name:
            return []
        words = self.tr("Search in this topic")
        return [OfferedAction(words=words, icon="search", do=lambda: self.search_wanted.emit(name))]

    def _open_topic_menu(self, at: QPoint) -> None:
        if offered := self._offer_for_topic():
            menu = ActionMenu(self._theme, self)
            menu.offer(offered)
            menu.popup(self.topics.viewport().mapToGlobal(at))

    def _ask_for_more(self) -> None:
        if not self._enclosed and len(self.files.files) >= self._limit:
            self._limit += _PAGE
            self._lists.ask(self._question())

    def _show_file(self, file: TopicFile | None) -> None:
        self.map.choose([] if file is None else [file.document_id])
        found = Result.of_file(file.path, file.title, file.kind, file.modified_ns) if file else None
        self.preview.show_selection(Selection(found, "", -1) if found else None)

    def _current_path(self) -> Path | None:
        file = self.files.current
        return None if file is None else file.path

    def _list_chosen(self) -> list[Path]:
        """Return the files that were found or enclosed, or are of a chosen topic and listed."""
        is_chosen = self._enclosed or self.topics.current != ALL
        return [file.path for file in self.files.files] if is_chosen else []

    def _open(self) -> None:
        if (file := self.files.current) is not None:
            self._actions.open(file.path)

    def _ask_title(self, document_id: int) -> None:
        def receive(reply: Reply, _: bool) -> None:
            if isinstance(reply, MapFiles) and reply.files:
                named = reply.files[0].title or reply.files[0].path.name
                self.map.tell(" · ".join((named, *self._points.labels_of(document_id))))

        self._link.ask(AskMapFiles((document_id,)), receive)

    def _pick(self, document_id: int) -> None:
        if any(file.document_id == document_id for file in self.files.files):
            self.files.choose(document_id)
        else:
            self._list_enclosed((document_id,))

    def _list_enclosed(self, document_ids: tuple[int, ...]) -> None:
        if document_ids:
            self._enclosed = document_ids[:_MOST_ENCLOSED]
            self._lists.ask_instead(AskMapFiles(self._enclosed))

    def _clear(self) -> None:
        self.header.search.clear()
        self.map.light_up(None)
        self.map.choose([])
        self._list_topic()

    def _list_topic(self) -> None:
        """List the chosen topic's documents again, in place of those found or enclosed."""
        if self._enclosed:
            self._enclosed = ()
            self._lists.ask_instead(self._question())

    def _colour(self, colouring: Colouring) -> None:
        self._colouring = colouring
        self.map.colour_by(colouring)
        self._explain()

    def _explain(self) -> None:
        self.header.explain(self._points, self._colouring, self.map.colour)

    def _light_up_colour(self, value: int) -> None:
        """Show the documents of a colour, on the map and as a list."""
        self.header.forget_search()
        self._searches.forget()
        rows = self._points.rows_with(self._colouring, value)
        document_ids = tuple(self._points.document_id(row) for row in rows)
        self.map.light_up(document_ids)
        self._list_enclosed(document_ids)

    def _search(self, query: str) -> None:
        if query:
            self._searches.ask_instead(FindOnMap(query))
        else:
            self._searches.forget()
            self.map.light_up(None)
            self._list_topic()

    def _zoom(self, by: int) -> None:
        if by:
            self.map.zoom(1.5**by)
        else:
            self.map.show_all()
