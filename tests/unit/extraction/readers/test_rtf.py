"""Rich text: characters of every code page, table rows, pictures left out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.parsing import parse
from findling.extraction.readers import rtf
from findling.extraction.source import Source
from findling.formats import FileKind


def read(data: bytes):
    return rtf.read(Source(data, "a.rtf"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1252 M\'fcller \u8364?5}", "Müller €5"),
        (rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (rb"{\rtf1\ansi\ansicpg1251 " + "Привет".encode("cp1251") + b"}", "Привет"),
        (rb"{\rtf1\ansi\ansicpg99999 caf\'e9}", "café"),
        (rb"{\rtf1 one\par two}", "one\n\ntwo"),
        (rb"{\rtf1{\mmath{\*\moMath{\mf{\mfPr{\mctrlPr no}}{\mnum{\mr a+b}}{\mden{\mr c}}}}}}", "a+b c"),
        (rb"{\rtf1 type\-writer}", "typewriter"),
        (rb"{\rtf1 before {\pict\pngblip 89504e47} after}", "before  after"),
        (rb"{\rtf1 before {\pict\bin5 }}}}}} after}", "before  after"),
        (rb"{\rtf1 before {\pict\jpegblip \bin ffd8ffe0} after}", "before  after"),
        (rb"{\rtf1 {\f2\*\cs7\rtlch shown}}", "shown"),
        (rb"{\rtf1 {\*\generator Riched20;}shown}", "shown"),
        (rb"{\pard a fragment\par}" + b"\n" + rb"{\pard in two groups\par}", "a fragment\n\nin two groups"),
    ],
)
def test_text(data, text):
    assert read(data).text == text


BODY = "Counts were made at dawn."
BOX = r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard kelp\par}}{\shprslt{\*\do{\dptxbxtext kelp}}}}"


@pytest.mark.parametrize(
    "construct",
    [
        r"{\footnote \pard\plain kelp}",
        r"{\super\chftn{\footnote\ftnalt {\super\chftn} kelp}}",
        r"{\*\atnid A}{\*\atnauthor Ann}\chatn{\*\annotation{\*\atndate 5}{\*\atnref 1}\pard kelp}",
        r"{\header\pard kelp\par}",
        r"{\headerl kelp}{\headerr kelp}{\headerf kelp}",
        r"{\footer{\b kelp}\par}",
        BOX,
        r"{\*\do\dobxpage{\dptxbx{\dptxbxtext kelp}}}",
        r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv kelp}}}}",
        r"{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv kelp}}}\pngblip 00ff}}{\nonshppict{\pict 00}}",
        r"{\object{\*\objclass Word.Document}{\*\objdata 00ff}{\result kelp}}",
        r"{\field{\*\fldinst{HYPERLINK \"x\"}}{\fldrslt{\ul kelp}}}",
        r"{\field{\*\fldinst{FORMDROPDOWN{\*\formfield{\fftype2\ffres1{\*\ffl a}{\*\ffl kelp}}}}}{\fldrslt}}",
        r"{\listtext\pard kelp)\tab}",
        r"{\upr{k\'65lp in bytes}{\*\ud{kelp}}}",
        r"{\mmath{\*\moMath{\mr kelp}}{\mmathPict{\pict 00}}}",
        r"{\v kelp}",
        r"{\revised kelp}",
    ],
)
def test_each_destination_with_text_is_read_once_and_keeps_the_sentence_around_it_whole(construct):
    text = read(rf"{{\rtf1\ansi Counts were {{\b made}} at dawn.{construct}\par}}".encode()).text
    assert text.count("kelp") == 1
    assert text.startswith(BODY)
    assert "in bytes" not in text


@pytest.mark.parametrize(
    "construct",
    [
        r"{\*\unheard kelp}",
        r"{\*\unheard{\b kelp}}",
        r"{\field{\*\fldinst{INCLUDETEXT kelp}}{\fldrslt x}}",
        r"{\field{\*\fldinst{IF 1 {\field{\*\fldinst{X}}{\fldrslt kelp}} }}{\fldrslt x}}",
        r"{\deleted kelp}",
        r"{\stylesheet{\s1 kelp;}}",
        r"{\*\bkmkstart kelp}",
        r"{\xe{\v kelp}}",
        r"{\nonesttables kelp\par}",
        r"{\*\htmltag64 kelp}\htmlrtf kelp\htmlrtf0 ",
        r"{\pict\wmetafile8 6b656c70}",
        r"{\sp{\sn shapeName}{\sv kelp}}",
        r"{\info{\author kelp}{\doccomm kelp}}",
    ],
)
def test_what_is_not_shown_is_not_read(construct):
    assert "kelp" not in read(rf"{{\rtf1\ansi Counts were made at dawn.{construct}\par}}".encode()).text


FONTS = (
    rb"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset204{\*\fname A;}Arial Cyr;}{\f2\fcharset128 MS;}"
    rb"{\f3\fcharset2 Wingdings;}{\f4\fcharset177 David;}}"
)


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (rb"\f1 \'cf\'f0\'e8\f0 \'e9", "При\u00e9"),
        (rb"{\f2 \'93\'fa\'96\'7b}", "日本"),
        (rb"{\f3 \'fc}x", "x"),
        (rb"\ltrch\fcs0 \f0 \rtlch\fcs1 \af4 \'f9\'ec\'e5\'ed", "שלום"),
        (rb"\u-10179?\u-8704?", "😀"),
        (rb"\uc2\u26085\'93\'fax", "日x"),
        (rb"\uc0\u8364 5", "€5"),
        (rb"{\uc0\u8364}\u8364?5", "€€5"),
        (rb"\u8211\endash 5", "–5"),
        (rb"\u252\'fcber", "über"),
        (rb"\u9786\par x", "☺\n\nx"),
        (rb"a\~b\_c\-d\line e", "a\u00a0b‑cd\ne"),
        ("Grüße".encode(), "Grüße"),
    ],
)
def test_characters_are_those_of_their_font(run, text):
    shown = read(rb"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + run + b"}").text
    assert shown == text


def test_notes_follow_their_paragraph_and_margins_come_last():
    page = rb"{\footer - {\field{\*\fldinst PAGE}{\fldrslt 3}} -}"
    extraction = read(rb"{\rtf1{\header Firm\par}" + page + rb"One{\footnote a note}.\par Two\par}")
    assert extraction.text == "One.\n\na note\n\nTwo\n\nFirm"
    assert extraction.blocks[-1].kind is BlockKind.META


def test_paragraphs_and_tables_inside_a_cell_stay_in_their_row():
    data = (
        rb"{\rtf1\trowd\intbl rent\par of May\cell {900{\footnote paid}}\cell\row"
        rb"\trowd\intbl x\nestcell y\nestcell{\*\nesttableprops\nestrow}{\nonesttables\par}z\cell\row\pard after\par}"
    )
    assert read(data).text == "rent of May | 900\n\npaid\n\nx | y z\n\nafter"


def test_items_of_lists_bear_their_numbers():
    data = rb"{\rtf1{\listtext\pard 2.\tab}two\par{\pntext\f3\'b7\tab}dot\par}"
    extraction = read(data)
    assert extraction.text == "2. two\n\ndot"
    assert {block.kind for block in extraction.blocks} == {BlockKind.ITEM}


@given(
    st.recursive(
        st.sampled_from([r"\par ", r"\cell ", r"\row ", r"\intbl ", r"\pard ", r"\u8364?", r"\'e4", r"\bin2 }}", "§"]),
        lambda inner: (
            st.tuples(
                st.sampled_from(
                    ["", r"\b ", r"\footnote ", r"\header ", r"\shptxt ", r"\*\annotation ", r"\listtext "]
                ),
                inner,
            ).map(lambda group: "{" + group[0] + group[1] + "}")
            | st.lists(inner, max_size=4).map("".join)
        ),
        max_leaves=20,
    )
)
def test_no_nesting_of_groups_loses_or_doubles_a_word(inside):
    words = [f"kelp{number}" for number in range(inside.count("§"))]
    parts = inside.split("§")
    marked = "".join(part + word for part, word in zip(parts, [*words, ""], strict=True))
    text = read(rf"{{\rtf1 start {marked} end}}".encode()).text
    assert [word for word in words if len(re.findall(rf"{word}(?!\d)", text)) != 1] == []
    assert text.startswith("start")


def test_table_rows_are_told_from_paragraphs():
    extraction = read(rb"{\rtf1 Costs\par\trowd rent\cell 900\cell\row\trowd food\cell\cell\row}")
    assert extraction.text == "Costs\n\nrent | 900\nfood"
    assert [block.kind for block in extraction.blocks] == [BlockKind.PARAGRAPH, BlockKind.ROW, BlockKind.ROW]


def test_a_title_that_a_program_made_up_is_none():
    assert read(rb"{\rtf1{\info{\title Microsoft Word - lease.doc}}text}").title == ""


def test_the_title_is_decoded_like_the_text():
    extraction = read(rb"{\rtf1\ansi\ansicpg1250{\info{\title \'d8e\'e8}{\author N}}text}")
    assert (extraction.title, extraction.kind) == ("Řeč", FileKind.RTF)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rb"{\rtf1 }", Reason.NO_TEXT),
        (b"{\\rtf1 " + b"x" * rtf.SIZE_LIMIT + b"}", Reason.TOO_LARGE),
    ],
    ids=["empty", "large"],
)
def test_what_cannot_be_read_says_why(data, reason):
    with pytest.raises(ExtractionError) as caught:
        read(data)
    assert caught.value.reason == reason


FIELD = rb"{\rtf1\ansi Before {\field{\*\fldinst{ %b}}{\fldrslt %b}} after}"


@pytest.mark.parametrize(
    ("code", "result", "shown"),
    [
        (rb"MACROBUTTON AcceptAll Click here", rb"", "Click here"),
        (rb"MACROBUTTON  Go B\'fccher \u1078? kaufen", rb"", "Bücher ж kaufen"),
        (rb"MACROBUTTON AcceptAll Click here", rb"{Klick}", "Klick"),
        (rb"EQ \\f(quantity,price)", rb"", "quantity price"),
        (rb"PAGE", rb"7", "7"),
        (rb"AUTHOR", rb"", ""),
    ],
)
def test_a_field_without_a_result_shows_what_stands_in_its_code(code, result, shown):
    extraction = parse(Source(FIELD % (code, result), "a.rtf"))
    assert extraction.text == f"Before {shown} after"
    assert extraction.wholeness.unread == ()


@pytest.mark.parametrize(
    ("font", "encoding", "letters"),
    [
        (rb"\fswiss Arial Cyr", "cp1251", "Кошка"),
        (rb"\froman\fcharset0 Times New Roman Cyr", "cp1251", "Кошка"),
        (rb"\fswiss{\*\panose 020b0604020202020204}Arial Greek", "cp1253", "Γάτα"),
        (rb"\fmodern Courier New CE", "cp1250", "Příliš"),
        (rb"\fswiss Arial Tur", "cp1254", "Işık"),
        (rb"\fswiss Arial (Hebrew)", "cp1255", "חתול"),
        (rb"\fswiss\fcharset161 Arial Cyr", "cp1253", "Γάτα"),
        (rb"\fswiss Balance", "cp1252", "Brücke"),
    ],
)
def test_a_font_without_a_charset_has_the_one_that_its_name_tells(font, encoding, letters):
    escaped = "".join(f"\\'{byte:02x}" for byte in letters.encode(encoding)).encode()
    assert read(rb"{\rtf1\ansi{\fonttbl{\f0\fswiss Arial;}{\f3%b;}}\f3 %b}" % (font, escaped)).text == letters


def test_words_of_a_text_are_no_name_of_a_font():
    data = rb"{\rtf1\ansi{\fonttbl{\f0\fswiss Arial;}}{\f0 We went to the Thai;} caf\'e9}"
    assert read(data).text == "We went to the Thai; café"


def test_braces_without_end_do_no_harm():
    assert read(b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}").text == "x"
