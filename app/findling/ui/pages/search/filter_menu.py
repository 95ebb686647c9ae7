"""Menus that offer filters, which are written into the query as if typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from findling.formats import FAMILIES
from findling.ui.i18n.formatting import folder, one_line
from findling.ui.pages.search.query_filters import OFFERED_LANGUAGES, language_label, type_label, write_filter
from findling.ui.widgets.polling import Polling
from findling.ui.widgets.popups import NamePopup, SpanPopup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from findling.domain.topics import Topic
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme

_YEARS = 4


class FilterMenus(QObject):
    """Fills the menus of the button that adds a filter and of the chips that change one."""

    chosen = Signal(str)
    """One or more filters, as they are typed."""

    def __init__(self, link: ReaderClient, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._owner = owner
        # While files are read the library changes many times in a second.
        self._folder_asks = Polling(link, self._receive_folders, parent=self)
        self._label_asks = Polling(link, self._receive_labels, parent=self)
        self._topic_asks = Polling(link, self._receive_topics, parent=self)
        self._folders: tuple[Path, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._topics: tuple[Topic, ...] = ()

    def ask_folders(self) -> None:
        """Request the folders, the labels and the topics of the library, once for a burst of calls."""
        # Data classes take time to define: those of questions are imported when they are asked, after the first paint.
        from findling.processes.reader.label_messages import AskLabels
        from findling.processes.reader.library_messages import AskFolders
        from findling.processes.reader.topic_messages import AskTopics

        self._folder_asks.ask(AskFolders())
        self._label_asks.ask(AskLabels())
        self._topic_asks.ask(AskTopics())

    def fill(self, menu: QMenu) -> None:
        """Fill a menu with all filters, each kind in a menu of its own."""
        for words, icon, key in (
            (self.tr("Type"), "file", "type"),
            (self.tr("Folder"), "folder", "in"),
            (self.tr("Date"), "calendar", "after"),
            (self.tr("Own date"), "calendar", "date"),
            (self.tr("Language"), "languages", "lang"),
        ):
            below = menu.addMenu(self._theme.icon(icon), words)
            self.fill_for(below, key)
        if self._labels:
            self.fill_for(menu.addMenu(self._theme.icon("tag"), self.tr("Label")), "label")
        if self._topics:
            self.fill_for(menu.addMenu(self._theme.icon("map"), self.tr("Topic")), "topic")
        menu.addAction(self._theme.icon("type"), self.tr("Name contains…"), self._ask_name)
        people = menu.addMenu(self._theme.icon("mail"), self.tr("Mail and authors"))
        for key in ("from", "to", "subject", "author"):
            self.fill_for(people, key)

    def fill_for(self, menu: QMenu, key: str) -> None:
        """Fill a menu with the filters of one kind."""
        match key:
            case "type":
                for family in FAMILIES:
                    if family.offered:
                        self._offer(menu, type_label(family.name), write_filter("type", family.name))
            case "in":
                self._fill_folders(menu)
            case "after" | "before":
                self._fill_dates(menu)
            case "lang":
                for code in OFFERED_LANGUAGES:
                    self._offer(menu, language_label(code), write_filter("lang", code))
            case "label":
                self._fill_labels(menu)
            case "topic":
                self._fill_topics(menu, self._topics)
            case "date":
                self._fill_own_dates(menu)
            case "from" | "to" | "author" | "subject":
                menu.addAction(self._words_for(key), lambda: self._ask_part(key))
            case _:
                menu.addAction(self.tr("Name contains…"), self._ask_name)

    def _words_for(self, key: str) -> str:
        """Return the words that ask for a part of what a document says of itself."""
        match key:
            case "from":
                return self.tr("From…")
            case "to":
                return self.tr("To…")
            case "author":
                return self.tr("Author…")
            case _:
                return self.tr("Subject contains…")

    def _fill_own_dates(self, menu: QMenu) -> None:
        self._offer(menu, self.tr("Today"), "date:today")
        self._offer(menu, self.tr("Last 7 days"), "date:7d")
        self._offer(menu, self.tr("Last 30 days"), "date:30d")
        menu.addSeparator()
        self._offer(menu, self.tr("This year"), "date:this-year")
        year = QDate.currentDate().year()
        for past in range(year - 1, year - 1 - _YEARS, -1):
            self._offer(menu, str(past), f"date:{past}")

    def _fill_labels(self, menu: QMenu) -> None:
        for name in self._labels:
            self._offer(menu, one_line(name).replace("&", "&&"), write_filter("label", name))

    def _fill_topics(self, menu: QMenu, topics: Sequence[Topic]) -> None:
        """Offer topics, each that is made of others with these in a menu of its own."""
        for topic in topics:
            words, written = one_line(topic.name).replace("&", "&&"), write_filter("topic", topic.name)
            if topic.parts:
                below = menu.addMenu(words)
                self._offer(below, self.tr("All of it"), written)
                below.addSeparator()
                self._fill_topics(below, topic.parts)
            else:
                self._offer(menu, words, written)

    def _fill_folders(self, menu: QMenu) -> None:
        for path in self._folders:
            self._offer(menu, folder(path).replace("&", "&&"), write_filter("in", folder(path)))
        if self._folders:
            menu.addSeparator()
        menu.addAction(self._theme.icon("folder-open"), self.tr("Choose a folder…"), self._ask_folder)

    def _fill_dates(self, menu: QMenu) -> None:
        today = QDate.currentDate()
        self._offer(menu, self.tr("Today"), "after:today")
        # Reckoned from the day on which they are asked for, so that a saved search does not grow old.
        self._offer(menu, self.tr("Last 7 days"), "after:7d")
        self._offer(menu, self.tr("Last 30 days"), "after:30d")
        menu.addSeparator()
        self._offer(menu, self.tr("This year"), "after:this-year")
        for year in range(today.year() - 1, today.year() - 1 - _YEARS, -1):
            self._offer(menu, str(year), f"after:{year} before:{year + 1}")
        menu.addSeparator()
        menu.addAction(self._theme.icon("calendar"), self.tr("Between…"), self._ask_span)

    def _offer(self, menu: QMenu, words: str, written: str) -> None:
        menu.addAction(words, lambda: self.chosen.emit(written))

    def _ask_name(self) -> None:
        popup = NamePopup(self._owner, self.tr("Part of the file's name"), self.tr("Show these"))
        popup.given.connect(lambda name: self.chosen.emit(write_filter("name", name)))
        popup.show_below(self._owner)

    def _ask_part(self, key: str) -> None:
        popup = NamePopup(self._owner, self._words_for(key), self.tr("Show these"))
        popup.given.connect(lambda part: self.chosen.emit(write_filter(key, part)))
        popup.show_below(self._owner)

    def _ask_span(self) -> None:
        popup = SpanPopup(self._owner)
        popup.given.connect(self._choose_span)
        popup.show_below(self._owner)

    def _choose_span(self, first: QDate, last: QDate) -> None:
        end = last.addDays(1).toString(Qt.DateFormat.ISODate)
        self.chosen.emit(f"{_since(first)} before:{end}")

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._owner.window(), self.tr("Search in this folder"))
        if chosen:
            self.chosen.emit(write_filter("in", folder(Path(chosen))))

    def _receive_folders(self, reply: Reply) -> None:
        from findling.processes.reader.library_messages import FolderReports

        if isinstance(reply, FolderReports):
            self._folders = tuple(report.path for report in reply.folders)

    def _receive_labels(self, reply: Reply) -> None:
        from findling.processes.reader.label_messages import LabelCounts

        if isinstance(reply, LabelCounts):
            self._labels = tuple(each.label.name for each in reply.labels)

    def _receive_topics(self, reply: Reply) -> None:
        from findling.domain.topics import TopicTree

        if isinstance(reply, TopicTree):
            self._topics = reply.topics


def _since(day: QDate) -> str:
    return f"after:{day.toString(Qt.DateFormat.ISODate)}"
