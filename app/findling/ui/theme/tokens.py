"""Design tokens: light and dark colours, spacing, type sizes and dimensions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for, as "#rrggbb".

    Attributes:
        canvas: the window.
        surface: lists, previews, fields.
        raised: what the pointer is over, chips, popups.
        line: hairlines.
        outline: around buttons and tooltips.
        edge: around what can be filled in or ticked; 3:1 on any ground.
        thumb: scroll bars at rest.
        ink: text.
        soft: second lines, metadata, icons.
        faint: what cannot be used now.
        accent: focus, selection, links, the main button.
        accent_strong: the main button under the pointer.
        on_accent: text and marks on `accent`.
        accent_wash: a selected row.
        mark: behind the answering sentence and what was found.
        good, warn, bad: relevance, health, danger.
        bad_wash: behind something wrong.
    """

    canvas: str
    surface: str
    raised: str
    line: str
    outline: str
    edge: str
    thumb: str
    ink: str
    soft: str
    faint: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_wash: str
    mark: str
    good: str
    warn: str
    bad: str
    bad_wash: str


LIGHT = Tokens(
    canvas="#FBFAF8",
    surface="#FFFFFF",
    raised="#F3F1ED",
    line="#E4E0D9",
    outline="#CFCAC1",
    edge="#868A92",
    thumb="#C3C0BA",
    ink="#1D1F23",
    soft="#5E6470",
    faint="#A5A7AC",
    accent="#1F5BC4",
    accent_strong="#194CA6",
    on_accent="#FFFFFF",
    accent_wash="#E6EEFC",
    mark="#FFE9A8",
    good="#26703F",
    warn="#8A5200",
    bad="#B3372E",
    bad_wash="#FBEAE8",
)
"""Paper and ink by day."""

DARK = Tokens(
    canvas="#1B1C1F",
    surface="#232428",
    raised="#2C2E33",
    line="#383A40",
    outline="#4B4E55",
    edge="#7D828C",
    thumb="#55585F",
    ink="#ECEAE6",
    soft="#A4A8B1",
    faint="#666A73",
    accent="#78A6FF",
    accent_strong="#93B8FF",
    on_accent="#14161B",
    accent_wash="#27344D",
    mark="#5B4A12",
    good="#6CC796",
    warn="#E5B567",
    bad="#F08A80",
    bad_wash="#40292A",
)
"""The same by night."""


class Spacing(IntEnum):
    """Distances, in pixels at 100 %."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class TextSize(IntEnum):
    """Sizes of type, in pixels at 100 %."""

    META = 11
    BODY = 13
    TITLE = 15
    SEARCH = 20
    EMPTY = 26


ROW_CORNER = 6
"""Radius of rows, chips, buttons and fields, in pixels."""
POPUP_CORNER = 10
"""Radius of popups and cards, in pixels."""
SEARCH_HEIGHT = 44
"""Height of the search box, in pixels."""
ICON_SIZE = 16
"""Side of an icon beside text, in pixels."""
LARGE_ICON_SIZE = 20
"""Side of an icon that stands alone, in pixels."""
FADE_MS = 120
"""Milliseconds in which something appears."""
LINE_HEIGHT = 1.35
"""Height of a line of running text, as a multiple of its size."""
