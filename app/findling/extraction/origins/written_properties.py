"""Properties that somebody wrote of a document, such as keywords; how they end its text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.files import Block, BlockKind
from findling.extraction.document import clean
from findling.extraction.limits import PROPERTY_LENGTH, PROPERTY_LIMIT
from findling.extraction.package import sensible_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.domain.files import Extraction
    from findling.domain.origin import Origin

_NAME_LENGTH = 100
_WORD = re.compile(r"\w+")
# ISO/IEC 29500-1, 22.9.2.19: characters that XML does not allow, or does not keep.
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Of servers and programs: labels of sensitivity, kinds of contents, numbers, versions, paths and states.
_MADE_NAME = re.compile(
    r"(?:_|MSIP_|ContentType|MediaService|Info ?\d+\Z|KSO|ICV\Z|Mendeley|ZOTERO|Grammarly|Workshare"
    r"|.*(?:I[Dd]|G[Uu][Ii][Dd]|U[Uu][Ii][Dd])\Z|.*(?i:version|build|hash|path|ur[il]|template|locale)\Z|\S+\.\w)"
)
# What programs write there by themselves.
_MADE = re.compile(
    r"(?:(?:this (?:document|file) was )?(?:generated|created|produced|made|written|exported|converted|saved|prepared)"
    r" (?:by|with|using|from|in)\b.*|(?:https?|file):\S*|[\W\d_]*|\S{40,}|<%.*%>|none|null|n/?a|unknown|unspecified"
    r"|default|keywords?|subject|comments?|description)",
    re.IGNORECASE | re.DOTALL,
)


def is_own_name(name: str) -> bool:
    """Return whether a custom property is somebody's own, and not a program's."""
    return bool(name.strip()) and not _MADE_NAME.match(name)


def keep_written(*named: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return those of names and values that somebody wrote, each value once."""
    kept: dict[str, tuple[str, str]] = {}
    for name, value in named:
        words = clean(_CODED.sub(lambda found: chr(int(found[1], 16)), value[:PROPERTY_LENGTH]))
        # A PDF says the same twice, with other signs between its keywords.
        said = " ".join(_WORD.findall(words.casefold()))
        if said and said not in kept and sensible_title(words) and not _MADE.fullmatch(words):
            kept[said] = " ".join(clean(name[:_NAME_LENGTH]).split()), words
    return tuple(kept.values())[:PROPERTY_LIMIT]


def find_written(origins: Iterable[Origin]) -> tuple[tuple[str, str], ...]:
    """Return what was written of a document as a whole."""
    first = next(iter(origins), None)
    return first.written if first is not None else ()


def find_news(extraction: Extraction, origins: Iterable[Origin]) -> tuple[tuple[str, str], ...]:
    """Return what was written of a document as a whole that neither its title nor its text says."""
    told = " ".join(f"{extraction.title} {extraction.text}".split()).casefold()
    written = find_written(origins)
    return tuple((name, words) for name, words in written if " ".join(words.split()).casefold() not in told)


def add_written(extraction: Extraction, written: Iterable[tuple[str, str]]) -> Extraction:
    """Add properties to the end of a text, each a block of its own, parted from what is before."""
    text, blocks = extraction.text, list(extraction.blocks)
    for _, words in written:
        gap = "\n\n" if text else ""
        start = len(text) + len(gap)
        text = f"{text}{gap}{words}"
        is_first = not blocks or blocks[-1].kind is not BlockKind.PROPERTY
        blocks.append(Block(start, len(text), BlockKind.PROPERTY, breaks=is_first))
    return replace(extraction, text=text, blocks=tuple(blocks))


def without_written(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return what else a file says of itself."""
    return tuple(filter(None, (replace(origin, written=()) for origin in origins)))
