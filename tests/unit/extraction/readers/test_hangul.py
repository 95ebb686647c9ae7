"""Hangul documents (.hwpx) are read: paragraphs, tables, notes, boxes, headers, and what is said of pictures."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Extraction, Reason, Unread
from findling.errors import ExtractionError
from findling.extraction.kinds import identify
from findling.extraction.parsing import parse
from findling.extraction.source import Source
from findling.formats import FileKind
from zips import pack

SPACES = (
    'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
    ' xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"'
)
CONTENTS = (
    '<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata>{}</opf:metadata><opf:manifest>'
    '<opf:item id="header" href="Contents/header.xml"/><opf:item id="b" href="Contents/section1.xml"/>'
    '<opf:item id="a" href="Contents/section0.xml"/></opf:manifest><opf:spine><opf:itemref idref="header"/>'
    '<opf:itemref idref="a"/><opf:itemref idref="b"/></opf:spine></opf:package>'
)
SAID = (
    '<opf:title>임대차 계약</opf:title><opf:meta name="creator" content="text">Ann Lee</opf:meta>'
    '<opf:meta name="keyword" content="text">kelp, dulse</opf:meta>'
    '<opf:meta name="CreatedDate" content="text">2019-03-08T00:00:01Z</opf:meta>'
)


def paragraph(text: str, *inside: str, style: int = 0) -> str:
    return f'<hp:p styleIDRef="{style}"><hp:run>{"".join(inside)}<hp:t>{text}</hp:t></hp:run></hp:p>'


def document(*content: str, said: str = "", **parts: str) -> bytes:
    styles = '<hh:style id="0" name="바탕글" engName="Normal"/><hh:style id="2" name="개요 1" engName="Outline 1"/>'
    members = {
        "mimetype": "application/hwp+zip",
        "Contents/content.hpf": CONTENTS.format(said),
        "Contents/header.xml": f"<hh:head {SPACES}>{styles}</hh:head>",
        "Contents/section0.xml": f"<hs:sec {SPACES}>{''.join(content)}</hs:sec>",
    }
    return pack(members | parts)


def read(data: bytes, name: str = "a.hwpx") -> Extraction:
    return parse(Source(data, name))


def blocks(extraction: Extraction) -> list[tuple[BlockKind, str]]:
    return [(each.kind, extraction.text[each.start : each.end]) for each in extraction.blocks]


def held(tag: str, *paragraphs: str) -> str:
    return f"<hp:ctrl><hp:{tag}><hp:subList>{''.join(paragraphs)}</hp:subList></hp:{tag}></hp:ctrl>"


def test_paragraphs_headings_and_sections_are_read_in_order():
    second = f"<hs:sec {SPACES}>{paragraph('마지막')}</hs:sec>"
    data = document(paragraph("계약", style=2), paragraph("집세는 매달"), **{"Contents/section1.xml": second})
    extraction = read(data)
    assert blocks(extraction) == [
        (BlockKind.HEADING, "계약"),
        (BlockKind.PARAGRAPH, "집세는 매달"),
        (BlockKind.PARAGRAPH, "마지막"),
    ]
    assert (extraction.kind, extraction.title, extraction.reason) == (FileKind.HWPX, "계약", None)
    assert extraction.wholeness.unread == (Unread.UNKNOWN,)


def test_title_author_keywords_and_date_are_those_that_it_states():
    extraction = read(document(paragraph("x"), said=SAID))
    (origin,) = extraction.origins
    assert (extraction.title, origin.authors, extraction.text) == ("임대차 계약", ("Ann Lee",), "x\n\nkelp, dulse")
    assert origin.dated_ns == 1_552_003_201_000_000_000


def test_rows_of_a_table_are_lines():
    row = "<hp:tr>{}</hp:tr>"
    cell = "<hp:tc><hp:subList>{}</hp:subList></hp:tc>"
    table = (
        "<hp:tbl>" + row.format(cell.format(paragraph("이름") + paragraph("성")) + cell.format(paragraph("나이"))) * 2
    )
    assert blocks(read(document(paragraph("표", f"{table}</hp:tbl>")))) == [
        (BlockKind.PARAGRAPH, "표"),
        (BlockKind.ROW, "이름 성 | 나이"),
        (BlockKind.ROW, "이름 성 | 나이"),
    ]


@pytest.mark.parametrize("tag", ["footNote", "endNote", "hiddenComment"])
def test_notes_follow_their_paragraph(tag):
    assert read(document(paragraph("본문", held(tag, paragraph("주석"))), paragraph("끝"))).text == "본문\n\n주석\n\n끝"


def test_headers_and_footers_are_said_once_and_numbers_of_pages_are_not():
    margins = held("header", paragraph("방앗간")) * 2 + held("footer", paragraph("- 3 -"))
    assert blocks(read(document(paragraph("본문", margins)))) == [
        (BlockKind.PARAGRAPH, "본문"),
        (BlockKind.META, "방앗간"),
    ]


def test_boxes_formulas_and_what_is_said_of_pictures_are_read():
    box = f"<hp:rect><hp:drawText><hp:subList>{paragraph('상자')}</hp:subList></hp:drawText></hp:rect>"
    program = "그림입니다.\n원본 그림의 이름: a.png\n원본 그림의 크기: 가로 3pixel"
    made = f"<hp:pic><hp:shapeComment>{program}</hp:shapeComment></hp:pic>"
    said = "<hp:pic><hp:shapeComment>The mill in March</hp:shapeComment></hp:pic>"
    formula = "<hp:equation><hp:script>a over b</hp:script></hp:equation>"
    assert (
        read(document(paragraph("본문", box, made, said, formula))).text == "a over b 본문\n\n상자\n\nThe mill in March"
    )


def test_breaks_part_words_and_what_is_deleted_is_not_read():
    text = "하나<hp:tab/>둘<hp:lineBreak/>셋<hp:deleteBegin/>넷<hp:deleteEnd/>다섯<hp:markpenBegin/>여섯"
    assert read(document(paragraph(text), paragraph("x<hp:deleteBegin/>y"), paragraph("z"))).text == (
        "하나\t둘\n셋다섯여섯\n\nx\n\nz"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(
            document(paragraph("x"), **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), Reason.ENCRYPTED,
            id="locked",
        ),
        pytest.param(document(), Reason.NO_TEXT, id="no text"),
        pytest.param(pack({"Contents/content.hpf": CONTENTS.format("")}), Reason.DAMAGED, id="no section"),
    ],
)  # fmt: skip
def test_what_gives_no_text_says_why(data, reason):
    with pytest.raises(ExtractionError) as refusal:
        read(data)
    assert refusal.value.reason == reason


def test_a_document_is_known_by_what_it_holds():
    assert identify(document(paragraph("x")), "a.bin") is FileKind.HWPX
    assert identify(pack({"Contents/content.hpf": "x"}), "a.bin") is FileKind.HWPX


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("우리 집 사진입니다. 3월에 찍었다", "우리 집 사진입니다. 3월에 찍었다"),
        ("3월의 방앗간입니다.", "3월의 방앗간입니다."),
        ("사각형입니다.", ""),
        ("그림입니다.\n원본 그림의 크기: 가로 3pixel\n사진 찍은 날짜: 2019년 3월\n방앗간", "방앗간"),
    ],
)
def test_whole_sentences_that_somebody_wrote_of_a_picture_are_read(comment, said):
    picture = f"<hp:pic><hp:shapeComment>{comment}</hp:shapeComment></hp:pic>"
    assert read(document(paragraph("본문", picture))).text == f"본문\n\n{said}".strip()


def test_what_is_said_of_pictures_in_a_table_is_read():
    picture = "<hp:pic><hp:shapeComment>The mill in March</hp:shapeComment></hp:pic>"
    cell = f"<hp:tc><hp:subList>{paragraph('이름', picture)}</hp:subList></hp:tc>"
    extraction = read(document(paragraph("표", f"<hp:tbl><hp:tr>{cell}</hp:tr></hp:tbl>")))
    assert extraction.text == "표\n\n이름\n\nThe mill in March"


@pytest.mark.parametrize(
    ("held", "text"),
    [
        ("<hp:dutmal><hp:mainText>본말</hp:mainText><hp:subText>덧말</hp:subText></hp:dutmal>", "본말 덧말"),
        ('<hp:compose composeText="가나"/>', "가나"),
        ('<hp:textart text="글맵시"/>', "글맵시"),
    ],
)
def test_words_with_a_reading_and_lettering_are_read(held, text):
    assert " ".join(read(document(paragraph("본문", held))).text.split()) == f"{text} 본문"


def test_sections_may_have_any_names_where_the_spine_lists_them():
    listing = CONTENTS.format("").replace("Contents/section1.xml", "Contents/body.xml")
    body = f"<hs:sec {SPACES}>{paragraph('마지막')}</hs:sec>"
    data = document(paragraph("처음"), **{"Contents/content.hpf": listing, "Contents/body.xml": body})
    assert read(data).text == "처음\n\n마지막"


def test_numbers_of_thousands_of_figures_are_no_numbers():
    digits = "9" * 5_000
    styles = f'<hh:head {SPACES}><hh:style id="0" name="Outline {digits}"/></hh:head>'
    data = document(paragraph("본문"), **{"Contents/header.xml": styles, f"Contents/section{digits}.xml": "x"})
    assert blocks(read(data)) == [(BlockKind.PARAGRAPH, "본문")]
