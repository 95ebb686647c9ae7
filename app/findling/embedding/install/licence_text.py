"""Recognition of licences by their text.

Kept by hand: libraries that do this bring the texts of hundreds of licences, and not those under which models come. As
in the guidelines of SPDX for matching, letters of either case, punctuation, line breaks, letters of lists and copyright
lines count for nothing (https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from findling.paths import resources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_WORD = re.compile(r"\d|[a-z0-9]{2,}")
_COPYRIGHT = re.compile(
    r"(?im)^\W*(?:copyright\s*(?:\(c\)|©|\d{4}|[\[<{(])|(?:\(c\)|©)\s*\d{4}).{0,120}$|^\W*all rights reserved\W*$"
)
"""Lines only: a text may stand on a single one."""
_NOTICE = re.compile(r"(?im)^\W*spdx-license-identifier:.*$")
_ASIDE = re.compile(
    r"the text of the creative commons public licenses is dedicated to the public domain under the cc0 public domain"
    r" dedication|wiki creativecommons org(?: 2)? considerations for licens(?:or|ee)s"
)
"""Passages of some copies of a text that say nothing of the licence."""
_TITLED = (
    (re.compile(r"^(?:meta )?llama (\d(?: \d)?) community license agreement\b"), "Llama-{}"),
    (re.compile(r"^gemma terms of use\b"), "Gemma"),
)
"""Licences of a maker's own, which begin with their names; their texts are not here."""
_BODIES = (
    ("by exercising the licensed rights", "creative commons is not party to its public licenses"),
    ("", "end of terms and conditions"),
)
"""First and last words of what a licence says, in texts with a preface or advice that may be left out."""
_LEAST_SHARE = 0.9
"""Share of a text's words that a licence must have, to be compared word by word."""
_SLACK_WORDS, _SLACK_SHARE = 8, 0.01
"""Words that may differ, as for a name, an address, or a slip; of long texts one in a hundred."""
_WEIGHTY = frozenset({
    "academic", "allowed", "cannot", "commercial", "educational", "evaluation", "except", "fee", "fees", "forbidden",
    "internal", "limited", "may", "military", "must", "no", "non", "noncommercial", "nor", "not", "only", "permission",
    "permitted", "personal", "private", "prohibited", "purchase", "require", "requires", "research", "restricted",
    "restriction", "restrictions", "royalty", "sell", "shall", "should", "solely", "unless", "will", "without",
})  # fmt: skip
"""Words that change what a licence permits: none may be added to it or be missing from it."""


def recognise_licence(text: str) -> str:
    """Return the SPDX identifier of a licence's text; "" where it is none known to Findling.

    A text is that of a licence if it has the licence's words in their order. A few may differ, but none that permits,
    forbids or limits something.
    """
    words = _split(text)
    joined = " ".join(words)
    for pattern, name in _TITLED:
        if titled := pattern.search(joined):
            return name.format(*(group.replace(" ", ".") for group in titled.groups()))
    known = ((path.stem, _split(path.read_text("utf-8"))) for path in sorted(_folder().glob("*.txt")))
    return next((name for name, licence in known if _is_alike(words, licence) and _is_same(words, licence)), "")


def _folder() -> Path:
    return resources() / "models" / "licence_texts"


def _split(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text)
    words = " ".join(_WORD.findall(_NOTICE.sub("", _COPYRIGHT.sub("", text)).lower()))
    return _ASIDE.sub("", words).split()


def _is_alike(words: Sequence[str], licence: Sequence[str]) -> bool:
    """Return whether most words of each are in the other's body, in whatever order."""
    start, stop = _find_body(licence)
    body, counted = Counter(licence[start:stop]), Counter(words)
    shared, all_shared = (sum((counted & other).values()) for other in (body, Counter(licence)))
    return shared >= _LEAST_SHARE * (stop - start) and all_shared >= _LEAST_SHARE * len(words)


def _is_same(words: Sequence[str], licence: Sequence[str]) -> bool:
    from rapidfuzz.distance import Indel

    start, stop = _find_body(licence)
    added: list[str] = []
    missing: list[str] = []
    for step in Indel.opcodes(licence, words):
        if step.tag == "insert":
            added += words[step.dest_start : step.dest_end]
        elif step.tag == "delete":
            missing += licence[max(step.src_start, start) : min(step.src_end, stop)]
    slack = max(_SLACK_WORDS, round(_SLACK_SHARE * len(licence)))
    return max(len(added), len(missing)) <= slack and _WEIGHTY.isdisjoint(added) and _WEIGHTY.isdisjoint(missing)


def _find_body(licence: Sequence[str]) -> tuple[int, int]:
    joined = f" {' '.join(licence)} "
    for begin, end in _BODIES:
        if f" {begin}".rstrip() in joined and f" {end} " in joined:
            before = joined.index(f" {begin} ") if begin else 0
            return joined[:before].count(" "), joined[: joined.index(f" {end} ")].count(" ")
    return 0, len(licence)
