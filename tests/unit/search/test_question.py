"""Questions are mended by the words of a real library, and the user reads what was done to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from findling.domain.search import Mode, TypingStage
from findling.embedding.catalogue import find_model, read_catalogue
from findling.embedding.model_manifest import MANIFEST
from findling.embedding.model_store import ModelStore
from findling.index.lexical.lexical_reader import LexicalReader
from findling.messages.library_templates import SearchMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.remedy_templates import Remedy
from findling.models.languages import explain_question
from findling.search.library_reader import Library
from findling.search.query import parse_plain
from findling.search.question import QuestionReader
from workspace import Workspace

FILES = {
    "agreement.txt": "This is the rental agreement for the garage behind the house. The tenant pays every month.",
    "invoice.txt": "Invoice of the electrician Kowalski for the new wiring in the cellar. It was paid in March.",
    "Urlaubsplan.txt": "Wir fahren im Sommer an die Ostsee und wohnen dort in einem kleinen Haus am Strand. " * 3,
    "trip.txt": "Notes on the ferry to Norway: cabins, meals and the timetable of the crossing.",
    "bill.txt": "INV-2023-0417 for the repair of the boiler, which is to be paid by the landlord within a month.",
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("questions"))
    for name, text in FILES.items():
        workspace.write(name, text)
    workspace.index()
    return workspace


@pytest.fixture(scope="module")
def library(workspace: Workspace) -> Iterator[Library]:
    with workspace.reading() as library:
        yield library


@pytest.mark.parametrize("mode", list(Mode))
def test_a_mistyped_question_finds_what_the_right_one_does_and_says_so(library, mode):
    right = library.search("rental agreement garage key", mode=mode)
    typed = library.search("rentla agremeent garagee key", mode=mode)
    assert [(r.path, r.score, r.relevance, r.exact_match) for r in typed.results] == [
        (r.path, r.score, r.relevance, r.exact_match) for r in right.results
    ]
    assert right.notes == ()
    assert typed.searched == right.searched == "rental agreement garage key"
    assert [note.message for note in typed.notes] == [SearchMessage.MENDED]


def test_the_note_names_the_words_and_how_to_have_them_as_they_were_typed(library):
    answer = library.search("rental agreemnet for the garagee key")
    meant, typed = ("agreement", "garage"), ("agreemnet", "garagee")
    assert answer.notes == (SearchMessage.MENDED(typed=typed, meant=meant).advising(Remedy.QUOTE_AS_TYPED()),)
    assert str(answer.notes[0]) == (
        "Searched for agreement, garage in place of agreemnet, garagee, which no file has."
        " In quotation marks a word is searched for as it is."
    )
    assert library.search('rental "agreemnet" for the garage').notes == ()


def test_a_name_that_stands_only_in_a_files_name_is_left_and_is_mended_to(library):
    assert library.search("urlaubsplan meals").notes == ()
    (note,) = library.search("urlaubsplann meals").notes
    assert note.fact("meant") == ("urlaubsplan",)


def test_all_modes_mend_alike(library):
    notes = {library.search("kowalsky wiring", mode=mode).notes for mode in Mode}
    assert len(notes) == 1
    assert notes != {()}


def test_a_question_in_a_language_that_no_file_has_is_not_mended(workspace):
    reader, words = QuestionReader(workspace.paths), LexicalReader.open(workspace.paths.words)
    spanish = parse_plain("dónde está el garagee de la casa")
    assert reader.read(spanish, words, None).query == spanish
    english = parse_plain("where is the garagee of the tenant")
    assert reader.read(english, words, None).query.words[3] == "garage"


def test_without_a_word_index_nothing_is_mended(workspace):
    query = parse_plain("the agreemnet for the garage")
    assert QuestionReader(workspace.paths).read(query, None, None).query == query


def test_a_question_that_the_model_does_not_understand_is_told_with_a_model_that_would(library):
    (note,) = library.search("wann fahren wir an die Ostsee").notes
    remedy = ModelRemedy.INSTALL_FOR_QUESTION(model="multilingual-e5-small")
    assert note == SearchMessage.QUESTION_FOREIGN(language="de").advising(remedy)
    assert library.search("wann fahren wir an die Ostsee", mode=Mode.WORDS).notes == ()
    assert library.search("when do we go to the sea").notes == ()


def test_words_carry_more_of_such_a_question(workspace):
    reader = QuestionReader(workspace.paths)
    spec = find_model("all-MiniLM-L6-v2", read_catalogue())
    foreign = parse_plain("wann fahren wir an die Ostsee")
    assert not reader.read(foreign, None, spec).is_understood
    assert reader.read(parse_plain("when do we go to the sea"), None, spec).is_understood


def test_a_model_of_unknown_languages_may_understand_every_question(workspace):
    spec = replace(find_model("all-MiniLM-L6-v2", read_catalogue()), languages=())
    question = QuestionReader(workspace.paths).read(parse_plain("wann fahren wir an die Ostsee"), None, spec)
    assert (question.notes, question.is_understood) == ((), True)


def test_an_installed_model_is_named_before_one_to_install(tmp_path):
    catalogue = read_catalogue()
    spec, able = find_model("all-MiniLM-L6-v2", catalogue), find_model("multilingual-e5-small", catalogue)
    small = replace(able, id="tiny-e5", files=())
    store = ModelStore(tmp_path, (spec, able, small))
    (tmp_path / able.id).mkdir()
    (tmp_path / able.id / MANIFEST).touch()
    said = SearchMessage.QUESTION_FOREIGN(language="fr")
    assert explain_question(spec, "fr", lambda: store) == said.advising(ModelRemedy.USE_FOR_QUESTION(model=able.id))
    assert explain_question(able, "fr", lambda: store) is None


def test_of_a_language_that_no_model_knows_only_that_is_said(tmp_path):
    spec = find_model("all-MiniLM-L6-v2", read_catalogue())
    store = ModelStore(tmp_path, (spec,))
    assert explain_question(spec, "fr", lambda: store) == SearchMessage.QUESTION_FOREIGN(language="fr")


@pytest.mark.parametrize("query", ["a", "7", "4711 0815 2023", "agreement " * 10_000, "qzxvw " * 10_000])
def test_any_question_is_answered(library, query):
    assert library.search(query).query == query


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("kowal", "kowalski"),
        ("boi", "boiler"),
        ("inv-20", "INV-2023-0417"),
        ("Urlaub", "Urlaubsplan"),
        ("ferr", "ferry"),
    ],
)
def test_half_a_word_has_the_first_row_of_the_whole_word(library, typed, whole):
    half = library.search(typed, stage=TypingStage.TYPING)
    assert half.results[0].path == library.search(whole).results[0].path
    assert (half.notes, half.is_hasty) == ((), False)


def test_a_word_goes_on_to_what_stands_beside_the_other_words(library):
    assert library.search("garage ten", stage=TypingStage.TYPING).searched == "garage tenant"
    assert library.search("norway t", stage=TypingStage.TYPING).searched == "norway t"
    assert library.search("norway tim", stage=TypingStage.TYPING).searched == "norway timetable"


def test_all_words_that_begin_so_are_found_and_a_finished_one_comes_first(tmp_path):
    workspace = Workspace.at(tmp_path)
    for name, text in (("a", "The boil was lanced."), ("b", "The boiler leaks."), ("c", "A boilerplate contract.")):
        workspace.write(f"{name}.txt", text)
    workspace.index()
    with workspace.reading() as library:
        answer = library.search("boil", mode=Mode.WORDS, stage=TypingStage.TYPING)
        finished = library.search("boil ", mode=Mode.WORDS, stage=TypingStage.TYPING)
    assert [result.path.stem for result in answer.results][:1] == ["a"]
    assert {result.path.stem for result in answer.results} == {"a", "b", "c"}
    assert (answer.searched, answer.beginning) == ("boil", "boil")
    assert {result.path.stem for result in finished.results} == {"a"}


def test_the_meaning_of_a_fragment_is_not_asked_before_the_keys_rest(library):
    typing = library.search("qzxv", stage=TypingStage.TYPING)
    assert (typing.results, typing.is_hasty) == ((), True)
    resting = library.search("qzxv", stage=TypingStage.RESTING)
    assert resting.results
    assert not resting.is_hasty


def test_beside_other_words_a_fragment_is_left_out_of_what_is_asked(library):
    whole = library.search("rental agreement for the")
    typing = library.search("rental agreement for the qzxv", stage=TypingStage.TYPING)
    assert [(r.path, r.score) for r in typing.results] == [(r.path, r.score) for r in whole.results]
    assert (typing.is_partial, whole.is_partial) == (True, False)
    assert not library.search("rental agreement for the qzxv", stage=TypingStage.RESTING).is_partial


def test_what_nothing_has_is_taken_for_the_beginning_of_a_word_and_that_is_said(library):
    answer = library.search("timet")
    assert answer.searched == "timetable"
    assert answer.notes == (
        SearchMessage.MENDED(typed=("timet",), meant=("timetable",)).advising(Remedy.QUOTE_AS_TYPED()),
    )
    assert library.search("timet crossing").searched == "timet crossing"
