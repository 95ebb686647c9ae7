"""A text is told from codes of glyphs and letters in a wrong encoding."""

from __future__ import annotations

import pytest

from findling.extraction.text_plausibility import is_garbled
from scans import DEPOSIT

CZECH = "Vlk zmrzl zhltl hrst zrn. Příliš žluťoučký kůň úpěl ďábelské ódy na chladném břehu řeky v dlouhém večeru. " * 2
POLISH = "W Szczebrzeszynie chrząszcz brzmi w trzcinie i Szczebrzeszyn z tego słynie, a chrząszcz rzęzi w trawie. " * 2
TABLE = "2023-04-01 1,140.00 185.00 1,325.00\n" * 20
CODES = "DHL 7KX-224 BGW RTZ-118 MWST 19 % XPS " * 3
HAWAIIAN = "Ua mau ke ea o ka aina i ka pono. Aloha kakahiaka e na keiki o ka aina nei, e hele mai i ka hale. " * 2
RUSSIAN = "Квартира сдаётся на неопределённый срок, и любая сторона может расторгнуть договор письменно. " * 2


@pytest.mark.parametrize("text", ["", "x", DEPOSIT, CZECH, POLISH, TABLE, CODES, HAWAIIAN, RUSSIAN])
def test_a_text_is_plausible(text):
    assert not is_garbled(text)


@pytest.mark.parametrize("shift", [-29, 3, 31])
def test_shifted_codes_are_garbled(shift):
    assert is_garbled("".join(chr(max(ord(sign) + shift, 1)) if sign.isalpha() else sign for sign in DEPOSIT))


@pytest.mark.parametrize("sign", ["\ufffd", "\ue042", "\x92", "\U00100000"])
def test_signs_that_mean_nothing_are_garbled(sign):
    assert is_garbled(DEPOSIT.replace("e", sign).replace("t", sign))
    assert not is_garbled(DEPOSIT.replace("k", sign))


def test_letters_of_which_the_font_does_not_say_what_they_are_are_garbled():
    assert is_garbled(DEPOSIT, unmapped=0.9)
    assert not is_garbled(DEPOSIT, unmapped=0.02)
