"""Text analysis gives the same terms for documents, queries and snippets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.index.lexical import analysis

_SCRIPTS = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "Zs", "Cf"))
_TEXTS = st.text(st.one_of(_SCRIPTS, st.sampled_from("aé東京ｆ학교ไท\u0301\u00ad\u200b 3.")), max_size=60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Plain Words", ["plain", "words"]),
        ("INV-2023-0417", ["inv", "2023", "0417"]),
        ("foo_bar v2.3.1 user@host", ["foo", "bar", "v2", "3", "1", "user", "host"]),
        ("Zürich, Straße, naïve", ["zurich", "strasse", "naive"]),
        ("Cafe\u0301", ["cafe"]),
        ("soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"]),
        ("ＦＵＬＬ ﬁne ①", ["full", "fine", "1"]),
        ("東京都 is big", ["東", "京", "都", "is", "big"]),
        ("학교에서", ["학", "교", "에", "서"]),
        ("Война и мир", ["война", "и", "мир"]),
        ("İSTANBUL ıstanbul Istanbul", 3 * ["istanbul"]),
        ("ΟΔΥΣΣΕΑΣ Οδυσσέας οδυσσεασ", 3 * ["οδυσσεασ"]),
        ("Фёдор Федор за́мок", ["федор", "федор", "замок"]),
        ("мой мои", ["мой", "мои"]),
        ("שָׁלוֹם שלום", 2 * ["שלום"]),
        ("مُحَمَّد محمد", 2 * ["محمد"]),
        ("がく か", ["が", "く", "か"]),
        ("", []),
        ("... -- !?", []),
        ("caf\udce9 menu", ["caf", "menu"]),
        ("a" * 128, ["a" * 128]),
        ("a" * 129, []),
    ],
)
def test_exact_words(text: str, words: list[str]) -> None:
    assert analysis.exact_words(text) == words


@given(st.text(st.characters(max_codepoint=127), max_size=60) | st.text("aB9_ ", min_size=120, max_size=140))
def test_the_short_way_for_ascii_gives_the_analyzers_words(text: str) -> None:
    assert analysis.exact_words(text) == analysis.exact_analyzer().analyze(text)


@pytest.mark.parametrize(
    ("language", "text", "stems"),
    [
        ("en", "the Running of invoices", ["run", "invoic"]),
        ("und", "the Running of invoices", ["run", "invoic"]),
        ("ja", "the Running of invoices", ["run", "invoic"]),
        ("en", "don't we've", []),
        ("en", "résumés resumes", ["resum", "resum"]),
        ("de", "die Rechnungen und die Rechnung", ["rechnung", "rechnung"]),
        ("pt", "informações informação", ["inform", "inform"]),
        ("ru", "книга книги", ["книг", "книг"]),
    ],
)
def test_stems_follow_the_language(language: str, text: str, stems: list[str]) -> None:
    assert analysis.stem_words(text, language) == stems


@pytest.mark.parametrize("language", sorted(analysis.STEMMERS))
def test_every_named_stemmer_exists(language: str) -> None:
    assert analysis.stem_words("2023", language) == ["2023"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("AnnualReport2023", "Annual Report 2023"),
        ("HTTPServer", "HTTP Server"),
        ("snake_case.txt", "snake_case.txt"),
        ("IMG0042", "IMG 0042"),
        ("plain", "plain"),
    ],
)
def test_names_are_split_at_their_humps(name: str, parts: str) -> None:
    assert analysis.split_name(name) == parts


def test_stems_tell_where_their_words_stand() -> None:
    text = "Cafe\u0301s of 東京 were ｆｕｌｌ of running mates"
    places = [(stem.text, text[stem.start : stem.end]) for stem in analysis.stems(text)]
    assert places == [
        ("cafe", "Cafe\u0301s"),
        ("東", "東"),
        ("京", "京"),
        ("full", "ｆｕｌｌ"),
        ("run", "running"),
        ("mate", "mates"),
    ]


@given(_TEXTS)
def test_preparing_twice_breaks_words_as_preparing_once(text: str) -> None:
    assert analysis.exact_words(analysis.prepare(text)) == analysis.exact_words(text)


@given(_TEXTS)
def test_places_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for stem in analysis.stems(text):
        assert 0 <= stem.start < stem.end <= len(text)
        assert stem.end >= end
        end = stem.end


@given(st.lists(st.sampled_from(["running", "Zürich", "東京", "naïve", "0417", "café"]), max_size=8))
def test_places_hold_the_words_that_the_index_holds(words: list[str]) -> None:
    text = " ".join(words)
    assert [stem.text for stem in analysis.stems(text)] == analysis.stem_words(text)
