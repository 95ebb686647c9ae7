"""Invariants of chunking for any document, rules and tokenizer."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from findling.domain.files import Block, BlockKind, Extraction, Passage
from findling.embedding.catalogue import InstalledModel, find_model, read_catalogue
from findling.embedding.tokenizer import Tokenizer
from findling.extraction.chunking.chunker import Chunker
from findling.extraction.chunking.packing import ChunkingRules
from findling.extraction.document import TextBuilder
from findling.formats import FileKind


class ByteTokenizer:
    """Tokenizer of bytes that are no white space: most letters are one token, some are four."""

    def spans(self, text: str) -> NDArray[np.int32]:
        places = [place for place, letter in enumerate(text) if not letter.isspace() for _ in letter.encode()]
        return np.array([(place, place + 1) for place in places], np.int32).reshape(-1, 2)


TOKENIZERS = {
    "of the model": Tokenizer.open(InstalledModel.bundled(find_model("all-MiniLM-L6-v2", read_catalogue()))),
    "of bytes": ByteTokenizer(),
}

WORDS = st.one_of(
    st.sampled_from(["tea", "milk.", "sugar!", "Antidisestablishmentarianism", "Dr.", "3.14", "a-b-c", "x=y;"]),
    st.sampled_from(["茶は熱い。", "e\u0301te\u0301", "\u200b", "😀", "👩\u200d👩\u200d👧", "\ufdfd"]),
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.sampled_from("xé茶\u200b").flatmap(lambda letter: st.integers(1, 150).map(lambda count: letter * count)),
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", " ", "\n", "\n\n", "", "          "])), max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
BLOCKS = st.builds(
    lambda text, kind, level, page, breaks: (text, {"kind": kind, "level": level, "page": page, "breaks": breaks}),
    TEXTS,
    st.sampled_from(BlockKind),
    st.integers(1, 6),
    st.none() | st.integers(1, 9),
    st.sampled_from([False, False, False, True]),
)
RULES = st.builds(
    lambda size, overlap, least, heading, chars: ChunkingRules(size, overlap, least, heading, chars),
    st.integers(16, 80),
    st.integers(0, 8),
    st.integers(0, 15),
    st.integers(0, 20),
    st.integers(1, 40) | st.integers(40, 4000),
)


@st.composite
def documents(draw) -> Extraction:
    builder = TextBuilder()
    builder.add("x")
    for text, options in draw(st.lists(BLOCKS, max_size=12)):
        builder.add(text, **options)
    return builder.finish(FileKind.TEXT)


def every_tokenizer(test):
    return pytest.mark.parametrize("tokenizer", TOKENIZERS.values(), ids=TOKENIZERS.keys())(
        settings(deadline=None, max_examples=60)(test)
    )


def cut(tokenizer, document: Extraction, rules: ChunkingRules) -> tuple[Passage, ...]:
    """Cut a document, that at some places preferred to others: what holds holds whatever those are."""
    return Chunker(tokenizer, rules).cut(document, range(0, len(document.text), 1 + len(document.text) % 7))


@every_tokenizer
@given(document=documents(), rules=RULES)
def test_no_character_is_outside_every_passage(tokenizer, document, rules):
    passages = cut(tokenizer, document, rules)
    assert passages[0].start == 0
    assert passages[-1].end == len(document.text)
    for before, after in pairwise(passages):
        assert before.start < after.start <= before.end < after.end


@every_tokenizer
@given(document=documents(), rules=RULES)
def test_no_passage_is_longer_than_the_rules_allow(tokenizer, document, rules):
    for passage in cut(tokenizer, document, rules):
        text = document.text[passage.start : passage.end]
        assert len(tokenizer.spans(text)) == passage.tokens <= rules.passage_tokens
        assert 0 < len(text) <= rules.max_chars


@every_tokenizer
@given(document=documents(), rules=RULES, title=TEXTS)
def test_what_is_embedded_fits_the_window(tokenizer, document, rules, title):
    title = " ".join(title.split())
    chunker = Chunker(tokenizer, rules)
    for passage in chunker.cut(document):
        before = chunker.describe(title, passage)
        assert len(tokenizer.spans(before)) <= rules.heading_tokens
        embedded = before + document.text[passage.start : passage.end]
        assert len(tokenizer.spans(embedded)) <= rules.heading_tokens + rules.passage_tokens


@every_tokenizer
@given(document=documents(), rules=RULES)
def test_no_passage_crosses_a_wall(tokenizer, document, rules):
    passages = cut(tokenizer, document, rules)
    for before, block in pairwise(document.blocks):
        is_high = block.kind is BlockKind.HEADING and block.level <= 2
        goes_on = before.kind is BlockKind.HEADING and before.level < block.level
        is_wall = block.breaks or (is_high and not goes_on)
        has_tokens = len(tokenizer.spans(document.text[block.start : block.end])) > 0
        if is_wall and has_tokens:
            assert not [passage for passage in passages if passage.start < block.start < passage.end]


@every_tokenizer
@given(document=documents(), rules=RULES)
def test_overlap_stays_within_its_measure(tokenizer, document, rules):
    for before, after in pairwise(cut(tokenizer, document, rules)):
        shared = document.text[after.start : before.end]
        assert shared == "" or len(tokenizer.spans(shared)) <= max(rules.overlap_tokens, 1)


@every_tokenizer
@given(document=documents(), rules=RULES)
def test_white_space_belongs_to_the_passage_before(tokenizer, document, rules):
    for before, after in pairwise(cut(tokenizer, document, rules)):
        is_full = before.end - before.start == rules.max_chars
        assert is_full or not document.text[after.start].isspace() or before.tokens == 0


@every_tokenizer
@given(document=documents(), rules=RULES)
def test_every_passage_knows_its_page_and_its_headings(tokenizer, document, rules):
    for passage in cut(tokenizer, document, rules):
        block, path = look_up(document, passage)
        assert passage.page == block.page
        assert passage.heading == " › ".join(path)


def look_up(document: Extraction, passage: Passage) -> tuple[Block, list[str]]:
    """Find the first block of a passage and the headings above it by reading the document from its beginning."""
    first = max(index for index, block in enumerate(document.blocks) if block.start <= passage.start or index == 0)
    above: list[Block] = []
    table: Block | None = None
    for index, block in enumerate(document.blocks):
        is_below = block.kind is BlockKind.HEADING and bool(above) and above[-1] is document.blocks[index - 1]
        goes_on = is_below and block.level > above[-1].level and block.start < passage.end and not block.breaks
        if index > first and not goes_on:
            break
        above = [] if block.breaks else above
        table = None if block.kind is not BlockKind.ROW else block if table is None or block.breaks else table
        if block.kind is BlockKind.HEADING:
            above = [*(heading for heading in above if heading.level < block.level), block]
    path = [read(document, heading, 200) for heading in above]
    if table is not None and table is not document.blocks[first]:
        header = read(document, table, 120)
        path += [] if any(map(str.isdigit, header)) else [header]
    return document.blocks[first], path


def read(document: Extraction, block: Block, longest: int) -> str:
    return " ".join(document.text[block.start : block.end][:longest].split())
