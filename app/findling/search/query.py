"""Parser of the query language: words, phrases, exclusions and filters."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from findling.formats import FileKind, kinds_of_type
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.search.calendar_spans import find_day, find_span
from findling.storage.file_filter import Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from findling.messages.notice import Notice

_KEYS = "type|in|name|label|topic|lang|after|before|date|from|to|subject|author"
_TOKEN = re.compile(
    rf"""
    (?P<minus>(?<!\S)-(?=[\w"]))?
    (?: (?<![^\s-])(?P<key>{_KEYS}):(?P<value>"[^"]+"|[^\s"]\S*)
      | "(?P<phrase>[^"]*)"
      | (?P<word>[^\s"]+|")
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A filter of which nothing but its key is typed.
_BARE_FILTER = re.compile(rf"-?(?:{_KEYS}):", re.IGNORECASE)
# Keyboards and text fields put typographic quotation marks in the place of the plain one.
_QUOTES = str.maketrans(dict.fromkeys("“”„‟", '"'))
# What no file name can stand for; U+DC80 to U+DCFF are the undecodable bytes of a path and may follow `in:`.
_LONE_SURROGATES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
# Operators and wildcards of other programs; a question mark is one only within a word, and not in an address.
_OPERATOR = re.compile(r"\(*(AND|OR|NOT|NEAR(?:/\d+)?|&&|\|\|?)\)*")
_NEGATION = "NOT"
_EXCLUDABLE = "in"
_WILDCARD = re.compile(r"(?!.*[/=])(?:.*[^\W\d_]\*|.*\*[^\W\d_]|.*\w\?[^\W\d_])")
_LANGUAGE = re.compile(r"[a-z]{2}|und")


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A parsed query.

    Attributes:
        text: what is embedded: words and phrases in the order typed, without quotation marks, filters and exclusions.
        words: scored, none of them required.
        phrases: required, word for word.
        excluded: words and phrases that no result may hold.
        filter: which files are asked about.
        notes: what was not understood, and what was made of it, for the user to read.
        beginning: the last of the words, where nothing follows it, so that it may be unfinished; else "".
    """

    text: str
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    filter: Filter = field(default_factory=Filter)
    notes: tuple[Notice, ...] = ()
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class FilterToken:
    """A filter as it stands in a query.

    Attributes:
        start, end: `text[start:end]` is the filter as typed, with its minus sign if it has one.
        key: what comes before the colon, in lower case.
        value: what comes after it, without quotation marks.
        excludes: it has a minus sign, and leaves out what it says.
        wrong: why it is searched as words and filters nothing; None where it filters.
    """

    start: int
    end: int
    key: str
    value: str
    wrong: SearchMessage | None = None
    excludes: bool = False


def parse_plain(text: str) -> ParsedQuery:
    """Parse a text as words alone, whatever quotation marks or colons it holds."""
    return ParsedQuery(text, tuple(word for word in text.replace('"', " ").split() if any(map(str.isalnum, word))))


def parse_query(
    text: str, *, now: datetime, home: Path, cwd: Path | None = None, is_typing: bool = False
) -> ParsedQuery:
    """Parse a query; any text gives a valid one.

    Filters of one name are alternatives (`type:pdf,docx`, `in:`, `topic:`, `lang:`, `date:`, `from:`, `author:`), but
    `-in:` leaves each folder out, `name:`, `label:`, `to:` and `subject:` narrow with each, and of several `after:` or
    `before:` the narrowest holds. `after:2024-01` begins with that month, `before:2024-06` ends where June begins, and
    `after:7d` with the first of the seven days that end today; `date:2024-01` is that month, and `date:2023..2024-06`
    goes from one to the other.

    Args:
        text: as typed.
        now: what `today` is reckoned from; its time zone is that of all dates, and that of the system if it has none.
        home: what `~` stands for.
        cwd: what relative paths after `in:` start from; `home` if not given.
        is_typing: the caret stands at the end, so that a filter that is not understood there is but unfinished.
    """
    draft = _Draft(_with_zone_rules(now), home, cwd or home)
    tokens = [*_split(text)]
    for token in tokens[:-1]:
        draft.take(token)
    for token in tokens[-1:]:
        draft.take_last(token, is_typing=is_typing and token.end() == len(token.string))
    draft.note_operators(text)
    return draft.finish()


def find_filters(text: str, *, now: datetime, home: Path, cwd: Path | None = None) -> tuple[FilterToken, ...]:
    """Return the filters of a query with their positions, declined ones included."""
    draft = _Draft(_with_zone_rules(now), home, cwd or home)
    return tuple(
        FilterToken(
            start=token.start(),
            end=token.end(),
            key=token["key"].lower(),
            value=_unquoted(token["value"]),
            wrong=draft.read_filter(token),
            excludes=bool(token["minus"]),
        )
        for token in _split(text)
        if token["key"]
    )


def _split(text: str) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(_LONE_SURROGATES.sub("\ufffd", text).translate(_QUOTES))


def _words_of(token: re.Match[str]) -> list[str]:
    return (token["word"] or token["phrase"] or "").split()


def _unquoted(value: str) -> str:
    return value.strip('"')


class _NoFilterError(ValueError):
    """The value of a filter is invalid.

    Attributes:
        why: what it is not.
    """

    def __init__(self, why: SearchMessage) -> None:
        super().__init__(why)
        self.why = why


@dataclass(slots=True)
class _Draft:
    now: datetime
    home: Path
    cwd: Path
    text: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    notes: list[Notice] = field(default_factory=list)
    kinds: list[FileKind] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    left_out: list[Path] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    after_ns: int | None = None
    before_ns: int | None = None
    dates: list[tuple[int | None, int | None]] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    beginning: str = ""

    def take(self, token: re.Match[str]) -> None:
        if token["key"]:
            self._take_filter(token)
        elif token["phrase"] is not None:
            self._take_phrase(_plain(token["phrase"]), excluded=bool(token["minus"]))
        elif token["minus"]:
            self.excluded += _searchable([_plain(token["word"])])
        else:
            self._take_words(token["word"])

    def take_last(self, token: re.Match[str], *, is_typing: bool) -> None:
        """Take the last token, behind which the caret may stand."""
        if is_typing and (_BARE_FILTER.fullmatch(token[0]) or (token["key"] and self.read_filter(token))):
            return
        self.take(token)
        is_last_word = token["word"] and not token["minus"] and token.end() == len(token.string)
        if is_last_word and self.words and self.words[-1] == self.text[-1]:
            self.beginning = self.words[-1]

    def finish(self) -> ParsedQuery:
        wanted = Filter(
            kinds=tuple(dict.fromkeys(self.kinds)),
            languages=tuple(dict.fromkeys(self.languages)),
            folders=tuple(dict.fromkeys(self.folders)),
            left_out=tuple(dict.fromkeys(self.left_out)),
            names=tuple(dict.fromkeys(self.names)),
            labels=tuple(dict.fromkeys(self.labels)),
            topics=tuple(dict.fromkeys(self.topics)),
            after_ns=self.after_ns,
            before_ns=self.before_ns,
            dates=tuple(dict.fromkeys(self.dates)),
            senders=tuple(dict.fromkeys(self.senders)),
            recipients=tuple(dict.fromkeys(self.recipients)),
            subjects=tuple(dict.fromkeys(self.subjects)),
            authors=tuple(dict.fromkeys(self.authors)),
        )
        return ParsedQuery(
            " ".join(self.text),
            tuple(self.words),
            tuple(self.phrases),
            tuple(self.excluded),
            wanted,
            tuple(self.notes),
            self.beginning,
        )

    def note_operators(self, text: str) -> None:
        """Note what other programs take for operators; no word is one where all are in capitals."""
        typed = [(word, not token["word"]) for token in _split(text) for word in _words_of(token)]
        for word, is_quoted in dict.fromkeys(typed):
            if not is_quoted and text != text.upper() and (found := _OPERATOR.fullmatch(word)):
                note = SearchMessage.OPERATOR_AS_WORD(operator=found[1])
                self.notes.append(note.advising(Remedy.EXCLUDE_BY_MINUS()) if found[1] == _NEGATION else note)
            elif _WILDCARD.match(word):
                self.notes.append(SearchMessage.NO_WILDCARDS(word=_plain(word)))

    def _take_words(self, typed: str) -> None:
        words = _plain(typed).replace('"', " ").split()
        self.text += words
        self.words += _searchable(words)

    def _take_phrase(self, phrase: str, *, excluded: bool) -> None:
        phrase = " ".join(phrase.split())
        searchable = _searchable([phrase])
        if excluded:
            self.excluded += searchable
        else:
            self.phrases += searchable
            self.text += searchable

    def _take_filter(self, token: re.Match[str]) -> None:
        if why := self.read_filter(token):
            self.notes.append(SearchMessage.SEARCHED_AS_WORDS(filter=_plain(token[0]), why=why()))
            self._take_words(token[0].removeprefix("-"))

    def read_filter(self, token: re.Match[str]) -> SearchMessage | None:
        """Apply a filter; return why it is invalid, or None."""
        if token["minus"] and token["key"].lower() != _EXCLUDABLE:
            return SearchMessage.NOT_EXCLUDED
        if token["minus"]:
            self.left_out.append(self._find_folder(_unquoted(token["value"])))
            return None
        try:
            _READERS[token["key"].lower()](self, _unquoted(token["value"]))
        except _NoFilterError as error:
            return error.why
        return None

    def read_types(self, value: str) -> None:
        self.kinds += [kind for name in value.lower().split(",") for kind in _kinds_of(name.strip().lstrip("."))]

    def read_folder(self, value: str) -> None:
        self.folders.append(self._find_folder(value))

    def _find_folder(self, value: str) -> Path:
        at_home = value == "~" or value.startswith(("~/", f"~{os.sep}"))
        path = self.home / value[2:] if at_home else self.cwd / value
        # Lexically: a filter is about the paths that the library knows, whatever is on the disk by now.
        return Path(os.path.normpath(path))

    def read_name(self, value: str) -> None:
        self.names.append(_plain(value))

    def read_label(self, value: str) -> None:
        self.labels.append(_plain(value))

    def read_topic(self, value: str) -> None:
        self.topics.append(_plain(value))

    def read_languages(self, value: str) -> None:
        codes = value.lower().split(",")
        if not all(_LANGUAGE.fullmatch(code) for code in codes):
            raise _NoFilterError(SearchMessage.NO_LANGUAGE)
        self.languages += codes

    def read_after(self, value: str) -> None:
        start = self._read_day(value)
        self.after_ns = start if self.after_ns is None else max(self.after_ns, start)

    def read_before(self, value: str) -> None:
        end = self._read_day(value)
        self.before_ns = end if self.before_ns is None else min(self.before_ns, end)

    def _read_day(self, value: str) -> int:
        day = find_day(value, self.now)
        if day is None:
            raise _NoFilterError(SearchMessage.NO_DATE)
        return day

    def read_date(self, value: str) -> None:
        span = find_span(value, self.now)
        if span is None:
            raise _NoFilterError(SearchMessage.NO_DATE)
        self.dates.append(span)

    def read_sender(self, value: str) -> None:
        self.senders.append(_plain(value))

    def read_recipient(self, value: str) -> None:
        self.recipients.append(_plain(value))

    def read_subject(self, value: str) -> None:
        self.subjects.append(_plain(value))

    def read_author(self, value: str) -> None:
        self.authors.append(_plain(value))


def _with_zone_rules(now: datetime) -> datetime:
    """Return `now` in a time zone with daylight saving rules.

    `astimezone()` gives the offset of the moment alone, an hour off for half of the year's dates; a naive time goes by
    the system's rules.
    """
    naive = now.replace(tzinfo=None)
    is_local = isinstance(now.tzinfo, timezone) and naive.astimezone().utcoffset() == now.utcoffset()
    return naive if is_local else now


def _kinds_of(name: str) -> tuple[FileKind, ...]:
    if kinds := kinds_of_type(name):
        return kinds
    raise _NoFilterError(SearchMessage.NO_TYPE)


def _plain(text: str) -> str:
    """Replace the stand-ins for undecodable bytes, which only a path may hold."""
    return text.encode("utf-8", "replace").decode()


def _searchable(texts: list[str]) -> list[str]:
    """Return the texts that hold a letter or a digit; others match no word."""
    return [text for text in texts if any(character.isalnum() for character in text)]


_READERS: Mapping[str, Callable[[_Draft, str], None]] = {
    "type": _Draft.read_types,
    "in": _Draft.read_folder,
    "name": _Draft.read_name,
    "label": _Draft.read_label,
    "topic": _Draft.read_topic,
    "lang": _Draft.read_languages,
    "after": _Draft.read_after,
    "before": _Draft.read_before,
    "date": _Draft.read_date,
    "from": _Draft.read_sender,
    "to": _Draft.read_recipient,
    "subject": _Draft.read_subject,
    "author": _Draft.read_author,
}
