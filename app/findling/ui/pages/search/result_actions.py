"""Actions on the selected results, by keys, from their menu and from the palette."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from findling.processes.reader.search_messages import SearchShared
from findling.ui.widgets.action_menu import ActionMenu
from findling.ui.widgets.offered_action import OfferedAction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.processes.reader.search_messages import ResultQuestion
    from findling.ui.pages.search.result_export import ResultExport
    from findling.ui.pages.search.result_moves import ResultMoves
    from findling.ui.services.result_selection import Selection
    from findling.ui.services.services import Services
    from findling.ui.widgets.labelling import Labelling
    from findling.ui.widgets.notice_bar import NoticeBar

_ICONS = {
    "open": "external-link",
    "reveal": "folder-open",
    "copy-path": "copy",
    "copy-files": "files",
    "copy-passage": "quote",
    "peek": "eye",
    "similar": "text-search",
    "similar-passage": "quote",
    "history": "history",
    "label": "tag",
    "only-folder": "folder",
    "leave-out": "eye-off",
    "rename": "type",
    "bin": "trash-2",
    "export": "download",
}
_BEGINNING = frozenset({"copy-path", "peek", "only-folder", "rename", "export"})
"""Actions with which a group begins."""
_FOR_ONE = frozenset({"reveal", "peek", "similar", "similar-passage", "history", "rename"})
"""Actions that only a single file can be the subject of."""
_ON_DISK = frozenset({"copy-files", "rename", "bin"})
"""Actions that a file within another cannot be the subject of."""
_HERE = _ON_DISK | {"open", "reveal", "similar", "history", "label"}
"""Actions that a file on another computer cannot be the subject of."""
_WITHOUT_USE = frozenset({"peek", "history", "label", "only-folder", "leave-out", "export"})
"""Actions that say nothing about whether a result was what the user looked for."""
_LONGEST_PASSAGE = 2_000
"""Letters of a passage that are searched for."""


class ResultActions(QObject):
    """Actions on the current result, or on all that are selected.

    What carries out the larger ones is imported and made when it is first asked for: the first paint waits for none.
    """

    used = Signal()
    """The selected result was put to use, and not only looked at."""
    peeked = Signal(object)
    """`Selection`."""
    similar_wanted = Signal(object)
    """A path."""
    passage_wanted = Signal(str)
    """Text of a passage; what is like it is wanted."""
    folder_wanted = Signal(object, bool)
    """A folder, and whether its files are the only ones wanted, or are not wanted."""

    def __init__(
        self,
        owner: QWidget,
        services: Services,
        notice: NoticeBar,
        selected: Callable[[], Sequence[Selection]],
        search: Callable[[], ResultQuestion | None],
    ) -> None:
        """Create actions.

        Args:
            owner: the page whose keys they are.
            services: of the window.
            notice: says what came of what takes a while.
            selected: returns the selected results in their order.
            search: returns what found them.
        """
        super().__init__(owner)
        self._owner = owner
        self._selected = selected
        self._search = search
        self._actions, self._shortcuts, self._theme = services.actions, services.shortcuts, services.theme
        self._services, self._notice = services, notice
        for name in ("reveal", "copy-path", "copy-passage", "similar", "label", "rename"):
            self._shortcuts.bind(name, owner, partial(self.do, name))

    @cached_property
    def _moves(self) -> ResultMoves:
        from findling.ui.pages.search.result_moves import ResultMoves

        return ResultMoves(self._services, self._notice, self._owner)

    @cached_property
    def _labelling(self) -> Labelling:
        from findling.ui.widgets.labelling import Labelling

        return Labelling(self._services, self._notice, self._owner)

    @cached_property
    def _export(self) -> ResultExport:
        from findling.ui.pages.search.result_export import ResultExport

        return ResultExport(self._services.search, self._notice, self._owner)

    def do(self, name: str) -> None:
        """Take an action on what is selected, if anything is and it can be the subject."""
        selected = self._selected()
        if not selected or not _is_possible(name, selected):
            return
        if len(_paths(selected)) > 1:
            self._do_with_all(name, selected)
        else:
            self._do_with_one(name, selected[0])
        if name not in _WITHOUT_USE:
            self.used.emit()

    def offered(self) -> list[OfferedAction]:
        """Return the actions on what is selected; none where nothing is."""
        selected = self._selected()
        if not selected:
            return []
        number = len(_paths(selected))
        return [
            OfferedAction(
                words=self._words(name, number),
                icon=icon,
                do=partial(self.do, name),
                keys=self._shortcuts.keys(name) if self._shortcuts.has(name) else None,
                enabled=_is_possible(name, selected),
                begins=name in _BEGINNING,
            )
            for name, icon in _ICONS.items()
        ]

    def offer(self, at: QPoint) -> None:
        """Show the menu at a global position."""
        if offered := self.offered():
            menu = ActionMenu(self._theme, self._owner)
            menu.offer(offered)
            menu.popup(at)

    def _do_with_one(self, name: str, chosen: Selection) -> None:
        match name:
            case "open":
                self._actions.open(chosen.path)
            case "reveal":
                self._actions.reveal(chosen.path)
            case "copy-path":
                self._actions.copy_path(chosen.path)
            case "copy-passage" if chosen.hit:
                self._actions.copy_passage(chosen.path, chosen.hit)
            case "peek":
                self.peeked.emit(chosen)
            case "similar":
                self.similar_wanted.emit(chosen.path)
            case "similar-passage" if chosen.hit:
                self.passage_wanted.emit(" ".join(chosen.hit.text.split())[:_LONGEST_PASSAGE])
            case "history":
                self._show_history(chosen.path)
            case "rename":
                self._moves.rename(chosen.path)
            case _:
                self._do_with_all(name, (chosen,))

    def _show_history(self, path: Path) -> None:
        from findling.ui.pages.search.version_dialog import VersionDialog

        dialog = VersionDialog(self._services.search, self._theme, path, self._owner)
        dialog.opened.connect(self._actions.open)
        dialog.open()

    def _do_with_all(self, name: str, selected: Sequence[Selection]) -> None:
        paths = _paths(selected)
        match name:
            case "open":
                self._actions.open_all(paths)
            case "copy-path":
                self._actions.copy_paths(paths)
            case "copy-files":
                self._actions.copy_files(paths)
            case "copy-passage":
                self._actions.copy_passages([(each.path, each.hit) for each in selected if each.hit])
            case "only-folder" | "leave-out":
                self.folder_wanted.emit(selected[0].path.parent, name == "only-folder")
            case "label":
                self._labelling.ask(paths)
            case "bin":
                self._moves.discard(paths)
            case "export" if not isinstance(search := self._search(), SearchShared | None):
                self._export.save(search, paths if len(paths) > 1 else ())

    def _words(self, name: str, number: int) -> str:
        """Return the label of an action on so many files."""
        words = {
            "similar-passage": self.tr("Passages like this one"),
            "history": self.tr("Versions, and what changed…"),
            "only-folder": self.tr("Only this folder"),
            "leave-out": self.tr("Leave this folder out"),
            "export": self.tr("Save the results as a list…"),
        }
        if number > 1:
            words |= {
                "open": self.tr("Open %Ln files", "", number),
                "copy-path": self.tr("Copy %Ln paths", "", number),
                "copy-files": self.tr("Copy %Ln files", "", number),
                "copy-passage": self.tr("Copy the passages of %Ln files with their sources", "", number),
                "label": self.tr("Labels of %Ln files…", "", number),
                "bin": self.tr("Move %Ln files to the bin…", "", number),
                "export": self.tr("Save %Ln results as a list…", "", number),
            }
        return words.get(name) or self._shortcuts.words(name)


def _paths(selected: Sequence[Selection]) -> list[Path]:
    """Return the files of a selection, of which several passages may be selected."""
    return list(dict.fromkeys(each.path for each in selected))


def _is_possible(name: str, selected: Sequence[Selection]) -> bool:
    if name in _FOR_ONE and len(_paths(selected)) > 1:
        return False
    if name in ("copy-passage", "similar-passage"):
        return any(each.hit for each in selected)
    if name in _HERE and any(each.result.machine for each in selected):
        return False
    if name == "export" and any(each.result.shared_by for each in selected):
        return False
    return name not in _ON_DISK or not any(each.result.outermost for each in selected)
