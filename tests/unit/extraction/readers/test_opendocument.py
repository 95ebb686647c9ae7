"""OpenDocument texts and presentations."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.parsing import parse
from findling.extraction.readers import opendocument
from findling.extraction.source import Source
from findling.formats import FileKind
from zips import pack

NAMES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"
    for name, uri in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("presentation", "presentation"),
    )
}
DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items())


def content(body: str, prefix: str = "") -> str:
    return (
        f'{prefix}<office:document-content {DECLARED}><office:automatic-styles><style:style style:name="P1" '
        f'style:parent-style-name="Title"/></office:automatic-styles><office:body>{body}</office:body>'
        "</office:document-content>"
    )


def read(body: str, *, prefix: str = "", **parts: str):
    named = {name.replace("__", "/") + ".xml": text for name, text in parts.items()}
    return opendocument.read(Source(pack({"content.xml": content(body, prefix), **named}), "a.odt"))


def blocks_of(extraction):
    return [(extraction.text[b.start : b.end], b.kind, b.level) for b in extraction.blocks]


def test_headings_lists_and_tables():
    body = """<text:h text:outline-level="2">Flat</text:h><text:p>Big  and
      <text:span>bright</text:span></text:p><text:list><text:list-item><text:p>key</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>rent</text:p></table:table-cell><table:table-cell/>
      <table:table-cell><text:p>900</text:p><text:p>euro</text:p></table:table-cell></table:table-row></table:table>"""
    extraction = read(body)
    assert blocks_of(extraction) == [
        ("Flat", BlockKind.HEADING, 2),
        ("Big and bright", BlockKind.PARAGRAPH, 0),
        ("key", BlockKind.ITEM, 0),
        ("rent | 900 euro", BlockKind.ROW, 0),
    ]
    assert (extraction.kind, extraction.pages, extraction.title) == (FileKind.ODT, None, "Flat")


def test_white_space_elements_and_their_claims():
    text = read('<text:p>a<text:s text:c="2000000000"/>b<text:tab/>c<text:line-break/>d<text:s/>e</text:p>').text
    assert text == f"a{' ' * opendocument.SPACES_LIMIT}b\tc\nd e"


def test_notes_boxes_and_comments_come_after_their_paragraph_and_deletions_do_not_come():
    body = """<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
      <text:p>Claim<text:note><text:note-citation>1</text:note-citation>
      <text:note-body><text:p>Proof</text:p></text:note-body></text:note>,
      <draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame> made.</text:p>"""
    assert read(body).text.split("\n\n") == ["Claim, made.", "Proof", "Boxed"]


def test_a_slide_is_a_page_and_begins_anew():
    body = """<office:presentation>
      <draw:page>
      <draw:frame presentation:class="title"><draw:text-box><text:p>Plan</text:p></draw:text-box></draw:frame>
      <draw:frame><draw:text-box><text:p>Step</text:p></draw:text-box></draw:frame></draw:page>
      <draw:page><draw:frame><draw:text-box><text:p>Only text</text:p></draw:text-box></draw:frame></draw:page>
      </office:presentation>"""
    extraction = read(body)
    assert [(b.kind, b.level, b.page, b.breaks) for b in extraction.blocks] == [
        (BlockKind.HEADING, 2, 1, True),
        (BlockKind.PARAGRAPH, 0, 1, False),
        (BlockKind.PARAGRAPH, 0, 2, True),
    ]
    assert (extraction.kind, extraction.pages, extraction.title) == (FileKind.ODP, 2, "Plan")


def test_the_title_is_the_property_else_the_paragraph_in_that_style():
    body = '<text:p text:style-name="P1">Lease</text:p>'
    meta = '<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lease of the flat</dc:title></m>'
    assert read(body).title == "Lease"
    assert read(body).blocks[0].kind is BlockKind.HEADING
    assert read(body, meta=meta).title == "Lease of the flat"


def test_headers_are_told_once_at_the_end():
    line = "<text:p>Müller GmbH</text:p>"
    styles = (
        f"<s {DECLARED}><style:header>{line}<text:p>3</text:p></style:header><style:footer>{line}</style:footer></s>"
    )
    extraction = read("<text:p>Body</text:p>", styles=styles)
    assert extraction.text == "Body\n\nMüller GmbH"
    assert extraction.blocks[-1].kind is BlockKind.META


def test_a_locked_document_says_so():
    with pytest.raises(ExtractionError) as caught:
        read("<text:p>x</text:p>", **{"META-INF__manifest": "<m><encryption-data/></m>"})
    assert caught.value.reason == Reason.ENCRYPTED


def test_entities_that_multiply_are_damage():
    entities = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    with pytest.raises(ExtractionError) as caught:
        read("<text:p>&a9;</text:p>", prefix=f"<!DOCTYPE d [{entities}]>")
    assert caught.value.reason == Reason.DAMAGED


def test_sections_without_end_leave_what_came_before():
    extraction = read("<text:p>before</text:p>" + "<text:section>" * 5000 + "</text:section>" * 5000)
    assert (extraction.text, extraction.reason) == ("before", Reason.PARTLY_READ)


def test_the_namespaces_before_the_standard_are_understood():
    old = content('<text:h text:level="3">Old</text:h>').replace(
        "urn:oasis:names:tc:opendocument:xmlns:", "http://openoffice.org/2000/"
    )
    extraction = opendocument.read(Source(pack({"content.xml": old.replace(':1.0"', '"')}), "a.sxw"))
    assert blocks_of(extraction) == [("Old", BlockKind.HEADING, 3)]


def flat(body: str, *, more: str = "", kind: str = "text") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {DECLARED} xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
        f' office:mimetype="application/vnd.oasis.opendocument.{kind}">{more}<office:body><office:{kind}>{body}'
        f"</office:{kind}></office:body></office:document>"
    ).encode()


MASTER = (
    "<office:meta><dc:title>Orchards</dc:title></office:meta><office:master-styles><style:master-page><style:header>"
    "<text:p>Parish <text:page-number>1</text:page-number></text:p></style:header></style:master-page>"
    "</office:master-styles>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>mown<text:line-break/>twice<text:tab/>this<text:s/>year</text:p>", "mown\ntwice\tthis year"),
        (
            "<text:p>mown<text:note><text:note-body><text:p>see</text:p></text:note-body></text:note>.</text:p>",
            "mown.\n\nsee",
        ),
        ("<text:p>a<office:annotation><text:p>b</text:p></office:annotation></text:p>", "a\n\nb"),
        (
            (
                "<text:tracked-changes><text:changed-region><text:deletion><text:p>kelp</text:p></text:deletion>"
                "</text:changed-region></text:tracked-changes><text:p>left<text:change/></text:p>"
            ),
            "left",
        ),
        (
            (
                "<text:p>a<draw:frame><draw:image><office:binary-data>a2VscCBrZWxw</office:binary-data></draw:image>"
                "</draw:frame>b</text:p>"
            ),
            "ab",
        ),
        (
            "<text:h>Head</text:h><text:list><text:list-item><text:p>i</text:p></text:list-item></text:list>",
            "Head\n\ni",
        ),
    ],
)
def test_a_flat_text_is_read_as_its_package_would_be(body, text):
    extraction = parse(Source(flat(body), "a.fodt"))
    assert (extraction.kind, extraction.text) == (FileKind.ODT, text)
    assert extraction.wholeness.unread == ()


def test_a_flat_text_has_its_title_and_its_margins():
    extraction = parse(Source(flat("<text:p>apples</text:p>", more=MASTER), "a.fodt"))
    assert (extraction.title, extraction.text) == ("Orchards", "apples\n\nParish")


def test_flat_slides_and_sheets_are_read():
    slides = flat("<draw:page><draw:frame><text:p>one</text:p></draw:frame></draw:page>", kind="presentation")
    assert parse(Source(slides, "a.fodp")).pages == 1
    cell = '<table:table-cell office:value-type="string"><text:p>rent</text:p></table:table-cell>'
    sheet = f'<table:table table:name="S"><table:table-row>{cell}</table:table-row></table:table>'
    extraction = parse(Source(flat(sheet, kind="spreadsheet"), "a.fods"))
    assert (extraction.kind, extraction.text) == (FileKind.ODS, "S\n\nrent")


def test_of_a_flat_text_that_is_cut_off_the_beginning_is_read():
    extraction = parse(Source(flat("<text:p>apples</text:p><text:p>pears</text:p>")[:-40], "a.fodt"))
    assert (extraction.text, extraction.reason) == ("apples\n\npears", Reason.PARTLY_READ)


def test_a_drawing_is_read_page_by_page_and_a_formula_as_a_text():
    page = "<draw:page><draw:frame><draw:text-box><text:p>%s</text:p></draw:text-box></draw:frame></draw:page>"
    drawing = f"<office:document-content {DECLARED}><office:body><office:drawing>{page % 'The mill'}{page % 'The weir'}"
    content = f"{drawing}</office:drawing></office:body></office:document-content>"
    drawn = pack({"mimetype": "application/vnd.oasis.opendocument.graphics", "content.xml": content})
    extraction = parse(Source(drawn, "a.odg"))
    assert (extraction.kind, extraction.pages, extraction.text) == (FileKind.ODP, 2, "The mill\n\nThe weir")
    flat = content.replace("-content", "").replace(
        "<office:document", '<office:document office:mimetype="application/vnd.oasis.opendocument.graphics"'
    )
    assert parse(Source(flat.encode(), "a.fodg")).text == extraction.text
    formula = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>rent</mi><mo>=</mo><mn>9</mn></math>'
    packed = pack({"mimetype": "application/vnd.oasis.opendocument.formula", "content.xml": formula})
    assert parse(Source(packed, "a.odf")).text == "rent=9"


LEVEL = 'text:level="1" style:num-format="1"'
PARAGRAPH = "<text:p>rent</text:p>"
HEADING = "<text:h>rent</text:h>"
ITEM = f'<text:list text:style-name="L"><text:list-item>{PARAGRAPH}</text:list-item></text:list>'


def numbered(marks: str) -> str:
    level = f"<text:list-level-style-number {LEVEL} {marks}/>"
    return f'<text:list-style style:name="L">{level}</text:list-style>'


def outlined(marks: str) -> str:
    return f"<text:outline-style><text:outline-level-style {LEVEL} {marks}/></text:outline-style>"


@pytest.mark.parametrize(
    ("style", "body", "is_whole"),
    [
        pytest.param(numbered('style:num-prefix="Article "'), ITEM, False, id="word before"),
        pytest.param(numbered('style:num-suffix="."'), ITEM, True, id="sign behind"),
        pytest.param(numbered('style:num-prefix="Article "'), PARAGRAPH, True, id="not used"),
        pytest.param(outlined('style:num-suffix=". Abschnitt"'), HEADING, False, id="word behind, in headings"),
        pytest.param(outlined('style:num-prefix="§ "'), HEADING, False, id="sign of sections"),
        pytest.param(outlined('style:num-prefix="§ "'), PARAGRAPH, True, id="no headings"),
    ],
)
def test_a_reading_without_the_words_in_numbers_of_lists_is_not_whole(style, body, is_whole):
    styles = f"<office:document-styles {DECLARED}><office:styles>{style}</office:styles></office:document-styles>"
    text = f"<office:text>{body}</office:text>"
    package = pack(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": content(text),
            "styles.xml": styles,
        }
    )
    assert (parse(Source(package, "a.odt")).wholeness.unread == ()) is is_whole


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Where we go", "Where we go"), ("Budget 2026", "Budget 2026"), ("page1", ""), ("Folie3", ""), ("g12ab_0_1", "")],
)
def test_the_name_that_somebody_gave_a_slide_follows_what_stands_on_it(name, shown):
    extraction = read(
        f'<draw:page draw:name="{name}"><text:p>a</text:p></draw:page><draw:page><text:p>b</text:p></draw:page>'
    )
    assert [text for text, *_ in blocks_of(extraction)] == [*filter(None, ("a", shown)), "b"]
    assert [block.page for block in extraction.blocks] == [1] * (len(extraction.blocks) - 1) + [2]
