"""Letters that TeX writes by commands are read as they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.extraction.parsing import parse
from findling.extraction.passage_locator import locate
from findling.extraction.readers.tex_letters import read_letters
from findling.extraction.source import Source


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"\"Uber {\"u}ber \"{u}ber", "Über über über"),
        (r"Stra\ss e Stra{\ss}e Stra\ss{}e", "Straße Straße Straße"),
        (r"caf\'e na\"{\i}ve na\"\i ve", "café naïve naïve"),
        (r"\v{S}koda \c{c}a \c ca \H{o} \k{a} \r{a} \d{s}", "Škoda ça ça ő ą å ṣ"),
        (r"\O rsted \L\'od\'z \AE sop \aa{}rhus", "Ørsted Łódź Æsop århus"),
        (r"author = {G{\"o}del, K. and Erd{\H{o}}s, P.}", "author = {Gödel, K. and Erdős, P.}"),
        (
            r"\section{The mill} \cite{a} \url{b} x_{i} {n} \left( \copyright",
            r"\section{The mill} \cite{a} \url{b} x_{i} {n} \left( \copyright",
        ),
        ('say "a word"', 'say "a word"'),
        (r'\usepackage[english,ngerman]{babel} "Uber den Flu"s', r"\usepackage[english,ngerman]{babel} Über den Fluß"),
    ],
)
def test_accents_and_letters_are_those_that_are_printed(written, printed):
    assert read_letters(written, "a.tex") == printed


def test_other_texts_stay_as_they_are():
    assert read_letters(r"C:\users \"Uber", "a.txt") == r"C:\users \"Uber"


def test_they_are_read_in_full_and_found_where_they_stand():
    written = r"The M\"uhle lies by the B\'ejaune river, and the Stra\ss e leads to it through {\"o}rtchen and fields."
    extraction = parse(Source(written.encode(), "a.tex"))
    assert "Mühle" in extraction.text
    assert not extraction.wholeness.unread
    (span,) = locate(extraction.text, written)
    assert (span.start, written[span.end :]) == (0, ".")


@given(st.text(alphabet="\\\"'`^{}uiaossl \n~=.", max_size=40))
def test_whatever_stands_there_is_no_error_and_is_read_the_same_twice(text):
    once = read_letters(text, "a.tex")
    assert once == read_letters(text, "A.TEX")
