"""Numbers written in groups and typed in one piece, or the reverse, such as telephones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST_DIGITS = 7
_LONGEST = 34
"""Characters of the longest number that is known to be written so, the IBAN (ISO 13616)."""

_GROUP = r"[0-9A-Z]{1,12}"
_BETWEEN = r"(?:[ \u00a0\u202f]?\([ ]?|[ ]?\)[ \u00a0\u202f/-]?|[ \u00a0\u202f./-])"
_RUN = re.compile(rf"(?<![\w.,])\(?{_GROUP}(?:{_BETWEEN}{_GROUP}){{1,40}}(?![\w]|[.,]\d)")
_LABELS = re.compile(r"(?P<before>(?:[A-Z]+ )*)(?P<run>.*?)(?: [A-Z]+)*", re.DOTALL)
_TRUNK = re.compile(r"\(0\)")
_NO_SIGN = re.compile(r"[^0-9A-Z]")
_FEWEST_GROUPS = 3


def join_groups(text: str) -> Iterator[str]:
    """Yield each number in groups that a text holds in one piece, in lower case.

    A telephone's trunk zero in brackets, which is dialled only within a country, may be there or not: such a number is
    yielded with and without it. Longer rows of numbers are tables or lists, and are no number.
    """
    for _, joined in find_number_groups(text):
        yield from joined


def find_number_groups(text: str) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Yield where each number in groups stands, in code points, with its forms in one piece."""
    for found in _RUN.finditer(text):
        parted = _LABELS.fullmatch(found.group())
        assert parted is not None
        run, start = parted["run"], found.start() + parted.start("run")
        if _is_number(run):
            forms = dict.fromkeys(_NO_SIGN.sub("", form).lower() for form in (run, _TRUNK.sub("", run)))
            yield (start, start + len(run)), tuple(forms)


def _is_number(run: str) -> bool:
    groups = re.findall(_GROUP, run) or [""]
    joined = "".join(groups)
    digits = sum(map(str.isdigit, joined))
    return (
        (len(groups) >= _FEWEST_GROUPS or groups[0].startswith("0"))
        and len(joined) <= _LONGEST
        and digits >= _FEWEST_DIGITS
        and 3 * digits >= 2 * len(joined)
    )
