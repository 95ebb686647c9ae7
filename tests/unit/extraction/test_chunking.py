"""Chunking by example: cuts of documents of known shape, and the line before each passage."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Extraction, Passage
from findling.embedding.catalogue import InstalledModel, find_model, read_catalogue
from findling.embedding.tokenizer import Tokenizer
from findling.extraction.chunking.chunker import Chunker
from findling.extraction.chunking.packing import ChunkingRules
from findling.extraction.document import TextBuilder
from findling.formats import FileKind
from growth import assert_linear

H1, H2, H3, H4 = ({"kind": BlockKind.HEADING, "level": level} for level in range(1, 5))
ROW = {"kind": BlockKind.ROW}
CODE = {"kind": BlockKind.CODE}


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.open(InstalledModel.bundled(find_model("all-MiniLM-L6-v2", read_catalogue())))


@pytest.fixture
def cut(tokenizer):
    """Cut a document given as (text, kind of block), and return the texts of its passages."""

    def cut(*blocks, size: int = 40, **rules) -> list[str]:
        document = build(*blocks)
        chunker = Chunker(tokenizer, ChunkingRules(size, **{"min_tokens": 10, "overlap_tokens": 0, **rules}))
        return [document.text[passage.start : passage.end].rstrip() for passage in chunker.cut(document)]

    return cut


def build(*blocks) -> Extraction:
    builder = TextBuilder()
    for block in blocks:
        text, options = block if isinstance(block, tuple) else (block, {})
        builder.add(text, **options)
    return builder.finish(FileKind.TEXT)


def words(count: int, word: str = "tea") -> str:
    """Tokenizer of words."""
    return " ".join([word] * count)


def test_a_document_that_fits_is_one_passage(cut):
    assert cut("One line.", "Another line.") == ["One line.\n\nAnother line."]


def test_no_sentence_is_repeated_where_nothing_new_would_fit_beside_it(tokenizer):
    document = build("Go on. Hm. Tea          tea")
    passages = Chunker(tokenizer, ChunkingRules(16, overlap_tokens=8, min_tokens=0, max_chars=13)).cut(document)
    assert [document.text[each.start : each.end].split() for each in passages] == [
        ["Go", "on.", "Hm."],
        ["Tea"],
        ["tea"],
    ]


def test_an_empty_text_has_no_passages(tokenizer):
    assert Chunker(tokenizer, ChunkingRules(200)).cut(Extraction(FileKind.TEXT, "", "", ())) == ()


class TestWhereItIsCut:
    def test_between_paragraphs_rather_than_sentences(self, cut):
        first, second = words(12) + ". " + words(10), words(15) + ". " + words(15)
        assert cut(first, second) == [first, second]

    def test_between_sentences_rather_than_words(self, cut):
        sentences = [f"T{words(24, 'ea')}." for _ in range(4)]
        assert cut(" ".join(sentences)) == sentences

    def test_between_words_rather_than_within_them(self, cut):
        assert cut(words(100)) == [words(40), words(40), words(20)]

    def test_between_lines_of_code(self, cut):
        line = "value = other"
        assert cut(("\n".join([line] * 16), CODE), size=20) == ["\n".join([line] * 6)] * 2 + ["\n".join([line] * 4)]

    def test_a_full_stop_in_code_ends_nothing(self, cut):
        lines = ["print(a. b, c. d)"] * 6
        assert all(passage.endswith(")") for passage in cut(("\n".join(lines), CODE), size=25))

    def test_between_blank_lines_of_one_block(self, cut):
        assert cut((f"{words(30)}\n{words(5)}\n\n{words(30)}", CODE)) == [f"{words(30)}\n{words(5)}", words(30)]

    def test_so_that_the_rest_is_not_tiny(self, cut):
        paragraphs = [words(13), words(13), words(13), words(4)]
        assert cut(*paragraphs) == ["\n\n".join(paragraphs[:2]), "\n\n".join(paragraphs[2:])]

    def test_anywhere_in_a_word_of_a_million_letters(self, cut):
        passages = cut("x" * 1_000_000, size=200, max_chars=4000)
        assert 250 <= len(passages) <= 400
        assert max(map(len, passages)) == 4000

    def test_within_characters_when_words_hold_too_many(self, cut):
        assert all(len(passage) <= 50 for passage in cut(words(200), max_chars=50))


class TestHeadings:
    @pytest.mark.parametrize("level", [H1, H2])
    def test_high_ones_are_never_crossed(self, cut, level):
        assert cut(("One", level), "Tea.", ("Two", level), "Tea.") == ["One\n\nTea.", "Two\n\nTea."]

    def test_one_with_nothing_of_its_own_stays_with_the_next_below_it(self, cut):
        assert cut(("Book", H1), ("Chapter", H2), "Tea.") == ["Book\n\nChapter\n\nTea."]

    def test_one_with_nothing_of_its_own_does_not_cross_into_the_next_beside_it(self, cut):
        assert cut(("One", H2), ("Two", H2), "Tea.") == ["One", "Two\n\nTea."]

    def test_low_ones_begin_a_passage(self, cut):
        assert cut(("One", H3), words(12), ("Two", H3), words(12)) == [f"One\n\n{words(12)}", f"Two\n\n{words(12)}"]

    def test_a_small_section_goes_on_into_the_next_beside_it(self, cut):
        assert cut(("One", H3), words(4), ("Two", H3), words(12)) == [f"One\n\n{words(4)}\n\nTwo\n\n{words(12)}"]

    def test_a_small_section_goes_on_into_the_next_below_it(self, cut):
        assert cut(("One", H3), words(4), ("Two", H4), words(12)) == [f"One\n\n{words(4)}\n\nTwo\n\n{words(12)}"]

    def test_a_small_section_does_not_go_on_under_another_parent(self, cut):
        small = [("One", H4), words(4)]
        assert cut(("Top", H3), words(12), *small, ("Two", H3), words(12))[1] == f"One\n\n{words(4)}"

    def test_one_is_not_left_behind_by_its_text(self, cut):
        sections = [block for n in range(4) for block in ((f"Part {n}", H3), words(26))]
        assert all(passage.startswith("Part") for passage in cut(*sections))


@pytest.mark.parametrize("kind", list(BlockKind))
def test_a_block_that_breaks_begins_a_passage(cut, kind):
    slide = {"kind": kind, "level": 3 if kind is BlockKind.HEADING else 0, "breaks": True}
    assert cut("Tea.", ("Milk.", slide), ("Sugar.", slide)) == ["Tea.", "Milk.", "Sugar."]


class TestOverlap:
    SENTENCES = tuple(f"{name} {words(14)}." for name in ("One", "Two", "Three", "Four", "Five"))

    def test_the_last_sentence_is_said_again_where_a_paragraph_is_cut(self, cut):
        one, two, three, four, five = self.SENTENCES
        passages = cut(" ".join(self.SENTENCES), size=50, overlap_tokens=20)
        assert passages == [" ".join((one, two, three)), " ".join((three, four, five))]

    def test_not_where_that_sentence_is_too_long(self, cut):
        assert "".join(cut(" ".join(self.SENTENCES), size=50, overlap_tokens=10)).count("Three") == 1

    def test_not_between_paragraphs(self, cut):
        assert "".join(cut(*self.SENTENCES, size=50, overlap_tokens=20)).count("Three") == 1

    def test_not_within_a_sentence(self, cut):
        assert cut(words(100), overlap_tokens=20) == [words(40), words(40), words(20)]


class TestPlaces:
    def test_the_page_is_that_of_the_first_block(self, tokenizer):
        document = build((words(30), {"page": 1}), (words(30), {"page": 2}), (words(5), {"page": 3}))
        assert [passage.page for passage in Chunker(tokenizer, ChunkingRules(40, 0, 3)).cut(document)] == [1, 2]

    def test_the_heading_is_the_path_to_the_first_character(self, tokenizer):
        document = build(("A", H1), "x", ("B", H2), words(60), ("C", H3), words(30), ("D", H2), "x")
        chunker = Chunker(tokenizer, ChunkingRules(40, 0, 3))
        paths = [passage.heading for passage in chunker.cut(document)]
        assert paths == ["A", "A › B", "A › B", "A › B › C", "A › D"]

    def test_headings_that_a_passage_opens_with_all_count(self, tokenizer):
        document = build(("A", H1), ("B", H2), ("C", H3), "x")
        assert [passage.heading for passage in Chunker(tokenizer, ChunkingRules(40, 0, 3)).cut(document)] == [
            "A › B › C"
        ]

    def test_a_heading_before_a_break_is_not_above_what_follows(self, tokenizer):
        document = build(("A", H1), "x", ("x", {"breaks": True}))
        assert [passage.heading for passage in Chunker(tokenizer, ChunkingRules(40, 0, 3)).cut(document)] == ["A", ""]

    @pytest.mark.parametrize(("header", "path"), [("Name | Price", "List › Name | Price"), ("Tea | 3", "List")])
    def test_column_names_stand_above_the_rest_of_a_table(self, tokenizer, header, path):
        rows = [("milk | 4", ROW)] * 20
        passages = Chunker(tokenizer, ChunkingRules(40, 0, 3)).cut(build(("List", H1), (header, ROW), *rows))
        assert [passage.heading for passage in passages] == ["List", path]


class TestDescription:
    @pytest.mark.parametrize(
        ("title", "heading", "description"),
        [
            ("", "", ""),
            ("Tea", "", "Tea\n"),
            ("", "Milk › Sugar", "Milk › Sugar\n"),
            ("Tea", "Milk", "Tea › Milk\n"),
            ("Tea", "Tea", "Tea\n"),
            ("Tea", "Tea › Milk", "Tea › Milk\n"),
            ("Tea", "Teapot", "Tea › Teapot\n"),
        ],
    )
    def test_title_and_headings_stand_before_the_passage_once(self, tokenizer, title, heading, description):
        assert Chunker(tokenizer, ChunkingRules(200)).describe(title, Passage(0, 1, heading=heading)) == description

    def test_what_is_near_is_kept(self, tokenizer):
        chunker = Chunker(tokenizer, ChunkingRules(200, heading_tokens=5))
        assert chunker.describe(words(50), Passage(0, 1, heading="Milk › Sugar")) == "tea › Milk › Sugar\n"

    def test_a_chunker_may_be_told_to_say_nothing(self, tokenizer):
        chunker = Chunker(tokenizer, ChunkingRules(200, heading_tokens=0))
        assert chunker.describe("Tea", Passage(0, 1, heading="Milk")) == ""


class TestRules:
    def test_the_stamp_tells_rules_apart(self, tokenizer):
        rules = [ChunkingRules(200), ChunkingRules(120), ChunkingRules(200, 0), ChunkingRules(200, max_chars=2000)]
        assert len({Chunker(tokenizer, each).stamp for each in rules}) == len(rules)

    def test_the_stamp_stays_while_rules_do(self, tokenizer):
        assert Chunker(tokenizer, ChunkingRules(200)).stamp == Chunker(tokenizer, ChunkingRules(200)).stamp

    @pytest.mark.parametrize(
        "rules",
        [(8,), (200, -1), (200, 101), (200, 32, 200), (200, 32, -1), (200, 32, 40, -1), (200, 32, 40, 40, 0)],
    )
    def test_what_cannot_be_kept_to_is_refused(self, rules):
        with pytest.raises(ValueError):
            ChunkingRules(*rules)

    @pytest.mark.parametrize("passage_tokens", [16, 17, 38, 41, 63])
    def test_a_model_that_reads_little_has_rules_too(self, tokenizer, passage_tokens):
        chunker = Chunker(tokenizer, ChunkingRules.of_model(passage_tokens, 10))
        passages = chunker.cut(build(" ".join(["Tea is hot, and milk is not."] * 40)))
        assert len(passages) > 40 * 8 // passage_tokens

    def test_one_that_reads_enough_has_the_usual_ones(self):
        assert ChunkingRules.of_model(64, 40) == ChunkingRules(64)
        assert ChunkingRules.of_model(320, 64) == ChunkingRules(320, heading_tokens=64)


@pytest.mark.parametrize(
    ("part", "parts"),
    [
        pytest.param("tea ", 60_000, id="words"),
        pytest.param("Tea is hot. Milk is not. ", 10_000, id="sentences"),
        pytest.param("x", 250_000, id="one word"),
        pytest.param(".", 60_000, id="dots"),
        pytest.param("茶は熱い。", 12_000, id="no spaces"),
        pytest.param("tea | 4\n", 25_000, id="lines"),
        pytest.param("tea\n\n", 25_000, id="paragraphs"),
        pytest.param(" ", 500_000, id="spaces"),
    ],
)
def test_its_cost_grows_as_the_text(tokenizer, part, parts):
    chunker = Chunker(tokenizer, ChunkingRules(200))
    assert_linear(chunker.cut, lambda count: build(f"a{part * count}b"), parts)
