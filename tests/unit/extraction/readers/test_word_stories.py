"""Every construct of a Word document is read once, in its place, and the audit finds nothing missing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import BlockKind, Extraction, Reason, Unread
from findling.errors import ExtractionError
from findling.extraction import limits, parsing
from findling.extraction.document import TEXT_LIMIT
from findling.extraction.parsing import parse
from findling.extraction.previews import markup_preview
from findling.extraction.previews.picture_gallery import PictureGallery
from findling.extraction.readers import word
from findling.extraction.source import Source
from growth import assert_linear
from madepapers import NAMESPACES, R, W, notes, story
from madepapers import word as pack_word
from zips import pack

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "http://purl.oclc.org/ooxml/officeDocument/math",
}


def source(body: str, **parts: str | bytes) -> Source:
    return Source(pack_word(body, sentences=(), **parts), "a.docx")


def members(data: bytes) -> dict[str, str]:
    """The parts of a document that are text."""
    with limits.open_zip(data) as archive:
        return {name: limits.read_member(archive, name).decode() for name in archive.namelist()}


def read(body: str, **parts: str | bytes) -> Extraction:
    return word.read(source(body, **parts))


def blocks_of(extraction: Extraction):
    return [(extraction.text[block.start : block.end], block.kind, block.level) for block in extraction.blocks]


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def text(words: str) -> str:
    return run(f'<w:t xml:space="preserve">{words}</w:t>')


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def mark(kind: str, inner: str = "") -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar>')


def instruction(words: str) -> str:
    return run(f"<w:instrText>{words}</w:instrText>")


def field(code: str, *result: str) -> str:
    return mark("begin") + instruction(code) + mark("separate") + "".join(result) + mark("end")


def box(*inner: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{''.join(inner)}</w:txbxContent></wps:txbx></wps:wsp>"


def old_box(*inner: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{''.join(inner)}</w:txbxContent></v:textbox></v:shape></w:pict>"


def drawing(inner: str) -> str:
    return f"<w:drawing><a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></w:drawing>"


def either(*choices: str, fallback: str = "") -> str:
    branches = "".join(f'<mc:Choice Requires="wps">{choice}</mc:Choice>' for choice in choices)
    return f"<mc:AlternateContent>{branches}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inner)}</w:tc>"


def formula(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


def sign(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


AB, CD, X = paragraph(text("ab")), paragraph(text("cd")), text("x")
DELETED_MARK = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
ENTRIES = '<w:result w:val="1"/><w:listEntry w:val="red"/><w:listEntry w:val="blue"/>'
DROP_DOWN = f"<w:ffData><w:ddList>{ENTRIES}</w:ddList></w:ffData>"
DRAFT = '<w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>'
NO_SYMBOLS = '<w:sym w:font="Wingdings" w:char="zz"/><w:sym w:font="X" w:char="F0FC"/>'
E_MAIL = "<w:t>e</w:t><w:noBreakHyphen/><w:t>ma</w:t><w:softHyphen/><w:t>il</w:t>"
CONTROL = "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
RUBY = f"<w:ruby><w:rubyPr/><w:rt>{text('kana')}</w:rt><w:rubyBase>{text('kanji')}</w:rubyBase></w:ruby>"

CONSTRUCTS = {
    # Wrappers of a part of a line.
    "simple field": (paragraph(f'<w:fldSimple w:instr="NAME">{text("Ann")}</w:fldSimple>'), "Ann"),
    "smart tag": (paragraph(f"<w:smartTag><w:smartTagPr/>{text('Ann')}</w:smartTag>"), "Ann"),
    "custom markup": (paragraph(f"<w:customXml><w:customXmlPr/>{text('Ann')}</w:customXml>"), "Ann"),
    "content control": (paragraph(CONTROL.format(text("Ann"))), "Ann"),
    "direction": (paragraph(f'<w:dir w:val="rtl"><w:bdo w:val="ltr">{text("Ann")}</w:bdo></w:dir>'), "Ann"),
    "link": (paragraph(f'<w:hyperlink w:anchor="x">{text("Ann")}</w:hyperlink>'), "Ann"),
    "unheard-of wrapper": (paragraph(f'<u:new xmlns:u="urn:u"><u:er>{text("Ann")}</u:er></u:new>'), "Ann"),
    "text that is no text": (paragraph(X, '<u:new xmlns:u="urn:u">4711</u:new>'), "x"),
    "reading beside a word": (paragraph(run(RUBY), text(" go on")), "kanji go on\n\nkana"),
    # Wrappers of paragraphs, rows and cells.
    "control of paragraphs": (CONTROL.format(AB + CD), "ab\n\ncd"),
    "unheard-of wrapper of paragraphs": (f'<u:new xmlns:u="urn:u">{AB}{CD}</u:new>', "ab\n\ncd"),
    "control of a row": (table(CONTROL.format(row(cell(AB), cell(CD)))), "ab | cd"),
    "control of a cell": (table(row(CONTROL.format(cell(AB)), cell(CD))), "ab | cd"),
    "text without a paragraph": (f"{X}{AB}{X}", "x\n\nab\n\nx"),
    "text in a cell without a paragraph": (table(row(cell(X), cell(AB))), "x | ab"),
    # Changes.
    "insertion": (paragraph(f"<w:ins>{X}</w:ins>"), "x"),
    "deletion": (paragraph(X, f"<w:del>{run('<w:delText>not</w:delText>')}</w:del>"), "x"),
    "deletion of usual text": (paragraph(X, f"<w:del>{text('not')}</w:del>"), "x"),
    "inserted and deleted": (paragraph(X, f"<w:ins><w:del>{text('not')}</w:del></w:ins>"), "x"),
    "move": (paragraph(f"<w:moveFrom>{X}</w:moveFrom>") + paragraph(f"<w:moveTo>{X}</w:moveTo>"), "x"),
    "deleted end of a paragraph": (paragraph(text("a"), properties=DELETED_MARK) + paragraph(text("b")), "ab"),
    "deleted end before a table": (paragraph(text("a"), properties=DELETED_MARK) + table(row(cell(AB))), "a\n\nab"),
    "deleted end at the end": (AB + paragraph(text("a"), properties=DELETED_MARK), "ab\n\na"),
    "deleted row": (table(row(cell(AB), cell(CD)), row(cell(AB), cell(CD), properties="<w:del/>")), "ab | cd"),
    "inserted row": (table(row(cell(AB), cell(CD), properties="<w:ins/>")), "ab | cd"),
    "deleted cell": (table(row(cell(AB), cell(CD), cell(AB, properties="<w:cellDel/>"))), "ab | cd"),
    "former properties": (
        paragraph(X, properties='<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'), "x",
    ),
    # Fields.
    "field": (paragraph(field("DATE", text("3 May"))), "3 May"),
    "field in an instruction": (
        paragraph(mark("begin"), instruction("IF "), field("SEX", text("M")), mark("separate"), X, mark("end")), "x",
    ),
    "field in a result": (paragraph(field("TOC", text("a "), field("PAGE", text("1")), text(" b"))), "a 1 b"),
    "field without a result": (
        paragraph(text("a"), mark("begin"), instruction('XE "b"'), mark("end"), text("c")), "ac",
    ),
    "field without an end": (paragraph(text("a"), mark("begin"), text("b")) + AB, "ab\n\nab"),
    "end without a field": (paragraph(text("a"), mark("separate"), mark("end"), text("b")), "ab"),
    "field over paragraphs": (
        paragraph(mark("begin"), instruction("TOC"), mark("separate"), text("a")) + paragraph(text("b"), mark("end")),
        "a\n\nb",
    ),
    "choice in an old form": (paragraph(mark("begin", DROP_DOWN), instruction("FORMDROPDOWN"), mark("end")), "blue"),
    "choice with a result": (
        paragraph(mark("begin", DROP_DOWN), instruction("FORMDROPDOWN"), mark("separate"), X, mark("end")), "x",
    ),
    # Alternatives.
    "first of two forms": (paragraph(run(either("<w:t>new</w:t>", fallback="<w:t>old</w:t>"))), "new"),
    "second of three forms": (
        paragraph(run(either("<w:t/>", "<w:t>new</w:t>", fallback="<w:t>old</w:t>"))), "new",
    ),
    "form for older programs": (paragraph(run(either("<w:drawing/>", fallback="<w:t>old</w:t>"))), "old"),
    "forms in forms": (
        paragraph(run(either(either("<w:t>a</w:t>", fallback="<w:t>b</w:t>"), fallback="<w:t>c</w:t>"))), "a",
    ),
    "forms of paragraphs": (either(AB, fallback=CD), "ab"),
    # Boxes, and what else stands in a paragraph and is none of it.
    "box": (paragraph(text("a"), run(drawing(box(AB, CD))), text("b")), "ab\n\nab\n\ncd"),
    "old box": (paragraph(text("a"), run(old_box(AB, CD)), text("b")), "ab\n\nab\n\ncd"),
    "box in two forms": (paragraph(run(either(drawing(box(AB)), fallback=old_box(AB)))), "ab"),
    "box in a box": (paragraph(text("a"), run(drawing(box(paragraph(text("b"), run(old_box(AB))), CD)))),
                     "a\n\nb\n\nab\n\ncd"),
    "table in a box": (paragraph(text("a"), run(old_box(table(row(cell(AB), cell(CD)))))), "a\n\nab | cd"),
    "box in a cell": (table(row(cell(paragraph(text("a"), run(old_box(AB)))), cell(CD))), "a ab | cd"),
    "table in a run": (paragraph(text("a"), run(table(row(cell(AB), cell(CD)))), text("b")), "a\nb\n\nab | cd"),
    "letters as a picture": (paragraph(run(DRAFT)), "DRAFT"),
    "text of a shape": (
        paragraph(run(drawing("<a:sp><a:txBody><a:p><a:r><a:t>ab</a:t></a:r></a:p></a:txBody></a:sp>"))), "ab",
    ),
    # Elements that stand for characters.
    "tab and breaks": (paragraph(run("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>")),
                       "a b\nc\nd"),
    "break of the page": (paragraph(run('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>')), "a\nb"),
    "tab stop": (paragraph(X, properties="<w:tabs><w:tab/></w:tabs>"), "x"),
    "hyphens": (paragraph(run(E_MAIL)), "e\u2011mail"),
    "symbol": (paragraph(run('<w:sym w:font="Wingdings" w:char="F0FC"/>')), "✓"),
    "symbol without its plane": (paragraph(run('<w:sym w:font="Symbol" w:char="61"/>')), "α"),
    "symbol of a usual font": (paragraph(run('<w:sym w:font="Arial" w:char="00E9"/>')), "é"),
    "symbol that is none": (paragraph(X, run(NO_SYMBOLS)), "x"),
    "letters of a symbol font": (
        paragraph(run('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf061</w:t>'), text("\uf061")), "α\uf061",
    ),
    # Formulas.
    "fraction": (paragraph(formula(f"<m:f><m:num>{sign('a')}</m:num><m:den>{sign('b+c')}</m:den></m:f>")), "a/(b+c)"),
    "choice of two": (
        paragraph(formula('<m:f><m:fPr><m:type m:val="noBar"/></m:fPr>'
                          f"<m:num>{sign('n')}</m:num><m:den>{sign('k')}</m:den></m:f>")), "n¦k",
    ),
    "indices": (
        paragraph(formula(f"<m:sSubSup><m:e>{sign('x')}</m:e><m:sub>{sign('i')}</m:sub><m:sup>{sign('2')}</m:sup>"
                          "</m:sSubSup>")), "x_i^2",
    ),
    "roots": (
        paragraph(formula(f"<m:rad><m:deg/><m:e>{sign('x')}</m:e></m:rad>"
                          f"<m:rad><m:deg>{sign('3')}</m:deg><m:e>{sign('x')}</m:e></m:rad>")), "√x√(3&amp;x)",
    ),
    "sum": (
        paragraph(formula('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
                          f"<m:sub>{sign('i=1')}</m:sub><m:sup>{sign('n')}</m:sup><m:e>{sign('i')}</m:e></m:nary>")),
        "∑_(i=1)^n i",
    ),
    "integral": (paragraph(formula(f"<m:nary><m:sub/><m:sup/><m:e>{sign('f')}</m:e></m:nary>")), "∫ f"),
    "brackets": (
        paragraph(formula('<m:d><m:dPr><m:begChr m:val="⟨"/><m:endChr m:val="⟩"/></m:dPr>'
                          f"<m:e>{sign('a')}</m:e><m:e>{sign('b')}</m:e></m:d>")), "⟨a|b⟩",
    ),
    "matrix": (
        paragraph(formula(f"<m:m><m:mPr/><m:mr><m:e>{sign('a')}</m:e><m:e>{sign('b')}</m:e></m:mr>"
                          f"<m:mr><m:e>{sign('c')}</m:e><m:e>{sign('d')}</m:e></m:mr></m:m>")), "(a&amp;b@c&amp;d)",
    ),
    "function": (
        paragraph(formula(f"<m:func><m:fName>{sign('sin')}</m:fName><m:e>{sign('θ')}</m:e></m:func>")), "sin θ",
    ),
    "text of the document in a formula": (paragraph(formula(f"<m:unheard>{text('ab')}</m:unheard>")), "ab"),
    "formula of its own": (f"<m:oMathPara>{formula(sign('E'))}</m:oMathPara>{AB}", "E\n\nab"),
    # Tables.
    "merged cells": (
        table(row(cell(AB, properties='<w:gridSpan w:val="2"/>'), cell(CD, properties='<w:vMerge w:val="restart"/>')),
              row(cell(AB), cell(AB), cell("<w:p/>", properties="<w:vMerge/>"))), "ab | cd\nab | ab",
    ),
    "words in a merged cell": (table(row(cell(AB), cell(CD)), row(cell(AB), cell(CD, properties="<w:vMerge/>"))),
                               "ab | cd\nab | cd"),
    "table in a table": (table(row(cell(table(row(cell(AB), cell(CD)))), cell(AB))), "ab | cd\n\nab"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_a_construct_is_read_as_it_shows(body, expected):
    paper = source(body)
    extraction = word.read(paper)
    assert extraction.text == expected.replace("&amp;", "&")
    assert parsing.check_wholeness(paper, extraction).unread == ()


@pytest.mark.parametrize(("body", "expected"), CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_a_document_of_the_strict_form_reads_the_same(body, expected):
    parts = members(pack_word(body, sentences=()))
    for usual, strict in STRICT.items():
        parts = {name: part.replace(usual, strict) for name, part in parts.items()}
    assert word.read(Source(pack(parts), "a.docx")).text == expected.replace("&amp;", "&")


INLINE = ("smartTag", "customXml", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo", "sdt", "unheard", "choice")
AROUND = ("customXml", "sdt", "ins", "moveTo", "unheard", "choice", "fallback", "tbl")


def wrap(name: str, inner: str) -> str:
    match name:
        case "tbl":
            return table(row(cell(inner), cell("<w:p/>")))
        case "sdt":
            return CONTROL.format(inner)
        case "unheard":
            return f'<u:n xmlns:u="urn:u"><u:n>{inner}</u:n></u:n>'
        case "choice":
            return either(inner, fallback=inner)
        case "fallback":
            return either("", fallback=inner)
        case _:
            return f"<w:{name}>{inner}</w:{name}>"


def join(found: list[tuple[str, str]]) -> tuple[str, str]:
    """The words of some markup, and the markup itself, one after the other."""
    return " ".join(words for words, _ in found), "".join(markup for _, markup in found)


def wrapped(inner: st.SearchStrategy[tuple[str, str]], names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, str]]:
    several = st.lists(inner, min_size=1, max_size=3).map(join)
    return st.tuples(st.sampled_from(names), several).map(lambda found: (found[1][0], wrap(found[0], found[1][1])))


WORD = st.integers(0, 999).map(lambda number: (f"w{number}", text(f"w{number} ")))
LINE = st.recursive(WORD, lambda inner: wrapped(inner, INLINE), max_leaves=8)
PARAGRAPH = st.lists(LINE, min_size=1, max_size=3).map(join).map(lambda found: (found[0], paragraph(found[1])))
BODY = st.recursive(PARAGRAPH, lambda inner: wrapped(inner, AROUND), max_leaves=8)


@given(st.lists(BODY, min_size=1, max_size=3))
def test_the_text_of_any_nesting_is_read_once_and_in_order(bodies):
    paper = source("".join(xml for _, xml in bodies))
    extraction = word.read(paper)
    assert re.findall(r"\w+", extraction.text) == join(bodies)[0].split()
    assert parsing.check_wholeness(paper, extraction).unread == ()


HARMLESS = (
    *("p", "r", "pPr", "rPr", "tbl", "tr", "tc", "trPr", "tcPr", "txbxContent", "sdt", "ins", "hyperlink", "instrText"),
    *("footnote", "comment", "fldSimple", "numPr", "ddList", "ruby"),
)
EMPTY = (
    *("<w:tab/>", "<w:br/>", '<w:sym w:font="Symbol" w:char="61"/>', "<w:vMerge/>", '<w:gridSpan w:val="0"/>'),
    *('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', '<w:pStyle w:val="S"/>'),
    *("<w:listEntry/>", '<w:outlineLvl w:val="1"/>', "<w:tblHeader/>", "<w:altChunk/>", '<v:textpath string="q"/>'),
)
MATHS = ("oMath", "f", "num", "den", "rad", "deg", "e", "nary", "sub", "d", "m", "mr", "limUpp", "lim", "func", "fName")
DISORDER = st.recursive(
    WORD | st.sampled_from(EMPTY).map(lambda markup: ("", markup)),
    lambda inner: st.one_of(
        wrapped(inner, HARMLESS),
        st.tuples(st.sampled_from(MATHS), st.lists(inner, min_size=1, max_size=3).map(join)).map(
            lambda found: (found[1][0], f"<m:{found[0]}>{found[1][1]}</m:{found[0]}>")
        ),
    ),
    max_leaves=15,
)


@given(st.lists(DISORDER, min_size=1, max_size=3).map(join))
def test_no_word_is_lost_or_read_twice_in_any_disorder_of_elements(found):
    words, markup = found
    paper = source(f"{AB}{markup}")
    extraction = word.read(paper)
    assert sorted(re.findall(r"w\d+", extraction.text)) == sorted(words.split())
    markup_preview.from_word(paper, PictureGallery())


def style(name: str, properties: str = "", based_on: str = "", style_id: str = "S") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


@pytest.mark.parametrize(
    ("styles", "own", "level"),
    [
        pytest.param(style("heading 3"), "", 3, id="name without a level"),
        pytest.param(style("Überschrift 2"), "", 2, id="name in another language"),
        pytest.param(style("标题 2"), "", 2, id="name in another script"),
        pytest.param(style("Heading"), "", 1, id="name without a number"),
        pytest.param(style("heading 1", '<w:outlineLvl w:val="8"/>'), "", 6, id="deepest level"),
        pytest.param(style("x", based_on="B") + style("heading 2", style_id="B"), "", 2, id="inherited by name"),
        pytest.param(style("x", based_on="B") + style("Heading", style_id="B"), "", 0, id="base of headings"),
        pytest.param(style("x"), '<w:outlineLvl w:val="3"/>', 4, id="level of its own"),
        pytest.param(style("heading 1"), '<w:outlineLvl w:val="9"/>', 0, id="body text of its own"),
        pytest.param(style("heading 1"), '<w:outlineLvl w:val="high"/>', 1, id="level that is no number"),
        pytest.param("", "", 0, id="style that is not there"),
    ],
)
def test_a_heading_has_its_own_level_else_that_of_its_style(styles, own, level):
    body = paragraph(X, properties=f'<w:pStyle w:val="S"/>{own}')
    part = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
    assert blocks_of(read(body, styles=part)) == [("x", kind, level)]


def numbering(link: str = "") -> str:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>{link}</w:lvl>'
    scheme = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    return f'<w:numbering xmlns:w="{W}">{scheme}<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'


def number(list_: str) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_}"/></w:numPr>'


@pytest.mark.parametrize(
    ("styles", "link", "own", "kind"),
    [
        pytest.param("", "", number("7"), BlockKind.ITEM, id="its own list"),
        pytest.param("", "", number("8"), BlockKind.PARAGRAPH, id="list that is not there"),
        pytest.param(style("x", number("7")), "", "", BlockKind.ITEM, id="list of the style"),
        pytest.param(style("x", based_on="B") + style("y", number("7"), style_id="B"), "", "", BlockKind.ITEM,
                     id="list of the style that it is based on"),
        pytest.param(style("x"), '<w:pStyle w:val="S"/>', "", BlockKind.ITEM, id="list that names the style"),
        pytest.param(style("x", number("7")), "", number("0"), BlockKind.PARAGRAPH, id="taken out of the list"),
        pytest.param(style("heading 1", number("7")), "", "", BlockKind.HEADING, id="heading with a number"),
    ],
)  # fmt: skip
def test_a_paragraph_in_a_list_is_an_item(styles, link, own, kind):
    body = paragraph(X, properties=f'<w:pStyle w:val="S"/>{own}')
    part = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    assert read(body, styles=part, numbering=numbering(link)).blocks[0].kind is kind


def worded(form: str, label: str, more: str = "") -> str:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/></w:lvl>'
    scheme = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    return (
        f'<w:numbering xmlns:w="{W}">{scheme}'
        f'<w:num w:numId="7"><w:abstractNumId w:val="1"/>{more}</w:num></w:numbering>'
    )


@pytest.mark.parametrize(
    ("form", "label", "texts"),
    [
        ("decimal", "Article %1", ["Article 3 rent", "Article 4", "Article 5 costs"]),
        ("upperRoman", "Chapter %1:", ["Chapter III: rent", "Chapter IV:", "Chapter V: costs"]),
        ("decimal", "§ %1", ["§ 3 rent", "§ 4", "§ 5 costs"]),
        ("none", "Question", ["Question rent", "Question", "Question costs"]),
        ("decimal", "%1.", ["rent", "costs"]),
        ("decimal", "(%1)", ["rent", "costs"]),
        ("bullet", "o", ["rent", "costs"]),
    ],
)
def test_a_number_that_words_stand_in_is_read_where_word_shows_it(form, label, texts):
    properties = number("7")
    body = "".join(paragraph(run(text(words)), properties=properties) for words in ("rent", "", "costs"))
    extraction = parse(source(body, numbering=worded(form, label)))
    assert extraction.text.split("\n\n") == texts
    assert extraction.wholeness.unread == ()


def test_the_preview_shows_a_number_in_words_even_of_an_empty_paragraph():
    body = paragraph(run(text("rent")), properties=number("7")) + paragraph("", properties=number("7"))
    shown = markup_preview.from_word(source(body, numbering=worded("decimal", "Article %1")), PictureGallery())
    assert re.findall(r"Article \d", str(shown)) == ["Article 3", "Article 4"]


def test_notes_come_after_the_text_whether_referred_to_or_not():
    extraction = read(AB, footnotes=notes("footnote", "foot"), endnotes=notes("endnote", "end"))
    assert blocks_of(extraction) == [
        ("ab", BlockKind.PARAGRAPH, 0),
        ("foot", BlockKind.ITEM, 0),
        ("end", BlockKind.ITEM, 0),
    ]


def test_boxes_and_fields_of_headers_are_read():
    header = story("hdr", "Müller").replace("<w:p>", f"<w:p>{text('To ')}{field('NAME', text('Ann '))}", 1)
    body = header.replace("</w:hdr>", f"{paragraph(run(old_box(AB)))}{paragraph(text('7'))}</w:hdr>")
    paper = source(CD, header1=body)
    extraction = word.read(paper)
    assert blocks_of(extraction)[1:] == [("To Ann Müller\nab", BlockKind.META, 0)]
    assert parsing.check_wholeness(paper, extraction).unread == ()


CHUNKS = {
    "page": ("<html><body><p>ab</p></body></html>", "ab"),
    "rich text": (r"{\rtf1 ab}", "ab"),
    "document": (pack_word(AB, sentences=()), "ab"),
    "nothing to read": (b"\x89PNG\r\n\x1a\n" + bytes(99), ""),
}


@pytest.mark.parametrize(("chunk", "expected"), CHUNKS.values(), ids=CHUNKS)
def test_a_document_of_another_format_is_read_where_it_stands(chunk, expected):
    paper = source(f'{CD}<w:altChunk r:id="chunk"/>{CD}', chunk=chunk)
    extraction = word.read(paper)
    assert extraction.text.split() == ["cd", *expected.split(), "cd"]
    assert parsing.check_wholeness(paper, extraction).unread == (Unread.EMBEDDED,)


def test_a_plain_text_is_known_by_its_name():
    parts = members(pack_word('<w:altChunk r:id="chunk"/>', sentences=(), chunk="ab"))
    parts["word/chunk.txt"] = parts.pop("word/chunk.xml")
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace("chunk.xml", "chunk.txt")
    assert word.read(Source(pack(parts), "a.docx")).text == "ab"


def test_documents_inside_each_other_are_followed_to_a_depth():
    data = pack_word(paragraph(text("w0")), sentences=())
    for depth in range(1, 9):
        data = pack_word(f'{paragraph(text(f"w{depth}"))}<w:altChunk r:id="chunk"/>', sentences=(), chunk=data)
    assert word.read(Source(data, "a.docx")).text.split() == ["w8", "w7", "w6", "w5"]


def test_parts_are_found_whatever_parts_their_folders_and_however_they_are_written():
    parts = members(pack_word(AB, sentences=(), footnotes=notes("footnote", "foot"), header1=story("hdr", "head")))
    odd = {name.replace("word/", "WORD\\"): part for name, part in parts.items()}
    assert word.read(Source(pack(odd), "a.docx")).text.split() == ["ab", "foot", "head"]


def test_building_blocks_are_no_text_of_the_document():
    types = f'<Override PartName="/word/glossary/header9.xml" ContentType="{WORD_TYPE}header+xml"/>'
    relation = f'<Relationship Id="g" Type="{R}/glossaryDocument" Target="glossary/document.xml"/>'
    inner = f'<Relationship Id="h" Type="{R}/header" Target="header9.xml"/>'
    parts = members(pack_word(AB, sentences=()))
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", f"{types}</Types>")
    relations = parts["word/_rels/document.xml.rels"]
    parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", f"{relation}</Relationships>")
    parts["word/glossary/_rels/document.xml.rels"] = re.sub("<Relationship .*/>", inner, relations)
    parts["word/glossary/document.xml"] = f"<w:glossaryDocument {NAMESPACES}>{CD}</w:glossaryDocument>"
    parts["word/glossary/header9.xml"] = story("hdr", "Letterhead")
    assert word.read(Source(pack(parts), "a.docx")).text == "ab"


@pytest.mark.parametrize("broken", ["document", "styles", "footnotes", "header1", "numbering", "comments"])
def test_a_part_that_breaks_off_is_read_as_far_as_it_goes_and_the_file_is_called_damaged(broken):
    parts = {
        "styles": f'<w:styles xmlns:w="{W}">{style("x")}</w:styles>',
        "numbering": numbering(),
        "footnotes": notes("footnote", "foot"),
        "comments": notes("comment", "remark"),
        "header1": story("hdr", "head"),
    }
    whole = members(pack_word(AB, sentences=(), **parts))
    name = f"word/{broken}.xml"
    whole[name] = whole[name][: whole[name].rindex("</w:")]
    extraction = word.read(Source(pack(whole), "a.docx"))
    assert extraction.reason is Reason.PARTLY_READ
    assert extraction.text.split() == ["ab", "foot", "remark", "head"]


def test_a_text_beyond_the_limit_is_cut_and_the_rest_is_not_looked_at():
    parts = members(pack_word(paragraph(text("word " * 20_000)) * (TEXT_LIMIT // 100_000 + 10), sentences=()))
    parts["word/document.xml"] = parts["word/document.xml"].replace("</w:body>", "</w:broken>")
    extraction = word.read(Source(pack(parts), "a.docx"))
    assert extraction.reason is Reason.TEXT_CUT
    assert TEXT_LIMIT - 100_000 < len(extraction.text) <= TEXT_LIMIT


def test_a_paragraph_beyond_the_limit_is_not_held_as_a_whole():
    body = paragraph(*[text("word " * 20_000)] * (TEXT_LIMIT // 100_000 + 10))
    assert read(body).reason is Reason.TEXT_CUT


def test_a_part_that_unpacks_to_far_too_much_is_refused():
    with pytest.raises(ExtractionError) as caught:
        read(paragraph(text("x" * (limits.ZIP_RATIO_FLOOR + 1))))
    assert caught.value.reason == Reason.UNPACKS_TOO_LARGE


GROWING = {
    "paragraphs": lambda parts: paragraph(text("ab")) * parts,
    "runs": lambda parts: paragraph(text("ab") * parts),
    "boxes in a paragraph": lambda parts: paragraph(run(old_box(AB)) * parts),
    "fields without an end": lambda parts: paragraph((mark("begin") + text("ab")) * parts),
    "fields in one another": lambda parts: paragraph(mark("begin") * parts, text("ab"), mark("end") * parts),
    "deleted ends": lambda parts: paragraph(text("ab"), properties=DELETED_MARK) * parts,
    "rows": lambda parts: table(row(cell(AB), cell(CD)) * parts),
    "cells in a row": lambda parts: table(row(cell(AB) * parts)),
    "formulas": lambda parts: paragraph(formula(f"<m:rad><m:e>{sign('x')}</m:e></m:rad>" * parts)),
}


@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_the_cost_grows_with_the_length(make):
    assert_linear(word.read, lambda parts: source(make(parts)), 8_000)


def test_the_cost_grows_with_the_number_of_styles_based_on_each_other():
    def make(parts: int) -> Source:
        chain = "".join(style("x", based_on=f"S{number + 1}", style_id=f"S{number}") for number in range(parts))
        body = "".join(paragraph(X, properties=f'<w:pStyle w:val="S{number}"/>') for number in range(parts))
        return source(body, styles=f'<w:styles xmlns:w="{W}">{chain}</w:styles>')

    assert_linear(word.read, make, 8_000)
