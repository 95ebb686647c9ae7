"""Finds which edition of a document a name or a text says it is: its number, or its day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Edition = tuple[float, ...]
"""Numbers by which editions of one kind are in order, the oldest first."""

_LATEST = float("inf")

_MARK = r"v|ver|version|rev|revision|draft|entwurf"
_FINAL = r"final|endfassung"
_NAMED = re.compile(
    rf"(?<![^\W\d_])(?:(?P<mark>{_MARK})|(?P<final>{_FINAL}))(?![^\W\d_])[\W_]*(?:(?P<number>\d{{1,3}}(?:\.\d+)*)(?!\d))?",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sign>[-._ ]?)(?P<month>[01]\d)(?P=sign)(?P<day>[0-3]\d)(?!\d)"
)

# What stands before the day or the number of an edition in a text; what comes between is of a few signs.
_LABELLED = re.compile(
    r"\b(?P<label>(?:last|zuletzt|dernière)\s+\w+|version|revision|rev|edition|ausgabe|updated|revised|stand|fassung"
    r"|as\s+of|mise\s+à\s+jour|actualizado|versión|révision)\b(?:\s+(?:no|nr|on|vom|am|le|date|datum))?[.:\s]{1,3}"
    r"(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)|(?P<point>\d{1,2}\.\s?\d{1,2}\.(?:19|20)\d\d)(?!\d)"
    r"|(?P<written>\d{1,2}\.?\s+[^\W\d_]{3,10}\.?\s+(?:19|20)\d\d|[^\W\d_]{3,10}\.?\s+\d{1,2},?\s+(?:19|20)\d\d)(?!\d)"
    r"|v?(?P<number>\d+(?:\.\d+)*)(?![\w.]?\d))",
    re.IGNORECASE,
)
_MONTHS = {
    name: place % 12 + 1
    for place, name in enumerate(
        re.findall(
            r"\w+",
            """january february march april may june july august september october november december
            jan feb mar apr may jun jul aug sep oct nov dec
            januar februar märz april mai juni juli august september oktober november dezember
            janvier février mars avril mai juin juillet août septembre octobre novembre décembre
            enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre""",
        )
    )
}
_HEAD = 4_000
"""Signs of a text in which it is looked for, at its begin and at its end."""


def find_named_edition(path: Path) -> Edition | None:
    """Return the edition that a name states, such as "draft 3" or "v2 final"; None for none.

    A draft without a number is the first, what is final without one the last.
    """
    numbers: list[float] = []
    finals: list[float] = []
    found = list(_NAMED.finditer(path.stem))
    for match in found:
        (finals if match["final"] else numbers).extend(_list_numbers(match["number"]))
    if not found:
        return None
    is_final = any(match["final"] for match in found)
    return (*(numbers or ([_LATEST] if is_final else [])), *([_LATEST, *finals] if is_final else []))


def find_named_day(path: Path) -> Edition | None:
    """Return the day that a name says, the year first; None where it says none, or several."""
    days = {
        day
        for found in _NAMED_DAY.finditer(path.stem)
        if (day := _to_day(int(found["year"]), int(found["month"]), int(found["day"])))
    }
    return days.pop() if len(days) == 1 else None


def find_stated_editions(text: str) -> dict[str, Edition]:
    """Return what a text says of its own edition, by the label before it and what kind it is.

    Of several with one label, the first of them counts: what comes later is the history of changes.
    """
    part = text if len(text) <= 2 * _HEAD else f"{text[:_HEAD]}\n{text[-_HEAD:]}"
    stated: dict[str, Edition] = {}
    for label, edition in _find_labelled(part):
        stated.setdefault(label, edition)
    return stated


def _find_labelled(text: str) -> Iterator[tuple[str, Edition]]:
    for found in _LABELLED.finditer(text):
        label = " ".join(found["label"].casefold().split())
        if found["number"]:
            yield f"{label} number", tuple(_list_numbers(found["number"]))
        elif day := _read_day(found):
            yield f"{label} day", day


def _read_day(found: re.Match[str]) -> Edition | None:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
    elif found["point"]:
        day, month, year = map(int, found["point"].split("."))
    else:
        words = re.findall(r"\w+", found["written"])
        (name,) = (word for word in words if not word.isdigit())
        day, year = (int(word) for word in words if word.isdigit())
        month = _MONTHS.get(name.casefold(), 0)
    return _to_day(year, month, day)


def _to_day(year: int, month: int, day: int) -> Edition | None:
    try:
        return tuple(date(year, month, day).timetuple()[:3])
    except ValueError:
        return None


def _list_numbers(text: str | None) -> list[float]:
    return [float(number) for number in text.split(".")] if text else []
