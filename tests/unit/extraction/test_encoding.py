"""Decoding of text in any encoding."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import Reason, Unread
from findling.errors import ExtractionError
from findling.extraction.encoding import codec_of, decode
from findling.extraction.parsing import parse
from findling.extraction.source import Source

RUSSIAN = "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему. " * 5
JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。" * 5
FRENCH = "Dès Noël, où un zéphyr haï me vêt de glaçons würmiens, je dîne d’exquis rôtis de bœuf. " * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-32"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (FRENCH, "cp1252"),
        ("plain words in sixteen bits " * 20, "utf-16-le"),
        ("plain words in sixteen bits " * 20, "utf-16-be"),
        ("今天天气很好，我们去公园散步吧。" * 10, "gb18030"),
        ("今天天氣很好，我們去公園散步吧。" * 10, "big5"),
        ("今天天气很好，我们去公园散步吧。" * 10, "hz"),
        ("오늘은 날씨가 매우 좋습니다. 공원에 산책하러 갑시다." * 10, "cp949"),
    ],
)
def test_the_text_that_was_written(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Größe Straße Müller",
        "Name;Straße;Größe\nMüller;Königsallee;groß\n",
        "l’été à Genève",
        "Ærøskøbing på Fyn",
        "Don’t — “quoted”",
        "§ 5 Abs. 2",
        "12 m² à 5 €/m²",
        "Très bien, merci",
        "TÜV SÜD",
        "É È À",
    ],
)
def test_a_few_words_of_a_western_language_are_read_as_windows_writes_them(text):
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("100 € Größe œuvre", "iso8859-15"),
        ("Łódź, Kraków i Gdańsk", "cp1250"),
        ("İstanbul Şişli", "cp1254"),
        ("Договор поставки", "cp1251"),
        ("Петров Ivan", "cp1251"),
        ("Καλημέρα", "cp1253"),
        ("東京都", "cp932"),
        ("テスト", "cp932"),
        ("臺北市", "big5"),
        ("안녕하세요", "cp949"),
    ],
)
def test_a_few_words_of_another_script_or_system_are_not_taken_for_western_ones(text, encoding):
    assert decode(text.encode(encoding)).text == text


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf8_is_never_taken_for_anything_else(text):
    text = text.replace("~{", "").removeprefix("\ufeff")
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.sure) == (text, "utf-8", True)


@given(st.binary(max_size=300))
def test_any_bytes_become_some_text(data):
    assert isinstance(decode(data).text, str)


def test_a_few_broken_letters_do_not_make_utf8_another_encoding():
    decoded = decode(RUSSIAN.encode() + b"\xff" + RUSSIAN.encode())
    assert decoded.encoding == "utf-8"
    assert not decoded.sure
    assert decoded.text == f"{RUSSIAN}\ufffd{RUSSIAN}"


def test_the_first_letter_outside_ascii_may_come_late():
    text = "x" * 200_000 + RUSSIAN
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        (b"\x80 5", "iso-8859-1", "€ 5"),
        (b"\x93quoted\x94", "latin-1", "“quoted”"),
        ("①".encode("cp932"), "Shift_JIS", "①"),
        ("镕".encode("gb18030"), "gb2312", "镕"),
        ("é".encode(), "iso-8859-1", "é"),
    ],
)
def test_declared_names_mean_what_browsers_understand(data, declared, text):
    assert decode(data, declared).text == text


@pytest.mark.parametrize("name", ["", None, "no-such-thing", "base64", "rot13", "\0"])
def test_names_that_are_no_encoding(name):
    assert codec_of(name) is None
    assert decode(b"\xe9t\xe9", name).text


def test_files_named_after_their_encoding(shared_data):
    """Decoding by a declared name is compared with the codec as browsers understand it."""
    right = total = 0
    for path in sorted((shared_data / "formats/set_A/files/encoding").iterdir()):
        name = re.sub("-(slovene|slovak|czech)$", "", path.name.split("__")[0])
        data = path.read_bytes()
        codec = name if name.lower().startswith("utf-16") else codec_of(name)
        expected = codecs.decode(data, codec, "replace").removeprefix("\ufeff")
        total += 1
        right += decode(data).text == expected
    assert right >= 0.99 * total


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("zeros", [4, 5, 6, 7, 64, 5_000])
def test_zeros_behind_a_text_are_no_part_of_it(codec, zeros):
    text = "Der Hund läuft über die Straße, und die Katze schläft auf der Bank im Garten.\n" * 3
    assert decode(text.encode(codec) + b"\0" * zeros).text.rstrip("\0") == text


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a"])
def test_a_table_with_more_zeros_behind_it_than_text_is_read_and_not_called_whole(name):
    extraction = parse(Source(b"name;place\nAnn;Leeds\nBea;York\n" + b"\0" * 4_096, name))
    assert "Leeds" in extraction.text
    assert "\0" not in extraction.text
    assert extraction.wholeness.unread == (Unread.UNDECODABLE,)


def test_zeros_alone_are_no_text():
    with pytest.raises(ExtractionError) as refusal:
        parse(Source(b"\0" * 4_096, "a.csv"))
    assert refusal.value.reason == Reason.BINARY
