"""Rules that choose the file of a group to keep, asked in order until one decides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.duplicates import DuplicatePreferences, KeepRule
from findling.format_table import format_of
from findling.messages.library_templates import ClearingMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.messages.notice import Notice
    from findling.settings import Settings
    from findling.storage.duplicate_table import Copy

    # Of two files the one with the smaller value stays.
    _Value = Callable[[Copy, DuplicatePreferences], tuple[float, ...] | float]

_COPY = re.compile(
    r"(?:^|[\s_(\-])(?:copy|copie|copia|kopie)(?:\s+(?:of|de|von)\b|\s*\(?\d*\)?$)"
    r"|\(\d{1,2}\)$|~$|\.bak$|[-_ ](?:backup|conflict)",
    re.IGNORECASE,
)
_REASONS = {
    KeepRule.PREFERRED_FOLDER: ClearingMessage.PREFERRED_FOLDER,
    KeepRule.NOT_A_COPY: ClearingMessage.NOT_A_COPY,
    KeepRule.NEWEST: ClearingMessage.NEWEST,
    KeepRule.OLDEST: ClearingMessage.OLDEST,
    KeepRule.BEST_FORMAT: ClearingMessage.BEST_FORMAT,
    KeepRule.LARGEST: ClearingMessage.LARGEST,
    KeepRule.SHORTEST_PATH: ClearingMessage.SHORTEST_PATH,
}


def read_preferences(settings: Settings) -> DuplicatePreferences:
    """Read the user's preferences for duplicates; unknown rules are skipped."""
    known = {rule.value: rule for rule in KeepRule}
    rules = tuple(known[name] for name in settings.keep_rules if name in known)
    folders = (tuple(map(Path, each)) for each in (settings.preferred, settings.protected, settings.not_compared))
    return DuplicatePreferences(rules or DuplicatePreferences().rules, *folders)


def choose_keeper(files: Sequence[Copy], preferences: DuplicatePreferences) -> tuple[Copy, Notice]:
    """Return the file to keep, and the reason.

    Args:
        files: one at least.
        preferences: the rules in order, and the folders that they speak of. Before all rules, a file that is whole
            stays before one that is damaged or was read in part, and then one that is protected; where no rule decides,
            the first path in the alphabet stays. One on the disk stays before any inside another, whatever the rules.
    """
    if len(files) == 1:
        return files[0], ClearingMessage.ONLY_ONE()
    on_disk = [file for file in files if not file.is_embedded]
    if len(on_disk) == 1:
        return on_disk[0], ClearingMessage.OTHERS_EMBEDDED()
    files = on_disk or files
    least = min(file.wholeness.shortfall for file in files)
    left = [file for file in files if file.wholeness.shortfall == least]
    if len(left) == 1:
        return left[0], ClearingMessage.WHOLE()
    protected = [file for file in left if is_below(file.path, preferences.protected)]
    if len(protected) == 1:
        return protected[0], ClearingMessage.PROTECTED_FOLDER()
    left = protected or left
    for rule in preferences.rules:
        best = min(_VALUES[rule](file, preferences) for file in left)
        kept = [file for file in left if _VALUES[rule](file, preferences) == best]
        if len(kept) == 1:
            return kept[0], _REASONS[rule]()
        left = kept
    return min(left, key=lambda file: file.path), ClearingMessage.NO_RULE()


def is_below(path: Path, folders: Sequence[Path]) -> bool:
    """Tell whether a path lies in one of these folders, or is one of them."""
    return any(path == folder or folder in path.parents for folder in folders)


def is_copy_name(path: Path) -> bool:
    """Tell whether a name is one of a copy: "Copy of x", "x (2)", "x - Kopie"."""
    return _COPY.search(path.stem) is not None or _COPY.search(path.name) is not None


def _rank_folder(file: Copy, preferences: DuplicatePreferences) -> float:
    ranks = (rank for rank, folder in enumerate(preferences.preferred) if is_below(file.path, (folder,)))
    return next(ranks, len(preferences.preferred))


_VALUES: dict[KeepRule, _Value] = {
    KeepRule.PREFERRED_FOLDER: _rank_folder,
    KeepRule.NOT_A_COPY: lambda file, _: is_copy_name(file.path),
    KeepRule.NEWEST: lambda file, _: -file.modified_ns,
    KeepRule.OLDEST: lambda file, _: file.modified_ns,
    KeepRule.BEST_FORMAT: lambda file, _: format_of(file.kind).keeper_rank,
    KeepRule.LARGEST: lambda file, _: -file.size,
    KeepRule.SHORTEST_PATH: lambda file, _: (len(file.path.parts), len(str(file.path))),
}
