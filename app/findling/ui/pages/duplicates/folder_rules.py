"""Rules on whole folders that are made from a file's menu."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from findling.ui.services.preferences import Preferences


class FolderRule(Enum):
    """Treatment of a file's folder, chosen from the file's menu."""

    PREFERRED = auto()
    PROTECTED = auto()
    NOT_COMPARED = auto()


def rule_folder(preferences: Preferences, rule: FolderRule, folder: Path) -> None:
    """Make a rule hold for a folder from now on."""
    settings = preferences.settings
    match rule:
        case FolderRule.PREFERRED:
            preferences.change(preferred=_add(settings.preferred, folder))
        case FolderRule.PROTECTED:
            preferences.change(protected=_add(settings.protected, folder))
        case FolderRule.NOT_COMPARED:
            preferences.change(not_compared=_add(settings.not_compared, folder))


def _add(folders: tuple[str, ...], folder: Path) -> tuple[str, ...]:
    return folders if str(folder) in folders else (*folders, str(folder))
