"""Reader of contacts, vCard 2.1 to 4.0 (RFC 2426, 6350): heading by name, then properties."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind
from findling.extraction.document import TextBuilder
from findling.extraction.readers.content_lines import ContentLine, join_values, parse_lines
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from findling.domain.files import Extraction
    from findling.extraction.source import Source

SILENT = frozenset(
    {"BEGIN", "END", "VERSION", "PRODID", "UID", "REV", "KEY", "PHOTO", "LOGO", "SOUND", "CLIENTPIDMAP", "CLASS", "XML"}
    | {
        "SORT-STRING",
        "MAILER",
        "TZ",
        "GEO",
        "SOURCE",
        "PROFILE",
        "KIND",
        "X-ABUID",
        "X-ABADR",
        "X-ABSHOWAS",
        "X-ABLABEL",
    }
    | {
        "MEMBER",
        "X-ADDRESSBOOKSERVER-MEMBER",
        "X-IMAGETYPE",
        "X-IMAGEHASH",
        "X-CLASS",
        "X-ABCROP-RECTANGLE",
        "X-RADICALE-NAME",
        "X-EVOLUTION-FILE-AS",
    }
)
"""Properties that are no text of a contact."""

_LABELS = MappingProxyType(
    {"N": "Name", "NICKNAME": "Nickname", "ORG": "Organisation", "TITLE": "Title", "ROLE": "Role", "TEL": "Telephone"}
    | {"EMAIL": "E-mail", "ADR": "Address", "LABEL": "Address", "BDAY": "Birthday", "ANNIVERSARY": "Anniversary"}
    | {"NOTE": "Note", "URL": "Web", "CATEGORIES": "Categories", "RELATED": "Related", "IMPP": "Messenger"}
    | {"LANG": "Language", "GENDER": "Gender", "AGENT": "Agent"}
)
# Words by which a property is marked that say nothing of use: how it is sent or written (RFC 2426, 3.2 and 3.3; vCard
# 2.1). All others are of the standard, or a user's own.
_MUTE_TYPES = frozenset(
    {"pref", "voice", "internet", "x400", "msg", "text", "video", "textphone", "modem", "isdn", "bbs", "pcs", "intl"}
    | {"postal", "parcel", "dom", "aol", "applelink", "attmail", "cis", "eworld", "mcimail", "powershare", "prodigy"}
    | {"tlx", "ibmmail", "uri"}
)
_LISTS = frozenset({"NICKNAME", "CATEGORIES"})
_SCHEMES = re.compile(r"(?:tel|mailto|xmpp|sip|sips|im|skype):", re.IGNORECASE)
_COMPACT_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?")
_WORD = re.compile(r"\w+")
_NAME_ORDER = (3, 1, 2, 0, 4)
"""Prefix, given, additional, family names, suffix: as a name is said (RFC 6350, 6.2.2 counts the family name first)."""
_FORM_OF_OLD_LABEL = re.compile(r"_\$!<(.*)>!\$_")


def read(source: Source) -> Extraction:
    """Read a .vcf file; each contact is a part."""
    builder = TextBuilder()
    title = add_cards(builder, source.data)
    return builder.finish(FileKind.VCF, title)


def add_cards(builder: TextBuilder, data: bytes) -> str:
    """Add the contacts in a file; return the name of the only one, or ""."""
    names = []
    cards: list[list[ContentLine]] = []
    for line in parse_lines(data):
        if line.name == "BEGIN":
            cards.append([])
        elif line.name == "END" and cards:
            names.append(_add_card(builder, cards.pop()))
        elif cards:
            cards[-1].append(line)
    while cards:  # cut off
        names.append(_add_card(builder, cards.pop()))
    return names[0] if len(names) == 1 else ""


def _add_card(builder: TextBuilder, lines: Sequence[ContentLine]) -> str:
    labels = {line.group: _name_of(line.text) for line in lines if line.name == "X-ABLABEL" and line.group}
    heading = _find_heading(lines)
    builder.add(heading, BlockKind.HEADING, level=2, breaks=True)
    said = set(_WORD.findall(heading.casefold()))
    fields = []
    for line in lines:
        shown = _show(line)
        is_name = line.name in ("FN", "N", "X-EVOLUTION-FILE-AS")
        if line.name in SILENT or line.is_binary or not shown or (is_name and said.issuperset(_words(shown))):
            continue
        if is_name:
            said.update(_words(shown))
        fields.append(f"{_label(line, labels)}: {shown}")
    builder.add("\n".join(fields))
    return heading


def _words(text: str) -> Iterable[str]:
    return _WORD.findall(text.casefold())


def _find_heading(lines: Sequence[ContentLine]) -> str:
    """Return the formatted name; else the structured one, the organisation's, or an address."""
    for name in ("FN", "N", "ORG", "NICKNAME", "EMAIL", "TEL"):
        for line in lines:
            if line.name == name and (shown := " ".join(_show(line).split())):
                return shown
    return ""


def _name_of(label: str) -> str:
    """Return a label of one's own; Apple marks those that it translates."""
    found = _FORM_OF_OLD_LABEL.fullmatch(label.strip())
    return found[1] if found else label


def _name_of_type(word: str) -> str:
    """Return a word that marks a property; those of the standard are in small letters."""
    own = word[2:] if word[:2].lower() == "x-" else word
    return own.lower() if own.isupper() else own


def _label(line: ContentLine, labels: dict[str, str]) -> str:
    name = _LABELS.get(line.name) or line.name.removeprefix("X-").replace("-", " ").capitalize()
    named = (each.strip() for each in line.parameters.get("TYPE", "").split(","))
    types = [_name_of_type(each) for each in named if each.lower() not in _MUTE_TYPES and any(map(str.isalpha, each))]
    if line.group in labels:
        types.append(labels[line.group])
    return f"{name} ({', '.join(types)})" if types else name


def _show(line: ContentLine) -> str:
    match line.name:
        case "N":
            parts = line.components
            ordered = [parts[index] for index in _NAME_ORDER if index < len(parts)]
            return " ".join(filter(None, (*ordered, *parts[len(_NAME_ORDER) :])))
        case "ADR":
            return _show_address(line)
        case "BDAY" | "ANNIVERSARY" | "DEATHDATE":
            return _COMPACT_DATE.sub(r"\1-\2-\3", line.text)
        case name if name in _LISTS:
            return join_values(line.value)
        case "NOTE" | "LABEL" | "FN" | "TITLE" | "ROLE" | "AGENT":
            return line.text.strip()
    if line.value.lower().startswith("urn:"):
        return ""
    shown = ", ".join(filter(None, line.components)) if _has_components(line) else line.text
    return _SCHEMES.sub("", shown.strip())


def _has_components(line: ContentLine) -> bool:
    return line.name in ("ORG", "GENDER") or (line.name.startswith("X-") and ";" in line.value)


def _show_address(line: ContentLine) -> str:
    """Return an address in one line, with the code before the place (RFC 6350, 6.3.1).

    So it is on envelopes.
    """
    box, extended, street, place, region, code, country = [*line.components, *[""] * 7][:7]
    parts = (box, extended, street, " ".join(filter(None, (code, place))), region, country)
    shown = ", ".join(filter(None, (" ".join(part.split()) for part in parts)))
    label = line.parameters.get("LABEL", "").replace("\\n", "\n")
    return label if label and set(_words(label)) > set(_words(shown)) else shown
