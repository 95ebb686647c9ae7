"""Header of the Library page: counts, activity, and the buttons that control it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QVBoxLayout, QWidget

from findling.ui.i18n import formatting
from findling.ui.ipc.writer_activity import Activity
from findling.ui.pages.library.activity_label import describe_activity
from findling.ui.services.pause import Rest
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, ElidedLabel, Label
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.remedies import RemedyButtons, find_offers

if TYPE_CHECKING:
    from findling.domain.library import Status
    from findling.ui.ipc.writer_link import WriterLink
    from findling.ui.services.pause import Pause

_DRAW_MS = 200
_STEPS = 1_000


class LibraryHeader(QWidget):
    """Counts, activity, and Add, Pause and Update; drawn five times a second at most."""

    add_wanted = Signal()

    def __init__(self, writer: WriterLink, pause: Pause, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writer, self._pause = writer, pause
        self._counts = Label(self.tr("Counting…"), "heading")
        self._doing = Label(role="soft", wraps=False)
        self._file = ElidedLabel(role="soft")
        self._activity = QHBoxLayout()
        self.remedies = RemedyButtons()
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setProperty("role", "thin")
        self._bar.setAccessibleName(self.tr("How much is read"))
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._add = Button(self.tr("Add folder…"), "primary")
        self._add.clicked.connect(self.add_wanted)
        self.setFocusProxy(self._add)
        self._rest = Button("")
        self._rest.clicked.connect(self._go_on)
        self._menu = self._make_menu()
        self._update = Button(self.tr("Update now"))
        self._update.clicked.connect(lambda: writer.index())
        self._lay_out()
        self._next = QTimer(self, singleShot=True, interval=_DRAW_MS)
        self._next.timeout.connect(self._draw)
        writer.progressed.connect(self._draw_soon)
        writer.state_changed.connect(self._draw)
        pause.changed.connect(self._draw)
        self._draw()

    def show_status(self, status: Status) -> None:
        """Show the counts."""
        searchable = self.tr("%Ln searchable by their text", "", status.indexed)
        if status.unembedded:
            searchable = formatting.found_by(status.indexed, status.indexed - status.unembedded)
        parts = [self.tr("%Ln file(s)", "", status.files), searchable]
        # Those that wait are found by their names as well, but not for long.
        if unsearchable := status.skipped + status.failed:
            parts.append(self.tr("%Ln by name only", "", unsearchable))
        if status.pending:
            parts.append(self.tr("%Ln waiting", "", status.pending))
        if status.offline:
            parts.append(self.tr("%Ln offline", "", status.offline))
        self._counts.setText(self.tr(", ").join(parts))

    def show_unknown(self) -> None:
        """Show that nothing can be counted."""
        self._counts.setText(self.tr("The library cannot be read"))

    @property
    def counts(self) -> str:
        """Text of the counts."""
        return self._counts.text()

    @property
    def activity(self) -> str:
        """Text of the writer's activity."""
        return self._doing.text()

    def _lay_out(self) -> None:
        activity = self._activity
        activity.setSpacing(Spacing.S)
        activity.addWidget(self._doing)
        activity.addWidget(self._file, 1)
        activity.addStretch()
        buttons = FlowLayout()
        buttons.setSpacing(Spacing.S)
        for button in (self._add, self._rest, self._update):
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Spacing.XS)
        rows.addWidget(self._counts)
        rows.addLayout(activity)
        rows.addWidget(self.remedies)
        rows.addWidget(self._bar)
        rows.addSpacing(Spacing.S)
        rows.addLayout(buttons)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for rest, words in (
            (Rest.HOUR, self.tr("For an hour")),
            (Rest.MAINS, self.tr("Until there is mains power")),
            (Rest.RESUMED, self.tr("Until I resume")),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, rest=rest: self._pause.rest_for(rest))
        return menu

    def _go_on(self) -> None:
        if self._pause.rest is not Rest.NOT:
            self._pause.go_on()

    def _draw_soon(self) -> None:
        if self.isVisible() and not self._next.isActive():
            self._next.start()

    def _draw(self) -> None:
        doing = describe_activity(self._writer.state, self._writer.progress, self._pause.rest, self._pause.until)
        self._doing.setText(doing.words)
        self._doing.show_role("bad" if doing.wrong else "soft")
        # Beside a file's name it stays on its line; alone it may need more of them.
        self._doing.setWordWrap(not doing.path)
        self._file.setVisible(bool(doing.path))
        self._activity.setStretchFactor(self._doing, 0 if doing.path else 1)
        self._file.show_name(formatting.folder(Path(doing.path)) if doing.path else "")
        self._bar.setVisible(doing.share is not None)
        self._bar.setValue(round((doing.share or 0.0) * _STEPS))
        notice = self._writer.state.notice
        self.remedies.show_offers(find_offers(notice) if notice else ())
        self._draw_buttons()

    def _draw_buttons(self) -> None:
        rests = self._pause.rest is not Rest.NOT
        waits = self._pause.rest is Rest.BATTERY
        self._rest.setText(self.tr("Go on now") if waits else self.tr("Resume") if rests else self.tr("Pause"))
        self._rest.setMenu(None if rests else self._menu)  # type: ignore[arg-type]
        able = not rests and self._writer.state.activity in (Activity.WORKING, Activity.FOLLOWING, Activity.FAILED)
        self._update.setEnabled(able)
        self._update.setToolTip(self.tr("Looks at all folders again") if able else self.tr("Not while indexing rests"))
