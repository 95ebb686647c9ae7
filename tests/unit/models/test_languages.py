"""Files in languages that the model does not know are counted, and a model that knows them is named."""

from __future__ import annotations

from dataclasses import replace

from findling.domain.search import Mode
from findling.embedding.catalogue import find_model, read_catalogue
from findling.messages.model_remedies import ModelRemedy
from findling.models.languages import describe_gap, find_gap
from workspace import Workspace

CATALOGUE = read_catalogue()
ENGLISH = find_model("all-MiniLM-L6-v2", CATALOGUE)
MANY = find_model("multilingual-e5-small", CATALOGUE)

GERMAN = (
    "Die Heizung im Keller wird am Donnerstag repariert. Der Klempner hat angerufen und gesagt, dass er ein neues"
    " Ventil mitbringt, weil das alte undicht ist und seit Wochen tropft."
)
ENGLISH_TEXT = "The heating in the cellar is repaired on Thursday, and the plumber will bring a new valve for it."


def test_a_model_that_knows_all_languages_leaves_no_gap():
    assert find_gap(ENGLISH, {"en": 7, "und": 3}, CATALOGUE) is None
    assert find_gap(MANY, {"en": 7, "de": 3}, CATALOGUE) is None


def test_a_model_of_unknown_languages_may_know_them_all():
    assert find_gap(replace(ENGLISH, languages=()), {"de": 3}, CATALOGUE) is None


def test_files_in_other_languages_are_counted_and_the_model_that_knows_them_is_named():
    gap = find_gap(ENGLISH, {"de": 30, "en": 20, "fr": 2, "und": 9}, CATALOGUE)
    assert gap is not None
    assert (gap.files, gap.languages) == (32, ("de", "fr"))
    assert (gap.model, gap.helped) == ("multilingual-e5-small", 32)
    assert gap.remedy == ModelRemedy.INSTALL_FOR_THESE(model="multilingual-e5-small")
    assert str(describe_gap(gap)) == (
        "32 files are in a language that the model does not know (de, fr): found by words only."
        " The model multilingual-e5-small knows them: findling models install multilingual-e5-small"
    )


def test_where_no_model_knows_the_language_none_is_named():
    gap = find_gap(ENGLISH, {"tlh": 1}, CATALOGUE)
    assert gap is not None
    assert (gap.remedy, gap.model, gap.helped) == (None, "", 0)


def test_files_in_languages_that_even_the_best_model_does_not_know_are_told_apart():
    gap = find_gap(ENGLISH, {"de": 30, "tlh": 5}, CATALOGUE)
    assert gap is not None
    assert (gap.files, gap.helped) == (35, 30)
    assert gap.remedy == ModelRemedy.INSTALL_FOR_LANGUAGES(model="multilingual-e5-small", languages=("de",))


def test_a_german_file_is_found_by_its_words_told_of_and_filtered_by_its_language(tmp_path):
    workspace = Workspace.at(tmp_path)
    workspace.write("Heizung.txt", GERMAN)
    workspace.write("Heating.txt", ENGLISH_TEXT)
    workspace.index()
    with workspace.reading() as library:
        gap = library.status().gap
        assert gap is not None
        assert (gap.files, gap.languages) == (1, ("de",))
        assert library.search("Klempner Ventil").results[0].path.name == "Heizung.txt"
        assert [result.path.name for result in library.search("lang:de Keller").results] == ["Heizung.txt"]
    assert workspace.search("who repairs the boiler", Mode.MEANING)[0] == "Heating.txt"
