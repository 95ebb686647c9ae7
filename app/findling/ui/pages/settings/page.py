"""Settings page: sections with a list of their names; changes take effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from findling.domain.library import Status
from findling.footprint.login_item import login_item
from findling.paths import LibraryPaths
from findling.processes.reader.library_messages import AskStatus
from findling.ui.ipc.model_job_client import ModelJobClient
from findling.ui.pages.settings.computing_sections import HardwareSection, ModelsSection
from findling.ui.pages.settings.data_sections import PrivacySection, StorageSection
from findling.ui.pages.settings.desktop_sections import AppearanceSection, BehaviourSection
from findling.ui.pages.settings.encryption_section import EncryptionSection
from findling.ui.pages.settings.folders_section import FoldersSection
from findling.ui.pages.settings.forget_section import ForgetSection
from findling.ui.pages.settings.keys_section import KeysSection
from findling.ui.pages.settings.recognition_section import RecognitionSection
from findling.ui.pages.settings.server_section import ServerSection
from findling.ui.pages.settings.sharing_section import SharingSection
from findling.ui.pages.settings.team_section import TeamSection
from findling.ui.pages.settings.topics_section import TopicsSection
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.deferred_call import call_soon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from findling.processes.reader.messages import Reply
    from findling.ui.pages.settings.data_sections import ClearableHistory
    from findling.ui.pages.settings.section import Section
    from findling.ui.services.services import Services

_MEASURE = 680
_NAMES_WIDTH = 172
_NAME_HEIGHT = 30
_NAMES_FROM = 720
_SEEN_WITHIN = 96


class SettingsPage(QWidget):
    """Page of all settings."""

    folders_wanted = Signal()
    about_wanted = Signal()
    reveal_wanted = Signal(object)
    """A `Path` is to be shown in its folder."""
    restart_wanted = Signal()
    """The window is to be restarted."""
    conversion_wanted = Signal(object)
    """A `ConversionWish` is to be carried out."""
    wipe_wanted = Signal(bool)
    """Wish to forget everything, with the settings or without."""

    def __init__(
        self,
        services: Services,
        memory: ClearableHistory,
        parent: QWidget | None = None,
        *,
        work: ModelJobClient | None = None,
    ) -> None:
        """Build the page.

        Args:
            services: objects that the window shares.
            memory: remembers searches.
            parent: the widget that owns it.
            work: tries servers; by default in processes of its own.
        """
        super().__init__(parent)
        link, theme, paths = services.search, services.theme, services.paths
        preferences, shortcuts = services.preferences, services.shortcuts
        self._link = link
        # Before what stands in it: whatever gets another parent has the style of all that is in it worked out again.
        self._scroll, column = self._make_scroll()
        self._hardware = HardwareSection(preferences, column)
        self._models = ModelsSection(preferences, link, column)
        self._folders = FoldersSection(preferences, link, paths.config, column)
        self._server = ServerSection(preferences, work or ModelJobClient(paths, parent=self), column)
        self._sharing = SharingSection(preferences, link, paths, theme, column)
        self._team = TeamSection(link, column)
        self._storage = StorageSection(paths, theme, column)
        is_usual = paths == LibraryPaths.of_platform()
        appearance = AppearanceSection(preferences, column)
        appearance.restart_wanted.connect(self.restart_wanted)
        self._encryption = EncryptionSection(paths, column)
        self._encryption.conversion_wanted.connect(self.conversion_wanted)
        privacy = PrivacySection(preferences, memory, column)
        self._team.shares_anything.connect(privacy.note_team)
        forget = ForgetSection(column)
        forget.wipe_wanted.connect(self.wipe_wanted)
        self._sections: Sequence[Section] = (
            appearance,
            self._folders,
            RecognitionSection(preferences, column),
            TopicsSection(preferences, column),
            self._hardware,
            self._models,
            self._server,
            self._sharing,
            self._team,
            BehaviourSection(preferences, theme, login_item(None if is_usual else paths.data), column),
            privacy,
            self._encryption,
            KeysSection(shortcuts, theme, column),
            self._storage,
            forget,
        )
        self._failure = QLabel(column, wordWrap=True)
        self._failure.setProperty("role", "bad")
        self._failure.hide()
        self._has_failed = False
        self._is_jumping = False
        self._wanted: Section | None = None
        self._names = self._make_names()
        self._fill_column(column)
        fill(QHBoxLayout(self), self._names, (self._scroll, 1))
        self._scroll.verticalScrollBar().valueChanged.connect(self._select_visible_section)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_wanted_in_view)
        self._folders.folders_wanted.connect(self.folders_wanted)
        self._storage.about_wanted.connect(self.about_wanted)
        self._storage.reveal_wanted.connect(self.reveal_wanted)
        preferences.failed.connect(self._show_failure)
        preferences.changed.connect(self._hide_failure)

    def refresh(self) -> None:
        """Request the shown state of the library."""
        self._link.ask(AskStatus(), self._receive)
        self._folders.refresh()
        self._models.refresh()
        self._sharing.refresh()
        self._team.refresh()

    def show_server(self) -> None:
        """Show the section of the embedding server."""
        self._show_section(self._server)

    def show_encryption(self) -> None:
        """Show the section of the library's encryption."""
        self._show_section(self._encryption)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the current state."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the names of the sections if there is room."""
        super().resizeEvent(event)
        has_room = event.size().width() >= _NAMES_FROM
        self._names.setVisible(has_room)
        self.setFocusProxy(self._names if has_room else self._sections[0])

    def _make_names(self) -> QListWidget:
        names = QListWidget(self)
        names.setAccessibleName(self.tr("Sections"))
        names.setFixedWidth(_NAMES_WIDTH)
        set_role(names, "sidebar")
        names.setViewportMargins(Spacing.S, Spacing.L, 0, Spacing.L)
        for section in self._sections:
            item = QListWidgetItem(section.heading, names)
            item.setSizeHint(QSize(0, _NAME_HEIGHT))
        names.setCurrentRow(0)
        names.currentRowChanged.connect(self._go_to)
        # Tab from here goes through all of the page; Enter goes into the section.
        names.itemActivated.connect(lambda: self._enter(self._sections[names.currentRow()]))
        return names

    def _make_scroll(self) -> tuple[QScrollArea, QWidget]:
        """Return the scroll area, and the column in it that is to be filled."""
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        column = QWidget(self._page)
        column.setMaximumWidth(_MEASURE)
        fill(QHBoxLayout(self._page), (column, 1), 0)
        scroll.setWidget(self._page)
        return scroll, column

    def _fill_column(self, column: QWidget) -> None:
        rows = fill(QVBoxLayout(column), margins=(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.XXL), spacing=Spacing.XL)
        heading = QLabel(self.tr("Settings"), column)
        heading.setProperty("role", "heading")
        rows.addWidget(heading)
        rows.addWidget(self._failure)
        for at, section in enumerate(self._sections):
            if at:
                rows.addWidget(_hairline())
            rows.addWidget(section)
        rows.addStretch(1)

    def _go_to(self, at: int) -> None:
        self._wanted = self._sections[at]
        self._is_jumping = True
        self._scroll.verticalScrollBar().setValue(self._top(self._sections[at]) - Spacing.XL if at else 0)
        self._is_jumping = False

    def _keep_wanted_in_view(self) -> None:
        """Follow the section that was asked for while the page is laid out, until the user scrolls."""
        if self._wanted is not None:
            self._go_to(self._sections.index(self._wanted))

    def _show_section(self, section: Section) -> None:
        # Where it stands is known once the page is laid out.
        call_soon(self, lambda: self._go_to_section(section))

    def _go_to_section(self, section: Section) -> None:
        self._names.setCurrentRow(self._sections.index(section))
        if section.focusProxy() is not None:
            section.setFocus()
        else:
            self._enter(section)

    def _enter(self, section: Section) -> None:
        """Put the focus on the first control of a section."""
        control = section.nextInFocusChain()
        while control is not None and section.isAncestorOf(control):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible() and control.isEnabled():
                control.setFocus(Qt.FocusReason.TabFocusReason)
                return
            control = control.nextInFocusChain()

    def _select_visible_section(self, top: int) -> None:
        """Select the name of the section at the top, unless the user jumped there."""
        if self._is_jumping:
            return
        self._wanted = None
        seen = [at for at, each in enumerate(self._sections) if self._top(each) <= top + _SEEN_WITHIN]
        if top == self._scroll.verticalScrollBar().maximum() > 0:
            # The last ones may be too short to come up to the top.
            seen = [len(self._sections) - 1]
        self._names.blockSignals(True)
        self._names.setCurrentRow(seen[-1] if seen else 0)
        self._names.blockSignals(False)

    def _top(self, section: Section) -> int:
        """Return the top of a section on the page, in pixels."""
        return section.mapTo(self._page, section.rect().topLeft()).y()

    def _receive(self, reply: Reply, _final: bool) -> None:
        if isinstance(reply, Status):
            self._hardware.show_status(reply)
            self._storage.show_status(reply)

    def _show_failure(self, words: str) -> None:
        self._failure.setText(self.tr("{trouble} Changes hold until Findling ends.").format(trouble=words))
        self._failure.show()
        self._has_failed = True

    def _hide_failure(self) -> None:
        # A failure to write is signalled before the change itself.
        self._failure.setVisible(self._has_failed)
        self._has_failed = False


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line
