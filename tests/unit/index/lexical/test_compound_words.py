"""Compounds are found by their last part, and by their parts where these stand apart."""

from __future__ import annotations

import pytest

from findling.index.lexical.compound_words import LINKING_ELEMENTS, list_tails
from findling.index.lexical.lexical_reader import LexicalReader
from findling.index.lexical.schema import LexicalEntry, LexicalQuery
from wordsets import read, write

TEXTS = {
    "de": [
        "Die Haftpflichtversicherung ist am Ersten fällig.",  # 1
        "Die Haftpflicht des Hundes regelt das Gesetz.",  # 2
        "Die Versicherung zahlt nach Prüfung.",  # 3
        "Der Unterstand im Garten wurde gestrichen.",  # 4
        "Ein Stand auf dem Markt ist frei.",  # 5
        "Die Wohnungskündigung kam mit der Post; eine Kündigung der Wohnung braucht drei Monate.",  # 6
        "Zwei Wohnungen und ein Schulhof neben der Schule.",  # 7
        "Der Hof ist leer. Die Etikette verlangt es.",  # 8
        "Eine Kette aus Gold.",  # 9
        "Neue Krankenhäuser für Kranke entstehen.",  # 10
        "Das Haus am See.",  # 11
    ],
    "nl": [
        "De levensverzekering loopt af.", "Het leven is kort.", "Een verzekering afsluiten kost tijd.",
        "Het ziekenhuis en de zieken.", "Een huis kopen.",
    ],
    "sv": ["Sjukförsäkringen gäller inte.", "Den sjuka ringde.", "En försäkring mot brand.", "Bostadsrätt, en bostad."],
    "da": ["Ulykkesforsikringen dækker skaden.", "En ulykke skete.", "En forsikring er dyr."],
    "no": ["Bilforsikringen er dyr og bilen gammel.", "En ulykkesforsikring gjelder.", "Ulykken skjedde på en vei."],
    "en": ["The houseboat in the harbour.", "A boat.", "The house of the neighbour."],
}  # fmt: skip


@pytest.fixture(scope="module")
def readers(tmp_path_factory) -> dict[str, LexicalReader]:
    found = {}
    for language, texts in TEXTS.items():
        folder = tmp_path_factory.mktemp(language)
        write(folder, [LexicalEntry(number, "", text, language) for number, text in enumerate(texts, start=1)])
        found[language] = read(folder)
    return found


def found(reader: LexicalReader, *words: str) -> list[int]:
    return [label for label, _ in reader.search(LexicalQuery(words), 20)]


@pytest.mark.parametrize(
    ("language", "word", "documents"),
    [
        ("de", "Versicherung", [3, 1]),
        ("de", "versicherungen", [3, 1]),
        ("de", "Kündigung", [6]),
        ("de", "Hof", [8]),  # too short to be sought at the end of words
        ("de", "Haus", [11, 10]),
        ("de", "Stand", [5]),  # "unter" is no word that makes a compound
        ("de", "Kette", [9]),  # "Eti" is no word
        ("de", "Haftpflichtversicherung", [1, 3, 2]),
        ("nl", "verzekering", [3, 1]),
        ("nl", "huis", [5, 4]),
        ("sv", "försäkring", [3, 1]),
        ("da", "forsikring", [3, 1]),
        ("no", "forsikring", [1, 2]),
        ("en", "boat", [2]),
    ],
)
def test_a_compound_is_found_by_its_last_part_below_the_word_itself(readers, language, word, documents):
    assert found(readers[language], word) == documents


def test_a_word_that_only_compounds_hold_is_one_that_the_library_has(readers):
    assert readers["no"].holds("forsikringen")
    assert not readers["de"].holds("sicherung")


def test_a_passage_with_a_compound_covers_the_word(readers):
    weighed = readers["de"].weigh_words(LexicalQuery(("Versicherung", "Haftpflichtversicherung")))
    assert [word.share({"haftpflichtversicher"}) for word in weighed] == [1.0, 1.0]
    assert weighed[1].share({"haftpflicht", "versicher"}) == 1.0
    assert weighed[1].share({"versicher"}) == 0.5
    assert weighed[0].share({"haftpflicht"}) == 0.0


@pytest.mark.parametrize("language", ["en", "fr", "und", "tr"])
def test_languages_without_compounds_keep_no_tails(language):
    assert language not in LINKING_ELEMENTS
    assert list_tails("Haftpflichtversicherung", language) == ""
