"""Ranking by the lexical index."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import pytrec_eval
from hypothesis import given, settings
from hypothesis import strategies as st

from findling.index.lexical.lexical_reader import LexicalReader
from findling.index.lexical.lexical_writer import LexicalWriter
from findling.index.lexical.schema import LexicalEntry, LexicalQuery
from wordsets import read, write

FLAT, INVOICE, RECIPE, TRAVEL, GERMAN = range(1, 6)
LIBRARY = [
    LexicalEntry(FLAT, "Lease", "The flat in Baker Street was rented by Dr. Jensen; see invoice 2023.", "en"),
    LexicalEntry(
        INVOICE, "Invoice INV-2023-0417", "Invoices for the repair, call foo_bar v2.3.1, mail a@host. 2022 0417", "en"
    ),
    LexicalEntry(RECIPE, "Soup", "Who knows how to cook? Cooking takes an hour. The who and the what.", "en"),
    LexicalEntry(TRAVEL, "東京旅行", "東京都庁の展望台は無料です。 Café in Zürich, naïve résumé", "ja"),
    LexicalEntry(GERMAN, "Rechnungen", "Alle Rechnungen und Prüfungen der Häuser", "de"),
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> LexicalReader:
    folder = tmp_path_factory.mktemp("words")
    write(folder, LIBRARY)
    return read(folder)


def found(
    reader: LexicalReader, *words: str, phrases: tuple[str, ...] = (), excluded: tuple[str, ...] = ()
) -> list[int]:
    return [label for label, _ in reader.search(LexicalQuery(words, phrases, excluded), 10)]


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        (("cooks",), [RECIPE]),
        (("jensen",), [FLAT]),
        (("INV-2023-0417",), [INVOICE, FLAT]),
        (("inv", "0417"), [INVOICE]),
        (("foo_bar",), [INVOICE]),
        (("v2.3.1",), [INVOICE]),
        (("cafe",), [TRAVEL]),
        (("Zurich",), [TRAVEL]),
        (("展望",), [TRAVEL]),
        (("rechnung",), [GERMAN]),
        (("haus",), [GERMAN]),
        (("invoices",), [INVOICE, FLAT]),
        (("invoices", "Jensen"), [FLAT, INVOICE]),
        (("absent",), []),
        (("?!",), []),
        ((), []),
    ],
)
def test_words(reader: LexicalReader, words: tuple[str, ...], documents: list[int]) -> None:
    assert found(reader, *words) == documents


def test_a_question_of_stop_words_is_about_them(reader: LexicalReader) -> None:
    assert found(reader, "the", "who")[0] == RECIPE


def test_stop_words_do_not_count_beside_others(reader: LexicalReader) -> None:
    assert found(reader, "who", "is", "Jensen") == [FLAT]


@pytest.mark.parametrize(
    ("phrase", "documents"),
    [
        ("baker street", [FLAT]),
        ("street baker", []),
        ("a@host", [INVOICE]),
        ("to cook", [RECIPE]),
        ("to cooking", []),
        ("京都", [TRAVEL]),
        ("Soup", [RECIPE]),
        ("...", []),
    ],
)
def test_phrases_stand_side_by_side_and_unstemmed(reader: LexicalReader, phrase: str, documents: list[int]) -> None:
    assert found(reader, phrases=(phrase,)) == documents


def test_phrases_are_required_and_words_are_not(reader: LexicalReader) -> None:
    assert found(reader, "invoice", phrases=("baker street",)) == [FLAT]
    assert found(reader, "absent", phrases=("baker street",)) == [FLAT]
    assert found(reader, phrases=("baker street", "foo bar")) == []


def test_excluded_words_keep_documents_out(reader: LexicalReader) -> None:
    assert found(reader, "invoice", excluded=("flat",)) == [INVOICE]
    assert found(reader, "invoice", excluded=("street baker",)) == [INVOICE, FLAT]
    assert found(reader, excluded=("flat",)) == []


def test_only_restricts_without_changing_scores(reader: LexicalReader) -> None:
    query = LexicalQuery(("invoice", "jensen"))
    scores = dict(reader.search(query, 10))
    assert reader.search(query, 10, [INVOICE, RECIPE]) == [(INVOICE, pytest.approx(scores[INVOICE], rel=1e-5))]
    assert reader.search(query, 10, []) == []


def test_scores_of_given_documents_are_those_of_a_search(reader: LexicalReader) -> None:
    query = LexicalQuery(("invoice", "jensen"))
    expected = dict(reader.search(query, 10)) | {RECIPE: 0.0, 99: 0.0}
    assert reader.score(query, list(expected)) == pytest.approx(expected, rel=1e-5)
    assert reader.score(query, []) == {}


def test_matching_asks_for_phrases_and_excluded_words_only(reader: LexicalReader) -> None:
    everything = {FLAT, INVOICE, RECIPE, TRAVEL, GERMAN}
    assert reader.matching(LexicalQuery(("absent",))) == everything
    assert reader.matching(LexicalQuery((), ("baker street",))) == {FLAT}
    assert reader.matching(LexicalQuery((), (), ("flat",))) == everything - {FLAT}
    assert reader.matching(LexicalQuery((), (), ("flat",)), [FLAT, RECIPE, 99]) == {RECIPE}
    assert reader.matching(LexicalQuery(), []) == set()


@pytest.mark.parametrize(
    ("word", "documents"), [("invoice", 2), ("Invoices", 1), ("INV-2023-0417", 1), ("the", 3), ("absent", 0), ("?", 0)]
)
def test_frequency_counts_unstemmed_words(reader: LexicalReader, word: str, documents: int) -> None:
    assert reader.frequency(word) == documents


def test_the_form_that_was_typed_comes_first(tmp_path: Path) -> None:
    write(tmp_path, [LexicalEntry(1, "", "invoice of the day"), LexicalEntry(2, "", "invoices of the day")])
    assert found(read(tmp_path), "invoices") == [2, 1]
    assert found(read(tmp_path), "invoice") == [1, 2]


def test_an_identifier_comes_before_documents_full_of_its_parts(tmp_path: Path) -> None:
    parts = [LexicalEntry(number, "INV 0417", "0417 2023 inv " * 20) for number in range(1, 30)]
    write(tmp_path, [*parts, LexicalEntry(99, "", "as agreed INV-2023-0417 " + "and other words " * 20)])
    reader = read(tmp_path)
    assert reader.matching(LexicalQuery((), ("INV-2023-0417",))) == {99}


def test_rare_languages_are_not_asked_for(tmp_path: Path) -> None:
    english = [LexicalEntry(number, "", "bills", "en") for number in range(1, 100)]
    write(tmp_path, [*english, LexicalEntry(100, "", "Rechnungen", "de")])
    assert read(tmp_path).languages == ("en",)
    write(tmp_path, [LexicalEntry(101, "", "Rechnungen", "de"), LexicalEntry(102, "", "Rechnungen", "de")])
    assert read(tmp_path).languages == ("en", "de")


def test_stems_of_a_query_are_those_of_its_documents(reader: LexicalReader) -> None:
    weighed = reader.weigh_words(LexicalQuery(("Häusern", "Cooking"), ("of invoices",)))
    for word, stem in zip(weighed, ("haus", "cook", "invoic"), strict=True):
        assert any(stem in form for form in word.forms)


def test_a_rare_word_of_a_query_weighs_more_than_a_common_one(tmp_path: Path) -> None:
    write(tmp_path, [LexicalEntry(number, "", "bills " + "boiler " * (number == 7), "en") for number in range(1, 20)])
    boiler, bills = read(tmp_path).weigh_words(LexicalQuery(("boilers", "bill")))
    assert boiler.weight > bills.weight > 0


def test_a_question_of_thousands_of_words_is_answered(reader: LexicalReader) -> None:
    noise = tuple(f"word{number}" for number in range(5_000))
    assert found(reader, *noise, "jensen", "x" * 10_000) == [FLAT]


@pytest.mark.parametrize(
    "text", ["a AND OR NOT", '"', "title:(", "\x00", "\\", "*", "[a TO b]", "\U0001f600", "\ud83d"]
)
def test_no_text_is_a_wrong_query(reader: LexicalReader, text: str) -> None:
    query = LexicalQuery((text,), (text,), (text,))
    assert reader.search(query, 5) == []
    assert reader.search_names(query, 5) == []


def test_limit_keeps_the_best(reader: LexicalReader) -> None:
    query = LexicalQuery(("invoices", "jensen"))
    assert reader.search(query, 1) == reader.search(query, 10)[:1]
    assert reader.search(query, 0) == []


@pytest.mark.parametrize(("collection", "floor"), [("cranfield", 0.382), ("time", 0.674), ("xquad_en", 0.965)])
def test_judged_collections_are_ranked_as_well_as_by_the_reference(
    shared_data: Path, tmp_path: Path, collection: str, floor: float
) -> None:
    """The floors are nDCG@10 of bm25s (Lucene's BM25, k1 1.5, b 0.75) with English stop words and stems."""
    folder = shared_data / "ir" / collection
    documents, queries = (
        [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]
        for name in ("corpus.jsonl", "queries.jsonl")
    )
    judgements: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        judgements[query][document] = int(grade)
    write(tmp_path, [LexicalEntry(n, doc.get("title", ""), doc["text"], "en") for n, doc in enumerate(documents)])
    reader = read(tmp_path)
    run = {
        str(query["_id"]): {
            str(documents[label]["_id"]): score
            for label, score in reader.search(LexicalQuery(tuple(query["text"].split())), 100)
        }
        for query in queries
    }
    figures = pytrec_eval.RelevanceEvaluator(dict(judgements), {"ndcg_cut.10"}).evaluate(run)
    assert sum(figure["ndcg_cut_10"] for figure in figures.values()) / len(figures) >= floor


def test_writing_replaces_and_drops(tmp_path: Path) -> None:
    write(tmp_path, [LexicalEntry(1, "", "first"), LexicalEntry(2, "", "second")], sequence=5)
    reader = read(tmp_path)
    with LexicalWriter.open(tmp_path) as writer:
        assert writer.sequence == 5
        writer.put_document(LexicalEntry(1, "", "replaced"))
        writer.drop_document(2)
        writer.drop_document(77)
        writer.commit(9)
    assert (found(reader, "first"), reader.sequence, reader.documents) == ([1], 5, 2)
    reader.refresh()
    assert (found(reader, "first", "second"), found(reader, "replaced")) == ([], [1])
    assert (reader.sequence, reader.documents) == (9, 1)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["put", "drop", "commit", "reopen"])), max_size=12))
def test_any_order_of_puts_and_drops_leaves_what_was_put_last(steps: list[tuple[int, str]]) -> None:
    kept: dict[int, str] = {}
    with TemporaryDirectory() as folder:
        writer = LexicalWriter.open(Path(folder))
        for number, (label, step) in enumerate([*steps, (1, "reopen")], 1):
            if step == "put":
                writer.put_document(LexicalEntry(label, "", f"all step{number}"))
                kept[label] = f"step{number}"
            elif step == "drop":
                writer.drop_document(label)
                kept.pop(label, None)
            else:
                writer.commit(number)
            if step == "reopen":
                writer.close()
                writer = LexicalWriter.open(Path(folder))
        writer.close()
        reader = read(Path(folder))
        assert sorted(found(reader, "all")) == sorted(kept)
        assert {label: [label] for label in kept} == {label: found(reader, word) for label, word in kept.items()}
        assert (reader.documents, reader.sequence) == (len(kept), len(steps) + 1)


def test_what_was_not_committed_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, [LexicalEntry(1, "", "kept")], sequence=3)
    with LexicalWriter.open(tmp_path) as writer:
        writer.put_document(LexicalEntry(2, "", "lost"))
    reader = read(tmp_path)
    assert (found(reader, "kept"), found(reader, "lost"), reader.sequence) == ([1], [], 3)


def test_there_is_nothing_to_read_before_the_first_commit(tmp_path: Path) -> None:
    assert LexicalReader.open(tmp_path / "absent") is None
    with LexicalWriter.open(tmp_path) as writer:
        assert writer.sequence == 0
        reader = read(tmp_path)
        assert (reader.sequence, reader.documents) == (0, 0)
        assert found(reader, "anything") == []
        assert reader.search_names(LexicalQuery(("any",)), 5) == []
