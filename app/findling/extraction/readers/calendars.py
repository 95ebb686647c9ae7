"""Reader of iCalendar (RFC 5545, 7986) and vCalendar 1.0: a heading and lines by entry."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind
from findling.extraction.document import TextBuilder
from findling.extraction.readers.content_lines import ContentLine, join_values, parse_lines
from findling.extraction.readers.mail_layout import MailPosition, add_pieces, merge_forms, split_markup, split_plain
from findling.formats import FileKind

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.source import Source

_LABELS = MappingProxyType(
    {"DTSTART": "Start", "DTEND": "End", "DUE": "Due", "COMPLETED": "Completed", "LOCATION": "Place"}
    | {"ORGANIZER": "Organiser", "ATTENDEE": "Attendee", "CONTACT": "Contact", "CATEGORIES": "Categories", "URL": "Web"}
    | {"COMMENT": "Comment", "RESOURCES": "Resources", "ATTACH": "Attachment", "CONFERENCE": "Conference"}
    | {"X-WR-CALDESC": "Description", "X-LOCATION": "Place", "X-ALARM": "Reminder"}
)
_ALARM = "X-ALARM"
_TEXT = "DESCRIPTION"
_STYLED_TEXTS = frozenset({"X-ALT-DESC", "STYLED-DESCRIPTION"})
_DATES = frozenset({"DTSTART", "DTEND", "DUE", "COMPLETED"})
_LISTS = frozenset({"CATEGORIES", "RESOURCES"})
_PEOPLE = frozenset({"ORGANIZER", "ATTENDEE", "CONTACT"})
_NAMES = ("SUMMARY", "X-WR-CALNAME", "NAME")
# Rules of time zones hold no text.
_SILENT_COMPONENTS = frozenset({"VTIMEZONE", "STANDARD", "DAYLIGHT"})
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d*(Z)?)?")
_SCHEME = re.compile(r"(?:mailto|tel):", re.IGNORECASE)


def read(source: Source) -> Extraction:
    """Read an .ics or .vcs file; each event, task or note is a part."""
    builder = TextBuilder()
    title = add_calendar(builder, source.data)
    return builder.finish(FileKind.ICS, title)


def add_calendar(builder: TextBuilder, data: bytes) -> str:
    """Add the entries of a calendar; return its name, or that of its only entry."""
    open_components: list[tuple[str, list[ContentLine]]] = []
    names: list[str] = []
    title = ""
    for line in parse_lines(data):
        if line.name == "BEGIN":
            if open_components and open_components[-1][0] == "VCALENDAR":
                title = _add_entry(builder, open_components[-1][1], level=1) or title
                open_components[-1][1].clear()
            open_components.append((line.text.strip().upper(), []))
        elif line.name == "END" and open_components:
            kind, lines = open_components.pop()
            if kind == "VALARM" and open_components:
                open_components[-1][1].extend(replace(each, name=_ALARM) for each in lines if each.name == _TEXT)
            elif kind not in _SILENT_COMPONENTS:
                names.append(_add_entry(builder, lines))
        elif open_components:
            open_components[-1][1].append(line)
    for _, lines in open_components:  # cut off
        names.append(_add_entry(builder, lines))
    entries = [name for name in names if name]
    return title or (entries[0] if len(entries) == 1 else "")


def _add_entry(builder: TextBuilder, lines: list[ContentLine], *, level: int = 2) -> str:
    """Add one entry: its name, its lines, and its texts, each once."""
    heading = next((" ".join(line.text.split()) for name in _NAMES for line in lines if line.name == name), "")
    shown = ((line.name, _show(line)) for line in lines if line.name in _LABELS)
    fields = [f"{_LABELS[name]}: {text}" for name, text in shown if text and not (name == _ALARM and text == heading)]
    plain = [piece for line in lines if line.name == _TEXT for piece in split_plain(line.text)]
    styled = [piece for line in lines if line.name in _STYLED_TEXTS for piece in split_markup(line.text)]
    pieces = merge_forms([plain, styled])
    if heading or fields or pieces:
        builder.add(heading, BlockKind.HEADING, level=level, breaks=True)
        builder.add("\n".join(fields), BlockKind.META)
        add_pieces(builder, pieces, MailPosition(level))
    return heading


def _show(line: ContentLine) -> str:
    if line.is_binary:
        return line.parameters.get("FILENAME", "") or line.parameters.get("X-FILENAME", "")
    if line.name in _DATES:
        return _MOMENT.sub(_show_moment, line.text)
    if line.name in _LISTS:
        return join_values(line.value)
    shown = _SCHEME.sub("", line.text.strip())
    name = line.parameters.get("CN", "")
    if line.name in _PEOPLE and name and name != shown:
        return f"{name} <{shown}>" if shown else name
    return shown


def _show_moment(found: re.Match[str]) -> str:
    day = f"{found[1]}-{found[2]}-{found[3]}"
    return f"{day} {found[4]}:{found[5]}{' UTC' if found[6] else ''}" if found[4] else day
