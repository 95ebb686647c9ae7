"""Keyboard shortcuts: labels, default keys and the user's changes."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from findling.ui.services.preferences import Preferences


@dataclass(frozen=True, slots=True)
class AppAction:
    """Action that has a keyboard shortcut.

    Attributes:
        name: as the settings file has it.
        keys: the usual ones, as Qt writes them.
        fixed: part of how lists and fields work everywhere: shown, but not to be changed.
    """

    name: str
    keys: str
    fixed: bool = False


APP_ACTIONS = (
    AppAction("search", "Ctrl+K"),
    AppAction("open", "Return", fixed=True),
    AppAction("reveal", "Ctrl+Return"),
    AppAction("copy-path", "Ctrl+Shift+C"),
    AppAction("copy-files", "Ctrl+C", fixed=True),
    AppAction("label", "Ctrl+T"),
    AppAction("undo-label", "Ctrl+Z"),
    AppAction("rename", "F2"),
    AppAction("bin", "Del", fixed=True),
    AppAction("copy-passage", "Ctrl+Shift+Q"),
    AppAction("peek", "Space", fixed=True),
    AppAction("up", "Up", fixed=True),
    AppAction("down", "Down", fixed=True),
    AppAction("clear", "Esc", fixed=True),
    AppAction("next-match", "F3"),
    AppAction("previous-match", "Shift+F3"),
    AppAction("find-in-preview", "Ctrl+F"),
    AppAction("similar", "Ctrl+L"),
    AppAction("save-search", "Ctrl+D"),
    AppAction("actions", "Ctrl+Shift+P"),
    AppAction("pause", "Ctrl+P"),
    AppAction("place-1", "Ctrl+1"),
    AppAction("place-2", "Ctrl+2"),
    AppAction("place-3", "Ctrl+3"),
    AppAction("place-4", "Ctrl+4"),
    AppAction("place-5", "Ctrl+5"),
    AppAction("place-6", "Ctrl+6"),
    AppAction("place-7", "Ctrl+7"),
    AppAction("toggle-preview", "F9"),
    AppAction("keys", "F1"),
    AppAction("quit", "Ctrl+Q"),
)


class Shortcuts(QObject):
    """Keyboard shortcuts in use: the defaults, or those of the settings."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._bound: dict[str, list[tuple[QWidget, Callable[[], None]]]] = {}
        preferences.changed.connect(self._follow)

    def keys(self, name: str) -> QKeySequence:
        """Return the keys of an action; none if the user removed them."""
        chosen = self._preferences.settings.shortcuts.get(name)
        return QKeySequence(_action(name).keys if chosen is None else chosen)

    def has(self, name: str) -> bool:
        """Return whether an action of this name has keys, or may have some."""
        return any(action.name == name for action in APP_ACTIONS)

    def words(self, name: str) -> str:
        """Return the label of an action."""
        return {
            "search": self.tr("Go to the search box"),
            "open": self.tr("Open the file"),
            "reveal": self.tr("Show the file in its folder"),
            "copy-path": self.tr("Copy the file's path"),
            "copy-files": self.tr("Copy the file itself"),
            "label": self.tr("Labels…"),
            "undo-label": self.tr("In Labels: undo what was done last"),
            "rename": self.tr("Rename the file…"),
            "bin": self.tr("Move the file to the bin…"),
            "copy-passage": self.tr("Copy the passage with its source"),
            "peek": self.tr("Peek at the file"),
            "up": self.tr("Previous result, from the search box too"),
            "down": self.tr("Next result, from the search box too"),
            "clear": self.tr("Clear the search, then hide the window"),
            "next-match": self.tr("Next match in the preview"),
            "previous-match": self.tr("Previous match in the preview"),
            "find-in-preview": self.tr("Find in the preview"),
            "similar": self.tr("Documents like this one"),
            "save-search": self.tr("Save this search"),
            "actions": self.tr("All actions"),
            "pause": self.tr("Pause indexing, or go on"),
            "place-1": self.tr("Go to Search"),
            "place-2": self.tr("Go to Duplicates"),
            "place-3": self.tr("Go to Topics"),
            "place-4": self.tr("Go to Labels"),
            "place-5": self.tr("Go to Library"),
            "place-6": self.tr("Go to Models"),
            "place-7": self.tr("Go to Settings"),
            "toggle-preview": self.tr("Show or hide the preview"),
            "keys": self.tr("Show all keys"),
            "quit": self.tr("Quit Findling"),
        }[name]

    def hint(self, name: str) -> str:
        """Return the label of an action with its keys, for a tooltip."""
        keys = self.keys(name).toString(QKeySequence.SequenceFormat.NativeText)
        return f"{self.words(name)} ({keys})" if keys else self.words(name)

    def bind(self, name: str, owner: QWidget, do: Callable[[], None]) -> QShortcut:
        """Bind an action's keys to a function while the owner's window is active."""
        shortcut = QShortcut(self.keys(name), owner)
        shortcut.activated.connect(do)
        self.changed.connect(lambda: shortcut.setKey(self.keys(name)))
        self._bound.setdefault(name, []).append((owner, do))
        return shortcut

    def can_run(self, name: str) -> bool:
        """Return whether an action is bound by something that shows."""
        return any(owner.isVisible() for owner, _ in self._bound.get(name, ()))

    def run(self, name: str) -> None:
        """Take an action as if its keys were pressed."""
        for owner, do in self._bound.get(name, ()):
            if owner.isVisible():
                do()
                return

    def find_conflict(self, keys: QKeySequence, but: str) -> str:
        """Return the name of another action with these keys, or ""."""
        return next(
            (action.name for action in APP_ACTIONS if action.name != but and self.keys(action.name) == keys), ""
        )

    def change(self, name: str, keys: QKeySequence | None) -> None:
        """Change the keys of an action; None restores the default."""
        chosen = dict(self._preferences.settings.shortcuts)
        chosen.pop(name, None)
        if keys is not None and keys != QKeySequence(_action(name).keys):
            chosen[name] = keys.toString(QKeySequence.SequenceFormat.PortableText)
        self._preferences.change(shortcuts=MappingProxyType(chosen))

    def _follow(self, names: frozenset[str]) -> None:
        if "shortcuts" in names:
            self.changed.emit()


def _action(name: str) -> AppAction:
    return next(action for action in APP_ACTIONS if action.name == name)
