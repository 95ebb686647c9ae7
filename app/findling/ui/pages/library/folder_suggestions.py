"""Ready-made rules, for those who do not write patterns."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Patterns with a name that people understand."""

    words: str
    patterns: tuple[str, ...]


def suggestions() -> tuple[Suggestion, ...]:
    """What people often leave out."""
    return (
        Suggestion(translate("Suggestions", "Videos"), ("*.mp4", "*.mkv", "*.avi", "*.mov", "*.webm")),
        Suggestion(translate("Suggestions", "Music"), ("*.mp3", "*.flac", "*.ogg", "*.m4a", "*.wav")),
        Suggestion(
            translate("Suggestions", "Pictures"), ("*.jpg", "*.jpeg", "*.png", "*.gif", "*.tif", "*.tiff", "*.heic")
        ),
        Suggestion(translate("Suggestions", "Archives"), ("*.zip", "*.7z", "*.rar", "*.tar", "*.tar.*", "*.tgz")),
        Suggestion(translate("Suggestions", "Programs"), ("*.exe", "*.msi", "*.dmg", "*.deb", "*.rpm", "*.iso")),
        Suggestion(translate("Suggestions", "Folders named Backup"), ("[Bb]ackup/", "[Bb]ackups/")),
        Suggestion(translate("Suggestions", "Folders named Old"), ("[Oo]ld/",)),
    )
