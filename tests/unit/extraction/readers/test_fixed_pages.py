"""XPS documents are read page by page, with their words whole and their paragraphs re-flowed."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Extraction, Reason, Unread
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.extraction.kinds import identify
from findling.extraction.parsing import parse
from findling.extraction.source import Source
from findling.formats import FileKind
from zips import pack

XPS = "http://schemas.microsoft.com/xps/2005/06"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lease</dc:title><dc:creator>Ann Lee</dc:creator>'
    "<cp:keywords>kelp, dulse</cp:keywords></cp:coreProperties>"
)


def glyphs(text: str, left: float = 50, down: float = 100, size: float = 10, indices: str = "") -> str:
    return (
        f'<Glyphs UnicodeString="{text}" OriginX="{left}" OriginY="{down}" FontRenderingEmSize="{size}"'
        f' Indices="{indices}"/>'
    )


def page(*content: str) -> str:
    return f'<FixedPage xmlns="{XPS}" Width="800" Height="1000">{"".join(content)}</FixedPage>'


def document(*pages: str, named: str = "FixedDocumentSequence.fdseq", **parts: str) -> bytes:
    """Make a document of these pages, which lie in the reverse of their order."""
    sources = "".join(f'<PageContent Source="Pages/{number}.fpage"/>' for number in range(len(pages), 0, -1))
    members = {f"Documents/1/Pages/{number}.fpage": each for number, each in enumerate(reversed(pages), start=1)}
    sequence = f'<FixedDocumentSequence xmlns="{XPS}"><DocumentReference Source="/Documents/1/Fixed.fdoc"/>'
    return pack(
        {
            named: f"{sequence}</FixedDocumentSequence>",
            "Documents/1/Fixed.fdoc": f'<FixedDocument xmlns="{XPS}">{sources}</FixedDocument>',
            **members,
            **parts,
        }
    )


def read(data: bytes, name: str = "a.xps") -> Extraction:
    return parse(Source(data, name))


def test_pages_come_in_the_order_that_the_document_names():
    extraction = read(document(page(glyphs("First page")), page(glyphs("Second page"))))
    assert [(extraction.text[each.start : each.end], each.page) for each in extraction.blocks] == [
        ("First page", 1),
        ("Second page", 2),
    ]
    assert (extraction.kind, extraction.pages, extraction.reason) == (FileKind.XPS, 2, None)
    assert extraction.wholeness.unread == (Unread.UNKNOWN,)


@pytest.mark.parametrize("name", ["a.oxps", "a", "a.docx"])
def test_a_document_is_known_by_what_it_holds(name):
    data = document(page(glyphs("Words")), named="FixedDocSeq.fdseq")
    assert identify(data, name) is FileKind.XPS
    assert read(data, name).text == "Words"


def test_title_author_and_keywords_are_those_of_its_properties():
    extraction = read(document(page(glyphs("Words")), **{"docProps/core.xml": CORE}))
    assert (extraction.title, extraction.origins[0].authors) == ("Lease", ("Ann Lee",))
    assert extraction.text == "Words\n\nkelp, dulse"


@pytest.mark.parametrize(
    ("runs", "line"),
    [
        pytest.param((glyphs("Kelp ", 50), glyphs("and dulse", 75)), "Kelp and dulse", id="a space ends the first"),
        pytest.param((glyphs("Kelp", 50), glyphs("dulse", 75)), "Kelp dulse", id="a gap"),
        pytest.param(
            (glyphs("Ke", 50, indices=",50;,50"), glyphs("lp", 60, indices=",50;,50")),
            "Kelp",
            id="a word of two looks",
        ),
        pytest.param(
            (glyphs("Kelp", 50, indices=",40;,40;,40;,40"), glyphs("dulse", 69)), "Kelp dulse", id="narrow letters"
        ),
        pytest.param((glyphs("Kelp", 50), glyphs("2", 69, 97)), "Kelp 2", id="raised"),
        pytest.param((glyphs("{}{kelp}"),), "{kelp}", id="a brace"),
    ],
)
def test_runs_of_a_line_are_words_where_they_stand_apart(runs, line):
    assert read(document(page(*runs))).text == line


def test_large_type_is_a_heading_whatever_enlarges_it_and_lines_become_paragraphs():
    heading = f'<Canvas RenderTransform="2,0,0,2,0,0">{glyphs("Our lease", 25, 20)}</Canvas>'
    moved = (
        "<Canvas><Canvas.RenderTransform><MatrixTransform Matrix='1,0,0,1,0,100'/></Canvas.RenderTransform>"
        f"{glyphs('The tenant pays the rent of the mill at the', 50, 0)}{glyphs('end of each month.', 50, 12)}"
        f"{glyphs('The landlady pays for the roof of the mill.', 50, 40)}</Canvas>"
    )
    extraction = read(document(page(heading, moved)))
    assert [(each.kind, extraction.text[each.start : each.end]) for each in extraction.blocks] == [
        (BlockKind.HEADING, "Our lease"),
        (BlockKind.PARAGRAPH, "The tenant pays the rent of the mill at the end of each month."),
        (BlockKind.PARAGRAPH, "The landlady pays for the roof of the mill."),
    ]
    assert extraction.title == "Our lease"


def test_what_is_said_of_a_picture_is_read_and_a_name_that_a_program_gives_is_not():
    said = '<Path AutomationProperties.Name="Picture 3" AutomationProperties.HelpText="The mill in March"/>'
    assert read(document(page(glyphs("Words"), said))).text == "Words\n\nThe mill in March"


def test_a_page_in_pieces_is_put_together():
    whole = page(glyphs("All of it"))
    listed = f'<FixedDocument xmlns="{XPS}"><PageContent Source="Pages/1.fpage"/></FixedDocument>'
    name = "Documents/1/Pages/1.fpage"
    pieces = {f"{name}/[0].piece": whole[:40], f"{name}/[1].last.piece": whole[40:]}
    data = document(**{"Documents/1/Fixed.fdoc": listed}, **pieces)
    assert read(data).text == "All of it"


def test_of_a_document_with_a_damaged_page_the_others_are_read_and_it_is_said():
    extraction = read(document(page(glyphs("First page")), "<FixedPage>"))
    assert (extraction.text, extraction.reason) == ("First page", Reason.PARTLY_READ)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(document(page("<Path/>")), Reason.NO_TEXT, id="pictures alone"),
        pytest.param(document("<FixedPage>"), Reason.DAMAGED, id="no page can be read"),
        pytest.param(pack({"FixedDocSeq.fdseq": "<"}), Reason.DAMAGED, id="no list of pages"),
    ],
)
def test_what_gives_no_text_says_why(data, reason):
    with pytest.raises(ExtractionError) as refusal:
        read(data)
    assert refusal.value.reason == reason


def test_more_pages_than_the_limit_are_refused_before_any_is_read():
    pages = "<PageContent Source='1.fpage'/>" * (limits.PDF_PAGES + 1)
    data = document(page(), **{"Documents/1/Fixed.fdoc": f"<FixedDocument>{pages}</FixedDocument>"})
    with pytest.raises(ExtractionError) as refusal:
        read(data)
    assert refusal.value.reason == Reason.TOO_MANY_PARTS


@pytest.mark.parametrize("number", ["nan", "1e400", "-1", "x", ""])
def test_places_that_are_no_numbers_lose_no_word(number):
    strange = glyphs("Words").replace('"50"', f'"{number}"').replace('"10"', f'"{number}"')
    assert read(document(page(f'<Canvas RenderTransform="{number},0,0,1,0,0">{strange}</Canvas>'))).text == "Words"


def test_words_and_paragraphs_of_turned_text_are_whole():
    cut = glyphs("The te", 50, 0, indices=";".join([",50"] * 6)) + glyphs(
        "nant pays the rent of the mill at the", 80, 0
    )
    lines = f"{cut}{glyphs('end of each month.', 50, 12)}{glyphs('The landlady pays for the roof.', 50, 40)}"
    turned = f'<Canvas RenderTransform="0,1,-1,0,500,0">{lines}</Canvas>'
    assert read(document(page(turned))).text == (
        "The tenant pays the rent of the mill at the end of each month.\n\nThe landlady pays for the roof."
    )


def test_the_list_of_pages_is_never_looked_for_outside_of_the_document():
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"'
        ' TargetMode="External" Type="x/fixedrepresentation" Target="http://example.org/a.fdseq"/></Relationships>'
    )
    assert read(document(page(glyphs("Words")), **{"_rels/.rels": relation})).text == "Words"
