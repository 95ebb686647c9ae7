"""People as documents name them: each by a name, an address, or both, in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.extraction import limits
from findling.extraction.document import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LONGEST = 200
"""Characters of one person."""

_SUBJECT_LENGTH = 500
_HEADER = 65_536
_LONGEST_WRITTEN = 2_000
_SPACES = re.compile(r"\s+")
# Between people in the properties of documents, where commas stand within names as well: "Lee, Ann".
_BETWEEN = re.compile(r"[;\n\r\0]")
# What computers and programs write where nobody has said who writes: names of accounts, and of libraries.
_NOBODY = re.compile(
    r"(?:local ?)?admin(?:istrator|istrateur|istrador)?"
    r"|(?:default |windows |office |microsoft (?:office )?)?user(?: ?name)?"
    r"|owner|guest|root|benutzer|anwender|besitzer|gast|utilisateur|propriétaire|usuario|utente|gebruiker|użytkownik"
    r"|пользователь|администратор|המשתמש|משתמש|un(?:known|named|specified|bekannt)(?: author| creator)?|anonym(?:ous)?"
    r"|none|null|n/?a|python-(?:docx|pptx)|openpyxl|xlsxwriter|apache poi|phpword|phpexcel|phpspreadsheet",
    re.IGNORECASE,
)
# Quoted names, addresses and comments, in which no comma parts people (RFC 5322, 3.2.4, 3.4, 3.2.2).
_WHOLE = re.compile(r'"(?:[^"\\]|\\.)*"|<[^<>]*>|\([^()]*\)', re.DOTALL)
# A group is its members: "Friends: ann@example.org, bob@example.org;".
_GROUP = re.compile(r"[^@:]*:(?!//)")
_COMMENTED = re.compile(r"(?P<address>\S+@\S+)\s*\((?P<name>[^()]*)\)", re.DOTALL)
_BRACKETED = re.compile(r"(?P<name>.*?)\s*<\s*(?P<address>[^<>]*?)\s*>.*", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def name_people(texts: Iterable[str]) -> tuple[str, ...]:
    """Return each person once, in order; nobody is named by signs alone."""
    found: dict[str, None] = {}
    for text in texts:
        written = _SPACES.sub(" ", clean(text)).strip(" ,;")[:_LONGEST]
        if any(map(str.isalnum, written)):
            found[written] = None
        if len(found) == limits.PEOPLE:
            break
    return tuple(found)


def shorten(subject: str) -> str:
    """Return the subject of a mail in one line of at most 500 characters."""
    return _SPACES.sub(" ", clean(subject))[:_SUBJECT_LENGTH].strip()


def split_authors(text: str) -> tuple[str, ...]:
    """Return the people that one property of a document names, without accounts and programs."""
    return tuple(name for name in name_people(_BETWEEN.split(text[:_HEADER])) if not _NOBODY.fullmatch(name))


def split_addresses(header: str, decode: Callable[[str], str], signs: str = ",;") -> tuple[str, ...]:
    """Return the people in a header of a mail.

    Args:
        header: undecoded, since what is encoded may hold the signs between people.
        decode: decodes its encoded words.
        signs: what stands between people.
    """
    return name_people(_write(part, decode) for part in _join_names(_split(header[:_HEADER], signs)))


def _split(header: str, signs: str) -> Iterator[str]:
    """Yield what stands between the signs that part people."""
    part: list[str] = []
    at = 0
    while at < len(header):
        if whole := _WHOLE.match(header, at) if header[at] in '"<(' else None:
            part.append(whole.group())
            at = whole.end()
            continue
        if header[at] in signs:
            yield "".join(part)
            part.clear()
        else:
            part.append(header[at])
        at += 1
    yield "".join(part)


def _join_names(parts: Iterable[str]) -> Iterator[str]:
    """Join what a comma within an unquoted name has parted, as in: Lee, Ann <ann@example.org>."""
    held = ""
    for part in parts:
        if '"' not in part.partition(":")[0] and (group := _GROUP.match(part)):
            part = part[group.end() :]
        if held and "<" in part and '"' not in part and not part.lstrip().startswith("<"):
            part, held = f"{held.strip()}, {part.strip()}", ""
        if held:
            yield held
        held = "" if "@" in part or not part.strip() else part
        if not held:
            yield part
    yield held


def _write(part: str, decode: Callable[[str], str]) -> str:
    """Return a person as it is shown; a name that repeats the address is left out."""
    part = part.strip()[:_LONGEST_WRITTEN]
    found = _BRACKETED.fullmatch(part) or _COMMENTED.fullmatch(part)
    if found is None:
        return _unquote(decode(part))
    name, address = _unquote(decode(found["name"])), _SPACES.sub("", decode(found["address"]))
    if not name or name.casefold() == address.casefold():
        return address
    return f"{name} <{address}>" if address else name


def _unquote(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = _ESCAPED.sub(r"\1", text[1:-1])
    return text.strip()
