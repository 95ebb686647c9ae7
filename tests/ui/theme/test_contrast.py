"""Colours can be told apart by everybody. Formula: WCAG 2.2, "relative luminance" and "contrast ratio"
(https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

from __future__ import annotations

import pytest

from findling.ui.theme.tokens import DARK, LIGHT, Tokens

GROUNDS = ("canvas", "surface", "raised", "accent_wash")
TEXTS = ("ink", "soft", "accent", "good", "warn", "bad")
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable_on_every_ground(tokens, text, ground):
    assert contrast(tokens, text, ground) >= 4.5


@BOTH
@pytest.mark.parametrize("text", ["ink", "soft"])
def test_what_was_found_is_readable_in_its_mark(tokens, text):
    assert contrast(tokens, text, "mark") >= (4.5 if text == "ink" else 3)


@BOTH
@pytest.mark.parametrize("ground", ["accent", "accent_strong"])
def test_the_main_buttons_words_are_readable(tokens, ground):
    assert contrast(tokens, "on_accent", ground) >= 4.5


@BOTH
def test_words_about_something_wrong_are_readable_on_their_own_ground(tokens):
    assert contrast(tokens, "bad", "bad_wash") >= 4.5


@BOTH
@pytest.mark.parametrize("ground", ["canvas", "surface", "raised"])
@pytest.mark.parametrize("outline", ["edge", "accent"])
def test_outlines_of_fields_and_of_the_focus_stand_out(tokens, outline, ground):
    assert contrast(tokens, outline, ground) >= 3


def contrast(tokens: Tokens, one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(getattr(tokens, name)) for name in (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
