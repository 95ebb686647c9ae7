from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from findling.embedding.catalogue import FileRole
from findling.embedding.tokenizer import WINDOW, Tokenizer, split_windows
from findling.errors import ModelError
from growth import assert_linear


@pytest.fixture(scope="module")
def tokenizer(installed):
    return Tokenizer.open(installed)


def _real_text(shared_data, characters):
    lines = (shared_data / "ir" / "time" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    return "\n\n".join(json.loads(line)["text"] for line in lines)[:characters]


def test_ids_are_those_of_the_published_vocabulary(tokenizer):
    assert tokenizer.encode("Hello world") == [101, 7592, 2088, 102]
    assert tokenizer.special_tokens == 2


def test_nothing_is_truncated_or_padded(tokenizer):
    assert len(tokenizer.encode("word " * 1_000)) == 1_002
    assert len(tokenizer.encode("word")) == 3


def test_spans_are_code_points_of_the_text(tokenizer):
    text = "Zoë’s 🐧 naïveté\ncosts 12 €"
    assert [text[start:end] for start, end in tokenizer.spans(text)] == [
        "Zoë", "’", "s", "🐧", "naive"[:2] + "ï" + "ve", "té", "costs", "12", "€",
    ]  # fmt: skip


def test_windows_give_the_tokens_of_the_whole_text(tokenizer, shared_data):
    text = _real_text(shared_data, 200_000)
    whole = tokenizer.encode(text)
    assert tokenizer.count(text) == len(whole) - tokenizer.special_tokens
    spans = tokenizer.spans(text)
    assert len(spans) == tokenizer.count(text)
    assert (spans[1:, 0] >= spans[:-1, 1]).all()
    assert (spans[:, 0] < spans[:, 1]).all()


@given(st.text("ab \n\u00a0é", max_size=300), st.integers(1, 40))
@example("", 5)
@example("abcdefgh", 3)
def test_windows_are_the_text_in_pieces_that_end_at_white_space_where_there_is_some(text, size):
    windows = list(split_windows(text, size))
    assert "".join(window for _, window in windows) == text
    for offset, window in windows:
        assert text.startswith(window, offset)
        assert 0 < len(window) <= size
        at_end = offset + len(window) == len(text)
        assert at_end or window[-1].isspace() or (len(window) == size and not any(map(str.isspace, window)))


@pytest.mark.parametrize(
    "unit", ["x", "word ", " ", "漢", "e\u0301"], ids=["one word", "words", "blank", "han", "marks"]
)
def test_a_giant_text_takes_its_time_in_proportion(tokenizer, unit):
    text = unit * (500_000 // len(unit))
    count = tokenizer.count(text)
    assert_linear(tokenizer.count, lambda units: unit * units, 500_000 // len(unit))
    assert count >= len(text) // WINDOW if unit.strip() else count == 0


def test_lone_surrogates_keep_their_place(tokenizer):
    text = "before \ud800 after \udfff"
    assert [text[start:end] for start, end in tokenizer.spans(text)][-1] == "after"
    assert tokenizer.encode("\ud800")


def test_no_text_has_no_tokens(tokenizer):
    assert tokenizer.spans("").shape == (0, 2)
    assert tokenizer.count(" \n ") == 0


def test_a_panic_of_the_library_is_an_ordinary_error():
    class PanicException(BaseException):
        pass

    class Panicking:
        def no_truncation(self): ...
        def no_padding(self): ...
        def num_special_tokens_to_add(self, is_pair):
            return 2

        def encode(self, text, pair, add_special_tokens):
            raise PanicException("index out of bounds")

    with pytest.raises(RuntimeError, match="panicked: index out of bounds"):
        Tokenizer(Panicking()).encode("text")


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", None], ids=["empty", "no model", "not UTF-8", "absent"])
def test_a_damaged_tokenizer_is_named(copied, content):
    path = copied.path(FileRole.TOKENIZER)
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=r"tokenizer\.json of the model all-MiniLM-L6-v2 cannot be loaded"):
        Tokenizer.open(copied)
